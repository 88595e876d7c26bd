"""Figures over several years, only within one edition of one source: values of two editions are never compared."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from mainstream_cli.documents.contexts.migration_profile import TrendRow
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import counted, labelled, lines, listed
from mainstream_cli.model.money import grouped
from mainstream_cli.model.registers.evidence import Figure

Series = tuple[str | None, ...]


def trend_rows(scribe: Scribe) -> tuple[TrendRow, ...]:
    """Return the series of one source, edition, territory, unit and definition that have at least two years."""
    return tuple(_row(scribe, years) for years in _series(scribe) if len(years) > 1)


def _series(scribe: Scribe) -> Iterator[dict[int, Figure]]:
    """Yield the values by year of all that may be compared; one of two rivals in a year is enough to show the way."""
    found: dict[Series, list[Figure]] = defaultdict(list)
    for figure in sorted(scribe.project.entries("figures").values(), key=lambda figure: figure.year):
        found[_kind_of(figure)].append(figure)
    for same in found.values():
        defined = {each.definition for each in same if each.definition}
        for definition in sorted(defined) if len(defined) > 1 else [""]:
            yield _by_year(each for each in same if not definition or each.definition == definition)


def _by_year(figures: Iterable[Figure]) -> dict[int, Figure]:
    years: dict[int, Figure] = {}
    for figure in figures:
        if figure.year not in years or figure.chosen_because:
            years[figure.year] = figure
    return years


def _kind_of(figure: Figure) -> Series:
    """Return all that must be the same for two values to be compared; a definition is often told once only."""
    return (figure.indicator, figure.group, figure.source, figure.edition, figure.territory, figure.unit, figure.method)


def _row(scribe: Scribe, years: dict[int, Figure]) -> TrendRow:
    first, last = years[min(years)], years[max(years)]
    edition = first.edition if first.edition and first.edition not in scribe.entry("sources", first.source) else None
    return TrendRow(
        title=listed((scribe.title(last), last.unit, last.group)),
        points=lines(*(f"{year}: {grouped(figure.value)}" for year, figure in years.items())),
        change=_change(first, last),
        source=listed((f"{scribe.entry('sources', last.source)} {scribe.cite(last.source)}", edition), "; "),
    )


def _change(first: Figure, last: Figure) -> str:
    """Say the difference, and its share where the values are amounts and not shares themselves."""
    difference = last.value - first.value
    if not difference:
        return f"No change from {first.year} to {last.year}"
    sign = "+" if difference > 0 else "\u2212"
    share = difference / first.value * 100 if first.value > 0 and "%" not in last.unit else Decimal(0)
    whole = f"about {'+' if share > 0 else chr(0x2212)}{abs(share):.0f}%" if abs(share) >= 1 else ""
    said = f"{sign}{grouped(abs(difference))} from {first.year} to {last.year}"
    return f"{said} ({whole})" if whole else said


def not_compared(scribe: Scribe) -> Iterator[str]:
    """Say which things stand in several editions or sources, whose values no trend mixes."""
    editions: dict[str, set[tuple[str, str | None]]] = defaultdict(set)
    titles: dict[str, str] = {}
    for figure in scribe.project.entries("figures").values():
        editions[figure.indicator].add((figure.source, figure.edition))
        titles.setdefault(figure.indicator, scribe.title(figure))
    several = [titles[indicator] for indicator, found in editions.items() if len(found) > 1]
    if several:
        things = counted(len(several), "thing stands", "things stand")
        yield f"{things} in more than one source or edition; values of two are never compared: {listed(several, '; ')}."
    loose = [titles[each] for each, found in editions.items() if any(edition is None for _, edition in found)]
    if loose:
        yield labelled("No edition is named for", f"{listed(loose, '; ')}.")
