"""How the status of a project looks."""

from collections.abc import Iterator, Sequence

from rich.markup import escape
from rich.table import Table

from mainstream_cli.documents.words.wording import counted
from mainstream_cli.model.progress import ProjectProgress, StageProgress
from mainstream_cli.model.project import Settings
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.output.console import console


def print_status(settings: Settings, progress: ProjectProgress) -> None:
    """Print one screen: the plan, the stages, the conditions, the next step."""
    out = console()
    plan = settings.plan
    out.print(f"[bold]{escape(settings.country.name)}[/bold]  {escape(plan.name)}, {plan.start}–{plan.end}")
    for finding in progress.unreadable:
        place = finding.place
        where = f"{place.file}: " if place else ""
        out.print(f"[bold red]✗ {escape(where + finding.message)}[/bold red]")
    if progress.unreadable:
        out.print("What could not be read is not judged.")
    out.print(_stages(progress.stages))
    if progress.unseen:
        who = "This copy has no private/: the copy with it can see more"
        out.print(f"{who} (answered there: {escape(', '.join(progress.unseen))}).")
    words = ", ".join((f"{progress.conditions['met']} secured", *progress.open_conditions))
    out.print(f"Conditions for success: {words}")
    begun = sum(answered > 0 for _, answered in progress.sectors.values())
    complete = sum(asked == answered > 0 for asked, answered in progress.sectors.values())
    used = sum(asked > 0 for asked, _ in progress.sectors.values())
    out.print(f"Sector sheets: {begun} of {used} begun, {complete} complete")
    recorded = [REGISTERS[name].counted(count) for name, count in progress.registers.items() if count]
    out.print(f"Recorded: {', '.join(recorded) or 'nothing yet'}")
    for line in _journal(progress):
        out.print(line)
    if progress.session:
        now = progress.session
        out.print(
            f"[bold]Open session[/bold] {escape(now['title'])}, since {now['start'] or now['date']}, "
            f"{now['findings']} of 3 findings  [dim]mainstream session show[/dim]"
        )
    if progress.differences:
        many = counted(progress.differences, "answer differs", "answers differ")
        out.print(f"[yellow]{many} between tables[/yellow]; none is chosen yet.")
    out.print(f"[bold]Next[/bold]  {escape(progress.next['text'])}\n      {escape(progress.next['command'])}")


def _journal(progress: ProjectProgress) -> Iterator[str]:
    """Yield what is signed and has changed since, what was decided, and what is accepted for now."""
    changed = [each.stage.title for each in progress.stages if each.signed and each.signed["stale"]]
    if changed:
        yield f"[yellow]Changed since it was signed:[/yellow] {escape(', '.join(changed))}  [dim]mainstream check[/dim]"
    kept = progress.journal
    if kept.decisions:
        last = escape(" ".join(kept.last_decision.split()))
        yield f"Decisions taken: {kept.decisions}, the last: {last}"
    if kept.waived:
        yield f"Accepted for now (waived): {counted(kept.waived, 'finding')}, the first until {kept.waived_until}"


def _stages(stages: Sequence[StageProgress]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("")
    table.add_column("Stage", no_wrap=True)
    table.add_column("Answered", justify="right")
    table.add_column("Core open", justify="right")
    table.add_column("Gate")
    table.add_column("Signed")
    for each in stages:
        core = str(each.core_open) if each.core_open else "-"
        gate = "[green]ready[/green]" if each.ready else "not seen here" if each.unseen else "blocked"
        table.add_row(
            each.stage.number, each.stage.title, f"{each.answered} of {each.asked}", core, gate, _signed(each)
        )
    return table


def _signed(each: StageProgress) -> str:
    if each.signed is None:
        return "-"
    words = f"{each.signed['date']} {escape(str(each.signed['by']))}"
    return f"[yellow]{words}, STALE[/yellow]" if each.signed["stale"] else words
