"""How far firm money covers what a plan costs in one year."""

from collections.abc import Iterable
from decimal import Decimal

from mainstream_cli.model.registers.actions import Action, Funding
from mainstream_cli.model.told import letters


def covered(actions: Iterable[Action], year: int) -> Decimal | None:
    """Return the part of a year's cost that secured money covers, of several currencies the least; None without cost.

    Money without years of its own is taken to come as the cost of its action does. Dropped actions do not count,
    and what one action has beyond its cost of the year pays for no other.
    """
    needed: dict[str, Decimal] = {}
    firm: dict[str, Decimal] = {}
    for action in actions:
        if action.cost is None or not action.stands:
            continue
        cost = action.cost.recurrent.get(year, Decimal(0)) + action.cost.capital.get(year, Decimal(0))
        currency, total = action.cost.currency, action.cost.total
        needed[currency] = needed.get(currency, Decimal(0)) + cost
        parts = (_part(funding, year, cost, total) for funding in action.funding if funding.currency == currency)
        firm[currency] = firm.get(currency, Decimal(0)) + min(cost, sum(parts, Decimal(0)))
    shares = [firm.get(currency, Decimal(0)) / cost for currency, cost in needed.items() if cost]
    return min(shares, default=None)


def _part(funding: Funding, year: int, cost: Decimal, total: Decimal) -> Decimal:
    """Return what secured money brings in a year, never more than there is of it."""
    if funding.status != "secured" or not total or not letters(funding.source):
        return Decimal(0)
    return min(funding.amount, funding.years.get(year, Decimal(0)) if funding.years else funding.amount * cost / total)
