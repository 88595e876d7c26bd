"""``mainstream train debrief``."""

from dataclasses import asdict
from typing import Annotated

import typer

from mainstream_cli.cli.options import Format, FormatOption, ProjectOption
from mainstream_cli.language import say
from mainstream_cli.output.writer import write, write_json

NameArgument = Annotated[
    str | None,
    typer.Argument(metavar="[EXERCISE]", help=say("Its name; without it, the exercise of the group's folder.")),
]


def debrief(name: NameArgument = None, project: ProjectOption = None, format_: FormatOption = Format.text) -> int:
    """Show the worked reading with its reasons and sources; a group's folder remembers that it was shown there."""
    from mainstream_cli.course.group import debriefing
    from mainstream_cli.output.training import print_debriefing

    lesson, solutions, noted = debriefing(name, project)
    if format_ is Format.json:
        talk = [question.strip() for question in lesson.exercise.talk]
        write_json({"exercise": lesson.id, "solutions": [asdict(solution) for solution in solutions], "talk": talk})
        return 0
    print_debriefing(lesson, solutions)
    if noted:
        write()
        write(say("This folder now notes that the worked reading was shown; results say so."))
    return 0
