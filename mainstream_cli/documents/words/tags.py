"""Which codes of the frameworks that a project uses belong to an action, an objective or an indicator."""

from collections.abc import Iterable, Iterator

from mainstream_cli.model.project import Project
from mainstream_cli.model.reference import Crosswalk, Tags
from mainstream_cli.model.registers.actions import Action
from mainstream_cli.model.registers.results import Indicator, Objective

Tagged = Action | Objective | Indicator


def tags_of(project: Project, crosswalks: Iterable[Crosswalk], thing: Tagged) -> tuple[Tags, ...]:
    """Return the tags of one entry by framework, in the project's order, without frameworks that say nothing of it.

    A framework that the project has not switched on is left out even when it is among *crosswalks*.
    """
    sectors = set(_sectors(project, thing))
    known = {each.id: each for each in crosswalks}
    found = (
        Tags(name, known[name].short, tuple(_codes(known[name], thing, sectors)))
        for name in project.settings.frameworks
        if name in known
    )
    return tuple(tags for tags in found if tags.codes)


def _codes(crosswalk: Crosswalk, thing: Tagged, sectors: set[str]) -> Iterator[str]:
    match crosswalk.tagged_by:
        case "own":
            yield from map(str, thing.sdg if crosswalk.id == "sdg" else thing.gcm)
        case "sector":
            yield from (entry.code for entry in crosswalk.entries if sectors & set(entry.sectors))
        case "gcm":
            yield from (entry.code for entry in crosswalk.entries if set(thing.gcm) & set(entry.gcm))


def _sectors(project: Project, thing: Tagged) -> Iterator[str]:
    """Yield the sectors of an action's file or of an objective; an indicator has those of the objective it measures."""
    if isinstance(thing, Action):
        own = (id_ for id_, each in project.entries("actions").items() if each is thing)
        yield from (sector for id_ in own if (sector := project.part("actions", id_)))
        return
    objective: Objective | None = thing if isinstance(thing, Objective) else None
    if isinstance(thing, Indicator):
        result = project.entries("results").get(thing.measures or "")
        named = result.objective if result is not None else thing.measures
        objective = project.entries("objectives").get(named or "")
    yield from objective.sectors if objective is not None else ()
