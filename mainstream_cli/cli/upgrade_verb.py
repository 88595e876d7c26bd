"""``mainstream upgrade``."""

from dataclasses import asdict
from typing import Annotated, Any

import typer

from mainstream_cli.changes.upgrade import plan_upgrade
from mainstream_cli.cli.options import Format, FormatOption, ProjectOption, opened, print_json
from mainstream_cli.errors import MainstreamError
from mainstream_cli.model.project import SCHEMA
from mainstream_cli.model.upgrade import Upgrade
from mainstream_cli.store import ProjectFolder, answer_pages, missing_registers, save_upgrade

WriteOption = Annotated[bool, typer.Option("--write", help="Make the changes; without it, they are only shown.")]


def run(
    write: WriteOption = False,
    project: ProjectOption = None,
    format: FormatOption = Format.text,  # noqa: A002
) -> int:
    """Show what the installed edition of the questions means for this project; with --write, change its files.

    New questions are added as bare keys, and the comments of reworded ones renewed. No answer is removed; the bare
    key of a sensitive question gives way to a comment that says where it is answered.
    """
    loaded = opened(project)
    _refuse_half_content(loaded)
    settings = loaded.project.settings
    upgrade = plan_upgrade(
        loaded.catalogue,
        settings.catalogue.model_dump(exclude=None if settings.schema_ == SCHEMA else {"name"}),
        list(answer_pages(loaded)),
        missing_registers(loaded),
    )
    written = write and upgrade.pending
    if written:
        save_upgrade(loaded.folder, loaded.catalogue, upgrade)
    if format is Format.json:
        print_json(_document(upgrade, written=written))
    else:
        from mainstream_cli.output.upgrade import print_upgrade

        print_upgrade(upgrade, loaded.catalogue, written=written)
    return 0


def _refuse_half_content(loaded: ProjectFolder) -> None:
    """Refuse to go on while a part of the national content is left out: its questions would seem to be gone."""
    if not loaded.catalogue.whole or loaded.catalogue.refused:
        message = "A part of the national content (checklists/) cannot be used, so it is not known what is asked here."
        action = "See mainstream check, and correct it first. Nothing was changed."
        raise MainstreamError(message, action=action, where="checklists", code="P17")


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
        "changed_files": sorted(upgrade.changes),
    }


STEPS = ("moved", "reworded", "new", "retired", "private", "review")
