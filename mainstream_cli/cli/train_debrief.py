"""``mainstream train debrief``."""

from typing import Annotated

import typer

from mainstream_cli.cli.options import Format, FormatOption, ProjectOption
from mainstream_cli.language import say
from mainstream_cli.output.writer import write, write_json
from mainstream_cli.workspace import Training

NameArgument = Annotated[
    str | None,
    typer.Argument(metavar="[EXERCISE]", help=say("Its name; without it, the exercise of the group's folder.")),
]


def debrief(name: NameArgument = None, project: ProjectOption = None, format_: FormatOption = Format.text) -> int:
    """Show the worked reading with its reasons and sources; a group's folder remembers that it was shown there."""
    from mainstream_cli.output.training import print_debriefing

    shown = Training(project).debrief(name)
    if format_ is Format.json:
        write_json(shown.as_data())
        return 0
    print_debriefing(shown.lesson, shown.solutions)
    if shown.noted:
        write()
        write(say("This folder now notes that the worked reading was shown; results say so."))
    return 0
