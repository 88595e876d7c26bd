"""Refuses what needs an open gate."""

from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import count, say, stacked
from mainstream_cli.model.catalogue import Stage
from mainstream_cli.model.finding import Finding


def refuse_while_blocked(format_findings: int, open_items: list[Finding], stage: Stage) -> None:
    """Refuse to sign or submit a stage whose gate is blocked, naming what blocks it.

    Raises:
        MainstreamError: it is blocked.
    """
    if not format_findings and not open_items:
        return
    found: list[str] = [finding.message for finding in open_items]
    if format_findings:
        form = count("{n} finding on the form of files", "{n} findings on the form of files", n=format_findings)
        found.insert(0, form)
    message = say(
        "{stage} cannot be signed yet; its gate is blocked by:\n{findings}",
        stage=stage.title,
        findings=stacked(say("    - {finding}", finding=each) for each in found),
    )
    raise MainstreamError(message, action=say("Details: mainstream check {stage}", stage=stage.id), code="G00")
