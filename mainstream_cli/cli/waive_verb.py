"""``mainstream waive``."""

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
from mainstream_cli.errors import MainstreamError, UsageError
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.journal import Waiver
from mainstream_cli.model.record import nearest
from mainstream_cli.rules import MANUAL, SECOND_RULES, Case
from mainstream_cli.rules import check as apply_rules
from mainstream_cli.rules.waivers import matches, refusal
from mainstream_cli.store import save_to_journal


def run(
    code: Annotated[str, typer.Argument(metavar="CODE", help="The code of the finding or the condition.")],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why it is accepted for now.")],
    by: ByOption,
    until: Annotated[str, typer.Option("--until", metavar="DATE", help="The last day; at most two years from now.")],
    where: Annotated[
        str | None, typer.Option("--where", metavar="ID", help="Only at this question or entry; else everywhere.")
    ] = None,
    project: ProjectOption = None,
    today: TodayOption = None,
) -> int:
    """Accept a finding until a day. The waiver stands beside the finding; it never changes a status.

    An error that is waived does not make check exit with 1 and does not keep a gate shut: somebody has taken it on
    themselves, in writing and for a time. It is still counted, listed and printed in the documents. Faults of form and
    conditions on rights, gender and children cannot be waived.
    """
    loaded = opened(project)
    case = case_of(loaded, today)
    waiver = _waiver(case, code.upper(), where, reason, by, until)
    covered = _covered(case, waiver)
    given = waiver.model_dump(mode="json", exclude={"kind", "date", "sequence"}, exclude_none=True)
    path = save_to_journal(loaded.folder, "waiver", waiver.code, case.today, given)
    number = f"{len(covered)} finding{'' if len(covered) == 1 else 's'}"
    typer.echo(
        f"{waiver.code} is accepted until {waiver.until}; this covers {number} now:\n"
        + "\n".join(f"    - {each.message}" for each in covered)
        + f"\nRecorded in {path.relative_to(loaded.folder).as_posix()}; commit it."
    )
    warn_of_name(loaded, "--by", waiver.by)
    return 0


def _waiver(case: Case, code: str, where: str | None, reason: str, by: str, until: str) -> Waiver:
    known = [*MANUAL, *(each.code for each in case.catalogue.conditions)]
    if code not in known:
        action = "Name the code as mainstream check shows it, such as C04 or K03. Nothing was changed."
        raise UsageError(f"There is no code '{code}'.{nearest(code, known)}", action=action, code="usage")
    waiver = Waiver(
        kind="waiver",
        code=code,
        where=stated("--where", where) if where is not None else None,
        reason=stated("--reason", reason),
        by=stated("--by", by),
        until=day_to_come("--until", until, case.today),
        date=case.today,
    )
    refused = refusal(case, waiver)
    if refused is not None:
        raise MainstreamError(refused.message, action=f"{refused.action} Nothing was changed.", code="G05")
    return waiver


def _covered(case: Case, waiver: Waiver) -> list[Finding]:
    """Return what a waiver would cover.

    Raises:
        MainstreamError: nothing.
    """
    found = [each for each in apply_rules(case) if each.code == waiver.code and each.code not in SECOND_RULES]
    covered = [each for each in found if matches(waiver, each)]
    if covered:
        return covered
    ids = ", ".join(dict.fromkeys(each.ref.id for each in found if each.ref and each.ref.id))
    at = f" at '{waiver.where}'" if waiver.where else ""
    there = f" It is found at: {ids}." if ids else ""
    action = f"Nothing has to be waived.{there} Nothing was changed."
    raise MainstreamError(f"There is no finding {waiver.code}{at} that this would cover.", action=action, code="G04")
