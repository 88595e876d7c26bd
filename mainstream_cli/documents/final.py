"""Which documents may go out as final, and what keeps the others back."""

from collections.abc import Iterable, Iterator, Sequence

from mainstream_cli.documents.kinds import DocumentKind, is_ready
from mainstream_cli.errors import MainstreamError
from mainstream_cli.model.finding import Finding
from mainstream_cli.rules import Case, check, gate


def final_documents(
    case: Case, kinds: Sequence[DocumentKind], form: Iterable[Finding], *, named: bool
) -> list[DocumentKind]:
    """Return the documents that carry no mark of a draft; *form* are the findings on the form of files.

    No error may stand, neither in the project nor at the gate of a document that was *named*; one that is waived does
    not count. What was signed must not have changed since. Without names, documents that are not ready are left out.

    Raises:
        MainstreamError: an error stands, or no document is ready; all reasons are listed.
    """
    ready = [kind for kind in kinds if not draft_because(case, kind)]
    reasons = [each.message for each in (*form, *check(case)) if each.stops]
    if named or not ready:
        reasons += [reason for kind in kinds if kind not in ready for reason in _reasons(case, kind, whole=named)]
    if reasons:
        listed = "\n".join(f"    - {each}" for each in dict.fromkeys(reasons))
        message = f"Nothing was written: a final document is not possible yet.\n{listed}"
        action = "Details: mainstream check, or mainstream check STAGE. Drafts: mainstream report without --final."
        raise MainstreamError(message, action=action, code="G00")
    return ready


def draft_because(case: Case, kind: DocumentKind) -> str:
    """Say in a few words why a document is a draft; nothing where it is none."""
    if kind.stage in case.sign_offs and kind.stage not in case.valid:
        return "what was signed has changed since and needs a new signature"
    if is_ready(case, kind.stage):
        return ""
    gated = any(stage.id == kind.stage for stage in case.catalogue.stages)
    return f"the gate of {kind.stage} is not ready" if gated else "not everything is settled yet"


def _reasons(case: Case, kind: DocumentKind, *, whole: bool) -> Iterator[str]:
    yield f"{kind.title}: {draft_because(case, kind)}."
    for stage in case.catalogue.stages:
        if whole and stage.id == kind.stage:
            yield from (each.message for each in gate(case, stage.id))
