"""Figures through the years."""

from collections import defaultdict
from decimal import Decimal

from mainstream_cli.documents.contexts.pictures import Mark, Picture
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import listed, sentence
from mainstream_cli.model.money import grouped
from mainstream_cli.model.registers.evidence import Figure

TREND = 3  # points of one edition that make a line


def trends(scribe: Scribe) -> tuple[Picture, ...]:
    """Return the figures of which one edition has several years, one line for each edition; editions never mix."""
    series: dict[tuple[str, str | None, str], dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for figure in scribe.project.entries("figures").values():
        series[figure.indicator, figure.group, figure.unit][_edition(scribe, figure)].append(figure)
    lines = ({name: each for name, each in editions.items() if len(each) >= TREND} for editions in series.values())
    return tuple(_trend(editions) for editions in lines if editions)


def _edition(scribe: Scribe, figure: Figure) -> str:
    source, edition = scribe.entry("sources", figure.source), figure.edition or ""
    return listed((source, edition if edition not in source else "", figure.territory))


def _trend(editions: dict[str, list[Figure]]) -> Picture:
    first = next(iter(editions.values()))[0]
    marks = tuple(
        Mark(label=name, words=(str(figure.year), grouped(figure.value)), numbers=(Decimal(figure.year), figure.value))
        for name, figures in editions.items()
        for figure in sorted(figures, key=lambda each: each.year)
    )
    title = listed((first.title, first.group if first.group and first.group not in first.title else ""))
    ends = (
        f"{name}: from {grouped(low.value)} in {low.year} to {grouped(high.value)} in {high.year}"
        for name, figures in editions.items()
        for low, high in [(min(figures, key=lambda each: each.year), max(figures, key=lambda each: each.year))]
    )
    return Picture(
        picture="lines",
        caption=f"{title}, by edition",
        alt=sentence(f"{title}, {first.unit}. {listed(ends, '; ')}"),
        columns=("Source and edition", "Year", first.unit),
        legend=("year", "value"),
        unit=first.unit,
        marks=marks,
    )
