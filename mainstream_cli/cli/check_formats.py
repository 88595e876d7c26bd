"""The ways in which ``check`` shows what it found: for people, for programs, in a pull request, in a code review."""

import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from mainstream_cli import __version__
from mainstream_cli.cli.session import print_json
from mainstream_cli.model.finding import SEVERITIES, Assessment, Finding
from mainstream_cli.rules import Case
from mainstream_cli.store import Loaded, below_repository


class CheckFormat(StrEnum):
    """How ``check`` prints."""

    text = "text"
    json = "json"
    github = "github"
    sarif = "sarif"


def show(
    format: CheckFormat,  # noqa: A002
    loaded: Loaded,
    case: Case,
    findings: Sequence[Finding],
    assessments: Sequence[Assessment],
) -> None:
    """Print the findings and conditions in one format."""
    match format:
        case CheckFormat.json:
            print_json(_document(findings, assessments))
        case CheckFormat.github:
            from mainstream_cli.output.annotations import print_annotations

            print_annotations(findings, below_repository(loaded.folder))
        case CheckFormat.sarif:
            _print_sarif(loaded, findings)
        case CheckFormat.text:
            from mainstream_cli.output.check import print_check

            print_check(findings, assessments, case.judged)


def _print_sarif(loaded: Loaded, findings: Sequence[Finding]) -> None:
    from mainstream_cli.output.sarif import sarif, sarif_text
    from mainstream_cli.services.rule_pages import rule_pages

    pages = rule_pages(loaded.catalogue, findings)
    sys.stdout.write(sarif_text(sarif(findings, pages, below_repository(loaded.folder), __version__)))


def _document(findings: Sequence[Finding], assessments: Sequence[Assessment]) -> dict[str, Any]:
    counts = {severity: sum(each.severity == severity for each in findings) for severity in SEVERITIES}
    return {
        "findings": [finding_as_data(each) for each in findings],
        "conditions": [_condition(each) for each in assessments],
        "counts": counts,
    }


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
        "waiver": None,
    }


def _condition(assessment: Assessment) -> dict[str, Any]:
    condition = assessment.condition
    return {
        "code": condition.code,
        "title": condition.title,
        "status": assessment.status,
        "needed_by": condition.needed_by,
        "due": assessment.due,
        "because": list(assessment.because),
        "waiver": None,
    }
