"""Every figure of a sample of a real country stands in the reference data, for its country and its year."""

import csv
import gzip
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest

from mainstream_cli.content import content_dir
from mainstream_cli.store import load

DATA = Path(__file__).parent.parent.parent / "shared" / "data"
REAL = sorted({path.parent.name for path in content_dir("sample_projects").glob("*/mainstream.yaml")} - {"sandoria"})
SIZES = {"": 1, "million": 10**6, "billion": 10**9}

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the reference data are not part of the repository")


def rows(name: str) -> Iterator[dict[str, str]]:
    path = DATA / name
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        yield from csv.DictReader(file)


def numbers(*cells: str) -> Iterator[Decimal]:
    for cell in cells:
        try:
            yield Decimal(cell)
        except InvalidOperation:
            continue


def measured(iso3: str) -> dict[int, set[Decimal]]:
    """Return what the tables say on a country, by year."""
    known: dict[int, set[Decimal]] = {}
    for name, countries, columns in (
        ("migration_indicators.csv.gz", ("iso3",), ("value",)),
        ("pilots_crosscheck.csv", ("iso3",), ("value", "check_1", "check_2")),
        ("migrant_stock_top_corridors.csv", ("origin_iso3", "destination_iso3"), ("female", "male", "total")),
        ("remittance_corridor_costs.csv", ("sender_iso3", "receiver_iso3"), ("cost_pct",)),
        ("immigrant_stock_data_type.csv", ("iso3",), ("share_origin_unspecified_pct",)),
    ):
        for row in rows(name):
            if iso3 in (row[column] for column in countries):
                known.setdefault(int(row["year"]), set()).update(numbers(*(row[column] for column in columns)))
    for row in rows("pilots_summary.csv"):
        for column in (each for each in row if re.fullmatch(rf"{iso3}_\d{{4}}", each)):
            known.setdefault(int(column[-4:]), set()).update(numbers(row[column]))
    return known


def cited(iso3: str) -> set[Decimal]:
    """Return every number in the cited facts on a country, with "million" and "billion" written out."""
    text = " ".join(row["fact"] for row in rows("pilot_facts.csv") if row["iso3"] == iso3)
    found = re.findall(r"(\d[\d,]*(?:\.\d+)?) ?(million|billion)?", text)
    return {Decimal(number.replace(",", "")) * size for number, word in found for size in (1, SIZES[word])}


@pytest.mark.parametrize("name", REAL)
def test_figures_are_those_of_the_reference_data(name, catalogue):
    """A value is that of the same country and year in a table, or stands in a cited fact on the country."""
    project = load(content_dir("sample_projects") / name, catalogue).project
    iso3 = project.settings.country.iso3
    known, facts = measured(iso3), cited(iso3)
    untraced = {
        id_
        for id_, figure in project.entries("figures").items()
        for value in [figure.value * (10**6 if "million" in figure.unit else 1)]
        if value not in facts
        and not any(abs(value - each) <= abs(each) / 10_000 for each in known.get(figure.year, ()))
    }
    assert not untraced, untraced
