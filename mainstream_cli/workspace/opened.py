"""One project folder, open: what it holds, and how it is judged today."""

import datetime
from dataclasses import replace
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import Self

from mainstream_cli.language import Text, say
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.project import Project
from mainstream_cli.model.record import unknown_name
from mainstream_cli.rules import Case
from mainstream_cli.store import ProjectFolder, load, project_folder
from mainstream_cli.store.stamp import Stamp, stamp
from mainstream_cli.workspace.catalogue import project_catalogue
from mainstream_cli.workspace.day import today_of
from mainstream_cli.workspace.typed import typed
from mainstream_cli.workspace.words import on_day


@typed
class OpenProject:
    """A project folder that was opened on a day, ``today``; it is read again when it is looked at after a change.

    ``warnings`` says what the last change wrote that should not stay, such as the name of a person.
    """

    def __init__(self, loaded: ProjectFolder, today: datetime.date, written: Stamp) -> None:
        self.loaded = loaded
        self.folder = loaded.folder
        self._stamp = written
        self.today = today
        self.warnings: tuple[Text, ...] = ()

    @cached_property
    def loaded(self) -> ProjectFolder:
        """What was read of the folder: values, places in files, findings on their form."""
        self._stamp = stamp(self.folder)
        return read_folder(self.folder)

    @classmethod
    def open(
        cls, folder: str | PathLike[str] | None = None, *, today: datetime.date | None = None, whole: bool = True
    ) -> Self:
        """Open the project in *folder*, by default the nearest one from the current folder upwards.

        *today* is by default SOURCE_DATE_EPOCH, else ``as_of`` in its settings, else the day of the clock. With *whole*
        off a project opens also where a file of it cannot be read; what it holds then counts as not known.

        Raises:
            MainstreamError: there is no project, or, with *whole*, a file of it cannot be read.
        """
        found = project_folder(Path(folder) if folder is not None else None)
        written, loaded = stamp(found), read_folder(found)
        if whole:
            loaded.refuse_unreadable()
        return cls(loaded, on_day(today) if today else today_of(loaded.project.settings), written)

    def reread(self) -> None:
        """Hold what is on disk now."""
        for held in ("loaded", "case"):
            self.__dict__.pop(held, None)

    def refresh(self) -> None:
        """Hold what is on disk now, where anything was written since it was read.

        Raises:
            MainstreamError: a file cannot be read.
        """
        if self._stamp != stamp(self.folder):
            self.reread()
            self.loaded.refuse_unreadable()

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
        """Return the case with the gate of *stage* judged, for None that of the current stage.

        Raises:
            MainstreamError: there is no such stage.
        """
        if stage is None:
            return self.case
        stages = [known.id for known in self.catalogue.stages]
        if stage not in stages:
            raise unknown_name(say("There is no stage '{name}'.", name=stage), stage, stages)
        return replace(self.case, gate=stage)


def read_folder(folder: Path) -> ProjectFolder:
    """Read a project folder with the catalogue that it works with, and what is wrong with both."""
    catalogue, findings = project_catalogue(folder)
    loaded = load(folder, catalogue)
    loaded.findings += findings
    return loaded
