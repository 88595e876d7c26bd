"""How a project looks on the wall: one quiet screen."""

from collections.abc import Sequence
from itertools import zip_longest

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from mainstream_cli.language import Text, count, say, verbatim
from mainstream_cli.model.room_screen import Wall, WallCondition, WallStage
from mainstream_cli.output.console import console, shown

MARKS = {"signed": "[green]✓[/green]", "ready": "[green]✓[/green]", "current": "[bold]▸[/bold]"}
MOST_TITLES = 6


def print_wall(wall: Wall) -> None:
    """Print where we are, what is secured and to be secured, and what this room can decide."""
    out = console()
    out.print(f"[bold]{escape(wall.country)}[/bold]  {escape(wall.plan)}")
    if wall.session:
        out.print(f"[bold]{shown(say('Now:'))}[/bold] {escape(wall.session)}")
    out.print(_stages(wall.stages))
    out.print()
    _print_titles(out, say("Secured ({number})", number=len(wall.secured)), wall.secured)
    now = [each for each in wall.to_secure if each.due]
    later = [each for each in wall.to_secure if not each.due]
    if now:
        _print_titles(out, say("To be secured now ({number})", number=len(now)), now)
    if later:
        _print_titles(out, say("To be secured later ({number})", number=len(later)), later)
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
    words = f"  [dim]{shown(each.words)}[/dim]" if each.state != "ahead" else ""
    style = {"current": "bold", "ahead": "dim"}.get(each.state)
    styled = f"[{style}]{text}[/{style}]" if style else text
    return f"{MARKS.get(each.state, ' ')} {styled}{words}"


def _print_titles(out: Console, heading: Text, conditions: Sequence[WallCondition]) -> None:
    titles = "; ".join(each.title for each in conditions[:MOST_TITLES])
    words = verbatim(titles) if titles else say("none yet")
    more = len(conditions) - MOST_TITLES
    if more > 0:
        words = count("{titles} and {n} more", "{titles} and {n} more", n=more, titles=titles)
    out.print(f"[bold]{shown(heading)}[/bold]  {shown(words)}")


def _print_decisions(out: Console, wall: Wall) -> None:
    waiting = "" if wall.decisions else f"  {shown(say('nothing is waiting'))}"
    out.print(f"\n[bold]{shown(say('This room can decide'))}[/bold]{waiting}")
    for number, each in enumerate(wall.decisions, start=1):
        out.print(f" {number}. {shown(each.text)}")
        if each.detail:
            out.print(f"    [dim]{shown(each.detail)}[/dim]")
