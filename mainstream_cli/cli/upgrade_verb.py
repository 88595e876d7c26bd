"""``mainstream upgrade``."""

from typing import Annotated

import typer

from mainstream_cli.cli.options import Format, FormatOption, ProjectOption, workspace
from mainstream_cli.language import say
from mainstream_cli.output.writer import write_json

WriteOption = Annotated[bool, typer.Option("--write", help=say("Make the changes; without it, they are only shown."))]


def run(
    write: WriteOption = False,
    project: ProjectOption = None,
    format: FormatOption = Format.text,  # noqa: A002
) -> int:
    """Show what the installed edition of the questions means for this project; with --write, change its files.

    New questions are added as bare keys, and the comments of reworded ones renewed. No answer is removed; the bare
    key of a sensitive question gives way to a comment that says where it is answered. A check of an objective that is
    a text becomes a block with that text as its finding, byte for byte; its result is not guessed.
    """
    open_project = workspace(project)
    upgrade = open_project.upgrade(write=write)
    written = write and upgrade.pending
    if format is Format.json:
        write_json(upgrade.as_data(written=written))
    else:
        from mainstream_cli.output.upgrade import print_upgrade

        print_upgrade(upgrade, open_project.catalogue, written=written)
    return 0
