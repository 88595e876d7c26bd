"""The project folder on disk: reading it whole, changing one block, making a new one."""

from mainstream_cli.store.create import create, create_from, refuse_unless_empty
from mainstream_cli.store.drafts import read_draft, save_draft
from mainstream_cli.store.folder import below_repository, find, project_folder
from mainstream_cli.store.gathering import as_copy, damage, overlooked, save_blocks
from mainstream_cli.store.journal import save_to_journal
from mainstream_cli.store.layout import PRIVATE, answered_in, shelves
from mainstream_cli.store.load import load
from mainstream_cli.store.read import ProjectFolder
from mainstream_cli.store.repairs import value_repair, with_repair
from mainstream_cli.store.reports import reports_folder, save_report
from mainstream_cli.store.rewriting import may_be_rewritten, repaired, save_repairs
from mainstream_cli.store.save import save_answer, save_entry
from mainstream_cli.store.seen import read_answer, read_entry, save_seen_answer, save_seen_entry
from mainstream_cli.store.templates import copy_template, own_template, template_place
from mainstream_cli.store.upgrading import answer_pages, missing_registers, save_upgrade

__all__ = [
    "PRIVATE",
    "ProjectFolder",
    "answer_pages",
    "answered_in",
    "as_copy",
    "below_repository",
    "copy_template",
    "create",
    "create_from",
    "damage",
    "find",
    "load",
    "may_be_rewritten",
    "missing_registers",
    "overlooked",
    "own_template",
    "project_folder",
    "read_answer",
    "read_draft",
    "read_entry",
    "refuse_unless_empty",
    "repaired",
    "reports_folder",
    "save_answer",
    "save_blocks",
    "save_draft",
    "save_entry",
    "save_repairs",
    "save_report",
    "save_seen_answer",
    "save_seen_entry",
    "save_to_journal",
    "save_upgrade",
    "shelves",
    "template_place",
    "value_repair",
    "with_repair",
]
