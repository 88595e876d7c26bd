"""``mainstream gather``."""

from pathlib import Path
from typing import Annotated

import typer

from mainstream_cli.cli.options import Format, FormatOption, ProjectOption, workspace
from mainstream_cli.language import say
from mainstream_cli.output.writer import write_json

FoldersArgument = Annotated[
    list[Path], typer.Argument(metavar="DIR...", help=say("Copies of this project, or a folder that holds several."))
]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help=say("Only show what would come in; write nothing."))]
JoinOption = Annotated[
    list[str] | None,
    typer.Option("--join", metavar="REGISTER/ID|all", help=say("Make one of entries of the same title, as proposed.")),
]
AgainOption = Annotated[bool, typer.Option("--again", help=say("Take in also what stood here once and was replaced."))]


def run(
    folders: FoldersArgument,
    dry_run: DryRunOption = False,
    join: JoinOption = None,
    again: AgainOption = False,
    project: ProjectOption = None,
    format: FormatOption = Format.text,  # noqa: A002
) -> int:
    """Take the copies of tables back: add what is new, and keep every view where tables differ."""
    intake = workspace(project).gather(folders, dry_run=dry_run, join=join or (), again=again)
    if format is Format.json:
        write_json({"dry_run": dry_run, **intake.as_data()})
    else:
        from mainstream_cli.output.gathering import print_gathered

        print_gathered(intake.result, intake.refused, intake.unread, dry_run=dry_run)
    return 1 if intake.refused else 0
