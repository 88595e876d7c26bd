"""``mainstream train pack``."""

from pathlib import Path
from typing import Annotated

import typer

from mainstream_cli.output.writer import write, write_beside


def pack(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Where to write.")] = Path("course-pack"),
) -> int:
    """Write the trainer's pack for Word: guide, handout, exercise sheets, evaluation form and certificate."""
    from mainstream_cli.course.pack.writing import write_pack

    for kind, path, edited in write_pack(folder):
        write(f"Wrote {path}\n      {kind.purpose}")
        if edited:
            write_beside(f"  {edited.name} was edited after it was written, so it was kept as it is.")
    return 0
