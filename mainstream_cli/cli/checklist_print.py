"""``mainstream checklist print``."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from mainstream_cli.cli.options import project_settings
from mainstream_cli.content import content_dir
from mainstream_cli.content.selection import names, select
from mainstream_cli.documents.builders.questionnaire import questionnaire
from mainstream_cli.documents.contexts.questionnaire import Questionnaire
from mainstream_cli.errors import MainstreamError
from mainstream_cli.model.record import unknown_name

TEMPLATE = "questionnaire.docx"


class PrintFormat(StrEnum):
    """What is written."""

    docx = "docx"
    text = "text"


def print_(
    name: Annotated[
        str,
        typer.Argument(metavar="[NAME]", help="A stage, sector, section (2.1), question, setting (room), core or all."),
    ] = "all",
    guidance: Annotated[bool, typer.Option(help="With the reason and an example for every question.")] = True,
    format: Annotated[  # noqa: A002
        PrintFormat, typer.Option("--format", help="docx for Word, text for any editor.")
    ] = PrintFormat.docx,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where to write; - prints text. An existing file is kept.")
    ] = None,
) -> int:
    """Print questions blank, with room to write: as questionnaire-NAME.docx, or as text."""
    catalogue, settings = project_settings()
    selection = select(catalogue, name)
    if selection is None:
        raise unknown_name("stage, sector, question or setting", name, names(catalogue))
    form = questionnaire(catalogue, selection, settings, guidance=guidance)
    if format is PrintFormat.text and str(out or "-") == "-":
        typer.echo(_text(form), nl=False)
        return 0
    ending = "docx" if format is PrintFormat.docx else "txt"
    target = out or Path(f"questionnaire-{name.replace('.', '_')}.{ending}")
    _write(target, _word(form) if format is PrintFormat.docx else _text(form).encode())
    typer.echo(f"Wrote {target}: {form.facts}.")
    return 0


def _text(form: Questionnaire) -> str:
    from mainstream_cli.output.questionnaire import questionnaire_as_text

    return questionnaire_as_text(form)


def _word(form: Questionnaire) -> bytes:
    from mainstream_cli.documents.rendering import render

    return render(content_dir("templates") / TEMPLATE, form.model_dump(mode="json"))


def _write(target: Path, content: bytes) -> None:
    """Write a new file; one that is there may have been filled in, so it is never written over."""
    try:
        with target.open("xb") as file:
            file.write(content)
    except FileExistsError as error:
        action = "Name another file with --out FILE, or delete this one if nobody has written in it."
        raise MainstreamError(f"{target} is there already; it was kept as it is.", action=action, code="P13") from error
    except OSError as error:
        message = f"{target} cannot be written: {error.strerror or error}."
        raise MainstreamError(message, action="Choose another place with --out FILE.", code="P13") from error
