"""``mainstream checklist print``."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from mainstream_cli.cli.options import project_settings
from mainstream_cli.language import say
from mainstream_cli.output.writer import write
from mainstream_cli.workspace.blank_form import as_word_file, asked_in, blank_form, write_new


class PrintFormat(StrEnum):
    """What is written."""

    docx = "docx"
    text = "text"


def print_(
    name: Annotated[
        str,
        typer.Argument(
            metavar="[NAME]", help=say("A stage, sector, section (2.1), question, setting (room), core or all.")
        ),
    ] = "all",
    guidance: Annotated[bool, typer.Option(help=say("With the reason and an example for every question."))] = True,
    format: Annotated[  # noqa: A002
        PrintFormat, typer.Option("--format", help=say("docx for Word, text for any editor."))
    ] = PrintFormat.docx,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help=say("Where to write; - prints text. An existing file is kept."))
    ] = None,
) -> int:
    """Print questions blank, with room to write: as questionnaire-NAME.docx, or as text."""
    from mainstream_cli.output.questionnaire import questionnaire_as_text

    catalogue, settings = project_settings()
    form = blank_form(catalogue, settings, name, guidance=guidance)
    if format is PrintFormat.text and str(out or "-") == "-":
        write(questionnaire_as_text(form).removesuffix("\n"))
        return 0
    ending = "docx" if format is PrintFormat.docx else "txt"
    target = out or Path(f"questionnaire-{name.replace('.', '_')}.{ending}")
    write_new(target, as_word_file(form) if format is PrintFormat.docx else questionnaire_as_text(form).encode())
    write(say("Wrote {file}: {facts}.", file=str(target), facts=asked_in(catalogue, name)))
    return 0
