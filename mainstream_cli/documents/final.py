"""Which documents may go out as final, and what keeps the others back."""

from collections.abc import Iterable, Iterator, Sequence

from mainstream_cli.documents.kinds import DocumentKind
from mainstream_cli.documents.readiness import draft_because, is_ready
from mainstream_cli.errors import Argument, MainstreamError
from mainstream_cli.language import Text, say, stacked
from mainstream_cli.model.finding import Finding
from mainstream_cli.rules import Case, check, gate


def left_out_of_final(
    case: Case, kinds: Sequence[DocumentKind], form: Iterable[Finding], *, named: bool
) -> dict[str, Text]:
    """Return by name which documents would be marked as drafts, and why; *form* are findings on the form of files.

    No error may stand, neither in the project nor at the gate of a document that was *named*; one that is waived does
    not count. What was signed must not have changed since. Without names, documents that are not ready are left out.

    Raises:
        MainstreamError: an error stands, or no document is ready; all reasons are listed.
    """
    whys = {kind: draft_because(case, kind.stage, ready=is_ready(case, kind.stage)) for kind in kinds}
    drafts = {kind: why for kind, why in whys.items() if why}
    reasons = [each.message for each in (*form, *check(case)) if each.stops]
    if named or len(drafts) == len(kinds):
        reasons += [words for kind, why in drafts.items() for words in _reasons(case, kind, why, whole=named)]
    if reasons:
        points = (say("    - {sentence}", sentence=each) for each in dict.fromkeys(reasons))
        message = stacked([say("Nothing was written: a final document is not possible yet."), *points])
        action = say(
            "Details: {check}, or {stage}. Drafts: {report} without {argument}.",
            check="mainstream check",
            stage="mainstream check STAGE",
            report="mainstream report",
            argument=Argument("final"),
        )
        raise MainstreamError(message, action=action, code="G00")
    return {kind.name: why for kind, why in drafts.items()}


def _reasons(case: Case, kind: DocumentKind, why: Text, *, whole: bool) -> Iterator[Text]:
    yield say("{title}: {reason}.", title=kind.title, reason=why)
    if whole and any(stage.id == kind.stage for stage in case.catalogue.stages):
        yield from (each.message for each in gate(case, kind.stage or ""))
