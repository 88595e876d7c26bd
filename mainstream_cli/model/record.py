"""What every record has in common, and how plain data becomes a record or a list of problems."""

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator
from pydantic_core import ErrorDetails

from mainstream_cli.errors import UsageError
from mainstream_cli.model.readings import Around, Context, Names, meanings
from mainstream_cli.model.shapes import annotation_at, marks_on

Path = tuple[str | int, ...]
R = TypeVar("R", bound="Record")
SHOWN_LENGTH = 40


class Record(BaseModel):
    """A frozen record that refuses unknown keys; a bare key is left out, one that starts with ``x_`` is the user's."""

    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _leave_own_keys(cls, data: Any) -> Any:
        if isinstance(data, dict) and (None in data.values() or any(str(key).startswith("x_") for key in data)):
            return {key: data[key] for key in data if not cls._is_left_out(str(key), data[key])}
        return data

    @classmethod
    def _is_left_out(cls, key: str, value: Any) -> bool:
        return key.startswith("x_") or (value is None and key in cls.model_fields)


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with the data of a record: *kind* is ``unknown_key``, ``missing`` or ``value``.

    ``readings`` are the values that can be meant; they fit the field.
    """

    path: Path
    kind: str
    message: str
    action: str
    readings: tuple[Any, ...] = field(default=(), hash=False)

    @property
    def remedy(self) -> str:
        """What to do: the right value where one can be meant, or the two."""
        return in_place_of(self.action, [_written(reading) for reading in self.readings])


def parse(
    cls: type[R], data: object, vocabulary: Mapping[str, Any] | None = None, names: Names | None = None
) -> tuple[R | None, list[Problem]]:
    """Turn plain data into a record of *cls*, or say what is wrong with it and what can be meant.

    *vocabulary* maps the name of a closed list to its terms; without it closed lists are not checked. *names* finds
    the entries that words name.
    """
    try:
        return cls.model_validate(data, context={"vocabulary": vocabulary or {}}), []
    except ValidationError as error:
        context = Context(vocabulary or {}, names)
        return None, _once([_read(cls, data, details, context) for details in error.errors(include_url=False)])


def _once(problems: list[Problem]) -> list[Problem]:
    """Leave out that a field is missing where another name beside is taken for it."""
    misspelt = {(each.path[:-1], each.message.rpartition("Did you mean ")[2]) for each in problems}
    return [
        each
        for each in problems
        if each.kind != "missing" or (each.path, each.message.replace(" is missing.", "?")) not in misspelt
    ]


def _read(cls: type[Record], data: object, details: ErrorDetails, context: Context) -> Problem:
    """Return a problem with its readings, of which each was tried: nothing is wrong at its place any more."""
    problem = _problem(cls, details)
    annotation = annotation_at(cls, problem.path)
    if isinstance(details["input"], bool) and (terms := _terms(annotation, context)):
        said = f"'{_written(details['input']).lower()}' is not one of the choices."
        return replace(problem, message=said, action=f"Use one of: {', '.join(terms)}.")
    if problem.kind != "value" or "[key]" in details["loc"] or not problem.path or details["type"] == "value_error":
        return problem
    whole = data if isinstance(data, dict) else {problem.path[0]: data}
    place = replace(context, around=around(whole, problem.path))
    found = meanings(annotation, details["input"], place)
    fitting = (
        reading
        for reading in found
        if _fits(
            cls, with_value(whole, problem.path, reading), problem.path, context, is_list=isinstance(reading, list)
        )
    )
    return replace(problem, readings=tuple(fitting))


def _terms(annotation: Any, context: Context) -> Iterable[str]:
    """Return the terms of the closed list that a field takes, none where it takes something else."""
    lists = (mark.name for mark in marks_on(annotation) if getattr(mark, "kind", "") == "choice")
    terms: Iterable[str] = context.vocabulary.get(next(lists, ""), ())
    return terms


def _fits(cls: type[Record], data: object, path: Path, context: Context, *, is_list: bool) -> bool:
    """Tell whether a value is right at *path*; in a list, what is wrong with one item is said of that item."""
    try:
        cls.model_validate(data, context={"vocabulary": context.vocabulary})
    except ValidationError as error:
        places = [details["loc"] for details in error.errors(include_url=False)]
        return path not in places and (is_list or all(place[: len(path)] != path for place in places))
    return True


def with_value(data: Any, path: Path, value: Any) -> Any:
    """Return plain data with another value at *path*."""
    if not path:
        return value
    if isinstance(data, dict):
        return {**data, path[0]: with_value(data.get(path[0]), path[1:], value)}
    if isinstance(data, list) and isinstance(path[0], int):
        return [with_value(item, path[1:], value) if n == path[0] else item for n, item in enumerate(data)]
    return data


def around(data: Any, path: Path) -> Around:
    """Return the unit and the currency that stand beside a value, or in the nearest block around it."""
    blocks = [data]
    for step in path[:-1]:
        inside = isinstance(data, dict) or (isinstance(data, list) and isinstance(step, int))
        data = (data.get(step) if isinstance(data, dict) else data[step]) if inside else None
        blocks.append(data)
    said: dict[str, str] = {}
    for block in blocks:
        said |= {name: str(block[name]) for name in ("unit", "currency") if isinstance(block, dict) and block.get(name)}
    return Around(said.get("unit"), said.get("currency"))


def in_place_of(action: str, right: Sequence[str]) -> str:
    """Return what to do where the right value or line is known, or the two that can be meant; else *action*."""
    choices = " or ".join(right)
    return action if not right else f"Write {choices}{', whichever is meant' if len(right) > 1 else ''}."


def _written(value: object) -> str:
    return f"[{', '.join(str(item) for item in value)}]" if isinstance(value, list) else str(value)


def unknown_name(what: str, name: str, names: Iterable[str]) -> UsageError:
    """Return the message for a name that is not known: the nearest one, and all of them."""
    known = list(names)
    action = f"Known: {', '.join(known)}."
    return UsageError(f"There is no {what} '{name}'.{nearest(name, known)}", action=action, code="usage")


def nearest(word: str, words: Iterable[str]) -> str:
    """Return " Did you mean 'x'?" for the name closest to *word*, or an empty string when none is near."""
    close = difflib.get_close_matches(word, list(words), n=1, cutoff=0.6)
    return f" Did you mean '{close[0]}'?" if close else ""


def _problem(cls: type[Record], details: ErrorDetails) -> Problem:
    path = tuple(step for step in details["loc"] if step != "[key]")
    found = details["input"]
    match details["type"]:
        case "extra_forbidden":
            names = _keys_at(cls, path[:-1])
            return Problem(
                path,
                "unknown_key",
                f"'{path[-1]}' is not a field here.{nearest(str(path[-1]), names)}",
                f"Use one of: {', '.join(names)}; or start the name with x_ if it is your own.",
            )
        case "missing":
            return Problem(path[:-1], "missing", f"'{path[-1]}' is missing.", f"Add '{path[-1]}:' with its value.")
        case "term" | "pattern":
            words = details.get("ctx", {})
            return Problem(path, "value", str(words.get("message", "")), str(words.get("action", "")))
        case "value_error":
            expected = details["msg"].removeprefix("Value error, ")
            return Problem(path, "value", f"expected {expected}.", "Correct the one or the other.")
    message = f"expected {_expected(details)}, found {shown(found)}."
    return Problem(path, "value", message, "Correct the value, or leave the field out.")


def _expected(details: ErrorDetails) -> str:
    limits = {name: str(value) for name, value in details.get("ctx", {}).items()}
    return _EXPECTED.get(details["type"], "another value").format(**limits)


_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_parsing_size": "a whole number that is not so long",
    "greater_than": "a number greater than {gt}",
    "greater_than_equal": "a number that is at least {ge}",
    "less_than_equal": "a number that is at most {le}",
    "literal_error": "{expected}",
    "too_long": "at most {max_length} items",
    "decimal_type": "a number",
    "decimal_parsing": "a number such as 1250000 or 12.5",
    "decimal_max_digits": "a number of at most 24 digits",
    "decimal_whole_digits": "a number of at most 24 digits",
    "decimal_max_places": "a number with at most 8 decimal places",
    "finite_number": "a number",
    "list_type": "a list (one '- item' a line, or [a, b])",
    "tuple_type": "a list (one '- item' a line, or [a, b])",
    "dict_type": "a block of 'name: value' lines",
    "model_type": "a block of 'name: value' lines",
    "model_attributes_type": "a block of 'name: value' lines",
}


def shown(value: object) -> str:
    """Say in a few words what was found in a file."""
    match value:
        case None:
            return "nothing"
        case bool():
            return f"{str(value).lower()} (unquoted, so YAML reads it as a truth value)"
        case dict():
            return "a block of 'name: value' lines"
        case list() | tuple():
            return "a list"
    text = str(value)
    return repr(text if len(text) <= SHOWN_LENGTH else text[: SHOWN_LENGTH - 3] + "...")


def _keys_at(cls: type[Record], path: Path) -> list[str]:
    for step in path:
        if isinstance(step, str) and step in cls.model_fields:
            cls = next(iter(_records_in(cls.model_fields[step].annotation)), cls)
    return [info.alias or name for name, info in cls.model_fields.items()]


def _records_in(annotation: object) -> Iterable[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in get_args(annotation):
        yield from _records_in(part)


@cache
def record_in(cls: type[Record], name: str) -> type[Record] | None:
    """Return the record class that the field *name* of *cls* holds, alone or in a list, if any."""
    return next(iter(_records_in(cls.model_fields[name].annotation)), None)
