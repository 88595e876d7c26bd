"""Stamps checks that were written by hand: each then says which version of its objective it speaks of."""

from collections.abc import Sequence
from dataclasses import dataclass

from mainstream_cli.changes.stamping import behind_in_words
from mainstream_cli.errors import MainstreamError, UsageError
from mainstream_cli.language import Text, say
from mainstream_cli.model.record import unknown_name, with_nearest
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.model.registers.results import OBJECTIVES, Objective
from mainstream_cli.store import ProjectFolder
from mainstream_cli.store.save import save_entry


@dataclass(frozen=True)
class StampedChecks:
    """The checks of one objective: stamped now, of its present version before, of an earlier one, without result."""

    entry: str
    now: tuple[str, ...]
    before: tuple[str, ...]
    earlier: tuple[str, ...]
    without_result: tuple[str, ...]

    @property
    def earlier_in_words(self) -> Text:
        """Which checks speak of an earlier version, and how to check again: no stamp makes an old check a new one."""
        return behind_in_words(self.entry.partition("/")[2], self.earlier)


def stamp(loaded: ProjectFolder, entries: Sequence[str]) -> tuple[StampedChecks, ...]:
    """Let the checks of objectives, named ``objectives/ID``, speak of them as they are; all are looked at first.

    Raises:
        MainstreamError: there is no such objective, or it cannot be read; nothing is written then.
    """
    if not entries:
        action = say("For instance: {command}", command="mainstream check --stamp objectives/AN_ID")
        raise UsageError(say("Say which objectives the checks are of."), action=action, code="usage")
    found = [_objective(loaded, entry) for entry in dict.fromkeys(entries)]
    return tuple(_stamped(loaded, id_, objective) for id_, objective in found)


def _objective(loaded: ProjectFolder, entry: str) -> tuple[str, Objective]:
    register, _, id_ = entry.partition("/")
    if register not in REGISTERS:
        raise unknown_name(say("There is no register '{name}'.", name=register), register, REGISTERS)
    if register != OBJECTIVES.name:
        message = say("Entries of {register} have no checks.", register=register)
        raise UsageError(message, action=say("Name {example}.", example="objectives/ID"), code="usage")
    objective = loaded.project.entries(register).get(id_)
    if isinstance(objective, Objective):
        return id_, objective
    if loaded.written(register, id_) is not None:
        message = say("{entry} cannot be read.", entry=entry)
        action = say("Put right first what {command} says. Nothing was changed.", command="mainstream check")
        raise MainstreamError(message, action=action, where=entry, code="F09")
    known = loaded.project.entries(register)
    message = with_nearest(say("There is no '{id}' in {register}.", id=id_, register=register), id_, known)
    action = say("Objectives: {names}. Nothing was changed.", names=", ".join(known) or "-")
    raise UsageError(message, action=action, code="R01")


def _stamped(loaded: ProjectFolder, id_: str, objective: Objective) -> StampedChecks:
    checks = {name: check for name, check in objective.checks.items() if check}
    judged = {name: check for name, check in checks.items() if check.result}
    now = [name for name, check in judged.items() if check.of is None]
    written = loaded.written(OBJECTIVES.name, id_)
    if now and isinstance(written, dict):
        change = {name: {**written[name], "of": objective.version} for name in now}
        save_entry(loaded.folder, OBJECTIVES.name, id_, "", change)
    earlier = tuple(name for name, check in judged.items() if objective.outgrew(check))
    before = tuple(name for name in judged if name not in (*now, *earlier))
    without = tuple(name for name in checks if name not in judged)
    return StampedChecks(f"{OBJECTIVES.name}/{id_}", tuple(now), before, earlier, without)
