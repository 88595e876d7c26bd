"""How a project looks in the room: one quiet screen."""

from collections.abc import Sequence
from itertools import zip_longest

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from mainstream_cli.language import Text, count, say, speak, verbatim
from mainstream_cli.model.room_screen import RoomCondition, RoomScreen, RoomStage
from mainstream_cli.output.console import console, shown

MARKS = {"signed": "[green]✓[/green]", "ready": "[green]✓[/green]", "current": "[bold]▸[/bold]"}
MOST_TITLES = 6


def print_room_screen(screen: RoomScreen) -> None:
    """Print where we are, what is secured and to be secured, and what this room can decide."""
    out = console()
    out.print(f"[bold]{escape(screen.country)}[/bold]  {escape(screen.plan)}")
    if screen.session:
        out.print(f"[bold]{shown(say('Now:'))}[/bold] {escape(screen.session)}")
    out.print(_stages(screen.stages))
    out.print()
    _print_titles(out, say("Secured ({number})", number=len(screen.secured)), screen.secured)
    said = [condition for condition in screen.to_secure if condition.said]
    now = [condition for condition in screen.to_secure if condition.due and not condition.said]
    later = [condition for condition in screen.to_secure if not condition.due and not condition.said]
    if said:
        _print_titles(out, say("Said to be in place, to be shown ({number})", number=len(said)), said)
    if now:
        _print_titles(out, say("To be secured now ({number})", number=len(now)), now)
    if later:
        _print_titles(out, say("To be secured later ({number})", number=len(later)), later)
    if screen.not_for_all:
        out.print(f"[dim]{shown(say('Not for the wall ({number})', number=screen.not_for_all))}[/dim]")
    _print_decisions(out, screen)


def _stages(stages: Sequence[RoomStage]) -> Table:
    """Return the stages in two columns."""
    half = (len(stages) + 1) // 2
    grid = Table.grid(padding=(0, 1), expand=True)
    for _ in range(2):
        grid.add_column(no_wrap=True, ratio=1)
    for left, right in zip_longest(stages[:half], stages[half:]):
        grid.add_row(*(_stage(each) if each else "" for each in (left, right)))
    return grid


def _stage(stage: RoomStage) -> str:
    text = f"{stage.number:>2} {escape(stage.title)}"
    words = f"  [dim]{shown(stage.words)}[/dim]" if stage.state != "ahead" else ""
    style = {"current": "bold", "ahead": "dim"}.get(stage.state)
    styled = f"[{style}]{text}[/{style}]" if style else text
    return f"{MARKS.get(stage.state, ' ')} {styled}{words}"


def _print_titles(out: Console, heading: Text, conditions: Sequence[RoomCondition]) -> None:
    titles = "; ".join(speak(_titled(condition)) for condition in conditions[:MOST_TITLES])
    words = verbatim(titles) if titles else say("none yet")
    more = len(conditions) - MOST_TITLES
    if more > 0:
        words = count("{titles} and {n} more", "{titles} and {n} more", n=more, titles=titles)
    out.print(f"[bold]{shown(heading)}[/bold]  {shown(words)}")


def _titled(condition: RoomCondition) -> Text:
    if not condition.seen:
        return verbatim(condition.title)
    return say("{condition} ({entries})", condition=condition.title, entries=condition.seen)


def _print_decisions(out: Console, screen: RoomScreen) -> None:
    waiting = "" if screen.decisions else f"  {shown(say('nothing is waiting'))}"
    out.print(f"\n[bold]{shown(say('This room can decide'))}[/bold]{waiting}")
    for number, decision in enumerate(screen.decisions, start=1):
        out.print(f" {number}. {shown(decision.text)}")
        if decision.detail:
            out.print(f"    [dim]{shown(decision.detail)}[/dim]")
