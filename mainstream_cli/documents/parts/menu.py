"""The figures of a project beside the shipped menu of indicators for a migration profile."""

from collections.abc import Iterator

from mainstream_cli.documents.contexts.migration_profile import CoverageRow, FigureGroup, MenuRow
from mainstream_cli.documents.parts.figures import figure_rows
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import lines, listed, sentence
from mainstream_cli.model.reference import ProfileGroup, ProfileIndicator

OUTSIDE = "Other figures of the team"


def figure_groups(scribe: Scribe) -> tuple[FigureGroup, ...]:
    """Return the figures in the order of the menu, then those outside it; parts without a figure are left out."""
    return tuple(each for each in _groups(scribe) if each.figures.rows)


def _groups(scribe: Scribe) -> Iterator[FigureGroup]:
    menu = scribe.dossier.menu
    for group in menu.groups:
        ids = {each.id for each in menu.of(group)}
        yield FigureGroup(title=_title(group), figures=figure_rows(scribe, ids.__contains__))
    known = {each.id for each in menu.indicators}
    yield FigureGroup(title=OUTSIDE, figures=figure_rows(scribe, lambda indicator: indicator not in known))


def _title(group: ProfileGroup) -> str:
    return f"Part {group.part}: {group.title}"


def recorded(scribe: Scribe) -> set[str]:
    """Return the ids of what is measured by at least one figure."""
    return {figure.indicator for figure in scribe.project.entries("figures").values()}


def coverage(scribe: Scribe) -> tuple[CoverageRow, ...]:
    """Say for each part of the menu how many of its indicators have a figure, and which."""
    menu, have = scribe.dossier.menu, recorded(scribe)
    return tuple(_coverage(group, list(menu.of(group)), have) for group in menu.groups)


def _coverage(group: ProfileGroup, indicators: list[ProfileIndicator], have: set[str]) -> CoverageRow:
    found = [each.title for each in indicators if each.id in have]
    return CoverageRow(
        title=_title(group),
        recorded=f"{len(found)} of {len(indicators)}",
        titles=listed(found, "; ") or "No figure yet",
    )


def without_figure(scribe: Scribe) -> tuple[MenuRow, ...]:
    """Return the indicators of the menu that have no figure."""
    menu, have = scribe.dossier.menu, recorded(scribe)
    return tuple(
        MenuRow(
            part=group.part,
            title=indicator.title,
            about=lines(sentence(indicator.definition), f"Unit: {indicator.unit}"),
            usual_source=lines(sentence(indicator.usual_source), sentence(indicator.limits)),
        )
        for group in menu.groups
        for indicator in menu.of(group)
        if indicator.id not in have
    )
