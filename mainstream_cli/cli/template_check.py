"""``mainstream template check``."""

import os
from pathlib import Path
from typing import Annotated, Any

import typer

from mainstream_cli.cli.filling import Desk
from mainstream_cli.cli.options import Format, FormatOption, ProjectOption, print_json
from mainstream_cli.cli.report_verb import document_kind
from mainstream_cli.content import content_dir, load_catalogue
from mainstream_cli.course.exercises import SAMPLE
from mainstream_cli.documents.contexts.describe import shape
from mainstream_cli.documents.kinds import DOCUMENTS, DocumentKind, Dossier
from mainstream_cli.documents.template_fields import context_of
from mainstream_cli.errors import UsageError
from mainstream_cli.model.finding import SEVERITIES
from mainstream_cli.model.project import Project
from mainstream_cli.model.remark import Remark
from mainstream_cli.store import find, load, own_template, project_folder
from mainstream_cli.workspace.catalogue import project_catalogue

NOTHING_SAID = {"lead": None, "finance": None, "notice": None, "sample": None}


def check(
    name: Annotated[
        str, typer.Argument(metavar="DOCUMENT|FILE", help="A document, or a Word file that is called as a document.")
    ],
    template: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The Word file, if it is called otherwise.")
    ] = None,
    project: ProjectOption = None,
    format: FormatOption = Format.text,  # noqa: A002
) -> int:
    """Check a template: tags, fields, what it leaves out; then fill it with a full, an empty and this project.

    The exit code is 1 when it cannot be used as it is.
    """
    from mainstream_cli.documents.rendering import fill_isolated
    from mainstream_cli.output.progress import Progress

    folder = project_folder(project) if project else find(Path.cwd())
    kind, path = _chosen(name, template, folder)
    with Progress().step(f"Checking {path.name}"):
        data = {words: kind.build(material).model_dump(mode="json") for words, material in _trials(kind, folder)}
        remarks = fill_isolated(path, shape(context_of(kind)), data, os.environ).remarks
    counts = {severity: sum(each.severity == severity for each in remarks) for severity in SEVERITIES}
    if format is Format.json:
        findings = [_as_data(remark) for remark in remarks]
        print_json({"document": kind.name, "template": _shown(path, folder), "findings": findings, "counts": counts})
    else:
        from mainstream_cli.output.templates import print_remarks

        print_remarks(str(path), kind.title, remarks)
    return 1 if counts["error"] else 0


def _shown(path: Path, folder: Path | None) -> str:
    """Return the path as a program reads it: relative to the project when it lies there."""
    inside = folder is not None and path.is_relative_to(folder)
    return (path.relative_to(folder) if inside and folder else path).as_posix()


def _as_data(remark: Remark) -> dict[str, Any]:
    where = {"part": remark.part, "paragraph": remark.paragraph, "text": remark.text}
    return {**{key: value for key, value in remark.as_data().items() if key not in where}, "where": where}


def _chosen(name: str, template: Path | None, folder: Path | None) -> tuple[DocumentKind, Path]:
    """Return the document and the Word file that are meant.

    Raises:
        UsageError: the name is neither a document nor a file called as one.
    """
    as_file = name.lower().endswith((".docx", ".docm", ".dotx", ".dotm", ".doc")) or "/" in name or "\\" in name
    if as_file and template is None:
        document = Path(name).name.split(".")[0]
        if document not in DOCUMENTS:
            action = "Say for which document it is: mainstream template check DOCUMENT --template FILE"
            raise UsageError(f"{Path(name).name} is not called as a document is.", action=action, code="usage")
        return DOCUMENTS[document], Path(name)
    kind = document_kind(name)
    own = own_template(folder, kind.name) if folder else None
    return kind, template or own or content_dir("templates") / kind.template


def _trials(kind: DocumentKind, folder: Path | None) -> list[tuple[str, Dossier]]:
    """Return projects to try a template with: the samples, which are full, an empty one, and the one around."""
    catalogue, samples = load_catalogue(), content_dir("sample_projects")
    names = sorted(path.parent.name for path in samples.glob("*/mainstream.yaml"))
    trials = [(f"the sample {name}", load(samples / name, catalogue)) for name in names]
    empty = load(samples / SAMPLE, catalogue)
    empty.project = empty.public = Project(settings=empty.public.settings.model_copy(update=NOTHING_SAID))
    trials.append(("an empty project", empty))
    here = None if folder is None else load(folder, project_catalogue(folder)[0])
    if here is not None and not here.unreadable and kind.name not in here.catalogue.unwritten:
        trials.append(("this project", here))
    return [(words, Desk(loaded, None).material(kind)) for words, loaded in trials]
