"""The day on which something begins to count: on the day before it does not."""

import datetime
from dataclasses import replace

import pytest

from mainstream_cli.model.journal import parse_entry

ENTRY = {"by": "planning_office", "date": "2026-06-01"}
WAIVER = ENTRY | {"kind": "waiver", "code": "C07", "reason": "The archive is being moved", "until": "2026-12-31"}
REMEDY = ENTRY | {"kind": "decision", "code": "C10", "text": "Read them again", "due": "2026-12-31"}
RATING = ENTRY | {"kind": "rating", "edition": "2026.1", "ratings": {"C01": "not_met"}}
SIGNED = ENTRY | {"kind": "sign_off", "stage": "scoping", "reference": "Letter 1", "digest": "0", "edition": "2026.1"}


@pytest.fixture
def said(made):
    """Return the findings of one code on a day, in a project in which C07 and C10 are not secured."""

    def on(day, code, *entries):
        answers = {"rights_review": "absent", "plan_calendar_link": "absent"}
        case = made(answers, journal={str(at): parse_entry(each, {})[0] for at, each in enumerate(entries)})
        return made.found(replace(case, today=datetime.date.fromisoformat(day)), code)

    return on


def test_a_waiver_covers_its_last_day(said):
    """It stands until the end of the day that it names, and has run out on the next."""
    assert [each.waiver is not None for each in said("2026-12-31", "C07", WAIVER)] == [True]
    assert said("2026-12-31", "G03", WAIVER) == []
    assert [each.waiver is not None for each in said("2027-01-01", "C07", WAIVER)] == [False]
    assert len(said("2027-01-01", "G03", WAIVER)) == 1


def test_a_waiver_stands_for_two_years_and_not_a_day_longer(said):
    """Two years to the day are accepted, whatever leap day lies between; a day more covers nothing."""
    assert said("2026-06-07", "G05", WAIVER | {"until": "2028-06-01"}) == []
    assert len(said("2026-06-07", "G05", WAIVER | {"until": "2028-06-02"})) == 1


def test_a_remedy_is_overdue_on_the_day_after_it_was_due(said):
    """Whoever carries it out on the day itself is in time, also beside another remedy that is overdue."""
    earlier = REMEDY | {"code": "C11", "due": "2026-12-30"}
    assert said("2026-12-31", "G06", REMEDY) == []
    assert [each.ref.id for each in said("2026-12-31", "G06", REMEDY, earlier)] == ["1"]
    assert len(said("2027-01-01", "G06", REMEDY)) == 1


def test_a_rating_holds_for_a_year(said):
    """On the same day a year later it still holds, in a leap year as well; after that a new one is asked for."""
    leap = RATING | {"date": "2027-06-01"}
    assert said("2027-06-01", "G07", RATING) == []
    assert len(said("2027-06-03", "G07", RATING)) == 1
    assert said("2028-06-01", "G07", leap) == []
    assert len(said("2028-06-02", "G07", leap)) == 1


def test_a_rating_on_the_day_of_the_signature_is_one_of_scoping(said):
    """Scoping signed and rated on one day asks for nothing; a rating of the day before does not count for it."""
    assert said("2026-06-07", "G07", SIGNED, RATING) == []
    assert len(said("2026-06-07", "G07", SIGNED, RATING | {"date": "2026-05-31"})) == 1
