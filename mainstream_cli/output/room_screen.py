"""How a project looks on the wall: one quiet screen."""

from collections.abc import Sequence
from itertools import zip_longest

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from mainstream_cli.model.room_screen import Wall, WallCondition, WallStage
from mainstream_cli.output.console import console

MARKS = {"signed": "[green]✓[/green]", "ready": "[green]✓[/green]", "current": "[bold]▸[/bold]"}
MOST_TITLES = 6


def print_wall(wall: Wall) -> None:
    """Print where we are, what is secured and to be secured, and what this room can decide."""
    out = console()
    out.print(f"[bold]{escape(wall.country)}[/bold]  {escape(wall.plan)}")
    if wall.session:
        out.print(f"[bold]Now:[/bold] {escape(wall.session)}")
    out.print(_stages(wall.stages))
    out.print(f"\n[bold]Secured ({len(wall.secured)})[/bold]  {escape(_titles(wall.secured))}")
    now = [each for each in wall.to_secure if each.due]
    later = [each for each in wall.to_secure if not each.due]
    if now:
        out.print(f"[bold]To be secured now ({len(now)})[/bold]  {escape(_titles(now))}")
    if later:
        out.print(f"[bold]To be secured later ({len(later)})[/bold]  {escape(_titles(later))}")
    _print_decisions(out, wall)


def _stages(stages: Sequence[WallStage]) -> Table:
    """Return the stages in two columns."""
    half = (len(stages) + 1) // 2
    grid = Table.grid(padding=(0, 1), expand=True)
    for _ in range(2):
        grid.add_column(no_wrap=True, ratio=1)
    for left, right in zip_longest(stages[:half], stages[half:]):
        grid.add_row(*(_stage(each) if each else "" for each in (left, right)))
    return grid


def _stage(each: WallStage) -> str:
    text = f"{each.number:>2} {escape(each.title)}"
    words = f"  [dim]{escape(each.words)}[/dim]" if each.state != "ahead" else ""
    style = {"current": "bold", "ahead": "dim"}.get(each.state)
    shown = f"[{style}]{text}[/{style}]" if style else text
    return f"{MARKS.get(each.state, ' ')} {shown}{words}"


def _titles(conditions: Sequence[WallCondition]) -> str:
    titles = [each.title for each in conditions[:MOST_TITLES]]
    more = f" and {len(conditions) - MOST_TITLES} more" if len(conditions) > MOST_TITLES else ""
    return ("; ".join(titles) or "none yet") + more


def _print_decisions(out: Console, wall: Wall) -> None:
    out.print("\n[bold]This room can decide[/bold]" + ("" if wall.decisions else "  nothing is waiting"))
    for number, each in enumerate(wall.decisions, start=1):
        out.print(f" {number}. {escape(each.text)}")
        if each.detail:
            out.print(f"    [dim]{escape(each.detail)}[/dim]")
