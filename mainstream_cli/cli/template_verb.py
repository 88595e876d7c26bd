"""``mainstream template``."""

from pathlib import Path
from typing import Annotated

import typer

from mainstream_cli.cli.options import Format, FormatOption, ProjectOption
from mainstream_cli.cli.template_check import check, folder_of, shown
from mainstream_cli.output.writer import write, write_json

run = typer.Typer(rich_markup_mode=None, add_completion=False)
run.command()(check)


@run.callback()
def template() -> None:
    """Use Word templates of your own: list fields, copy a shipped template, check yours."""


@run.command("list")
def list_(
    document: Annotated[
        str | None, typer.Argument(metavar="[DOCUMENT]", help="Show the fields of this document, with their meaning.")
    ] = None,
    project: ProjectOption = None,
    format: FormatOption = Format.text,  # noqa: A002
) -> int:
    """Name the documents and the templates in use; with a document, its fields with meaning and ready-made tags."""
    from mainstream_cli.workspace.templates import templates

    if document is not None:
        return _list_fields(document, as_json=format is Format.json)
    folder = folder_of(project)
    uses = templates(folder)
    if format is Format.json:
        rows = [{**vars(use), "own": use.own and shown(use.own, folder)} for use in uses]
        write_json({"templates": rows})
        return 0
    width = max(len(use.document) for use in uses)
    for use in uses:
        write(f"{use.document:{width}}  {f'your own: {use.own}' if use.own else 'shipped'}")
    write(
        "\nFields of a document: mainstream template list DOCUMENT; begin your own: mainstream template copy DOCUMENT"
    )
    return 0


def _list_fields(document: str, *, as_json: bool) -> int:
    from mainstream_cli.documents.contexts.describe import field_notes
    from mainstream_cli.documents.kinds import document_kind
    from mainstream_cli.output.templates import print_fields

    kind = document_kind(document)
    notes = field_notes(kind.context)
    if as_json:
        write_json({"document": document, "fields": [vars(note) for note in notes]})
    else:
        print_fields(kind.title, notes)
    return 0


@run.command()
def copy(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Whose shipped template.")],
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write this file instead of templates/ in the project.")
    ] = None,
    project: ProjectOption = None,
) -> int:
    """Copy a shipped template, to be changed in Word; report then uses it. A file that is there stays."""
    from mainstream_cli.workspace.templates import copy_shipped

    to = copy_shipped(document, out, project)
    write(f"Wrote {to}\nChange it in Word, then: mainstream template check {out or document}")
    return 0
