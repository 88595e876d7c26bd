"""Compares an open project with another state of it: a folder, a revision of git, or as it is today."""

import datetime
import os
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from mainstream_cli.comparing import compare, moved
from mainstream_cli.errors import MainstreamError, UsageError
from mainstream_cli.language import Text, say
from mainstream_cli.model.catalogue import Catalogue, Stage
from mainstream_cli.model.compared import Change, Compared
from mainstream_cli.model.finding import Assessment, Finding
from mainstream_cli.model.project import Project
from mainstream_cli.rules import Case, assess
from mainstream_cli.store import ProjectFolder
from mainstream_cli.store.layout import PRIVATE, SETTINGS
from mainstream_cli.store.revisions import find_revision, unpack, why_no_revision
from mainstream_cli.workspace.opened import read_folder

StateKind = Literal["today", "folder", "revision"]


@dataclass(frozen=True)
class State:
    """One side of a comparison: which one was taken, its public values, and the day on which it is judged."""

    kind: StateKind
    name: str
    title: Text
    project: Project
    catalogue: Catalogue
    day: datetime.date
    unreadable: tuple[Finding, ...] = ()

    def conditions(self, day: datetime.date) -> tuple[Assessment, ...]:
        """Say how its conditions stand on a day, by what everybody may see."""
        return assess(Case(self.project, self.project, self.catalogue, day))

    def as_data(self) -> dict[str, Any]:
        """Return which state it is, as JSON carries it."""
        broken = [{"message": each.message, "where": str(each.place or "")} for each in self.unreadable]
        return {"kind": self.kind, "name": self.name, "title": self.title, "day": self.day, "unread": broken}


@dataclass(frozen=True)
class Comparing:
    """Two states and what is different between them."""

    before: State
    after: State
    result: Compared

    def as_data(self) -> dict[str, Any]:
        """Return it as JSON carries it."""
        return {
            "before": self.before.as_data(),
            "after": self.after.as_data(),
            "changes": [each.as_data() for each in self.result.changes],
            "conditions": [each.as_data() for each in self.result.conditions],
            "counts": self.result.counts,
            "unread": list(self.result.unread),
        }


def compared(
    loaded: ProjectFolder,
    today: datetime.date,
    before: str | None,
    after: str | None = None,
    stage: Stage | None = None,
) -> Comparing:
    """Compare two states, of which the later is by default the project today; *stage* leaves out what it has not."""
    if before is None:
        message = say("It is not said what to compare with.")
        raise UsageError(message, action=say("Name a project folder or a revision of git."), code="usage")
    now = _today(loaded, today) if after is None else state(loaded, today, after)
    was = state(loaded, today, before)
    result = compare(was.project, now.project, now.catalogue)
    early = was.conditions(was.day)
    aged = early if was.day == now.day else was.conditions(now.day)
    result = replace(result, conditions=tuple(moved(early, aged, now.conditions(now.day))))
    return Comparing(was, now, result if stage is None else _of_stage(result, stage, now.catalogue))


def _of_stage(result: Compared, stage: Stage, catalogue: Catalogue) -> Compared:
    """Keep what concerns a stage: its answers, the registers that its gate rests on, its conditions, the settings."""
    needs = [name for need in stage.gate.needs for name in ([need] if isinstance(need, str) else need)]
    kinds, asked = {"settings", *stage.gate.registers, *needs}, {question.id for question in stage.questions}
    codes = {each.code for each in catalogue.conditions if each.needed_by == stage.id}
    return replace(
        result,
        changes=tuple(each for each in result.changes if each.kind in kinds or _answers(each, asked)),
        conditions=tuple(each for each in result.conditions if each.code in codes),
    )


def _answers(change: Change, asked: set[str]) -> bool:
    return change.kind == "answers" and change.id in asked


def state(loaded: ProjectFolder, today: datetime.date, name: str) -> State:
    """Return the state that a name means: a project folder, else a revision of git.

    Raises:
        MainstreamError: it means neither, or there is no project in it.
    """
    folder = Path(name)
    if name and (folder / SETTINGS).is_file():
        return _folder(folder, today)
    if _is_path(name):
        message = say("There is no project in {folder} (no {file}).", folder=name, file=SETTINGS)
        raise UsageError(message, action=say("Name another project folder."), code="P01")
    revision = find_revision(loaded.folder, name)
    if revision is None:
        raise _unknown(loaded.folder, name)
    with TemporaryDirectory(prefix="mainstream-") as held:
        there = Path(held).resolve()
        unpack(loaded.folder, revision, there)
        found = read_folder(there)
    day = found.project.settings.as_of or revision.day
    title = say("revision {name} ({commit}) of {day}", name=name, commit=revision.commit[:12], day=revision.day)
    return _state("revision", revision.commit, title, found, day)


def _is_path(name: str) -> bool:
    return name.startswith((".", "~")) or Path(name).is_absolute() or (os.sep in name and Path(name).exists())


def _unknown(folder: Path, name: str) -> MainstreamError:
    reason = why_no_revision(folder, name)
    message = say("'{name}' is no project folder here. {reason}", name=name, reason=reason.message)
    return UsageError(message, action=reason.action, code="usage")


def _folder(folder: Path, today: datetime.date) -> State:
    found = read_folder(folder)
    title = say("the project in the folder {folder}", folder=folder.as_posix())
    return _state("folder", folder.as_posix(), title, found, found.project.settings.as_of or today)


def _today(loaded: ProjectFolder, today: datetime.date) -> State:
    return _state("today", "", say("this project on {day}", day=today), loaded, today)


def _state(kind: StateKind, name: str, title: Text, found: ProjectFolder, day: datetime.date) -> State:
    private = f"{PRIVATE}/"
    unread = (each for each in found.unreadable if each.place is None or not each.place.file.startswith(private))
    return State(kind, name, title, found.public, found.catalogue, day, tuple(unread))
