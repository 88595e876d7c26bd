"""The trainer's pack as Word: complete, without a tag, without a solution where participants read it."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from mainstream_cli.content import content_dir
from mainstream_cli.course.agendas import load_courses, load_handout
from mainstream_cli.course.exercises import load_lessons
from mainstream_cli.course.pack import PACK, PackKind, Teaching
from mainstream_cli.documents.rendering import render
from mainstream_cli.model.catalogue import Catalogue

HANDED_OUT = [name for name in PACK if name != "trainers_guide"]
every_kind = pytest.mark.parametrize("kind", PACK.values(), ids=PACK)


@pytest.fixture(scope="module")
def teaching(catalogue: Catalogue) -> Teaching:
    lessons = load_lessons(catalogue)
    return Teaching(catalogue, load_courses(catalogue, lessons), lessons, load_handout(catalogue))


def made(kind: PackKind, teaching: Teaching) -> bytes:
    return render(content_dir("templates") / kind.template, kind.build(teaching).model_dump(mode="json"))


@pytest.fixture(scope="module")
def written(teaching: Teaching) -> Callable[[PackKind], bytes]:
    """Make each document of the pack once."""
    documents: dict[str, bytes] = {}

    def make(kind: PackKind) -> bytes:
        if kind.name not in documents:
            documents[kind.name] = made(kind, teaching)
        return documents[kind.name]

    return make


def leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, each in value.items():
            if name != "subject":  # a property of the file
                yield from leaves(each)
    elif isinstance(value, list):
        for each in value:
            yield from leaves(each)
    elif isinstance(value, str) and value:
        yield value


@every_kind
def test_everything_in_the_pack_is_printed(
    kind: PackKind, teaching: Teaching, written: Callable[[PackKind], bytes], text_of: Callable[[bytes], str]
) -> None:
    """Each text of the courses, exercises and handout stands in the document, and no tag is left."""
    text = text_of(written(kind))
    held = set(leaves(kind.build(teaching).model_dump(mode="json")))
    assert len(held) > 10
    assert {each for each in held if each not in text} == set()
    assert not re.search(r"\{[{%]|\bNone\b(?! [a-z])|\(\)|\[\]", text)


@every_kind
def test_the_same_pack_gives_the_same_bytes(
    kind: PackKind, teaching: Teaching, written: Callable[[PackKind], bytes]
) -> None:
    assert written(kind) == made(kind, teaching)


@every_kind
def test_the_outline_of_the_template(
    kind: PackKind, outline: Callable[..., str], golden: Callable[[str, str], None]
) -> None:
    template = (content_dir("templates") / kind.template).read_bytes()
    golden(f"{kind.name}_template", outline(template, words=True))


@pytest.mark.parametrize("name", HANDED_OUT)
def test_what_participants_get_gives_no_solution_away(
    name: str, teaching: Teaching, written: Callable[[PackKind], bytes], text_of: Callable[[bytes], str]
) -> None:
    """No fault, no hint and no worked reading stands in what is handed out; the guide for the trainer has them all."""
    text = text_of(written(PACK[name]))
    lessons = teaching.lessons.values()
    told = " ".join(each.exercise.situation for each in lessons)
    goals = [goal for each in lessons for goal in each.exercise.goals]
    secret = {fault.title for each in lessons for fault in each.faults.values()}
    secret |= {hint.strip() for each in lessons for hints in each.hints for hint in hints}
    secret |= {goal.reading.strip() for goal in goals if goal.reading}
    assert len(secret) > 100
    assert {each for each in secret if each in text and each not in told} == set()


def test_the_guide_has_a_reading_for_every_exercise_of_the_agendas(teaching: Teaching) -> None:
    guide: Any = PACK["trainers_guide"].build(teaching)
    used = {name for course in teaching.courses.values() for name in course.exercises}
    assert {each.facts.split(".")[0] for each in guide.readings} == used
    assert all(point.reading and point.why for each in guide.readings for point in each.points)


def test_the_agenda_on_paper_has_no_gap(teaching: Teaching) -> None:
    """Each line of an agenda begins when the one before ends, from the start of the day to its end."""
    guide: Any = PACK["trainers_guide"].build(teaching)
    for page in (day for course in guide.courses for day in course.days):
        times = [each.time.split(" to ") for each in page.agenda]
        assert [end for _, end in times[:-1]] == [start for start, _ in times[1:]]
        assert page.facts.startswith(f"{times[0][0]} to {times[-1][1]}:")


def test_a_certificate_has_lines_to_write_on_and_asks_the_tool_for_no_name(
    teaching: Teaching, written: Callable[[PackKind], bytes], text_of: Callable[[bytes], str]
) -> None:
    """One certificate for each course; name, institution, place and dates are empty lines."""
    text = text_of(written(PACK["certificate"]))
    for label in ("Name: \t", "Institution: \t", "Place: \t", "Dates: \t"):
        assert text.count(label) == len(teaching.courses)
