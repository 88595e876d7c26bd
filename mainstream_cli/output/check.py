"""How findings and conditions look."""

from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding

from mainstream_cli.model.catalogue import Stage
from mainstream_cli.model.finding import SEVERITIES, Assessment, Finding
from mainstream_cli.output.console import STYLES, SYMBOLS, console

STATUS = {
    "met": ("[green]✓ secured[/green]", 0),
    "partly_met": ("[yellow]~ partly secured[/yellow]", 1),
    "not_met": ("[red]✗ not secured[/red]", 2),
    "not_assessed": ("[dim]? not assessed[/dim]", 3),
}
NOTES_SHOWN = 12


def print_check(findings: Sequence[Finding], assessments: Sequence[Assessment], judged: Stage | None) -> None:
    """Print errors, warnings and notes with their places, then the conditions with their reasons, then the counts."""
    out = console()
    plain = [each for each in findings if not each.code.startswith("C")]
    for severity in SEVERITIES:
        group = [each for each in plain if each.severity == severity]
        shown = group[:NOTES_SHOWN] if severity == "note" else group
        for finding in shown:
            _print_finding(out, finding)
        if len(group) > len(shown):
            out.print(
                f"[dim]· and {len(group) - len(shown)} more notes (all of them: mainstream check --format json)[/dim]"
            )
    if assessments:
        _print_conditions(out, findings, assessments)
    counts = {severity: sum(each.severity == severity for each in findings) for severity in SEVERITIES}
    gate = f"Gate judged: {judged.title}. " if judged else "No gate is judged yet: the current stage has no answers. "
    words = ", ".join(f"{count} {severity}{'' if count == 1 else 's'}" for severity, count in counts.items())
    out.print(f"\n{gate}{words}.")


def _print_finding(out: Console, finding: Finding) -> None:
    style = STYLES[finding.severity]
    out.print(
        f"[{style}]{SYMBOLS[finding.severity]} {finding.code}[/{style}] {escape(_where(finding))}", soft_wrap=True
    )
    out.print(Padding(escape(finding.message), (0, 0, 0, 6), expand=False))
    if finding.severity != "note":
        out.print(Padding(f"[dim]{escape(finding.action)}[/dim]", (0, 0, 0, 6), expand=False))


def _where(finding: Finding) -> str:
    return str(finding.place or "")


def _print_conditions(out: Console, findings: Sequence[Finding], assessments: Sequence[Assessment]) -> None:
    severity = {each.code: each.severity for each in findings}
    out.print("\n[bold]Conditions for successful mainstreaming[/bold]")
    for each in assessments:
        words, _ = STATUS[each.status]
        due = " [bold red](needed now)[/bold red]" if severity.get(each.condition.code) == "error" else ""
        out.print(f"{each.condition.code} {words}  {escape(each.condition.title)}{due}", soft_wrap=True)
        if each.status != "met" and each.due and each.because:
            out.print(Padding(f"[dim]{escape('; '.join(each.because))}[/dim]", (0, 0, 0, 6), expand=False))
