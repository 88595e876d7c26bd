"""``mainstream train``."""

import shlex
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from mainstream_cli.cli.help_pages import Verb, Verbs
from mainstream_cli.cli.options import Format, FormatOption, ProjectOption, counted
from mainstream_cli.cli.train_debrief import debrief
from mainstream_cli.cli.train_pack import pack
from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import say
from mainstream_cli.output.writer import write, write_beside, write_json
from mainstream_cli.workspace import Training

run = typer.Typer(cls=Verbs, rich_markup_mode=None, add_completion=False)
run.command(
    cls=Verb,
    help=say("Write the trainer's pack for Word: guide, handout, exercise sheets, evaluation form and certificate."),
)(pack)
run.command(
    cls=Verb,
    help=say(
        "Show the worked reading with its reasons and sources; a group's folder remembers that it was shown there."
    ),
)(debrief)


class ResultFormat(StrEnum):
    """How results are printed."""

    text = "text"
    csv = "csv"
    json = "json"


NameArgument = Annotated[str, typer.Argument(metavar="EXERCISE", help=say("Its name, from mainstream train list."))]
FolderArgument = Annotated[
    Path, typer.Argument(metavar="DIR", help=say("A new folder for the group, such as table-1."))
]
NumberArgument = Annotated[
    int | None, typer.Argument(parser=counted, metavar="[NUMBER]", help=say("Which point; else the first open one."))
]
GroupsArgument = Annotated[
    Path, typer.Argument(metavar="[DIR]", help=say("The folder in which the groups' folders lie."))
]
ResultOption = Annotated[
    ResultFormat, typer.Option("--format", help=say("text for people, csv for a spreadsheet, json."))
]


@run.callback()
def train() -> None:
    """Exercises on an invented country: by groups, with hints, and compared with a worked reading."""


@run.command("list", cls=Verb, help=say("Show all exercises."))
def show_all(format_: FormatOption = Format.text) -> int:
    """Show all exercises."""
    from mainstream_cli.output.training import print_lessons

    lessons = Training().exercises()
    if format_ is Format.json:
        write_json({"exercises": [lesson.as_data() for lesson in lessons]})
    else:
        print_lessons(lessons, Training().stages)
    return 0


@run.command(cls=Verb, help=say("Make a folder for a group with the exercise in it, and say what to do first."))
def start(name: NameArgument, folder: FolderArgument) -> int:
    """Make a folder for a group with the exercise in it, and say what to do first."""
    sheet = Training().start(name, folder)
    write(say("Made {folder} for your group.", folder=str(folder)))
    write()
    write(say("Next:  {command}", command=f"cd {shlex.quote(str(folder))}"))
    write()
    write(sheet)
    write(say("This sheet is kept in {file}.", file="EXERCISE.md"))
    return 0


@run.command(cls=Verb, help=say("Give one more hint; it is counted."))
def hint(number: NumberArgument = None, project: ProjectOption = None) -> int:
    """Give one more hint; it is counted."""
    write(Training(project).hint(number))
    return 0


@run.command(cls=Verb, help=say("Say what is reached, what is open, and why it matters."))
def check(project: ProjectOption = None, format_: FormatOption = Format.text) -> int:
    """Say what is reached, what is open, and why it matters."""
    from mainstream_cli.output.training import print_report

    report = Training(project).mark()
    if format_ is Format.json:
        write_json(report.as_data())
    else:
        print_report(report)
    return 0


@run.command(cls=Verb, help=say("Begin the exercise again; the work so far is kept in a folder beside this one."))
def reset(project: ProjectOption = None) -> int:
    """Begin the exercise again; the work so far is kept in a folder beside this one."""
    kept = str(Training(project).reset())
    write(say("The exercise is as at the start. Your work is kept in {folder}.", folder=kept))
    return 0


@run.command(cls=Verb, help=say("Show how far the groups have come: by group, never by person."))
def results(folder: GroupsArgument = Path(), format_: ResultOption = ResultFormat.text) -> int:
    """Show how far the groups have come: by group, never by person."""
    from mainstream_cli.output.training import print_results

    found = Training().results(folder)
    for words in found.left_out:
        write_beside(words)
    if not found.rows:
        action = say(
            "Name the folder in which the groups' folders lie, not that of a group: {command}",
            command="mainstream train results DIR",
        )
        message = say("There is no group with an exercise in {folder}.", folder=str(folder))
        raise MainstreamError(message, action=action, code="P30")
    if format_ is ResultFormat.csv:
        write(found.as_csv().removesuffix("\n"))
    elif format_ is ResultFormat.json:
        write_json({"groups": found.rows})
    else:
        print_results(found.rows)
    return 1 if found.left_out else 0
