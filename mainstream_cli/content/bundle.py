"""Finds the shipped folders, in an installed wheel or in a checkout."""

from importlib.resources import files
from pathlib import Path

from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import say

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
    message = say("The folder {folder} of the tool itself is missing.", folder=name)
    raise MainstreamError(message, action=say("Install {name} again.", name="mainstream-cli"), code="P90")
