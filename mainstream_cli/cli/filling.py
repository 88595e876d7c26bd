"""Fills the template of a document: the shipped one here, the ministry's own in a process of its own."""

import os
from pathlib import Path

from mainstream_cli.cli.options import clock
from mainstream_cli.content import content_dir
from mainstream_cli.documents.contexts.describe import shape
from mainstream_cli.documents.kinds import DocumentKind, Dossier, is_ready
from mainstream_cli.documents.publishing import printed
from mainstream_cli.documents.template_fields import context_of
from mainstream_cli.errors import MainstreamError
from mainstream_cli.model.remark import Remark
from mainstream_cli.rules import Case, assess
from mainstream_cli.store import ProjectFolder


class Desk:
    """A project as documents see it: without private values and sensitive answers, assessed once."""

    def __init__(self, loaded: ProjectFolder, today: str | None) -> None:
        self.loaded = loaded
        shown = printed(loaded.public, loaded.catalogue)
        self.case = Case(shown, loaded.public, loaded.catalogue, clock(loaded, today))
        self.whole = Case(loaded.project, loaded.public, loaded.catalogue, self.case.today)  # as sign judges the gate
        self.assessments = assess(self.case)

    def material(self, kind: DocumentKind) -> Dossier:
        """Return what the builder of a document is given."""
        ready, signed = is_ready(self.whole, kind.stage), self.case.sign_offs.get(kind.stage or "")
        stale = kind.stage in self.case.sign_offs and kind.stage not in self.case.valid
        catalogue = self.loaded.catalogue
        return Dossier(self.case.project, catalogue, self.assessments, ready, self.case.today, signed, stale)


def filled(kind: DocumentKind, material: Dossier, own: Path | None) -> tuple[bytes, list[Remark]]:
    """Return the document, and what is to be said about its pictures and about the ministry's own template.

    Raises:
        MainstreamError: the template cannot be filled.
    """
    from mainstream_cli.documents.rendering import fill_isolated, render
    from mainstream_cli.pictures import illustrated

    data, reasons = illustrated(kind.build(material).model_dump(mode="json"), os.environ)
    message = "Pictures are printed as tables where {}."
    action = "The tables say the same: mainstream explain T13"
    tables = [Remark("T13", "note", message.format(reason), action) for reason in reasons]
    if own is None:
        return render(content_dir("templates") / kind.template, data), tables
    done = fill_isolated(own, shape(context_of(kind)), {"": data}, os.environ)
    errors = [remark for remark in done.remarks if remark.severity == "error"]
    if errors:
        raise refused(own, errors, kind.name)
    return done.document, tables + [remark for remark in done.remarks if remark.severity == "warning"]


def refused(template: Path, errors: list[Remark], document: str) -> MainstreamError:
    """Return one message for a template that cannot be used: its first error, and how to see the others."""
    first, more = errors[0], len(errors) - 1
    count = f" ({more} more)" if more else ""
    place = f"{template}, {first.place}" if first.part else str(template)
    action = f"{first.action} All that is wrong: mainstream template check {document} --template {template}"
    return MainstreamError(
        f"The template {template.name} cannot be used: {first.message}{count}",
        action=action,
        where=place,
        code=first.code,
    )
