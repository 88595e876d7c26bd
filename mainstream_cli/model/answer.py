"""What a team says to one question, and whether that fits the kind of the question."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Any

from pydantic import Field, model_validator

from mainstream_cli.language import say
from mainstream_cli.model.catalogue import Catalogue, Question
from mainstream_cli.model.expected import Wrong, not_a_day, not_a_number, not_text, shown
from mainstream_cli.model.numbers import number
from mainstream_cli.model.readings import Around, Context, days, meanings, numbers
from mainstream_cli.model.readings import terms as readings_of_terms
from mainstream_cli.model.record import Problem, Record, with_nearest
from mainstream_cli.model.relations import NOT_APPLICABLE, RATINGS, UNKNOWN
from mainstream_cli.model.types import Actor, Day, SourceIds, Term, Text, day

EVERYWHERE = (NOT_APPLICABLE, UNKNOWN)


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
    def of_tables(self) -> list[Any]:
        """The values that tables gave, without what was prepared before."""
        return [position.value for position in self.positions if position.table != MAIN_COPY]

    @property
    def documents(self) -> SourceIds:
        """The sources that it names; while none of several views is chosen, those of the views as well."""
        views = self.positions if self.disputed else ()
        return tuple(dict.fromkeys((*self.sources, *(id_ for view in views for id_ in view.sources))))

    @property
    def disputed(self) -> bool:
        """Tell whether views stand here and none is chosen yet."""
        return bool(self.positions) and not self.given


def value_in_words(catalogue: Catalogue, question: Question, value: object) -> str:
    """Say a value in the words of the catalogue, with the line breaks that it has."""
    known = dict(catalogue.answers)
    if question.kind in ("rating", "choice", "choices"):
        known |= catalogue.terms(question)
    return ", ".join(known.get(str(one), str(one)) for one in (value if isinstance(value, list | tuple) else [value]))


def judge(question: Question, value: object, terms: dict[str, str]) -> Problem | None:
    """Say what is wrong with *value* as an answer to *question*; *terms* maps the ids of its choices to labels."""
    if value in (None, "", []) or value in EVERYWHERE:
        return None
    match question.kind:
        case "rating":
            return _one_of(value, (*RATINGS[::-1], *EVERYWHERE), terms)
        case "choice":
            return _one_of(value, (*terms, *EVERYWHERE), terms)
        case "choices":
            return _chosen(value, terms)
        case "number":
            around = Around(question.unit)
            return None if number(value) is not None else _wrong(not_a_number, value, numbers(_text(value), around))
        case "date":
            return None if day(value) else _wrong(not_a_day, value, days(_text(value)))
    if isinstance(value, str | int) and not isinstance(value, bool):
        return None
    return _wrong(not_text, value, [_text(value)] if isinstance(value, bool) else [])


def _chosen(value: object, terms: dict[str, str]) -> Problem | None:
    """Say what is wrong with the answer to a question that takes several terms; a list written as text is read."""
    if isinstance(value, list | tuple):
        problems = ((number, _one_of(choice, tuple(terms), terms)) for number, choice in enumerate(value))
        wrong = next(((number, problem) for number, problem in problems if problem), None)
        return replace(wrong[1], path=("value", wrong[0])) if wrong else None
    problem = _one_of(value, (*terms, *EVERYWHERE), terms)  # those two stand alone
    if problem is None or problem.readings in ((NOT_APPLICABLE,), (UNKNOWN,)):
        return problem
    context = Context({"terms": terms})
    return replace(problem, readings=tuple(meanings(tuple[Annotated[str, Term("terms")], ...], value, context)))


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value) if isinstance(value, str | int) else ""


def _one_of(value: object, words: tuple[str, ...], terms: dict[str, str]) -> Problem | None:
    if isinstance(value, str) and value in words:
        return None
    labels = {word: terms.get(word, word) for word in words}
    found = readings_of_terms(value, labels) if isinstance(value, str) else []
    action = say("Use one of: {choices}.", choices=", ".join(words))
    if not isinstance(value, str | int):
        message = say("expected one of the choices, found: {found}.", found=shown(value))
        return Problem(("value",), "value", message, action, tuple(found))
    message = say("{found} is not one of the choices.", found=shown(_text(value) if isinstance(value, bool) else value))
    if isinstance(value, str) and not found:
        message = with_nearest(message, value, words)
    return Problem(("value",), "value", message, action, tuple(found))


def _wrong(expected: Wrong, value: object, found: Sequence[Any]) -> Problem:
    action = say("Correct the value, or use {unknown}.", unknown=UNKNOWN)
    return Problem(("value",), "value", expected(shown(value)), action, tuple(found))
