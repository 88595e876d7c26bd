"""What every record has in common, and how plain data becomes a record or a list of problems."""

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, ClassVar, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator
from pydantic_core import ErrorDetails

from mainstream_cli.errors import UsageError
from mainstream_cli.language import Text, say, several
from mainstream_cli.model.expected import expected, shown
from mainstream_cli.model.readings import Around, Context, Names, meanings
from mainstream_cli.model.shapes import annotation_at, base_of, marks_on

Path = tuple[str | int, ...]
R = TypeVar("R", bound="Record")


class Record(BaseModel):
    """A frozen record that refuses unknown keys; a bare key is left out, one that starts with ``x_`` is the user's.

    Where a block was once a text, ``text_field`` names the field that a bare text in its place fills.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True, defer_build=True)
    text_field: ClassVar[str] = ""

    @model_validator(mode="before")
    @classmethod
    def _leave_own_keys(cls, data: Any) -> Any:
        if cls.text_field and is_bare(data):
            return {cls.text_field: data}
        if isinstance(data, dict) and (None in data.values() or any(str(key).startswith("x_") for key in data)):
            return {key: data[key] for key in data if not cls._is_left_out(str(key), data[key])}
        return data

    @classmethod
    def _is_left_out(cls, key: str, value: Any) -> bool:
        return key.startswith("x_") or (value is None and key in cls.model_fields)


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with the data of a record: *kind* is ``unknown_key``, ``missing`` or ``value``.

    ``readings`` are the values that can be meant; they fit the field. ``name`` is the field that is missing, or the one
    that an unknown key is near to.
    """

    path: Path
    kind: str
    message: Text
    action: Text
    readings: tuple[Any, ...] = field(default=(), hash=False)
    name: str = ""

    @property
    def remedy(self) -> Text:
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
    misspelt = {(each.path[:-1], each.name) for each in problems if each.kind == "unknown_key"}
    return [each for each in problems if each.kind != "missing" or (each.path, each.name) not in misspelt]


def _read(cls: type[Record], data: object, details: ErrorDetails, context: Context) -> Problem:
    """Return a problem with its readings, of which each was tried: nothing is wrong at its place any more."""
    problem = _problem(cls, details)
    annotation = annotation_at(cls, problem.path)
    if isinstance(details["input"], bool) and (terms := _terms(annotation, context)):
        said = say("{found} is not one of the choices.", found=repr(_written(details["input"]).lower()))
        return replace(problem, message=said, action=say("Use one of: {choices}.", choices=", ".join(terms)))
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


def in_place_of(action: Text, right: Sequence[str]) -> Text:
    """Return what to do where the right value or line is known, or the two that can be meant; else *action*."""
    if len(right) > 1:
        return say("Write {choices}, whichever is meant.", choices=several(right, "or"))
    return say("Write {choice}.", choice=right[0]) if right else action


def _written(value: object) -> str:
    return f"[{', '.join(str(item) for item in value)}]" if isinstance(value, list) else str(value)


def unknown_name(sentence: Text, name: str, names: Iterable[str]) -> UsageError:
    """Return the message for a name that is not known, as *sentence* says: the nearest one, and all of them."""
    known = list(names)
    action = say("Known: {names}.", names=", ".join(known))
    return UsageError(with_nearest(sentence, name, known), action=action, code="usage")


def with_nearest(sentence: Text, word: str, words: Iterable[str]) -> Text:
    """Return a sentence on a *word* that is not known, and the name closest to it where one is near."""
    near = closest(word, words)
    return (
        say("{sentence} {hint}", sentence=sentence, hint=say("Did you mean '{name}'?", name=near)) if near else sentence
    )


def closest(word: str, words: Iterable[str]) -> str:
    """Return the name closest to *word*, or an empty string when none is near."""
    return next(iter(difflib.get_close_matches(word, list(words), n=1, cutoff=0.6)), "")


def _problem(cls: type[Record], details: ErrorDetails) -> Problem:
    path = tuple(step for step in details["loc"] if step != "[key]")
    words: Mapping[str, Any] = details.get("ctx", {})
    match details["type"]:
        case "extra_forbidden":
            return _unknown_key(path, _keys_at(cls, path[:-1]))
        case "missing":
            name = str(path[-1])
            message, action = (
                say("'{field}' is missing.", field=name),
                say("Add '{field}:' with its value.", field=name),
            )
            return Problem(path[:-1], "missing", message, action, name=name)
        case "term" | "pattern":
            return Problem(path, "value", words["message"], words["action"])
        case "value_error":
            message = say("expected: {expected}.", expected=words["error"].args[0])
            return Problem(path, "value", message, say("Correct the one or the other."))
    if details["type"] == "literal_error":
        choices = several((repr(word) for word in get_args(base_of(annotation_at(cls, path)))), "or")
        message = say("expected {choices}, found: {found}.", choices=choices, found=shown(details["input"]))
    else:
        message = expected(details["type"], words, details["input"])
    return Problem(path, "value", message, say("Correct the value, or leave the field out."))


def _unknown_key(path: Path, names: Sequence[str]) -> Problem:
    name = str(path[-1])
    message = with_nearest(say("'{field}' is not a field here.", field=name), name, names)
    action = say(
        "Use one of: {choices}; or start the name with x_ if it is your own.",
        choices=", ".join(names),
    )
    return Problem(path, "unknown_key", message, action, name=closest(name, names))


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


def is_bare(value: object) -> bool:
    """Tell whether a value of a file is a text, or a number that stands for one."""
    return isinstance(value, str | int) and not isinstance(value, bool)


@cache
def once_texts(cls: type[Record]) -> Mapping[str, str]:
    """Map the fields of a record whose blocks may be written as a bare text to the field that this text fills."""
    blocks = ((name, record_in(cls, name)) for name in cls.model_fields)
    return {name: block.text_field for name, block in blocks if block and block.text_field}


def as_blocks(cls: type[Record], data: Mapping[str, Any]) -> dict[str, Any]:
    """Return plain data of a record with a block in place of each bare text that stands for one."""
    inside = once_texts(cls)
    return {name: {inside[name]: value} if name in inside and is_bare(value) else value for name, value in data.items()}
