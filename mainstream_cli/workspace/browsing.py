"""Looks things up in a catalogue: questions, fields of a register, the profile menu, the bibliography, crosswalks."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from mainstream_cli.content.basis import items_by_basis
from mainstream_cli.content.reference import crosswalk_names, load_crosswalk, load_profile
from mainstream_cli.content.selection import Selection, names, select
from mainstream_cli.language import say
from mainstream_cli.model.catalogue import Catalogue, Work
from mainstream_cli.model.published import published
from mainstream_cli.model.record import unknown_name
from mainstream_cli.model.reference import Crosswalk, Profile, StatedItem
from mainstream_cli.model.registers import REGISTERS, fields

__all__ = ["Found", "NamedWorks", "RegisterFields", "Selection", "as_data", "look_up", "stated_items"]
PROFILE = "profile"
BIBLIOGRAPHY = "bibliography"


@dataclass(frozen=True)
class NamedWorks:
    """The documents that the catalogue names."""

    works: Mapping[str, Work]


@dataclass(frozen=True)
class RegisterFields:
    """A register, of which the fields are shown."""

    name: str


Found = Catalogue | Selection | RegisterFields | Profile | NamedWorks | Crosswalk


def look_up(catalogue: Catalogue, name: str | None) -> Found:
    """Return what a name stands for: questions, a register, ``profile``, ``bibliography`` or a crosswalk.

    Without a name it is the whole catalogue.

    Raises:
        MainstreamError: it stands for nothing; the nearest name is given.
    """
    crosswalks = crosswalk_names(catalogue.folder)
    if name is None:
        return catalogue
    if name == PROFILE:
        return load_profile(catalogue)
    if name == BIBLIOGRAPHY:
        return NamedWorks(catalogue.works)
    if name in crosswalks:
        return load_crosswalk(catalogue, name)
    if name in REGISTERS:
        return RegisterFields(name)
    selection = select(catalogue, name)
    if selection is None:
        known = [*names(catalogue), *REGISTERS, PROFILE, BIBLIOGRAPHY, *crosswalks]
        raise unknown_name(say("There is no stage, sector, question or register '{name}'.", name=name), name, known)
    return selection


def as_data(catalogue: Catalogue, found: Found) -> dict[str, Any]:
    """Return what was looked up as JSON carries it."""
    match found:
        case Catalogue():
            return published(found)
        case RegisterFields():
            return {"register": found.name, "fields": [asdict(field) for field in fields(found.name)]}
        case Profile():
            return {"profile": found.model_dump(mode="json", exclude_none=True)}
        case NamedWorks():
            return {"works": {key: work.model_dump(mode="json") for key, work in found.works.items()}}
        case Crosswalk():
            return {"crosswalk": found.model_dump(mode="json", exclude_none=True)}
        case Selection():
            sheets = [part.sheet.model_copy(update={"sections": part.sections}) for part in found.parts]
            shown = [sheet.model_dump(mode="json", exclude_none=True) for sheet in sheets]
            return {"edition": catalogue.edition, "sha256": catalogue.sha256, "sheets": shown}


def stated_items(catalogue: Catalogue, basis: str, document: str | None) -> dict[str, list[StatedItem]]:
    """Return the items that stand in the catalogue on this basis by document, or those of one document.

    Raises:
        MainstreamError: there is no such basis or document.
    """
    if basis not in catalogue.vocabulary["bases"]:
        message = say("There is no basis '{name}'.", name=basis)
        raise unknown_name(message, basis, catalogue.vocabulary["bases"])
    if document is not None and document not in catalogue.works:
        raise unknown_name(say("There is no document '{name}'.", name=document), document, catalogue.works)
    crosswalks = [load_crosswalk(catalogue, name) for name in crosswalk_names(catalogue.folder)]
    found = items_by_basis(catalogue, load_profile(catalogue), crosswalks, basis)
    return {key: items for key, items in found.items() if document in (None, key)}
