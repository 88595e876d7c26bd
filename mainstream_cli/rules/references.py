"""R: references between entries."""

from collections.abc import Iterator

from mainstream_cli.model.finding import Finding
from mainstream_cli.model.project import Ref
from mainstream_cli.model.record import Path, Record, nearest
from mainstream_cli.model.registers import references
from mainstream_cli.model.types import ID_PATTERN, Refers
from mainstream_cli.rules.case import Case


def points_nowhere(case: Case) -> Iterator[Finding]:
    """A field names an entry that does not exist.

    Passes: ``sources: [census_2014]`` with ``census_2014`` in registers/sources.yaml
    Fails:  ``sources: [census_2041]``
    """
    for ref, refers, name in _all_references(case):
        known = _known(case, refers)
        if name in known or _is_free(refers, name, known):
            continue
        where = " or ".join(f"registers/{register}" for register in refers.to)
        message = f"{ref.id or 'mainstream.yaml'}: there is no '{name}' in {where}.{nearest(name, known)}"
        yield Finding("R01", "error", message, "Correct the id, or add the entry.", ("core team",), ref)


def recorded_otherwise(case: Case) -> Iterator[Finding]:
    """A table records an entry in another way than the project does.

    What it says stands under ``positions`` of the entry. Take over what is right, then clear the positions.

    Passes: an entry without ``positions``
    Fails:  ``positions: [{table: table_2, says: {role: member}}]``
    """
    for register, entries in case.project.registers.items():
        for id_, entry in entries.items():
            if entry.positions:
                tables = ", ".join(dict.fromkeys(each.table for each in entry.positions))
                names = ", ".join(dict.fromkeys(name for each in entry.positions for name in each.says))
                message = f"{id_}: {tables} records otherwise: {names}."
                action = f"Take over what is right, then: mainstream set {register}/{id_} positions="
                yield Finding("R04", "note", message, action, ("core team",), Ref(register, id_, ("positions",)))


def actor_in_free_text(case: Case) -> Iterator[Finding]:
    """An actor is written in words instead of the id of a stakeholder or body.

    Free text is allowed while a team drafts. An id lets documents print the full name and abbreviation everywhere.
    Who pays for an action may be a budget line in words.

    Passes: ``lead: ministry_of_labour`` with that stakeholder recorded
    Fails:  ``lead: Ministry of Labour``
    """
    for ref, refers, name in _all_references(case):
        paid = ref.path[:1] == ("funding",)
        if (
            refers.free
            and not paid
            and name not in _known(case, refers)
            and _is_free(refers, name, _known(case, refers))
        ):
            message = (
                f"{ref.id or 'mainstream.yaml'}: '{_short(name)}' is free text, not an entry of stakeholders or bodies."
            )
            yield Finding(
                "R02", "note", message, "Record the organisation in stakeholders and name its id.", ("core team",), ref
            )


def _all_references(case: Case) -> Iterator[tuple[Ref, Refers, str]]:
    project = case.project
    records: list[tuple[str, str, Record]] = [("settings", "", project.settings)]
    records += [("answers", id_, answer) for id_, answer in project.answers.items()]
    records += [(name, id_, entry) for name, entries in project.registers.items() for id_, entry in entries.items()]
    records += [("journal", id_, entry) for id_, entry in project.journal.items()]
    for kind, id_, record in records:
        path: Path
        for path, refers, name in references(record):
            yield Ref(kind, id_, path), refers, name


def _known(case: Case, refers: Refers) -> set[str]:
    return {id_ for register in refers.to for id_ in case.project.entries(register)}


def _is_free(refers: Refers, name: str, known: set[str]) -> bool:
    """Tell free text from a mistyped id: words with capitals or spaces, or an id-like word with no near match."""
    return refers.free and (not ID_PATTERN.fullmatch(name) or not nearest(name, known))


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."  # noqa: PLR2004
