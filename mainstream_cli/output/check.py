"""How findings and conditions look."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from rich.console import Console
from rich.padding import Padding

from mainstream_cli.language import count, say, speak
from mainstream_cli.model.catalogue import Stage
from mainstream_cli.model.finding import SEVERITIES, Assessment, Finding
from mainstream_cli.model.history import (
    History,
    changes,
    history_in_words,
    remedy_in_words,
    status_words,
    waived_in_words,
)
from mainstream_cli.output.console import STYLES, SYMBOLS, console, shown
from mainstream_cli.output.grouping import grouped, place_in_words, summary

STATUS = {
    "met": ("green", "✓"),
    "partly_met": ("yellow", "~"),
    "claimed": ("yellow", "○"),
    "not_met": ("red", "✗"),
    "not_assessed": ("dim", "?"),
}
NOTES_SHOWN = 12


def print_check(
    findings: Sequence[Finding],
    assessments: Sequence[Assessment],
    judged: Stage | None,
    histories: Mapping[str, History],
) -> None:
    """Print errors, warnings and notes with their places, then the conditions with their reasons, then the counts."""
    out = console()
    plain = [each for each in findings if not each.code.startswith("C")]
    for severity in SEVERITIES:
        group = grouped(each for each in plain if each.severity == severity)
        first = group[:NOTES_SHOWN] if severity == "note" else group
        for finding, number in first:
            _print_finding(out, finding, number)
        more = sum(number for _, number in group[len(first) :])
        if more:
            rest = count(
                "and {n} more note (all of them: {command})",
                "and {n} more notes (all of them: {command})",
                n=more,
                command="mainstream check --format json",
            )
            out.print(f"[dim]· {shown(rest)}[/dim]")
    if assessments:
        _print_conditions(out, findings, assessments, histories)
    gate = say("No gate is judged yet: the current stage has no answers.")
    if judged:
        gate = say("Gate judged: {stage}.", stage=judged.title)
    out.print(f"\n{shown(gate)} {shown(summary(findings))}")


def _print_finding(out: Console, finding: Finding, number: int) -> None:
    style, where = STYLES[finding.severity], shown(place_in_words(finding, number))
    out.print(f"[{style}]{SYMBOLS[finding.severity]} {finding.code}[/{style}] {where}", soft_wrap=True)
    out.print(Padding(shown(finding.message), (0, 0, 0, 6), expand=False))
    if finding.waiver is not None:
        _print_beside(out, waived_in_words(finding.waiver))
    elif finding.severity != "note" or finding.repair is not None:
        _print_beside(out, finding.action)
    if number > 1:
        command = f"mainstream check --select {finding.code} --format json"
        _print_beside(out, say("All {number}: {command}", number=Decimal(number), command=command))


def _print_beside(out: Console, text: str) -> None:
    out.print(Padding(f"[dim]{shown(text)}[/dim]", (0, 0, 0, 6), expand=False))


def _print_conditions(
    out: Console, findings: Sequence[Finding], assessments: Sequence[Assessment], histories: Mapping[str, History]
) -> None:
    stops = {each.code for each in findings if each.stops}
    out.print(f"\n[bold]{shown(say('Conditions for successful mainstreaming'))}[/bold]")
    for assessment in assessments:
        style, mark = STATUS[assessment.status] if assessment.due or assessment.status == "met" else ("dim", "·")
        due = f" [bold red]({shown(say('needed now'))})[/bold red]" if assessment.condition.code in stops else ""
        words = f"[{style}]{mark} {shown(status_words(assessment))}[/{style}]"
        out.print(f"{assessment.condition.code} {words}  {shown(assessment.condition.title)}{due}", soft_wrap=True)
        if assessment.status == "not_assessed" and assessment.evidence == "seen":
            for finding in (each for each in findings if each.code == assessment.condition.code):
                _print_beside(out, finding.action)
        for text in _beside(assessment, histories[assessment.condition.code]):
            _print_beside(out, text)


def _beside(assessment: Assessment, rated: History) -> Iterator[str]:
    """Yield what stands below a condition: what is in its way, what was decided or accepted, how it has changed."""
    if assessment.status != "met" and assessment.due and assessment.because:
        yield say("{reasons}", reasons="; ".join(map(speak, assessment.because)))
    if assessment.remedy is not None:
        yield remedy_in_words(assessment.remedy)
    if assessment.waiver is not None:
        yield waived_in_words(assessment.waiver)
    if rated and (len(list(changes(rated))) > 1 or rated[-1][1] != assessment.status):
        yield say("Rated: {history}", history=history_in_words(rated))
