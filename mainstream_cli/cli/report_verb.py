"""``mainstream report``."""

import os
from pathlib import Path
from typing import Annotated

import typer

from mainstream_cli.cli.filling import Desk, filled
from mainstream_cli.cli.options import ProjectOption, TodayOption, case_of, opened
from mainstream_cli.documents.kinds import DOCUMENTS, DocumentKind, Dossier
from mainstream_cli.errors import MainstreamError, UsageError
from mainstream_cli.model.record import unknown_name
from mainstream_cli.model.remark import Remark
from mainstream_cli.output.writer import say_beside
from mainstream_cli.store import ProjectFolder, own_template, reports_folder, save_report

FinalOption = Annotated[
    bool, typer.Option("--final", help="Write no draft: refuse while an error stands, leave out what is not ready.")
]
TemplateOption = Annotated[Path | None, typer.Option(metavar="FILE", help="Fill this Word template, for one document.")]


def run(
    documents: Annotated[
        list[str] | None, typer.Argument(metavar="[DOCUMENT...]", help="Which; without a name, all.")
    ] = None,
    listing: Annotated[bool, typer.Option("--list", help="Name the documents and write nothing.")] = False,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write here instead of reports/ in the project.")
    ] = None,
    final: FinalOption = False,
    template: TemplateOption = None,
    pdf: Annotated[bool, typer.Option("--pdf", help="Also a tagged PDF of each, through LibreOffice.")] = False,
    project: ProjectOption = None,
    today: TodayOption = None,
) -> int:
    """Write the Word documents. A file that was edited since is kept; the new one is written beside it.

    A template of your own in templates/ of the project is used: mainstream template copy DOCUMENT
    """
    if listing:
        width = max(map(len, DOCUMENTS))
        for kind in DOCUMENTS.values():
            typer.echo(f"{kind.name:{width}} {kind.title}: {kind.purpose}")
        return 0
    kinds = [document_kind(name) for name in documents or DOCUMENTS]
    if template is not None and len(kinds) != 1:
        action = "Name the document: mainstream report DOCUMENT --template FILE"
        raise UsageError("A template is for one document.", action=action, code="usage")
    loaded = opened(project)
    kinds = _possible(loaded, kinds, named=bool(documents))
    if final:
        kinds = _final(loaded, kinds, today, named=bool(documents))
    paths = write(loaded, kinds, out or reports_folder(loaded.folder), today, template)
    if pdf:
        write_pdf(paths)
    if loaded.findings:
        count = len(loaded.findings)
        left_out = f"{count} finding(s) on the form of files; what they concern is left out: mainstream check"
        typer.echo(left_out, err=True)
    return 0


def _possible(loaded: ProjectFolder, kinds: list[DocumentKind], *, named: bool) -> list[DocumentKind]:
    """Return the documents that the catalogue has the stage for, and name the others once; refuse one that is *named*.

    Raises:
        MainstreamError: a document was named that is off.
    """
    unwritten = [kind for kind in kinds if kind.name in loaded.catalogue.unwritten]
    said = ", ".join(f"{kind.name} ({kind.stage})" for kind in unwritten)
    if unwritten and named:
        message = f"The catalogue {loaded.catalogue.id} has no such stage, so this cannot be written: {said}."
        raise MainstreamError(message, action="All that can be written: mainstream report", code="P19")
    if unwritten:
        say_beside(f"Left out, for want of their stage in the catalogue {loaded.catalogue.id}: {said}.")
    return [kind for kind in kinds if kind not in unwritten]


def _final(loaded: ProjectFolder, kinds: list[DocumentKind], today: str | None, *, named: bool) -> list[DocumentKind]:
    """Return the documents that carry no mark of a draft, and name the others."""
    from mainstream_cli.documents.final import draft_because, final_documents

    case = case_of(loaded, today)
    ready = final_documents(case, kinds, loaded.findings, named=named)
    for kind in kinds:
        if kind not in ready:
            typer.echo(f"Left out {kind.name}: {draft_because(case, kind)}", err=True)
    return ready


def document_kind(name: str) -> DocumentKind:
    """Return the document of that name.

    Raises:
        UsageError: there is none.
    """
    if name not in DOCUMENTS:
        raise unknown_name("document", name, DOCUMENTS)
    return DOCUMENTS[name]


def write(
    loaded: ProjectFolder,
    kinds: list[DocumentKind],
    out: Path,
    today: str | None,
    template: Path | None = None,
    *,
    said: bool = True,
) -> list[Path]:
    """Write documents of the project without its private values, say where they are, and return their paths.

    With *said* off only a document that was kept because it was edited is named.

    A document that has a template of its own in the project, or *template*, is filled from that.

    Raises:
        MainstreamError: a template of the ministry cannot be used; the documents with other templates are written.
    """
    from mainstream_cli.output.progress import Progress

    desk, progress, paths, noticed, problem = Desk(loaded, today), Progress(len(kinds)), [], [], None
    for kind in kinds:
        material = desk.material(kind)
        own = template or own_template(loaded.folder, kind.name)
        try:
            with progress.step(f"Writing {kind.title}"):
                content, remarks = filled(kind, material, own)
        except MainstreamError as refusal:
            problem = problem or refusal
            continue
        path, edited = save_report(out, f"{kind.name}.docx", content)
        if said:
            _say_written(kind, path, material, own)
        _say_besides(edited, remarks)
        noticed += remarks
        paths.append(path)
    _say_once(noticed)
    if problem is not None:
        raise problem
    return paths


def _say_written(kind: DocumentKind, path: Path, material: Dossier, own: Path | None) -> None:
    gated = any(stage.id == kind.stage for stage in material.catalogue.stages)
    reason = f"the gate of {kind.stage} is not ready" if gated else "not everything is settled yet"
    reason = "changed since it was signed" if material.stale else reason
    words = [f"draft: {reason}"] if material.stale or not material.ready else []
    words += [f"from your template {own}"] if own else []
    typer.echo(f"Wrote {path} ({'; '.join(words)})" if words else f"Wrote {path}")


def _say_besides(edited: Path | None, remarks: list[Remark]) -> None:
    if edited:
        _say_kept(edited)
    for remark in remarks:
        if remark.severity == "warning":
            typer.echo(f"  {remark.message} {remark.action}", err=True)


def _say_once(remarks: list[Remark]) -> None:
    """Print each note once, however many documents it is about."""
    for note in dict.fromkeys(remark for remark in remarks if remark.severity == "note"):
        typer.echo(f"{note.message} {note.action}")


def _say_kept(edited: Path) -> None:
    typer.echo(f"  {edited.name} was edited after it was written, so it was kept as it is.", err=True)


def write_pdf(paths: list[Path]) -> None:
    """Write a PDF beside each Word file; one that was changed since is kept, as the Word files are.

    Raises:
        MainstreamError: there is no LibreOffice, or it fails; the Word files stay.
    """
    from mainstream_cli.documents.rendering import to_pdf
    from mainstream_cli.output.progress import Progress

    with Progress().step(f"Making {len(paths)} PDF with LibreOffice"):
        made = to_pdf(paths, os.environ)
    for path, content in zip(paths, made, strict=True):
        pdf, edited = save_report(path.parent, f"{path.stem}.pdf", content)
        typer.echo(f"Wrote {pdf}")
        if edited:
            _say_kept(edited)
