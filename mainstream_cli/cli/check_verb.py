"""``mainstream check``."""

from dataclasses import asdict
from typing import Annotated, Any

import typer

from mainstream_cli.cli.session import (
    Format,
    FormatOption,
    ProjectOption,
    TodayOption,
    case_of,
    opened,
    print_json,
    unknown,
)
from mainstream_cli.model.finding import SEVERITIES, Assessment, Finding
from mainstream_cli.rules import Case, assess
from mainstream_cli.rules import check as apply_rules
from mainstream_cli.services.findings import located, of_stage
from mainstream_cli.store import Loaded

RoomOption = Annotated[
    bool, typer.Option("--room", help="For the wall: where we are, what is secured, what this room can decide.")
]


def run(
    stage: Annotated[
        str | None, typer.Argument(metavar="[STAGE]", help="Judge the gate of this stage, and show what concerns it.")
    ] = None,
    project: ProjectOption = None,
    format: FormatOption = Format.text,  # noqa: A002
    room: RoomOption = False,
    today: TodayOption = None,
) -> int:
    """Check form, references, answers, conditions and the gate; exit 1 when there is an error."""
    loaded = opened(project, whole=False)
    if room:
        return _show_wall(case_of(loaded, today, stage), as_json=format is Format.json)
    stages = [each.id for each in loaded.catalogue.stages]
    if stage is not None and stage not in stages:
        raise unknown("stage", stage, stages)
    case = case_of(loaded, today, stage)
    findings = located([*loaded.findings, *apply_rules(case)], loaded.locate)
    assessments = assess(case)
    if stage is not None:
        findings = of_stage(findings, case, stage)
        assessments = tuple(
            each
            for each in assessments
            if each.condition.needed_by == stage or each.condition.code in _named(loaded, stage)
        )
    if format is Format.json:
        print_json(_document(findings, assessments))
    else:
        from mainstream_cli.output.check import print_check

        print_check(findings, assessments, case.judged)
    return 1 if any(each.severity == "error" for each in findings) else 0


def _show_wall(case: Case, *, as_json: bool) -> int:
    """Show what everybody in the room may see; it judges nothing, so its exit code is 0."""
    from mainstream_cli.output.wall import print_wall
    from mainstream_cli.services.wall import wall

    shown = wall(case)
    if as_json:
        print_json(asdict(shown))
    else:
        print_wall(shown)
    return 0


def _named(loaded: Loaded, stage: str) -> tuple[str, ...]:
    return next(each.gate.conditions for each in loaded.catalogue.stages if each.id == stage)


def _document(findings: list[Finding], assessments: tuple[Assessment, ...]) -> dict[str, Any]:
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
