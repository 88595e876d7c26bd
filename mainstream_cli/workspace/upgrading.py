"""Brings a project to the questions of the installed edition."""

from mainstream_cli.changes.upgrade import plan_upgrade
from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import say
from mainstream_cli.model.project import SCHEMA
from mainstream_cli.model.upgrade import Upgrade
from mainstream_cli.rules import Case
from mainstream_cli.rules.checked import unsaid
from mainstream_cli.store import ProjectFolder
from mainstream_cli.store.once_texts import files_with_texts
from mainstream_cli.store.upgrading import answer_pages, missing_registers, save_upgrade
from mainstream_cli.workspace.editions import keep_sealed, without_edition


def upgrade(loaded: ProjectFolder, case: Case, *, write: bool = False) -> Upgrade:
    """Return what the installed edition means for a project; with *write*, change its files if something is pending."""
    if not loaded.catalogue.whole or loaded.catalogue.refused:
        message = say(
            "A part of the national content (checklists/) cannot be used, so it is not known what is asked here."
        )
        action = say("See {command}, and correct it first. Nothing was changed.", command="mainstream check")
        raise MainstreamError(message, action=action, where="checklists", code="P17")
    settings = loaded.project.settings
    made_with = settings.catalogue.model_dump(exclude=None if settings.schema_ == SCHEMA else {"name"})
    plan = plan_upgrade(loaded.catalogue, made_with, list(answer_pages(loaded)), missing_registers(loaded))
    plan.texts, plan.unsaid = files_with_texts(loaded), len(unsaid(loaded.project))
    sealed = without_edition(case)
    plan.seals = {stage.id: each.date.isoformat() for stage, each, matches in sealed if matches}
    plan.only_seals = {stage.id: each.date.isoformat() for stage, each, matches in sealed if not matches}
    for stage, each, matches in sealed:
        if write and matches:  # before anything is converted
            keep_sealed(loaded, case, stage, each)
    if write and plan.pending:
        save_upgrade(loaded.folder, loaded.catalogue, plan)
    return plan
