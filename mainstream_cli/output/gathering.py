"""How the copies of tables look when they come back: one screen, differences first."""

from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from mainstream_cli.documents.words.wording import counted
from mainstream_cli.model.gathering import EntryNews, Gathered, QuestionViews, Refused
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.output.console import console

ORDER = ("differs", "settled", "added", "confirmed")
TITLE_WIDTH = 21
ROWS_ELSEWHERE = 40
FRAME = 14  # lines that the screen needs beside the table of questions


def print_gathered(
    result: Gathered, refused: Sequence[Refused], unread: Sequence[tuple[str, str]], *, dry_run: bool
) -> None:
    """Print what came in, or would: the refused copies first, then questions, entries and proposals."""
    out = console()
    for each in refused:
        where = f"{each.where}: " if each.where else ""
        out.print(
            f"[bold red]✗ {escape(each.table)} is left out.[/bold red] {escape(where + each.message)}", soft_wrap=True
        )
        out.print(f"  [dim]{escape(each.action)} Gather it again when it is put right.[/dim]", soft_wrap=True)
    for table, file in unread:
        out.print(f"[yellow]! {escape(table)}: nothing reads {escape(file)}; look whether it holds answers.[/yellow]")
    tables = counted(len(result.tables), "table")
    done = "Nothing was written" if dry_run else ("Gathered" if result.changes else "Nothing new")
    out.print(f"[bold]{tables}[/bold]: {escape(_names(result.tables))}. {done}{_older(result)}.")
    if result.questions:
        _print_questions(out, result)
    _print_entries(out, result.entries)
    _print_proposals(out, result, dry_run=dry_run)
    _print_next(out, result, dry_run=dry_run)


def _names(names: Sequence[str]) -> str:
    shown = ", ".join(names[:8])
    return f"{shown} and {len(names) - 8} more" if len(names) > 8 else shown  # noqa: PLR2004


def _older(result: Gathered) -> str:
    count = len(result.older)
    return f"; {counted(count, 'older state')} of what stands here left out" if count else ""


def _print_questions(out: Console, result: Gathered) -> None:
    ordered = sorted(result.questions, key=lambda each: (ORDER.index(each.outcome), not each.fresh))
    room = max(out.size.height - FRAME, 6) if out.is_terminal else ROWS_ELSEWHERE
    table = Table(box=None, pad_edge=False, header_style="dim", expand=True)
    table.add_column("", min_width=6, no_wrap=True)
    table.add_column("Question", width=TITLE_WIDTH, no_wrap=True)
    table.add_column("Agree", min_width=8, no_wrap=True)
    table.add_column("Answers and tables", ratio=1, no_wrap=True)
    table.add_column("Silent", min_width=6, justify="right", no_wrap=True)
    for each in ordered[:room]:
        table.add_row(
            each.number, escape(each.title), _agreement(each), escape(_spread(each)), str(len(each.silent) or "-")
        )
    out.print()
    out.print(table)
    if len(ordered) > room:
        out.print(f"[dim]and {len(ordered) - room} more (all of them: --format json)[/dim]")
    counts = result.outcomes
    settled = "settled with other views on record"
    words = (
        (counts["differs"], "open difference"),
        (counts["settled"], settled, settled),
        (counts["added"], "answer from the tables", "answers from the tables"),
        (counts["confirmed"], "answer confirmed", "answers confirmed"),
    )
    out.print(", ".join(counted(*each) for each in words if each[0]) + ".")


def _agreement(each: QuestionViews) -> str:
    heard = sum(count for _, count in each.views)
    style = "yellow" if each.outcome == "differs" else "green" if len(each.views) < 2 else "dim"  # noqa: PLR2004
    return f"[{style}]{each.agreeing} of {heard}[/{style}]"


def _spread(each: QuestionViews) -> str:
    return "; ".join(f"{words} ({count})" for words, count in each.views)


def _print_entries(out: Console, entries: Sequence[EntryNews]) -> None:
    new: dict[str, int] = {}
    for each in entries:
        if each.news == "added":
            new[each.register] = new.get(each.register, 0) + 1
        else:
            out.print(f"{escape(_news(each))}")
    if new:
        out.print(f"New entries: {', '.join(REGISTERS[name].counted(count) for name, count in new.items())}.")


def _news(each: EntryNews) -> str:
    entry = f"{each.register}/{each.id}"
    match each.news:
        case "joined":
            return f"{each.register}/{each.before} is now {entry}."
        case "renamed":
            return f"{each.table}: {each.before} is the id of another action here, so it comes in as {entry}."
        case "filled":
            return f"{each.table} adds to {entry}: {', '.join(each.fields)}."
    return f"{each.table} records {entry} otherwise: {', '.join(each.fields)}."


def _print_proposals(out: Console, result: Gathered, *, dry_run: bool) -> None:
    for each in result.proposals:
        out.print(
            f"[yellow]Same title[/yellow] {escape(each.title)}: {each.register}/{each.id} "
            f"({escape(each.table or 'here')}) and {each.register}/{each.keep} may be one."
        )
    if result.proposals:
        again = "" if dry_run else ", with the same folders again"
        out.print(
            f"To make them one{again}: --join all, or --join {result.proposals[0].register}/{result.proposals[0].id}"
        )


def _print_next(out: Console, result: Gathered, *, dry_run: bool) -> None:
    if dry_run and result.changes:
        out.print("\n[bold]Next[/bold]  the same command without --dry-run")
    elif result.outcomes["differs"]:
        out.print("\n[bold]Next[/bold]  mainstream fill   walks the open differences")
