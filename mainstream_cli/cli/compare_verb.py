"""``mainstream compare``."""

from typing import Annotated

import typer

from mainstream_cli.cli.options import Format, FormatOption, ProjectOption, TodayOption, workspace
from mainstream_cli.language import say
from mainstream_cli.output.writer import write_json

STATE = say("An edition, a day, a project folder, or a revision of git such as HEAD~3; else what was last approved.")
SideArgument = Annotated[str | None, typer.Argument(metavar="[A]", help=STATE)]
LaterArgument = Annotated[str | None, typer.Argument(metavar="[B]", help=say("The later state; else today."))]
StageOption = Annotated[
    str | None, typer.Option("--stage", metavar="STAGE", help=say("Only what the gate of a stage rests on."))
]
ExitOption = Annotated[bool, typer.Option("--exit-code", help=say("Exit with 1 when something decided is different."))]


def run(
    before: SideArgument = None,
    after: LaterArgument = None,
    project: ProjectOption = None,
    format: FormatOption = Format.text,  # noqa: A002
    exit_code: ExitOption = False,
    stage: StageOption = None,
    today: TodayOption = None,
) -> int:
    """Say what is different between two states of the project: what was weakened, decided, dropped, added.

    Weakened targets and higher costs stand first, then what is decided, what is known, and how much was followed up;
    last the conditions that stand otherwise, and why. What is private is not compared.
    """
    found = workspace(project, today, whole=False).compare(before, after, stage=stage)
    if format is Format.json:
        write_json(found.as_data())
    else:
        from mainstream_cli.output.compare import print_compared

        sides = (found.before, found.after)
        unread = [(side.title, finding) for side in sides for finding in side.unreadable]
        print_compared(found.before.title, found.after.title, found.result, unread, found.lacks)
    return 1 if exit_code and found.result.needs_approval else 0
