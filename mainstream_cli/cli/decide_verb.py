"""``mainstream decide``."""

from typing import Annotated

import typer

from mainstream_cli.cli.options import ByOption, ProjectOption, TodayOption, warn, workspace
from mainstream_cli.language import say
from mainstream_cli.output.writer import write

TextArgument = Annotated[str, typer.Argument(metavar="TEXT", help=say("What was decided, in one sentence."))]
StageOption = Annotated[str | None, typer.Option(metavar="STAGE", help=say("The stage that it is about."))]
CodeOption = Annotated[
    str | None,
    typer.Option(metavar="CODE", help=say("The condition that it answers with a dated remedy; or G10, with --stage.")),
]
DueOption = Annotated[str | None, typer.Option(metavar="DATE", help=say("By when it is to be done."))]
ReferenceOption = Annotated[str | None, typer.Option(metavar="TEXT", help=say("The letter or minute that shows it."))]
ConfirmedOption = Annotated[
    list[str] | None,
    typer.Option(
        "--confirmed-by",
        metavar="ACTOR",
        help=say("An institution on record that confirmed it; once for each. A shared vision needs two."),
    ),
]
WithdrawsOption = Annotated[
    str | None,
    typer.Option("--withdraws", metavar="ENTRY", help=say("The sign-off that it withdraws, by its entry.")),
]


def run(
    text: TextArgument,
    by: ByOption,
    stage: StageOption = None,
    code: CodeOption = None,
    due: DueOption = None,
    reference: ReferenceOption = None,
    confirmed_by: ConfirmedOption = None,
    withdraws: WithdrawsOption = None,
    project: ProjectOption = None,
    today: TodayOption = None,
) -> int:
    """Record a decision that was taken; with --code and --due it is the dated remedy of a condition.

    A remedy stands beside the condition in check and in the documents, and changes no status. On rights, gender and
    children, which cannot be waived, one that is due within a year opens the gate with a warning; once its day is past,
    check says so until the condition is secured.

    The aims on which institutions agree: --stage awareness, with --confirmed-by for each of them. With --code G10 and
    --stage it says why a stage has nothing to record, such as no objective; its gate then asks for none.

    With --withdraws a sign-off does not count any more: nothing is deleted, and its stages are then not signed.
    """
    open_project = workspace(project, today)
    path = open_project.decide(
        text,
        by=by,
        stage=stage,
        code=code,
        due=due,
        reference=reference,
        confirmed_by=confirmed_by or (),
        withdraws=withdraws,
    )
    place = path.relative_to(open_project.folder).as_posix()
    write(say("The decision is recorded in {file}; commit it.", file=place))
    warn(open_project)
    return 0
