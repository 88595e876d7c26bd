"""Compares two states of a project, and how its conditions stood and stand."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from mainstream_cli.comparing import compare, moved, moved_since
from mainstream_cli.model.catalogue import Catalogue, Stage
from mainstream_cli.model.compared import Change, Compared, ConditionMove
from mainstream_cli.rules import Case
from mainstream_cli.store import ProjectFolder
from mainstream_cli.workspace.states import State, approved, state_of, today


@dataclass(frozen=True)
class Comparing:
    """Two states and what is different between them."""

    before: State
    after: State
    result: Compared

    @property
    def lacks(self) -> tuple[str, ...]:
        """The titles of the stages that one of them does not speak of."""
        return tuple(dict.fromkeys((*self.before.lacks, *self.after.lacks)))

    def as_data(self) -> dict[str, Any]:
        """Return it as JSON carries it."""
        return {
            "before": self.before.as_data(),
            "after": self.after.as_data(),
            "changes": [each.as_data() for each in self.result.changes],
            "conditions": [each.as_data() for each in self.result.conditions],
            "counts": self.result.counts,
            "unread": list(self.result.unread),
        }


def compared(
    loaded: ProjectFolder, case: Case, before: str | None, after: str | None = None, stage: Stage | None = None
) -> Comparing:
    """Compare two states: by default what was last approved, stage by stage, with the project today.

    *stage* leaves out what its gate does not rest on.
    """
    now = today(loaded, case.today) if after is None else state_of(loaded, case, after)
    if before is None:
        was = approved(loaded, case, None, stage.id if stage else None)
    else:
        was = state_of(loaded, case, before)
    result = compare(was.project, now.project, now.catalogue, was.covered, now.covered)
    result = replace(result, conditions=tuple(_moved(was, now, result)))
    return Comparing(was, now, result if stage is None else _of_stage(result, stage, now.catalogue))


def _moved(was: State, now: State, result: Compared) -> Iterator[ConditionMove]:
    """Yield the conditions that moved; of what was approved only the ratings of its day are kept."""
    if was.covered is None and now.covered is None:
        early = was.conditions(was.day)
        aged = early if was.day == now.day else was.conditions(now.day)
        yield from moved(early, aged, now.conditions(now.day))
    elif was.covered is not None and now.covered is None:
        yield from moved_since(was.ratings, now.conditions(now.day), result.changes)


def _of_stage(result: Compared, stage: Stage, catalogue: Catalogue) -> Compared:
    """Keep what concerns a stage: its answers, the registers that its gate rests on, its conditions, the settings."""
    needs = [name for need in stage.gate.needs for name in ([need] if isinstance(need, str) else need)]
    kinds, asked = {"settings", *stage.gate.registers, *needs}, {question.id for question in stage.questions}
    codes = {each.code for each in catalogue.conditions if each.needed_by == stage.id}
    return replace(
        result,
        changes=tuple(each for each in result.changes if each.kind in kinds or _answers(each, asked)),
        conditions=tuple(each for each in result.conditions if each.code in codes),
    )


def _answers(change: Change, asked: set[str]) -> bool:
    return change.kind == "answers" and change.id in asked
