"""No cell of a table is ever worked out by a spreadsheet, and a number stays one."""

import csv
import io

import pytest

from mainstream_cli.model.spreadsheet import as_cell, table_as_csv

SIGNS = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫"]
DISGUISES = [
    "",
    " ",
    "   ",
    "\t",
    "\r",
    "\n",
    "\r\n",
    "\u00a0",
    "\u200b",
    "\ufeff",
    "\u200e",
    "\u202e",
    "\u2066",
    "\u3000",
]
DISGUISES += ["'", '"', " '", "“", "\x00", "\x1f", "\u00ad", "\u2060", "\u180e", "\u2028", "' \u200b\""]


@pytest.mark.parametrize("sign", SIGNS)
def test_a_formula_is_made_text_in_every_disguise(sign):
    """Whatever a program strips or cannot show before the sign, the cell begins with a mark that makes it text."""
    for disguise in DISGUISES:
        text = f"{disguise}{sign}HYPERLINK(A1)"
        assert as_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["\tword", "\rword", "\nword"])
def test_what_moves_to_another_cell_is_made_text(text):
    """A tab or line break at the beginning could push what follows into a cell of its own."""
    assert as_cell(text) == f"'{text}"


PLAIN = [
    -5,
    5,
    0,
    -0.5,
    "-5",
    "+5",
    "-5.25",
    "12",
    "table 1",
    "a=b",
    "C-Team",
    "x@y.org",
    "Côte d'Ivoire",
    "",
    "5-6",
    "'a'",
]


@pytest.mark.parametrize("value", PLAIN)
def test_numbers_and_plain_words_stay_as_they_are(value):
    """Minus five is a number, and a sign within a word begins nothing."""
    assert as_cell(value) == str(value)


@pytest.mark.parametrize("text", ["-5+3", "+5*2", "-1e5x", "--5", "-", "+44 20 7946 0000", "-5\n", "=5", "-٥x"])
def test_what_only_begins_like_a_number_is_made_text(text):
    """A sum is worked out; a number is not."""
    assert as_cell(text) == f"'{text}"


def test_a_table_keeps_its_shape():
    """Commas, quotation marks and line breaks within a value stay in its cell; a missing value is an empty one."""
    rows = [{"a": 'x, "y"', "b": "one\ntwo"}, {"a": "=1", "b": None}]
    read = list(csv.reader(io.StringIO(table_as_csv(("a", "b"), rows))))
    assert read == [["a", "b"], ['x, "y"', "one\ntwo"], ["'=1", ""]]
