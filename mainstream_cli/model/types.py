"""The kinds of value that fields hold, each with its check and the words for what is expected."""

import datetime
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from mainstream_cli.model.record import nearest, shown

ID_PATTERN = re.compile(r"[a-z][a-z0-9_]{0,99}")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class Term:
    """Marks a field whose value is one term of the closed list *name* in ``checklists/vocabulary.yaml``."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Check the value against the list that the validation context carries."""
        return core_schema.with_info_after_validator_function(self._check, handler(source))

    def _check(self, value: str, info: ValidationInfo) -> str:
        terms = (info.context or {}).get("vocabulary", {}).get(self.name)
        if terms is None or value in terms:
            return value
        message = f"{shown(value)} is not one of the choices.{nearest(value, terms)}"
        raise refusal("term", message, f"Use one of: {', '.join(terms)}.")


class Refers:
    """Marks a field that names an entry of one of the registers *to*; *free* text is allowed for actors."""

    def __init__(self, *to: str, free: bool = False) -> None:
        self.to = to
        self.free = free


class Sensitive:
    """Marks a field that is kept in ``private/``: never on the wall, never in documents."""


def refusal(kind: str, message: str, action: str) -> PydanticCustomError:
    """Return an error whose words are carried as they are: braces in a message would be taken for gaps to fill."""
    return PydanticCustomError(kind, "see message", {"message": message, "action": action})


def _pattern(pattern: str, expected: str) -> Callable[[Any], Any]:
    compiled = re.compile(pattern, re.ASCII)

    def check(value: Any) -> Any:
        text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
        if compiled.fullmatch(text):
            return text
        raise refusal("pattern", f"expected {expected}, found {shown(value)}.", "Correct the value.")

    return check


def _calendar_day(value: Any) -> datetime.date:
    if isinstance(value, datetime.date):
        return value
    found = day(value)
    if found is None:
        message = f"expected a date such as 2026-06-07, found {shown(value)}."
        raise refusal("pattern", message, "Write year-month-day, of a day that the calendar has.")
    return found


def day(value: object) -> datetime.date | None:
    """Return *value* as a calendar day when it is written as 2026-06-07, else None."""
    try:
        return datetime.date.fromisoformat(value) if isinstance(value, str) and DAY.fullmatch(value) else None
    except ValueError:
        return None


def _moment(value: Any) -> str:
    text: str = _MOMENT(value)
    if DAY.fullmatch(text):
        _calendar_day(text)
    return text


def _not_blank(value: str) -> str:
    if not value.strip():
        raise refusal("pattern", f"expected text that is not empty, found {shown(value)}.", "Write the text.")
    return value


_MOMENT = _pattern(r"(18|19|20|21)\d\d(-(0[1-9]|1[0-2])(-\d\d)?)?", "a year, month or day: 2026, 2026-06 or 2026-06-07")
Id = Annotated[str, BeforeValidator(_pattern(ID_PATTERN.pattern, "an id: small letters, digits and _, at most 100"))]
Text = Annotated[str, AfterValidator(_not_blank)]
Year = Annotated[int, BeforeValidator(_pattern(r"(18|19|20|21)\d\d|2200", "a year from 1800 to 2200, such as 2026"))]
FindingCode = Annotated[
    str, BeforeValidator(_pattern(r"[A-Z]\d{2}", "the code of a finding: a capital and two digits, such as C04"))
]
Number = Annotated[Decimal, Field(max_digits=24, decimal_places=8)]
Money = Annotated[Decimal, Field(max_digits=24, decimal_places=8, ge=0)]
Day = Annotated[datetime.date, BeforeValidator(_calendar_day)]
Moment = Annotated[str, BeforeValidator(_moment)]
Clock = Annotated[str, BeforeValidator(_pattern(r"([01]\d|2[0-3]):[0-5]\d", "a time of day such as 09:30"))]
Currency = Annotated[
    str, BeforeValidator(_pattern(r"[A-Z]{3}", "a currency code of three capitals, such as USD (ISO 4217)"))
]
Iso3 = Annotated[
    str, BeforeValidator(_pattern(r"[A-Z]{3}", "a country code of three capitals, such as MDA (ISO 3166)"))
]
SdgTag = Annotated[
    str,
    BeforeValidator(
        _pattern(
            r"(1[0-7]|[1-9])(\.(\d{1,2}|[a-f])(\.\d{1,2})?)?",
            "an SDG goal, target or indicator such as 10, 10.7 or 10.7.2",
        )
    ),
]
GcmTag = Annotated[int, Field(ge=1, le=23)]
SourceIds = tuple[Annotated[Id, Refers("sources")], ...]
Actor = Annotated[Text, Refers("stakeholders", "bodies", free=True)]
