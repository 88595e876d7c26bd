"""Findings as commands show them: with their place in the folder, in a stable order."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from mainstream_cli.model.finding import SEVERITIES, Finding, Place
from mainstream_cli.model.project import Ref
from mainstream_cli.rules import Case
from mainstream_cli.rules.lexicons import NOT_READ


def located(findings: Iterable[Finding], locate: Callable[[Ref], Place]) -> list[Finding]:
    """Give every finding its place and sort by severity, file, line and code."""
    placed = [
        replace(finding, place=locate(finding.ref)) if finding.ref and not finding.place else finding
        for finding in findings
    ]
    return sorted(placed, key=_order)


def _order(finding: Finding) -> tuple[int, bool, str, int, str, str, int]:
    place = finding.place or Place("")
    return (
        SEVERITIES.index(finding.severity),
        finding.code != NOT_READ,  # what was not looked at comes before what was found, where few notes are shown
        place.file,
        place.line,
        finding.code,
        finding.message,
        place.column,
    )


def of_stage(findings: Iterable[Finding], case: Case, stage: str) -> list[Finding]:
    """Keep what concerns one stage: its answers, its conditions, registers of its gate, and broken form anywhere."""
    sheet = next(known for known in case.catalogue.stages if known.id == stage)
    codes = {condition.code for condition in case.catalogue.conditions if condition.needed_by == stage} | set(
        sheet.gate.conditions
    )
    questions = {question.id for question in sheet.questions}

    def concerns(finding: Finding) -> bool:
        if finding.code.startswith("C"):
            return finding.code in codes
        ref = finding.ref
        if ref is not None and ref.kind == "journal":
            entry = case.project.journal.get(ref.id)
            return getattr(entry, "stage", None) == stage or getattr(entry, "code", None) in codes
        return ref is None or ref.kind in ("settings", *sheet.gate.registers) or ref.id in questions

    return [finding for finding in findings if concerns(finding)]
