"""How exercises and marks look in a terminal."""

from collections.abc import Iterable, Mapping
from typing import Any

from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from mainstream_cli.model.training import Lesson, Report, Rule, Solution
from mainstream_cli.output.console import console

SIGNS = {"solved": "✓", "half": "~", "open": "○", "removed": "✗"}
WORDS = {"solved": "solved", "half": "half way", "open": "open", "removed": "removed instead of put right"}
MOST_STAGES = 3
MOST_ERRORS = 5
KINDS = {
    "rate": "rate a situation",
    "faults": "find the faults",
    "write": "write",
    "figures": "choose a figure",
    "scope": "scope a country",
    "defend": "defend a priority",
}


def print_lessons(lessons: Iterable[Lesson], stages: Mapping[str, str]) -> None:
    """Print all exercises as a table, then how to begin one."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    for head in ("Exercise", "What", "Min", "Level", "Stages"):
        table.add_column(head, no_wrap=head == "Exercise")  # an id that is cut short cannot be typed
    for each in lessons:
        exercise = each.exercise
        few = len(exercise.stages) <= MOST_STAGES
        names = ", ".join(stages.get(stage, stage) for stage in exercise.stages) if few else "nearly all"
        what = f"{exercise.title} ({KINDS[exercise.kind]})"
        table.add_row(each.id, escape(what), str(exercise.minutes), str(exercise.difficulty), escape(names))
    out = console()
    out.print(table)
    out.print("\nBegin one:  mainstream train start EXERCISE DIR     DIR is a new folder, such as table-1")


def print_report(report: Report) -> None:
    """Print every mark, why it matters where it is reached, and what came in on the way."""
    out = console()
    out.print(f"[bold]{escape(report.lesson.exercise.title)}[/bold]  {report.points} of {report.most} points")
    for each in report.marks:
        out.print(f"{SIGNS[each.status]} {each.number}. {escape(each.text)}: {WORDS[each.status]}")
        _print_lines([("Why it matters", each.why), ("A worked reading", each.reading), *_behind(each.rules)])
    for error in report.new_errors[:MOST_ERRORS]:
        out.print(f"✗ came in while you worked: {escape(error)}")
    if len(report.new_errors) > MOST_ERRORS:
        out.print(f"✗ and {len(report.new_errors) - MOST_ERRORS} more")
    out.print()
    for line in _next(report):
        out.print(line)


def _behind(rules: Iterable[Rule]) -> list[tuple[str, str]]:
    return [(f"Rule {rule.code}", f"{rule.words} [{rule.source}]") for rule in rules]


def _print_lines(lines: Iterable[tuple[str, str]]) -> None:
    out = console()
    for head, text in lines:
        if text:
            out.print(Padding(f"[dim]{escape(head)}:[/dim] {escape(text)}", (0, 0, 0, 5)))


def _next(report: Report) -> list[str]:
    if report.done:
        judged = report.lesson.exercise.kind in {"write", "scope", "defend"}  # by nobody but people
        return [
            "All reached. Talk about it: the questions stand at the end of EXERCISE.md.",
            *["Only people can judge your sentences: read them beside the worked readings."] * judged,
            "Another one:  cd ..  and then  mainstream train list",
        ]
    if report.points == report.most:
        return ["All reached, but something broke on the way: mainstream check shows where and what to do."]
    lines = ["Go on; a hint for the first open point: mainstream train hint"]
    if report.count("half"):
        lines.append(f"{SIGNS['half']} half way: something is there, but a part is missing or reads otherwise.")
    if report.count("removed"):
        lines.append(f"{SIGNS['removed']} removed: write it again, or begin again with mainstream train reset.")
    if report.new_errors:
        lines.append("What came in while you worked: mainstream check shows where and what to do.")
    return lines


def print_debriefing(lesson: Lesson, solutions: Iterable[Solution]) -> None:
    """Print every point with its worked reading, the reasons and the rules behind it; then the questions to talk on."""
    out = console()
    out.print(f"[bold]Debriefing: {escape(lesson.exercise.title)}[/bold]")
    for each in solutions:
        out.print(f"\n{each.number}. [bold]{escape(each.text)}[/bold]")
        label = "Put right" if each.places else "A worked reading"
        _print_lines([*((label, text) for text in each.reading), ("Why it matters", each.why), *_behind(each.rules)])
    if lesson.exercise.talk:
        out.print("\nTo talk about")
        for question in lesson.exercise.talk:
            out.print(f"- {escape(question.strip())}")


def print_results(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print the results of all groups as a table."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    signs = "/".join(SIGNS[each] for each in ("solved", "half", "open"))
    for head in ("Group", "Exercise", "Points", signs, "New errors", "Hints", "Read"):
        left = head in {"Group", "Exercise"}
        whole = head in {"Exercise", "Points", signs}
        table.add_column(head, justify="left" if left else "right", no_wrap=whole, overflow="fold")
    for row in rows:
        marks = "/".join(str(row[each]) for each in ("solved", "half", "open"))
        shown = "yes" if row["debriefed"] else "-"
        cells = (f"{row['points']} of {row['of']}", marks, str(row["new_errors"]), str(row["hints"]), shown)
        table.add_row(escape(row["group"]), row["exercise"], *cells)
    out = console()
    out.print(table)
    out.print("\nNew errors came in while the group worked. Read: the group has looked at the worked reading.")
