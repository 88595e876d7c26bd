"""``mainstream checklist lint``."""

from pathlib import Path
from typing import Annotated

import typer

from mainstream_cli.cli.options import Format, FormatOption
from mainstream_cli.language import say
from mainstream_cli.output.writer import write_json
from mainstream_cli.workspace.linting import lint_content, national_around


def lint(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="[DIR]",
            help=say(
                "A project, a folder of national content, or a catalogue; else the national content of the project "
                "around, or the shipped catalogue."
            ),
        ),
    ] = None,
    format: FormatOption = Format.text,  # noqa: A002
) -> int:
    """Look for mistakes in content: ids, references, relations, wording; exit 1 when there is an error."""
    result = lint_content(folder or national_around())
    if format is Format.json:
        write_json(result.as_data())
    else:
        from mainstream_cli.output.lint import print_lint

        print_lint(result.findings, result.counts)
    return 1 if any(finding.severity == "error" for finding in result.findings) else 0
