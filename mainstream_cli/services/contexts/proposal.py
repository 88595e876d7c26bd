"""Builds the context of the scoping proposal, in the order in which sources are numbered."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from mainstream_cli.model.contexts import proposal as context
from mainstream_cli.model.contexts.process_rows import MilestoneRow, Signature
from mainstream_cli.model.contexts.shared import Section
from mainstream_cli.services.contexts.abbreviations import abbreviations
from mainstream_cli.services.contexts.answering import answers, sheets, still_open
from mainstream_cli.services.contexts.conditions import condition_rows, open_conditions
from mainstream_cli.services.contexts.cover import cover
from mainstream_cli.services.contexts.figures import dataset_rows, figure_rows
from mainstream_cli.services.contexts.gaps import answer_gaps, evidence_gaps, indicator_gaps
from mainstream_cli.services.contexts.institutions import body_rows, session_rows, stakeholder_rows
from mainstream_cli.services.contexts.links import INWARD, OUTWARD, goal_rows, link_rows, one_sided, policy_rows
from mainstream_cli.services.contexts.material import Material
from mainstream_cli.services.contexts.process import milestone_row, milestones, progress, risk_rows, screening_rows
from mainstream_cli.services.contexts.requests import requests
from mainstream_cli.services.contexts.scribe import Scribe
from mainstream_cli.services.contexts.sections import BY_STAGE, in_body, section_of
from mainstream_cli.services.contexts.sectors import sector_rows
from mainstream_cli.services.contexts.timing import plan_sentences

TITLE = "Scoping proposal"
ROLES = (
    "Prepared by the head of the core team",
    "Endorsed by the lead institution",
    "Seen by the ministry of finance",
    "Approved by",
)
NOT_TO_SIGN = "Training sample: this block shows the roles and is not to be signed in the name of any institution."

S = TypeVar("S", bound=Section)
Build = Callable[[Scribe], tuple[Any, ...]]

EMPTY: Mapping[str, Mapping[str, str]] = {
    "picture": {"figures": "No figures with their sources have been recorded yet."},
    "links": {
        "goals": "The goals of the plan have not been recorded yet.",
        "inward": "No effect of migration on the plan has been recorded yet.",
        "outward": "No effect of the plan on migration has been recorded yet.",
    },
    "policies": {"rows": "No law, policy or programme has been recorded yet."},
    "institutions": {"rows": "No body of the institutional framework has been recorded yet."},
    "stakeholders": {"rows": "No stakeholder has been recorded yet.", "sessions": "No session has been recorded yet."},
    "datasets": {"rows": "No body of data has been recorded yet."},
    "sectors": {"rows": "No sector has been proposed or examined yet."},
    "risks": {
        "rows": "No risk has been recorded yet.",
        "screening": "No objective has been screened for rights, gender and children yet.",
    },
    "work_plan": {"rows": "The work plan has no steps yet."},
    "monitoring": {"sentences": "There are no steps yet whose progress could be followed."},
}
"""What a section says when one of its tables has no rows."""


def scoping_proposal(material: Material) -> context.ScopingProposal:
    """Build the scoping proposal; sections are built in document order so that references are numbered by first use."""
    scribe = Scribe(material)
    stages = [stage for stage in scribe.catalogue.stages if stage.id in BY_STAGE]
    return context.ScopingProposal(
        cover=cover(scribe, TITLE),
        purpose=_section(scribe, Section, "purpose"),
        picture=_section(scribe, context.Picture, "picture", figures=figure_rows),
        links=_section(
            scribe, context.Links, "links", goals=goal_rows, inward=_inward, outward=_outward, one_sided=_one_sided
        ),
        policies=_section(scribe, context.Policies, "policies", rows=policy_rows),
        institutions=_section(scribe, context.Institutions, "institutions", rows=body_rows),
        calendar=_section(scribe, context.Calendar, "calendar", sentences=plan_sentences),
        stakeholders=_section(
            scribe, context.Stakeholders, "stakeholders", rows=stakeholder_rows, sessions=session_rows
        ),
        datasets=_section(scribe, context.Datasets, "datasets", rows=dataset_rows),
        resources=_section(scribe, Section, "resources"),
        sectors=_section(scribe, context.Sectors, "sectors", rows=sector_rows),
        risks=_section(scribe, context.Risks, "risks", rows=risk_rows, screening=screening_rows),
        work_plan=_section(scribe, context.WorkPlan, "work_plan", rows=_steps),
        monitoring=_section(scribe, context.Monitoring, "monitoring", sentences=progress),
        decisions=_section(scribe, context.Decisions, "decisions", requests=requests, conditions=open_conditions),
        signatures=tuple(Signature(role=role) for role in ROLES),
        signature_note=NOT_TO_SIGN if material.project.settings.sample else "",
        conditions=condition_rows(scribe),
        further=sheets(scribe, stages, lambda question: not in_body(question)),
        sheets=sheets(scribe, scribe.catalogue.sectors),
        gaps=(*answer_gaps(scribe, scribe.catalogue.sheets.values()), *evidence_gaps(scribe), *indicator_gaps(scribe)),
        references=scribe.references.listed(),
        abbreviations=abbreviations(scribe),
    )


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
    empty = (words for part, words in EMPTY.get(name, {}).items() if not built[part])
    return kind(answers=said, missing=(*still_open(scribe, due, said), *empty), **built)


def _inward(scribe: Scribe) -> tuple[Any, ...]:
    return link_rows(scribe, INWARD)


def _outward(scribe: Scribe) -> tuple[Any, ...]:
    return link_rows(scribe, OUTWARD)


def _one_sided(scribe: Scribe) -> tuple[str, ...]:
    return (*one_sided(scribe, INWARD), *one_sided(scribe, OUTWARD))


def _steps(scribe: Scribe) -> tuple[MilestoneRow, ...]:
    return tuple(milestone_row(scribe, step) for step in milestones(scribe))
