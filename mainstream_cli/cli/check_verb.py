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
    stated,
    unknown,
)
from mainstream_cli.errors import UsageError
from mainstream_cli.model.finding import SEVERITIES, Assessment, Finding
from mainstream_cli.model.history import History
from mainstream_cli.model.journal import Decision, Waiver
from mainstream_cli.rules import Case, assess
from mainstream_cli.rules import check as apply_rules
from mainstream_cli.rules.history import history, rating
from mainstream_cli.services.findings import located, of_stage
from mainstream_cli.store import Loaded, save_to_journal

RoomOption = Annotated[
    bool, typer.Option("--room", help="For the wall: where we are, what is secured, what this room can decide.")
]

RecordOption = Annotated[
    bool, typer.Option("--record", help="Keep how the conditions stand today in the journal; needs --by.")
]
RecordedByOption = Annotated[
    str | None, typer.Option("--by", metavar="ACTOR", help="With --record: the role or organisation that rates.")
]


def run(
    stage: Annotated[
        str | None, typer.Argument(metavar="[STAGE]", help="Judge the gate of this stage, and show what concerns it.")
    ] = None,
    project: ProjectOption = None,
    format: FormatOption = Format.text,  # noqa: A002
    room: RoomOption = False,
    today: TodayOption = None,
    record: RecordOption = False,
    by: RecordedByOption = None,
) -> int:
    """Check form, references, answers, conditions and the gate; exit 1 when there is an error that is not waived."""
    loaded = opened(project, whole=record)
    if record:
        _record(loaded, by, today)
        loaded = opened(project)
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
    histories = {each.condition.code: history(case, each.condition.code) for each in assessments}
    if format is Format.json:
        print_json(_document(case, findings, assessments, histories))
    else:
        from mainstream_cli.output.check import print_check

        print_check(findings, assessments, case.judged, histories)
    return 1 if any(each.stops for each in findings) else 0


def _record(loaded: Loaded, by: str | None, today: str | None) -> None:
    """Keep how the conditions stand today in the journal; what only private answers say is kept in ``private/``."""
    if by is None:
        action = "Name the role or organisation that rates: --by ACTOR. Nothing was changed."
        raise UsageError("--record needs --by.", action=action, code="usage")
    case = case_of(loaded, today)
    ratings, private = rating(case)
    fields = {"by": stated("--by", by), "edition": loaded.catalogue.edition, "ratings": ratings}
    hidden = {"ratings": private} if private else {}
    path = save_to_journal(loaded.folder, "rating", "conditions", case.today, fields, hidden)
    typer.echo(f"Recorded in {path.relative_to(loaded.folder).as_posix()}; commit it.", err=True)


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


def _document(
    case: Case, findings: list[Finding], assessments: tuple[Assessment, ...], histories: dict[str, History]
) -> dict[str, Any]:
    """Return what check found; ``counts`` counts everything, ``waived`` says how much of it is accepted for now."""
    return {
        "findings": [{**finding_as_data(each), "waiver": entry_as_data(case, each.waiver)} for each in findings],
        "conditions": [_condition(case, each, histories[each.condition.code]) for each in assessments],
        "counts": _counts(findings),
        "waived": _counts([each for each in findings if each.waiver]),
    }


def _counts(findings: list[Finding]) -> dict[str, int]:
    return {severity: sum(each.severity == severity for each in findings) for severity in SEVERITIES}


def entry_as_data(case: Case, entry: Waiver | Decision | None) -> dict[str, Any] | None:
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
        "waiver": entry_as_data(case, assessment.waiver),
        "remedy": entry_as_data(case, assessment.remedy),
        "history": [{"date": day.isoformat(), "status": status} for day, status in rated],
    }
