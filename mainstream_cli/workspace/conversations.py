"""Conversations about a project in a folder; each yields prompts, is sent replies, and saves what it is given."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from mainstream_cli.changes.stamping import stamped
from mainstream_cli.changes.writing import plain
from mainstream_cli.conversation.asking import confirmed
from mainstream_cli.conversation.only_fields import Left, OnlyFields, wanted_fields
from mainstream_cli.conversation.register_menu import Recorded, RegisterMenu
from mainstream_cli.conversation.route import Scope, entry_is_there, scope_of
from mainstream_cli.conversation.walk import Count, Walk
from mainstream_cli.conversation.working_copy import Saving, WorkingCopy
from mainstream_cli.errors import Argument, UsageError
from mainstream_cli.language import say, several
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.prompt import Talk
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.model.registers.entry import Entry
from mainstream_cli.store import ProjectFolder
from mainstream_cli.store.drafts import read_draft, save_draft
from mainstream_cli.store.seen import read_answer, read_entry, save_seen_answer, save_seen_entry

__all__ = ["Count", "Left", "Recorded", "confirmed", "fill", "saving_in"]


def fill(
    loaded: ProjectFolder,
    today: datetime.date,
    target: str | None,
    *,
    core: bool,
    setting: str | None,
    room: bool,
    only: Sequence[str] = (),
) -> Talk[Count | Recorded | Left]:
    """Return the conversation about a stage, sector, question, register or entry; without a target, on all stages.

    With *only*, these fields of a register are asked, entry by entry.
    """
    copy = WorkingCopy(loaded.project, loaded.catalogue, today, saving_in(loaded.folder, loaded.catalogue))
    register, slash, id_ = (target or "").partition("/")
    if only and register not in REGISTERS:
        action = say("For instance: {command}", command="mainstream fill objectives --only checks")
        message = say("{argument} goes with a register or an entry.", argument=Argument("only"))
        raise UsageError(message, action=action, code="usage")
    if not slash and register not in REGISTERS:
        scope = scope_of(loaded.catalogue, loaded.project, target, core=core, setting=setting, room=room)
        return _questions(copy, scope, room=room)
    if room or core or setting:
        filters = several(map(Argument, ("room", "core", "setting")))
        message = say("{arguments} are for questions, not for registers.", arguments=filters)
        raise UsageError(message, code="usage")
    if slash:
        there = entry_is_there(loaded.project, register, id_)
        if only and not there:
            message = say("There is no '{id}' in {register}.", id=id_, register=register)
            raise UsageError(
                message, action=say("To add it: {command}", command=f"mainstream fill {target}"), code="usage"
            )
    if only:
        return OnlyFields(copy, register, wanted_fields(register, only), id_).run()
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
        partial(_save_stamped, folder, catalogue),
        partial(read_draft, folder, catalogue),
        partial(save_draft, folder, catalogue),
    )


def _save_stamped(
    folder: Path,
    catalogue: Catalogue,
    register: str,
    id_: str,
    sector: str,
    change: Mapping[str, Any],
    seen: Entry | None,
) -> tuple[bool, Entry | None]:
    change = stamped(register, plain(seen) if seen else {}, change)
    return save_seen_entry(folder, catalogue, register, id_, sector, change, seen)
