"""``mainstream sign``."""

from typing import Annotated

import typer

from mainstream_cli.cli.options import ByOption, ProjectOption, TodayOption, recorded, warn, workspace
from mainstream_cli.language import count, say
from mainstream_cli.output.writer import write

StageArgument = Annotated[str, typer.Argument(metavar="STAGE", help=say("The stage that is confirmed."))]
ReferenceOption = Annotated[
    str, typer.Option("--reference", metavar="TEXT", help=say("The letter, minute or order that shows it."))
]


def run(
    stage: StageArgument,
    by: ByOption,
    reference: ReferenceOption,
    project: ProjectOption = None,
    today: TodayOption = None,
) -> int:
    """Record that a role confirms a stage. It records an approval and is no electronic signature."""
    open_project = workspace(project, today)
    signed = open_project.sign(stage, by=by, reference=reference)
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
