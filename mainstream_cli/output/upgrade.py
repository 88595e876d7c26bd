"""How an upgrade between editions looks: what changes, then what a person has to look at."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding

from mainstream_cli.documents.words.wording import counted
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.upgrade import Upgrade, UpgradeStep
from mainstream_cli.output.console import console


def print_upgrade(upgrade: Upgrade, catalogue: Catalogue, *, written: bool) -> None:
    """Print the steps by kind, the answers that need review last, and the next step."""
    out = console()
    out.print(f"[bold]{escape(_editions(upgrade))}[/bold]")
    renumbered = f", {upgrade.renumbered} of them under another number" if upgrade.renumbered else ""
    out.print(f"Kept: {counted(upgrade.kept, 'question')}{renumbered}.")
    _print_new(out, upgrade.new, catalogue)
    _print_steps(out, "Reworded", upgrade.reworded)
    _print_steps(out, "Moved", upgrade.moved)
    _print_steps(out, "Retired", upgrade.retired)
    _print_steps(out, "Sensitive", upgrade.private)
    if upgrade.new_files:
        out.print(f"New files: {escape(', '.join(upgrade.new_files))}.")
    _print_steps(out, "Needs review", upgrade.review, style="yellow")
    out.print(f"\n[bold]Next[/bold]  {_next(upgrade, written=written)}")


def _editions(upgrade: Upgrade) -> str:
    before, after = upgrade.before["edition"], upgrade.after["edition"]
    if upgrade.stamped:
        return f"The project has the questions of edition {after} that are installed."
    if {"name": upgrade.after["name"], **upgrade.before} == upgrade.after:
        return f"From schema 1 to 2: mainstream.yaml names the catalogue, {upgrade.after['name']}."
    if before == after:
        return f"The installed edition {after} has other content than when the project was made."
    return f"From edition {before} to {after}"


def _print_new(out: Console, steps: Sequence[UpgradeStep], catalogue: Catalogue) -> None:
    if not steps:
        return
    out.print(f"\n[bold]New[/bold] ({counted(len(steps), 'question')})")
    for file, group in groupby(steps, key=lambda step: step.file):
        out.print(f"  {escape(file)}", soft_wrap=True)
        for step in group:
            question = catalogue.questions[step.id]
            out.print(Padding(escape(f"{question.number} {question.text}"), (0, 0, 0, 4), expand=False))


def _print_steps(out: Console, heading: str, steps: Sequence[UpgradeStep], style: str = "bold") -> None:
    if steps:
        out.print(f"\n[{style}]{heading}[/{style}] ({len(steps)})")
    for step in steps:
        out.print(f"  {escape(step.id)}  [dim]{escape(step.file)}[/dim]", soft_wrap=True)
        for line in _lines(step):
            out.print(Padding(line, (0, 0, 0, 4), expand=False))


def _lines(step: UpgradeStep) -> Iterable[str]:
    if step.before:
        yield f"[dim]was[/dim] {escape(step.before)}"
    if step.after:
        yield f"[dim]now[/dim] {escape(step.after)}"
    if step.note:
        yield escape(step.note)


def _next(upgrade: Upgrade, *, written: bool) -> str:
    if written and upgrade.review:
        return "Look at the answers that need review: this list is not kept; git diff shows both wordings. Then commit."
    if written:
        return "mainstream check, then commit the change."
    if upgrade.pending:
        return "mainstream upgrade --write   makes the changes; nothing was written yet"
    return "Nothing to do."
