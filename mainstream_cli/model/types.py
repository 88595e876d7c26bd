"""The kinds of value that fields hold, each with its check and the words for what is expected.

A mark on a type says the ``kind`` of a field, and whether its words are ``closed``; ``shapes`` reads the marks.
"""

import datetime
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from mainstream_cli.language import Text as Words
from mainstream_cli.language import say
from mainstream_cli.model import numbers, readings
from mainstream_cli.model.expected import Wrong, not_a_day, not_a_number, not_whole, shown
from mainstream_cli.model.readings import Context
from mainstream_cli.model.record import with_nearest

ID_PATTERN = re.compile(r"[a-z][a-z0-9_]{0,99}")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class Term:
    """Marks a field whose value is one term of the closed list *name* in ``checklists/vocabulary.yaml``."""

    kind = "choice"
    closed = True

    def __init__(self, name: str) -> None:
        self.name = name

    def readings(self, text: str, context: Context) -> list[str]:
        """Return the terms that *text* names by a label or in other letters."""
        return readings.terms(text, context.vocabulary.get(self.name, {}))

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Check the value against the list that the validation context carries."""
        return core_schema.with_info_after_validator_function(self._check, handler(source))

    def _check(self, value: str, info: ValidationInfo) -> str:
        terms = (info.context or {}).get("vocabulary", {}).get(self.name)
        if terms is None or value in terms:
            return value
        message = say("{found} is not one of the choices.", found=shown(value))
        if not readings.terms(value, terms):
            message = with_nearest(message, value, terms)
        raise refusal("term", message, say("Use one of: {choices}.", choices=", ".join(terms)))


class Refers:
    """Marks a field that names an entry of one of the registers *to*; *free* text is allowed for actors."""

    kind = "reference"

    def __init__(self, *to: str, free: bool = False) -> None:
        self.to = to
        self.free = free

    def readings(self, text: str, context: Context) -> list[str]:
        """Return the ids of the entries that *text* names by title, abbreviation or id in other letters."""
        found = readings.named(self.to, text, context.names)
        return found or ([text] if ID_PATTERN.fullmatch(text) and not self.free else [])


class Reads:
    """Marks a field that takes one form only, with what a raw text in it can mean."""

    closed = True

    def __init__(self, read: Callable[[str], Sequence[Any]], kind: str = "text") -> None:
        self.read = read
        self.kind = kind

    def readings(self, text: str, _: Context) -> list[Any]:
        """Return the values that *text* can mean."""
        return list(self.read(text))


class Counts:
    """Marks a field that takes numbers; what stands around them says what they count."""

    kind = "number"

    def readings(self, text: str, context: Context) -> list[Any]:
        """Return the numbers that *text* can mean."""
        return list(readings.numbers(text, context.around))


class Stamped:
    """Marks a field that the tool writes by itself: no form asks for it."""

    kind = "version"
    closed = True


class Sensitive:
    """Marks a field that is kept in ``private/``: never on the wall, never in documents."""


def refusal(kind: str, message: Words, action: Words) -> PydanticCustomError:
    """Return an error whose words are carried as they are: braces in a message would be taken for gaps to fill."""
    return PydanticCustomError(kind, "_", {"message": message, "action": action})


def _pattern(pattern: str, wrong: Wrong) -> BeforeValidator:
    """Return the check of a text that is written in one way only."""
    compiled = re.compile(pattern, re.ASCII)

    def check(value: Any) -> Any:
        text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
        if compiled.fullmatch(text):
            return text
        raise refusal("pattern", wrong(shown(value)), say("Correct the value."))

    return BeforeValidator(check)


def _calendar_day(value: Any) -> datetime.date:
    if isinstance(value, datetime.date):
        return value
    found = day(value)
    if found is None:
        raise refusal("pattern", not_a_day(shown(value)), say("Write year-month-day, of a day that the calendar has."))
    return found


def day(value: object) -> datetime.date | None:
    """Return *value* as a calendar day when it is written as 2026-06-07, else None."""
    try:
        return datetime.date.fromisoformat(value) if isinstance(value, str) and DAY.fullmatch(value) else None
    except ValueError:
        return None


def _in_the_calendar(text: str) -> str:
    if DAY.fullmatch(text):
        _calendar_day(text)
    return text


def _not_blank(value: str) -> str:
    if not value.strip():
        message = say("expected text that is not empty, found: {found}.", found=shown(value))
        raise refusal("pattern", message, say("Write the text."))
    return value


def _number(value: Any) -> Any:
    """Let through what the one grammar takes, and what is only too long: pydantic says how long it may be."""
    if isinstance(value, Decimal) or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    if isinstance(value, str) and numbers.NUMBER.fullmatch(text := numbers.latin(value)):
        return Decimal(text)
    raise refusal("pattern", not_a_number(shown(value)), say("Write digits only."))


def _whole(value: Any) -> int:
    found = numbers.whole(value)
    if found is None:
        raise refusal("pattern", not_whole(shown(value)), say("Write digits only."))
    return found


def _code(pattern: str, wrong: Wrong) -> tuple[BeforeValidator, Reads]:
    """Return the check and the readings of a code in capitals or digits."""
    return _pattern(pattern, wrong), Reads(lambda text: readings.codes(text, re.compile(pattern, re.ASCII)))


Id = Annotated[
    str,
    _pattern(
        ID_PATTERN.pattern,
        lambda found: say("expected an id of small letters, digits and _, at most 100, found: {found}.", found=found),
    ),
    Reads(lambda text: readings.ids(text, ID_PATTERN)),
]
Text = Annotated[str, AfterValidator(_not_blank)]
Year = Annotated[
    int,
    _pattern(
        r"(18|19|20|21)\d\d|2200",
        lambda found: say("expected a year from 1800 to 2200, such as 2026, found: {found}.", found=found),
    ),
    Reads(readings.years, "number"),
]
FindingCode = Annotated[
    str,
    *_code(
        r"[A-Z]\d{2}",
        lambda found: say(
            "expected the code of a finding, a capital and two digits such as C04, found: {found}.", found=found
        ),
    ),
]
Number = Annotated[Decimal, BeforeValidator(_number), Counts(), Field(max_digits=24, decimal_places=8)]
Money = Annotated[Decimal, BeforeValidator(_number), Counts(), Field(max_digits=24, decimal_places=8, ge=0)]
WHOLE = (BeforeValidator(_whole), Counts())  # behind the bounds of a field, so that its JSON Schema has them
Whole = Annotated[int, *WHOLE]
Day = Annotated[datetime.date, BeforeValidator(_calendar_day), Reads(readings.days, "date")]
Moment = Annotated[
    str,
    AfterValidator(_in_the_calendar),
    _pattern(
        r"(18|19|20|21)\d\d(-(0[1-9]|1[0-2])(-\d\d)?)?",
        lambda found: say(
            "expected a year, month or day such as 2026, 2026-06 or 2026-06-07, found: {found}.", found=found
        ),
    ),
    Reads(readings.moments),
]
Period = Annotated[
    str,
    _pattern(
        r"(18|19|20|21)\d\d(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?",
        lambda found: say(
            "expected a year, half year, quarter or month such as 2027, 2027-H1, 2027-Q2 or 2027-03, found: {found}.",
            found=found,
        ),
    ),
    Reads(readings.periods),
]
Clock = Annotated[
    str,
    _pattern(
        r"([01]\d|2[0-3]):[0-5]\d",
        lambda found: say("expected a time of day such as 09:30, found: {found}.", found=found),
    ),
    Reads(readings.clocks),
]
Currency = Annotated[
    str,
    *_code(
        r"[A-Z]{3}",
        lambda found: say(
            "expected a currency code of three capitals, such as USD (ISO 4217), found: {found}.", found=found
        ),
    ),
]
Iso3 = Annotated[
    str,
    *_code(
        r"[A-Z]{3}",
        lambda found: say(
            "expected a country code of three capitals, such as MDA (ISO 3166), found: {found}.", found=found
        ),
    ),
]
Version = Annotated[
    str,
    _pattern(
        r"[0-9a-f]{12}",
        lambda found: say(
            "expected the version that {command} writes, found: {found}.",
            command="mainstream check --stamp",
            found=found,
        ),
    ),
    Stamped(),
]
LanguageCode = Annotated[
    str,
    _pattern(
        r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*",
        lambda found: say("expected the code of a language, such as fr or ar, found: {found}.", found=found),
    ),
]
SdgTag = Annotated[
    str,
    *_code(
        r"(1[0-7]|[1-9])(\.(\d{1,2}|[a-f])(\.\d{1,2})?)?",
        lambda found: say(
            "expected an SDG goal, target or indicator such as 10, 10.7 or 10.7.2, found: {found}.", found=found
        ),
    ),
]
GcmTag = Annotated[Whole, Field(ge=1, le=23)]
GcmTags = Annotated[
    tuple[GcmTag, ...], Field(title="GCM", description="Objectives of the Global Compact for Migration, 1 to 23.")
]
SourceIds = tuple[Annotated[Id, Refers("sources")], ...]
ACTORS = ("stakeholders", "bodies")
Actor = Annotated[Text, Refers(*ACTORS, free=True)]
