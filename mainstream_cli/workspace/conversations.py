"""Conversations about a project in a folder; each yields prompts, is sent replies, and saves what it is given."""

import datetime
from dataclasses import replace
from functools import partial
from pathlib import Path

from mainstream_cli.conversation.register_menu import Recorded, RegisterMenu
from mainstream_cli.conversation.route import Scope, entry_is_there, scope_of
from mainstream_cli.conversation.walk import Count, Walk
from mainstream_cli.conversation.working_copy import Saving, WorkingCopy
from mainstream_cli.errors import Argument, UsageError
from mainstream_cli.language import say, several
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.prompt import Talk
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.store import ProjectFolder
from mainstream_cli.store.drafts import read_draft, save_draft
from mainstream_cli.store.seen import read_answer, read_entry, save_seen_answer, save_seen_entry

__all__ = ["Count", "Recorded", "fill", "saving_in"]


def fill(
    loaded: ProjectFolder, today: datetime.date, target: str | None, *, core: bool, setting: str | None, room: bool
) -> Talk[Count | Recorded]:
    """Return the conversation about a stage, sector, question, register or entry; without a target, on all stages."""
    copy = WorkingCopy(loaded.project, loaded.catalogue, today, saving_in(loaded.folder, loaded.catalogue))
    register, slash, id_ = (target or "").partition("/")
    if not slash and register not in REGISTERS:
        scope = scope_of(loaded.catalogue, loaded.project, target, core=core, setting=setting, room=room)
        return _questions(copy, scope, room=room)
    if room or core or setting:
        filters = several(map(Argument, ("room", "core", "setting")))
        message = say("{arguments} are for questions, not for registers.", arguments=filters)
        raise UsageError(message, code="usage")
    if slash:
        entry_is_there(loaded.project, register, id_)
    menu = RegisterMenu(copy, register)
    return menu.one(id_) if slash else menu.run()


def _questions(copy: WorkingCopy, scope: Scope, *, room: bool) -> Talk[Count]:
    count = yield from Walk(copy, scope.questions, room=room).run()
    return replace(count, kept_from_room=scope.kept_from_room)


def saving_in(folder: Path, catalogue: Catalogue) -> Saving:
    """Return what reads and saves in *folder*; every save is on disk when it returns."""
    return Saving(
        partial(read_answer, folder, catalogue),
        partial(save_seen_answer, folder, catalogue),
        partial(read_entry, folder, catalogue),
        partial(save_seen_entry, folder, catalogue),
        partial(read_draft, folder, catalogue),
        partial(save_draft, folder, catalogue),
    )
