"""What the verbs share: which project, which day, and what may be typed."""

import datetime
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from mainstream_cli.cli.chosen_language import speak_as
from mainstream_cli.cli.misuse import as_typed
from mainstream_cli.errors import UsageError
from mainstream_cli.language import Text, count, say
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.numbers import whole
from mainstream_cli.model.project import Settings
from mainstream_cli.output.writer import write_beside
from mainstream_cli.workspace import Workspace
from mainstream_cli.workspace.catalogue import languages_of, project_around, project_catalogue, settings_of
from mainstream_cli.workspace.words import sound

ProjectOption = Annotated[
    Path | None,
    typer.Option(
        "--project", "-p", metavar="DIR", help=say("The project folder; else the nearest one from here upwards.")
    ),
]
TodayOption = Annotated[
    str | None, typer.Option("--today", metavar="DATE", help=say("The day to reckon with, such as 2026-06-07."))
]


class Format(StrEnum):
    """How a command prints."""

    text = "text"
    json = "json"


DAY = "2026-06-07"
MAX_INPUT = 2_000_001  # more than any file of a project may hold
ByOption = Annotated[
    str, typer.Option("--by", metavar="ACTOR", help=say("The role or organisation; no personal names."))
]
FormatOption = Annotated[Format, typer.Option("--format", help=say("text for people, json for programs."))]


def workspace(project: Path | None, today: str | None = None, *, whole: bool = True) -> Workspace:
    """Open the project; with *whole* refuse one of which a file could not be read.

    Raises:
        MainstreamError: there is no project, or a file of it cannot be read.
        UsageError: ``--today`` is not a date.
    """
    day = stated_day(today)
    speak_as(languages_of(project or project_around()))
    return Workspace.open(project, today=day, whole=whole)


def stated_day(today: str | None) -> datetime.date | None:
    """Return the day that ``--today`` names, None when nothing is said.

    Raises:
        UsageError: it is not a date.
    """
    try:
        return datetime.date.fromisoformat(today) if today else None
    except ValueError as error:
        message = say("'{words}' is not a date.", words=str(today))
        raise UsageError(message, action=say("Write the day as {example}.", example=DAY), code="usage") from error


def project_settings() -> tuple[Catalogue, Settings | None]:
    """Return the catalogue, and the settings of the project around, if there is one that can be read."""
    catalogue = catalogue_here()
    return catalogue, settings_of(project_around(), catalogue)


def catalogue_here() -> Catalogue:
    """Return the catalogue with the national content of the project around, if there is one; say what is left out."""
    around = project_around()
    speak_as(languages_of(around))
    catalogue, findings = project_catalogue(around)
    if findings:
        write_beside(
            count(
                "{n} finding in the national content; what it concerns is left out: {command}",
                "{n} findings in the national content; what they concern is left out: {command}",
                n=len(findings),
                command="mainstream check",
            )
        )
    return catalogue


def warn(open_project: Workspace) -> None:
    """Say on stderr what the last change wrote that should not stay."""
    for warning in open_project.warnings:
        write_beside(as_typed(warning))


def recorded(open_project: Workspace, entry: Path) -> Text:
    """Return in which file of the project an entry of the journal stands."""
    return say("Recorded in {file}; commit it.", file=entry.relative_to(open_project.folder).as_posix())


def typed_in() -> str:
    """Return the text that stands on standard input.

    Raises:
        UsageError: there is none, or it is not UTF-8.
    """
    stream = getattr(sys.stdin, "buffer", None)
    try:
        text = stream.read(MAX_INPUT).decode("utf-8-sig") if stream else sys.stdin.read(MAX_INPUT)
    except UnicodeError as error:
        action = say("Convert it to UTF-8 first. Nothing was changed.")
        raise UsageError(say("The text on standard input is not UTF-8."), action=action, code="usage") from error
    if not text.strip():
        raise UsageError(say("Nothing stands on standard input."), action=say("Pipe the text in."), code="usage")
    return sound(text).rstrip("\n")


def counted(text: str) -> int:
    """Return the whole number that an option of the command line says; 2_0 and 1e3 are none.

    Raises:
        typer.BadParameter: it is not one.
    """
    found = whole(text.strip())
    if found is None:
        raise typer.BadParameter(say("'{words}' is not a whole number.", words=text))
    return found
