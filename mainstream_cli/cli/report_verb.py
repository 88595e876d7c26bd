"""``mainstream report``."""

from pathlib import Path
from typing import Annotated

import typer

from mainstream_cli.cli.session import ProjectOption, TodayOption, case_of, clock, opened, unknown
from mainstream_cli.content import content_dir
from mainstream_cli.rules import Case, assess
from mainstream_cli.services.contexts import DOCUMENTS, DocumentKind, Material, is_ready
from mainstream_cli.store import Loaded, reports_folder, save_report


def run(
    documents: Annotated[
        list[str] | None, typer.Argument(metavar="[DOCUMENT...]", help="Which; without a name, all.")
    ] = None,
    listing: Annotated[bool, typer.Option("--list", help="Name the documents and write nothing.")] = False,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write here instead of reports/ in the project.")
    ] = None,
    final: Annotated[
        bool, typer.Option("--final", help="Write no draft: refuse while an error stands, leave out what is not ready.")
    ] = False,
    project: ProjectOption = None,
    today: TodayOption = None,
) -> int:
    """Write the Word documents. A file that was edited since is kept; the new one is written beside it."""
    if listing:
        width = max(map(len, DOCUMENTS))
        for kind in DOCUMENTS.values():
            typer.echo(f"{kind.name:{width}} {kind.title}: {kind.purpose}")
        return 0
    kinds = [_kind(name) for name in documents or DOCUMENTS]
    loaded = opened(project)
    if final:
        kinds = _final(loaded, kinds, today, named=bool(documents))
    write(loaded, kinds, out or reports_folder(loaded.folder), today)
    if loaded.findings:
        count = len(loaded.findings)
        left_out = f"{count} finding(s) on the form of files; what they concern is left out: mainstream check"
        typer.echo(left_out, err=True)
    return 0


def _final(loaded: Loaded, kinds: list[DocumentKind], today: str | None, *, named: bool) -> list[DocumentKind]:
    """Return the documents that carry no mark of a draft, and name the others."""
    from mainstream_cli.services.final import draft_because, final_documents

    case = case_of(loaded, today)
    ready = final_documents(case, kinds, loaded.findings, named=named)
    for kind in kinds:
        if kind not in ready:
            typer.echo(f"Left out {kind.name}: {draft_because(case, kind)}", err=True)
    return ready


def _kind(name: str) -> DocumentKind:
    if name not in DOCUMENTS:
        raise unknown("document", name, DOCUMENTS)
    return DOCUMENTS[name]


def write(loaded: Loaded, kinds: list[DocumentKind], out: Path, today: str | None, *, said: bool = True) -> list[Path]:
    """Write documents of the project without its private values, say where they are, and return their paths.

    With *said* off only a document that was kept because it was edited is named.
    """
    from mainstream_cli.documents import render
    from mainstream_cli.pictures import illustrated
    from mainstream_cli.services.final import draft_because

    case = Case(loaded.public, loaded.public, loaded.catalogue, clock(loaded, today))
    whole = Case(loaded.project, loaded.public, loaded.catalogue, case.today)  # as sign judges the gate
    assessments = assess(case)
    paths = []
    for kind in kinds:
        ready, signed = is_ready(whole, kind.stage), case.sign_offs.get(kind.stage or "")
        stale = kind.stage in case.sign_offs and kind.stage not in case.valid
        material = Material(loaded.public, loaded.catalogue, assessments, ready, case.today, signed, stale)
        data = illustrated(kind.build(material).model_dump(mode="json"))
        content = render(content_dir("templates") / kind.template, data)
        path, edited = save_report(out, f"{kind.name}.docx", content)
        reason = draft_because(whole, kind)
        draft = f" (draft: {reason})" if reason else ""
        if said:
            typer.echo(f"Wrote {path}{draft}")
        if edited:
            typer.echo(f"  {edited.name} was edited after it was written, so it was kept as it is.", err=True)
        paths.append(path)
    return paths
