"""What stands first: targets that were weakened, and costs that rose."""

from collections.abc import Iterator
from decimal import Decimal

from mainstream_cli.language import Text, say
from mainstream_cli.model.compared import Sums, sums_in_words
from mainstream_cli.model.numbers import EXACT
from mainstream_cli.model.record import Record
from mainstream_cli.model.registers.actions import Action, Cost
from mainstream_cli.model.registers.entry import Entry
from mainstream_cli.model.registers.results import Indicator, Objective, Target

Worse = Iterator[tuple[str, Text]]
"""The field that is worse, and a sentence on it."""


def cost_of(entry: Record | None) -> Sums:
    """Return what an entry costs, empty where it is not costed."""
    cost = entry.cost if isinstance(entry, Action) else None
    return {cost.currency: cost.total} if cost is not None and cost.total else {}


def rise_of(before: Record, after: Record) -> Sums:
    """Return by how much the cost of an entry rose, empty where it did not or cannot be compared."""
    was, now = cost_of(before), cost_of(after)
    if not was or was.keys() != now.keys():
        return {}
    return {currency: EXACT.subtract(now[currency], was[currency]) for currency in was if now[currency] > was[currency]}


def worse(before: Entry, after: Entry) -> Worse:
    """Yield each field in which an entry aims at less, at a later time, or costs more."""
    if isinstance(before, Indicator) and isinstance(after, Indicator):
        yield from _weaker_target(before, after)
        yield from _weaker_milestones(before, after)
    if isinstance(before, Objective) and isinstance(after, Objective) and _later(before.due, after.due):
        if after.due:
            yield "due", say("It is due in {day}, was due in {before}: later.", day=after.due, before=str(before.due))
        else:
            yield (
                "due",
                say("It has no day any more by which it is due; it was due in {before}.", before=str(before.due)),
            )
    if isinstance(before, Action) and isinstance(after, Action) and rise_of(before, after):
        yield "cost", cost_in_words(before.cost, after.cost)


def _later(before: str | None, after: str | None) -> bool:
    """Tell whether a day, month or year was put off; a year is over at its end."""
    return bool(before) and (not after or f"{after}~" > f"{before}~")


def _sign(indicator: Indicator) -> int:
    """Return 1 where more is better and -1 where less is; as direction says, else as its target lies to its start."""
    if indicator.direction in ("increase", "decrease"):
        return 1 if indicator.direction == "increase" else -1
    start = indicator.baseline.value if indicator.baseline else None
    if start is None or indicator.target is None or start == indicator.target.value:
        return 0
    return 1 if indicator.target.value > start else -1


def _weaker_target(before: Indicator, after: Indicator) -> Worse:
    was, now = before.target, after.target
    if was is None or was == now:
        return
    if now is None:
        text = say("The target was taken out; it was {before}: weakened.", before=_aim(before, was))
        yield "target", text
    elif before.unit != after.unit:
        return  # the two numbers do not measure the same
    elif _less(before, was.value, now.value) or now.year > was.year:
        text = say("Target: {after}, was {before}: weakened.", after=_aim(after, now), before=_aim(before, was))
        yield "target", text


def _less(before: Indicator, was: Decimal, now: Decimal) -> bool:
    return (now - was) * _sign(before) < 0


def _aim(indicator: Indicator, target: Target) -> Text:
    return say("{value} {unit} in {year}", value=target.value, unit=indicator.unit, year=target.year)


def _weaker_milestones(before: Indicator, after: Indicator) -> Worse:
    if before.unit != after.unit:
        return
    for year, was in sorted(before.milestones.items()):
        now = after.milestones.get(year)
        if now is None:
            text = say("For {year} nothing is aimed at any more; it was {before}: weakened.", year=year, before=was)
            yield "milestones", text
        elif _less(before, was, now):
            text = say("For {year} {after} is aimed at, was {before}: weakened.", year=year, after=now, before=was)
            yield "milestones", text


def cost_in_words(before: Cost | None, after: Cost | None) -> Text:
    """Say what an action costs and cost, with the years of the prices where they differ."""
    if before is None or after is None or not before.total or not after.total:
        if after is None or not after.total:
            return say("It is not costed any more; the cost was {before}.", before=_money(before))
        return say("It is costed now: {after}.", after=_money(after))
    was, now = _money(before), _money(after)
    if before.price_year != after.price_year:
        was = say("{money} at prices of {year}", money=was, year=before.price_year)
        now = say("{money} at prices of {year}", money=now, year=after.price_year)
    if before.currency == after.currency and after.total != before.total:
        change = sums_in_words({after.currency: abs(EXACT.subtract(after.total, before.total))})
        if after.total > before.total:
            return say("Cost: {after}, was {before}: {change} more.", after=now, before=was, change=change)
        return say("Cost: {after}, was {before}: {change} less.", after=now, before=was, change=change)
    if was == now:
        return say("Cost: {after} as before, spread or worked out in another way.", after=now)
    return say("Cost: {after}, was {before}.", after=now, before=was)


def _money(cost: Cost | None) -> Text:
    return sums_in_words({cost.currency: cost.total} if cost is not None else {})
