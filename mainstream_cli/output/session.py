"""How the open session looks."""

from collections.abc import Mapping

from rich.markup import escape

from mainstream_cli.language import say
from mainstream_cli.model.registers.process import Session
from mainstream_cli.output.console import console, shown


def print_session(id_: str, session: Session, names: Mapping[str, str]) -> None:
    """Print the question large enough to be read out, then what is recorded so far."""
    out = console()
    when = f"{session.date.isoformat()} {session.start or ''}"
    out.print(f"[bold]{escape(session.title)}[/bold]  {when}  [dim]{id_}[/dim]")
    out.print(escape(session.question))
    roles = ((say("Facilitator"), session.facilitator), (say("Rapporteur"), session.rapporteur))
    for role, who in roles:
        out.print(f"[dim]{shown(role)}[/dim] {shown(who or say('not named yet'))}")
    people = ", ".join(f"{names.get(each.institution, each.institution)} {each.people}" for each in session.attendance)
    out.print(f"[dim]{shown(say('Present'))}[/dim] {shown(people or say('not recorded yet'))}")
    none = "" if session.findings else f" {shown(say('none yet, three at most'))}"
    out.print(f"[dim]{shown(say('Findings'))}[/dim]{none}")
    for number, finding in enumerate(session.findings, start=1):
        out.print(f"  {number}. {escape(finding)}")
    if session.parking_lot:
        out.print(f"[dim]{shown(say('Parking lot'))}[/dim]")
        for matter in session.parking_lot:
            out.print(f"  - {escape(matter)}")
