"""``mainstream checklist``."""

from typing import Annotated, Any

import typer

from mainstream_cli.cli.checklist_lint import lint
from mainstream_cli.cli.checklist_print import print_
from mainstream_cli.cli.options import Format, FormatOption, catalogue_here, print_json
from mainstream_cli.content import crosswalk_names, load_crosswalk, load_profile
from mainstream_cli.content.basis import items_by_basis
from mainstream_cli.content.selection import Selection, names, select
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.record import unknown_name
from mainstream_cli.model.registers import REGISTERS, fields

PROFILE = "profile"
BIBLIOGRAPHY = "bibliography"
run = typer.Typer(rich_markup_mode=None, add_completion=False)
run.command()(lint)
run.command("print")(print_)


@run.callback()
def checklist() -> None:
    """Show, print and check the questions of the catalogue."""


@run.command()
def show(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            help="A stage, sector, section (2.1), question, setting (room), core, all, or register; also profile, "
            "bibliography, or a crosswalk such as sdg; without it an overview.",
        ),
    ] = None,
    basis: Annotated[
        str | None,
        typer.Option("--basis", metavar="BASIS", help="List what is stated, in_line or suggested, with its place."),
    ] = None,
    schema: Annotated[
        bool, typer.Option("--schema", help="Print the JSON Schema of what --format json prints.")
    ] = False,
    format: FormatOption = Format.text,  # noqa: A002
) -> int:
    """Show questions, or the fields of a register; without a name, the whole catalogue in one overview.

    With --basis, a name is a document of the bibliography.
    """
    if schema:
        return _show_schema()
    catalogue = catalogue_here()
    crosswalks = crosswalk_names(catalogue.folder)
    if basis is not None:
        return _show_basis(catalogue, name, basis, as_json=format is Format.json)
    if name in (PROFILE, BIBLIOGRAPHY, *crosswalks):
        return _look_up(catalogue, str(name), as_json=format is Format.json)
    selection = select(catalogue, name) if name is not None and name not in REGISTERS else None
    if name is not None and name not in REGISTERS and selection is None:
        known = [*names(catalogue), *REGISTERS, PROFILE, BIBLIOGRAPHY, *crosswalks]
        raise unknown_name("stage, sector, question or register", name, known)
    if format is Format.json:
        print_json(_document(catalogue, name, selection))
    else:
        _print(catalogue, name, selection)
    return 0


def _print(catalogue: Catalogue, name: str | None, selection: Selection | None) -> None:
    from mainstream_cli.output import checklist as pages

    if selection is None:
        pages.print_register(catalogue, name) if name else pages.print_overview(catalogue)
    elif selection.single:
        from mainstream_cli.cli.explain_verb import run as explain

        explain(str(name))
    else:
        pages.print_selection(catalogue, selection.title, selection.parts)


def _show_schema() -> int:
    import json

    from mainstream_cli.model.published import schema

    typer.echo(json.dumps(schema(), ensure_ascii=False, indent=2))
    return 0


def _look_up(catalogue: Catalogue, name: str, *, as_json: bool) -> int:
    from mainstream_cli.output import reference

    if name == BIBLIOGRAPHY and as_json:
        print_json({"works": {key: work.model_dump(mode="json") for key, work in catalogue.works.items()}})
    elif name == BIBLIOGRAPHY:
        reference.print_works(catalogue.works)
    elif name == PROFILE and as_json:
        print_json({"profile": load_profile(catalogue).model_dump(mode="json", exclude_none=True)})
    elif name == PROFILE:
        reference.print_profile(load_profile(catalogue), catalogue)
    elif as_json:
        print_json({"crosswalk": load_crosswalk(catalogue, name).model_dump(mode="json", exclude_none=True)})
    else:
        reference.print_crosswalk(load_crosswalk(catalogue, name))
    return 0


def _show_basis(catalogue: Catalogue, name: str | None, basis: str, *, as_json: bool) -> int:
    bases = catalogue.vocabulary["bases"]
    if basis not in bases:
        raise unknown_name("basis", basis, bases)
    if name is not None and name not in catalogue.works:
        raise unknown_name("document", name, catalogue.works)
    crosswalks = [load_crosswalk(catalogue, each) for each in crosswalk_names(catalogue.folder)]
    found = items_by_basis(catalogue, load_profile(catalogue), crosswalks, basis)
    found = {key: items for key, items in found.items() if name in (None, key)}
    if as_json:
        print_json({"basis": basis, "items": [vars(each) for items in found.values() for each in items]})
        return 0
    from mainstream_cli.output.reference import print_items

    print_items(catalogue.works, found, bases[basis])
    return 0


def _document(catalogue: Catalogue, name: str | None, selection: Selection | None) -> dict[str, Any]:
    from mainstream_cli.model.published import published

    if name in REGISTERS:
        return {"register": name, "fields": [vars(field) for field in fields(str(name))]}
    if selection is None:
        return published(catalogue)
    sheets = (part.sheet.model_copy(update={"sections": part.sections}) for part in selection.parts)
    document: dict[str, Any] = dict(catalogue.stamp)
    return document | {"sheets": [sheet.model_dump(mode="json", exclude_none=True) for sheet in sheets]}
