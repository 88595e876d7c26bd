"""How the copies of tables look when they come back: one screen, differences first."""

from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from mainstream_cli.language import Text, count, say, several, speak, verbatim
from mainstream_cli.model.gathering import EntryNews, Gathered, QuestionViews, Refused
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.output.console import console, shown

ORDER = ("differs", "settled", "added", "confirmed")
TITLE_WIDTH = 21
MOST_NAMES = 8
ROWS_ELSEWHERE = 40
FRAME = 14  # lines that the screen needs beside the table of questions


def print_gathered(
    result: Gathered, refused: Sequence[Refused], unread: Sequence[tuple[str, str]], *, dry_run: bool
) -> None:
    """Print what came in, or would: the refused copies first, then questions, entries and proposals."""
    out = console()
    for refusal in refused:
        where = f"{refusal.where}: " if refusal.where else ""
        left_out = shown(say("{table} is left out.", table=refusal.table))
        out.print(f"[bold red]✗ {left_out}[/bold red] {escape(where)}{shown(refusal.message)}", soft_wrap=True)
        again = shown(say("Gather it again when it is put right."))
        out.print(f"  [dim]{shown(refusal.action)} {again}[/dim]", soft_wrap=True)
    for table, file in unread:
        text = say("{table}: nothing reads {file}; look whether it holds answers.", table=table, file=file)
        out.print(f"[yellow]! {shown(text)}[/yellow]")
    tables = count("{n} table", "{n} tables", n=len(result.tables))
    out.print(f"[bold]{shown(tables)}[/bold]: {shown(_names(result.tables))}. {shown(_done(result, dry_run=dry_run))}")
    if result.questions:
        _print_questions(out, result)
    _print_entries(out, result.entries)
    _print_proposals(out, result, dry_run=dry_run)
    _print_next(out, result, dry_run=dry_run)


def _names(names: Sequence[str]) -> Text:
    first, more = ", ".join(names[:MOST_NAMES]), len(names) - MOST_NAMES
    if more <= 0:
        return verbatim(first)
    return count("{names} and {n} more", "{names} and {n} more", n=more, names=first)


def _done(result: Gathered, *, dry_run: bool) -> Text:
    """Say whether anything was written, and what was left out because it is older than what stands here."""
    done = say("Gathered.") if result.changes else say("Nothing new.")
    done = say("Nothing was written.") if dry_run else done
    older = len(result.older)
    if not older:
        return done
    text = count(
        "Left out: {n} older state of what stands here.", "Left out: {n} older states of what stands here.", n=older
    )
    return say("{done} {left_out}", done=done, left_out=text)


def _print_questions(out: Console, result: Gathered) -> None:
    ordered = sorted(result.questions, key=lambda each: (ORDER.index(each.outcome), not each.fresh))
    room = max(out.size.height - FRAME, 6) if out.is_terminal else ROWS_ELSEWHERE
    table = Table(box=None, pad_edge=False, header_style="dim", expand=True)
    table.add_column("", min_width=6, no_wrap=True)
    table.add_column(shown(say("Question")), width=TITLE_WIDTH, no_wrap=True)
    table.add_column(shown(say("Agree")), min_width=8, no_wrap=True)
    table.add_column(shown(say("Answers and tables")), ratio=1, no_wrap=True)
    table.add_column(shown(say("Silent")), min_width=6, justify="right", no_wrap=True)
    for question in ordered[:room]:
        table.add_row(
            question.number,
            escape(question.title),
            _agreement(question),
            escape(_spread(question)),
            str(len(question.silent) or "-"),
        )
    out.print()
    out.print(table)
    if len(ordered) > room:
        rest = count(
            "and {n} more (all of them: {option})",
            "and {n} more (all of them: {option})",
            n=len(ordered) - room,
            option="--format json",
        )
        out.print(f"[dim]{shown(rest)}[/dim]")
    outcomes = {
        "differs": count("{n} open difference", "{n} open differences", n=result.outcomes["differs"]),
        "settled": count(
            "{n} settled with other views on record",
            "{n} settled with other views on record",
            n=result.outcomes["settled"],
        ),
        "added": count("{n} answer from the tables", "{n} answers from the tables", n=result.outcomes["added"]),
        "confirmed": count("{n} answer confirmed", "{n} answers confirmed", n=result.outcomes["confirmed"]),
    }
    found = several([words for outcome, words in outcomes.items() if result.outcomes[outcome]], "unit")
    out.print(shown(say("{outcomes}.", outcomes=found)))


def _agreement(question: QuestionViews) -> str:
    heard = sum(count for _, count in question.views)
    style = "yellow" if question.outcome == "differs" else "green" if len(question.views) < 2 else "dim"  # noqa: PLR2004
    return f"[{style}]{shown(say('{agreeing} of {heard}', agreeing=question.agreeing, heard=heard))}[/{style}]"


def _spread(question: QuestionViews) -> str:
    return "; ".join(f"{speak(words)} ({number})" for words, number in question.views)


def _print_entries(out: Console, entries: Sequence[EntryNews]) -> None:
    new: dict[str, int] = {}
    for news in entries:
        if news.news == "added":
            new[news.register] = new.get(news.register, 0) + 1
        else:
            out.print(shown(_news(news)))
    if new:
        entries_ = several([REGISTERS[name].counted(number) for name, number in new.items()], "unit")
        out.print(shown(say("New entries: {entries}.", entries=entries_)))


def _news(news: EntryNews) -> Text:
    entry, fields, before = f"{news.register}/{news.id}", ", ".join(news.fields), news.before or ""
    match news.news:
        case "joined":
            return say("{before} is now {entry}.", before=f"{news.register}/{before}", entry=entry)
        case "renamed":
            return say(
                "{table}: {before} is the id of another entry here, so it comes in as {entry}.",
                table=news.table,
                before=before,
                entry=entry,
            )
        case "filled":
            return say("{table} adds to {entry}: {fields}.", table=news.table, entry=entry, fields=fields)
    return say("{table} records {entry} otherwise: {fields}.", table=news.table, entry=entry, fields=fields)


def _print_proposals(out: Console, result: Gathered, *, dry_run: bool) -> None:
    for proposal in result.proposals:
        text = say(
            "{title}: {one} ({table}) and {other} may be one.",
            title=proposal.title,
            one=f"{proposal.register}/{proposal.id}",
            table=proposal.table or say("here"),
            other=f"{proposal.register}/{proposal.keep}",
        )
        out.print(f"[yellow]{shown(say('Same title'))}[/yellow] {shown(text)}")
    if result.proposals:
        first = f"--join {result.proposals[0].register}/{result.proposals[0].id}"
        text = say("To make them one, with the same folders again: {all}, or {first}", all="--join all", first=first)
        if dry_run:
            text = say("To make them one: {all}, or {first}", all="--join all", first=first)
        out.print(shown(text))


def _print_next(out: Console, result: Gathered, *, dry_run: bool) -> None:
    if dry_run and result.changes:
        text = say("the same command without {option}", option="--dry-run")
    elif result.outcomes["differs"]:
        text = say("{command}   walks the open differences", command="mainstream fill")
    else:
        return
    out.print(f"\n[bold]{shown(say('Next'))}[/bold]  {shown(text)}")
