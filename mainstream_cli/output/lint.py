"""How the findings of the lint and the counts of content look."""

from collections.abc import Mapping, Sequence

from rich import box
from rich.padding import Padding
from rich.table import Table

from mainstream_cli.language import count, say
from mainstream_cli.model.finding import Finding
from mainstream_cli.output.console import STYLES, SYMBOLS, console, shown
from mainstream_cli.output.grouping import grouped, place_in_words, severities_in_words

HEADINGS = {
    "home": say("By stage and sector"),
    "setting": say("By setting"),
    "core_setting": say("Core, by setting"),
    "basis": say("By basis"),
    "kind": say("By kind"),
    "tag": say("By tag"),
}


def print_lint(findings: Sequence[Finding], counts: Mapping[str, Mapping[str, int]]) -> None:
    """Print every finding with its place, then the counts."""
    out = console()
    for finding, number in grouped(findings):
        where = shown(place_in_words(finding, number))
        style, symbol = STYLES[finding.severity], SYMBOLS[finding.severity]
        out.print(f"[{style}]{symbol} {finding.code}[/{style}] {where}", soft_wrap=True)
        out.print(Padding(shown(finding.message), (0, 0, 0, 6), expand=False))
        out.print(Padding(f"[dim]{shown(finding.action)}[/dim]", (0, 0, 0, 6), expand=False))
    table = Table(box=box.SIMPLE, show_header=False, pad_edge=False)
    table.add_column(no_wrap=True, style="dim")
    table.add_column()
    for name, heading in HEADINGS.items():
        if counts.get(name):
            table.add_row(shown(heading), ", ".join(f"{term} {number}" for term, number in counts[name].items()))
    out.print(table)
    total = counts.get("total", {"questions": 0, "core": 0})
    questions = count(
        "{n} question ({core} core).", "{n} questions ({core} core).", n=total["questions"], core=total["core"]
    )
    out.print(shown(say("{questions} {findings}.", questions=questions, findings=severities_in_words(findings))))
