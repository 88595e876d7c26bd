"""``mainstream sign``."""

from typing import Annotated

import typer

from mainstream_cli.cli.options import ByOption, ProjectOption, TodayOption, warn_of_name, workspace
from mainstream_cli.output.writer import write
from mainstream_cli.workspace.words import stated

StageArgument = Annotated[str, typer.Argument(metavar="STAGE", help="The stage that is confirmed.")]
ReferenceOption = Annotated[
    str, typer.Option("--reference", metavar="TEXT", help="The letter, minute or order that shows it.")
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
    project_before = open_project.project
    by, reference = stated("--by", by), stated("--reference", reference)
    signed = open_project.sign(stage, by=by, reference=reference)
    number = f"{signed.waived} error{'' if signed.waived == 1 else 's'}"
    waived = f"\nAccepted for now under a waiver: {number}, the first until {signed.waived_until}."
    write(
        f"{signed.stage.title} is signed by {by} ({reference}).{waived if signed.waived else ''}\n"
        f"Recorded in {signed.entry.relative_to(open_project.folder).as_posix()}; commit it."
    )
    warn_of_name(project_before, "--by", by)
    return 0
