"""``mainstream checklist``."""

from typing import Annotated

import typer

from mainstream_cli.cli.checklist_lint import lint
from mainstream_cli.cli.checklist_print import print_
from mainstream_cli.cli.help_pages import Verb, Verbs, paragraphs
from mainstream_cli.cli.options import Format, FormatOption, catalogue_here
from mainstream_cli.language import say
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.reference import Crosswalk, Profile
from mainstream_cli.output.writer import write, write_json
from mainstream_cli.workspace.browsing import (
    Found,
    NamedWorks,
    RegisterFields,
    Selection,
    as_data,
    look_up,
    stated_items,
)

run = typer.Typer(cls=Verbs, rich_markup_mode=None, add_completion=False)
run.command(
    cls=Verb,
    help=say("Look for mistakes in content: ids, references, relations, wording; exit 1 when there is an error."),
)(lint)
run.command(
    "print",
    cls=Verb,
    help=say("Print questions blank, with room to write: as questionnaire-NAME.docx, or as text."),
)(print_)


@run.callback()
def checklist() -> None:
    """Show, print and check the questions of the catalogue."""


@run.command(
    cls=Verb,
    help=paragraphs(
        say("Show questions, or the fields of a register; without a name, the whole catalogue in one overview."),
        say("With --basis, a name is a document of the bibliography."),
    ),
)
def show(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            help=say(
                "A stage, sector, section (2.1), question, setting (room), core, all, or register; also profile, "
                "bibliography, or a crosswalk such as sdg; without it an overview."
            ),
        ),
    ] = None,
    basis: Annotated[
        str | None,
        typer.Option(
            "--basis", metavar="BASIS", help=say("List what is stated, in_line or suggested, with its place.")
        ),
    ] = None,
    schema: Annotated[
        bool, typer.Option("--schema", help=say("Print the JSON Schema of what --format json prints."))
    ] = False,
    format: FormatOption = Format.text,  # noqa: A002
) -> int:
    """Show questions, or the fields of a register; without a name, the whole catalogue in one overview.

    With --basis, a name is a document of the bibliography.
    """
    if schema:
        return _show_schema()
    catalogue = catalogue_here()
    if basis is not None:
        return _show_basis(catalogue, name, basis, as_json=format is Format.json)
    found = look_up(catalogue, name)
    if format is Format.json:
        write_json(as_data(catalogue, found))
    else:
        _print(catalogue, found, str(name))
    return 0


def _print(catalogue: Catalogue, found: Found, name: str) -> None:
    from mainstream_cli.output import checklist, reference

    match found:
        case Catalogue():
            checklist.print_overview(catalogue)
        case RegisterFields():
            checklist.print_register(catalogue, found.name)
        case Profile():
            reference.print_profile(found, catalogue)
        case NamedWorks():
            reference.print_works(found.works)
        case Crosswalk():
            reference.print_crosswalk(found)
        case Selection() if found.single:
            from mainstream_cli.cli.explain_verb import run as explain

            explain(name)
        case Selection():
            checklist.print_selection(catalogue, found.title, found.parts)


def _show_schema() -> int:
    import json

    from mainstream_cli.model.published import schema

    write(json.dumps(schema(), ensure_ascii=False, indent=2))
    return 0


def _show_basis(catalogue: Catalogue, name: str | None, basis: str, *, as_json: bool) -> int:
    found = stated_items(catalogue, basis, name)
    if as_json:
        write_json({"basis": basis, "items": [vars(item) for items in found.values() for item in items]})
        return 0
    from mainstream_cli.output.reference import print_items

    print_items(catalogue.works, found, catalogue.vocabulary["bases"][basis])
    return 0
