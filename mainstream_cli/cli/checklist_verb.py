"""``mainstream checklist``."""

from typing import Annotated, Any

import typer

from mainstream_cli.cli.checklist_lint import lint
from mainstream_cli.cli.session import Format, FormatOption, print_json, unknown
from mainstream_cli.content import load_catalogue
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.registers import REGISTERS, fields

run = typer.Typer(rich_markup_mode=None, add_completion=False)
run.command()(lint)


@run.callback()
def checklist() -> None:
    """Show the questions of the catalogue."""


@run.command()
def show(
    name: Annotated[
        str | None, typer.Argument(metavar="[STAGE|SECTOR|REGISTER]", help="What to show; without it an overview.")
    ] = None,
    format: FormatOption = Format.text,  # noqa: A002
) -> int:
    """Show a stage, a sector or the fields of a register; without a name, the whole catalogue in one overview."""
    catalogue = load_catalogue()
    if name is not None and name not in catalogue.sheets and name not in REGISTERS:
        raise unknown("stage, sector or register", name, [*catalogue.sheets, *REGISTERS])
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


def _document(catalogue: Catalogue, name: str | None) -> dict[str, Any]:
    if name in REGISTERS:
        return {"register": name, "fields": [vars(field) for field in fields(str(name))]}
    sheets = [catalogue.sheets[name]] if name else list(catalogue.sheets.values())
    document: dict[str, Any] = {"edition": catalogue.edition, "sha256": catalogue.sha256}
    return document | {"sheets": [sheet.model_dump(mode="json", exclude_none=True) for sheet in sheets]}
