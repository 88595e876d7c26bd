"""Finds the shipped folders, in an installed wheel or in a checkout."""

from importlib.resources import files
from pathlib import Path

from mainstream_cli.errors import MainstreamError

PACKAGE = Path(str(files("mainstream_cli")))


def content_dir(name: str) -> Path:
    """Return the shipped folder called *name*: ``checklists``, ``templates``, ``sample_projects`` or ``exercises``.

    Raises:
        MainstreamError: the folder is not there, so the installation is incomplete.
    """
    bundled = PACKAGE / "_bundled" / name
    checkout = PACKAGE.parent / name
    for folder in (bundled, checkout):
        if folder.is_dir():
            return folder
    raise MainstreamError(
        f"The folder {name} of the tool itself is missing.", action="Install mainstream-cli again.", code="P90"
    )
