"""``mainstream session``."""

import datetime
from typing import Annotated

import typer

from mainstream_cli.cli.help_pages import Verb, Verbs
from mainstream_cli.cli.options import (
    Format,
    FormatOption,
    ProjectOption,
    TodayOption,
    counted,
    warn,
    workspace,
)
from mainstream_cli.language import Text, count, say
from mainstream_cli.model.registers.process import Session
from mainstream_cli.output.writer import write, write_json

run = typer.Typer(cls=Verbs, rich_markup_mode=None, add_completion=False)

ThemeArgument = Annotated[str, typer.Argument(metavar="THEME", help=say("What the session is called."))]
QuestionArgument = Annotated[str, typer.Argument(metavar="QUESTION", help=say("The question that it is to answer."))]
AtOption = Annotated[str | None, typer.Option("--at", metavar="TIME", help=say("The time, such as 09:30; else now."))]
FacilitatorOption = Annotated[
    str | None, typer.Option("--facilitator", metavar="ROLE", help=say("Who leads it: a role, no name."))
]
RapporteurOption = Annotated[
    str | None, typer.Option("--rapporteur", metavar="ROLE", help=say("Who reports: a role, no name."))
]
WHILE_PEOPLE_TALK = 'mainstream session attend | finding "..." | park "..." | end'
TextArgument = Annotated[str, typer.Argument(metavar="TEXT", help=say("One sentence."))]


@run.callback()
def session() -> None:
    """Keep the record of a session while people talk: its question, who is there, three findings, the parking lot."""


@run.command("start", cls=Verb, help=say("Begin a session."))
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
    id_, begun = open_project.start_session(theme, question, at=at, facilitator=facilitator, rapporteur=rapporteur)
    write(say("Session {id} began at {time}: {question}", id=id_, time=str(begun.start), question=begun.question))
    write(say("While people talk:  {commands}", commands=WHILE_PEOPLE_TALK))
    warn(open_project)
    return 0


@run.command(cls=Verb, help=say("Record how many people came, by institution; names are not recorded."))
def attend(
    who: Annotated[
        list[str], typer.Argument(metavar="INSTITUTION=PEOPLE...", help=say("How many people each one sent."))
    ],
    project: ProjectOption = None,
) -> int:
    """Record how many people came, by institution; names are not recorded."""
    open_project = workspace(project)
    now = open_project.attend(who)
    people = sum(present.people for present in now.attendance)
    write(
        say(
            "{session}. People: {people}. Institutions: {institutions}.",
            session=now.title,
            people=people,
            institutions=len(now.attendance),
        )
    )
    warn(open_project)
    return 0


@run.command(cls=Verb, help=say("Record one of at most three findings or recommendations."))
def finding(
    text: TextArgument,
    instead: Annotated[
        int | None,
        typer.Option("--instead", parser=counted, metavar="NUMBER", help=say("Put it in the place of this finding.")),
    ] = None,
    project: ProjectOption = None,
) -> int:
    """Record one of at most three findings or recommendations."""
    now = workspace(project).add_finding(text, instead=instead)
    for number, words in enumerate(now.findings, start=1):
        write(f"{number}. {words}")
    return 0


@run.command(cls=Verb, help=say("Put a matter aside for later."))
def park(text: TextArgument, project: ProjectOption = None) -> int:
    """Put a matter aside for later."""
    now = workspace(project).park(text)
    write(count("Parked ({n} so far): {text}", "Parked ({n} so far): {text}", n=len(now.parking_lot), text=text))
    return 0


@run.command(cls=Verb, help=say("End the session."))
def end(at: AtOption = None, project: ProjectOption = None, today: TodayOption = None) -> int:
    """End the session."""
    open_project = workspace(project, today)
    now = open_project.end_session(at=at)
    write(_ended(now, open_project.today))
    write(
        say(
            "Findings: {findings}. Parked: {parked}. The record of the workshop: {command}",
            findings=len(now.findings),
            parked=len(now.parking_lot),
            command="mainstream report proceedings",
        )
    )
    return 0


def _ended(session: Session, today: datetime.date) -> Text:
    if session.date < today:
        return say(
            "{session} ended at {time}, open since {day}.",
            session=session.title,
            time=str(session.end),
            day=session.date.isoformat(),
        )
    return say("{session} ended at {time}.", session=session.title, time=str(session.end))


@run.command(cls=Verb, help=say("Show the open session."))
def show(project: ProjectOption = None, format: FormatOption = Format.text) -> int:  # noqa: A002
    """Show the open session."""
    open_project = workspace(project)
    found = open_project.session()
    if format is Format.json:
        write_json({"session": {"id": found[0], **found[1].model_dump(mode="json")} if found else None})
        return 0
    id_, now = found or open_project.open_session()
    from mainstream_cli.output.session import print_session

    names = {name: stakeholder.title for name, stakeholder in open_project.public.entries("stakeholders").items()}
    print_session(id_, now, names)
    return 0
