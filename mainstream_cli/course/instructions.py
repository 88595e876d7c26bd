"""What a group reads at the start: it needs to know neither git nor YAML."""

from textwrap import fill

from mainstream_cli.language import Text, count, say, several, speak
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.training import Exercise, Lesson

PAGE = 100


def instructions(lesson: Lesson, catalogue: Catalogue) -> str:
    """Return the sheet of an exercise as text with Markdown headings: situation, task, and exactly what to type."""
    exercise = lesson.exercise
    stages = several((catalogue.label("stages", each) for each in exercise.stages), "unit")
    title = say("Exercise: {title}", title=exercise.title)
    harmless = say(
        "Sandoria is an invented country: nothing that you do here can harm anybody. CASE.md tells about it."
    )
    steps = f"{speak(say('Stay in this folder and type, one line at a time:'))}\n\n{_steps(exercise.begin)}"
    parts = [
        f"# {speak(title)}",
        speak(facts(exercise, stages)),
        speak(harmless),
        _headed(say("Situation"), exercise.situation.strip()),
        _headed(say("Task"), exercise.task.strip()),
        _headed(say("What to type"), steps),
    ]
    if exercise.talk:
        questions = "\n".join(f"- {each.strip()}" for each in exercise.talk)
        parts.append(_headed(say("For the round afterwards"), questions))
    return "\n\n".join(parts) + "\n"


def facts(exercise: Exercise, stages: Text) -> Text:
    """Return how long an exercise takes, how hard it is, and the stages that it is about."""
    return count(
        "{n} minute. Difficulty {difficulty} of 3. {stages}.",
        "{n} minutes. Difficulty {difficulty} of 3. {stages}.",
        n=exercise.minutes,
        difficulty=exercise.difficulty,
        stages=stages,
    )


def _headed(heading: Text, text: str) -> str:
    return f"## {speak(heading)}\n\n{text}"


def _steps(begin: str) -> str:
    steps = (
        (f"mainstream {begin.strip()}", say("begin here")),
        (
            "mainstream fill NAME",
            say(
                "write or put right; NAME is a question, a register such as {register}, or one entry as check names "
                "it, such as {entry}",
                register="linkages",
                entry="linkages/nurses_leave",
            ),
        ),
        ("mainstream train check", say("see what is reached and what is open, as often as you like")),
        ("mainstream train hint", say("get a hint for the first open point, or name its number")),
        ("mainstream explain NAME", say("what a question, a code such as C10, or a rule means")),
        ("mainstream train reset", say("begin again; your work is kept beside this folder")),
        ("mainstream train debrief", say("at the end: the worked reading with its reasons; that you looked is noted")),
    )
    width = max(len(command) for command, _ in steps)
    return "\n".join(
        fill(
            speak(words),
            PAGE,
            initial_indent=f"    {command:<{width}}  ",
            subsequent_indent=" " * (width + 6),
            break_on_hyphens=False,
        )
        for command, words in steps
    )
