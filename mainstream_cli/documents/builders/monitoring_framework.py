"""Builds the monitoring framework: results chain, indicators, calendar and owners."""

from collections.abc import Iterator

from mainstream_cli.documents.contexts.monitoring_framework import MonitoringFramework, OwnerRow, YearRow
from mainstream_cli.documents.contexts.shared import DataGap
from mainstream_cli.documents.dossier import Dossier
from mainstream_cli.documents.parts.answering import section, sheets
from mainstream_cli.documents.parts.cover import cover
from mainstream_cli.documents.parts.gaps import answer_gaps, indicator_gaps
from mainstream_cli.documents.parts.measuring import chains, indicator_rows
from mainstream_cli.documents.parts.process import risk_rows
from mainstream_cli.documents.parts.summary_box import SummaryBox, box, data_gaps
from mainstream_cli.documents.words.abbreviations import abbreviations
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import counted, lines, listed
from mainstream_cli.model.money import grouped
from mainstream_cli.model.registers.results import Indicator

LOGIC = ("monitoring_results_chain", "monitoring_trigger", "monitoring_unwanted_effects")
GROUPS = ("monitoring_disaggregation", "data_disaggregation")
RHYTHM = ("monitoring_rhythm", "monitoring_local_feedback", "monitoring_mid_term")
USE = ("monitoring_in_use", "monitoring_bad_results", "monitoring_publication", "monitoring_lessons")
NO_OWNER = "No owner named yet"


def monitoring_framework(dossier: Dossier) -> MonitoringFramework:
    """Build the monitoring framework; parts are built in document order, which numbers the references."""
    scribe = Scribe(dossier, short=True)
    stages = [stage for stage in scribe.catalogue.stages if stage.id == "monitoring"]
    gaps = (*indicator_gaps(scribe), *answer_gaps(scribe, stages))
    printed = {*LOGIC, *GROUPS, *RHYTHM, *USE}
    return MonitoringFramework(
        cover=cover(scribe, _summary(scribe, gaps)),
        logic=section(scribe, LOGIC),
        chains=chains(scribe),
        indicators=indicator_rows(scribe),
        groups=section(scribe, GROUPS),
        calendar=section(scribe, RHYTHM),
        years=tuple(_years(scribe)),
        owners=tuple(_owners(scribe)),
        risks=risk_rows(scribe),
        use=section(scribe, USE),
        sheets=sheets(scribe, stages, lambda question: question.id not in printed),
        gaps=gaps,
        references=scribe.references.listed(),
        abbreviations=abbreviations(scribe, *scribe.dossier.crosswalks),
    )


def _indicators(scribe: Scribe) -> list[Indicator]:
    return list(scribe.project.entries("indicators").values())


def _summary(scribe: Scribe, gaps: tuple[DataGap, ...]) -> SummaryBox:
    indicators, results = _indicators(scribe), scribe.project.entries("results").values()
    levels = {level: sum(each.level == level for each in results) for level in ("impact", "outcome", "output")}
    based = sum(each.baseline is not None and each.baseline.value is not None for each in indicators)
    split = sum(bool(each.disaggregation) for each in indicators)
    return box(
        (
            "Results",
            f"{listed(counted(number, level) for level, number in levels.items())}."
            if results
            else "No result has been recorded yet.",
        ),
        (
            "Indicators",
            f"{counted(len(indicators), 'indicator')}." if indicators else "No indicator has been recorded yet.",
        ),
        ("Baselines", _share(based, indicators, "with a baseline")),
        ("Targets", _share(sum(each.target is not None for each in indicators), indicators, "with a target")),
        ("By group", _share(split, indicators, "reported for groups")),
        ("Owners", _share(sum(each.owner is not None for each in indicators), indicators, "with an owner")),
        ("Data gaps", data_gaps(gaps)),
    )


def _share(number: int, indicators: list[Indicator], words: str) -> str:
    return f"{number} of {counted(len(indicators), 'indicator')} {words}." if indicators else ""


def _years(scribe: Scribe) -> Iterator[YearRow]:
    """Yield one row per year in which a value or a step is due."""
    actions = scribe.project.entries("actions").values()
    years = {year for each in _indicators(scribe) for year, _ in _values(each)}
    years |= {year for action in actions for year in action.milestones}
    for year in sorted(years):
        values = (
            f"{scribe.title(indicator)}: {words} ({indicator.unit})"
            for indicator in _indicators(scribe)
            for due, words in _values(indicator)
            if due == year
        )
        steps = (
            f"{scribe.title(action)}: {step} ({scribe.actor(action.lead) or 'no lead yet'})"
            for action in actions
            for due, step in action.milestones.items()
            if due == year
        )
        yield YearRow(year=str(year), figures=lines(*values), steps=lines(*steps))


def _values(indicator: Indicator) -> Iterator[tuple[int, str]]:
    yield from ((year, grouped(value)) for year, value in indicator.milestones.items())
    if indicator.target is not None:
        yield indicator.target.year, f"target {grouped(indicator.target.value)}"


def _owners(scribe: Scribe) -> Iterator[OwnerRow]:
    """Yield one row per owner in alphabetical order; what nobody owns yet comes last."""
    own: dict[str, list[str]] = {}
    for indicator in _indicators(scribe):
        rhythm = scribe.term("frequencies", indicator.frequency) or "rhythm not set yet"
        words = f"{scribe.title(indicator)} ({rhythm})"
        own.setdefault(scribe.actor(indicator.owner, short=False), []).append(words)
    for owner in sorted(own, key=lambda each: (not each, each.lower())):
        yield OwnerRow(owner=owner or NO_OWNER, indicators=lines(*own[owner]))
