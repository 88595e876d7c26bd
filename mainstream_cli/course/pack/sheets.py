"""Builds the exercise sheets for the tables: one page each, without a solution."""

from mainstream_cli.course.pack.contexts import ExercisePage, ExerciseSheets
from mainstream_cli.course.pack.material import Teaching
from mainstream_cli.documents.parts.cover import head
from mainstream_cli.model.course import Command
from mainstream_cli.model.training import Lesson

LINES = 6


def exercise_sheets(teaching: Teaching) -> ExerciseSheets:
    """Build a sheet for every exercise, those of no agenda too, so that a trainer can exchange them."""
    return ExerciseSheets(
        cover=head("Exercise sheets", None, "Exercises on an invented country"),
        edition=teaching.edition,
        sheets=tuple(_sheet(teaching, each) for each in teaching.lessons.values()),
    )


def _sheet(teaching: Teaching, lesson: Lesson) -> ExercisePage:
    exercise = lesson.exercise
    used = [course.short for course in teaching.courses.values() if lesson.id in course.exercises]
    where = f" {', '.join(used)}." if used else ""
    folder = f"{lesson.id}/table_1"
    commands = (
        (f"mainstream train start {lesson.id} {folder}", "make the folder of your table; put your own number for 1"),
        (f"cd {folder}", "go into it, and stay there"),
        (f"mainstream {exercise.begin.strip()}", "begin here"),
        ("mainstream train check", "see what is reached and what is open, as often as you like"),
        ("mainstream train hint", "get a hint for the first open point"),
    )
    return ExercisePage(
        title=exercise.title,
        facts=f"{teaching.facts(lesson)}{where}",
        situation=exercise.situation.strip(),
        task=exercise.task.strip(),
        commands=tuple(Command(type=type_, does=does) for type_, does in commands),
        talk=tuple(each.strip() for each in exercise.talk),
        lines=tuple(range(LINES)),
    )
