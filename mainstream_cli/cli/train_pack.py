"""``mainstream train pack``."""

from pathlib import Path
from typing import Annotated

import typer

from mainstream_cli.cli.report_verb import say_kept
from mainstream_cli.language import say, speak
from mainstream_cli.output.writer import write
from mainstream_cli.workspace import Training


def pack(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help=say("Where to write."))] = Path("course-pack"),
) -> int:
    """Write the trainer's pack for Word: guide, handout, exercise sheets, evaluation form and certificate."""
    for kind, path, edited in Training().pack(folder):
        write(say("Wrote {file}", file=str(path)))
        write(f"      {speak(kind.purpose)}")
        if edited:
            say_kept(edited)
    return 0
