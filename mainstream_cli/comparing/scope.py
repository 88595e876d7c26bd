"""What an approval covers of the differences: not what it never spoke of, and no addition to what it merely printed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.compared import Change, Covered
from mainstream_cli.model.project import Project


def within(changes: Iterable[Change], covered: Covered, catalogue: Catalogue) -> Iterator[Change]:
    """Yield the changes that concern what was approved; what is merely cited, or added to what is printed, is known."""
    for change in changes:
        roles = covered.blocks.get((change.kind, change.id), frozenset())
        if change.kind == "settings" or roles - {"cited"}:
            yield change
        elif roles:
            yield _as_known(change)
        elif change.how == "added" and _home(change, catalogue) in covered.own:
            yield change
        elif change.how == "added" and _home(change, catalogue) in covered.also:
            yield _as_known(change)


def spoken_of(changes: Iterable[Change], covered: Covered, catalogue: Catalogue) -> Iterator[Change]:
    """Yield the changes but for what is only missing in an approval because it never spoke of it."""
    for change in changes:
        is_there = (change.kind, change.id) in covered.blocks or change.kind == "settings"
        if is_there or _home(change, catalogue) in covered.own:
            yield change


def _home(change: Change, catalogue: Catalogue) -> str:
    return f"answers/{catalogue.questions[change.id].home}" if change.kind == "answers" else change.kind


def _as_known(change: Change) -> Change:
    return change if change.group == "follow_up" else replace(change, group="known")


def laid_over(states: Iterable[tuple[Project, Covered]]) -> tuple[Project, Covered]:
    """Return what was last approved: of each block the value that was approved last; the earliest comes first."""
    first, *others = states
    project, covered = first
    for later, more in others:
        kinds = {*project.registers, *later.registers}
        registers = {kind: {**project.entries(kind), **later.entries(kind)} for kind in kinds}
        answers, part_of = {**project.answers, **later.answers}, {**project.part_of, **later.part_of}
        project = replace(later, answers=answers, registers=registers, part_of=part_of)
        covered = covered.with_more(more)
    return project, covered
