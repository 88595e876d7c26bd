"""Accepts a finding until a day."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from mainstream_cli.errors import MainstreamError, UsageError
from mainstream_cli.language import say
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.journal import Waiver
from mainstream_cli.model.record import with_nearest
from mainstream_cli.rules import MANUAL, SECOND_RULES, Case
from mainstream_cli.rules import check as apply_rules
from mainstream_cli.rules.waivers import matches, refusal
from mainstream_cli.store import ProjectFolder
from mainstream_cli.store.journal import save_to_journal
from mainstream_cli.workspace.words import day_to_come, stated


@dataclass(frozen=True)
class Waived:
    """A waiver that was recorded, the findings that it covers now, and its entry in the journal."""

    waiver: Waiver
    covered: tuple[Finding, ...]
    entry: Path


def waive(
    loaded: ProjectFolder,
    case: Case,
    code: str,
    *,
    reason: str,
    by: str,
    until: str | datetime.date,
    where: str | None = None,
) -> Waived:
    """Accept what is found under a code, everywhere or at one question or entry, until a day."""
    waiver = _waiver(case, code.upper(), where, reason, by, until)
    covered = _covered(case, waiver)
    given = waiver.model_dump(mode="json", exclude={"kind", "date", "sequence"}, exclude_none=True)
    entry = save_to_journal(loaded.folder, "waiver", waiver.code, case.today, given)
    return Waived(waiver, tuple(covered), entry)


def _waiver(case: Case, code: str, where: str | None, reason: str, by: str, until: str | datetime.date) -> Waiver:
    known = [*MANUAL, *(condition.code for condition in case.catalogue.conditions)]
    if code not in known:
        message = with_nearest(say("There is no code '{code}'.", code=code), code, known)
        action = say("Name the code as mainstream check shows it, such as C04 or K03. Nothing was changed.")
        raise UsageError(message, action=action, code="usage")
    waiver = Waiver(
        kind="waiver",
        code=code,
        where=stated("where", where) if where is not None else None,
        reason=stated("reason", reason),
        by=stated("by", by),
        until=day_to_come("until", until, case.today),
        date=case.today,
    )
    refused = refusal(case, waiver)
    if refused is not None:
        action = say("{sentence} Nothing was changed.", sentence=refused.action)
        raise MainstreamError(refused.message, action=action, code="G05")
    return waiver


def _covered(case: Case, waiver: Waiver) -> list[Finding]:
    """Return what a waiver would cover.

    Raises:
        MainstreamError: nothing.
    """
    found = [
        finding for finding in apply_rules(case) if finding.code == waiver.code and finding.code not in SECOND_RULES
    ]
    covered = [finding for finding in found if matches(waiver, finding)]
    if covered:
        return covered
    ids = ", ".join(dict.fromkeys(finding.ref.id for finding in found if finding.ref and finding.ref.id))
    message = say("There is no finding {code} that this would cover.", code=waiver.code)
    if waiver.where:
        message = say(
            "There is no finding {code} at '{where}' that this would cover.", code=waiver.code, where=waiver.where
        )
    action = say("Nothing has to be waived. Nothing was changed.")
    if ids:
        action = say("Nothing has to be waived. It is found at: {places}. Nothing was changed.", places=ids)
    raise MainstreamError(message, action=action, code="G04")
