"""``mainstream upgrade``."""

from dataclasses import asdict
from typing import Annotated, Any

import typer

from mainstream_cli.cli.options import Format, FormatOption, ProjectOption, workspace
from mainstream_cli.language import say
from mainstream_cli.model.upgrade import Upgrade
from mainstream_cli.output.writer import write_json

WriteOption = Annotated[bool, typer.Option("--write", help=say("Make the changes; without it, they are only shown."))]
STEPS = ("moved", "reworded", "new", "retired", "private", "review")


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
        write_json(_document(upgrade, written=written))
    else:
        from mainstream_cli.output.upgrade import print_upgrade

        print_upgrade(upgrade, open_project.catalogue, written=written)
    return 0


def _document(upgrade: Upgrade, *, written: bool) -> dict[str, Any]:
    return {
        "written": written,
        "pending": upgrade.pending and not written,
        "from": dict(upgrade.before),
        "to": dict(upgrade.after),
        "kept": upgrade.kept,
        "renumbered": upgrade.renumbered,
        **{name: [asdict(step) for step in getattr(upgrade, name)] for name in STEPS},
        "new_files": upgrade.new_files,
        "changed_files": sorted({*upgrade.changes, *upgrade.texts}),
        "checks": {"moved": dict(upgrade.texts), "without_result": upgrade.unsaid},
    }
