"""R: references between entries."""

import shlex
from collections import defaultdict
from collections.abc import Iterator

from mainstream_cli.language import Text, count, say, several
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.project import Ref
from mainstream_cli.model.readings import names_in
from mainstream_cli.model.record import closest, in_place_of, with_nearest
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.model.types import ACTORS, ID_PATTERN, Refers
from mainstream_cli.rules.case import Case, once

CORE_TEAM = (say("core team"),)
SETTINGS = "mainstream.yaml"


def points_nowhere(case: Case) -> Iterator[Finding]:
    """A field names an entry that does not exist, or a file of reports is named after no stakeholder or body.

    Passes: ``sources: [census_2014]`` with ``census_2014`` in registers/sources.yaml
    Fails:  ``sources: [census_2041]``
    """
    yield from _reported_by_nobody(case)
    meant = meant_by(case)
    for ref, refers, name, known in _references(case):
        if _may_be(case, refers, name) or _is_free(refers, name, known):
            continue
        message = say(
            "{place}: there is no '{name}' in {registers}.",
            place=ref.id or SETTINGS,
            name=name,
            registers=several([f"registers/{register}" for register in refers.to], "or"),
        )
        message = message if ref in meant else with_nearest(message, name, known)
        action = in_place_of(say("Correct the id, or add the entry."), meant.get(ref, ()))
        yield Finding("R01", "error", message, action, CORE_TEAM, ref)


def _reported_by_nobody(case: Case) -> Iterator[Finding]:
    """Yield a finding for each file that is named after an institution which nobody recorded, at its first entry."""
    known = [id_ for register in ACTORS for id_ in case.project.entries(register)]
    first: dict[tuple[str, str], Ref] = {}
    for (register, id_), part in case.project.part_of.items():
        if REGISTERS[register].split == "institution" and not _may_be(case, Refers(*ACTORS), part):
            first.setdefault((register, part), Ref(register, id_))
    for (register, part), ref in first.items():
        message = say(
            "{file} is named after nobody: there is no '{name}' in {registers}.",
            file=f"registers/{register}/{part}.yaml",
            name=part,
            registers=several([f"registers/{name}" for name in ACTORS], "or"),
        )
        action = say("Name the file after the stakeholder or body that reports, or record that one.")
        yield Finding("R01", "error", with_nearest(message, part, known), action, CORE_TEAM, ref)


@once
def meant_by(case: Case) -> dict[Ref, tuple[str, ...]]:
    """Return the ids that words can mean where an id belongs: titles, abbreviations, ids in other letters.

    Who pays for an action may be a budget line in words, so nothing is read there.
    """
    names = names_in(case.project.registers)
    wanted = ((ref, refers, name) for ref, refers, name, known in _references(case) if name not in known)
    found = ((ref, tuple(names(refers.to, name))) for ref, refers, name in wanted if ref.path[:1] != ("funding",))
    return {ref: ids for ref, ids in found if ids}


def recorded_otherwise(case: Case) -> Iterator[Finding]:
    """A table records an entry in another way than the project does.

    What it says stands under ``positions`` of the entry. Take over what is right, then clear the positions.

    Passes: an entry without ``positions``
    Fails:  ``positions: [{table: table_2, says: {role: member}}]``
    """
    for register, entries in case.project.registers.items():
        for id_, entry in entries.items():
            if entry.positions:
                tables = dict.fromkeys(position.table for position in entry.positions)
                message = count(
                    "{id}: {tables} records otherwise: {fields}.",
                    "{id}: {tables} record otherwise: {fields}.",
                    n=len(tables),
                    id=id_,
                    tables=several(tables),
                    fields=", ".join(dict.fromkeys(name for position in entry.positions for name in position.says)),
                )
                action = say(
                    "Take over what is right, then: {command}", command=f"mainstream set {register}/{id_} positions="
                )
                yield Finding("R04", "note", message, action, CORE_TEAM, Ref(register, id_, ("positions",)))


def actor_in_free_text(case: Case) -> Iterator[Finding]:
    """An actor is written in words instead of the id of a stakeholder or body.

    Free text is allowed while a team drafts; the same words in one file are told once. An id lets documents print the
    full name and abbreviation everywhere. Who pays for an action may be a budget line in words.

    Passes: ``lead: ministry_of_labour`` with that stakeholder recorded
    Fails:  ``lead: Ministry of Labour``
    """
    meant = meant_by(case)
    places: dict[tuple[str, str], list[Ref]] = defaultdict(list)
    for ref, refers, name, known in _references(case):
        paid = ref.path[:1] == ("funding",)
        if refers.free and not paid and not _may_be(case, refers, name) and _is_free(refers, name, known):
            places[name, _file(case, ref)].append(ref)
    for (name, _), refs in places.items():
        action = say(
            "Record it: {command}; then write that ID here.",
            command=f"mainstream set stakeholders/ID title={shlex.quote(name)} kind=KIND",
        )
        action = in_place_of(action, meant.get(refs[0], ()))
        yield Finding("R02", "note", _is_free_text(_short(name), refs), action, CORE_TEAM, refs[0])


def _is_free_text(name: str, refs: list[Ref]) -> Text:
    if len(refs) > 1:
        return count(
            "'{name}' is free text ({n} time in this file), not an entry of stakeholders or bodies.",
            "'{name}' is free text ({n} times in this file), not an entry of stakeholders or bodies.",
            n=len(refs),
            name=name,
        )
    place = refs[0].id or SETTINGS
    return say("{place}: '{name}' is free text, not an entry of stakeholders or bodies.", place=place, name=name)


def _file(case: Case, ref: Ref) -> str:
    """Return what stands for the file of a place: the stage or sector of an answer or action, or the register."""
    question = case.catalogue.questions.get(ref.id) if ref.kind == "answers" else None
    return question.home if question else f"{ref.kind}/{case.project.part(ref.kind, ref.id)}"


def _references(case: Case) -> Iterator[tuple[Ref, Refers, str, frozenset[str]]]:
    """Yield every reference with the ids that it may name."""
    known: dict[tuple[str, ...], frozenset[str]] = {}
    for ref, refers, name in case.references:
        if refers.to not in known:
            known[refers.to] = frozenset(id_ for register in refers.to for id_ in case.project.entries(register))
        yield ref, refers, name, known[refers.to]


def _may_be(case: Case, refers: Refers, name: str) -> bool:
    return any(case.project.may_hold(register, name) for register in refers.to)


def _is_free(refers: Refers, name: str, known: frozenset[str]) -> bool:
    """Tell free text from a mistyped id: words with capitals or spaces, or an id-like word with no near match."""
    return refers.free and (not ID_PATTERN.fullmatch(name) or not closest(name, known))


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."  # noqa: PLR2004
