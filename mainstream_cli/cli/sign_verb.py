"""``mainstream sign``."""

from typing import Annotated

import typer

from mainstream_cli.cli.session import ProjectOption, TodayOption, case_of, opened, typed, unknown
from mainstream_cli.errors import MainstreamError, UsageError
from mainstream_cli.model.catalogue import Stage
from mainstream_cli.model.finding import Finding
from mainstream_cli.rules import digest, gate
from mainstream_cli.store import save_to_journal

StageArgument = Annotated[str, typer.Argument(metavar="STAGE", help="The stage that is confirmed.")]
ByOption = Annotated[str, typer.Option("--by", metavar="ACTOR", help="The role or organisation; no personal names.")]
ReferenceOption = Annotated[
    str, typer.Option("--reference", metavar="TEXT", help="The letter, minute or order that shows it.")
]


def run(
    stage: StageArgument,
    by: ByOption,
    reference: ReferenceOption,
    project: ProjectOption = None,
    today: TodayOption = None,
) -> int:
    """Record that a role confirms a stage. It records an approval and is no electronic signature."""
    loaded = opened(project)
    by, reference = typed(by), typed(reference)
    stages = {each.id: each for each in loaded.catalogue.stages}
    if stage not in stages:
        raise unknown("stage", stage, stages)
    if not by.strip() or not reference.strip():
        raise UsageError(
            "--by and --reference must not be empty.",
            action="Name the role and the letter, minute or order.",
            code="usage",
        )
    case = case_of(loaded, today)
    _refuse_while_blocked(len(loaded.findings), gate(case, stage), stages[stage])
    fields = {
        "stage": stage,
        "by": by,
        "reference": reference,
        "digest": digest(loaded.public, stages[stage]),
        "edition": loaded.catalogue.edition,
    }
    path = save_to_journal(loaded.folder, "sign_off", stage, case.today, fields)
    typer.echo(
        f"{stages[stage].title} is signed by {by} ({reference}).\n"
        f"Recorded in {path.relative_to(loaded.folder).as_posix()}; commit it."
    )
    return 0


def _refuse_while_blocked(format_findings: int, open_items: list[Finding], stage: Stage) -> None:
    if not format_findings and not open_items:
        return
    lines = [f"    - {each.message}" for each in open_items]
    if format_findings:
        lines.insert(0, f"    - {format_findings} finding(s) on the form of files")
    message = f"{stage.title} cannot be signed yet; its gate is blocked by:\n" + "\n".join(lines)
    raise MainstreamError(message, action=f"Details: mainstream check {stage.id}", code="G00")
