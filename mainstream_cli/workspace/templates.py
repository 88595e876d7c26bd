"""Word templates of a ministry's own: which are in use, what they can print, and whether one works."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mainstream_cli.content import content_dir
from mainstream_cli.content.samples import SANDORIA, sample_folder, sample_names
from mainstream_cli.documents.contexts.describe import FieldNote, field_notes, shape
from mainstream_cli.documents.dossier import Dossier
from mainstream_cli.documents.kinds import DOCUMENTS, DocumentKind, document_kind
from mainstream_cli.errors import Argument, UsageError
from mainstream_cli.language import say, speak
from mainstream_cli.model.finding import SEVERITIES
from mainstream_cli.model.project import Project
from mainstream_cli.model.remark import Remark
from mainstream_cli.rules import Case
from mainstream_cli.store import project_folder
from mainstream_cli.store.templates import copy_template, own_template, template_place
from mainstream_cli.workspace.opened import OpenProject
from mainstream_cli.workspace.rendering import dossiers

NOTHING_SAID = {"lead": None, "finance": None, "notice": None, "sample": None}
WORD_FILES = (".docx", ".docm", ".dotx", ".dotm", ".doc")


@dataclass(frozen=True)
class TemplateUse:
    """Which template a document is written with: the project's *own*, else the shipped one."""

    document: str
    title: str
    own: Path | None

    def as_data(self, folder: Path | None = None) -> dict[str, Any]:
        """Return it as JSON carries it; the own template is named from *folder* where it lies there."""
        return {**vars(self), "own": self.own and named_from(folder, self.own)}


@dataclass(frozen=True)
class TemplateCheck:
    """What there is to say about a *template* for a document; it cannot be used while a remark is an error."""

    document: str
    title: str
    template: Path
    remarks: tuple[Remark, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many remarks there are by severity."""
        return {severity: sum(remark.severity == severity for remark in self.remarks) for severity in SEVERITIES}

    def as_data(self, folder: Path | None = None) -> dict[str, Any]:
        """Return it as JSON carries it; the template is named from *folder* where it lies there."""
        findings = [remark.as_data() for remark in self.remarks]
        head = {"document": self.document, "template": named_from(folder, self.template)}
        return {**head, "findings": findings, "counts": self.counts}


def named_from(folder: Path | None, path: Path) -> str:
    """Return the path as a program reads it: relative to the project in *folder* when it lies there."""
    inside = folder is not None and path.is_relative_to(folder)
    return (path.relative_to(folder) if inside and folder else path).as_posix()


def templates(folder: Path | None) -> list[TemplateUse]:
    """Return every document with the template that the project in *folder* uses."""
    return [
        TemplateUse(kind.name, kind.title, own_template(folder, kind.name) if folder else None)
        for kind in DOCUMENTS.values()
    ]


def fields_of(document: str) -> tuple[str, list[FieldNote]]:
    """Return the title of a document, and what its templates can print.

    Raises:
        UsageError: there is no such document.
    """
    kind = document_kind(document)
    return kind.title, field_notes(kind.context)


def copy_shipped(document: str, to: Path | None, folder: Path | None) -> Path:
    """Copy a shipped template to *to* and return its path; by default into the project in *folder*, or that around.

    Raises:
        MainstreamError: the file exists or cannot be written, or there is no project.
        UsageError: there is no such document.
    """
    kind = document_kind(document)
    target = to or template_place(project_folder(folder), kind.name)
    copy_template(content_dir("templates") / kind.template, target)
    return target


def check_template(name: str, template: Path | None, folder: Path | None) -> TemplateCheck:
    """Check a template, and fill it with full projects, an empty one, and the one in *folder* if it can be read."""
    from mainstream_cli.documents.rendering import fill_isolated

    kind, path = _chosen(name, template, folder)
    data = {speak(words): kind.build(dossier).model_dump(mode="json") for words, dossier in _trials(kind, folder)}
    remarks = fill_isolated(path, shape(kind.context), data, os.environ).remarks
    return TemplateCheck(kind.name, kind.title, path, tuple(remarks))


def _chosen(name: str, template: Path | None, folder: Path | None) -> tuple[DocumentKind, Path]:
    """Return the document and the Word file that are meant."""
    as_file = name.lower().endswith(WORD_FILES) or "/" in name or "\\" in name
    if as_file and template is None:
        document = Path(name).name.split(".")[0]
        if document not in DOCUMENTS:
            action = say("Name the document, and this file as {argument}.", argument=Argument("template", "FILE"))
            message = say("{file} is not called as a document is.", file=Path(name).name)
            raise UsageError(message, action=action, code="usage")
        return DOCUMENTS[document], Path(name)
    kind = document_kind(name)
    own = own_template(folder, kind.name) if folder else None
    return kind, template or own or content_dir("templates") / kind.template


def _trials(kind: DocumentKind, folder: Path | None) -> Iterator[tuple[str, Dossier]]:
    possible = (trial for trial in _cases(folder) if kind.name not in trial[1].catalogue.unwritten)
    for words, case in possible:
        (dossier,) = dossiers(case, [kind])
        yield words, dossier


def _cases(folder: Path | None) -> Iterator[tuple[str, Case]]:
    """Yield projects to try a template with: the samples, which are full, an empty one, and the one around."""
    for name in sample_names():
        yield say("With the sample {name}", name=name), OpenProject.open(sample_folder(name)).case
    full = OpenProject.open(sample_folder(SANDORIA)).case
    nothing = Project(settings=full.public.settings.model_copy(update=NOTHING_SAID))
    yield say("With an empty project"), replace(full, project=nothing, public=nothing)
    here = OpenProject.open(folder, whole=False) if folder is not None else None
    if here is not None and not here.loaded.unreadable:
        yield say("With this project"), here.case
