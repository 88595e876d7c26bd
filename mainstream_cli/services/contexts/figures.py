"""Figures with their rivals, and the inventory of data."""

from collections import defaultdict
from collections.abc import Iterator

from mainstream_cli.model.contexts.evidence_rows import DatasetRow, FigureRow
from mainstream_cli.model.registers.evidence import Dataset, Figure
from mainstream_cli.services.contexts.scribe import Scribe
from mainstream_cli.services.contexts.wording import capital, labelled, lines, listed
from mainstream_cli.services.money import grouped

Key = tuple[str, str | None, int]
NOT_CHOSEN = "None of several values is chosen yet"


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


def figure_rows(scribe: Scribe) -> tuple[FigureRow, ...]:
    """Return one row per thing measured, in the order of the register, with its years and rival estimates."""
    series: dict[tuple[str, str | None], list[list[Figure]]] = defaultdict(list)
    for (indicator, people, _), group in sorted(rivals(scribe).items(), key=lambda item: item[0][2]):
        series[indicator, people].append(group)
    order = list(dict.fromkeys((each.indicator, each.group) for each in scribe.project.entries("figures").values()))
    return tuple(_row(scribe, series[key]) for key in order)


def _row(scribe: Scribe, years: list[list[Figure]]) -> FigureRow:
    used = [group[0] for group in years if _chosen(group)]
    others = [figure for group in years for figure in (group[1:] if _chosen(group) else group)]
    first = (used or others)[0]
    return FigureRow(
        title=lines(scribe.title(first), labelled("Group", first.group)),
        used=_values(scribe, used, first) or NOT_CHOSEN,
        others=_values(scribe, others, first),
        about=lines(*dict.fromkeys(line for figure in (*used, *others) for line in _about(scribe, figure))),
    )


def _values(scribe: Scribe, figures: list[Figure], first: Figure) -> str:
    """Write values by year, each run of one source followed by that source."""
    runs: dict[str, list[str]] = {}
    for figure in figures:
        named = f"{scribe.title(figure)}: " if figure.title != first.title else ""
        runs.setdefault(_origin(scribe, figure), []).append(
            f"{named}{grouped(figure.value)} {figure.unit} ({figure.year})"
        )
    return lines(*(line for source, values in runs.items() for line in (*values, source)))


def _origin(scribe: Scribe, figure: Figure) -> str:
    """Say where a value comes from; an edition that the title names already is not repeated."""
    source = scribe.entry("sources", figure.source)
    edition = figure.edition if figure.edition and figure.edition not in source else None
    quality = scribe.term("qualities", figure.quality)
    details = (
        f"{source} {scribe.cite(figure.source, *figure.sources)}",
        labelled("edition", edition),
        scribe.term("figure_methods", figure.method),
        f"{quality} quality" if quality else "",
    )
    return listed(details, "; ")


def _about(scribe: Scribe, figure: Figure) -> Iterator[str]:
    territory = figure.territory if figure.territory != scribe.project.settings.country.name else None
    yield from (
        territory or "",
        figure.definition or "",
        figure.note or "",
        labelled("Used because", figure.chosen_because),
    )


def dataset_rows(scribe: Scribe) -> tuple[DatasetRow, ...]:
    """Return the inventory of data."""
    return tuple(_dataset(scribe, dataset) for dataset in scribe.project.entries("datasets").values())


def _dataset(scribe: Scribe, dataset: Dataset) -> DatasetRow:
    title = f"{scribe.title(dataset)} {scribe.cite(*dataset.sources)}".strip()
    return DatasetRow(
        title=lines(
            title, capital(scribe.term("dataset_kinds", dataset.kind)), labelled("Holder", scribe.actor(dataset.holder))
        ),
        covers=lines(
            dataset.covers, listed((dataset.years, scribe.term("frequencies", dataset.frequency))), dataset.note
        ),
        split=capital(scribe.terms("disaggregations", dataset.disaggregation)) or "No breakdown recorded",
        access=lines(
            capital(scribe.term("accesses", dataset.access)),
            labelled("Quality", scribe.term("qualities", dataset.quality)),
        ),
        gaps=dataset.gaps or "No gap recorded",
    )
