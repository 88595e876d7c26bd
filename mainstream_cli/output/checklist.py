"""How the catalogue looks."""

from collections.abc import Sequence
from typing import Protocol

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from mainstream_cli.documents.words.wording import counted
from mainstream_cli.model.catalogue import Catalogue, Question, Section, Sector, Stage
from mainstream_cli.model.registers import REGISTERS, fields
from mainstream_cli.model.relation_words import relation_in_words
from mainstream_cli.output.console import console
from mainstream_cli.output.ideas import print_ideas


class Chosen(Protocol):
    """A stage or sector with those of its sections and questions that are shown; ``whole`` when that is all."""

    @property
    def sheet(self) -> Stage | Sector:
        """The stage or sector."""

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections to show."""

    @property
    def whole(self) -> bool:
        """Whether that is all of it."""


def print_overview(catalogue: Catalogue) -> None:
    """Print stages, sectors and registers with the number of their questions."""
    out = console()
    out.print(f"[bold]{escape(catalogue.title)}[/bold], edition {catalogue.edition}\n{escape(catalogue.about.strip())}")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in ("", "Id"):
        table.add_column(heading, no_wrap=True)
    table.add_column("Title")
    for heading in ("Questions", "Core", "Minutes"):
        table.add_column(heading, justify="right", no_wrap=True, min_width=len(heading))
    for sheet in catalogue.sheets.values():
        questions = list(sheet.questions)
        core = [question for question in questions if question.core]
        minutes = str(sum(question.minutes for question in core)) if core else "-"
        table.add_row(sheet.number, sheet.id, escape(sheet.title), str(len(questions)), str(len(core) or "-"), minutes)
    out.print(table)
    out.print("Minutes are those of the core questions.")
    if catalogue.added or catalogue.reworded or catalogue.switched_off:
        off = [id_ for id_, each in catalogue.switched_off.items() if each.by == id_]
        changes = f"{len(catalogue.added)} added, {len(catalogue.reworded)} reworded, {len(off)} switched off"
        out.print(f"National content of this project: {changes}{': ' if off else ''}{', '.join(off)}.")
    out.print(f"Registers: {', '.join(REGISTERS)}")
    out.print("More: mainstream checklist show NAME (a stage, sector or register, 2.1, a question, room, core, all)")
    out.print("To look up: profile, bibliography, sdg, gcm, mmicd, migof, dac, cofog, then_to_now; --basis stated")


def print_selection(catalogue: Catalogue, title: str, parts: Sequence[Chosen]) -> None:
    """Print chosen questions by stage or sector and section; a whole stage or sector begins with its purpose."""
    out = console()
    questions = [question for part in parts for section in part.sections for question in section.questions]
    minutes = sum(question.minutes for question in questions)
    if len(parts) != 1 or not parts[0].whole:
        name = title if len(parts) != 1 else f"{parts[0].sheet.number} {parts[0].sheet.title}"
        out.print(f"[bold]{escape(name)}[/bold]: {counted(len(questions), 'question')}, {_duration(minutes)}")
    for part in parts:
        if len(parts) > 1:
            out.print(f"\n[bold]{part.sheet.number} {escape(part.sheet.title)}[/bold]")
        elif part.whole:
            _print_sheet_head(out, part.sheet)
        for section in part.sections:
            out.print(f"\n[bold]{section.number} {escape(section.title)}[/bold]")
            for question in section.questions:
                _print_question(out, catalogue, question)
        if part.whole and len(parts) == 1 and isinstance(part.sheet, Sector):
            print_ideas(out, catalogue, part.sheet)
    _print_switched_off(out, catalogue, {part.sheet.id for part in parts if part.whole})
    if len(questions) > 1:
        out.print("\n[dim]Why a question is asked, and an example: mainstream explain NUMBER[/dim]")


def _print_sheet_head(out: Console, sheet: Stage | Sector) -> None:
    questions = list(sheet.questions)
    core = sum(question.core for question in questions)
    facts = f"{counted(len(questions), 'question')}, {core} core, {_duration(sum(each.minutes for each in questions))}"
    out.print(f"[bold]{sheet.number} {escape(sheet.title)}[/bold]: {facts}")
    out.print(escape(sheet.purpose.strip()))
    if isinstance(sheet, Stage):
        for heading, texts in (
            ("Bring", sheet.inputs),
            ("Take part", sheet.participants),
            ("Pitfalls", sheet.pitfalls),
        ):
            out.print(f"\n[dim]{heading}[/dim]")
            for text in texts:
                out.print(Padding(escape(f"- {text}"), (0, 0, 0, 2), expand=False))
        out.print(f"\n[dim]Done when[/dim] {escape(sheet.done.strip())}")


def _print_question(out: Console, catalogue: Catalogue, question: Question) -> None:
    marks = " [bold]core[/bold]" * question.core + " [cyan]national[/cyan]" * (question.id in catalogue.added)
    marks += " [cyan]reworded[/cyan]" * (question.id in catalogue.reworded)
    setting = catalogue.label("settings", question.setting)
    asked = f", asked when {relation_in_words(question.when, catalogue.name)}" if question.when is not None else ""
    text = f"{question.number} {escape(question.text)}{marks}"
    out.print(Padding(text, (0, 0, 0, 2), expand=False))
    facts = f"{question.id}, {question.kind}, {setting}, {question.minutes} min{asked}"
    out.print(Padding(f"[dim]{escape(facts)}[/dim]", (0, 0, 0, 6), expand=False))


def _print_switched_off(out: Console, catalogue: Catalogue, sheets: set[str]) -> None:
    for id_, off in catalogue.switched_off.items():
        if off.home in sheets or id_ in sheets:
            out.print(
                f"\n[dim]Switched off here:[/dim] {escape(id_)} ({escape(off.title)}). {escape(off.reason.strip())}"
            )


def _duration(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest:02} min" if hours else f"{rest} min"


def print_register(catalogue: Catalogue, register: str) -> None:
    """Print the fields of a register: name, what it is, which words it accepts."""
    out = console()
    out.print(f"[bold]{register}[/bold]: {escape(REGISTERS[register].holds)}")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("Field", no_wrap=True)
    table.add_column("What it is")
    for field in fields(register):
        words = f"\n[dim]{', '.join(catalogue.vocabulary[field.choices])}[/dim]" if field.choices else ""
        many = f"\n[dim]ids from {' or '.join(field.refers)}[/dim]" if field.refers else ""
        table.add_row(f"{field.id}{' *' if field.required else ''}", escape(field.text) + words + many)
    out.print(table)
    out.print("* required")
