"""``mainstream demo``."""

import shlex
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from mainstream_cli.cli.init_verb import sample_folder
from mainstream_cli.cli.options import case_of, opened
from mainstream_cli.cli.report_verb import write
from mainstream_cli.cli.training import prepare
from mainstream_cli.content import load_catalogue
from mainstream_cli.course.exercises import SAMPLE, load_faults
from mainstream_cli.documents.kinds import DOCUMENTS
from mainstream_cli.errors import MainstreamError
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.project import Settings
from mainstream_cli.model.training import Exercise, Lesson
from mainstream_cli.output.demo import described, headed, paragraphs, points, quoted
from mainstream_cli.rules import check
from mainstream_cli.store import ProjectFolder, create_from, load, reports_folder
from mainstream_cli.workspace.showcase import BEGIN_WITH, STRIKING, Noticed, contents, noticed

KIND = "invented_country"


def run(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="The folder to make.")] = Path("mainstream-demo"),
) -> int:
    """Make a sample country with its Word documents; run again, it writes them again."""
    catalogue = load_catalogue()
    made = not (folder / "mainstream.yaml").is_file()
    if made:
        create_from(folder, sample_folder(SAMPLE), catalogue)
    loaded = opened(folder)
    settings = loaded.project.settings
    if settings.sample != KIND:
        message = f"{folder} holds another project; nothing was changed."
        raise MainstreamError(message, action="Name another folder: mainstream demo DIR", code="P11")
    typer.echo(_beginning(folder, settings, made))
    typer.echo(headed("What is in it", points(contents(case_of(loaded)))))
    typer.echo(headed("What the check says when somebody weakens it (tried on a copy)", _weakened(catalogue)))
    typer.echo(headed(f"Word documents in {reports_folder(folder)}; open these first", _documents(loaded)))
    typer.echo(headed("Go on", [f"  cd {shlex.quote(str(folder))}", *described(NEXT)]))
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


def _weakened(catalogue: Catalogue) -> list[str]:
    found = _tried(catalogue)
    return [
        line for number, each in enumerate(found, start=1) for line in quoted(number, each.title, each.says, each.why)
    ]


def _tried(catalogue: Catalogue) -> list[Noticed]:
    """Lay a few faults into a fresh copy of the sample, as an exercise does, and have it checked."""
    faults = load_faults(catalogue)
    chosen = {name: faults[name] for name in STRIKING}
    stages = (catalogue.stages[0].id,)
    exercise = Exercise(
        kind="faults",
        title="Demo",
        situation="-",
        task="-",
        begin="check",
        stages=stages,
        minutes=5,
        difficulty=1,
        faults=STRIKING,
    )
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / SAMPLE
        create_from(copy, sample_folder(SAMPLE), catalogue)
        prepare(copy, catalogue, Lesson("demo", exercise, chosen))
        return noticed(chosen, check(case_of(load(copy, catalogue))))


def _documents(loaded: ProjectFolder) -> list[str]:
    write(loaded, list(DOCUMENTS.values()), reports_folder(loaded.folder), None, said=False)
    first = [(f"{name}.docx", DOCUMENTS[name].purpose) for name in BEGIN_WITH]
    others = ", ".join(name for name in DOCUMENTS if name not in BEGIN_WITH)
    return [*described(first), *paragraphs([f"and {len(DOCUMENTS) - len(first)} more: {others}."], "  ")]
