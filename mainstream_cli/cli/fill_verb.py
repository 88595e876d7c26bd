"""``mainstream fill``."""

from contextlib import suppress
from typing import Annotated

import typer

from mainstream_cli.cli.keeper import FolderKeeper
from mainstream_cli.cli.session import ProjectOption, TodayOption, clock, opened
from mainstream_cli.errors import UsageError
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.services.desk import Desk, Quit
from mainstream_cli.services.entries import RegisterMenu
from mainstream_cli.services.forms import Forms
from mainstream_cli.services.scope import Scope, entry_is_there, scope_of
from mainstream_cli.services.walk import Walk
from mainstream_cli.store import Loaded

SHOWN = 8
TargetArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="[STAGE|SECTOR|REGISTER|REGISTER/ID|QUESTION]",
        help="What to walk; without it, all stages from where you stopped. An entry: linkages/nurses_leave.",
    ),
]
CoreOption = Annotated[bool, typer.Option("--core", help="Only the core questions.")]
SettingOption = Annotated[
    str | None, typer.Option("--setting", metavar="S", help="Only questions for desk, room, small_group or after.")
]
RoomOption = Annotated[
    bool,
    typer.Option(
        "--room",
        help="For the projector: one question at a time with its minutes. Make the terminal's letters "
        "large first; 40 columns by 12 lines are enough.",
    ),
]
PlainOption = Annotated[
    bool, typer.Option("--plain", help="Line by line, for a screen reader or a log; the keys are words such as :back.")
]


def run(
    target: TargetArgument = None,
    core: CoreOption = False,
    setting: SettingOption = None,
    room: RoomOption = False,
    plain: PlainOption = False,
    project: ProjectOption = None,
    today: TodayOption = None,
) -> int:
    """Answer one question after the other; every answer is saved before the next question appears."""
    _refuse_without_terminal()
    loaded = opened(project)
    target = target.removeprefix("answers/") if target else None
    register, slash, id_ = (target or "").partition("/")
    if slash or register in REGISTERS:
        if room or core or setting:
            raise UsageError("--room, --core and --setting are for questions, not for registers.", code="usage")
        if not slash:
            return _register(loaded, register, plain=plain, today=today)
        is_there = entry_is_there(loaded.project, register, id_)
        return _entry(loaded, register, id_, is_there=is_there, plain=plain, today=today)
    scope = scope_of(loaded.catalogue, loaded.project, target, core=core, setting=setting, room=room)
    return _questions(loaded, scope, target, plain=plain, room=room, today=today)


def _refuse_without_terminal() -> None:
    from mainstream_cli.prompts import has_terminal

    if not has_terminal():
        raise UsageError(
            "fill asks people, and there is no terminal here.",
            action="Use: mainstream set QUESTION VALUE, or mainstream set REGISTER/ID FIELD=VALUE; "
            "or write into the files in answers/ and registers/.",
            code="usage",
        )


def _desk(loaded: Loaded, *, plain: bool, room: bool, today: str | None) -> Desk:
    from mainstream_cli.prompts import asker

    keep = FolderKeeper(loaded.folder, loaded.catalogue)
    return Desk(loaded.project, loaded.catalogue, clock(loaded, today), asker(plain=plain, room=room), keep)


def _register(loaded: Loaded, register: str, *, plain: bool, today: str | None) -> int:
    desk = _desk(loaded, plain=plain, room=False, today=today)
    with suppress(Quit):
        RegisterMenu(desk, register).run()
    typer.echo(f"\nSaved. {register}: {len(desk.registers.get(register, {}))} recorded.")
    return 0


def _entry(loaded: Loaded, register: str, id_: str, *, is_there: bool, plain: bool, today: str | None) -> int:
    forms = Forms(_desk(loaded, plain=plain, room=False, today=today))
    recorded: str | None = id_ if is_there else None
    with suppress(Quit):
        recorded = recorded or forms.add(register, id_)
        if recorded:
            forms.edit(register, recorded)
    recorded = recorded or (id_ if id_ in forms.desk.registers.get(register, {}) else None)
    typer.echo(f"\nSaved. {register}/{recorded}" if recorded else f"\n{register}/{id_} was not recorded.")
    return 0


def _questions(loaded: Loaded, scope: Scope, target: str | None, *, plain: bool, room: bool, today: str | None) -> int:
    desk = _desk(loaded, plain=plain, room=room, today=today)
    walk = Walk(desk, scope.questions, room=room)
    count = walk.run()
    typer.echo(f"\nSaved. {count}.")
    if scope.kept_from_wall:
        typer.echo(
            f"{scope.kept_from_wall} sensitive question(s) are kept from the wall; answer them with fill at a desk."
        )
    skipped = [each for each in walk.asked() if walk.open(each)]
    if skipped:
        numbers = ", ".join(each.number for each in skipped[:SHOWN]) + (" ..." if len(skipped) > SHOWN else "")
        typer.echo(f"Still open: {numbers}\nGo on with:  mainstream fill{' ' + target if target else ''}")
    else:
        typer.echo("Nothing is open here.\nSee where you are:  mainstream status")
    return 0
