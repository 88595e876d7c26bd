"""``mainstream template``."""

from pathlib import Path
from typing import Annotated

import typer

from mainstream_cli.cli.help_pages import Verb, Verbs, paragraphs
from mainstream_cli.cli.options import Format, FormatOption, ProjectOption
from mainstream_cli.cli.template_check import check
from mainstream_cli.language import say, speak
from mainstream_cli.output.writer import write, write_json
from mainstream_cli.workspace.catalogue import project_around

run = typer.Typer(cls=Verbs, rich_markup_mode=None, add_completion=False)
run.command(
    cls=Verb,
    help=paragraphs(
        say("Check a template: tags, fields, what it leaves out; then fill it with a full, an empty and this project."),
        say("The exit code is 1 when it cannot be used as it is."),
    ),
)(check)


@run.callback()
def template() -> None:
    """Use Word templates of your own: list fields, copy a shipped template, check yours."""


@run.command(
    "list",
    cls=Verb,
    help=say(
        "Name the documents and the templates in use; with a document, its fields with meaning and ready-made tags."
    ),
)
def list_(
    document: Annotated[
        str | None,
        typer.Argument(metavar="[DOCUMENT]", help=say("Show the fields of this document, with their meaning.")),
    ] = None,
    project: ProjectOption = None,
    format: FormatOption = Format.text,  # noqa: A002
) -> int:
    """Name the documents and the templates in use; with a document, its fields with meaning and ready-made tags."""
    from mainstream_cli.workspace.templates import templates

    if document is not None:
        return _list_fields(document, as_json=format is Format.json)
    folder = project_around(project)
    uses = templates(folder)
    if format is Format.json:
        write_json({"templates": [use.as_data(folder) for use in uses]})
        return 0
    width = max(len(use.document) for use in uses)
    for use in uses:
        whose = say("your own: {file}", file=str(use.own)) if use.own else say("shipped")
        write(f"{use.document:{width}}  {speak(whose)}")
    write()
    write(
        say(
            "Fields of a document: {fields}; begin your own: {copy}",
            fields="mainstream template list DOCUMENT",
            copy="mainstream template copy DOCUMENT",
        )
    )
    return 0


def _list_fields(document: str, *, as_json: bool) -> int:
    from mainstream_cli.output.templates import print_fields
    from mainstream_cli.workspace.templates import fields_of

    title, notes = fields_of(document)
    if as_json:
        write_json({"document": document, "fields": [note.as_data() for note in notes]})
    else:
        print_fields(title, notes)
    return 0


@run.command(
    cls=Verb,
    help=say("Copy a shipped template, to be changed in Word; report then uses it. A file that is there stays."),
)
def copy(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help=say("Whose shipped template."))],
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help=say("Write this file instead of templates/ in the project."))
    ] = None,
    project: ProjectOption = None,
) -> int:
    """Copy a shipped template, to be changed in Word; report then uses it. A file that is there stays."""
    from mainstream_cli.workspace.templates import copy_shipped

    to = copy_shipped(document, out, project)
    write(say("Wrote {file}", file=str(to)))
    write(say("Change it in Word, then: {command}", command=f"mainstream template check {out or document}"))
    return 0
