"""``mainstream waive``."""

from typing import Annotated

import typer

from mainstream_cli.cli.options import ByOption, ProjectOption, TodayOption, recorded, warn, workspace
from mainstream_cli.language import count, say, speak
from mainstream_cli.output.writer import write
from mainstream_cli.workspace.waiving import Waived


def run(
    code: Annotated[str, typer.Argument(metavar="CODE", help=say("The code of the finding or the condition."))],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help=say("Why it is accepted for now."))],
    by: ByOption,
    until: Annotated[
        str, typer.Option("--until", metavar="DATE", help=say("The last day; at most two years from now."))
    ],
    where: Annotated[
        str | None, typer.Option("--where", metavar="ID", help=say("Only at this question or entry; else everywhere."))
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
    done = open_project.waive(code, where=where, reason=reason, by=by, until=until)
    _say_accepted(done)
    write(recorded(open_project, done.entry))
    warn(open_project)
    return 0


def _say_accepted(done: Waived) -> None:
    said = count(
        "{code} is accepted until {day}; this covers {n} finding now:",
        "{code} is accepted until {day}; this covers {n} findings now:",
        n=len(done.covered),
        code=done.waiver.code,
        day=str(done.waiver.until),
    )
    write(said)
    for finding in done.covered:
        write(f"    - {speak(finding.message)}")
