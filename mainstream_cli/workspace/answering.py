"""Answers a question, or records an entry of a register."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from mainstream_cli.changes.parts import part_for
from mainstream_cli.changes.stamping import behind_in_words, left_behind
from mainstream_cli.changes.writing import answer_change, entry_change
from mainstream_cli.errors import Argument, UsageError
from mainstream_cli.language import Text, say
from mainstream_cli.model.catalogue import Question
from mainstream_cli.model.numbers import in_file
from mainstream_cli.model.readings import unmistakable
from mainstream_cli.model.record import unknown_name, with_nearest
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.rules import Case
from mainstream_cli.store import ProjectFolder
from mainstream_cli.store.save import save_answer, save_entry
from mainstream_cli.workspace.typed import refuse_misfit
from mainstream_cli.workspace.words import on_day, sound


@dataclass(frozen=True)
class Answered:
    """An answer that was saved: what was changed of it, and which of its fields went to ``private/``.

    ``still_public`` says that the public file holds an answer to a sensitive question, which a hand has to take out.
    """

    question: Question
    change: Mapping[str, Any]
    private: tuple[str, ...]
    still_public: bool


@dataclass(frozen=True)
class RecordedEntry:
    """An entry that was saved: whether it is new, which fields were given, and which of them went to ``private/``.

    ``behind`` names the checks that speak of an earlier version of it from now on.
    """

    register: str
    id: str
    added: bool
    fields: Mapping[str, Any]
    part: str
    private: tuple[str, ...]
    behind: tuple[str, ...] = ()

    @property
    def behind_in_words(self) -> Text:
        """Which checks speak of an earlier version of it from now on, and how to check again."""
        return behind_in_words(self.id, self.behind)


def answer(
    loaded: ProjectFolder, case: Case, name: str, values: Sequence[object], extras: Mapping[str, object]
) -> Answered:
    """Answer the question with this id or number; *extras* are further fields of the answer."""
    question = loaded.catalogue.question(name)
    if question is None:
        message = with_nearest(say("There is no question '{name}'.", name=name), name, loaded.catalogue.questions)
        action = say(
            "See: {command}. Entries are written {form}.", command="mainstream checklist show STAGE", form="REGISTER/ID"
        )
        raise UsageError(message, action=action, code="usage")
    if not values and not extras:
        action = say(
            'It asks: "{question}" See: {command}', question=question.text, command=f"mainstream explain {question.id}"
        )
        raise UsageError(
            say("Give a value, or an option such as {argument}.", argument=Argument("note")),
            action=action,
            code="usage",
        )
    before = loaded.written("answers", question.id)
    words = [str(_plain("value", value)) for value in values]
    given = {field: _plain(field, value) for field, value in extras.items()}
    change = answer_change(loaded.project, loaded.catalogue, question, before, words, given, case.today)
    private = save_answer(loaded.folder, loaded.catalogue, question.id, change)
    held = question.id in loaded.public.answers and loaded.project.settings.sample is None
    return Answered(question, change, tuple(private), question.sensitive and held)


def record(loaded: ProjectFolder, target: str, fields: Mapping[str, object]) -> RecordedEntry:
    """Add or change an entry, named ``REGISTER/ID``; a text says what a field holds as ``set`` reads it."""
    register, _, id_ = target.partition("/")
    if register not in REGISTERS:
        raise unknown_name(say("There is no register '{name}'.", name=register), register, REGISTERS)
    given = {name: _plain(name, value) for name, value in fields.items()}
    part = part_for(loaded.project, loaded.catalogue, register, id_, given) if REGISTERS[register].split else ""
    if REGISTERS[register].split:
        given.pop(REGISTERS[register].split, None)
    before = loaded.written(register, id_)
    change = entry_change(loaded.project, loaded.catalogue, register, id_, before, given)
    private = save_entry(loaded.folder, register, id_, part, change)
    behind = left_behind(register, before if isinstance(before, dict) else {}, change)
    return RecordedEntry(register, id_, before is None, given, part, tuple(private), tuple(behind))


def _plain(name: str, value: object) -> Any:
    """Return a value of Python as a file has it; a number is never one that half of the world reads as thousands."""
    match value:
        case str():
            return sound(value)
        case bytes() | bytearray():
            refuse_misfit(name, value, str)
        case float() | Decimal():
            return in_file(unmistakable(Decimal(str(value))))
        case datetime.date():
            return on_day(value).isoformat()
        case Mapping():
            return {part: _plain(f"{name}.{part}", inner) for part, inner in value.items()}
        case list() | tuple() | set() | frozenset():
            return [_plain(name, inner) for inner in value]
    return value
