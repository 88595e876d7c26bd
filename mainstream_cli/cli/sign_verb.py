"""``mainstream sign``."""

from typing import Annotated

import typer

from mainstream_cli.cli.options import ByOption, ProjectOption, TodayOption, recorded, warn, workspace
from mainstream_cli.errors import Stopped
from mainstream_cli.language import count, say
from mainstream_cli.output.to_read import print_checks
from mainstream_cli.output.writer import write
from mainstream_cli.workspace.conversations import confirmed

StageArgument = Annotated[str, typer.Argument(metavar="STAGE", help=say("The stage that is confirmed."))]
ReferenceOption = Annotated[
    str, typer.Option("--reference", metavar="TEXT", help=say("The letter, minute or order that shows it."))
]
EditionOption = Annotated[
    str | None,
    typer.Option("--edition", metavar="ID", help=say("The edition that was submitted; without it, what stands now.")),
]
DateOption = Annotated[
    str | None, typer.Option("--date", metavar="DAY", help=say("The day of the decision; without it, today."))
]
AmendsOption = Annotated[
    str | None, typer.Option("--amends", metavar="ENTRY", help=say("The approval that this one changes."))
]
ReadOption = Annotated[
    bool,
    typer.Option(
        "--read", help=say("Somebody has read the checks of the objectives; needed where nobody can be asked.")
    ),
]


def run(
    stage: StageArgument,
    by: ByOption,
    reference: ReferenceOption,
    edition: EditionOption = None,
    date: DateOption = None,
    amends: AmendsOption = None,
    read: ReadOption = False,
    project: ProjectOption = None,
    today: TodayOption = None,
) -> int:
    """Record that a role approves a stage. It records an approval and is no electronic signature.

    What was approved is kept in journal/editions: with --edition what was submitted, whatever was edited since, and all
    stages of that paper; else what stands now. An earlier approval stays on record; --amends says which is changed.
    """
    open_project = workspace(project, today)
    to_read = open_project.to_read(stage, edition)
    if to_read:
        print_checks(to_read)
        read = read or _confirmed()
    signed = open_project.sign(stage, by=by, reference=reference, read=read, edition=edition, date=date, amends=amends)
    for each in signed.stages:
        said = {"stage": each.title, "by": signed.by, "reference": signed.reference}
        write(say("{stage} is signed by {by} ({reference}).", **said))
    write(say("What was approved is kept: {edition}", edition=signed.edition))
    if signed.left_out:
        write(count("Private, and not in it: {n} block.", "Private, and not in it: {n} blocks.", n=signed.left_out))
    if signed.waived:
        write(
            count(
                "Accepted for now under a waiver: {n} error, until {day}.",
                "Accepted for now under a waiver: {n} errors, the first until {day}.",
                n=signed.waived,
                day=str(signed.waived_until),
            )
        )
    write(recorded(open_project, signed.entry))
    warn(open_project)
    return 0


def _confirmed() -> bool:
    """Ask once whether the checks were read, where somebody can answer.

    Raises:
        Stopped: they were not.
    """
    from mainstream_cli.prompts import asker, converse, has_terminal

    if not has_terminal():
        return False
    if not converse(confirmed(say("Signature"), say("Were they read?")), asker(write, plain=True, room=False)):
        raise Stopped(say("Stopped; nothing was signed."), code="stopped")
    return True
