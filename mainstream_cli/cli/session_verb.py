"""``mainstream session``."""

from typing import Annotated

import typer

from mainstream_cli.changes.sessions import day_of, the_open_session
from mainstream_cli.cli.options import (
    Format,
    FormatOption,
    ProjectOption,
    TodayOption,
    counted,
    warn_of_name,
    workspace,
)
from mainstream_cli.output.writer import write, write_json
from mainstream_cli.rules.personal import looks_like_a_name

run = typer.Typer(rich_markup_mode=None, add_completion=False)

ThemeArgument = Annotated[str, typer.Argument(metavar="THEME", help="What the session is called.")]
QuestionArgument = Annotated[str, typer.Argument(metavar="QUESTION", help="The question that it is to answer.")]
AtOption = Annotated[str | None, typer.Option("--at", metavar="TIME", help="The time, such as 09:30; else now.")]
FacilitatorOption = Annotated[
    str | None, typer.Option("--facilitator", metavar="ROLE", help="Who leads it: a role, no name.")
]
RapporteurOption = Annotated[
    str | None, typer.Option("--rapporteur", metavar="ROLE", help="Who reports: a role, no name.")
]
TextArgument = Annotated[str, typer.Argument(metavar="TEXT", help="One sentence.")]


@run.callback()
def session() -> None:
    """Keep the record of a session while people talk: its question, who is there, three findings, the parking lot."""


@run.command("start")
def begin(
    theme: ThemeArgument,
    question: QuestionArgument,
    at: AtOption = None,
    facilitator: FacilitatorOption = None,
    rapporteur: RapporteurOption = None,
    project: ProjectOption = None,
    today: TodayOption = None,
) -> int:
    """Begin a session."""
    open_project = workspace(project, today)
    before = open_project.project
    id_, begun = open_project.start_session(theme, question, at=at, facilitator=facilitator, rapporteur=rapporteur)
    write(f"Session {id_} began at {begun.start}: {begun.question}")
    write('While people talk:  mainstream session attend | finding "..." | park "..." | end')
    warn_of_name(before, "--facilitator", facilitator)
    warn_of_name(before, "--rapporteur", rapporteur)
    return 0


@run.command()
def attend(
    who: Annotated[list[str], typer.Argument(metavar="INSTITUTION=PEOPLE...", help="How many people each one sent.")],
    project: ProjectOption = None,
) -> int:
    """Record how many people came, by institution; names are not recorded."""
    open_project = workspace(project)
    before = open_project.project
    now = open_project.attend(who)
    people = sum(present.people for present in now.attendance)
    write(f"{now.title}: {people} people from {len(now.attendance)} institutions")
    for name in (word.rpartition("=")[0].strip() for word in who):
        warn_of_name(before, "INSTITUTION", name if looks_like_a_name(name) else None)
    return 0


@run.command()
def finding(
    text: TextArgument,
    instead: Annotated[
        int | None,
        typer.Option("--instead", parser=counted, metavar="NUMBER", help="Put it in the place of this finding."),
    ] = None,
    project: ProjectOption = None,
) -> int:
    """Record one of at most three findings or recommendations."""
    now = workspace(project).add_finding(text, instead=instead)
    for number, words in enumerate(now.findings, start=1):
        write(f"{number}. {words}")
    return 0


@run.command()
def park(text: TextArgument, project: ProjectOption = None) -> int:
    """Put a matter aside for later."""
    now = workspace(project).park(text)
    write(f"Parked ({len(now.parking_lot)} so far): {text}")
    return 0


@run.command()
def end(at: AtOption = None, project: ProjectOption = None, today: TodayOption = None) -> int:
    """End the session."""
    open_project = workspace(project, today)
    now = open_project.end_session(at=at)
    findings = "1 finding" if len(now.findings) == 1 else f"{len(now.findings)} findings"
    write(
        f"{now.title} ended at {now.end}{day_of(now, open_project.today)}: {findings}, "
        f"{len(now.parking_lot)} parked. The record of the workshop: mainstream report proceedings"
    )
    return 0


@run.command()
def show(project: ProjectOption = None, format: FormatOption = Format.text) -> int:  # noqa: A002
    """Show the open session."""
    open_project = workspace(project)
    found = open_project.session()
    if format is Format.json:
        write_json({"session": {"id": found[0], **found[1].model_dump(mode="json")} if found else None})
        return 0
    id_, now = found or the_open_session(open_project.project)
    from mainstream_cli.output.session import print_session

    names = {name: stakeholder.title for name, stakeholder in open_project.public.entries("stakeholders").items()}
    print_session(id_, now, names)
    return 0
