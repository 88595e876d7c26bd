"""Figures with their rivals, and the inventory of data."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from mainstream_cli.documents.contexts.evidence_rows import DatasetRow, Estimate, FigureRow, FigureYear
from mainstream_cli.documents.contexts.shared import Rows
from mainstream_cli.documents.words.legend import Legend, with_notes
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import capital, labelled, lines, listed, sentence
from mainstream_cli.model.money import grouped
from mainstream_cli.model.registers.evidence import Dataset, Figure

Key = tuple[str, str | None, int]
NOT_CHOSEN = "Not chosen yet"
SAME = "As above"


def rivals(scribe: Scribe) -> dict[Key, list[Figure]]:
    """Group the figures that stand for the same indicator, group and year; the chosen one comes first."""
    groups: dict[Key, list[Figure]] = defaultdict(list)
    for figure in scribe.project.entries("figures").values():
        groups[figure.indicator, figure.group, figure.year].append(figure)
    return {key: sorted(group, key=lambda figure: figure.chosen_because is None) for key, group in groups.items()}


def unchosen(scribe: Scribe) -> Iterator[Figure]:
    """Yield one figure of every group of rivals from which none is chosen yet."""
    yield from (group[0] for group in rivals(scribe).values() if not _chosen(group))


def _chosen(group: list[Figure]) -> bool:
    return len(group) == 1 or group[0].chosen_because is not None


def figure_rows(scribe: Scribe, wanted: Callable[[str], bool] = lambda _: True) -> Rows[FigureRow]:
    """Return one row per wanted thing measured, in the order of the register, with a line for each year."""
    series: dict[tuple[str, str | None], list[list[Figure]]] = defaultdict(list)
    for (indicator, people, _), group in sorted(rivals(scribe).items(), key=lambda item: item[0][2]):
        series[indicator, people].append(group)
    figures = [each for each in scribe.project.entries("figures").values() if wanted(each.indicator)]
    order = list(dict.fromkeys((each.indicator, each.group) for each in figures))
    legend = Legend({_territory(scribe, each) for group in series[key] for each in group} for key in order)
    return Rows(rows=tuple(_row(scribe, series[key], legend) for key in order), notes=legend.listed())


def _row(scribe: Scribe, years: list[list[Figure]], legend: Legend) -> FigureRow:
    letters = legend.letters(*dict.fromkeys(_territory(scribe, figure) for group in years for figure in group))
    rows: list[FigureYear] = []
    for place, group in enumerate(years):
        above = years[place - 1][0] if place else None
        rows.append(_year(scribe, group, above, "" if place else letters))
    about = _about(scribe, [figure for group in years for figure in group], legend)
    return FigureRow(years=tuple(_said_once(rows)), about=about)


def _said_once(rows: list[FigureYear]) -> Iterator[FigureYear]:
    """Yield the years of one thing; a source or another estimate's name that the year before has is not repeated."""
    before: dict[int, Estimate] = {}
    source = ""
    for row in rows:
        others = tuple(
            other.model_copy(update={"title": "", "source": SAME}) if _same(other, before.get(place)) else other
            for place, other in enumerate(row.others)
        )
        same = bool(row.source) and row.source == source
        yield row.model_copy(update={"source": SAME if same else row.source, "others": others})
        before, source = dict(enumerate(row.others)), row.source


def _same(estimate: Estimate, above: Estimate | None) -> bool:
    return above is not None and (estimate.title, estimate.source) == (above.title, above.source)


def _year(scribe: Scribe, group: list[Figure], above: Figure | None, letters: str) -> FigureYear:
    """Put one year into words; what the row *above* says of the same thing is not said again."""
    chosen, figure = _chosen(group), group[0]
    titled = above is None or above.title != figure.title
    unit = listed((figure.unit, _group(figure)), "; ")
    return FigureYear(
        title=listed((scribe.title(figure), letters), " ") if titled else "",
        unit=unit if titled or above is None or above.unit != figure.unit else "",
        year=str(figure.year),
        value=grouped(figure.value) if chosen else NOT_CHOSEN,
        source=origin(scribe, figure) if chosen else "",
        others=tuple(_estimate(scribe, each, figure) for each in (group[1:] if chosen else group)),
    )


def _group(figure: Figure) -> str:
    """Name the group counted, unless the title has it already."""
    return figure.group if figure.group and figure.group.lower() not in figure.title.lower() else ""


def _estimate(scribe: Scribe, figure: Figure, used: Figure) -> Estimate:
    return Estimate(
        value=grouped(figure.value) if figure.unit == used.unit else f"{grouped(figure.value)} {figure.unit}",
        title=scribe.title(figure) if figure.title != used.title else "",
        source=origin(scribe, figure),
    )


def origin(scribe: Scribe, figure: Figure) -> str:
    """Say where a value comes from; an edition that the title names already is not repeated."""
    source = scribe.entry("sources", figure.source)
    edition = figure.edition if figure.edition and figure.edition not in source else None
    details = (
        f"{source} {scribe.cite(figure.source, *figure.sources)}",
        edition,
        scribe.term("figure_methods", figure.method),
        labelled("quality", scribe.term("qualities", figure.quality)),
    )
    return listed(details, "; ")


def _territory(scribe: Scribe, figure: Figure) -> str:
    """Name the territory that a value covers, where it is not just the country."""
    return figure.territory if figure.territory and figure.territory != scribe.project.settings.country.name else ""


def _about(scribe: Scribe, figures: list[Figure], legend: Legend) -> str:
    """Say what there is to say on the values of one thing, each thing once; what concerns a rival names it."""
    said: dict[str, None] = {}
    label = figures[0].title
    parts: list[str] = []
    for figure in figures:
        own = [each for each in _remarks(scribe, figure, legend) if each not in said]
        said.update(dict.fromkeys(own))
        if own and figure.title != label:
            label = figure.title
            parts.append(f"{label}:")
        parts += own
    return listed(parts, " ")


def _remarks(scribe: Scribe, figure: Figure, legend: Legend) -> Iterator[str]:
    found = (
        legend.own(_territory(scribe, figure)),
        figure.definition,
        scribe.note(figure),
        labelled("Used because", figure.chosen_because),
    )
    yield from (sentence(each) for each in found if each)


def dataset_rows(scribe: Scribe) -> Rows[DatasetRow]:
    """Return the inventory of data."""
    datasets = scribe.project.entries("datasets").values()
    return with_notes(scribe, datasets, _dataset)


def _dataset(scribe: Scribe, dataset: Dataset, legend: Legend) -> DatasetRow:
    note = scribe.note(dataset)
    split = labelled("Can be split by", scribe.terms("disaggregations", dataset.disaggregation))
    return DatasetRow(
        title=scribe.titled(dataset, legend.letters(note)),
        kind=lines(
            capital(scribe.kind("dataset_kinds", dataset.kind)), labelled("Holder", scribe.actor(dataset.holder))
        ),
        covers=lines(
            dataset.covers,
            capital(listed((dataset.years, scribe.term("frequencies", dataset.frequency)))),
            split or "No breakdown recorded",
            legend.own(note),
        ),
        access=lines(
            capital(scribe.term("accesses", dataset.access)),
            labelled("Quality", scribe.term("qualities", dataset.quality)),
        )
        or "Not stated yet",
        gaps=dataset.gaps or "No gap recorded",
    )
