"""Figures with their rivals, and the inventory of data."""

from collections import defaultdict
from collections.abc import Iterator

from mainstream_cli.model.contexts.evidence_rows import DatasetRow, FigureRow
from mainstream_cli.model.registers.evidence import Dataset, Figure
from mainstream_cli.services.contexts.scribe import Scribe
from mainstream_cli.services.contexts.wording import capital, labelled, lines, listed
from mainstream_cli.services.money import grouped

Key = tuple[str, str | None, int]


def rivals(scribe: Scribe) -> dict[Key, list[Figure]]:
    """Group the figures that stand for the same indicator, group and year; the chosen one comes first."""
    groups: dict[Key, list[Figure]] = defaultdict(list)
    for figure in scribe.project.entries("figures").values():
        groups[figure.indicator, figure.group, figure.year].append(figure)
    order = {indicator: place for place, indicator in enumerate(dict.fromkeys(key[0] for key in groups))}
    ordered = sorted(groups, key=lambda key: (order[key[0]], key[1] or "", key[2]))
    return {key: sorted(groups[key], key=lambda figure: figure.chosen_because is None) for key in ordered}


def figure_rows(scribe: Scribe) -> tuple[FigureRow, ...]:
    """Return one row per figure, indicator by indicator, rivals beside the one that is used."""
    return tuple(_figure(scribe, figure, group) for group in rivals(scribe).values() for figure in group)


def _figure(scribe: Scribe, figure: Figure, group: list[Figure]) -> FigureRow:
    source = scribe.entry("sources", figure.source)
    return FigureRow(
        title=lines(scribe.title(figure), labelled("Group", figure.group), figure.note),
        value=f"{grouped(figure.value)} {figure.unit}",
        year=str(figure.year),
        covers=lines(figure.territory, figure.definition),
        source=lines(f"{source} {scribe.cite(figure.source, *figure.sources)}", labelled("Edition", figure.edition)),
        quality=lines(
            capital(scribe.term("figure_methods", figure.method)),
            labelled("Quality", scribe.term("qualities", figure.quality)),
        ),
        use=_use(figure, group),
    )


def _use(figure: Figure, group: list[Figure]) -> str:
    if figure.chosen_because:
        return f"Used here. {figure.chosen_because}"
    if len(group) == 1:
        return "Only value recorded"
    return "Other estimate" if any(each.chosen_because for each in group) else "Not chosen yet"


def unchosen(scribe: Scribe) -> Iterator[Figure]:
    """Yield one figure of every group of rivals from which none is chosen yet."""
    for group in rivals(scribe).values():
        if len(group) > 1 and not any(figure.chosen_because for figure in group):
            yield group[0]


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
        gaps=dataset.gaps or "None recorded",
    )
