"""Reads a project folder whole, and looks at it as rules do."""

from pathlib import Path

from mainstream_cli.rules import Case
from mainstream_cli.store import ProjectFolder, load
from mainstream_cli.workspace.catalogue import project_catalogue
from mainstream_cli.workspace.day import today_of


def read(folder: Path) -> ProjectFolder:
    """Return what the project in *folder* holds, with what is wrong in its national content among the findings.

    Raises:
        MainstreamError: the shipped catalogue cannot be read.
    """
    catalogue, findings = project_catalogue(folder)
    loaded = load(folder, catalogue)
    loaded.findings += findings
    return loaded


def case_of(loaded: ProjectFolder) -> Case:
    """Return a project as rules look at it, on the day that it is judged on when nobody names one.

    Raises:
        UsageError: SOURCE_DATE_EPOCH is not a number of seconds.
    """
    return Case(loaded.project, loaded.public, loaded.catalogue, today_of(loaded.project.settings))
