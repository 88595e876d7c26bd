"""Days, months, quarters and times as people write them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mainstream_cli.model.readings import clocks, days, moments, years

DAYS = {
    "7/6/2026": ["2026-06-07", "2026-07-06"],
    "7.6.2026": ["2026-06-07", "2026-07-06"],
    "13/6/2026": ["2026-06-13"],
    "6/13/2026": ["2026-06-13"],
    "6/6/2026": ["2026-06-06"],
    "31/2/2026": [],
    "7/6/26": [],
    **dict.fromkeys(  # noqa: RUF024 (never changed)
        (
            *("2026.06.07", "2026/06/07", "2026-6-7", "20260607", "2026-06-07T10:00", "7 June 2026", "7 Jun. 2026"),
            *("7th June 2026", "June 7, 2026", "7-Jun-2026", "2026 June 7", "“2026-06-07”", "२०२६-०६-०७"),
        ),
        ["2026-06-07"],
    ),
    **dict.fromkeys(("June 2026", "7 Juno 2026", "2026", "soon", "", "2026-13-01", "7 6"), []),  # noqa: RUF024
}
MOMENTS = {
    "01/2027": ["2027-01"],
    "2027.01": ["2027-01"],
    "13/2027": [],
    "Dec 2028": ["2028-12"],
    "december 2028": ["2028-12"],
    "Q2 2027": ["2027-04", "2027-06"],
    "2027-Q4": ["2027-10", "2027-12"],
    "2027.": [2027],
    "२०२७": [2027],
    "2026/27": [2026, 2027],
    "Ma 2027": [],
    "next year": [],
}


@pytest.mark.parametrize("text", DAYS)
def test_a_day_has_one_reading_two_or_none(text):
    """A day is read where only one can be meant, in two ways where day and month can change places, else not at all."""
    assert days(text) == DAYS[text]


@pytest.mark.parametrize("text", MOMENTS)
def test_a_month_or_a_quarter_is_read_by_the_type_of_the_field(text):
    """A field for a year, month or day reads months; a quarter is its first or last month, unless the field takes it."""
    assert moments(text) == MOMENTS[text]
    if "Q" in text:
        year, quarter = sorted(text.replace("-", " ").split(), key=lambda part: part[0] == "Q")
        assert moments(text, quarters=True) == [f"{year}-{quarter}"]


@given(st.dates(datetime.date(1800, 1, 1), datetime.date(2199, 12, 31)))
def test_every_way_to_write_a_day_brings_it_back(day):
    """A day in words, in digits with the year first, or with a day over 12 is read as that day and no other."""
    words = [f"{day.day} {day:%B} {day.year}", f"{day:%b} {day.day}, {day.year}", f"{day.year}/{day.month}/{day.day}"]
    for text in words:
        assert days(text) == [day.isoformat()]
    slashes = days(f"{day.day}/{day.month}/{day.year}")
    assert day.isoformat() in slashes
    assert len(slashes) == (2 if day.day <= 12 and day.day != day.month else 1)


def test_a_time_of_day_and_two_years():
    """A time of day is read with a sign or am and pm; two years after each other are two readings."""
    said = ["9:30", "9.30", "9h30", "9:30 am", "2:30 pm", "14h", "12 am", "930", "25:00", "9"]
    assert [clocks(each) for each in said] == [
        *(["09:30"],) * 4,
        *(["14:30"], ["14:00"], ["00:00"]),
        *([],) * 3,
    ]
    assert (years("2026/2027"), years("2026/28"), years("1066")) == ([2026, 2027], [], [])
