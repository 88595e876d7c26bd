"""How the catalogue looks."""

from rich import box
from rich.markup import escape
from rich.table import Table

from mainstream_cli.model.catalogue import Catalogue, Sector, Stage
from mainstream_cli.model.registers import REGISTERS, fields
from mainstream_cli.output.console import console


def print_overview(catalogue: Catalogue) -> None:
    """Print stages, sectors and registers with the number of their questions."""
    out = console()
    out.print(f"[bold]{escape(catalogue.title)}[/bold], edition {catalogue.edition}\n{escape(catalogue.about.strip())}")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in ("", "Id", "Title"):
        table.add_column(heading, no_wrap=True)
    for heading in ("Questions", "Core", "Minutes"):
        table.add_column(heading, justify="right")
    for sheet in catalogue.sheets.values():
        questions = list(sheet.questions)
        core = [question for question in questions if question.core]
        minutes = str(sum(question.minutes for question in core)) if core else "-"
        table.add_row(sheet.number, sheet.id, escape(sheet.title), str(len(questions)), str(len(core) or "-"), minutes)
    out.print(table)
    out.print("Minutes are those of the core questions.")
    out.print(f"Registers: {', '.join(REGISTERS)}\nMore: mainstream checklist show STAGE, SECTOR or REGISTER")
    out.print("To look up: profile, bibliography, sdg, gcm, mmicd, migof, dac, cofog, then_to_now; --basis stated")


def print_sheet(catalogue: Catalogue, sheet: Stage | Sector) -> None:
    """Print one stage or sector: its purpose, then its questions by section."""
    out = console()
    out.print(f"[bold]{sheet.number} {escape(sheet.title)}[/bold]\n{escape(sheet.purpose.strip())}")
    if isinstance(sheet, Stage):
        out.print(f"\n[dim]Done when[/dim] {escape(sheet.done.strip())}")
    for number, section in enumerate(sheet.sections, start=1):
        out.print(f"\n[bold]{sheet.number}.{number} {escape(section.title)}[/bold]")
        for question in section.questions:
            core = " [bold]core[/bold]" if question.core else ""
            setting = catalogue.label("settings", question.setting)
            out.print(f"  {question.number} {escape(question.text)}{core}")
            out.print(f"      [dim]{question.id}, {question.kind}, {setting}, {question.minutes} min[/dim]")


def print_register(catalogue: Catalogue, register: str) -> None:
    """Print the fields of a register: name, what it is, which words it accepts."""
    out = console()
    out.print(f"[bold]{register}[/bold]")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("Field", no_wrap=True)
    table.add_column("What it is")
    for field in fields(register):
        words = f"\n[dim]{', '.join(catalogue.vocabulary[field.choices])}[/dim]" if field.choices else ""
        many = f"\n[dim]ids from {' or '.join(field.refers)}[/dim]" if field.refers else ""
        table.add_row(f"{field.id}{' *' if field.required else ''}", escape(field.text) + words + many)
    out.print(table)
    out.print("* required")
