"""How an upgrade between editions looks: what changes, then what a person has to look at."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding

from mainstream_cli.language import Text, count, say
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.upgrade import Upgrade, UpgradeStep
from mainstream_cli.output.console import console, shown


def print_upgrade(upgrade: Upgrade, catalogue: Catalogue, *, written: bool) -> None:
    """Print the steps by kind, the answers that need review last, and the next step."""
    out = console()
    out.print(f"[bold]{shown(_editions(upgrade))}[/bold]")
    kept = count("Kept: {n} question.", "Kept: {n} questions.", n=upgrade.kept)
    if upgrade.renumbered:
        kept = count(
            "Kept: {n} question, {renumbered} of them under another number.",
            "Kept: {n} questions, {renumbered} of them under another number.",
            n=upgrade.kept,
            renumbered=upgrade.renumbered,
        )
    out.print(shown(kept))
    _print_new(out, upgrade.new, catalogue)
    _print_steps(out, say("Reworded"), upgrade.reworded)
    _print_steps(out, say("Moved"), upgrade.moved)
    _print_steps(out, say("Retired"), upgrade.retired)
    _print_steps(out, say("Sensitive"), upgrade.private)
    if upgrade.new_files:
        out.print(shown(say("New files: {files}.", files=", ".join(upgrade.new_files))))
    for file, number in upgrade.texts.items():
        out.print(shown(_texts(file, number)))
    for stage, day in upgrade.seals.items():
        what = catalogue.label("stages", stage)
        out.print(shown(say("{stage}: its values match the seal of {day}; an edition is made.", stage=what, day=day)))
    for stage, day in upgrade.only_seals.items():
        what = catalogue.label("stages", stage)
        sentence = say("{stage}: what was signed on {day} is not kept, only its seal.", stage=what, day=day)
        out.print(shown(sentence), style="yellow")
    _print_steps(out, say("Needs review"), upgrade.review, style="yellow")
    if upgrade.unsaid:
        out.print(f"\n{shown(_unsaid(upgrade.unsaid))}")
    out.print(f"\n[bold]{shown(say('Next'))}[/bold]  {shown(_next(upgrade, written=written))}")


def _texts(file: str, number: int) -> Text:
    return count(
        "{file}: {n} check that is a text becomes a block, with the text as its finding.",
        "{file}: {n} checks that are texts become blocks, each with its text as its finding.",
        n=number,
        file=file,
    )


def _unsaid(number: int) -> Text:
    return count(
        "{n} objective: say the result of each check: {command}",
        "{n} objectives: say the result of each check: {command}",
        n=number,
        command="mainstream fill objectives --only checks",
    )


def _editions(upgrade: Upgrade) -> Text:
    before, after = upgrade.before["edition"], upgrade.after["edition"]
    if upgrade.stamped:
        return say("The project has the questions of edition {edition} that are installed.", edition=after)
    if {"name": upgrade.after["name"], **upgrade.before} == upgrade.after:
        return say("From schema 1 to 2: mainstream.yaml names the catalogue, {name}.", name=upgrade.after["name"])
    if before == after:
        return say("The installed edition {edition} has other content than when the project was made.", edition=after)
    return say("From edition {before} to {after}", before=before, after=after)


def _print_new(out: Console, steps: Sequence[UpgradeStep], catalogue: Catalogue) -> None:
    if not steps:
        return
    number = count("{n} question", "{n} questions", n=len(steps))
    out.print(f"\n[bold]{shown(say('New'))}[/bold] ({shown(number)})")
    for file, group in groupby(steps, key=lambda step: step.file):
        out.print(f"  {escape(file)}", soft_wrap=True)
        for step in group:
            question = catalogue.questions[step.id]
            out.print(Padding(escape(f"{question.number} {question.text}"), (0, 0, 0, 4), expand=False))


def _print_steps(out: Console, heading: Text, steps: Sequence[UpgradeStep], style: str = "bold") -> None:
    if steps:
        out.print(f"\n[{style}]{shown(heading)}[/{style}] ({len(steps)})")
    for step in steps:
        out.print(f"  {escape(step.id)}  [dim]{escape(step.file)}[/dim]", soft_wrap=True)
        for line in _lines(step):
            out.print(Padding(line, (0, 0, 0, 4), expand=False))


def _lines(step: UpgradeStep) -> Iterable[str]:
    if step.before:
        yield f"[dim]{shown(say('was'))}[/dim] {escape(step.before)}"
    if step.after:
        yield f"[dim]{shown(say('now'))}[/dim] {escape(step.after)}"
    if step.note:
        yield shown(step.note)


def _next(upgrade: Upgrade, *, written: bool) -> Text:
    if written and upgrade.review:
        return say(
            "Look at the answers that need review: this list is not kept; git diff shows both wordings. Then commit."
        )
    if written:
        return say("mainstream check, then commit the change.")
    if upgrade.pending:
        return say("mainstream upgrade --write   makes the changes; nothing was written yet")
    return say("Nothing to do.")
