"""How the fields of a document and the remarks on a template look."""

from collections.abc import Sequence

from rich.markup import escape
from rich.padding import Padding

from mainstream_cli.documents.contexts.describe import FieldNote
from mainstream_cli.language import count, say
from mainstream_cli.model.finding import SEVERITIES
from mainstream_cli.model.remark import Remark
from mainstream_cli.output.console import STYLES, SYMBOLS, console, shown

HINT = say(
    "Paste a tag into the Word template where its text shall stand. {%p is for a whole paragraph and {%tr for a table "
    "row: each line of such a tag has a paragraph or a row of its own, and what is to be repeated stands between them. "
    "Around what may be empty write {%p if FIELD %} before and {%p endif %} after."
)


def print_fields(title: str, notes: Sequence[FieldNote]) -> None:
    """Print every field, its meaning and the tag to paste; what a list holds stands below it."""
    out = console()
    out.print(f"[bold]{shown(title)}[/bold]\n{shown(HINT)}\n")
    for note in notes:
        name = note.path.rsplit(".", 1)[-1] if note.depth else note.path
        words = f"[bold]{escape(name)}[/bold] [dim]{shown(note.holds)}[/dim] {shown(note.meaning)}"
        out.print(Padding(words, (0, 0, 0, 2 * note.depth)))
        if note.tag:
            out.print(Padding(escape(note.tag), (0, 0, 0, 2 * note.depth + 4)))


def print_remarks(template: str, document: str, remarks: Sequence[Remark]) -> None:
    """Print every remark with its place, the worst first, and the outcome."""
    out = console()
    for remark in sorted(remarks, key=lambda each: SEVERITIES.index(each.severity)):
        style, symbol = STYLES[remark.severity], SYMBOLS[remark.severity]
        out.print(f"[{style}]{symbol} {remark.code}[/{style}] {shown(remark.place)}", soft_wrap=True)
        out.print(Padding(shown(remark.message), (0, 0, 0, 6), expand=False))
        out.print(Padding(f"[dim]{shown(remark.action)}[/dim]", (0, 0, 0, 6), expand=False))
    bad = sum(remark.severity == "error" for remark in remarks)
    outcome = say("{file} ({document}) works, with a full and an empty project.", file=template, document=document)
    if bad:
        outcome = count(
            "{file} ({document}) cannot be used yet: {n} to put right.",
            "{file} ({document}) cannot be used yet: {n} to put right.",
            n=bad,
            file=template,
            document=document,
        )
    out.print(shown(outcome), soft_wrap=True)
