"""Documents: what they see of a project, and each of them written to its file."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mainstream_cli.content import content_dir
from mainstream_cli.documents.contexts.describe import shape
from mainstream_cli.documents.dossier import Dossier
from mainstream_cli.documents.final import left_out_of_final
from mainstream_cli.documents.kinds import DOCUMENTS, DocumentKind, document_kind
from mainstream_cli.documents.publishing import printed
from mainstream_cli.documents.readiness import draft_because, is_ready, is_stale
from mainstream_cli.errors import Argument, MainstreamError, UsageError
from mainstream_cli.language import Text, count, say, verbatim
from mainstream_cli.model.remark import Remark
from mainstream_cli.rules import Case
from mainstream_cli.rules.assessing import assess_openly
from mainstream_cli.store import ProjectFolder
from mainstream_cli.store.reports import reports_folder, save_report
from mainstream_cli.store.templates import own_template

NONE = verbatim("")


@dataclass(frozen=True)
class Written:
    """One document, written or refused.

    Attributes:
        document: its name, such as ``action_matrix``.
        path: the file; None when it was refused.
        draft: why it carries the mark of a draft, empty when it carries none.
        kept: the file that was edited since it was written, and that stays as it is beside the new one.
        template: the ministry's own template, when it was filled from that.
        remarks: what is to be said about its pictures and its template.
        refusal: why the template could not be used.
    """

    document: str
    path: Path | None
    draft: Text = NONE
    kept: Path | None = None
    template: Path | None = None
    remarks: tuple[Remark, ...] = ()
    refusal: MainstreamError | None = None


@dataclass(frozen=True)
class Rendering:
    """Documents on their way: iterate, and each is written when its turn comes.

    Attributes:
        titles: what is written, in this order.
        left_out: the names of documents that are left out as they are still drafts, with the reason.
        without_stage: the names of documents that are left out as the catalogue lacks their stage, with that stage.
    """

    titles: tuple[str, ...]
    left_out: Mapping[str, Text]
    without_stage: Mapping[str, str]
    written: Iterator[Written]

    def __iter__(self) -> Iterator[Written]:
        """Yield what was written; what the template of a ministry refused is among it, and the others follow."""
        return self.written


def document_kinds() -> list[DocumentKind]:
    """Return every document that can be written, with its title and what it is for."""
    return list(DOCUMENTS.values())


def report(
    loaded: ProjectFolder,
    case: Case,
    documents: Sequence[str] | None = None,
    out: Path | None = None,
    template: Path | None = None,
    *,
    final: bool = False,
) -> Rendering:
    """Write documents of a project without its private values, into *out* or ``reports/``; without a name, all."""
    kinds = [document_kind(name) for name in documents or DOCUMENTS]
    if template is not None and len(kinds) != 1:
        action = say("Name the document: {argument}", argument=Argument("documents"))
        raise UsageError(say("A template is for one document."), action=action, code="usage")
    off = {kind.name: case.catalogue.unwritten[kind.name] for kind in kinds if kind.name in case.catalogue.unwritten}
    _refuse_named(case, off if documents else {})
    kinds = [kind for kind in kinds if kind.name not in off]
    left_out = left_out_of_final(case, kinds, loaded.findings, named=bool(documents)) if final else {}
    chosen = [kind for kind in kinds if kind.name not in left_out]
    out = out or reports_folder(loaded.folder)
    written = _written(loaded.folder, case, chosen, out, template)
    return Rendering(tuple(kind.title for kind in chosen), left_out, off, written)


def _refuse_named(case: Case, off: Mapping[str, str]) -> None:
    if off:
        message = say(
            "The catalogue {catalogue} has no such stage, so this cannot be written: {documents}.",
            catalogue=case.catalogue.id,
            documents=", ".join(f"{name} ({stage})" for name, stage in off.items()),
        )
        action = say("All that can be written: {command}", command="mainstream report")
        raise MainstreamError(message, action=action, code="P20")


def dossiers(case: Case, kinds: Iterable[DocumentKind]) -> Iterator[Dossier]:
    """Yield what the builder of each document is given: no private value, no sensitive answer, assessed once."""
    shown = replace(case, project=printed(case.public, case.catalogue))
    assessments = assess_openly(case, shown.project)
    for kind in kinds:
        ready, signed = is_ready(case, kind.stage), case.sign_offs.get(kind.stage or "")  # the gate as sign judges it
        stale = is_stale(case, kind.stage)
        yield Dossier(shown.project, case.catalogue, assessments, ready, case.today, signed, stale)


def _written(
    folder: Path, case: Case, kinds: Sequence[DocumentKind], out: Path, template: Path | None
) -> Iterator[Written]:
    for kind, dossier in zip(kinds, dossiers(case, kinds), strict=True):
        own = template or own_template(folder, kind.name)
        draft = draft_because(case, kind.stage, ready=dossier.ready)
        try:
            content, remarks = _filled(kind, dossier, own)
        except MainstreamError as refusal:
            yield Written(kind.name, None, draft, template=own, refusal=refusal)
            continue
        path, kept = save_report(out, f"{kind.name}.docx", content)
        yield Written(kind.name, path, draft, kept, own, tuple(remarks))


def _filled(kind: DocumentKind, dossier: Dossier, own: Path | None) -> tuple[bytes, list[Remark]]:
    """Fill the template of a document: the shipped one here, the ministry's own in a process of its own."""
    from mainstream_cli.documents.rendering import fill_isolated, render
    from mainstream_cli.pictures import illustrated

    data, reasons = illustrated(kind.build(dossier).model_dump(mode="json"), os.environ)
    action = say("The tables say the same: {command}", command="mainstream explain T13")
    tables = [Remark("T13", "note", _as_tables(reason), action) for reason in reasons]
    if own is None:
        return render(content_dir("templates") / kind.template, data), tables
    done = fill_isolated(own, shape(kind.context), {"": data}, os.environ)
    errors = [remark for remark in done.remarks if remark.severity == "error"]
    if errors:
        raise _refused(own, errors, kind.name)
    return done.document, tables + [remark for remark in done.remarks if remark.severity == "warning"]


def _as_tables(reason: str) -> Text:
    from mainstream_cli.pictures import FAILED, SIGNS

    if reason == FAILED:
        return say("Pictures are printed as tables where drawing failed.")
    if reason == SIGNS:
        return say("Pictures are printed as tables where no font at hand shows special signs.")
    return say("Pictures are printed as tables where no font at hand shows {script} letters.", script=reason)


def _refused(template: Path, errors: list[Remark], document: str) -> MainstreamError:
    """Return one message for a template that cannot be used: its first error, and how to see the others."""
    first, more = errors[0], len(errors) - 1
    place = say("{file}, {place}", file=str(template), place=first.place) if first.part else str(template)
    command = f"mainstream template check {document} --template {template}"
    action = say("{first} {second}", first=first.action, second=say("All that is wrong: {command}", command=command))
    message = say("The template {file} cannot be used: {sentence}", file=template.name, sentence=first.message)
    if more:
        message = say("{first} {second}", first=message, second=count("({n} more)", "({n} more)", n=more))
    return MainstreamError(message, action=action, where=place, code=first.code)


def pdf(paths: Sequence[Path]) -> list[Written]:
    """Write a tagged PDF beside each Word file; one that was changed since is kept, as the Word files are."""
    from mainstream_cli.documents.rendering import to_pdf

    made = zip(paths, to_pdf(list(paths), os.environ), strict=True)
    saved = [(path.stem, save_report(path.parent, f"{path.stem}.pdf", content)) for path, content in made]
    return [Written(name, path, kept=kept) for name, (path, kept) in saved]
