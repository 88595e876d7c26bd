"""Builds the terms of reference and work plan of the core team."""

from mainstream_cli.documents.contexts.process_rows import ConditionRow, Signature
from mainstream_cli.documents.contexts.terms_of_reference import TaskRow, TermsOfReference
from mainstream_cli.documents.dossier import Dossier
from mainstream_cli.documents.parts.answering import section
from mainstream_cli.documents.parts.conditions import open_conditions
from mainstream_cli.documents.parts.cover import cover
from mainstream_cli.documents.parts.institutions import body_rows
from mainstream_cli.documents.parts.process import milestone_rows, milestones, progress
from mainstream_cli.documents.parts.summary_box import SummaryBox, box
from mainstream_cli.documents.parts.timing import plan_sentences
from mainstream_cli.documents.words.abbreviations import abbreviations
from mainstream_cli.documents.words.draft_status import signature_note
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import counted, labelled, lines, listed, moment_in_words, sentence
from mainstream_cli.model.catalogue import Stage

ROLES = ("Head of the core team", "Lead institution", "Approved by")
CARRYING = ("focal_point", "facilitator", "support_group", "technical_group")
MANDATE = ("core_team_mandate", "core_team_lead", "national_leadership", "core_team_authority")
TASKS = ("core_team_tasks", "scoping_purpose")
COMPOSITION = (
    "core_team_members",
    "core_team_rights_gender",
    "core_team_local_voice",
    "core_team_skills",
    "core_team_facilitator",
    "core_team_advisers",
)
REPORTING = ("core_team_records", "core_team_continuity", "scoping_process_checks")
RESOURCES = ("core_team_budget", "scoping_resources", "added_value_staff_time")
NO_STEP = "No step of this stage is in the work plan yet"


def terms_of_reference(dossier: Dossier) -> TermsOfReference:
    """Build the terms of reference; parts are built in document order so that references are numbered by first use."""
    scribe = Scribe(dossier, short=True)
    return TermsOfReference(
        cover=cover(scribe, _summary(scribe)),
        background=plan_sentences(scribe),
        mandate=section(scribe, (*MANDATE, "core_team_work_plan")),
        tasks=section(scribe, TASKS),
        task_rows=tuple(_task(scribe, stage) for stage in scribe.catalogue.stages),
        composition=section(scribe, COMPOSITION),
        usual=_usual(scribe),
        bodies=body_rows(scribe, CARRYING),
        reporting=section(scribe, REPORTING),
        resources=section(scribe, RESOURCES),
        work_plan=milestone_rows(scribe),
        progress=progress(scribe),
        conditions=_conditions(scribe),
        signatures=tuple(Signature(role=role) for role in ROLES),
        signature_note=signature_note(scribe),
        references=scribe.references.listed(),
        abbreviations=abbreviations(scribe),
    )


def _summary(scribe: Scribe) -> SummaryBox:
    steps = [step for step in milestones(scribe) if step.status != "dropped"]
    done = sum(step.status == "done" for step in steps)
    coming = next((step for step in steps if step.status != "done"), None)
    return box(
        ("Mandate", _short(scribe, "core_team_mandate")),
        ("Lead", sentence(scribe.actor(scribe.project.settings.lead, short=False)) or "No lead institution named yet."),
        ("Tasks", _short(scribe, "core_team_tasks")),
        ("Money", _short(scribe, "core_team_budget")),
        ("Work plan", f"{done} of {counted(len(steps), 'step')} done." if steps else "The work plan has no steps yet."),
        ("Next step", f"{scribe.title(coming)}, {moment_in_words(coming.due)}." if coming else ""),
        ("Conditions", f"{counted(len(_conditions(scribe)), 'condition')} of the first stages not secured yet."),
    )


def _short(scribe: Scribe, id_: str) -> str:
    """Return the value of an answer as a sentence."""
    question, answer = scribe.catalogue.questions.get(id_), scribe.project.answer(id_)
    if question is None or answer is None:
        return "Not answered yet."
    return sentence(scribe.said(question, answer.model_copy(update={"sources": ()})).value)


def _task(scribe: Scribe, stage: Stage) -> TaskRow:
    steps = [step for step in milestones(scribe) if step.stage == stage.id and step.status != "dropped"]
    owners = ((step, labelled("owner", scribe.actor(step.owner)) or "no owner yet") for step in steps)
    return TaskRow(
        stage=f"{stage.number} {stage.title}",
        delivers=lines(*(sentence(each) for each in stage.outputs)),
        steps=lines(*(f"{moment_in_words(step.due)}: {scribe.title(step)} ({owner})" for step, owner in owners))
        or NO_STEP,
    )


def _usual(scribe: Scribe) -> tuple[str, ...]:
    stage = next((each for each in scribe.catalogue.stages if each.id == "core_team"), None)
    if stage is None or not stage.participants:
        return ()
    return (f"Usually part of the work, as this toolkit suggests: {listed(stage.participants, '; ')}.",)


def _conditions(scribe: Scribe) -> tuple[ConditionRow, ...]:
    """Return the conditions that the preparatory stages need and that are not secured yet."""
    first = {scribe.term("stages", each.id) for each in scribe.catalogue.stages if each.part == "preparatory"}
    return tuple(each for each in open_conditions(scribe) if each.needed_by in first)
