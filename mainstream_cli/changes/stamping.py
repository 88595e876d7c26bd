"""A check of an objective names the version of it that was checked, and nobody has to write that by hand."""

from collections.abc import Iterable, Mapping
from typing import Any

from mainstream_cli.language import Text, count
from mainstream_cli.model.record import as_blocks, parse
from mainstream_cli.model.registers.results import CHECKS, OBJECTIVES, Objective

SAID = ("result", "finding", "by", "date")
Change = Mapping[str, Any]


def stamped(register: str, before: Change, change: Change) -> Change:
    """Return a change of an entry in which each check with a result that it touches speaks of the entry as it is then.

    A check without a result speaks of no version. *before* is the entry as a file has it, empty for a new one.
    """
    touched = [name for name in CHECKS if name in change] if register == OBJECTIVES.name else []
    after = _objective({**before, **change}) if touched else None
    if after is None:
        return change
    old, new = as_blocks(Objective, before), as_blocks(Objective, change)
    for name in touched:
        block, there = new[name], old.get(name) or {}
        if block and any(block.get(part) != there.get(part) for part in SAID):
            said = {part: value for part, value in block.items() if part != "of"}
            new[name] = {**said, "of": after.version} if block.get("result") else said
    return {name: new[name] if name in touched else value for name, value in change.items()}


def left_behind(register: str, before: Change, change: Change) -> list[str]:
    """Return the checks of an objective that speak of an earlier version from this change on."""
    old = _objective(before) if register == OBJECTIVES.name else None
    new = _objective({**before, **change}) if old else None
    if old is None or new is None or old.version == new.version:
        return []
    return [name for name, check in new.checks.items() if check and check.of == old.version]


def behind_in_words(id_: str, names: Iterable[str]) -> Text:
    """Say which checks speak of an earlier version of an objective."""
    checks = list(names)
    return count(
        "{checks} speaks of an earlier version of the objective. Check again: {command}",
        "{checks} speak of an earlier version of the objective. Check again: {command}",
        n=len(checks),
        checks=", ".join(checks),
        command=f"mainstream fill objectives/{id_} --only checks",
    )


def _objective(data: Change) -> Objective | None:
    record, _ = parse(Objective, {name: value for name, value in data.items() if value is not None})
    return record
