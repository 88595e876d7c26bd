"""Makes projects and what stands on them: documents, the copies of tables brought together, a new edition."""

from collections.abc import Iterable, Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Self, Unpack

from mainstream_cli.workspace.opened import OpenProject
from mainstream_cli.workspace.typed import typed
from mainstream_cli.workspace.words import listed

if TYPE_CHECKING:
    from mainstream_cli.model.upgrade import Upgrade
    from mainstream_cli.workspace.creating import Beginnings
    from mainstream_cli.workspace.gathering import Intake
    from mainstream_cli.workspace.rendering import Rendering, Written
    from mainstream_cli.workspace.templates import TemplateCheck, TemplateUse


@typed
class Making(OpenProject):
    """What can be made in a project, and brought together from its copies."""

    @classmethod
    def create(cls, folder: str | PathLike[str], **facts: "Unpack[Beginnings]") -> Self:
        """Make a new project in *folder* and open it.

        ``plan``, ``start`` and ``end`` are needed, and ``country`` (an ISO 3166 code or name) or ``name``; see
        ``workspace.creating.Beginnings``. By default it is a national plan that is being drafted.

        Raises:
            MainstreamError: a fact cannot be used, or the folder is not empty or cannot be written; nothing is made.
        """
        from mainstream_cli.workspace.creating import create
        from mainstream_cli.workspace.names import of_lead

        create(Path(folder), facts)
        made = cls.open(folder)
        made.warnings = of_lead(made.project.settings.lead)
        return made

    @classmethod
    def copy_sample(cls, folder: str | PathLike[str], name: str) -> Self:
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
        return report(self.loaded, self.case, listed(documents or ()), target, own, final=final)

    def pdf(self, paths: Iterable[str | PathLike[str]]) -> "list[Written]":
        """Write a tagged PDF beside each of these Word files, through LibreOffice; an edited one is kept.

        Raises:
            MainstreamError: there is no LibreOffice, or it fails; the Word files stay.
        """
        from mainstream_cli.workspace.rendering import pdf

        return pdf([Path(path) for path in listed(paths)])

    def templates(self) -> "list[TemplateUse]":
        """Return every document with the Word template that it is written with: the project's own, else the shipped.

        Raises:
            MainstreamError: a template is a link that leads out of the project.
        """
        from mainstream_cli.workspace.templates import templates

        return templates(self.folder)

    def copy_template(self, document: str, to: str | PathLike[str] | None = None) -> Path:
        """Copy the shipped template of a document to be changed in Word, by default into the project; return its path.

        Raises:
            MainstreamError: the file exists, or cannot be written.
            UsageError: there is no such document.
        """
        from mainstream_cli.workspace.templates import copy_shipped

        return copy_shipped(document, Path(to) if to is not None else None, self.folder)

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

        self.refresh()
        intake = take_in(
            self.loaded, [Path(folder) for folder in listed(folders)], listed(join), dry_run=dry_run, again=again
        )
        if not dry_run and intake.result.changes:
            self.reread()
        return intake

    def upgrade(self, *, write: bool = False) -> "Upgrade":
        """Return what the installed edition of the questions means here; with *write*, change the files.

        Raises:
            MainstreamError: a part of the national content cannot be used, or a file cannot be written.
        """
        from mainstream_cli.workspace.upgrading import upgrade

        self.refresh()
        plan = upgrade(self.loaded, self.case, write=write)
        if write and plan.pending:
            self.reread()
        return plan
