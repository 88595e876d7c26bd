"""Risks, the screening of objectives, the work plan and how far it is."""

from collections import Counter

from mainstream_cli.documents.contexts.process_rows import MilestoneRow, RiskRow, ScreeningRow
from mainstream_cli.documents.contexts.shared import Rows
from mainstream_cli.documents.words.legend import Legend, with_notes
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import capital, counted, labelled, lines, listed, moment_in_words
from mainstream_cli.model.registers.process import Milestone, Risk
from mainstream_cli.model.registers.results import Check, Objective

NOT_CHECKED = "Not checked yet"


def risk_rows(scribe: Scribe) -> Rows[RiskRow]:
    """Return the risks in the order of their kinds."""
    risks = sorted(scribe.project.entries("risks").values(), key=lambda each: scribe.rank("risk_kinds", each.kind))
    return with_notes(scribe, risks, _risk)


def _risk(scribe: Scribe, risk: Risk, legend: Legend) -> RiskRow:
    register = "objectives" if risk.concerns in scribe.project.entries("objectives") else "actions"
    weight = (
        scribe.kind("risk_kinds", risk.kind),
        labelled("likelihood", scribe.term("confidences", risk.likelihood)) or "likelihood not judged yet",
        labelled("impact", scribe.term("confidences", risk.impact)) or "impact not judged yet",
    )
    return RiskRow(
        title=scribe.titled(risk, legend.letters(scribe.note(risk))),
        weight=lines(capital(listed(weight, "; ")), labelled("Concerns", scribe.entry(register, risk.concerns, risk))),
        groups=labelled("Would hurt", scribe.terms("groups", risk.groups)),
        cause=lines(risk.cause, legend.own(scribe.note(risk))) or "Not stated yet",
        mitigation=lines(risk.mitigation or "No measure yet", labelled("Watched by", scribe.actor(risk.owner))),
    )


def screening_rows(scribe: Scribe) -> tuple[ScreeningRow, ...]:
    """Return what the checks of every objective found."""
    return tuple(_screening(scribe, id_, each) for id_, each in scribe.project.entries("objectives").items())


def _screening(scribe: Scribe, id_: str, objective: Objective) -> ScreeningRow:
    return ScreeningRow(
        title=f"{scribe.objective_number(id_)} {scribe.titled(objective)}",
        rights=_found(scribe, objective, objective.rights_check),
        gender=_found(scribe, objective, objective.gender_check),
        children=_found(scribe, objective, objective.child_check),
    )


def _found(scribe: Scribe, objective: Objective, check: Check | None) -> str:
    """Return result and finding of a check; the institution that checked is a fact of the paper, so it is named."""
    if check is None or not (check.result or check.finding):
        return NOT_CHECKED
    result = capital(scribe.term("check_results", check.result))
    who = listed(
        (scribe.actor(check.by, short=False), moment_in_words(check.date.isoformat()) if check.date else ""), ", "
    )
    said = listed((listed((result, check.finding), ": "), scribe.cite(*check.sources)), " ")
    earlier = "An earlier wording of the objective was checked." if objective.outgrew(check) else ""
    return lines(f"{said} ({who})" if who else said, earlier)


def milestones(scribe: Scribe) -> list[Milestone]:
    """Return the steps of the work plan by date."""
    return sorted(scribe.project.entries("milestones").values(), key=lambda each: each.due)


def milestone_rows(scribe: Scribe) -> Rows[MilestoneRow]:
    """Return the work plan by date."""
    steps = milestones(scribe)
    return with_notes(scribe, steps, _milestone)


def _milestone(scribe: Scribe, step: Milestone, legend: Legend) -> MilestoneRow:
    note = scribe.note(step)
    return MilestoneRow(
        due=moment_in_words(step.due),
        title=scribe.titled(step, legend.letters(note)),
        deliverable=lines(
            labelled("Deliverable", step.deliverable), labelled("Step of the plan", step.plan_step), legend.own(note)
        ),
        stage=scribe.term("stages", step.stage),
        owner=scribe.actor(step.owner) or "Not named yet",
        status=capital(scribe.term("milestone_statuses", step.status)),
    )


def progress(scribe: Scribe) -> tuple[str, ...]:
    """Say how far the work plan is, and until when it runs."""
    steps = [step for step in milestones(scribe) if step.status != "dropped"]
    if not steps:
        return ()
    words = scribe.tally("milestone_statuses", Counter(step.status for step in steps))
    overdue = [
        step.title
        for step in steps
        if step.status == "planned" and step.due < scribe.dossier.today.isoformat()[: len(step.due)]
    ]
    said = f"The work plan has {counted(len(steps), 'step')} up to {moment_in_words(steps[-1].due)}: {words}."
    late = f"Planned for an earlier date and not marked as done: {listed(overdue, '; ')}."
    return (said, late) if overdue else (said,)
