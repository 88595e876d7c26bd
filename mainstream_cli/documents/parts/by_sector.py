"""The actions of a project sector by sector, and the exchange rates that their totals need."""

from collections.abc import Iterator

from mainstream_cli.documents.contexts.action_matrix import RateRow
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import day_in_words
from mainstream_cli.model.money import Exchange, grouped
from mainstream_cli.model.project import Rate
from mainstream_cli.model.registers.actions import Action

NO_SECTOR = "Actions without a sector"


def by_sector(scribe: Scribe) -> Iterator[tuple[str, list[Action]]]:
    """Yield the actions sector by sector in plan order; actions of no known sector come last."""
    project = scribe.project
    known = {sector.id: sector.title for sector in scribe.catalogue.sectors}
    for id_, title in known.items():
        if project.actions_in(id_):
            yield title, list(project.actions_in(id_).values())
    rest = [action for id_, action in project.entries("actions").items() if project.part("actions", id_) not in known]
    if rest:
        yield NO_SECTOR, rest


def rate_rows(scribe: Scribe, rates: Exchange) -> tuple[RateRow, ...]:
    """Return the exchange rates used, by currency."""
    return tuple(_rate(scribe, rate) for _, rate in sorted(rates.rates.items()))


def _rate(scribe: Scribe, rate: Rate) -> RateRow:
    finance = scribe.project.settings.finance
    target = finance.currency if finance else ""
    source = f"{scribe.entry('sources', rate.source)} {scribe.cite(rate.source)}"
    return RateRow(
        rate=f"{rate.currency} 1 = {target} {grouped(rate.value)}", date=day_in_words(rate.date), source=source
    )
