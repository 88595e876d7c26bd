"""Honest small countries pass: for every condition there are projects of the kind, with no filler in them."""

import pytest

from .conftest import table

ROWS = table("small_countries.yaml")


@pytest.mark.parametrize("name", ROWS)
def test_an_honest_small_country_stands_as_it_deserves(country, name):
    """The condition has the status that the design promises, asks for nothing more, and its gate opens for it."""
    row = ROWS[name]
    case = country(row)
    found = country.standing(case, row["shows"])
    assert (found.status, found.missing) == (row["as"], found.missing if row["as"] == "partly_met" else ())
    assert found.seen or row["as"] != "met"
    assert country.in_the_way(case.at(found.condition.needed_by), row["shows"]) == []


def test_every_condition_has_its_small_country(catalogue):
    """No condition is without one, and only those that say so are partly secured."""
    assert {row["shows"] for row in ROWS.values()} == {each.code for each in catalogue.conditions}
