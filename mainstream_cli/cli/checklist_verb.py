"""``mainstream checklist``."""

from typing import Annotated, Any

import typer

from mainstream_cli.cli.checklist_lint import lint
from mainstream_cli.cli.session import Format, FormatOption, print_json, unknown
from mainstream_cli.content import crosswalk_names, load_catalogue, load_crosswalk, load_profile
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.registers import REGISTERS, fields
from mainstream_cli.services.basis import items_by_basis

PROFILE = "profile"
BIBLIOGRAPHY = "bibliography"
run = typer.Typer(rich_markup_mode=None, add_completion=False)
run.command()(lint)


@run.callback()
def checklist() -> None:
    """Show the questions of the catalogue."""


@run.command()
def show(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[STAGE|SECTOR|REGISTER]",
            help="What to show, also: profile, bibliography, or a crosswalk such as sdg; without it an overview.",
        ),
    ] = None,
    basis: Annotated[
        str | None,
        typer.Option("--basis", metavar="BASIS", help="List what is stated, in_line or suggested, with its place."),
    ] = None,
    format: FormatOption = Format.text,  # noqa: A002
) -> int:
    """Show a stage, a sector or the fields of a register; without a name, the whole catalogue in one overview.

    With --basis, a name is a document of the bibliography.
    """
    catalogue = load_catalogue()
    crosswalks = crosswalk_names()
    if basis is not None:
        return _show_basis(catalogue, name, basis, as_json=format is Format.json)
    if name in (PROFILE, BIBLIOGRAPHY, *crosswalks):
        return _look_up(catalogue, str(name), as_json=format is Format.json)
    if name is not None and name not in catalogue.sheets and name not in REGISTERS:
        known = [*catalogue.sheets, *REGISTERS, PROFILE, BIBLIOGRAPHY, *crosswalks]
        raise unknown("stage, sector or register", name, known)
    if format is Format.json:
        print_json(_document(catalogue, name))
        return 0
    from mainstream_cli.output import checklist as pages

    if name is None:
        pages.print_overview(catalogue)
    elif name in REGISTERS:
        pages.print_register(catalogue, name)
    else:
        pages.print_sheet(catalogue, catalogue.sheets[name])
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
        raise unknown("basis", basis, bases)
    if name is not None and name not in catalogue.works:
        raise unknown("document", name, catalogue.works)
    crosswalks = [load_crosswalk(catalogue, each) for each in crosswalk_names()]
    found = items_by_basis(catalogue, load_profile(catalogue), crosswalks, basis)
    found = {key: items for key, items in found.items() if name in (None, key)}
    if as_json:
        print_json({"basis": basis, "items": [vars(each) for items in found.values() for each in items]})
        return 0
    from mainstream_cli.output.reference import print_items

    print_items(catalogue.works, found, bases[basis])
    return 0


def _document(catalogue: Catalogue, name: str | None) -> dict[str, Any]:
    if name in REGISTERS:
        return {"register": name, "fields": [vars(field) for field in fields(str(name))]}
    sheets = [catalogue.sheets[name]] if name else list(catalogue.sheets.values())
    document: dict[str, Any] = {"edition": catalogue.edition, "sha256": catalogue.sha256}
    return document | {"sheets": [sheet.model_dump(mode="json", exclude_none=True) for sheet in sheets]}
