"""Adds up costs and funding: an uncosted action is never zero, no currency is added without a dated rate."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from mainstream_cli.model.numbers import EXACT
from mainstream_cli.model.project import Finance, Rate
from mainstream_cli.model.registers.actions import Action

Amounts = Mapping[str, Decimal]
CENT, UNIT = Decimal("0.01"), Decimal(1)
SMALL = Decimal(100)


@dataclass(frozen=True)
class Exchange:
    """How money is brought into one currency; without a target every currency stands by itself."""

    target: str | None = None
    rates: Mapping[str, Rate] = field(default_factory=dict)
    missing: tuple[str, ...] = ()

    def convert(self, amount: Decimal, currency: str) -> tuple[str, Decimal]:
        """Return currency and amount as they enter a total; converted amounts are rounded to whole units."""
        if self.target is None or currency == self.target:
            return currency, amount
        product = EXACT.multiply(amount, self.rates[currency].value)
        return self.target, product.quantize(UNIT if product >= SMALL else CENT, ROUND_HALF_UP, EXACT)


@dataclass(frozen=True)
class Totals:
    """What a group of actions costs and who pays; ``gap`` is added up action by action."""

    actions: int
    costed: int
    cost: Amounts
    secured: Amounts
    pledged: Amounts
    sought: Amounts
    gap: Amounts
    gap_unknown: int
    price_years: tuple[int, ...]


def exchange(finance: Finance | None, actions: Iterable[Action]) -> Exchange:
    """Choose how to add up: into the currency of *finance* if every currency has a rate, else currency by currency."""
    used = {currency for action in actions for currency in currencies(action)}
    if finance is None:
        return Exchange()
    latest = latest_rates(finance)
    foreign = sorted(used - {finance.currency})
    missing = tuple(currency for currency in foreign if currency not in latest)
    if missing:
        return Exchange(missing=missing)
    return Exchange(finance.currency, {currency: latest[currency] for currency in foreign})


def latest_rates(finance: Finance) -> dict[str, Rate]:
    """Return the rate of the latest day for each currency."""
    return {rate.currency: rate for rate in sorted(finance.rates, key=lambda rate: rate.date)}


def currencies(action: Action) -> Iterator[str]:
    """Yield the currencies that an action's cost and funding are in."""
    if action.cost is not None:
        yield action.cost.currency
    yield from (funding.currency for funding in action.funding)


def funded(action: Action, status: str, rates: Exchange) -> Amounts:
    """Return the funding of one status, by currency."""
    return _sum(
        rates.convert(funding.amount, funding.currency) for funding in action.funding if funding.status == status
    )


def funded_by(actions: Iterable[Action], sources: Collection[str], status: str) -> Amounts:
    """Return what some sources give to some actions with one status, every currency by itself."""
    found = (funding for action in actions for funding in action.funding if funding.source in sources)
    return _sum((funding.currency, funding.amount) for funding in found if funding.status == status)


def costed(action: Action) -> bool:
    """Tell whether an action has a cost; a cost block without any amount is none."""
    return action.cost is not None and bool(action.cost.recurrent or action.cost.capital)


def cost(action: Action, rates: Exchange) -> Amounts:
    """Return what an action costs; nothing at all when it is not costed."""
    if action.cost is None or not costed(action):
        return {}
    return _sum([rates.convert(action.cost.total, action.cost.currency)])


def gap(action: Action, rates: Exchange) -> Amounts | None:
    """Return what is not secured of the cost of an action, zero when all is; None when that cannot be said.

    It cannot be said of an action without cost, nor where secured money is in another currency without a rate.
    """
    costs, secured = cost(action, rates), funded(action, "secured", rates)
    if not costs or not secured.keys() <= costs.keys():
        return None
    return {
        currency: max(EXACT.subtract(amount, secured.get(currency, Decimal(0))), Decimal(0))
        for currency, amount in costs.items()
    }


def totals(actions: Iterable[Action], rates: Exchange) -> Totals:
    """Add up a group of actions."""
    group = list(actions)
    gaps = [gap(action, rates) for action in group if costed(action)]
    return Totals(
        actions=len(group),
        costed=sum(costed(action) for action in group),
        cost=_merged(cost(action, rates) for action in group),
        secured=_merged(funded(action, "secured", rates) for action in group),
        pledged=_merged(funded(action, "pledged", rates) for action in group),
        sought=_merged(funded(action, "sought", rates) for action in group),
        gap=_merged(known for known in gaps if known is not None),
        gap_unknown=gaps.count(None),
        price_years=tuple(
            sorted({action.cost.price_year for action in group if action.cost is not None and costed(action)})
        ),
    )


def _merged(amounts: Iterable[Amounts]) -> Amounts:
    return _sum(item for part in amounts for item in part.items())


def _sum(items: Iterable[tuple[str, Decimal]]) -> Amounts:
    found: dict[str, Decimal] = {}
    for currency, amount in items:
        found[currency] = EXACT.add(found.get(currency, Decimal(0)), amount)
    return found


def grouped(number: Decimal) -> str:
    """Write a number with thousands separators and no more decimals than it has: 1,250,000 or 12.5."""
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def bare_amount(amount: Decimal) -> str:
    """Write an amount of money without its currency: 1,250,000 or 99.50."""
    return f"{amount.quantize(CENT, ROUND_HALF_UP, EXACT):,.2f}".removesuffix(".00")


def money(amount: Decimal, currency: str) -> str:
    """Write an amount of money: MDL 1,250,000 or MDL 99.50."""
    return f"{currency} {bare_amount(amount)}"


def amounts_in_words(amounts: Amounts) -> tuple[str, ...]:
    """Write amounts one line per currency, in alphabetical order."""
    return tuple(money(amount, currency) for currency, amount in sorted(amounts.items()))
