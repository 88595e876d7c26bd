"""Which institution a field means that takes an id or words: two names of one institution are one institution."""

from collections.abc import Iterable

from mainstream_cli.model.project import Project
from mainstream_cli.model.told import letters
from mainstream_cli.model.types import ACTORS

PARTNERS = ("un_agency", "development_partner")
UNRECORDED = "unrecorded"


def meant(project: Project, said: str | None) -> str:
    """Return the id of the institution that an id, title or abbreviation names, else the letters of the words."""
    if not said or is_recorded(project, said):
        return said or ""
    words = letters(said)
    for id_, entry in (item for kind in ACTORS for item in project.entries(kind).items()):
        if words and words in (letters(entry.title), letters(getattr(entry, "abbreviation", None))):
            return id_
    return words


def is_recorded(project: Project, id_: str) -> bool:
    """Tell whether an id is that of a stakeholder or a body."""
    return any(id_ in project.entries(kind) for kind in ACTORS)


def recorded(project: Project, said: Iterable[str | None]) -> set[str]:
    """Return the ids of the institutions on record that are named."""
    return {id_ for each in said if is_recorded(project, id_ := meant(project, each))}


def is_same(project: Project, one: str | None, other: str | None) -> bool:
    """Tell whether two names mean one institution, or two entries under one title."""
    return titles(project, [one]) == titles(project, [other])


def titles(project: Project, said: Iterable[str | None]) -> set[str]:
    """Return the letters of the titles of the institutions that are named; of one not on record those of its name."""
    found = {meant(project, each) for each in said}
    known = {id_: entry for kind in ACTORS for id_, entry in project.entries(kind).items()}
    return {letters(known[id_].title if id_ in known else id_) for id_ in found}


def kind_meant(project: Project, said: str | None) -> str | None:
    """Return the kind of an institution, of a body that of its chair; ``unrecorded`` of others, None of nobody."""
    if not said:
        return None
    id_ = meant(project, said)
    body = project.entries("bodies").get(id_)
    chair = meant(project, body.chair) if body else id_
    known = project.entries("stakeholders").get(chair)
    return known.kind if known else UNRECORDED
