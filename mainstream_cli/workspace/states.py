"""The states of a project that can be compared: today, what was approved, an edition, a folder, a revision of git."""

import datetime
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from mainstream_cli.comparing import laid_over
from mainstream_cli.errors import MainstreamError, UsageError
from mainstream_cli.language import Text, say
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.compared import Covered
from mainstream_cli.model.edition import Edition
from mainstream_cli.model.finding import Assessment, Finding
from mainstream_cli.model.journal import ConditionStatus, Frozen
from mainstream_cli.model.project import Project
from mainstream_cli.model.types import day as day_of
from mainstream_cli.rules import Case, assess
from mainstream_cli.rules.standing import frozen_by
from mainstream_cli.store import ProjectFolder
from mainstream_cli.store.editions import editions, load_edition
from mainstream_cli.store.layout import PRIVATE, SETTINGS
from mainstream_cli.store.revisions import find_revision, unpack, why_no_revision
from mainstream_cli.workspace.opened import read_folder

StateKind = Literal["today", "approved", "edition", "folder", "revision"]


@dataclass(frozen=True)
class State:
    """One side of a comparison: which one was taken, its public values, and the day on which it is judged.

    Where it is what was approved, *covered* says of what, *ratings* how the conditions stood, and *lacks* names the
    stages that it does not speak of.
    """

    kind: StateKind
    name: str
    title: Text
    project: Project
    catalogue: Catalogue
    day: datetime.date
    unreadable: tuple[Finding, ...] = ()
    covered: Covered | None = None
    ratings: Mapping[str, ConditionStatus] = field(default_factory=dict)
    lacks: tuple[str, ...] = ()

    def conditions(self, day: datetime.date) -> tuple[Assessment, ...]:
        """Say how its conditions stand on a day, by what everybody may see."""
        return assess(Case(self.project, self.project, self.catalogue, day))

    def as_data(self) -> dict[str, Any]:
        """Return which state it is, as JSON carries it."""
        broken = [{"message": each.message, "where": str(each.place or "")} for each in self.unreadable]
        named = {"kind": self.kind, "name": self.name, "title": self.title, "day": self.day}
        return {**named, "unread": broken, "lacks": list(self.lacks)}


def state_of(loaded: ProjectFolder, case: Case, name: str) -> State:
    """Return the state that a name means: a project folder, a day, an edition, else a revision of git.

    Raises:
        MainstreamError: it means none of them, or there is no project in it.
    """
    if name and (Path(name) / SETTINGS).is_file():
        return _folder(Path(name), case.today)
    if _is_path(name):
        message = say("There is no project in {folder} (no {file}).", folder=name, file=SETTINGS)
        raise UsageError(message, action=say("Name another project folder."), code="P01")
    when = day_of(name)
    if when is not None:
        return approved(loaded, case, when)
    if name in editions(loaded):
        return _edition(loaded, case, name)
    revision = find_revision(loaded.folder, name)
    if revision is None:
        raise _unknown(loaded, name)
    with TemporaryDirectory(prefix="mainstream-") as held:
        there = Path(held).resolve()
        unpack(loaded.folder, revision, there)
        found = read_folder(there)
    title = say("revision {name} ({commit}) of {day}", name=name, commit=revision.commit[:12], day=revision.day)
    return _state("revision", revision.commit, title, found, found.project.settings.as_of or revision.day)


def today(loaded: ProjectFolder, day: datetime.date) -> State:
    """Return the project as it is."""
    return _state("today", "", say("this project on {day}", day=day), loaded, day)


def approved(loaded: ProjectFolder, case: Case, day: datetime.date | None = None, stage: str | None = None) -> State:
    """Return what was last approved, on a day or before, stage by stage; with *stage* only what that stage covers.

    Raises:
        MainstreamError: nothing was, or an edition is missing or was changed.
    """
    by = day or case.today
    latest = {
        signed: entry
        for entry in case.every_sign_off
        if entry.date <= by and case.entry_id(entry) not in case.project.withdrawn
        for signed in entry.signs
    }
    kept = {signed: frozen for signed, entry in latest.items() if (frozen := frozen_by(case, entry))}
    if not kept or (stage and stage not in kept):
        raise _nothing_approved(by, only_seals=(stage in latest if stage else bool(latest)))
    entries = sorted(kept.values(), key=lambda each: each.date)
    found = {str(each.edition_id): load_edition(loaded, str(each.edition_id)) for each in entries}
    title = say("what was approved by {day}", day=day) if day else say("what was last approved")
    lacks = tuple(each.title for each in case.catalogue.stages if each.id not in kept and stage is None)
    state = _of_editions("approved", by.isoformat(), title, found.values(), (entries[-1], case, lacks))
    if stage is None:
        return state
    own = kept[stage]
    return replace(state, covered=_covered(found[str(own.edition_id)]), day=own.date, ratings=own.ratings)


def _edition(loaded: ProjectFolder, case: Case, id_: str) -> State:
    found = load_edition(loaded, id_)
    named = [each for each in case.journal(Frozen).values() if each.edition_id == id_]
    title = say("the edition {edition} of {day}", edition=id_, day=found.day)
    lacks = tuple(each.title for each in case.catalogue.stages if each.id not in found.stages)
    return _of_editions("edition", id_, title, [found], (named[-1], case, lacks))


def _of_editions(
    kind: StateKind, name: str, title: Text, found: Iterable[Edition], of: tuple[Frozen, Case, tuple[str, ...]]
) -> State:
    entry, case, lacks = of
    project, covered = laid_over((edition.values, _covered(edition)) for edition in found)
    return State(kind, name, title, project, case.catalogue, entry.date, (), covered, entry.ratings, lacks)


def _covered(edition: Edition) -> Covered:
    blocks: dict[tuple[str, str], frozenset[str]] = {}
    for role, kind, id_ in edition.manifest.parts:
        blocks[kind, id_] = blocks.get((kind, id_), frozenset()) | {role}
    scope = edition.manifest.scope
    return Covered(blocks, scope.own, scope.also)


def _nothing_approved(day: datetime.date, *, only_seals: bool) -> MainstreamError:
    message = say("Nothing was approved by {day}, so there is nothing to compare with.", day=day)
    if only_seals:
        message = say(
            "Of what was approved by {day} only seals are kept, so there is nothing to compare with.", day=day
        )
        action = say(
            "Editions of seals that still match are made by: {command}. Or name a folder or a revision of git.",
            command="mainstream upgrade --write",
        )
        return UsageError(message, action=action, code="usage")
    return UsageError(message, action=say("Name an edition, a project folder or a revision of git."), code="usage")


def _is_path(name: str) -> bool:
    return name.startswith((".", "~")) or Path(name).is_absolute() or (os.sep in name and Path(name).exists())


def _unknown(loaded: ProjectFolder, name: str) -> MainstreamError:
    reason = why_no_revision(loaded.folder, name)
    message = say("'{name}' is no project folder, day or edition. {reason}", name=name, reason=reason.message)
    return UsageError(message, action=reason.action, code="usage")


def _folder(folder: Path, day: datetime.date) -> State:
    found = read_folder(folder)
    title = say("the project in the folder {folder}", folder=folder.as_posix())
    return _state("folder", folder.as_posix(), title, found, found.project.settings.as_of or day)


def _state(kind: StateKind, name: str, title: Text, found: ProjectFolder, day: datetime.date) -> State:
    private = f"{PRIVATE}/"
    unread = (each for each in found.unreadable if each.place is None or not each.place.file.startswith(private))
    return State(kind, name, title, found.public, found.catalogue, day, tuple(unread))
