"""What the trainer says afterwards: every point with its worked reading, the reasons, and what stands behind it."""

from collections.abc import Callable, Iterator
from typing import Any

from mainstream_cli.course.reasons import rules_of
from mainstream_cli.language import say
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.training import Fault, Lesson, Solution

Written = Callable[[str, str], object]
"""What the sound sample holds under a register (or ``answers``) and an id, None when there is nothing."""


def solutions(lesson: Lesson, catalogue: Catalogue, written: Written) -> list[Solution]:
    """Return the worked reading of every fault and goal, in the order in which they are marked."""
    found: list[Solution] = []
    for fault in lesson.faults.values():
        rules = rules_of(catalogue, fault.expect)
        found.append(
            Solution(len(found) + 1, fault.title, tuple(fault.change), tuple(_repair(fault, written)), fault.why, rules)
        )
    for goal in lesson.exercise.goals:
        rules = rules_of(catalogue, goal.silent, goal.question)
        reading = (goal.reading.strip(),) if goal.reading else ()
        found.append(Solution(len(found) + 1, goal.text.strip(), (), reading, goal.why.strip(), rules))
    return found


def _repair(fault: Fault, written: Written) -> Iterator[str]:
    for place, fields in fault.change.items():
        register, _, id_ = place.partition("/")
        sound = written(register, id_)
        for name in fields or {}:
            value = sound.get(name) if isinstance(sound, dict) else None
            yield say("{place}: {value}", place=f"{place} {name}", value=_told(value))


def _told(value: Any) -> str:
    if value is None:
        return say("empty")
    if isinstance(value, list):
        return ("; " if any(isinstance(each, dict) for each in value) else ", ").join(_told(each) for each in value)
    if isinstance(value, dict):
        return ", ".join(f"{name} {_told(each)}" for name, each in value.items())
    return str(value).strip()
