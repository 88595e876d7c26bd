"""Finds the project folder that a command is about."""

from pathlib import Path

from mainstream_cli.errors import Argument, MainstreamError
from mainstream_cli.language import say
from mainstream_cli.store.layout import SETTINGS


def find(start: Path) -> Path | None:
    """Return the nearest folder from *start* upwards that has a ``mainstream.yaml``."""
    return next((folder for folder in (start, *start.resolve().parents) if (folder / SETTINGS).is_file()), None)


def project_folder(given: Path | None) -> Path:
    """Return the folder of the project in *given*, else of the nearest one from the current folder upwards.

    Raises:
        MainstreamError: there is no project there.
    """
    folder = given if given is not None and (given / SETTINGS).is_file() else None if given else find(Path.cwd())
    if folder is None:
        message = say("There is no project in this folder or above it (no {file}).", file=SETTINGS)
        if given:
            message = say("There is no project in {folder} (no {file}).", folder=str(given), file=SETTINGS)
        action = say(
            "Go to the project folder, name it with {argument}, or make one with: {command}",
            argument=Argument("folder", "DIR"),
            command="mainstream init DIR",
        )
        raise MainstreamError(message, action=action, code="P01")
    return folder


def repository(folder: Path) -> Path | None:
    """Return the top of the git repository around *folder*, None when there is none."""
    here = folder.resolve()
    return next((parent for parent in (here, *here.parents) if (parent / ".git").exists()), None)


def below_repository(folder: Path) -> str:
    """Return the path from the top of the git repository around to *folder*: empty, or with ``/`` at its end."""
    here = folder.resolve()
    top = repository(folder) or here
    return "" if top == here else f"{here.relative_to(top).as_posix()}/"
