"""Reads the exercises of the course: one file each, and the faults that they hide."""

from pathlib import Path

from mainstream_cli.content.bundle import content_dir
from mainstream_cli.content.reference import content_data, parsed
from mainstream_cli.errors import MainstreamError, UsageError
from mainstream_cli.language import say
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.record import with_nearest
from mainstream_cli.model.training import Exercise, Fault, Lesson

FOLDER = "exercises"
FAULTS = "faults.yaml"


def load_faults(catalogue: Catalogue) -> dict[str, Fault]:
    """Read the faults that can be hidden in the sample.

    Raises:
        MainstreamError: the file cannot be read or a fault is not as it should be.
    """
    data = _data(content_dir(FOLDER) / FAULTS)
    return {str(id_): parsed(Fault, catalogue, each, f"{FOLDER}/{FAULTS}, {id_}") for id_, each in data.items()}


def load_lessons(catalogue: Catalogue) -> dict[str, Lesson]:
    """Read all exercises with their faults, from easy to hard and short to long.

    Raises:
        MainstreamError: a file cannot be read, is not as it should be, or names a fault that does not exist.
    """
    faults = load_faults(catalogue)
    lessons = []
    for path in sorted(content_dir(FOLDER).glob("*.yaml")):
        if path.name != FAULTS:
            exercise = parsed(Exercise, catalogue, _data(path), f"{FOLDER}/{path.name}")
            lessons.append(Lesson(path.stem, exercise, _chosen(faults, exercise, path.name)))
    order = sorted(lessons, key=lambda each: (each.exercise.difficulty, each.exercise.minutes, each.id))
    return {each.id: each for each in order}


def find_lesson(catalogue: Catalogue, name: str) -> Lesson:
    """Return the exercise called *name*.

    Raises:
        UsageError: there is none of that name.
    """
    lessons = load_lessons(catalogue)
    if name not in lessons:
        message = with_nearest(say("There is no exercise '{name}'.", name=name), name, lessons)
        action = say("All exercises: {command}", command="mainstream train list")
        raise UsageError(message, action=action, code="usage")
    return lessons[name]


def _chosen(faults: dict[str, Fault], exercise: Exercise, file: str) -> dict[str, Fault]:
    missing = next((each for each in exercise.faults if each not in faults), None)
    if missing:
        message = with_nearest(say("there is no fault '{name}'.", name=missing), missing, faults)
        action = say("Correct its name under {key}", key="faults:")
        raise MainstreamError(message, action=action, where=f"{FOLDER}/{file}", code="L01")
    return {each: faults[each] for each in exercise.faults}


def _data(path: Path) -> dict[str, object]:
    data = content_data(path, f"{FOLDER}/{path.name}")
    return data if isinstance(data, dict) else {}
