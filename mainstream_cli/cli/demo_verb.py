"""``mainstream demo``."""

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from mainstream_cli.cli.report_verb import show
from mainstream_cli.content.samples import SANDORIA
from mainstream_cli.documents.kinds import DOCUMENTS
from mainstream_cli.errors import MainstreamError
from mainstream_cli.model.project import Settings
from mainstream_cli.output.demo import described, headed, paragraphs, points, quoted
from mainstream_cli.output.writer import write
from mainstream_cli.store.reports import reports_folder
from mainstream_cli.workspace import Workspace
from mainstream_cli.workspace.showcase import BEGIN_WITH, Noticed, contents, weakened

KIND = "invented_country"


def run(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="The folder to make.")] = Path("mainstream-demo"),
) -> int:
    """Make a sample country with its Word documents; run again, it writes them again."""
    made = not (folder / "mainstream.yaml").is_file()
    country = Workspace.copy_sample(folder, SANDORIA) if made else Workspace.open(folder)
    settings = country.project.settings
    if settings.sample != KIND:
        message = f"{folder} holds another project; nothing was changed."
        raise MainstreamError(message, action="Name another folder: mainstream demo DIR", code="P11")
    write(_beginning(folder, settings, made))
    write(headed("What is in it", points(contents(country.case))))
    write(headed("What the check says when somebody weakens it (tried on a copy)", _quoted(weakened())))
    show(country.report(), said=False)
    write(headed(f"Word documents in {reports_folder(country.folder)}; open these first", _documents()))
    write(headed("Go on", [f"  cd {shlex.quote(str(folder))}", *described(NEXT)]))
    return 0


NEXT = (
    ("mainstream status", "where this project stands, stage by stage"),
    ("mainstream check --room", "for the wall: what is secured, what is open"),
    ("mainstream explain C13", "an open condition: what it asks, who can act"),
    ("mainstream train list", "exercises on this country, for groups"),
    ("mainstream init --help", "begin with your own country"),
)


def _beginning(folder: Path, settings: Settings, made: bool) -> str:
    plan = settings.plan
    begun, years = "Made" if made else "Found", f"{plan.start} to {plan.end}"
    text = [
        f"{begun} {folder}: {settings.country.name}, which is writing its plan {plan.name}, {years}.",
        settings.notice or "",
        "CASE.md tells its story on two pages; every answer is a line of text in answers/ and registers/.",
    ]
    return "\n".join(paragraphs(text))


def _quoted(found: list[Noticed]) -> Iterator[str]:
    for number, noticed in enumerate(found, start=1):
        yield from quoted(number, noticed.title, noticed.says, noticed.why)


def _documents() -> list[str]:
    first = [(f"{name}.docx", DOCUMENTS[name].purpose) for name in BEGIN_WITH]
    others = ", ".join(name for name in DOCUMENTS if name not in BEGIN_WITH)
    return [*described(first), *paragraphs([f"and {len(DOCUMENTS) - len(first)} more: {others}."], "  ")]
