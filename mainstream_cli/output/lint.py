"""How the findings of the lint and the counts of content look."""

from collections.abc import Mapping, Sequence

from rich import box
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from mainstream_cli.documents.words.wording import counted
from mainstream_cli.model.finding import Finding
from mainstream_cli.output.console import STYLES, SYMBOLS, console
from mainstream_cli.output.grouping import count_in_words, grouped, severities_in_words

HEADINGS = {
    "home": "By stage and sector",
    "setting": "By setting",
    "core_setting": "Core, by setting",
    "basis": "By basis",
    "kind": "By kind",
    "tag": "By tag",
}


def print_lint(findings: Sequence[Finding], counts: Mapping[str, Mapping[str, int]]) -> None:
    """Print every finding with its place, then the counts."""
    out = console()
    for finding, count in grouped(findings):
        where = f"{finding.place or ''}{count_in_words(count)}"
        style, symbol = STYLES[finding.severity], SYMBOLS[finding.severity]
        out.print(f"[{style}]{symbol} {finding.code}[/{style}] {escape(where)}", soft_wrap=True)
        out.print(Padding(escape(finding.message), (0, 0, 0, 6), expand=False))
        out.print(Padding(f"[dim]{escape(finding.action)}[/dim]", (0, 0, 0, 6), expand=False))
    table = Table(box=box.SIMPLE, show_header=False, pad_edge=False)
    table.add_column(no_wrap=True, style="dim")
    table.add_column()
    for name, heading in HEADINGS.items():
        if counts.get(name):
            table.add_row(heading, ", ".join(f"{term} {number}" for term, number in counts[name].items()))
    out.print(table)
    total = counts.get("total", {"questions": 0, "core": 0})
    questions = counted(total["questions"], "question")
    out.print(f"{questions} ({total['core']} core). {severities_in_words(findings)}.")
