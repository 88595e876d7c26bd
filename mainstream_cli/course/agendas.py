"""Reads the trainer's pack: the courses and the handout, beside the exercises that they use."""

from collections.abc import Iterable
from typing import TypeVar

from mainstream_cli.content.bundle import content_dir
from mainstream_cli.content.reference import content_data, parsed
from mainstream_cli.content.samples import sample_names
from mainstream_cli.course.exercises import FOLDER
from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import Text, say
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.content_item import Content
from mainstream_cli.model.course import Course, Handout
from mainstream_cli.model.record import with_nearest

C = TypeVar("C", bound=Content)
PACK = "pack"
HANDOUT = "handout.yaml"
COURSES = ("two_days", "half_day")


def load_courses(catalogue: Catalogue, exercises: Iterable[str]) -> dict[str, Course]:
    """Read the courses, the longest first.

    Raises:
        MainstreamError: a file cannot be read or is not as it should be, or names an exercise that is not among
            *exercises*, or a sample that is not there.
    """
    names, samples = list(exercises), sample_names()
    courses = {name: _read(Course, catalogue, f"{name}.yaml") for name in COURSES}
    for name, course in courses.items():
        for used in course.exercises:
            _require(used, names, say("there is no exercise '{name}'.", name=used), name)
        for step in course.steps:
            if step.sample:
                _require(step.sample, samples, say("there is no sample '{name}'.", name=step.sample), name)
    return courses


def load_handout(catalogue: Catalogue) -> Handout:
    """Read the handout of participants and the questions of the evaluation form.

    Raises:
        MainstreamError: the file cannot be read or is not as it should be.
    """
    return _read(Handout, catalogue, HANDOUT)


def _require(name: str, there: list[str], sentence: Text, course: str) -> None:
    if name not in there:
        where, action = f"{FOLDER}/{PACK}/{course}.yaml", say("Correct its name in the agenda.")
        raise MainstreamError(with_nearest(sentence, name, there), action=action, where=where, code="L01")


def _read(cls: type[C], catalogue: Catalogue, name: str) -> C:
    where = f"{FOLDER}/{PACK}/{name}"
    return parsed(cls, catalogue, content_data(content_dir(FOLDER) / PACK / name, where), where)
