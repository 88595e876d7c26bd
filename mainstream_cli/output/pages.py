"""How pages of the manual look: a heading, then short paragraphs with a margin word."""

from collections.abc import Iterable

from rich.table import Table

from mainstream_cli.output.console import console, shown


def print_page(title: str, parts: Iterable[tuple[str, str]]) -> None:
    """Print a page whose parts have a heading each."""
    out = console()
    out.print(f"[bold]{shown(title)}[/bold]\n")
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column()
    for heading, text in parts:
        grid.add_row(shown(heading), shown(text).strip())
    out.print(grid)


def print_text(title: str, text: str) -> None:
    """Print a page of running text."""
    out = console()
    out.print(f"[bold]{shown(title)}[/bold] {shown(text)}")
