"""The project folder on disk: reading it whole, changing one block, making a new one."""

from mainstream_cli.store.create import create, create_from
from mainstream_cli.store.folder import find, open_project
from mainstream_cli.store.load import Loaded, load
from mainstream_cli.store.reports import reports_folder, save_report
from mainstream_cli.store.save import save_answer, save_entry, save_sign_off

__all__ = [
    "Loaded",
    "create",
    "create_from",
    "find",
    "load",
    "open_project",
    "reports_folder",
    "save_answer",
    "save_entry",
    "save_report",
    "save_sign_off",
]
