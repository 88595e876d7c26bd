"""``mainstream template check``."""

from pathlib import Path
from typing import Annotated, Any

import typer

from mainstream_cli.cli.options import Format, FormatOption, ProjectOption
from mainstream_cli.language import say
from mainstream_cli.model.finding import SEVERITIES
from mainstream_cli.model.remark import Remark
from mainstream_cli.output.writer import write_json
from mainstream_cli.store import find, project_folder


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

    folder = folder_of(project)
    with Progress().step(say("Checking {file}", file=Path(template or name).name)):
        checked = check_template(name, template, folder)
    remarks, place = checked.remarks, checked.template
    counts = {severity: sum(remark.severity == severity for remark in remarks) for severity in SEVERITIES}
    if format is Format.json:
        findings = [_as_data(remark) for remark in remarks]
        head = {"document": checked.document, "template": shown(place, folder)}
        write_json({**head, "findings": findings, "counts": counts})
    else:
        print_remarks(str(place), checked.title, remarks)
    return 1 if counts["error"] else 0


def folder_of(project: Path | None) -> Path | None:
    """Return the folder of the project that is named, else of the one around, if there is one.

    Raises:
        MainstreamError: there is no project in the folder that is named.
    """
    return project_folder(project) if project else find(Path.cwd())


def shown(path: Path, folder: Path | None) -> str:
    """Return the path as a program reads it: relative to the project when it lies there."""
    inside = folder is not None and path.is_relative_to(folder)
    return (path.relative_to(folder) if inside and folder else path).as_posix()


def _as_data(remark: Remark) -> dict[str, Any]:
    where = {"part": remark.part, "paragraph": remark.paragraph, "text": remark.text}
    rest = {key: value for key, value in remark.as_data().items() if key not in where}
    return {**rest, **remark.message.remembered(), "where": where}
