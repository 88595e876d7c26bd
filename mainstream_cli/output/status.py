"""How the status of a project looks."""

from collections.abc import Iterator, Sequence

from rich.markup import escape
from rich.table import Table

from mainstream_cli.language import count, label, say, several
from mainstream_cli.model.progress import ProjectProgress, StageProgress
from mainstream_cli.model.project import Settings
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.output.console import console, shown


def print_status(settings: Settings, progress: ProjectProgress) -> None:
    """Print one screen: the plan, the stages, the conditions, the next step."""
    out = console()
    plan = settings.plan
    out.print(f"[bold]{escape(settings.country.name)}[/bold]  {escape(plan.name)}, {plan.start}–{plan.end}")
    for finding in progress.unreadable:
        place = finding.place
        where = f"{place.file}: " if place else ""
        out.print(f"[bold red]✗ {escape(where)}{shown(finding.message)}[/bold red]")
    if progress.unreadable:
        out.print(shown(say("What could not be read is not judged.")))
    out.print(_stages(progress.stages))
    for line in (*_counts(progress), *_conditions(progress), *_journal(progress), *_talks(progress)):
        out.print(line)
    next_ = progress.next
    out.print(f"[bold]{shown(say('Next'))}[/bold]  {shown(next_['text'])}\n      {shown(next_['command'])}")


def _counts(progress: ProjectProgress) -> Iterator[str]:
    """Yield how many conditions are secured, sectors begun and entries recorded."""
    if progress.unseen:
        ids = ", ".join(progress.unseen)
        more = say("This copy has no private/: the copy with it can see more (answered there: {ids}).", ids=ids)
        yield shown(more)
    secured = count("{n} secured", "{n} secured", n=progress.conditions["met"])
    conditions = several([secured, *progress.open_conditions], "unit")
    yield shown(say("Conditions for success: {conditions}", conditions=conditions))
    yield shown(
        say(
            "Sector sheets: {begun} of {used} begun, {complete} complete",
            begun=sum(answered > 0 for _, answered in progress.sectors.values()),
            used=sum(asked > 0 for asked, _ in progress.sectors.values()),
            complete=sum(asked == answered > 0 for asked, answered in progress.sectors.values()),
        )
    )
    recorded = [REGISTERS[name].counted(number) for name, number in progress.registers.items() if number]
    entries = several(recorded, "unit") if recorded else say("nothing yet")
    yield shown(say("Recorded: {entries}", entries=entries))


def _conditions(progress: ProjectProgress) -> Iterator[str]:
    """Yield which condition waits for an answer only, and which one is the first to run out soon."""
    if progress.to_confirm:
        (title, question), more = progress.to_confirm[0], len(progress.to_confirm) - 1
        words = say("{condition}, which the record shows", condition=title)
        if more:
            words = count(
                "{condition}, which the record shows, and {n} more",
                "{condition}, which the record shows, and {n} more",
                n=more,
                condition=title,
            )
        heading = shown(say("To be confirmed:"))
        yield f"[bold]{heading}[/bold] {shown(words)}  [dim]mainstream fill {escape(question)}[/dim]"
    if progress.runs_out:
        (code, title, day), more = progress.runs_out[0], len(progress.runs_out) - 1
        words = say("{condition}, secured until {day}", condition=title, day=day)
        if more:
            words = count(
                "{condition}, secured until {day}, and {n} more",
                "{condition}, secured until {day}, and {n} more",
                n=more,
                condition=title,
                day=day,
            )
        heading = shown(say("Runs out soon:"))
        yield f"[yellow]{heading}[/yellow] {shown(words)}  [dim]mainstream explain {code}[/dim]"


def _journal(progress: ProjectProgress) -> Iterator[str]:
    """Yield what is signed and has changed since, what was decided, and what is accepted for now."""
    changed = [each.stage.title for each in progress.stages if each.signed and each.signed["stale"]]
    if changed:
        heading = shown(say("Changed since it was signed:"))
        yield f"[yellow]{heading}[/yellow] {escape(', '.join(changed))}  [dim]mainstream check[/dim]"
    kept = progress.journal
    if kept.decisions:
        last = " ".join(kept.last_decision.split())
        yield shown(say("Decisions taken: {number}, the last: {text}", number=kept.decisions, text=last))
    if kept.waived:
        yield shown(
            count(
                "Accepted for now (waived): {n} finding, the first until {day}",
                "Accepted for now (waived): {n} findings, the first until {day}",
                n=kept.waived,
                day=kept.waived_until or "",
            )
        )


def _talks(progress: ProjectProgress) -> Iterator[str]:
    """Yield which session is open, and how many answers differ between tables."""
    if progress.session:
        now = progress.session
        words = say(
            "{title}, since {start}, {number} of 3 findings",
            title=now["title"],
            start=now["start"] or now["date"],
            number=now["findings"],
        )
        yield f"[bold]{shown(say('Open session'))}[/bold] {shown(words)}  [dim]mainstream session show[/dim]"
    if progress.differences:
        many = count(
            "{n} answer differs between tables; none is chosen yet.",
            "{n} answers differ between tables; none is chosen yet.",
            n=progress.differences,
        )
        yield f"[yellow]{shown(many)}[/yellow]"


def _stages(stages: Sequence[StageProgress]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("")
    table.add_column(shown(say("Stage")), no_wrap=True)
    table.add_column(shown(say("Answered")), justify="right")
    table.add_column(shown(say("Core open")), justify="right")
    table.add_column(shown(say("Gate")))
    table.add_column(shown(say("Signed")))
    for progress in stages:
        core = str(progress.core_open) if progress.core_open else "-"
        done = say("{answered} of {asked}", answered=progress.answered, asked=progress.asked)
        table.add_row(
            progress.stage.number, escape(progress.stage.title), shown(done), core, _gate(progress), _signed(progress)
        )
    return table


def _gate(progress: StageProgress) -> str:
    if progress.ready:
        return f"[green]{shown(label('gate', 'ready'))}[/green]"
    return shown(say("not seen here") if progress.unseen else label("gate", "blocked"))


def _signed(progress: StageProgress) -> str:
    if progress.signed is None:
        return "-"
    words = f"{progress.signed['date']} {escape(str(progress.signed['by']))}"
    return f"[yellow]{words}, {shown(say('STALE'))}[/yellow]" if progress.signed["stale"] else words
