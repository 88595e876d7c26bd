"""``mainstream check``."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Annotated

import typer

from mainstream_cli.cli.check_formats import FOR_A_SERVER, CheckFormat, show, show_repairs
from mainstream_cli.cli.check_stamp import refuse_beside_stamp
from mainstream_cli.cli.check_stamp import stamp as stamp_checks
from mainstream_cli.cli.options import ProjectOption, TodayOption, recorded, warn, workspace
from mainstream_cli.errors import UsageError
from mainstream_cli.language import say
from mainstream_cli.output.writer import write_beside, write_json
from mainstream_cli.workspace import Workspace

RoomOption = Annotated[
    bool, typer.Option("--room", help=say("For the wall: where we are, what is secured, what this room can decide."))
]

FormatOption = Annotated[
    CheckFormat,
    typer.Option(
        "--format",
        help=say("text for people, json for programs, github for a pull request, sarif for code review tools."),
    ),
]
SelectOption = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="CODES",
        help=say("Only these codes or families, such as C,K03; F and D05 are always shown."),
    ),
]
IgnoreOption = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar="CODES",
        help=say("Leave these codes or families out; F, D05 and conditions on rights, gender, children stay."),
    ),
]

FixOption = Annotated[
    bool, typer.Option("--fix", help=say("Show as a diff what can be put right because only one thing can be meant."))
]
WriteOption = Annotated[bool, typer.Option("--write", help=say("With --fix: make these changes, and no others."))]
RecordOption = Annotated[
    bool, typer.Option("--record", help=say("Keep how the conditions stand today in the journal; needs --by."))
]
StampOption = Annotated[
    bool,
    typer.Option(
        "--stamp",
        help=say("Let the checks of these objectives, edited by hand, speak of them as they are now; objectives/ID."),
    ),
]
RecordedByOption = Annotated[
    str | None, typer.Option("--by", metavar="ACTOR", help=say("With --record: the role or organisation that rates."))
]


def run(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[STAGE]", help=say("Judge the gate of this stage, and show what concerns it.")),
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
    stamp: StampOption = False,
    today: TodayOption = None,
) -> int:
    """Check form, references, answers, conditions and the gate; exit 1 when there is an error that is not waived."""
    if stamp:
        refuse_beside_stamp({"--fix": fix, "--write": write, "--room": room, "--record": record})
        return stamp_checks(workspace(project, today), names or [])
    stage = _one(names or [])
    if fix or write:
        _refuse_beside_fix(format, {"STAGE": stage, "--room": room, "--record": record}, fix=fix)
    if record and by is None:
        action = say("Name the role or organisation that rates: {option}. Nothing was changed.", option="--by ACTOR")
        raise UsageError(say("--record needs --by."), action=action, code="usage")
    open_project = workspace(project, today, whole=record)
    if record and by is not None:
        write_beside(recorded(open_project, open_project.rate(by=by)))
        warn(open_project)
    if room:
        return _show_room(open_project, stage, format)
    select, ignore = select or [], ignore or []
    if fix:
        return _fix(open_project, format, select, ignore, write=write)
    found = open_project.check(stage, select=select, ignore=ignore, public=format in FOR_A_SERVER)
    show(format, found)
    return 1 if found.stops else 0


def _fix(
    open_project: Workspace,
    format: CheckFormat,  # noqa: A002
    select: list[str],
    ignore: list[str],
    *,
    write: bool,
) -> int:
    repairs = open_project.repairs(select=select, ignore=ignore)
    if write:
        open_project.repair(repairs)
    show_repairs(repairs, format, written=write)
    return 1 if open_project.check().stops else 0


def _one(names: list[str]) -> str | None:
    if len(names) > 1:
        action = say("Check one stage after the other, or leave it out to check everything.")
        raise UsageError(say("One stage is judged at a time, not {n}.", n=len(names)), action=action, code="usage")
    return names[0] if names else None


def _refuse_beside_fix(format: CheckFormat, others: Mapping[str, object], *, fix: bool) -> None:  # noqa: A002
    """Refuse what would leave open what is changed."""
    if not fix:
        action = say("See first: {command}", command="mainstream check --fix")
        raise UsageError(say("--write needs --fix."), action=action, code="usage")
    wrong = [name for name, value in others.items() if value]
    if format in FOR_A_SERVER:
        wrong.append(f"--format {format}")
    if wrong:
        action = say("It looks at the whole project and shows text or JSON. Nothing was changed.")
        raise UsageError(say("--fix does not go with {option}.", option=wrong[0]), action=action, code="usage")


def _show_room(open_project: Workspace, stage: str | None, format: CheckFormat) -> int:  # noqa: A002
    """Show what everybody in the room may see; it judges nothing, so its exit code is 0."""
    if format in FOR_A_SERVER:
        action = say("Use {option} text or json.", option="--format")
        raise UsageError(say("--room is not shown as {format}.", format=str(format)), action=action, code="usage")
    from mainstream_cli.output.room_screen import print_room_screen

    shown = open_project.room_screen(stage)
    if format is CheckFormat.json:
        write_json(asdict(shown))
    else:
        print_room_screen(shown)
    return 0
