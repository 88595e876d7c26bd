"""Signs a stage: its gate is looked at, and the journal gets what the signature covers."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import count, say, stacked
from mainstream_cli.model.catalogue import Stage
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.record import unknown_name
from mainstream_cli.rules import Case, check, digest, gate
from mainstream_cli.rules.history import rating
from mainstream_cli.store import ProjectFolder
from mainstream_cli.store.journal import save_to_journal
from mainstream_cli.workspace.words import stated


@dataclass(frozen=True)
class Signed:
    """What was signed by whom: the stage, its entry in the journal, the errors under a waiver, and the first end."""

    stage: Stage
    by: str
    reference: str
    entry: Path
    waived: int
    waived_until: datetime.date | None


def sign(loaded: ProjectFolder, case: Case, stage: str, by: str, reference: str) -> Signed:
    """Record that a role confirms a stage."""
    stages = {known.id: known for known in loaded.catalogue.stages}
    if stage not in stages:
        raise unknown_name(say("There is no stage '{stage}'.", stage=stage), stage, stages)
    by, reference = stated("by", by), stated("reference", reference)
    _refuse_while_blocked(len(loaded.findings), gate(case, stage), stages[stage])
    ratings, private = rating(case)
    fields = {
        "stage": stage,
        "by": by,
        "reference": reference,
        "digest": digest(loaded.public, stages[stage]),
        "edition": loaded.catalogue.edition,
        "ratings": ratings,
    }
    hidden = {"ratings": private} if private else {}
    entry = save_to_journal(loaded.folder, "sign_off", stage, case.today, fields, hidden)
    found = check(case.at(stage))
    waivers = [finding.waiver for finding in found if finding.severity == "error" and finding.waiver]
    until = min((waiver.until for waiver in waivers), default=None)
    return Signed(stages[stage], by, reference, entry, len(waivers), until)


def _refuse_while_blocked(format_findings: int, open_items: list[Finding], stage: Stage) -> None:
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
