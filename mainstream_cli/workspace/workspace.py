"""One project folder, open for work: what it holds, how it is judged today, and what can be done with it."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.progress import Progress
from mainstream_cli.model.project import Project
from mainstream_cli.rules import Case
from mainstream_cli.store import ProjectFolder, project_folder
from mainstream_cli.workspace.day import today_of
from mainstream_cli.workspace.opening import read
from mainstream_cli.workspace.signing import Signed

if TYPE_CHECKING:
    from mainstream_cli.model.upgrade import Upgrade
    from mainstream_cli.workspace.creating import Beginnings
    from mainstream_cli.workspace.gathering import Intake
    from mainstream_cli.workspace.rendering import Rendering, Written
    from mainstream_cli.workspace.templates import TemplateCheck, TemplateUse


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
        loaded = read(found)
        if whole:
            loaded.refuse_unreadable()
        return cls(loaded, today or today_of(loaded.project.settings))

    def reread(self) -> None:
        """Hold what is on disk now."""
        self.loaded = read(self.folder)
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

    @classmethod
    def create(cls, folder: str | PathLike[str], **facts: "Unpack[Beginnings]") -> "Workspace":
        """Make a new project in *folder* and open it.

        ``plan``, ``start`` and ``end`` are needed, and ``country`` (an ISO 3166 code or name) or ``name``; see
        ``workspace.creating.Beginnings``. By default it is a national plan that is being drafted.

        Raises:
            MainstreamError: a fact cannot be used, or the folder is not empty or cannot be written; nothing is made.
        """
        from mainstream_cli.workspace.creating import create

        create(Path(folder), facts)
        return cls.open(folder)

    @classmethod
    def copy_sample(cls, folder: str | PathLike[str], name: str) -> "Workspace":
        """Copy a shipped sample, such as ``moldova``, into *folder* and open it.

        Raises:
            MainstreamError: there is no such sample, or the folder is not empty or cannot be written; nothing is made.
        """
        from mainstream_cli.workspace.creating import copy_sample

        copy_sample(Path(folder), name)
        return cls.open(folder)

    def report(
        self,
        documents: Sequence[str] | None = None,
        *,
        out: str | PathLike[str] | None = None,
        final: bool = False,
        template: str | PathLike[str] | None = None,
    ) -> "Rendering":
        """Write Word documents, by default all, into *out*, by default ``reports/``; iterate: each is written in turn.

        They hold nothing that is private. A file that was edited since is kept, and the new one is written beside it. A
        document with a template of its own in the project, or *template*, is filled from that; one that cannot be used
        is a ``refusal`` among what is yielded. With *final* no document carries the mark of a draft: what is not ready
        is left out.

        Raises:
            MainstreamError: with *final*, an error stands or nothing is ready; on the way, a file cannot be written.
            UsageError: there is no such document, or a template is given for several.
        """
        from mainstream_cli.workspace.rendering import report

        target, own = (Path(place) if place is not None else None for place in (out, template))
        return report(self.loaded, self.case, documents, target, own, final=final)

    def pdf(self, paths: Iterable[str | PathLike[str]]) -> "list[Written]":
        """Write a tagged PDF beside each of these Word files, through LibreOffice; an edited one is kept.

        Raises:
            MainstreamError: there is no LibreOffice, or it fails; the Word files stay.
        """
        from mainstream_cli.workspace.rendering import pdf

        return pdf([Path(path) for path in paths])

    def templates(self) -> "list[TemplateUse]":
        """Return every document with the Word template that it is written with: the project's own, else the shipped.

        Raises:
            MainstreamError: a template is a link that leads out of the project.
        """
        from mainstream_cli.workspace.templates import templates

        return templates(self.folder)

    def check_template(self, name: str, template: str | PathLike[str] | None = None) -> "TemplateCheck":
        """Check a Word template by its tags and fields, and fill it with full projects, an empty one and this one.

        *name* is a document, or a Word file that is called as one; *template* is the file where it is called otherwise.

        Raises:
            MainstreamError: a template is a link that leads out of the project.
            UsageError: the name is neither a document nor a file called as one.
        """
        from mainstream_cli.workspace.templates import check_template

        return check_template(name, Path(template) if template is not None else None, self.folder)

    def gather(
        self,
        folders: Iterable[str | PathLike[str]],
        *,
        dry_run: bool = False,
        join: Sequence[str] = (),
        again: bool = False,
    ) -> "Intake":
        """Take copies of this project back: add what is new, and keep every view where tables differ.

        A folder that holds several copies stands for all of them. *join* makes one of entries of the same title, as
        proposed: ``all``, a register, or REGISTER/ID. With *again* what stood here once and was replaced comes in too.
        With *dry_run* nothing is written.

        Raises:
            MainstreamError: no copy can be taken, or the project has changed while they were read.
            UsageError: there is no copy in these folders, or nothing of that name to join.
        """
        from mainstream_cli.workspace.gathering import take_in

        intake = take_in(self.loaded, [Path(folder) for folder in folders], join, dry_run=dry_run, again=again)
        if not dry_run and intake.result.changes:
            self.reread()
        return intake

    def upgrade(self, *, write: bool = False) -> "Upgrade":
        """Return what the installed edition of the questions means here; with *write*, change the files.

        Raises:
            MainstreamError: a part of the national content cannot be used, or a file cannot be written.
        """
        from mainstream_cli.workspace.upgrading import upgrade

        plan = upgrade(self.loaded, write=write)
        if write and plan.pending:
            self.reread()
        return plan
