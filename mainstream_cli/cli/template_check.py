"""``mainstream template check``."""

from pathlib import Path
from typing import Annotated

import typer

from mainstream_cli.cli.options import Format, FormatOption, ProjectOption
from mainstream_cli.language import say
from mainstream_cli.output.writer import write_json
from mainstream_cli.workspace.catalogue import project_around


def check(
    name: Annotated[
        str,
        typer.Argument(metavar="DOCUMENT|FILE", help=say("A document, or a Word file that is called as a document.")),
    ],
    template: Annotated[
        Path | None, typer.Option(metavar="FILE", help=say("The Word file, if it is called otherwise."))
    ] = None,
    project: ProjectOption = None,
    format: FormatOption = Format.text,  # noqa: A002
) -> int:
    """Check a template: tags, fields, what it leaves out; then fill it with a full, an empty and this project.

    The exit code is 1 when it cannot be used as it is.
    """
    from mainstream_cli.output.progress import Progress
    from mainstream_cli.output.templates import print_remarks
    from mainstream_cli.workspace.templates import check_template

    folder = project_around(project)
    with Progress().step(say("Checking {file}", file=Path(template or name).name)):
        checked = check_template(name, template, folder)
    if format is Format.json:
        write_json(checked.as_data(folder))
    else:
        print_remarks(str(checked.template), checked.title, checked.remarks)
    return 1 if checked.counts["error"] else 0
