"""What of a project may be shown to others, wherever it was written down."""

from collections.abc import Mapping
from dataclasses import replace

from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.project import Project
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.model.registers.entry import Entry


def open_part(project: Project, catalogue: Catalogue) -> Project:
    """Return a project without answers to sensitive questions and without sensitive fields, also from public files."""
    answers = {id_: each for id_, each in project.answers.items() if not catalogue.questions[id_].sensitive}
    registers = {name: _open_entries(name, entries) for name, entries in project.registers.items()}
    return replace(project, answers=answers, registers=registers, private=replace(project.private, at_hand=False))


def printed(project: Project, catalogue: Catalogue) -> Project:
    """Return what documents print of a public project: of a sample all, since all in it is public or invented."""
    return open_part(project, catalogue) if project.settings.sample is None else project


def _open_entries(register: str, entries: Mapping[str, Entry]) -> Mapping[str, Entry]:
    closed = dict.fromkeys(REGISTERS[register].sensitive)
    return {id_: each.model_copy(update=closed) for id_, each in entries.items()} if closed else entries
