"""How far firm money covers what a plan costs in one year."""

from collections.abc import Iterable
from decimal import Decimal

from mainstream_cli.model.registers.actions import Action
from mainstream_cli.model.told import letters


def covered(actions: Iterable[Action], year: int) -> Decimal | None:
    """Return the part of a year's cost that secured money covers, of several currencies the least; None without cost.

    Money without years of its own is taken to come as the cost of its action does. Dropped actions do not count.
    """
    needed: dict[str, Decimal] = {}
    firm: dict[str, Decimal] = {}
    for action in actions:
        if action.cost is None or action.status == "dropped":
            continue
        cost = action.cost.recurrent.get(year, Decimal(0)) + action.cost.capital.get(year, Decimal(0))
        currency, total = action.cost.currency, action.cost.total
        needed[currency] = needed.get(currency, Decimal(0)) + cost
        for funding in action.funding:
            if funding.status == "secured" and total and letters(funding.source):
                part = funding.years.get(year, Decimal(0)) if funding.years else funding.amount * cost / total
                firm[funding.currency] = firm.get(funding.currency, Decimal(0)) + part
    shares = [firm.get(currency, Decimal(0)) / cost for currency, cost in needed.items() if cost]
    return min(shares, default=None)
