"""The project folder on disk: finding it and reading it whole. What writes to it is imported from its own module."""

from mainstream_cli.store.folder import below_repository, find, project_folder
from mainstream_cli.store.layout import PRIVATE, answered_in, shelves
from mainstream_cli.store.load import load
from mainstream_cli.store.read import ProjectFolder
from mainstream_cli.store.repairs import value_repair, with_repair

__all__ = [
    "PRIVATE",
    "ProjectFolder",
    "answered_in",
    "below_repository",
    "find",
    "load",
    "project_folder",
    "shelves",
    "value_repair",
    "with_repair",
]
