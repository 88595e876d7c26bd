"""Who pays, and the gap."""

from collections import defaultdict
from decimal import Decimal

from mainstream_cli.documents.contexts.pictures import Mark, Picture
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import capital, counted, listed, sentence
from mainstream_cli.model.money import Exchange, bare_amount, currencies, exchange, totals
from mainstream_cli.model.numbers import EXACT
from mainstream_cli.model.registers.actions import Action

GAP = "gap"
NOTHING = Decimal(0)
NONE = "–"
Paid = dict[str, Decimal]


def financing(scribe: Scribe) -> tuple[Picture, ...]:
    """Return who pays what, by how sure it is, with the gap: one picture for each currency, or one at dated rates."""
    actions = list(scribe.project.entries("actions").values())
    rates = exchange(scribe.project.settings.finance, actions)
    used = {rates.target} if rates.target else {currency for action in actions for currency in currencies(action)}
    pictures = (_money(scribe, actions, rates, currency) for currency in sorted(filter(None, used)))
    return tuple(picture for picture in pictures if picture.marks)


def _money(scribe: Scribe, actions: list[Action], rates: Exchange, currency: str) -> Picture:
    names = {**{each: scribe.term("funding_statuses", each) for each in _statuses(scribe)}, GAP: GAP}
    marks = tuple(_mark(source, amounts) for source, amounts in _sources(scribe, actions, rates, currency).items())
    said = (f"{each.label} {listed(_amounts(each, tuple(names.values())))}" for each in marks)
    sums = totals(actions, rates)
    costed = f"{sums.costed} of {counted(sums.actions, 'action')} costed."
    return Picture(
        picture="financing",
        caption=f"Who pays, and the gap, in {currency}",
        alt=f"A bar for each source of money, by status, in {currency}: {sentence(listed(said, '; '))} {costed}",
        columns=("Source", *map(capital, names.values())),
        legend=tuple(names.values()),
        unit=f"{currency}. {costed}",
        marks=marks,
    )


def _statuses(scribe: Scribe) -> tuple[str, ...]:
    return tuple(scribe.catalogue.vocabulary["funding_statuses"])


def _sources(scribe: Scribe, actions: list[Action], rates: Exchange, currency: str) -> dict[str, Paid]:
    """Add up what each source pays, in the order in which actions name them; the gap comes last."""
    found: dict[str, Paid] = defaultdict(lambda: dict.fromkeys((*_statuses(scribe), GAP), NOTHING))
    for share in (funding for action in actions for funding in action.funding):
        where, amount = rates.convert(share.amount, share.currency)
        if where == currency:
            paid = found[scribe.actor(share.source)]
            paid[share.status] = EXACT.add(paid[share.status], amount)
    gap = totals(actions, rates).gap.get(currency, NOTHING)
    if gap:
        found["Not secured yet: the gap"][GAP] = gap
    return found


def _mark(source: str, amounts: Paid) -> Mark:
    values = tuple(amounts.values())
    return Mark(label=source, words=tuple(bare_amount(each) if each else NONE for each in values), numbers=values)


def _amounts(mark: Mark, names: tuple[str, ...]) -> list[str]:
    return [f"{word} {name}" for word, name in zip(mark.words, names, strict=True) if word != NONE]
