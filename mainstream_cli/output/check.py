"""How findings and conditions look."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding

from mainstream_cli.documents.words.wording import counted
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
from mainstream_cli.output.console import STYLES, SYMBOLS, console
from mainstream_cli.output.grouping import count_in_words, grouped, severities_in_words

STATUS = {"met": ("green", "✓"), "partly_met": ("yellow", "~"), "not_met": ("red", "✗"), "not_assessed": ("dim", "?")}
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
        shown = group[:NOTES_SHOWN] if severity == "note" else group
        for finding, count in shown:
            _print_finding(out, finding, count)
        more = sum(count for _, count in group) - sum(count for _, count in shown)
        if more:
            out.print(f"[dim]· and {counted(more, 'more note')} (all of them: mainstream check --format json)[/dim]")
    if assessments:
        _print_conditions(out, findings, assessments, histories)
    gate = f"Gate judged: {judged.title}. " if judged else "No gate is judged yet: the current stage has no answers. "
    waived = sum(each.waiver is not None for each in findings)
    accepted = f"; {waived} of them accepted for now (waived)" if waived else ""
    out.print(f"\n{gate}{severities_in_words(findings)}{accepted}.")


def _print_finding(out: Console, finding: Finding, count: int) -> None:
    style, where = STYLES[finding.severity], f"{finding.place or ''}{count_in_words(count)}"
    out.print(f"[{style}]{SYMBOLS[finding.severity]} {finding.code}[/{style}] {escape(where)}", soft_wrap=True)
    out.print(Padding(escape(finding.message), (0, 0, 0, 6), expand=False))
    if finding.waiver is not None:
        _print_beside(out, waived_in_words(finding.waiver))
    elif finding.severity != "note" or finding.repair is not None:
        _print_beside(out, finding.action)
    if count > 1:
        _print_beside(out, f"All {count:,}: mainstream check --select {finding.code} --format json")


def _print_beside(out: Console, text: str) -> None:
    out.print(Padding(f"[dim]{escape(text)}[/dim]", (0, 0, 0, 6), expand=False))


def _print_conditions(
    out: Console, findings: Sequence[Finding], assessments: Sequence[Assessment], histories: Mapping[str, History]
) -> None:
    stops = {each.code for each in findings if each.stops}
    out.print("\n[bold]Conditions for successful mainstreaming[/bold]")
    for each in assessments:
        style, mark = STATUS[each.status] if each.due or each.status == "met" else ("dim", "·")
        due = " [bold red](needed now)[/bold red]" if each.condition.code in stops else ""
        words = f"[{style}]{mark} {status_words(each)}[/{style}]"
        out.print(f"{each.condition.code} {words}  {escape(each.condition.title)}{due}", soft_wrap=True)
        for text in _beside(each, histories[each.condition.code]):
            _print_beside(out, text)


def _beside(assessment: Assessment, rated: History) -> Iterator[str]:
    """Yield what stands below a condition: what is in its way, what was decided or accepted, how it has changed."""
    if assessment.status != "met" and assessment.due and assessment.because:
        yield "; ".join(assessment.because)
    if assessment.remedy is not None:
        yield remedy_in_words(assessment.remedy)
    if assessment.waiver is not None:
        yield waived_in_words(assessment.waiver)
    if rated and (len(list(changes(rated))) > 1 or rated[-1][1] != assessment.status):
        yield f"Rated {history_in_words(rated)}"
