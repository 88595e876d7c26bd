"""Builds the context of the institutional set-up, in the order in which sources are numbered."""

from collections import Counter
from collections.abc import Iterator

from mainstream_cli.documents.contexts.institutional_setup import InstitutionalSetup
from mainstream_cli.documents.dossier import Dossier
from mainstream_cli.documents.parts.answering import stage_sections
from mainstream_cli.documents.parts.conditions import open_conditions
from mainstream_cli.documents.parts.cover import cover
from mainstream_cli.documents.parts.gaps import answer_gaps
from mainstream_cli.documents.parts.institutions import body_rows
from mainstream_cli.documents.parts.organigram import CIRCLE, boxes, in_circle, line_rows, seat_rows, seats
from mainstream_cli.documents.parts.summary_box import SummaryBox, box, conditions_in_short, data_gaps
from mainstream_cli.documents.words.abbreviations import abbreviations
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import counted, labelled, listed
from mainstream_cli.model.registers.actors import Body

STAGES = ("core_team", "institutions")
NOTHING = "No body has been recorded yet."
THREE = "The process needs a body that decides, one that prepares, and one in which those affected are heard."
NEEDED = {
    "chair": "chair",
    "secretariat": "secretariat",
    "members": "members",
    "mandate": "mandate",
    "legal_basis": "legal basis",
    "reports_to": "reporting line",
    "meets": "rhythm of meetings",
    "decision_rule": "decision rule",
    "budget": "budget",
}
"""What a body needs so that its role is clear, by field."""


def institutional_setup(dossier: Dossier) -> InstitutionalSetup:
    """Build the institutional set-up: bodies, composition, reporting lines, and what is missing."""
    scribe = Scribe(dossier)
    gaps = tuple(answer_gaps(scribe, [each for each in scribe.catalogue.stages if each.id in STAGES]))
    needed = [scribe.term("stages", stage) for stage in STAGES]
    return InstitutionalSetup(
        cover=cover(scribe, _summary(scribe, data_gaps(gaps))),
        opening=tuple(_opening(scribe)),
        boxes=boxes(scribe),
        bodies=body_rows(scribe),
        lines=line_rows(scribe),
        seats=seat_rows(scribe),
        without_seat=_without_seat(scribe),
        missing=tuple(_missing(scribe)),
        sections=stage_sections(scribe, STAGES),
        conditions=tuple(each for each in open_conditions(scribe) if each.needed_by in needed),
        gaps=gaps,
        references=scribe.references.listed(),
        abbreviations=abbreviations(scribe),
    )


def _summary(scribe: Scribe, gaps: str) -> SummaryBox:
    bodies = scribe.project.entries("bodies")
    sitting = seats(scribe)
    tops = sum(body.reports_to is None for body in bodies.values())
    lacking = sum(bool(_lacks(body)) for body in bodies.values())
    return box(
        ("Lead", scribe.actor(scribe.project.settings.lead, short=False) or "No lead institution is named yet."),
        ("Bodies", _bodies(scribe) if bodies else NOTHING),
        ("Institutions", f"{counted(len(sitting), 'institution')} in these bodies." if sitting else ""),
        ("Reporting", f"{counted(tops, 'body', 'bodies')} without a reporting line." if tops else ""),
        ("Missing", f"{counted(lacking, 'body', 'bodies')} of {len(bodies)} lack something." if lacking else ""),
        ("Conditions", conditions_in_short(scribe)),
        ("Data gaps", gaps),
    )


def _bodies(scribe: Scribe) -> str:
    counts = Counter(body.status for body in scribe.project.entries("bodies").values())
    return f"{counted(counts.total(), 'body', 'bodies')}: {scribe.tally('body_statuses', counts)}."


def _opening(scribe: Scribe) -> Iterator[str]:
    lead = scribe.actor(scribe.project.settings.lead, short=False)
    yield f"{lead} leads the process." if lead else "No lead institution is named yet."
    if not scribe.project.entries("bodies"):
        yield f"{NOTHING} {THREE}"
        return
    yield f"The framework has {_bodies(scribe)}"


def _lacks(body: Body) -> list[str]:
    return [words for field, words in NEEDED.items() if not getattr(body, field)]


def _missing(scribe: Scribe) -> Iterator[str]:
    """Say what each body lacks, which kinds of body there are none of, and which lines lead in a circle."""
    bodies = scribe.project.entries("bodies")
    if not scribe.project.settings.lead:
        yield "No lead institution is named."
    for body in bodies.values():
        if _lacks(body):
            yield f"{scribe.title(body)}: no {listed(_lacks(body))}."
    kinds = scribe.catalogue.vocabulary["body_kinds"]
    absent = [words for kind, words in kinds.items() if kind not in {"other", *(body.kind for body in bodies.values())}]
    if absent:
        yield labelled("No body of these kinds is recorded; say whether one is needed", f"{listed(absent)}.")
    circle = [scribe.title(bodies[id_]) for id_ in in_circle(scribe)]
    if circle:
        yield f"{CIRCLE}: {listed(circle, '; ')}."
    yield from _goals_without_seat(scribe)


def _goals_without_seat(scribe: Scribe) -> Iterator[str]:
    """Name those who answer for goals of the plan and sit nowhere."""
    sitting = seats(scribe)
    responsible = dict.fromkeys(goal.responsible for goal in scribe.project.entries("plan_goals").values())
    names = [scribe.actor(id_, short=False) for id_ in responsible if id_ and id_ not in sitting]
    if names:
        yield f"Answer for goals of the plan and sit in no body yet: {listed(names, '; ')}."


def _without_seat(scribe: Scribe) -> str:
    sitting = seats(scribe)
    stakeholders = scribe.project.entries("stakeholders")
    names = [scribe.title(each) for id_, each in stakeholders.items() if id_ not in sitting]
    return f"On record and in no body: {listed(names, '; ')}." if names and sitting else ""
