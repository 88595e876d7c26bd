"""How a project looks in the room: one quiet screen."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.table import Table

from mainstream_cli.language import Text, count, say, speak, verbatim
from mainstream_cli.model.room_screen import RoomCondition, RoomScreen, RoomStage
from mainstream_cli.output.console import console, shown

MARKS = {"signed": "[green]✓[/green]", "ready": "[green]✓[/green]", "current": "[bold]▸[/bold]"}
DENSITIES = ((19, True), (12, True), (6, True), (6, False), (4, False), (3, False), (2, False), (1, False))
"""How many titles of a list are shown, and whether decisions have their details; the first that fits is taken."""


def print_room_screen(screen: RoomScreen) -> None:
    """Print where we are, what is secured and to be secured, and what this room can decide, on one screen if it can."""
    out = console()
    page = Group()
    for most, detailed in DENSITIES:
        page = Group(*_page(screen, most, detailed=detailed))
        if len(out.render_lines(page, pad=False)) < out.size.height:  # the last row is for the cursor
            break
    out.print(page)


def _page(screen: RoomScreen, most: int, *, detailed: bool) -> Iterator[RenderableType]:
    yield f"[bold]{escape(screen.country)}[/bold]  {escape(screen.plan)}"
    if screen.session:
        yield f"[bold]{shown(say('Now:'))}[/bold] {escape(screen.session)}"
    yield _stages(screen.stages)
    yield ""
    yield _titles(say("Secured ({number})", number=len(screen.secured)), screen.secured, most)
    said = [condition for condition in screen.to_secure if condition.said]
    now = [condition for condition in screen.to_secure if condition.due and not condition.said]
    later = [condition for condition in screen.to_secure if not condition.due and not condition.said]
    if said:
        yield _titles(say("Said to be in place, to be shown ({number})", number=len(said)), said, most)
    if now:
        yield _titles(say("To be secured now ({number})", number=len(now)), now, most)
    if later:
        yield _titles(say("To be secured later ({number})", number=len(later)), later, most)
    if screen.not_for_all:
        yield f"[dim]{shown(say('Not for the wall ({number})', number=screen.not_for_all))}[/dim]"
    yield ""
    yield from _decisions(screen, detailed=detailed)


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


def _titles(heading: Text, conditions: Sequence[RoomCondition], most: int) -> str:
    titles = "; ".join(speak(_titled(condition)) for condition in conditions[:most])
    words = verbatim(titles) if titles else say("none yet")
    more = len(conditions) - most
    if more > 0:
        words = count("{titles} and {n} more", "{titles} and {n} more", n=more, titles=titles)
    return f"[bold]{shown(heading)}[/bold]  {shown(words)}"


def _titled(condition: RoomCondition) -> Text:
    if not condition.seen:
        return verbatim(condition.title)
    return say("{condition} ({entries})", condition=condition.title, entries=condition.seen)


def _decisions(screen: RoomScreen, *, detailed: bool) -> Iterator[str]:
    waiting = "" if screen.decisions else f"  {shown(say('nothing is waiting'))}"
    yield f"[bold]{shown(say('This room can decide'))}[/bold]{waiting}"
    for number, decision in enumerate(screen.decisions, start=1):
        yield f" {number}. {shown(decision.text)}"
        if decision.detail and (detailed or decision.kind == "difference"):
            yield f"    [dim]{shown(decision.detail)}[/dim]"
