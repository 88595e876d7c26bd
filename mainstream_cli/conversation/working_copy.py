"""What a conversation works on: the project as it stands by now, and how what is given is saved."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from mainstream_cli.model.answer import Answer
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.facts import ProjectFacts
from mainstream_cli.model.project import Project
from mainstream_cli.model.registers.entry import Entry

Change = Mapping[str, Any]


class Saving(Protocol):
    """Reads and saves single blocks of the project, each saved for good when a call returns.

    The ``save`` methods write only if what is on disk is still what was seen; they return whether it was, and what
    is on disk afterwards.
    """

    def read_answer(self, question: str) -> Answer | None:
        """Return an answer as it is on disk now."""

    def save_answer(self, question: str, change: Change, seen: Answer | None) -> tuple[bool, Answer | None]:
        """Lay a change over an answer."""

    def read_entry(self, register: str, id_: str, sector: str) -> Entry | None:
        """Return an entry of a register as it is on disk now."""

    def save_entry(
        self, register: str, id_: str, sector: str, change: Change, seen: Entry | None
    ) -> tuple[bool, Entry | None]:
        """Lay a change over an entry, or add it."""

    def read_draft(self, register: str) -> dict[str, Any]:
        """Return the fields of the entry that was begun and not finished, empty when there is none."""

    def save_draft(self, register: str, fields: Change) -> None:
        """Keep the fields of an entry that is not complete yet; no fields remove the draft."""


@dataclass
class WorkingCopy:
    """One project while people talk about it; ``project`` follows what was saved."""

    project: Project
    catalogue: Catalogue
    today: datetime.date
    saving: Saving
    by: str = ""
    answers: dict[str, Answer] = field(init=False)
    registers: dict[str, dict[str, Entry]] = field(init=False)
    sector_of: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.answers = dict(self.project.answers)
        self.registers = {name: dict(entries) for name, entries in self.project.registers.items()}
        self.sector_of = dict(self.project.sector_of)
        self.project = replace(self.project, answers=self.answers, registers=self.registers, sector_of=self.sector_of)
        self.facts = ProjectFacts(self.project, self.catalogue)

    def note_answer(self, question: str, answer: Answer | None) -> None:
        """Take over what is on disk for a question."""
        if answer is None:
            self.answers.pop(question, None)
        else:
            self.answers[question] = answer

    def titles(self, *registers: str) -> dict[str, str]:
        """Map the ids of the entries of some registers to their titles, in alphabetical order."""
        found = {id_: entry.title for name in registers for id_, entry in self.registers.get(name, {}).items()}
        return dict(sorted(found.items(), key=lambda item: item[1].casefold()))
