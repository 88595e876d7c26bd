"""``mainstream demo``."""

import shlex
from pathlib import Path
from typing import Annotated

import typer

from mainstream_cli.cli.init_verb import sample_folder
from mainstream_cli.cli.report_verb import write
from mainstream_cli.cli.session import opened
from mainstream_cli.content import load_catalogue
from mainstream_cli.errors import MainstreamError
from mainstream_cli.services.contexts import DOCUMENTS
from mainstream_cli.store import create_from, reports_folder

SAMPLE = "moldova"


def run(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="The folder to make.")] = Path("mainstream-demo"),
) -> int:
    """Make a sample country with its Word documents; run again, it writes them again."""
    made = not (folder / "mainstream.yaml").is_file()
    if made:
        create_from(folder, sample_folder(SAMPLE), load_catalogue())
    loaded = opened(folder)
    settings = loaded.project.settings
    if settings.sample is None:
        message = f"{folder} holds a project that is not a sample; nothing was changed."
        raise MainstreamError(message, action="Name another folder: mainstream demo DIR", code="P11")
    begun = "Made" if made else "Found"
    typer.echo(f"{begun} {folder}: {settings.country.name}, {settings.plan.name}. {settings.notice or ''}".rstrip())
    write(loaded, list(DOCUMENTS.values()), reports_folder(folder), None)
    place = shlex.quote(str(folder))
    typer.echo(
        "\nOpen the two Word files; every answer behind them is a line of text in answers/ and registers/.\n"
        f"Then:  cd {place}\n"
        "       mainstream status                    where this sample stands\n"
        "       mainstream check                     what is missing, and which conditions are secured\n"
        "       mainstream explain C10               what a condition asks, and who can act\n"
        "       mainstream set vertical_coordination in_place --note 'Seats for local authorities'\n"
        "       git diff                             (after git init) one answer is one small change"
    )
    return 0
