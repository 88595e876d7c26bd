"""``mainstream session``."""

import datetime
import os
from collections.abc import Mapping
from typing import Annotated, Any

import typer

from mainstream_cli.changes import sessions
from mainstream_cli.cli.options import (
    Format,
    FormatOption,
    ProjectOption,
    TodayOption,
    clock,
    counted,
    opened,
    print_json,
    warn_of_name,
)
from mainstream_cli.model.registers.process import Session
from mainstream_cli.rules.personal import looks_like_a_name
from mainstream_cli.store import ProjectFolder, save_entry

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
    loaded = opened(project)
    day = clock(loaded, today)
    fields = {
        "title": theme.strip(),
        "question": question.strip(),
        "date": day.isoformat(),
        "start": at or _now(),
        "facilitator": facilitator,
        "rapporteur": rapporteur,
    }
    id_, change = sessions.start(loaded.project, loaded.catalogue, fields)
    save_entry(loaded.folder, "sessions", id_, "", change)
    typer.echo(f"Session {id_} began at {change['start']}: {change['question']}")
    typer.echo('While people talk:  mainstream session attend | finding "..." | park "..." | end')
    warn_of_name(loaded, "--facilitator", facilitator)
    warn_of_name(loaded, "--rapporteur", rapporteur)
    return 0


@run.command()
def attend(
    who: Annotated[list[str], typer.Argument(metavar="INSTITUTION=PEOPLE...", help="How many people each one sent.")],
    project: ProjectOption = None,
) -> int:
    """Record how many people came, by institution; names are not recorded."""
    loaded = opened(project)
    id_, now = sessions.the_open_session(loaded.project)
    change = sessions.attended(loaded.project, now, who)
    saved = _save(loaded, id_, now, change)
    people = sum(each.people for each in saved.attendance)
    typer.echo(f"{now.title}: {people} people from {len(saved.attendance)} institutions")
    for name in (word.rpartition("=")[0].strip() for word in who):
        warn_of_name(loaded, "INSTITUTION", name if looks_like_a_name(name) else None)
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
    loaded = opened(project)
    id_, now = sessions.the_open_session(loaded.project)
    saved = _save(loaded, id_, now, sessions.found(now, text, instead))
    for number, each in enumerate(saved.findings, start=1):
        typer.echo(f"{number}. {each}")
    return 0


@run.command()
def park(text: TextArgument, project: ProjectOption = None) -> int:
    """Put a matter aside for later."""
    loaded = opened(project)
    id_, now = sessions.the_open_session(loaded.project)
    saved = _save(loaded, id_, now, sessions.parked(now, text))
    typer.echo(f"Parked ({len(saved.parking_lot)} so far): {text}")
    return 0


@run.command()
def end(at: AtOption = None, project: ProjectOption = None, today: TodayOption = None) -> int:
    """End the session."""
    loaded = opened(project)
    id_, now = sessions.the_open_session(loaded.project)
    late = sessions.day_of(now, clock(loaded, today))
    saved = _save(loaded, id_, now, sessions.end(now, loaded.catalogue, at or _now()))
    typer.echo(
        f"{now.title} ended at {saved.end}{late}: {_counted(len(saved.findings))}, "
        f"{len(saved.parking_lot)} parked. The record of the workshop: mainstream report proceedings"
    )
    return 0


@run.command()
def show(project: ProjectOption = None, format: FormatOption = Format.text) -> int:  # noqa: A002
    """Show the open session."""
    loaded = opened(project)
    found = sessions.open_session(loaded.project)
    if format is Format.json:
        session = {"id": found[0], **found[1].model_dump(mode="json")} if found else None
        print_json({"session": session})
        return 0
    id_, now = found or sessions.the_open_session(loaded.project)
    from mainstream_cli.output.session import print_session

    names = {name: each.title for name, each in loaded.public.entries("stakeholders").items()}
    print_session(id_, now, names)
    return 0


def _save(loaded: ProjectFolder, id_: str, session: Session, change: Mapping[str, Any]) -> Session:
    """Write a change of a session and return the session as it is then."""
    save_entry(loaded.folder, "sessions", id_, "", change)
    filled = {name: [] if value is None else value for name, value in change.items()}
    return Session.model_validate({**session.model_dump(mode="json"), **filled})


def _now() -> str:
    """Return the time of day; SOURCE_DATE_EPOCH stands for the clock where it is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).strftime("%H:%M")
    return datetime.datetime.now().astimezone().strftime("%H:%M")


def _counted(findings: int) -> str:
    return "1 finding" if findings == 1 else f"{findings} findings"
