"""``mainstream train``."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from mainstream_cli.cli.options import Format, FormatOption, ProjectOption, counted, print_json
from mainstream_cli.cli.train_debrief import debrief
from mainstream_cli.cli.train_pack import pack
from mainstream_cli.errors import MainstreamError, UsageError
from mainstream_cli.model.training import Report

run = typer.Typer(rich_markup_mode=None, add_completion=False)
run.command()(pack)
run.command()(debrief)


class ResultFormat(StrEnum):
    """How results are printed."""

    text = "text"
    csv = "csv"
    json = "json"


NameArgument = Annotated[str, typer.Argument(metavar="EXERCISE", help="Its name, from mainstream train list.")]
FolderArgument = Annotated[Path, typer.Argument(metavar="DIR", help="A new folder for the group, such as table-1.")]
NumberArgument = Annotated[
    int | None, typer.Argument(parser=counted, metavar="[NUMBER]", help="Which point; else the first open one.")
]
GroupsArgument = Annotated[Path, typer.Argument(metavar="[DIR]", help="The folder in which the groups' folders lie.")]
ResultOption = Annotated[ResultFormat, typer.Option("--format", help="text for people, csv for a spreadsheet, json.")]


@run.callback()
def train() -> None:
    """Exercises on an invented country: by groups, with hints, and compared with a worked reading."""


@run.command("list")
def show_all(format_: FormatOption = Format.text) -> int:
    """Show all exercises."""
    from mainstream_cli.content import load_catalogue
    from mainstream_cli.course.exercises import load_lessons
    from mainstream_cli.output.training import print_lessons

    catalogue = load_catalogue()
    lessons = load_lessons(catalogue)
    if format_ is Format.json:
        names = {"title", "kind", "stages", "minutes", "difficulty"}
        rows = [
            {"id": each.id, **each.exercise.model_dump(mode="json", include=names), "points": 2 * len(each.hints)}
            for each in lessons.values()
        ]
        print_json({"exercises": rows})
    else:
        print_lessons(lessons.values(), catalogue.vocabulary["stages"])
    return 0


@run.command()
def start(name: NameArgument, folder: FolderArgument) -> int:
    """Make a folder for a group with the exercise in it, and say what to do first."""
    from mainstream_cli.cli.training import begin, refuse_inside_group, sheet_of

    refuse_inside_group(folder)
    lesson = begin(name, folder)
    typer.echo(f"Made {folder} for your group.\n\nNext:  cd {_quoted(folder)}\n")
    typer.echo(sheet_of(lesson), nl=False)
    typer.echo("\nThis sheet is kept in EXERCISE.md.")
    return 0


@run.command()
def hint(number: NumberArgument = None, project: ProjectOption = None) -> int:
    """Give one more hint; it is counted."""
    from mainstream_cli.cli.training import reported, take_hint

    loaded, log, report = reported(project)
    marks = [each for each in report.marks if each.status != "solved" and number in (None, each.number)]
    if number is not None and number not in {each.number for each in report.marks}:
        raise UsageError(f"There is no point {number}.", action="The numbers: mainstream train check", code="usage")
    if not marks:
        typer.echo("That is solved already." if number else "Everything is reached: no hint is needed.")
        return 0
    typer.echo(take_hint(loaded, log, report.lesson, marks[0].number))
    return 0


@run.command()
def check(project: ProjectOption = None, format_: FormatOption = Format.text) -> int:
    """Say what is reached, what is open, and why it matters."""
    from mainstream_cli.cli.training import reported
    from mainstream_cli.output.training import print_report

    report = reported(project)[2]
    if format_ is Format.json:
        print_json(_as_json(report))
    else:
        print_report(report)
    return 0


@run.command()
def reset(project: ProjectOption = None) -> int:
    """Begin the exercise again; the work so far is kept in a folder beside this one."""
    from mainstream_cli.cli.training import begin_again

    kept = begin_again(project)
    typer.echo(f"The exercise is as at the start. Your work is kept in {kept}.")
    return 0


@run.command()
def results(folder: GroupsArgument = Path(), format_: ResultOption = ResultFormat.text) -> int:
    """Show how far the groups have come: by group, never by person."""
    from mainstream_cli.cli.training import rows_of
    from mainstream_cli.course import as_csv
    from mainstream_cli.output.training import print_results

    rows, left_out = rows_of(folder)
    for words in left_out:
        typer.echo(words, err=True)
    if not rows:
        action = "Name the folder in which the groups' folders lie, not that of a group: mainstream train results DIR"
        raise MainstreamError(f"There is no group with an exercise in {folder}.", action=action, code="P30")
    if format_ is ResultFormat.csv:
        typer.echo(as_csv(rows), nl=False)
    elif format_ is ResultFormat.json:
        print_json({"groups": rows})
    else:
        print_results(rows)
    return 1 if left_out else 0


def _quoted(folder: Path) -> str:
    import shlex

    return shlex.quote(str(folder))


def _as_json(report: Report) -> dict[str, Any]:
    marks = [
        {
            "number": each.number,
            "status": each.status,
            "points": each.points,
            "text": each.text,
            "why": each.why,
            "reading": each.reading,
            "rules": [{"code": rule.code, "words": rule.words, "source": rule.source} for rule in each.rules],
        }
        for each in report.marks
    ]
    head = {"exercise": report.lesson.id, "points": report.points, "of": report.most, "done": report.done}
    head |= {"hints": report.hints, "debriefed": report.debriefed}
    return {**head, "marks": marks, "new_errors": list(report.new_errors)}
