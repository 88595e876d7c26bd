"""The ways in which ``check`` shows what it found: for people, for programs, in a pull request, in a code review."""

import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from mainstream_cli import __version__
from mainstream_cli.cli.options import print_json
from mainstream_cli.model.finding import SEVERITIES, Assessment, Finding
from mainstream_cli.model.history import History
from mainstream_cli.model.journal import Decision, Waiver
from mainstream_cli.rules import Case
from mainstream_cli.rules.history import histories
from mainstream_cli.store import ProjectFolder, below_repository


class CheckFormat(StrEnum):
    """How ``check`` prints."""

    text = "text"
    json = "json"
    github = "github"
    sarif = "sarif"


def show(
    format: CheckFormat,  # noqa: A002
    loaded: ProjectFolder,
    case: Case,
    findings: Sequence[Finding],
    assessments: Sequence[Assessment],
) -> None:
    """Print the findings and conditions in one format."""
    match format:
        case CheckFormat.json:
            print_json(_document(case, findings, assessments))
        case CheckFormat.github:
            from mainstream_cli.output.annotations import print_annotations

            print_annotations(findings, below_repository(loaded.folder))
        case CheckFormat.sarif:
            _print_sarif(loaded, findings)
        case CheckFormat.text:
            from mainstream_cli.output.check import print_check

            print_check(findings, assessments, case.judged, histories(case))


def _print_sarif(loaded: ProjectFolder, findings: Sequence[Finding]) -> None:
    from mainstream_cli.output.sarif import sarif, sarif_text
    from mainstream_cli.rules.manual import rule_pages

    pages = rule_pages(loaded.catalogue, findings)
    sys.stdout.write(sarif_text(sarif(findings, pages, below_repository(loaded.folder), __version__)))


def _document(case: Case, findings: Sequence[Finding], assessments: Sequence[Assessment]) -> dict[str, Any]:
    """Return what check found; ``counts`` counts everything, ``waived`` says how much of it is accepted for now."""
    rated = histories(case)
    return {
        "findings": [{**finding_as_data(each), "waiver": _entry(case, each.waiver)} for each in findings],
        "conditions": [_condition(case, each, rated[each.condition.code]) for each in assessments],
        "counts": _counts(findings),
        "waived": _counts([each for each in findings if each.waiver]),
    }


def _counts(findings: Sequence[Finding]) -> dict[str, int]:
    return {severity: sum(each.severity == severity for each in findings) for severity in SEVERITIES}


def _entry(case: Case, entry: Waiver | Decision | None) -> dict[str, Any] | None:
    """Return an entry of the journal as JSON carries it, with its id."""
    if entry is None:
        return None
    return {"id": case.entry_id(entry), **entry.model_dump(mode="json", exclude={"kind", "code", "sequence"})}


def finding_as_data(finding: Finding) -> dict[str, Any]:
    """Return a finding as JSON carries it."""
    place = finding.place
    where = {
        "file": place.file if place else "",
        "line": place.line if place else 0,
        "column": place.column if place else 0,
        "id": finding.ref.id if finding.ref else "",
    }
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "action": finding.action,
        "who": list(finding.who),
        "where": where,
        "lines": list(finding.repair.lines) if finding.repair else [],
        "waiver": None,
    }


def _condition(case: Case, assessment: Assessment, rated: History) -> dict[str, Any]:
    condition = assessment.condition
    return {
        "code": condition.code,
        "title": condition.title,
        "status": assessment.status,
        "needed_by": condition.needed_by,
        "due": assessment.due,
        "because": list(assessment.because),
        "waiver": _entry(case, assessment.waiver),
        "remedy": _entry(case, assessment.remedy),
        "history": [{"date": day.isoformat(), "status": status} for day, status in rated],
    }
