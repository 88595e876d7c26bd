"""Totals of the action matrix in words, and what they leave out."""

from collections.abc import Iterable, Sequence

from mainstream_cli.documents.contexts.action_matrix import TotalsRow
from mainstream_cli.documents.words.wording import counted, lines, listed
from mainstream_cli.model.money import Amounts, Exchange, Totals, amounts_in_words, currencies, totals
from mainstream_cli.model.project import Finance
from mainstream_cli.model.registers.actions import Action

NONE = "–"
FULLY = "Fully secured"
NOT_ZERO = "An action without a cost is not counted as zero: the whole costs more than the totals say."
BY_CURRENCY = "Totals are therefore given currency by currency and never added."
AT_DATED_RATES = "The dated rates stand under exchange rates; converted amounts are rounded to whole units."


def totals_row(title: str, actions: Iterable[Action], rates: Exchange) -> TotalsRow:
    """Put the totals of a group of actions into words."""
    sums = totals(actions, rates)
    return TotalsRow(
        title=title,
        actions=sums.actions,
        costed=f"{sums.costed} of {sums.actions}",
        cost=lines(*amounts_in_words(sums.cost)) or "Not costed yet",
        secured=_amounts(sums.secured),
        pledged=_amounts(sums.pledged),
        sought=_amounts(sums.sought),
        gap=_gap(sums),
    )


def _amounts(amounts: Amounts) -> str:
    return lines(*amounts_in_words({currency: amount for currency, amount in amounts.items() if amount})) or NONE


def _gap(sums: Totals) -> str:
    """Say the gap, and for how many actions it is not known."""
    unknown = sums.actions - sums.costed + sums.gap_unknown
    not_known = f"not known for {counted(unknown, 'action')}" if unknown else ""
    missing = {currency: amount for currency, amount in sums.gap.items() if amount}
    if missing:
        return lines(*amounts_in_words(missing), f"and {not_known}" if not_known else "")
    if sums.gap:
        return listed((FULLY, not_known), "; ")
    return "Not known yet" if sums.actions else NONE


def prices(actions: Iterable[Action]) -> str:
    """Say at the prices of which years the costs are."""
    years = totals(actions, Exchange()).price_years
    if len(years) > 1:
        return f"Costs are at the prices of {listed(map(str, years[:-1]))} and {years[-1]}, added without adjustment."
    return f"Costs are at the prices of {years[0]}." if years else ""


def money_notes(finance: Finance | None, actions: Sequence[Action], rates: Exchange) -> tuple[str, ...]:
    """Say how the totals were made and what they leave out."""
    sums = totals(actions, rates)
    return tuple(
        filter(None, (_costing(sums), prices(actions), _conversion(finance, actions, rates), _comparing(sums)))
    )


def _costing(sums: Totals) -> str:
    if not sums.actions:
        return ""
    said = f"{sums.costed} of {counted(sums.actions, 'action')} costed."
    return said if sums.costed == sums.actions else f"{said} {NOT_ZERO}"


def _conversion(finance: Finance | None, actions: Sequence[Action], rates: Exchange) -> str:
    used = sorted({currency for action in actions for currency in currencies(action)})
    if rates.missing:
        return f"There is no dated exchange rate for {listed(rates.missing)}. {BY_CURRENCY}"
    if rates.rates:
        return f"Amounts in {listed(rates.rates)} are converted into {rates.target}. {AT_DATED_RATES}"
    if finance is None and len(used) > 1:
        return f"No reporting currency is set. {BY_CURRENCY}"
    return ""


def _comparing(sums: Totals) -> str:
    if not sums.gap_unknown:
        return ""
    actions = counted(sums.gap_unknown, "costed action")
    return f"The gap of {actions} cannot be given: money is secured in a currency that cannot be compared."
