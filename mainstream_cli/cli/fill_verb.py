"""``mainstream fill``."""

from typing import Annotated

import typer

from mainstream_cli.cli.options import ProjectOption, TodayOption, workspace
from mainstream_cli.errors import UsageError
from mainstream_cli.language import count, say
from mainstream_cli.output.writer import write
from mainstream_cli.workspace.conversations import Count, Left, Recorded

SHOWN = 8
TargetArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="[STAGE|SECTOR|REGISTER|REGISTER/ID|QUESTION]",
        help=say("What to walk; without it, all stages from where you stopped. An entry: linkages/nurses_leave."),
    ),
]
CoreOption = Annotated[bool, typer.Option("--core", help=say("Only the core questions."))]
SettingOption = Annotated[
    str | None,
    typer.Option(
        "--setting",
        metavar="S",
        help=say("Only questions for desk, room, small_group or after."),
    ),
]
OnlyOption = Annotated[
    list[str] | None,
    typer.Option(
        "--only",
        metavar="FIELDS",
        help=say("Only these fields of a register, entry by entry, such as due,owner; of objectives also checks."),
    ),
]
RoomOption = Annotated[
    bool,
    typer.Option(
        "--room",
        help=say(
            "For the projector: one question at a time with its minutes. Make the terminal's letters "
            "large first; 40 columns by 12 lines are enough."
        ),
    ),
]
PlainOption = Annotated[
    bool,
    typer.Option(
        "--plain",
        help=say("Line by line, for a screen reader or a log; the keys are words such as :back."),
    ),
]


def run(
    target: TargetArgument = None,
    core: CoreOption = False,
    setting: SettingOption = None,
    only: OnlyOption = None,
    room: RoomOption = False,
    plain: PlainOption = False,
    project: ProjectOption = None,
    today: TodayOption = None,
) -> int:
    """Answer one question after the other; every answer is saved before the next question appears."""
    from mainstream_cli.prompts import asker, converse

    _refuse_without_terminal()
    target = target.removeprefix("answers/") if target else None
    talk = workspace(project, today).fill(target, core=core, setting=setting, room=room, only=only or ())
    filled = converse(talk, asker(write, plain=plain, room=room))
    if isinstance(filled, Count):
        _say_how_far(filled, target)
    elif isinstance(filled, Left):
        _say_what_is_left(filled, f"mainstream fill {target} --only {','.join(only or ())}")
    else:
        _say_what_is_recorded(filled)
    return 0


def _refuse_without_terminal() -> None:
    from mainstream_cli.prompts import has_terminal

    if not has_terminal():
        raise UsageError(
            say("fill asks people, and there is no terminal here."),
            action=say(
                "Use: {answer}, or {entry}; or write into the files in {answers} and {registers}.",
                answer="mainstream set QUESTION VALUE",
                entry="mainstream set REGISTER/ID FIELD=VALUE",
                answers="answers/",
                registers="registers/",
            ),
            code="usage",
        )


def _say_what_is_recorded(register: Recorded) -> None:
    named, number = f"{register.register}/{register.wanted}", len(register.ids)
    write()
    if not register.wanted:
        name = register.register
        write(count("Saved. {name}: {n} recorded.", "Saved. {name}: {n} recorded.", n=number, name=name))
    elif register.wanted in register.ids:
        write(say("Saved. {entry}", entry=named))
    else:
        write(say("{entry} was not recorded.", entry=named))


def _say_what_is_left(left: Left, command: str) -> None:
    write()
    if not left.open:
        write(say("Nothing is open here."))
        return
    entries = {id_ for id_, _ in left.open}
    write(count("Still open in {n} entry.", "Still open in {n} entries.", n=len(entries)))
    write(say("Go on with:  {command}", command=command))


def _say_how_far(far: Count, target: str | None) -> None:
    write()
    write(say("Saved: {progress}.", progress=far.in_words()))
    if far.kept_from_room:
        write(
            count(
                "{n} sensitive question is kept from the wall; answer it with fill at a desk.",
                "{n} sensitive questions are kept from the wall; answer them with fill at a desk.",
                n=far.kept_from_room,
            )
        )
    if not far.open:
        write(say("Nothing is open here."))
        write(say("See where you are:  {command}", command="mainstream status"))
        return
    numbers = ", ".join(question.number for question in far.open[:SHOWN])
    numbers += " ..." if len(far.open) > SHOWN else ""
    write(say("Still open: {numbers}", numbers=numbers))
    write(say("Go on with:  {command}", command=f"mainstream fill {target or ''}".strip()))
