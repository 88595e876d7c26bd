"""What a conversation works on: the project as it stands by now, and how what is given is saved."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from mainstream_cli.model.answer import Answer
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.facts import ProjectFacts
from mainstream_cli.model.project import Project
from mainstream_cli.model.registers.entry import Entry
from mainstream_cli.rules.case import Case

Change = Mapping[str, Any]


@dataclass
class Saving:
    """Reads and saves single blocks of the project, each as it is on disk now and saved for good on return.

    The ``save`` of an answer or an entry lays a change over it only if what is on disk is still what was seen; it
    returns whether it was, and what is on disk afterwards. An entry has a register, an id, and where the register is
    split the sector or institution in whose file it stands. A draft is the fields of an entry that was begun and not
    finished; saving no fields removes it.
    """

    read_answer: Callable[[str], Answer | None]
    save_answer: Callable[[str, Change, Answer | None], tuple[bool, Answer | None]]
    read_entry: Callable[[str, str, str], Entry | None]
    save_entry: Callable[[str, str, str, Change, Entry | None], tuple[bool, Entry | None]]
    read_draft: Callable[[str], dict[str, Any]]
    save_draft: Callable[[str, Change], None]


@dataclass
class WorkingCopy:
    """One project while people talk about it; ``project`` follows what was saved.

    ``told`` names the conditions of which was said what the record does not show; that is said once.
    """

    project: Project
    catalogue: Catalogue
    today: datetime.date
    saving: Saving
    by: str = ""
    answers: dict[str, Answer] = field(init=False)
    registers: dict[str, dict[str, Entry]] = field(init=False)
    part_of: dict[tuple[str, str], str] = field(init=False)
    told: set[str] = field(default_factory=set, init=False)

    def __post_init__(self) -> None:
        self.answers = dict(self.project.answers)
        self.registers = {name: dict(entries) for name, entries in self.project.registers.items()}
        self.part_of = dict(self.project.part_of)
        self.project = replace(self.project, answers=self.answers, registers=self.registers, part_of=self.part_of)

    @property
    def case(self) -> Case:
        """The project as rules see it by now."""
        return Case(self.project, self.project, self.catalogue, self.today)

    @property
    def facts(self) -> ProjectFacts:
        """The project as relations see it by now."""
        return ProjectFacts(self.project, self.catalogue, self.today)

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
