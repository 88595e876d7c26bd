"""``mainstream waive``."""

from typing import Annotated

import typer

from mainstream_cli.cli.options import ByOption, ProjectOption, TodayOption, warn_of_name, workspace
from mainstream_cli.documents.words.wording import counted
from mainstream_cli.output.writer import write
from mainstream_cli.workspace.words import day_to_come, stated


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
    open_project = workspace(project, today)
    before = open_project.project
    done = open_project.waive(
        code,
        where=stated("--where", where) if where is not None else None,
        reason=stated("--reason", reason),
        by=stated("--by", by),
        until=day_to_come("--until", until, open_project.today),
    )
    number = counted(len(done.covered), "finding")
    write(
        f"{done.waiver.code} is accepted until {done.waiver.until}; this covers {number} now:\n"
        + "\n".join(f"    - {finding.message}" for finding in done.covered)
        + f"\nRecorded in {done.entry.relative_to(open_project.folder).as_posix()}; commit it."
    )
    warn_of_name(before, "--by", done.waiver.by)
    return 0
