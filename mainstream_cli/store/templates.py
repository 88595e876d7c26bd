"""The ministry's own Word templates: ``templates/NAME.docx`` in the project."""

import os
from pathlib import Path

from mainstream_cli import yamlfile
from mainstream_cli.errors import Argument, MainstreamError
from mainstream_cli.language import say
from mainstream_cli.reading import read_bytes, within

FOLDER = "templates"
MAX_TEMPLATE = 20_000_000
TO = Argument("to", "FILE")


def own_template(project: Path, document: str) -> Path | None:
    """Return the project's own template of a document, if it has one.

    Raises:
        MainstreamError: it is a link that leads out of the project.
    """
    path = template_place(project, document)
    return path if os.path.lexists(path) else None


def template_place(project: Path, document: str) -> Path:
    """Return where a project keeps its own template of a document.

    Raises:
        MainstreamError: the file or its folder is a link that leads out of the project.
    """
    path = project / FOLDER / f"{document}.docx"
    for place in (path.parent, path):
        if not within(project, place):
            where = place.relative_to(project).as_posix()
            message = say("{name} is a link that leads out of the project folder.", name=where)
            action = say("Put the file itself here. Nothing was changed.")
            if place != path:
                action = say("Put the folder itself here. Nothing was changed.")
            raise MainstreamError(message, action=action, where=where, code="T01")
    return path


def copy_template(shipped: Path, to: Path) -> None:
    """Copy a shipped template; a file that is there already stays.

    Raises:
        MainstreamError: the file exists, or cannot be written.
    """
    if to.exists() or to.is_symlink():
        message = say("{file} exists already, and is kept as it is.", file=str(to))
        action = say("Name another file with {argument}, or move that one away.", argument=TO)
        raise MainstreamError(message, action=action, code="P07")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = str(error.strerror)
        message = say("The folder {folder} cannot be made: {reason}.", folder=str(to.parent), reason=reason)
        raise MainstreamError(
            message, action=say("Name another file with {argument}.", argument=TO), code="P07"
        ) from error
    yamlfile.replace(to, read_bytes(shipped, MAX_TEMPLATE))
