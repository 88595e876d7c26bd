"""``mainstream train pack``."""

from pathlib import Path
from typing import Annotated

import typer

from mainstream_cli.content import content_dir, load_catalogue
from mainstream_cli.course.agendas import load_courses, load_handout
from mainstream_cli.course.exercises import load_lessons
from mainstream_cli.course.pack import PACK, Teaching


def pack(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Where to write.")] = Path("course-pack"),
) -> int:
    """Write the trainer's pack for Word: guide, handout, exercise sheets, evaluation form and certificate."""
    from mainstream_cli.documents.rendering import render
    from mainstream_cli.store import save_report

    teaching = _teaching()
    for kind in PACK.values():
        content = render(content_dir("templates") / kind.template, kind.build(teaching).model_dump(mode="json"))
        path, edited = save_report(folder, f"{kind.name}.docx", content)
        typer.echo(f"Wrote {path}\n      {kind.purpose}")
        if edited:
            typer.echo(f"  {edited.name} was edited after it was written, so it was kept as it is.", err=True)
    return 0


def _teaching() -> Teaching:
    catalogue = load_catalogue()
    lessons = load_lessons(catalogue)
    return Teaching(catalogue, load_courses(catalogue, lessons), lessons, load_handout(catalogue))
