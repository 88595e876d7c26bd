"""One grammar of numbers, in one table and for any text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mainstream_cli.model.numbers import number, typed, whole
from mainstream_cli.model.readings import Around, numbers
from mainstream_cli.model.record import parse
from mainstream_cli.model.registers.evidence import Figure
from mainstream_cli.model.registers.results import Objective

TABLE = {
    "0": "0",
    "7": "7",
    "-3": "-3",
    "12.5": "12.5",
    "1.10": "1.10",
    "1250000": "1250000",
    "0.5": "0.5",
    "-0": "0",
    "१२३": "123",
    "１２３": "123",
    "٤٢": "42",
    "৪": "4",
    "१२.५": "12.5",
    **dict.fromkeys(("1e3", "1E3", "12_5", "1_000", "0x10", "0o17", "0b1", "017", "00", "1:30", "190:20:30")),
    **dict.fromkeys((".5", "5.", "+5", "inf", "-inf", ".inf", "nan", "NaN", "Infinity", "²", "½", "Ⅷ", "", "-", "1 2")),
    **dict.fromkeys(("7,2", "1,200", "3%", "1२", "१2", " 5", "5 ", "\u22125", "9" * 25, "1" + "0" * 6000)),
}


@pytest.mark.parametrize("text", TABLE)
def test_one_grammar_says_what_a_number_is(text):
    """Digits of one script at their own value, a minus, a point: everything else is no number, in every place alike."""
    right = None if TABLE[text] is None else Decimal(TABLE[text])
    assert number(text) == right
    figure, _ = parse(Figure, {"title": "F", "indicator": "f", "year": 2026, "value": text, "unit": "x", "source": "s"})
    assert (figure.value if figure else None) == right
    score = [{"table": "a", "criterion": "c", "score": text}]
    objective, _ = parse(Objective, {"title": "O", "scores": score})
    assert (objective is not None) == (right is not None and right == int(right) and 1 <= right <= 5)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=12) | st.text("0123456789.,-+eE_xob:' ١٢५", max_size=9))
def test_a_number_is_what_its_digits_say(text):
    """Whatever is typed, a number is the value that its digits say one by one, or it is none."""
    found = number(text)
    if found is None:
        assert typed(text) == (text if number(text.strip()) is None else typed(text.strip()))
        return
    digits = "".join(str(int(each)) if each.isdecimal() else each for each in text)
    assert set(digits) <= set("-.0123456789")
    assert found == Decimal(digits)
    assert number(typed(text)) == found


@given(st.text("0123456789.,-+ '%eE_x١٢५kmilon", max_size=14))
def test_every_reading_is_a_number(text):
    """What is offered for a text is accepted as it is, and keeps the digits of the text unless a word multiplies it."""
    for reading in numbers(text):
        assert number(reading) is not None
        if not set(text) & set("kmilon%"):
            kept = str(reading).lstrip("-").replace(".", "").strip("0")
            assert kept == "".join(str(int(each)) for each in text if each.isdecimal()).strip("0")


@given(st.decimals(min_value=0, max_value=10**12, places=2), st.sampled_from([",.", ".,", " ,", " .", "'."]))
def test_a_grouped_number_with_two_decimals_has_one_reading(value, marks):
    """An amount written with groups and two decimals, in any usual way, is read back as that amount and no other."""
    group, point = marks
    text = f"{value:,.2f}".replace(",", "g").replace(".", "p").replace("g", group).replace("p", point)
    readings = numbers(text) if number(text) is None else [typed(text)]
    assert [Decimal(each) for each in readings] == [value]


def test_a_whole_number_has_no_decimals():
    """Years, counts and scores take whole numbers only."""
    assert [whole("5"), whole("५"), whole("5.0"), whole("5.5"), whole("1e1"), whole("2_0"), whole(True)] == [
        *(5, 5, 5),
        *(None,) * 4,
    ]


UNITS = {
    ("3%", None): [3, "0.03"],
    ("3%", "% of GDP"): [3],
    ("3 per cent", "%"): [3],
    ("3%", "persons"): [],
    ("620 000 persons", "persons"): [620000],
    ("620 000 persons", "households"): [],
    ("1.5 million", "persons"): [1500000],
    ("1.5 million", "million USD"): ["1.5", 1500000],
    ("1.500", "persons"): [1500, "1.5"],
    ("USD 5", "persons"): [],
    ("5 FTE", "number of staff"): [],
    ("៛5", "persons"): [],
    ("USD 5", "USD million"): [5],
    ("5 €", "EUR per head"): [5],
}


@pytest.mark.parametrize(("text", "unit"), UNITS)
def test_the_unit_says_what_a_number_counts(text, unit):
    """A sign or word beside a number is dropped only where the unit says the same; a contradiction is no reading."""
    assert numbers(text, Around(unit)) == UNITS[text, unit]


CURRENCIES = {
    ("USD 1 200 000", "USD"): [1200000],
    ("USD 1 200 000", "EUR"): [],
    ("1 200 000 €", "EUR"): [1200000],
    ("1 200 000 €", "USD"): [],
    ("¢ 1,200,000", "GHS"): [1200000],
    ("US$ 1,200,000", "USD"): [1200000],
    ("3%", "USD"): [],
}


@pytest.mark.parametrize(("text", "currency"), CURRENCIES)
def test_an_amount_is_never_moved_into_another_currency(text, currency):
    """A currency beside an amount is dropped only where the field for the currency says the same."""
    assert numbers(text, Around(currency=currency)) == CURRENCIES[text, currency]
