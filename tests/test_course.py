"""The courses as data: minutes that add up, exercises that fit in, commands that work."""

import re
import shlex
import shutil

import pytest

from mainstream_cli.content import content_dir
from mainstream_cli.content.reference import load_glossary
from mainstream_cli.course import agendas
from mainstream_cli.course.agendas import COURSES, PACK, load_courses, load_handout
from mainstream_cli.course.exercises import load_lessons
from mainstream_cli.errors import MainstreamError

SETTLING_IN = 5  # minutes to make a folder and read the sheet aloud


@pytest.fixture(scope="module")
def lessons(catalogue):
    return load_lessons(catalogue)


@pytest.fixture(scope="module")
def courses(catalogue, lessons):
    return load_courses(catalogue, lessons)


@pytest.fixture
def own(tmp_path):
    """A copy of the pack that a test may spoil."""
    return shutil.copytree(content_dir("exercises") / "pack", tmp_path / "pack")


@pytest.mark.parametrize("name", COURSES)
def test_group_work_leaves_time_for_its_exercises(name, courses, lessons):
    """A group has the minutes of all its exercises, or of the longest that it may choose, and five to settle in."""
    for step in courses[name].steps:
        needed = sum(lessons[each].exercise.minutes for each in step.exercises)
        needed += max((lessons[each].exercise.minutes for each in step.either), default=0)
        assert step.kind == "group_work" or not needed
        assert step.minutes >= (needed + SETTLING_IN if needed else 0)


@pytest.mark.parametrize("name", COURSES)
def test_thematic_sessions_are_input_work_and_discussion(name, courses):
    """No input is longer than a quarter of an hour, and every session with group work ends with talk about it."""
    for session in (each for day in courses[name].days for each in day.sessions if each.pause is None):
        kinds = [step.kind for step in session.steps]
        assert all(step.minutes <= 15 for step in session.steps if step.kind == "input")
        if "group_work" in kinds:
            assert kinds[0] == "input"
            assert "discussion" in kinds[kinds.index("group_work") :]


def test_the_courses_have_the_size_that_they_promise(courses):
    """Two days and half a day, each for 20 to 40 people, with a break at least every two hours."""
    assert [len(each.days) for each in courses.values()] == [2, 1]
    for course in courses.values():
        assert (course.people.least, course.people.most) == (20, 40)
        for day in course.days:
            stretch = 0
            for session in day.sessions:
                stretch = 0 if session.pause else stretch + session.minutes
                assert stretch <= 130, session.title
    assert 150 <= courses["half_day"].days[0].minutes <= 240


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('end: "17:30"', 'end: "17:00"', "17:30"),
        ("exercises: [first_steps]", "exercises: [first_stepz]", "first_steps"),
        ("sample: moldova", "sample: moldavia", "moldova"),
        ("pause: 20", "minutes: 20", "minutes"),
        ("kind: input", "kind: lecture", "lecture"),
    ],
)
def test_an_agenda_that_cannot_be_held_is_refused(old, new, says, own, catalogue, lessons, monkeypatch):
    """Minutes that do not add up and names that do not exist are named with the file, with the nearest right word."""
    page = own / "two_days.yaml"
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new, 1), encoding="utf-8")
    monkeypatch.setattr(agendas, "content_dir", lambda _: own.parent)
    with pytest.raises(MainstreamError) as problem:
        load_courses(catalogue, lessons)
    assert says in str(problem.value.message)
    assert problem.value.where == f"exercises/{PACK}/two_days.yaml"


@pytest.mark.parametrize("name", COURSES)
def test_the_commands_of_the_agenda_can_be_typed_in_its_order(name, courses, run, tmp_path, monkeypatch):
    """Played as the agenda is written: each table begins its exercises, and every command ends well.

    That those can be begun among which a group chooses is tried in ``test_training.py``, as with every exercise.
    """
    homes = {None: tmp_path, "sandoria": tmp_path}
    for step in courses[name].steps:
        place = homes.get(step.sample, tmp_path)
        for exercise in step.exercises:
            monkeypatch.chdir(tmp_path)
            place = tmp_path / exercise / "table_1"
            assert run("train", "start", exercise, f"{exercise}/table_1").code == 0
        for command in step.commands:
            tool, *arguments = shlex.split(command)
            monkeypatch.chdir(tmp_path if arguments[0] == "init" else place)
            assert tool == "mainstream"
            assert run(*arguments).code == 0, command
            if arguments[0] in ("init", "demo"):
                place = tmp_path / (arguments[1] if arguments[0] == "init" else "mainstream-demo")
                homes[step.sample] = place


def test_the_handout_knows_every_stage_and_its_words_and_commands_exist(catalogue, run):
    handout = load_handout(catalogue)
    assert list(handout.steps) == [stage.id for stage in catalogue.stages]
    assert set(handout.words) <= {each.id for each in load_glossary(catalogue).terms}
    for command in handout.commands:
        tool, *words = command.type.split()
        verbs = [each for each in words if re.fullmatch("[a-z]+", each) and each != "linkages"]
        shown = run(*verbs, "--help")
        assert (tool, shown.code) == ("mainstream", 0)
        assert all(each in shown.out for each in words if each.startswith("--"))


def test_train_pack_keeps_what_a_trainer_has_edited(run, tmp_path):
    """The pack is written whole; written again, a changed file stays and the new one lies beside it."""
    assert run("train", "pack", tmp_path).code == 0
    names = {path.name for path in tmp_path.glob("*.docx")}
    assert len(names) == 5
    (tmp_path / "certificate.docx").write_bytes(b"edited by hand")
    again = run("train", "pack", tmp_path)
    assert again.code == 0
    assert (tmp_path / "certificate.docx").read_bytes() == b"edited by hand"
    assert "certificate-2.docx" in again.out
    assert "was edited" in again.err
