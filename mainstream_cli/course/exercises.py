"""Reads the exercises of the course: one file each, and the faults that they hide."""

from pathlib import Path
from typing import TypeVar

from mainstream_cli import yamlfile
from mainstream_cli.content.bundle import content_dir
from mainstream_cli.errors import MainstreamError, UsageError
from mainstream_cli.model.catalogue import Catalogue, Content
from mainstream_cli.model.record import nearest, parse
from mainstream_cli.model.training import Exercise, Fault, Lesson

C = TypeVar("C", bound=Content)
FOLDER = "exercises"
FAULTS = "faults.yaml"
SAMPLE = "sandoria"


def load_faults(catalogue: Catalogue, folder: Path | None = None) -> dict[str, Fault]:
    """Read the faults that can be hidden in the sample.

    Raises:
        MainstreamError: the file cannot be read or a fault is not as it should be.
    """
    data = _data((folder or content_dir(FOLDER)) / FAULTS)
    return {str(id_): _parsed(Fault, catalogue, each, f"{FAULTS}, {id_}") for id_, each in data.items()}


def load_lessons(catalogue: Catalogue, folder: Path | None = None) -> dict[str, Lesson]:
    """Read all exercises with their faults, from easy to hard and short to long.

    Raises:
        MainstreamError: a file cannot be read, is not as it should be, or names a fault that does not exist.
    """
    folder = folder or content_dir(FOLDER)
    faults = load_faults(catalogue, folder)
    lessons = []
    for path in sorted(folder.glob("*.yaml")):
        if path.name != FAULTS:
            exercise = _parsed(Exercise, catalogue, _data(path), path.name)
            lessons.append(Lesson(path.stem, exercise, _chosen(faults, exercise, path.name)))
    order = sorted(lessons, key=lambda each: (each.exercise.difficulty, each.exercise.minutes, each.id))
    return {each.id: each for each in order}


def find_lesson(lessons: dict[str, Lesson], name: str) -> Lesson:
    """Return the exercise called *name*.

    Raises:
        UsageError: there is none of that name.
    """
    if name not in lessons:
        message = f"There is no exercise '{name}'.{nearest(name, lessons)}"
        raise UsageError(message, action="All exercises: mainstream train list", code="usage")
    return lessons[name]


def _chosen(faults: dict[str, Fault], exercise: Exercise, file: str) -> dict[str, Fault]:
    missing = next((each for each in exercise.faults if each not in faults), None)
    if missing:
        message = f"there is no fault '{missing}'.{nearest(missing, faults)}"
        raise MainstreamError(message, action="Correct its name under faults:", where=f"{FOLDER}/{file}", code="L01")
    return {each: faults[each] for each in exercise.faults}


def _data(path: Path) -> dict[str, object]:
    where = f"{FOLDER}/{path.name}"
    try:
        data = yamlfile.read(path).data
    except yamlfile.YamlProblem as problem:
        place = f"{where}:{problem.line}:{problem.column}"
        raise MainstreamError(problem.message, action=problem.action, where=place, code="L01") from problem
    return data if isinstance(data, dict) else {}


def _parsed(cls: type[C], catalogue: Catalogue, data: object, where: str) -> C:
    record, problems = parse(cls, data, catalogue.vocabulary)
    if record is None:
        first = problems[0]
        path = ".".join(str(step) for step in first.path)
        raise MainstreamError(f"{path}: {first.message}", action=first.action, where=f"{FOLDER}/{where}", code="L01")
    return record
