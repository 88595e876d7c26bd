"""Writes the trainer's pack for Word."""

from collections.abc import Iterator
from pathlib import Path

from mainstream_cli.content import content_dir, load_catalogue
from mainstream_cli.course.agendas import load_courses, load_handout
from mainstream_cli.course.exercises import load_lessons
from mainstream_cli.course.pack import PACK, PackKind, Teaching


def write_pack(folder: Path) -> Iterator[tuple[PackKind, Path, Path | None]]:
    """Write one document after the other; yield it with its path, and the edited file that it stands beside, if any.

    Raises:
        MainstreamError: the folder or a file cannot be written.
    """
    from mainstream_cli.documents.rendering import render
    from mainstream_cli.store.reports import save_report

    catalogue = load_catalogue()
    lessons = load_lessons(catalogue)
    teaching = Teaching(catalogue, load_courses(catalogue, lessons), lessons, load_handout(catalogue))
    for kind in PACK.values():
        content = render(content_dir("templates") / kind.template, kind.build(teaching).model_dump(mode="json"))
        path, edited = save_report(folder, f"{kind.name}.docx", content)
        yield kind, path, edited
