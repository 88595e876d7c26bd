"""``mainstream report``."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from mainstream_cli.cli.options import ProjectOption, TodayOption, recorded, workspace
from mainstream_cli.errors import Argument, UsageError
from mainstream_cli.language import count, say, speak
from mainstream_cli.output.writer import write, write_beside
from mainstream_cli.workspace import Workspace
from mainstream_cli.workspace.editions import Submitted
from mainstream_cli.workspace.rendering import Rendering, Written, document_kinds

FinalOption = Annotated[
    bool,
    typer.Option("--final", help=say("Write no draft: refuse while an error stands, leave out what is not ready.")),
]
TemplateOption = Annotated[
    Path | None, typer.Option(metavar="FILE", help=say("Fill this Word template, for one document."))
]
SubmitOption = Annotated[
    bool, typer.Option("--submit", help=say("Keep what one paper says as it is sent; sign --edition approves that."))
]
SubmitterOption = Annotated[
    str | None, typer.Option("--by", metavar="ACTOR", help=say("Who submits it; without it, the lead institution."))
]


def run(
    documents: Annotated[
        list[str] | None, typer.Argument(metavar="[DOCUMENT...]", help=say("Which; without a name, all."))
    ] = None,
    listing: Annotated[bool, typer.Option("--list", help=say("Name the documents and write nothing."))] = False,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help=say("Write here instead of reports/ in the project."))
    ] = None,
    final: FinalOption = False,
    template: TemplateOption = None,
    submit: SubmitOption = False,
    by: SubmitterOption = None,
    pdf: Annotated[bool, typer.Option("--pdf", help=say("Also a tagged PDF of each, through LibreOffice."))] = False,
    project: ProjectOption = None,
    today: TodayOption = None,
) -> int:
    """Write the Word documents. A file that was edited since is kept; the new one is written beside it.

    A template of your own in templates/ of the project is used: mainstream template copy DOCUMENT
    """
    if listing:
        return _list()
    open_project = workspace(project, today)
    submitted = _submitted(open_project, documents or [], by) if submit else None
    rendering = open_project.report(documents, out=out, final=final, template=template)
    _say_left_out(rendering, open_project.catalogue.id)
    paths = show(rendering)
    if pdf:
        _write_pdf(open_project, paths)
    if submitted:
        _say_submitted(open_project, submitted)
    if open_project.findings:
        said = count(
            "{n} finding on the form of files; what it concerns is left out: {command}",
            "{n} findings on the form of files; what they concern is left out: {command}",
            n=len(open_project.findings),
            command="mainstream check",
        )
        write_beside(said)
    return 0


def _submitted(open_project: Workspace, documents: list[str], by: str | None) -> Submitted:
    """Keep what the one named paper says.

    Raises:
        UsageError: none is named, or several.
    """
    if len(documents) != 1:
        action = say("Name the document: {argument}", argument=Argument("documents"))
        raise UsageError(say("One paper is submitted at a time."), action=action, code="usage")
    return open_project.submit(documents[0], by=by)


def _say_submitted(open_project: Workspace, submitted: Submitted) -> None:
    write(say("What was sent is kept: {edition}", edition=submitted.edition))
    stages = ", ".join(stage.title for stage in submitted.stages)
    write(say("Its approval signs: {stages}", stages=stages))
    if submitted.skipped:
        skipped = ", ".join(stage.title for stage in submitted.skipped)
        write_beside(say("Not these, whose gates are still blocked: {stages}", stages=skipped))
    options = "--by ACTOR --reference TEXT --date DAY"
    command = f"mainstream sign {submitted.stages[-1].id} --edition {submitted.edition} {options}"
    write(say("When the decision is there: {command}", command=command))
    write(recorded(open_project, submitted.entry))


def _say_left_out(rendering: Rendering, catalogue: str) -> None:
    if rendering.without_stage:
        said = say(
            "Left out, for want of their stage in the catalogue {catalogue}: {documents}.",
            catalogue=catalogue,
            documents=", ".join(f"{name} ({stage})" for name, stage in rendering.without_stage.items()),
        )
        write_beside(said)
    for name, reason in rendering.left_out.items():
        write_beside(say("Left out {document}: {reason}", document=name, reason=reason))


def _list() -> int:
    kinds = document_kinds()
    width = max(len(kind.name) for kind in kinds)
    for kind in kinds:
        words = say("{title}: {purpose}", title=kind.title, purpose=kind.purpose)
        write(f"{kind.name:{width}} {speak(words)}")
    return 0


def show(rendering: Rendering, *, said: bool = True) -> list[Path]:
    """Say what is written while it is written, and return the paths; with *said* off only what is out of the ordinary.

    Raises:
        MainstreamError: a template of the ministry cannot be used; the documents with other templates are written.
    """
    done = []
    for written in _watched(rendering):
        done.append(written)
        if said and written.path:
            _say_written(written)
        if written.kept:
            say_kept(written.kept)
        for remark in written.remarks:
            if remark.severity == "warning":
                write_beside(f"  {speak(remark.message)} {speak(remark.action)}")
    for note in dict.fromkeys(remark for written in done for remark in written.remarks if remark.severity == "note"):
        write(f"{speak(note.message)} {speak(note.action)}")
    refusal = next((written.refusal for written in done if written.refusal), None)
    if refusal is not None:
        raise refusal
    return [written.path for written in done if written.path]


def _watched(rendering: Rendering) -> Iterator[Written]:
    """Yield each document when it is written; who waits for it sees which it is."""
    from mainstream_cli.output.progress import Progress

    progress, written = Progress(len(rendering.titles)), iter(rendering)
    for title in rendering.titles:
        with progress.step(say("Writing {title}", title=title)):
            document = next(written)
        yield document


def _say_written(written: Written) -> None:
    facts = [say("draft: {reason}", reason=written.draft)] if written.draft else []
    facts += [say("from your template {file}", file=str(written.template))] if written.template else []
    wrote = speak(say("Wrote {file}", file=str(written.path)))
    write(f"{wrote} ({'; '.join(map(speak, facts))})" if facts else wrote)


def say_kept(path: Path) -> None:
    """Say that a file was left as somebody has edited it."""
    said = say("{file} was edited after it was written, so it was kept as it is.", file=path.name)
    write_beside(f"  {speak(said)}")


def _write_pdf(open_project: Workspace, paths: list[Path]) -> None:
    from mainstream_cli.output.progress import Progress

    with Progress().step(count("Making {n} PDF with LibreOffice", "Making {n} PDF with LibreOffice", n=len(paths))):
        made = open_project.pdf(paths)
    for written in made:
        write(say("Wrote {file}", file=str(written.path)))
        if written.kept:
            say_kept(written.kept)
