"""One project folder, open for work: what it holds, how it is judged today, and what can be done with it."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mainstream_cli.content import load_catalogue
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.progress import Progress
from mainstream_cli.model.project import Project
from mainstream_cli.model.prompt import T, Talk
from mainstream_cli.rules import Case
from mainstream_cli.store import ProjectFolder, load, project_folder, refuse_unless_empty
from mainstream_cli.workspace.catalogue import project_catalogue
from mainstream_cli.workspace.day import today_of
from mainstream_cli.workspace.signing import Signed

if TYPE_CHECKING:
    from mainstream_cli.conversation.register_menu import Recorded
    from mainstream_cli.conversation.walk import Count


class Workspace:
    """A project that is open: look at it, change it, write its documents.

    Every change is on disk when the call returns, and the workspace then holds what is on disk. Values are plain
    records of ``mainstream_cli.model``. What stops a call is a ``MainstreamError`` that says what, where, what to do.

    Attributes:
        loaded: what was read of the folder: values, places in files, findings on their form.
        today: the day that it is judged on.
    """

    def __init__(self, loaded: ProjectFolder, today: datetime.date) -> None:
        self.loaded = loaded
        self.today = today

    @classmethod
    def open(
        cls, folder: str | PathLike[str] | None = None, *, today: datetime.date | None = None, whole: bool = True
    ) -> "Workspace":
        """Open the project in *folder*, by default the nearest one from the current folder upwards.

        *today* is by default SOURCE_DATE_EPOCH, else ``as_of`` in its settings, else the day of the clock. With *whole*
        off a project opens also where a file of it cannot be read; what it holds then counts as not known.

        Raises:
            MainstreamError: there is no project, or, with *whole*, a file of it cannot be read.
        """
        found = project_folder(Path(folder) if folder is not None else None)
        loaded = _read(found)
        if whole:
            loaded.refuse_unreadable()
        return cls(loaded, today or today_of(loaded.project.settings))

    def reread(self) -> None:
        """Hold what is on disk now."""
        self.loaded = _read(self.folder)
        self.__dict__.pop("case", None)

    @property
    def folder(self) -> Path:
        """The folder that the project lies in."""
        return self.loaded.folder

    @property
    def catalogue(self) -> Catalogue:
        """The questions, conditions and lists of this project, national content included."""
        return self.loaded.catalogue

    @property
    def project(self) -> Project:
        """What the project holds, with what is private."""
        return self.loaded.project

    @property
    def public(self) -> Project:
        """What the project holds for everybody; documents print nothing else."""
        return self.loaded.public

    @property
    def findings(self) -> list[Finding]:
        """What is wrong with the form of its files."""
        return self.loaded.findings

    @cached_property
    def case(self) -> Case:
        """The project as rules look at it on the day."""
        return Case(self.project, self.public, self.catalogue, self.today)

    def judging(self, stage: str | None) -> Case:
        """Return the case with the gate of *stage* judged, for None that of the current stage."""
        return self.case if stage is None else replace(self.case, gate=stage)

    def status(self) -> Progress:
        """Return how far every stage and condition is, and the next step."""
        from mainstream_cli.workspace.progress import progress

        return progress(self.case)

    def sign(self, stage: str, *, by: str, reference: str) -> Signed:
        """Record that a role confirms a stage. It records an approval and is no electronic signature.

        Raises:
            MainstreamError: there is no such stage, or its gate is blocked; what blocks it is named.
        """
        from mainstream_cli.workspace.signing import sign

        signed = sign(self.loaded, self.case, stage, by, reference)
        self.reread()
        return signed

    def fill(
        self, target: str | None = None, *, core: bool = False, setting: str | None = None, room: bool = False
    ) -> "Talk[Count | Recorded]":
        """Return a conversation: it yields each ``Prompt``, is sent each ``Reply``, and returns how far it got.

        *target* is a stage, a sector, a question, a register, or an entry such as ``linkages/nurses_leave``; without it
        all stages are walked, from where the team stopped. Every answer is on disk before the next prompt comes.
        Closing the generator is like quitting: nothing that was confirmed is lost.

        Raises:
            UsageError: nothing has this name, or the filters leave nothing to ask.
        """
        from mainstream_cli.workspace.conversations import fill

        return self._reread_after(fill(self.loaded, self.today, target, core=core, setting=setting, room=room))

    def _reread_after(self, talk: Talk[T]) -> Talk[T]:
        try:
            return (yield from talk)
        finally:
            self.reread()


def new_project(given: Mapping[str, Any], catalogue: Catalogue | None = None) -> Talk[dict[str, Any] | None]:
    """Return the conversation about what *given* does not say of a new project; it makes nothing.

    It yields and is sent what ``Workspace.fill`` does, and returns the facts (``country``, ``name``, ``plan``,
    ``folder`` and so on), None where somebody quits. The catalogue is by default the shipped one.

    Raises:
        UsageError: what is given cannot be used.
    """
    from mainstream_cli.conversation.new_project import NewProject

    return NewProject(catalogue or load_catalogue(), given, lambda folder: refuse_unless_empty(Path(folder))).run()


def _read(folder: Path) -> ProjectFolder:
    catalogue, findings = project_catalogue(folder)
    loaded = load(folder, catalogue)
    loaded.findings += findings
    return loaded
