"""``mainstream check``."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated

import typer

from mainstream_cli.cli.check_formats import CheckFormat, show
from mainstream_cli.cli.options import (
    ProjectOption,
    TodayOption,
    case_of,
    opened,
    print_json,
    stated,
    warn_of_name,
)
from mainstream_cli.cli.repairing import planned, show_repairs, with_lines
from mainstream_cli.errors import UsageError
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.record import unknown_name
from mainstream_cli.rules import Case, assess
from mainstream_cli.rules import check as apply_rules
from mainstream_cli.rules.history import rating
from mainstream_cli.rules.manual import Sieve, chosen, kept_in_sight, refuse_to_hide
from mainstream_cli.store import PRIVATE, ProjectFolder, save_repairs, save_to_journal
from mainstream_cli.workspace.findings import located, of_stage

RoomOption = Annotated[
    bool, typer.Option("--room", help="For the wall: where we are, what is secured, what this room can decide.")
]

FormatOption = Annotated[
    CheckFormat,
    typer.Option(
        "--format", help="text for people, json for programs, github for a pull request, sarif for code review tools."
    ),
]
SelectOption = Annotated[
    list[str] | None,
    typer.Option(
        "--select", metavar="CODES", help="Only these codes or families, such as C,K03; F and D05 are always shown."
    ),
]
IgnoreOption = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar="CODES",
        help="Leave these codes or families out; F, D05 and conditions on rights, gender, children stay.",
    ),
]

FixOption = Annotated[
    bool, typer.Option("--fix", help="Show as a diff what can be put right because only one thing can be meant.")
]
WriteOption = Annotated[bool, typer.Option("--write", help="With --fix: make these changes, and no others.")]
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
    format: FormatOption = CheckFormat.text,  # noqa: A002
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    room: RoomOption = False,
    record: RecordOption = False,
    by: RecordedByOption = None,
    fix: FixOption = False,
    write: WriteOption = False,
    today: TodayOption = None,
) -> int:
    """Check form, references, answers, conditions and the gate; exit 1 when there is an error that is not waived."""
    if fix or write:
        _refuse_beside_fix(format, {"STAGE": stage, "--room": room, "--record": record}, fix=fix)
    loaded = _recorded(project, by, today) if record else opened(project, whole=False)
    if room:
        return _show_wall(case_of(loaded, today, stage), format)
    sieve = _sieve(loaded, select, ignore)
    if fix:
        return _fixed(loaded, today, sieve, format, write=write)
    stages = [each.id for each in loaded.catalogue.stages]
    if stage is not None and stage not in stages:
        raise unknown_name("stage", stage, stages)
    case, findings = _judged(loaded, case_of(loaded, today, stage), format)
    assessments = assess(case)
    if stage is not None:
        findings = of_stage(findings, case, stage)
        assessments = tuple(
            each
            for each in assessments
            if each.condition.needed_by == stage or each.condition.code in _named(loaded, stage)
        )
    findings = [each for each in findings if sieve.passes(each.code)]
    assessments = tuple(each for each in assessments if sieve.passes(each.condition.code))
    show(format, loaded, case, findings, assessments)
    return 1 if any(each.stops for each in findings) else 0


def _sieve(loaded: ProjectFolder, select: list[str] | None, ignore: list[str] | None) -> Sieve:
    selected, ignored = chosen(select or [], loaded.catalogue), chosen(ignore or [], loaded.catalogue)
    kept = kept_in_sight(loaded.catalogue)
    refuse_to_hide(ignored, kept)
    return Sieve(selected, ignored, kept)


def _refuse_beside_fix(format: CheckFormat, others: Mapping[str, object], *, fix: bool) -> None:  # noqa: A002
    """Refuse what would leave open what is changed."""
    if not fix:
        raise UsageError("--write needs --fix.", action="See first: mainstream check --fix", code="usage")
    wrong = [name for name, value in others.items() if value]
    if format not in (CheckFormat.text, CheckFormat.json):
        wrong.append(f"--format {format}")
    if wrong:
        action = "It looks at the whole project and shows text or JSON. Nothing was changed."
        raise UsageError(f"--fix does not go with {wrong[0]}.", action=action, code="usage")


def _fixed(loaded: ProjectFolder, today: str | None, sieve: Sieve, format: CheckFormat, *, write: bool) -> int:  # noqa: A002
    """Show the repairs, make them with *write*; the exit code is that of a check of what then stands there."""
    plan = planned(loaded, today, lambda finding: sieve.passes(finding.code))
    if write and plan.texts:
        save_repairs(loaded.folder, plan.texts)
    show_repairs(plan, format, written=write)
    now = plan.loaded if write else loaded
    _, findings = _judged(now, case_of(now, today), format)
    return 1 if any(each.stops for each in findings) else 0


def _judged(loaded: ProjectFolder, case: Case, format: CheckFormat) -> tuple[Case, list[Finding]]:  # noqa: A002
    """Return the case with all that was found; what is made for a server leaves out ``private/``: no server has it."""
    if format in (CheckFormat.text, CheckFormat.json):
        found = with_lines(loaded, case, apply_rules(case))
        return case, located([*loaded.findings, *found], loaded.locate)
    case = replace(case, project=loaded.public)
    found = [replace(each, ref=replace(each.ref, public=True)) if each.ref else each for each in apply_rules(case)]
    form = [each for each in loaded.findings if not (each.place and each.place.file.startswith(f"{PRIVATE}/"))]
    return case, located([*form, *found], loaded.locate)


def _recorded(project: Path | None, by: str | None, today: str | None) -> ProjectFolder:
    """Keep how the conditions stand in the journal, what private answers say in ``private/``; return the project."""
    if by is None:
        action = "Name the role or organisation that rates: --by ACTOR. Nothing was changed."
        raise UsageError("--record needs --by.", action=action, code="usage")
    loaded = opened(project)
    case = case_of(loaded, today)
    ratings, private = rating(case)
    fields = {"by": stated("--by", by), "edition": loaded.catalogue.edition, "ratings": ratings}
    hidden = {"ratings": private} if private else {}
    path = save_to_journal(loaded.folder, "rating", "conditions", case.today, fields, hidden)
    typer.echo(f"Recorded in {path.relative_to(loaded.folder).as_posix()}; commit it.", err=True)
    warn_of_name(loaded, "--by", by)
    return opened(project)


def _show_wall(case: Case, format: CheckFormat) -> int:  # noqa: A002
    """Show what everybody in the room may see; it judges nothing, so its exit code is 0."""
    if format not in (CheckFormat.text, CheckFormat.json):
        raise UsageError(f"--room is not shown as {format}.", action="Use --format text or json.", code="usage")
    from mainstream_cli.output.room_screen import print_wall
    from mainstream_cli.workspace.room_screen import wall

    shown = wall(case)
    if format is CheckFormat.json:
        print_json(asdict(shown))
    else:
        print_wall(shown)
    return 0


def _named(loaded: ProjectFolder, stage: str) -> tuple[str, ...]:
    return next(each.gate.conditions for each in loaded.catalogue.stages if each.id == stage)
