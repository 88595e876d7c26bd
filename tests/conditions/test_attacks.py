"""Conditions cannot be had for the asking: ways to look secured without being so fail."""

import datetime

import pytest

from .conftest import TODAY, changed, table

RANKS = {"not_assessed": 0, "not_met": 0, "claimed": 1, "partly_met": 2, "met": 3}
COUNTRIES = table("small_countries.yaml")
ATTACKS = table("attacks.yaml")


def attacked(row, idea):
    """Return the honest country of an attack as the attack leaves it."""
    changes = {
        path: value.replace("IDEA", idea) if value in ("IDEA", "IDEA.") else value
        for path, value in row.get("set", {}).items()
    }
    return changed(COUNTRIES[row["on"]], changes)


@pytest.mark.parametrize("row", ATTACKS, ids=lambda row: f"{row['on'][:3]} {row['tried']}")
def test_what_only_looks_like_evidence_secures_nothing(country, catalogue, row):
    """No attack comes out better than its row allows, and never secured; where it says so the gate stays shut."""
    idea = catalogue.sectors[0].interventions[0].title
    today = datetime.date.fromisoformat(row["today"]) if "today" in row else TODAY
    case = country(attacked(row, idea), today)
    code = COUNTRIES[row["on"]]["shows"]
    found = country.standing(case, code)
    assert RANKS[found.status] <= RANKS[row.get("most", "partly_met")], found
    assert found.missing or found.claim in ("absent", "partly", "none")
    if row.get("shut"):
        assert country.in_the_way(case.at(found.condition.needed_by), code)


def ratings(catalogue, value):
    """Return an answer of one value to every question that is rated."""
    return {"answers": {id_: value for id_, each in catalogue.questions.items() if each.kind == "rating"}}


SAID = {
    "in place": "in_place",
    "partly": "partly",
    "in place, noted": {"value": "in_place", "note": "tbd", "by": "Team", "date": "2026-11-30"},
    "in place, with a source that is not there": {"value": "in_place", "sources": ["letter"]},
    "does not apply": {"value": "not_applicable", "reason": "-"},
}


@pytest.mark.parametrize("said", SAID)
def test_answers_alone_secure_nothing_and_open_no_gate(country, catalogue, said):
    """Whatever is said in a fresh project, no condition is better than claimed, and each keeps its gate shut."""
    case = country(ratings(catalogue, SAID[said]))
    for condition in catalogue.conditions:
        found = country.standing(case, condition.code)
        led = condition.code == "C02"  # the project names a national lead, which is half of it
        assert RANKS[found.status] <= RANKS["partly_met" if led else "claimed"], condition.code
        assert led or country.in_the_way(case.at(condition.needed_by), condition.code), condition.code


def test_evidence_without_a_claim_secures_nothing(country):
    """A register never improves a claim: of every honest country whose claim is taken away nothing is secured."""
    for row in COUNTRIES.values():
        assert country.standing(country(row | {"answers": {}}), row["shows"]).status == "not_assessed"


@pytest.mark.parametrize("name", COUNTRIES)
def test_what_is_said_to_be_absent_is_not_secured(country, name):
    """A claim of less is not raised by registers that show more."""
    row = COUNTRIES[name]
    said = {id_: {"value": "absent"} for id_ in row["answers"]}
    assert country.standing(country(row | {"answers": said}), row["shows"]).status in ("not_met", "not_assessed")
