"""Builds the context of the scoping proposal, in the order in which sources are numbered."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from mainstream_cli.documents.contexts import scoping_proposal as context
from mainstream_cli.documents.contexts.pictures import Picture
from mainstream_cli.documents.contexts.process_rows import Signature
from mainstream_cli.documents.contexts.shared import Chapter, DataGap, Rows
from mainstream_cli.documents.dossier import Dossier
from mainstream_cli.documents.parts.answering import answers, sheets, still_open
from mainstream_cli.documents.parts.conditions import condition_rows, open_conditions
from mainstream_cli.documents.parts.cover import cover
from mainstream_cli.documents.parts.figures import dataset_rows, figure_rows
from mainstream_cli.documents.parts.gaps import answer_gaps, evidence_gaps, indicator_gaps
from mainstream_cli.documents.parts.institutions import body_rows, session_rows, stakeholder_rows
from mainstream_cli.documents.parts.journal import decisions_taken
from mainstream_cli.documents.parts.links import INWARD, OUTWARD, goal_rows, link_rows, one_sided
from mainstream_cli.documents.parts.pictures import conditions_board
from mainstream_cli.documents.parts.policies import policy_rows
from mainstream_cli.documents.parts.process import milestone_rows, progress, risk_rows, screening_rows
from mainstream_cli.documents.parts.requests import requests
from mainstream_cli.documents.parts.sections import BY_STAGE, in_body, section_of
from mainstream_cli.documents.parts.sectors import sector_rows
from mainstream_cli.documents.parts.summary_box import proposal_box
from mainstream_cli.documents.parts.timing import plan_sentences
from mainstream_cli.documents.words.abbreviations import abbreviations
from mainstream_cli.documents.words.draft_status import signature_note
from mainstream_cli.documents.words.scribe import Scribe

ROLES = (
    "Prepared by the head of the core team",
    "Endorsed by the lead institution",
    "Seen by the ministry of finance",
    "Approved by",
)

S = TypeVar("S", bound=Chapter)
Build = Callable[[Scribe], tuple[Any, ...] | Rows[Any] | Picture]

EMPTY: Mapping[str, Mapping[str, str]] = {
    "picture": {"figures": "No figures with their sources have been recorded yet."},
    "links": {
        "goals": "The goals of the plan have not been recorded yet.",
        "inward": "No effect of migration on the plan has been recorded yet.",
        "outward": "No effect of the plan on migration has been recorded yet.",
    },
    "policies": {"table": "No law, policy or programme has been recorded yet."},
    "institutions": {"table": "No body of the institutional framework has been recorded yet."},
    "stakeholders": {"table": "No stakeholder has been recorded yet.", "sessions": "No session has been recorded yet."},
    "datasets": {"table": "No body of data has been recorded yet."},
    "sectors": {"rows": "No sector has been proposed or examined yet."},
    "risks": {
        "table": "No risk has been recorded yet.",
        "screening": "No objective has been screened for rights, gender and children yet.",
    },
    "work_plan": {"table": "The work plan has no steps yet."},
    "monitoring": {"sentences": "There are no steps yet whose progress could be followed."},
}
"""What a section says when one of its tables has no rows."""

DECIDING: Mapping[str, Build] = {
    "requests": requests,
    "taken": decisions_taken,
    "board": conditions_board,
    "conditions": open_conditions,
}


def scoping_proposal(dossier: Dossier) -> context.ScopingProposal:
    """Build the scoping proposal; sections are built in document order so that references are numbered by first use."""
    scribe = Scribe(dossier)
    stages, gaps = [stage for stage in scribe.catalogue.stages if stage.id in BY_STAGE], _gaps(scribe)
    return context.ScopingProposal(
        cover=cover(scribe, proposal_box(scribe, gaps)),
        purpose=_section(scribe, Chapter, "purpose"),
        picture=_section(scribe, context.MigrationPicture, "picture", figures=figure_rows),
        links=_section(
            scribe,
            context.Links,
            "links",
            goals=goal_rows,
            inward=lambda scribe: link_rows(scribe, INWARD),
            outward=lambda scribe: link_rows(scribe, OUTWARD),
            one_sided=one_sided,
        ),
        policies=_section(scribe, context.Policies, "policies", table=policy_rows),
        institutions=_section(scribe, context.Institutions, "institutions", table=body_rows),
        calendar=_section(scribe, context.Calendar, "calendar", sentences=plan_sentences),
        stakeholders=_section(
            scribe, context.Stakeholders, "stakeholders", table=stakeholder_rows, sessions=session_rows
        ),
        datasets=_section(scribe, context.Datasets, "datasets", table=dataset_rows),
        resources=_section(scribe, Chapter, "resources"),
        sectors=_section(scribe, context.Sectors, "sectors", rows=sector_rows),
        risks=_section(scribe, context.Risks, "risks", table=risk_rows, screening=screening_rows),
        work_plan=_section(scribe, context.WorkPlan, "work_plan", table=milestone_rows),
        monitoring=_section(scribe, context.Monitoring, "monitoring", sentences=progress),
        decisions=_section(scribe, context.Decisions, "decisions", **DECIDING),
        signatures=tuple(Signature(role=role) for role in ROLES),
        signature_note=signature_note(scribe),
        conditions=condition_rows(scribe),
        further=sheets(scribe, stages, lambda question: not in_body(question)),
        sheets=sheets(scribe, scribe.catalogue.sectors),
        gaps=gaps,
        references=scribe.references.listed(),
        abbreviations=abbreviations(scribe),
    )


def _gaps(scribe: Scribe) -> tuple[DataGap, ...]:
    sheets_of_all = scribe.catalogue.sheets.values()
    return (*answer_gaps(scribe, sheets_of_all), *evidence_gaps(scribe), *indicator_gaps(scribe))


def _section(scribe: Scribe, kind: type[S], name: str, **parts: Build) -> S:
    """Build one section: the answers first, then its tables, then sentences on what is missing."""
    questions = [question for question in scribe.catalogue.questions.values() if section_of(question) == name]
    questions.sort(key=lambda question: question.home != "scoping")  # what the proposal itself asks comes first
    due = [
        question
        for question in questions
        if getattr(scribe.catalogue.sheets[question.home], "part", "") == "preparatory"
    ]
    said = answers(scribe, filter(in_body, questions))
    built = {part: build(scribe) for part, build in parts.items()}
    empty = (words for part, words in EMPTY.get(name, {}).items() if not getattr(built[part], "rows", built[part]))
    return kind(answers=said, missing=(*still_open(scribe, due, said), *empty), **built)
