"""How the catalogue looks."""

from collections.abc import Sequence
from typing import Protocol

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from mainstream_cli.language import Text, count, say, several, speak
from mainstream_cli.model.catalogue import Catalogue, Question, Section, Sector, Stage
from mainstream_cli.model.registers import REGISTERS, fields
from mainstream_cli.model.relation_words import relation_in_words
from mainstream_cli.output.console import console, shown
from mainstream_cli.output.ideas import print_ideas

SHOW = "mainstream checklist show"
REFERENCE = ("profile", "bibliography", "sdg", "gcm", "mmicd", "migof", "dac", "cofog", "then_to_now")


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
    edition = say("edition {edition}", edition=catalogue.edition)
    out.print(f"[bold]{escape(catalogue.title)}[/bold], {shown(edition)}\n{escape(catalogue.about.strip())}")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("", no_wrap=True)
    table.add_column(shown(say("Id")), no_wrap=True)
    table.add_column(shown(say("Title")))
    for heading in (say("Questions"), say("Core"), say("Minutes")):
        table.add_column(shown(heading), justify="right", no_wrap=True, min_width=len(speak(heading)))
    for sheet in catalogue.sheets.values():
        questions = list(sheet.questions)
        core = [question for question in questions if question.core]
        minutes = str(sum(question.minutes for question in core)) if core else "-"
        table.add_row(sheet.number, sheet.id, escape(sheet.title), str(len(questions)), str(len(core) or "-"), minutes)
    out.print(table)
    out.print(shown(say("Minutes are those of the core questions.")))
    if catalogue.added or catalogue.reworded or catalogue.switched_off:
        off = [id_ for id_, each in catalogue.switched_off.items() if each.by == id_]
        changes = say(
            "National content of this project: {added} added, {reworded} reworded, {off} switched off.",
            added=len(catalogue.added),
            reworded=len(catalogue.reworded),
            off=len(off),
        )
        ids = say("Switched off: {ids}.", ids=", ".join(off)) if off else ""
        out.print(shown(changes), shown(ids))
    for text in (
        say("Registers: {names}", names=", ".join(REGISTERS)),
        say("More: {command} NAME (a stage, sector or register, 2.1, a question, room, core, all)", command=SHOW),
        say("To look up: {names}; {option}", names=", ".join(REFERENCE), option="--basis stated"),
    ):
        out.print(shown(text))


def print_selection(catalogue: Catalogue, title: str, parts: Sequence[Chosen]) -> None:
    """Print chosen questions by stage or sector and section; a whole stage or sector begins with its purpose."""
    out = console()
    questions = [question for part in parts for section in part.sections for question in section.questions]
    minutes = sum(question.minutes for question in questions)
    if len(parts) != 1 or not parts[0].whole:
        name = title if len(parts) != 1 else f"{parts[0].sheet.number} {parts[0].sheet.title}"
        facts = count("{n} question, {time}", "{n} questions, {time}", n=len(questions), time=_duration(minutes))
        out.print(f"[bold]{escape(name)}[/bold]: {shown(facts)}")
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
        more = say("Why a question is asked, and an example: {command}", command="mainstream explain NUMBER")
        out.print(f"\n[dim]{shown(more)}[/dim]")


def _print_sheet_head(out: Console, sheet: Stage | Sector) -> None:
    questions = list(sheet.questions)
    facts = count(
        "{n} question, {core} core, {time}",
        "{n} questions, {core} core, {time}",
        n=len(questions),
        core=sum(question.core for question in questions),
        time=_duration(sum(question.minutes for question in questions)),
    )
    out.print(f"[bold]{sheet.number} {escape(sheet.title)}[/bold]: {shown(facts)}")
    out.print(escape(sheet.purpose.strip()))
    if isinstance(sheet, Stage):
        for heading, texts in (
            (say("Bring"), sheet.inputs),
            (say("Take part"), sheet.participants),
            (say("Pitfalls"), sheet.pitfalls),
        ):
            out.print(f"\n[dim]{shown(heading)}[/dim]")
            for text in texts:
                out.print(Padding(escape(f"- {text}"), (0, 0, 0, 2), expand=False))
        out.print(f"\n[dim]{shown(say('Done when'))}[/dim] {escape(sheet.done.strip())}")


def _print_question(out: Console, catalogue: Catalogue, question: Question) -> None:
    marks = f" [bold]{shown(say('core'))}[/bold]" * question.core
    marks += f" [cyan]{shown(say('national'))}[/cyan]" * (question.id in catalogue.added)
    marks += f" [cyan]{shown(say('reworded'))}[/cyan]" * (question.id in catalogue.reworded)
    text = f"{question.number} {escape(question.text)}{marks}"
    out.print(Padding(text, (0, 0, 0, 2), expand=False))
    facts = [question.id, question.kind, catalogue.label("settings", question.setting), _duration(question.minutes)]
    if question.when is not None:
        facts.append(say("asked when: {relation}", relation=relation_in_words(question.when, catalogue.name)))
    out.print(Padding(f"[dim]{shown(several(facts, 'unit'))}[/dim]", (0, 0, 0, 6), expand=False))


def _print_switched_off(out: Console, catalogue: Catalogue, sheets: set[str]) -> None:
    for id_, off in catalogue.switched_off.items():
        if off.home in sheets or id_ in sheets:
            words = f"{escape(id_)} ({escape(off.title)}). {escape(off.reason.strip())}"
            out.print(f"\n[dim]{shown(say('Switched off here:'))}[/dim] {words}")


def _duration(minutes: int) -> Text:
    hours, rest = divmod(minutes, 60)
    if hours:
        return say("{hours} h {minutes} min", hours=hours, minutes=f"{rest:02}")
    return say("{minutes} min", minutes=rest)


def print_register(catalogue: Catalogue, register: str) -> None:
    """Print the fields of a register: name, what it is, which words it accepts."""
    out = console()
    out.print(f"[bold]{register}[/bold]: {shown(REGISTERS[register].holds)}")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(shown(say("Field")), no_wrap=True)
    table.add_column(shown(say("What it is")))
    for field in fields(register):
        words = f"\n[dim]{', '.join(catalogue.vocabulary[field.choices])}[/dim]" if field.choices else ""
        ids = say("ids from {registers}", registers=several(field.refers, "or"))
        many = f"\n[dim]{shown(ids)}[/dim]" if field.refers else ""
        table.add_row(f"{field.id}{' *' if field.required else ''}", shown(field.text) + words + many)
    out.print(table)
    out.print(f"* {shown(say('required'))}")
