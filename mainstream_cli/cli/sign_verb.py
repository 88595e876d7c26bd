"""``mainstream sign``."""

from dataclasses import replace
from typing import Annotated

import typer

from mainstream_cli.cli.session import (
    ByOption,
    ProjectOption,
    TodayOption,
    case_of,
    opened,
    stated,
    unknown,
    warn_of_name,
)
from mainstream_cli.errors import MainstreamError
from mainstream_cli.model.catalogue import Stage
from mainstream_cli.model.finding import Finding
from mainstream_cli.rules import Case, check, digest, gate
from mainstream_cli.rules.history import rating
from mainstream_cli.store import save_to_journal

StageArgument = Annotated[str, typer.Argument(metavar="STAGE", help="The stage that is confirmed.")]
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
    by, reference = stated("--by", by), stated("--reference", reference)
    stages = {each.id: each for each in loaded.catalogue.stages}
    if stage not in stages:
        raise unknown("stage", stage, stages)
    case = case_of(loaded, today)
    _refuse_while_blocked(len(loaded.findings), gate(case, stage), stages[stage])
    ratings, private = rating(case)
    fields = {
        "stage": stage,
        "by": by,
        "reference": reference,
        "digest": digest(loaded.public, stages[stage]),
        "edition": loaded.catalogue.edition,
        "ratings": ratings,
    }
    path = save_to_journal(
        loaded.folder, "sign_off", stage, case.today, fields, {"ratings": private} if private else {}
    )
    typer.echo(
        f"{stages[stage].title} is signed by {by} ({reference}).{_accepted(case, stage)}\n"
        f"Recorded in {path.relative_to(loaded.folder).as_posix()}; commit it."
    )
    warn_of_name(loaded, "--by", by)
    return 0


def _accepted(case: Case, stage: str) -> str:
    """Say which errors of the gate somebody has accepted for now."""
    covered = [each.waiver for each in check(replace(case, gate=stage)) if each.severity == "error" and each.waiver]
    ends = min((each.until for each in covered), default=None)
    number = f"{len(covered)} error{'' if len(covered) == 1 else 's'}"
    return f"\nAccepted for now under a waiver: {number}, the first until {ends}." if covered else ""


def _refuse_while_blocked(format_findings: int, open_items: list[Finding], stage: Stage) -> None:
    if not format_findings and not open_items:
        return
    lines = [f"    - {each.message}" for each in open_items]
    if format_findings:
        lines.insert(0, f"    - {format_findings} finding(s) on the form of files")
    message = f"{stage.title} cannot be signed yet; its gate is blocked by:\n" + "\n".join(lines)
    raise MainstreamError(message, action=f"Details: mainstream check {stage.id}", code="G00")
