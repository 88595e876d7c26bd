"""What a group reads at the start: it needs to know neither git nor YAML."""

from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.training import Lesson


def instructions(lesson: Lesson, catalogue: Catalogue) -> str:
    """Return the sheet of an exercise as text with Markdown headings: situation, task, and exactly what to type."""
    exercise = lesson.exercise
    stages = ", ".join(catalogue.label("stages", each) for each in exercise.stages)
    parts = [
        f"# Exercise: {exercise.title}",
        f"{exercise.minutes} minutes. Difficulty {exercise.difficulty} of 3. {stages}.",
        "Sandoria is an invented country: nothing that you do here can harm anybody. CASE.md tells about it.",
        f"## Situation\n\n{exercise.situation.strip()}",
        f"## Task\n\n{exercise.task.strip()}",
        f"## What to type\n\n{_steps(exercise.begin)}",
    ]
    if exercise.talk:
        questions = "\n".join(f"- {each.strip()}" for each in exercise.talk)
        parts.append(f"## For the round afterwards\n\n{questions}")
    return "\n\n".join(parts) + "\n"


def _steps(begin: str) -> str:
    steps = (
        (f"mainstream {begin.strip()}", "begin here"),
        ("mainstream fill NAME", "write or put right; NAME is a question, a register such as linkages,"),
        ("", "or one entry as check names it, such as linkages/nurses_leave"),
        ("mainstream train check", "see what is reached and what is open, as often as you like"),
        ("mainstream train hint", "get a hint for the first open point, or name its number"),
        ("mainstream explain NAME", "what a question, a code such as C10, or a rule means"),
        ("mainstream train reset", "begin again; your work is kept beside this folder"),
        ("mainstream train debrief", "at the end: the worked reading with its reasons; that you looked is noted"),
    )
    width = max(len(command) for command, _ in steps)
    lines = "\n".join(f"    {command:<{width}}  {words}" for command, words in steps)
    return f"Stay in this folder and type, one line at a time:\n\n{lines}"
