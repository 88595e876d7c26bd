"""Costs and funding are added up honestly."""

import datetime
from decimal import Decimal
from typing import Any

import pytest

from mainstream_cli.model.money import Exchange, amounts_in_words, bare_amount, exchange, gap, grouped, money, totals
from mainstream_cli.model.project import Finance
from mainstream_cli.model.registers.actions import Action

RATES = Finance.model_validate(
    {
        "currency": "SDL",
        "rates": [
            {"currency": "EUR", "value": "19", "date": "2025-01-01", "source": "bank"},
            {"currency": "EUR", "value": "20", "date": "2026-01-01", "source": "bank"},
        ],
    }
)


def action(
    cost: str | None = None, currency: str = "SDL", funding: tuple[tuple[str, str, str], ...] = (), **more: Any
) -> Action:
    data: dict[str, Any] = {"title": "An action", "kind": "service", **more}
    if cost is not None:
        data["cost"] = {"currency": currency, "price_year": 2026, "method": "unit_cost", "recurrent": {2027: cost}}
    data["funding"] = [
        {"source": "x", "amount": each, "currency": code, "status": status} for each, code, status in funding
    ]
    return Action.model_validate(data)


def test_an_uncosted_action_is_counted_and_never_zero() -> None:
    sums = totals([action("100"), action()], Exchange())
    assert (sums.costed, sums.actions) == (1, 2)
    assert amounts_in_words(sums.cost) == ("SDL 100",)
    assert totals([action()], Exchange()).cost == {}


def test_a_cost_without_any_amount_is_no_cost() -> None:
    hollow = Action.model_validate(
        {"title": "x", "kind": "data", "cost": {"currency": "SDL", "price_year": 2026, "method": "unit_cost"}}
    )
    assert totals([hollow], Exchange()).costed == 0
    assert gap(hollow, Exchange()) is None


def test_the_latest_dated_rate_converts_and_whole_units_are_printed() -> None:
    group = [action("100"), action("50.55", "EUR")]
    rates = exchange(RATES, group)
    assert rates.target == "SDL"
    assert amounts_in_words(totals(group, rates).cost) == ("SDL 1,111",)


@pytest.mark.parametrize(
    ("amount", "entered"),
    [
        *(("100.5", "101"), ("101.5", "102"), ("100.49", "100"), ("99.995", "100"), ("99.994", "99.99")),
        *(("0.005", "0.01"), ("0.015", "0.02"), ("0.0149", "0.01"), ("1000000.5", "1000001")),
    ],
)
def test_a_converted_amount_is_rounded_to_the_nearest_and_a_half_up(amount: str, entered: str) -> None:
    """From a hundred on whole units enter a total, below it hundredths; a half goes up, as planners round by hand."""
    finance = Finance.model_validate(
        {"currency": "SDL", "rates": [{"currency": "EUR", "value": "1", "date": "2026-01-01", "source": "bank"}]}
    )
    assert exchange(finance, [action("1", "EUR")]).convert(Decimal(amount), "EUR") == ("SDL", Decimal(entered))


def test_an_amount_that_needs_no_rate_is_never_rounded() -> None:
    """What is in the reporting currency enters a total to the last digit, and print rounds to the nearest hundredth."""
    assert exchange(RATES, [action("1", "EUR")]).convert(Decimal("100.555"), "SDL") == ("SDL", Decimal("100.555"))
    assert [bare_amount(Decimal(each)) for each in ("100.555", "100.565", "100.554")] == ["100.56", "100.57", "100.55"]


def test_a_missing_rate_keeps_every_currency_by_itself() -> None:
    group = [action("100"), action("50", "EUR"), action("7", "USD")]
    rates = exchange(RATES, group)
    assert rates.missing == ("USD",)
    assert amounts_in_words(totals(group, rates).cost) == ("EUR 50", "SDL 100", "USD 7")
    assert amounts_in_words(totals(group, exchange(None, group)).cost) == ("EUR 50", "SDL 100", "USD 7")


def test_a_rate_that_nothing_needs_is_not_reported_as_used() -> None:
    assert exchange(RATES, [action("100")]).rates == {}


def test_only_secured_money_closes_a_gap() -> None:
    partly = action("100", funding=(("40", "SDL", "secured"), ("30", "SDL", "pledged"), ("20", "SDL", "sought")))
    assert gap(partly, Exchange()) == {"SDL": Decimal(60)}


def test_a_surplus_is_no_negative_gap_and_pays_for_no_other_action() -> None:
    group = [action("100", funding=(("150", "SDL", "secured"),)), action("100")]
    assert gap(group[0], Exchange()) == {"SDL": Decimal(0)}
    assert totals(group, Exchange()).gap == {"SDL": Decimal(100)}


def test_a_gap_between_currencies_without_rate_is_not_known() -> None:
    mixed = action("100", funding=(("5", "USD", "secured"),))
    sums = totals([mixed], exchange(RATES, [mixed]))
    assert (sums.gap, sums.gap_unknown) == ({}, 1)
    assert gap(action("100", funding=(("5", "EUR", "secured"),)), exchange(RATES, [action("1", "EUR")])) == {
        "SDL": Decimal(0)
    }


def test_large_amounts_are_added_without_rounding() -> None:
    huge = "9999999999999999.99999999"
    assert totals([action(huge)] * 3, Exchange()).cost == {"SDL": Decimal("29999999999999999.99999997")}
    assert money(Decimal("123456789012345678901.25"), "SDL") == "SDL 123,456,789,012,345,678,901.25"


def test_the_largest_amount_at_the_largest_rate_is_converted_to_the_last_unit() -> None:
    """Whatever fits into a file can be converted, and no digit of the product is lost."""
    most = "9" * 16
    rate = {"currency": "EUR", "value": most, "date": "2026-01-01", "source": "bank"}
    rates = exchange(Finance.model_validate({"currency": "SDL", "rates": [rate]}), [action(most, "EUR")])
    assert rates.convert(Decimal(most), "EUR") == ("SDL", Decimal(int(most) ** 2))


def test_numbers_keep_what_they_have() -> None:
    assert [grouped(Decimal(each)) for each in ("1250000", "12.50", "-3.0", "1E+3", "0")] == [
        "1,250,000",
        "12.5",
        "-3",
        "1,000",
        "0",
    ]
    assert bare_amount(Decimal("99.5")) == "99.50"
    assert money(Decimal("1250000"), "MDL") == "MDL 1,250,000"


def test_price_years_are_told() -> None:
    cheap = {"currency": "SDL", "price_year": 2024, "method": "unit_cost", "capital": {2027: "1"}}
    older = Action.model_validate({"title": "x", "kind": "data", "cost": cheap})
    assert totals([action("1"), older], Exchange()).price_years == (2024, 2026)


def test_the_result_does_not_depend_on_the_order_of_rates() -> None:
    turned = Finance(currency="SDL", rates=RATES.rates[::-1])
    assert exchange(turned, [action("1", "EUR")]).rates["EUR"].date == datetime.date(2026, 1, 1)
