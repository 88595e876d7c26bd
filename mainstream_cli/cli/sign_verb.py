"""``mainstream sign``."""

from typing import Annotated

import typer

from mainstream_cli.cli.options import ByOption, ProjectOption, TodayOption, recorded, warn, workspace
from mainstream_cli.errors import Stopped
from mainstream_cli.language import count, say
from mainstream_cli.output.to_read import print_checks
from mainstream_cli.output.writer import write
from mainstream_cli.workspace.conversations import confirmed

StageArgument = Annotated[str, typer.Argument(metavar="STAGE", help=say("The stage that is confirmed."))]
ReferenceOption = Annotated[
    str, typer.Option("--reference", metavar="TEXT", help=say("The letter, minute or order that shows it."))
]


ReadOption = Annotated[
    bool,
    typer.Option(
        "--read", help=say("Somebody has read the checks of the objectives; needed where nobody can be asked.")
    ),
]


def run(
    stage: StageArgument,
    by: ByOption,
    reference: ReferenceOption,
    read: ReadOption = False,
    project: ProjectOption = None,
    today: TodayOption = None,
) -> int:
    """Record that a role confirms a stage. It records an approval and is no electronic signature."""
    open_project = workspace(project, today)
    to_read = open_project.to_read(stage)
    if to_read:
        print_checks(to_read)
        read = read or _confirmed()
    signed = open_project.sign(stage, by=by, reference=reference, read=read)
    stage = signed.stage.title
    write(say("{stage} is signed by {by} ({reference}).", stage=stage, by=signed.by, reference=signed.reference))
    if signed.waived:
        write(
            count(
                "Accepted for now under a waiver: {n} error, until {day}.",
                "Accepted for now under a waiver: {n} errors, the first until {day}.",
                n=signed.waived,
                day=str(signed.waived_until),
            )
        )
    write(recorded(open_project, signed.entry))
    warn(open_project)
    return 0


def _confirmed() -> bool:
    """Ask once whether the checks were read, where somebody can answer.

    Raises:
        Stopped: they were not.
    """
    from mainstream_cli.prompts import asker, converse, has_terminal

    if not has_terminal():
        return False
    if not converse(confirmed(say("Signature"), say("Were they read?")), asker(write, plain=True, room=False)):
        raise Stopped(say("Stopped; nothing was signed."), code="stopped")
    return True
