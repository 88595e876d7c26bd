"""Days, months, quarters, years and times of day as people write them. The type of the field says which it takes."""

import datetime
import re
from collections.abc import Iterator

from mainstream_cli.language.english import MONTHS
from mainstream_cli.model.numbers import latin
from mainstream_cli.model.readings.words import bare

_YEAR = r"(?P<y>(?:18|19|20|21)\d\d|2200)"
_NAME = r"(?P<name>[a-z]{3,9})\.?"
_DAY_FORMS = (
    re.compile(rf"{_YEAR}[-./ ]?(?P<m>\d\d)[-./ ]?(?P<d>\d\d)(?:[t ]\d\d[:.]\d\d.*)?"),
    re.compile(rf"{_YEAR}[-./](?P<m>\d\d?)[-./](?P<d>\d\d?)"),
    re.compile(rf"(?P<d>\d\d?)(?:st|nd|rd|th)?(?: of)?[- ]?{_NAME},?[- ]?{_YEAR}"),
    re.compile(rf"{_NAME}[- ](?P<d>\d\d?)(?:st|nd|rd|th)?,? {_YEAR}"),
    re.compile(rf"{_YEAR}[- ]{_NAME}[- ](?P<d>\d\d?)"),
)
_TWO_NUMBERS = re.compile(rf"(?P<one>\d\d?)(?P<mark>[-./ ])(?P<other>\d\d?)(?P=mark){_YEAR}")
_MONTH_FORMS = (
    re.compile(rf"(?P<m>\d\d?)[-./ ]{_YEAR}"),
    re.compile(rf"{_YEAR}[-./ ](?P<m>\d\d?)"),
    re.compile(rf"{_NAME},?[- /]?{_YEAR}"),
    re.compile(rf"{_YEAR}[- ]{_NAME}"),
)
_QUARTER = (
    re.compile(rf"(?:q(?P<q>[1-4])|(?P<nth>[1-4])(?:st|nd|rd|th) quarter)(?: of)?[-,/ ]*{_YEAR}"),
    re.compile(rf"{_YEAR}[-,/ ]*q(?P<q>[1-4])(?P<nth>)"),
)
_HALF = (
    re.compile(rf"(?:h(?P<h>[12])|(?P<nth>[12])(?:st|nd) half)(?: of)?[-,/ ]*{_YEAR}"),
    re.compile(rf"{_YEAR}[-,/ ]*h(?P<h>[12])(?P<nth>)"),
)
_TWO_YEARS = re.compile(rf"{_YEAR}[-/–](?P<next>\d\d(?:\d\d)?)")
_CLOCK = re.compile(r"(?P<h>\d\d?)(?:[:.h](?P<m>[0-5]\d)?)? ?(?P<half>[ap])?\.?(?:m\.?)?")
MONTHS_OF_A_QUARTER = 3


def days(text: str) -> list[str]:
    """Return the days that *text* can mean: 7/6/2026 is two, 13/6/2026 is one."""
    flat = _flat(text)
    found: list[str] = []
    for form in _DAY_FORMS:
        if match := form.fullmatch(flat):
            month = match.groupdict().get("m") or _month(match["name"])
            found += _day(match["y"], month, match["d"])
    if match := _TWO_NUMBERS.fullmatch(flat):
        found += _day(match["y"], match["other"], match["one"])
        found += _day(match["y"], match["one"], match["other"])
    return list(dict.fromkeys(found))


def moments(text: str, *, quarters: bool = False) -> list[str | int]:
    """Return the years, months or days that *text* can mean.

    Where the field takes no *quarters*, a quarter is its first or its last month.
    """
    flat = _flat(text)
    found: list[str | int] = [*days(text), *_months(flat)]
    for form in _QUARTER:
        if match := form.fullmatch(flat):
            quarter = int(match["q"] or match["nth"])
            last = quarter * MONTHS_OF_A_QUARTER
            ends = [f"{match['y']}-{month:02}" for month in (last - MONTHS_OF_A_QUARTER + 1, last)]
            found += [f"{match['y']}-Q{quarter}"] if quarters else ends
    return list(dict.fromkeys([*found, *years(text)]))


def periods(text: str) -> list[str]:
    """Return the years, half years, quarters or months that *text* can mean."""
    flat = _flat(text)
    halves = [f"{match['y']}-H{match['h'] or match['nth']}" for form in _HALF if (match := form.fullmatch(flat))]
    spans = (str(each) for each in moments(text, quarters=True))
    return list(dict.fromkeys([*halves, *(each for each in spans if len(each) < len("2026-06-07"))]))


def years(text: str) -> list[int]:
    """Return the years that *text* can mean; 2026/27 is two."""
    flat = _flat(text)
    if match := re.fullmatch(_YEAR + r"(?:\.0*)?", flat):
        return [int(match["y"])]
    match = _TWO_YEARS.fullmatch(flat)
    if match and int(match["next"]) % 100 == (int(match["y"]) + 1) % 100 and not any(_months(flat)):
        return [int(match["y"]), int(match["y"]) + 1]
    return []


def clocks(text: str) -> list[str]:
    """Return the times of day that *text* can mean."""
    match = _CLOCK.fullmatch(_flat(text))
    if not match or not re.search("[:.h]|[ap]", _flat(text)):
        return []
    hour = int(match["h"])
    if match["half"]:
        if not 1 <= hour <= 12:  # noqa: PLR2004
            return []
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    return [f"{hour:02}:{match['m'] or '00'}"] if hour < 24 else []  # noqa: PLR2004


def _months(flat: str) -> Iterator[str]:
    for form in _MONTH_FORMS:
        if match := form.fullmatch(flat):
            month = int(match.groupdict().get("m") or _month(match["name"]) or 0)
            if 1 <= month <= len(MONTHS):
                yield f"{match['y']}-{month:02}"


def _flat(text: str) -> str:
    return " ".join(latin(bare(text)).casefold().split())


def _month(name: str) -> int:
    """Return the number of a month by its English name, or at least three letters of it; 0 for another word."""
    return next((number for number, month in enumerate(MONTHS, start=1) if month.casefold().startswith(name)), 0)


def _day(year: str, month: str | int, day: str) -> list[str]:
    try:
        return [datetime.date(int(year), int(month), int(day)).isoformat()]
    except ValueError:
        return []
