"""``mainstream demo``."""

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from mainstream_cli.cli.report_verb import show
from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import count, say
from mainstream_cli.model.project import Settings
from mainstream_cli.output.demo import described, headed, paragraphs, points, quoted
from mainstream_cli.output.writer import write
from mainstream_cli.workspace import Workspace
from mainstream_cli.workspace.rendering import document_kinds
from mainstream_cli.workspace.showcase import BEGIN_WITH, SAMPLE, Noticed, contents, weakened

KIND = "invented_country"


def run(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help=say("The folder to make."))] = Path("mainstream-demo"),
) -> int:
    """Make a sample country with its Word documents; run again, it writes them again."""
    made = not (folder / "mainstream.yaml").is_file()
    country = Workspace.copy_sample(folder, SAMPLE) if made else Workspace.open(folder)
    settings = country.project.settings
    if settings.sample != KIND:
        message = say("{folder} holds another project; nothing was changed.", folder=str(folder))
        action = say("Name another folder: {command}", command="mainstream demo DIR")
        raise MainstreamError(message, action=action, code="P11")
    write(_beginning(folder, settings, made))
    write(headed(say("What is in it"), points(contents(country.case))))
    write(headed(say("What the check says when somebody weakens it (tried on a copy)"), _quoted(weakened())))
    show(country.report(), said=False)
    first = say("Word documents in {folder}; open these first", folder=str(country.folder / "reports"))
    write(headed(first, _documents()))
    write(headed(say("Go on"), [f"  cd {shlex.quote(str(folder))}", *described(NEXT)]))
    return 0


NEXT = (
    ("mainstream status", say("where this project stands, stage by stage")),
    ("mainstream check --room", say("for the wall: what is secured, what is open")),
    ("mainstream explain C13", say("an open condition: what it asks, who can act")),
    ("mainstream train list", say("exercises on this country, for groups")),
    ("mainstream init --help", say("begin with your own country")),
)


def _beginning(folder: Path, settings: Settings, made: bool) -> str:
    plan = settings.plan
    sentence = say(
        "{country}, which is writing its plan {plan}, {start} to {end}.",
        country=settings.country.name,
        plan=plan.name,
        start=plan.start,
        end=plan.end,
    )
    begun = say("Found {folder}: {sentence}", folder=str(folder), sentence=sentence)
    if made:
        begun = say("Made {folder}: {sentence}", folder=str(folder), sentence=sentence)
    text = [
        begun,
        settings.notice or "",
        say("CASE.md tells its story on two pages; every answer is a line of text in answers/ and registers/."),
    ]
    return "\n".join(paragraphs(text))


def _quoted(found: list[Noticed]) -> Iterator[str]:
    for number, noticed in enumerate(found, start=1):
        yield from quoted(number, noticed.title, noticed.says, noticed.why)


def _documents() -> list[str]:
    purposes = {kind.name: kind.purpose for kind in document_kinds()}
    first = [(f"{name}.docx", purposes[name]) for name in BEGIN_WITH]
    others = [name for name in purposes if name not in BEGIN_WITH]
    more = count("and {n} more: {documents}.", "and {n} more: {documents}.", n=len(others), documents=", ".join(others))
    return [*described(first), *paragraphs([more], "  ")]
