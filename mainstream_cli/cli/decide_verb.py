"""``mainstream decide``."""

from typing import Annotated

import typer

from mainstream_cli.cli.options import (
    ByOption,
    ProjectOption,
    TodayOption,
    case_of,
    day_to_come,
    opened,
    stated,
    warn_of_name,
)
from mainstream_cli.errors import UsageError
from mainstream_cli.model.record import unknown_name
from mainstream_cli.rules import Case, assess
from mainstream_cli.store import save_to_journal

GENERAL = "process"


def run(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What was decided, in one sentence.")],
    by: ByOption,
    stage: Annotated[str | None, typer.Option(metavar="STAGE", help="The stage that it is about.")] = None,
    code: Annotated[
        str | None, typer.Option(metavar="CODE", help="The condition that it answers with a dated remedy.")
    ] = None,
    due: Annotated[str | None, typer.Option(metavar="DATE", help="By when it is to be done.")] = None,
    reference: Annotated[str | None, typer.Option(metavar="TEXT", help="The letter or minute that shows it.")] = None,
    project: ProjectOption = None,
    today: TodayOption = None,
) -> int:
    """Record a decision that was taken; with --code and --due it is the dated remedy of a condition.

    A remedy stands beside the condition in check and in the documents. It changes no status and opens no gate; once
    its day is past, check says so until the condition is secured.
    """
    loaded = opened(project)
    case = case_of(loaded, today)
    stages = [each.id for each in loaded.catalogue.stages]
    if stage is not None and stage not in stages:
        raise unknown_name("stage", stage, stages)
    day = day_to_come("--due", due, case.today) if due is not None else None
    fields = {
        "text": stated("TEXT", text),
        "stage": stage,
        "code": _condition(case, code, due),
        "due": day.isoformat() if day else None,
        "reference": stated("--reference", reference) if reference is not None else None,
        "by": stated("--by", by),
    }
    given = {name: value for name, value in fields.items() if value is not None}
    path = save_to_journal(loaded.folder, "decision", stage or given.get("code", GENERAL), case.today, given)
    typer.echo(f"The decision is recorded in {path.relative_to(loaded.folder).as_posix()}; commit it.")
    warn_of_name(loaded, "--by", by)
    return 0


def _condition(case: Case, code: str | None, due: str | None) -> str | None:
    """Return the code of an open condition, for which a day must be set."""
    if code is None:
        return None
    assessments = {each.condition.code: each for each in assess(case)}
    if code.upper() not in assessments:
        raise unknown_name("condition", code, assessments)
    found = assessments[code.upper()]
    if due is None:
        action = "Say by when it is done: --due DATE. Nothing was changed."
        raise UsageError(f"A remedy of {found.condition.code} needs a date.", action=action, code="usage")
    if found.status == "met":
        message = f"{found.condition.code} {found.condition.title} is secured; there is nothing to put right."
        raise UsageError(message, action="Record the decision without --code. Nothing was changed.", code="usage")
    return found.condition.code
