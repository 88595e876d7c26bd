"""``mainstream template``."""

from pathlib import Path
from typing import Annotated, Any

import typer

from mainstream_cli.cli.options import Format, FormatOption, ProjectOption, print_json
from mainstream_cli.cli.report_verb import document_kind
from mainstream_cli.cli.template_check import check
from mainstream_cli.content import content_dir
from mainstream_cli.documents.contexts.describe import field_notes
from mainstream_cli.documents.kinds import DOCUMENTS, DocumentKind
from mainstream_cli.documents.template_fields import context_of
from mainstream_cli.store import copy_template, find, own_template, project_folder, template_place

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
    if document is not None:
        return _list_fields(document_kind(document), as_json=format is Format.json)
    folder = project_folder(project) if project else find(Path.cwd())
    rows = [(kind, own_template(folder, kind.name) if folder else None) for kind in DOCUMENTS.values()]
    if format is Format.json:
        print_json({"templates": [_as_data(kind, own, folder) for kind, own in rows]})
        return 0
    width = max(len(kind.name) for kind, _ in rows)
    for kind, own in rows:
        typer.echo(f"{kind.name:{width}}  {'your own: ' + str(own) if own else 'shipped'}")
    typer.echo(
        "\nFields of a document: mainstream template list DOCUMENT; begin your own: mainstream template copy DOCUMENT"
    )
    return 0


def _as_data(kind: DocumentKind, own: Path | None, folder: Path | None) -> dict[str, Any]:
    path = own.relative_to(folder).as_posix() if own and folder else None
    return {"document": kind.name, "title": kind.title, "own": path}


def _list_fields(kind: DocumentKind, *, as_json: bool) -> int:
    notes = field_notes(context_of(kind))
    if as_json:
        print_json({"document": kind.name, "fields": [vars(note) for note in notes]})
        return 0
    from mainstream_cli.output.templates import print_fields

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
    kind = document_kind(document)
    to = out or template_place(project_folder(project), kind.name)
    copy_template(content_dir("templates") / kind.template, to)
    typer.echo(f"Wrote {to}\nChange it in Word, then: mainstream template check {to if out else kind.name}")
    return 0
