"""Digests of what is given in each answer, entry and setting, part by part: what is decided, and what is known."""

import hashlib
import json
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.edition import BlockPart, Coverage
from mainstream_cli.model.field_roles import role_in_answer, role_of_setting
from mainstream_cli.model.project import Project
from mainstream_cli.model.record import Record
from mainstream_cli.model.registers import REGISTERS, references
from mainstream_cli.model.registers.definition import Role
from mainstream_cli.model.registers.entry import Entry

Digests = Mapping[str, Mapping[Role, str]]


def open_part(project: Project, catalogue: Catalogue) -> Project:
    """Return a project without answers to sensitive questions and without sensitive fields, also from public files."""
    answers = {id_: each for id_, each in project.answers.items() if not catalogue.questions[id_].sensitive}
    registers = {name: _open_entries(name, entries) for name, entries in project.registers.items()}
    return replace(project, answers=answers, registers=registers, private=replace(project.private, at_hand=False))


def _open_entries(register: str, entries: Mapping[str, Entry]) -> Mapping[str, Entry]:
    closed = dict.fromkeys(REGISTERS[register].sensitive)
    return {id_: each.model_copy(update=closed) for id_, each in entries.items()} if closed else entries


def digests(project: Project, catalogue: Catalogue, kind: str) -> Digests:
    """Digest every block of a kind (answers, settings or a register) of a project that is open to everybody."""
    if kind == "settings":
        return {name: _digests(given, role) for name, given, role in _settings(project)}
    if kind == "answers":
        questions = catalogue.questions
        return {
            id_: _digests(plain(answer), partial(role_in_answer, questions[id_]))
            for id_, answer in project.answers.items()
            if answer.given and not questions[id_].sensitive
        }
    return {id_: _of_entry(project, kind, id_, entry) for id_, entry in project.entries(kind).items()}


def _of_entry(project: Project, register: str, id_: str, entry: Entry) -> Mapping[Role, str]:
    """Digest an entry; one that is left out of the plan is on record only, so nothing of it is decided."""
    definition = REGISTERS[register]
    given = {name: value for name, value in plain(entry).items() if name not in definition.sensitive}
    if definition.split == "sector":
        given["sector"] = project.part(register, id_)
    out = not entry.stands
    return _digests(given, lambda name: "known" if out and name != "positions" else definition.role_of(name))


def _settings(project: Project) -> Iterator[tuple[str, dict[str, Any], Callable[[str], Role]]]:
    given = plain(project.settings)
    for name, value in given.items():
        role = role_of_setting(name)
        if role == "known":
            yield name, {name: value}, lambda _: "known"
        elif role is not None:
            block = value if isinstance(value, dict) else {name: value}
            yield name, block, partial(_role_in_setting, name)


def _role_in_setting(name: str, field: str) -> Role:
    return role_of_setting(name, field) or "decided"


def plain(record: Record) -> dict[str, Any]:
    """Return what is given in a record as plain data: a field that is empty, or is not known yet, is not there."""
    return record.model_dump(mode="json", exclude_defaults=True, by_alias=True)


def _digests(given: Mapping[str, Any], role_of: Callable[[str], Role]) -> Mapping[Role, str]:
    parts: dict[Role, dict[str, Any]] = {}
    for name, value in given.items():
        parts.setdefault(role_of(name), {})[name] = value
    return {role: _digest(part) for role, part in parts.items() if role != "follow_up"}


def _digest(data: Any) -> str:
    text = json.dumps(_canonical(data), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _canonical(value: Any) -> Any:
    """Return plain data with lists of words in one order: which stands first there decides nothing."""
    if isinstance(value, dict):
        return {key: _canonical(each) for key, each in value.items()}
    if isinstance(value, list):
        words = all(isinstance(each, str) for each in value)
        return sorted(value) if words else [_canonical(each) for each in value]
    return value.strip() if isinstance(value, str) else value


def cited(parts: Mapping[Role, str]) -> str:
    """Return the digest of a block that others merely cite: of all its parts together."""
    return _digest(dict(sorted(parts.items())))


def covered(project: Project, catalogue: Catalogue, scope: Coverage, *, cites: bool = True) -> Project:
    """Return what a scope covers of an open project, by default with what this cites; nothing of the journal."""
    names = scope.own | scope.also
    answers = {
        id_: each
        for id_, each in project.answers.items()
        if each.given and f"answers/{catalogue.questions[id_].home}" in names
    }
    whole = {name: dict(project.entries(name)) for name in REGISTERS if name in names}
    records: list[Record] = [
        project.settings,
        *answers.values(),
        *(each for entries in whole.values() for each in entries.values()),
    ]
    registers = {name: whole.get(name, {}) for name in REGISTERS}
    for _, refers, id_ in (found for record in records * cites for found in references(record)):
        for name in refers.to:
            if name not in whole and id_ in project.entries(name):
                registers[name][id_] = project.entries(name)[id_]
    return replace(project, answers=answers, registers=registers, journal={})


def parts_of(project: Project, catalogue: Catalogue, scope: Coverage) -> dict[BlockPart, str]:
    """Return the digests of what ``covered`` returned, as a manifest keeps them."""
    found: dict[BlockPart, str] = {}
    for kind in ("answers", *REGISTERS, *scope.own & {"settings"}):
        for id_, parts in digests(project, catalogue, kind).items():
            if kind in REGISTERS and kind not in scope.own | scope.also:
                found["cited", kind, id_] = cited(parts)
            else:
                found.update({(role, kind, id_): digest for role, digest in parts.items()})
    return found
