"""What a team says to one question, and whether that fits the kind of the question."""

from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

from pydantic import Field, model_validator

from mainstream_cli.model.catalogue import Question
from mainstream_cli.model.record import Problem, Record, nearest, shown
from mainstream_cli.model.relations import NOT_APPLICABLE, RATINGS, UNKNOWN
from mainstream_cli.model.types import Actor, Day, SourceIds, Term, Text, day

EVERYWHERE = (NOT_APPLICABLE, UNKNOWN)
MAX_DIGITS = 24


MAIN_COPY = "main copy"
"""The name under which the answer of the project itself stands among the views of tables."""


class Position(Record):
    """What one table said, whole, kept beside the agreed answer."""

    table: Text
    value: Any
    note: str | None = None
    sources: SourceIds = ()
    confidence: Annotated[str, Term("confidences")] | None = None
    by: Actor | None = None
    date: Day | None = None
    reason: str | None = None
    origin: Annotated[str, Term("origins")] | None = None


class Answer(Record):
    """The answer to one question: value, and what stands behind it.

    ``value`` is a text, a whole number or a list of texts as the file has it; ``judge`` tells whether it fits.
    """

    value: Any = None
    note: str | None = None
    sources: SourceIds = ()
    confidence: Annotated[str, Term("confidences")] | None = None
    by: Actor | None = None
    date: Day | None = None
    reason: str | None = Field(None, description="Why the question does not apply; needed with not_applicable.")
    positions: tuple[Position, ...] = ()
    origin: Annotated[str, Term("origins")] | None = None

    @model_validator(mode="before")
    @classmethod
    def _plain_value(cls, data: Any) -> Any:
        """Take ``question: partly`` written by hand as ``question: {value: partly}``."""
        return data if isinstance(data, dict) else {"value": data}

    @property
    def given(self) -> bool:
        """Tell whether there is an answer at all; ``unknown`` and ``not_applicable`` are answers."""
        return self.value not in (None, "", [], ())

    @property
    def disputed(self) -> bool:
        """Tell whether views stand here and none is chosen yet."""
        return bool(self.positions) and not self.given


def judge(question: Question, value: object, terms: dict[str, str]) -> Problem | None:
    """Say what is wrong with *value* as an answer to *question*; *terms* maps the ids of its choices to labels."""
    if value in (None, "", []) or value in EVERYWHERE:
        return None
    match question.kind:
        case "rating":
            return _one_of(value, (*RATINGS[::-1], *EVERYWHERE))
        case "choice":
            return _one_of(value, (*terms, *EVERYWHERE))
        case "choices":
            words = tuple(terms) if isinstance(value, list | tuple) else (*terms, *EVERYWHERE)  # these stand alone
            values = value if isinstance(value, list | tuple) else [value]
            return next((problem for each in values if (problem := _one_of(each, words))), None)
        case "number":
            return None if number(value) is not None else _wrong("a number such as 1250000 or 12.5", value)
        case "date":
            return None if day(value) else _wrong("a date such as 2026-06-07", value)
    if isinstance(value, str | int) and not isinstance(value, bool):
        return None
    return _wrong("text", value)


def number(value: object) -> Decimal | None:
    """Return *value* as a decimal number, or None when it is not one, or longer than any figure can be."""
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        return None
    try:
        result = Decimal(str(value))
    except InvalidOperation:
        return None
    if not result.is_finite() or abs(result.adjusted()) >= MAX_DIGITS or len(result.as_tuple().digits) > MAX_DIGITS:
        return None
    return result


def _one_of(value: object, words: tuple[str, ...]) -> Problem | None:
    if isinstance(value, str) and value in words:
        return None
    hint = nearest(value, words) if isinstance(value, str) else ""
    return Problem(
        ("value",), "value", f"{shown(value)} is not one of the choices.{hint}", f"Use one of: {', '.join(words)}."
    )


def _wrong(expected: str, value: object) -> Problem:
    return Problem(
        ("value",), "value", f"expected {expected}, found {shown(value)}.", "Correct the value, or use unknown."
    )
