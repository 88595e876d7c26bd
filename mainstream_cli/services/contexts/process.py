"""Risks, the screening of objectives, the work plan and how far it is."""

from collections import Counter

from mainstream_cli.model.contexts.process_rows import MilestoneRow, RiskRow, ScreeningRow
from mainstream_cli.model.registers.process import Milestone, Risk
from mainstream_cli.model.registers.results import Objective
from mainstream_cli.services.contexts.scribe import Scribe
from mainstream_cli.services.contexts.wording import capital, counted, labelled, lines, listed, moment_in_words

NOT_CHECKED = "Not checked yet"


def risk_rows(scribe: Scribe) -> tuple[RiskRow, ...]:
    """Return the risks in the order of their kinds."""
    kinds = list(scribe.catalogue.vocabulary["risk_kinds"])
    risks = sorted(
        scribe.project.entries("risks").values(),
        key=lambda each: kinds.index(each.kind) if each.kind in kinds else len(kinds),
    )
    return tuple(_risk(scribe, risk) for risk in risks)


def _risk(scribe: Scribe, risk: Risk) -> RiskRow:
    concerned = (
        scribe.entry("objectives", risk.concerns) if risk.concerns in scribe.project.entries("objectives") else ""
    )
    concerned = concerned or (scribe.entry("actions", risk.concerns) if risk.concerns else "")
    title = f"{scribe.title(risk)} {scribe.cite(*risk.sources)}".strip()
    return RiskRow(
        title=lines(title, capital(scribe.term("risk_kinds", risk.kind)), labelled("Concerns", concerned)),
        cause=lines(risk.cause, risk.note) or "Not stated yet",
        weight=lines(
            labelled("Likelihood", scribe.term("confidences", risk.likelihood)),
            labelled("Impact", scribe.term("confidences", risk.impact)),
        )
        or "Not judged yet",
        groups=capital(scribe.terms("groups", risk.groups)) or "Not stated yet",
        mitigation=lines(risk.mitigation or "No measure yet", labelled("Watched by", scribe.actor(risk.owner))),
    )


def screening_rows(scribe: Scribe) -> tuple[ScreeningRow, ...]:
    """Return what the checks of every objective found."""
    return tuple(_screening(scribe, objective) for objective in scribe.project.entries("objectives").values())


def _screening(scribe: Scribe, objective: Objective) -> ScreeningRow:
    return ScreeningRow(
        title=lines(
            f"{scribe.title(objective)} {scribe.cite(*objective.sources)}".strip(),
            labelled("Left out for now", objective.left_out_because),
            labelled("Pulls against", objective.trade_offs),
        ),
        rights=objective.rights_check or NOT_CHECKED,
        gender=objective.gender_check or NOT_CHECKED,
        children=objective.child_check or NOT_CHECKED,
    )


def milestones(scribe: Scribe) -> list[Milestone]:
    """Return the steps of the work plan by date."""
    return sorted(scribe.project.entries("milestones").values(), key=lambda each: each.due)


def milestone_row(scribe: Scribe, step: Milestone) -> MilestoneRow:
    """Put one step of the work plan into words."""
    title = f"{scribe.title(step)} {scribe.cite(*step.sources)}".strip()
    return MilestoneRow(
        due=moment_in_words(step.due),
        title=lines(title, labelled("Deliverable", step.deliverable), step.note),
        stage=scribe.term("stages", step.stage),
        owner=scribe.actor(step.owner) or "Not named yet",
        status=capital(scribe.term("milestone_statuses", step.status)),
    )


def progress(scribe: Scribe) -> tuple[str, ...]:
    """Say how far the work plan is, and until when it runs."""
    steps = [step for step in milestones(scribe) if step.status != "dropped"]
    if not steps:
        return ()
    counts = Counter(step.status for step in steps)
    words = listed(
        f"{counts[status]} {label}"
        for status, label in scribe.catalogue.vocabulary["milestone_statuses"].items()
        if counts[status]
    )
    overdue = [
        step.title
        for step in steps
        if step.status == "planned" and step.due < scribe.material.today.isoformat()[: len(step.due)]
    ]
    said = f"The work plan has {counted(len(steps), 'step')} up to {moment_in_words(steps[-1].due)}: {words}."
    late = f"Planned for an earlier date and not marked as done: {listed(overdue, '; ')}."
    return (said, late) if overdue else (said,)
