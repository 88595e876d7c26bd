"""Entries that were joined with another, or go under another id: the earlier state with the ids of the later one."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from mainstream_cli.model.project import Project
from mainstream_cli.model.record import Record, parse
from mainstream_cli.model.registers import REGISTERS, references, renamed
from mainstream_cli.model.registers.entry import Entry, plain_title

R = TypeVar("R", bound=Record)
Names = Mapping[tuple[str, str], str]
"""Register and earlier id -> id."""


def renames(before: Project, after: Project) -> dict[tuple[str, str], str]:
    """Return the entries that are gone under their id and stand there under another, with the same title."""
    return {(register, id_): new for register in REGISTERS for id_, new in _gone(register, before, after)}


def _gone(register: str, before: Project, after: Project) -> Iterator[tuple[str, str]]:
    old, new = before.entries(register), after.entries(register)
    gone = [id_ for id_ in old if not after.may_hold(register, id_)]
    if not gone:
        return
    known: dict[tuple[str, ...], list[str]] = {}
    for id_, entry in new.items():
        known.setdefault(_telling(register, entry, after.part(register, id_)), []).append(id_)
    for id_ in gone:
        found = known.get(_telling(register, old[id_], before.part(register, id_)), [])
        if len(found) == 1:
            yield id_, found[0]


def _telling(register: str, entry: Entry, part: str) -> tuple[str, ...]:
    return part, plain_title(entry.title), *(str(getattr(entry, name)) for name in REGISTERS[register].alike)


def with_names(project: Project, names: Names) -> Project:
    """Return a project in which these entries stand under their new ids, wherever they are named."""
    if not names:
        return project
    registers = {
        register: _moved(register, {id_: _named(entry, names) for id_, entry in entries.items()}, names)
        for register, entries in project.registers.items()
    }
    return replace(
        project,
        settings=_named(project.settings, names),
        answers={id_: _named(answer, names) for id_, answer in project.answers.items()},
        registers=registers,
        part_of={(kind, names.get((kind, id_), id_)): part for (kind, id_), part in project.part_of.items()},
    )


def _moved(register: str, entries: Mapping[str, Entry], names: Names) -> dict[str, Entry]:
    """Return the entries under their new ids; where one stood there already, that one stays."""
    return {names.get((register, id_), id_): entry for id_, entry in entries.items()} | {
        id_: entry for id_, entry in entries.items() if (register, id_) not in names
    }


def _named(record: R, names: Names) -> R:
    if not any((register, id_) in names for _, refers, id_ in references(record) for register in refers.to):
        return record
    data = renamed(type(record), record.model_dump(mode="json", exclude_defaults=True, by_alias=True), names)
    read, _ = parse(type(record), data)
    return read or record
