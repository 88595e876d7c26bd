"""``mainstream decide``."""

from typing import Annotated

import typer

from mainstream_cli.cli.options import ByOption, ProjectOption, TodayOption, warn, workspace
from mainstream_cli.language import say
from mainstream_cli.output.writer import write

CodeOption = Annotated[
    str | None,
    typer.Option(
        metavar="CODE",
        help=say(
            "The condition that it answers with a dated remedy; {code} with --stage: there is nothing to record.",
            code="G10",
        ),
    ),
]
ConfirmedByOption = Annotated[
    list[str] | None,
    typer.Option(
        "--confirmed-by",
        metavar="ACTOR",
        help=say("An institution that confirmed it in writing; once for each. A shared vision needs two."),
    ),
]


def run(
    text: Annotated[str, typer.Argument(metavar="TEXT", help=say("What was decided, in one sentence."))],
    by: ByOption,
    stage: Annotated[str | None, typer.Option(metavar="STAGE", help=say("The stage that it is about."))] = None,
    code: CodeOption = None,
    due: Annotated[str | None, typer.Option(metavar="DATE", help=say("By when it is to be done."))] = None,
    reference: Annotated[
        str | None, typer.Option(metavar="TEXT", help=say("The letter or minute that shows it."))
    ] = None,
    confirmed_by: ConfirmedByOption = None,
    project: ProjectOption = None,
    today: TodayOption = None,
) -> int:
    """Record a decision that was taken; with --code and --due it is the dated remedy of a condition.

    A remedy stands beside the condition in check and in the documents, and changes no status. On rights, gender and
    children, which cannot be waived, one that is due within a year opens the gate with a warning; once its day is past,
    check says so until the condition is secured.

    The aims on which institutions agree: --stage awareness, with --confirmed-by for each of them. With --code G10 and
    --stage it says why a stage has nothing to record, such as no objective; its gate then asks for none.
    """
    open_project = workspace(project, today)
    path = open_project.decide(
        text, by=by, stage=stage, code=code, due=due, reference=reference, confirmed_by=confirmed_by or ()
    )
    place = path.relative_to(open_project.folder).as_posix()
    write(say("The decision is recorded in {file}; commit it.", file=place))
    warn(open_project)
    return 0
