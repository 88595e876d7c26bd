"""How exercises and marks look in a terminal."""

from collections.abc import Iterable, Mapping
from typing import Any

from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from mainstream_cli.language import Text, count, label, say, several
from mainstream_cli.model.training import Lesson, Report, Rule, Solution
from mainstream_cli.output.console import console, shown

SIGNS = {"solved": "✓", "half": "~", "open": "○", "removed": "✗"}
WORDS = {
    "solved": label("mark", "solved"),
    "half": label("mark", "half way"),
    "open": label("mark", "open"),
    "removed": label("mark", "removed instead of put right"),
}
MOST_STAGES = 3
CHECK = "mainstream check"
MOST_ERRORS = 5
WHY, READING = say("Why it matters"), say("A worked reading")
KINDS = {
    "rate": say("rate a situation"),
    "faults": say("find the faults"),
    "write": label("exercise", "write"),
    "figures": say("choose a figure"),
    "scope": say("scope a country"),
    "defend": say("defend a priority"),
}


def print_lessons(lessons: Iterable[Lesson], stages: Mapping[str, str]) -> None:
    """Print all exercises as a table, then how to begin one."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column(shown(say("Exercise")), no_wrap=True)  # an id that is cut short cannot be typed
    for head in (say("What"), say("Min"), say("Level"), say("Stages")):
        table.add_column(shown(head))
    for lesson in lessons:
        exercise = lesson.exercise
        few = len(exercise.stages) <= MOST_STAGES
        names = several([stages.get(stage, stage) for stage in exercise.stages], "unit") if few else say("nearly all")
        what = f"{escape(exercise.title)} ({shown(KINDS[exercise.kind])})"
        table.add_row(lesson.id, what, str(exercise.minutes), str(exercise.difficulty), shown(names))
    out = console()
    out.print(table)
    command = "mainstream train start EXERCISE DIR"
    out.print(
        shown(say("\nBegin one:  {command}     DIR is a new folder, such as {name}", command=command, name="table-1"))
    )


def print_report(report: Report) -> None:
    """Print every mark, why it matters where it is reached, and what came in on the way."""
    out = console()
    points = say("{points} of {most} points", points=report.points, most=report.most)
    out.print(f"[bold]{escape(report.lesson.exercise.title)}[/bold]  {shown(points)}")
    for mark in report.marks:
        out.print(f"{SIGNS[mark.status]} {mark.number}. {shown(mark.text)}: {shown(WORDS[mark.status])}")
        _print_lines([(WHY, mark.why), (READING, mark.reading), *_behind(mark.rules)])
    for error in report.new_errors[:MOST_ERRORS]:
        out.print(f"✗ {shown(say('came in while you worked: {error}', error=error))}")
    more = len(report.new_errors) - MOST_ERRORS
    if more > 0:
        out.print(f"✗ {shown(count('and {n} more', 'and {n} more', n=more))}")
    out.print()
    for text in _next(report):
        out.print(shown(text))


def _behind(rules: Iterable[Rule]) -> list[tuple[Text, str]]:
    return [
        (say("Rule {code}", code=rule.code), say("{words} [{source}]", words=rule.words, source=rule.source))
        for rule in rules
    ]


def _print_lines(lines: Iterable[tuple[Text, str]]) -> None:
    out = console()
    for head, text in lines:
        if text:
            out.print(Padding(f"[dim]{shown(head)}:[/dim] {shown(text)}", (0, 0, 0, 5)))


def _next(report: Report) -> list[Text]:
    if report.done:
        judged = report.lesson.exercise.kind in {"write", "scope", "defend"}  # by nobody but people
        return [
            say("All reached. Talk about it: the questions stand at the end of {file}.", file="EXERCISE.md"),
            *[say("Only people can judge your sentences: read them beside the worked readings.")] * judged,
            say("Another one:  {first}  and then  {second}", first="cd ..", second="mainstream train list"),
        ]
    if report.points == report.most:
        text = say("All reached, but something broke on the way: {command} shows where and what to do.", command=CHECK)
        return [text]
    texts = [say("Go on; a hint for the first open point: {command}", command="mainstream train hint")]
    if report.count("half"):
        half = SIGNS["half"]
        texts.append(say("{sign} half way: something is there, but a part is missing or reads otherwise.", sign=half))
    if report.count("removed"):
        reset = "mainstream train reset"
        texts.append(
            say("{sign} removed: write it again, or begin again with {command}.", sign=SIGNS["removed"], command=reset)
        )
    if report.new_errors:
        texts.append(say("What came in while you worked: {command} shows where and what to do.", command=CHECK))
    return texts


def print_debriefing(lesson: Lesson, solutions: Iterable[Solution]) -> None:
    """Print every point with its worked reading, the reasons and the rules behind it; then the questions to talk on."""
    out = console()
    out.print(f"[bold]{shown(say('Debriefing: {title}', title=lesson.exercise.title))}[/bold]")
    for solution in solutions:
        out.print(f"\n{solution.number}. [bold]{shown(solution.text)}[/bold]")
        heading = say("Put right") if solution.places else READING
        _print_lines([*((heading, text) for text in solution.reading), (WHY, solution.why), *_behind(solution.rules)])
    if lesson.exercise.talk:
        out.print(f"\n{shown(say('To talk about'))}")
        for question in lesson.exercise.talk:
            out.print(f"- {escape(question.strip())}")


def print_results(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print the results of all groups as a table."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    signs = "/".join(SIGNS[each] for each in ("solved", "half", "open"))
    table.add_column(shown(say("Group")), overflow="fold")
    table.add_column(shown(say("Exercise")), no_wrap=True)
    for head in (say("Points"), signs):
        table.add_column(shown(head), justify="right", no_wrap=True)
    for head in (say("New errors"), say("Hints"), say("Read")):
        table.add_column(shown(head), justify="right", overflow="fold")
    for row in rows:
        marks = "/".join(str(row[each]) for each in ("solved", "half", "open"))
        read = shown(label("answer", "yes")) if row["debriefed"] else "-"
        points = shown(say("{points} of {most}", points=row["points"], most=row["of"]))
        cells = (points, marks, str(row["new_errors"]), str(row["hints"]), read)
        table.add_row(escape(row["group"]), row["exercise"], *cells)
    out = console()
    out.print(table)
    legend = say("New errors came in while the group worked. Read: the group has looked at the worked reading.")
    out.print(f"\n{shown(legend)}")
