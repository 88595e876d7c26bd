"""What an entry is asked, and what is said of it and of its fields."""

from collections.abc import Mapping
from typing import Any

from mainstream_cli.changes.writing import two_readings
from mainstream_cli.conversation.asking import told
from mainstream_cli.conversation.working_copy import WorkingCopy
from mainstream_cli.language import Text, say
from mainstream_cli.model.prompt import NO_WORDS
from mainstream_cli.model.readings import names_in
from mainstream_cli.model.record import parse
from mainstream_cli.model.registers import REGISTERS, FieldQuestion, name_in_words


def needed(register: str) -> tuple[str, ...]:
    """Return the fields that a new entry is asked for first."""
    return REGISTERS[register].needed


def trouble(copy: WorkingCopy, register: str, name: str, values: dict[str, Any]) -> Text:
    """Say what is wrong with the value of one field, if anything."""
    cls, names = REGISTERS[register].entry, names_in(copy.registers)
    _, problems = parse(cls, values, copy.catalogue.vocabulary, names)
    problems = problems or two_readings(cls, values, [name])
    return next(
        (told(problem.message, problem.remedy) for problem in problems if problem.path[:1] == (name,)), NO_WORDS
    )


def new_in(register: str, title: str | None = None) -> Text:
    """Return the heading over a new entry."""
    if title:
        return say("{register}: new entry ({title})", register=name_in_words(register), title=title)
    return say("{register}: new entry", register=name_in_words(register))


def titled(register: str, values: Mapping[str, Any]) -> str:
    """Return the title of an entry with these fields, empty where they give none yet."""
    return REGISTERS[register].entry.titled(values)


def called(register: str, title: str) -> Text:
    """Return the heading over an entry."""
    return say("{register}: {title}", register=name_in_words(register), title=title)


def first_open(steps: list[FieldQuestion], values: dict[str, Any]) -> int:
    """Return the place of the first field that cannot stay open and has no value."""
    return next((number for number, field in enumerate(steps) if field.required and not values.get(field.id)), 0)


def words(copy: WorkingCopy, field: FieldQuestion) -> dict[str, str]:
    """Return the words for the terms or entries that a field, or a field of a block in it, can name."""
    if field.inside:
        return {id_: said for inner in field.inside for id_, said in words(copy, inner).items()}
    if field.choices:
        return copy.catalogue.vocabulary[field.choices]
    return copy.titles(*field.refers) if field.refers else {}
