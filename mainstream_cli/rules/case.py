"""What a rule looks at: the project, the catalogue, the day, and where the process stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from mainstream_cli.model.catalogue import Catalogue, Question, Stage
from mainstream_cli.model.facts import ProjectFacts
from mainstream_cli.model.finding import Severity
from mainstream_cli.model.journal import Decision, JournalEntry, Rated, SignOff, Waiver
from mainstream_cli.model.project import Project, Ref
from mainstream_cli.model.record import Record
from mainstream_cli.model.registers import references
from mainstream_cli.model.types import Refers
from mainstream_cli.rules.digest import digest
from mainstream_cli.rules.texts import Passage, passages

E = TypeVar("E", bound=JournalEntry)


@dataclass(frozen=True)
class Case:
    """A project to judge on one day; ``public`` is the project without private values, which sign-offs cover.

    ``gate`` names the stage whose gate is judged; by default that is the current stage once work on it has begun.
    """

    project: Project
    public: Project
    catalogue: Catalogue
    today: date
    gate: str | None = None

    @cached_property
    def facts(self) -> ProjectFacts:
        """The project as relations see it."""
        return ProjectFacts(self.project, self.catalogue)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every sentence in the texts of the public files, read once for all rules."""
        return tuple(passages(self.public))

    @cached_property
    def references(self) -> tuple[tuple[Ref, Refers, str], ...]:
        """Every reference with its place, where it may point to and the id named, read once for all rules."""
        kinds: list[tuple[str, Mapping[str, Record]]] = [("settings", {"": self.project.settings})]
        kinds += [("answers", self.project.answers), *self.project.registers.items(), ("journal", self.project.journal)]
        return tuple(
            (Ref(kind, id_, path), refers, name)
            for kind, records in kinds
            for id_, record in records.items()
            for path, refers, name in references(record)
        )

    @cached_property
    def sign_offs(self) -> dict[str, SignOff]:
        """The latest sign-off of every stage that has one."""
        return {entry.stage: entry for entry in self.every_sign_off}

    @cached_property
    def every_sign_off(self) -> tuple[SignOff, ...]:
        """All sign-offs, the earliest first; a later one of a stage replaces those before."""
        return tuple(self._journal(SignOff).values())

    @cached_property
    def waivers(self) -> dict[str, Waiver]:
        """The waivers by their id in the journal, the earliest first."""
        return self._journal(Waiver)

    @cached_property
    def decisions(self) -> dict[str, Decision]:
        """The decisions by their id in the journal, the earliest first."""
        return self._journal(Decision)

    @cached_property
    def ratings(self) -> dict[str, Rated]:
        """What keeps how the conditions stood, the earliest first: ratings, and sign-offs that recorded one."""
        return {id_: each for id_, each in self._journal(Rated).items() if each.ratings}

    def entry_id(self, entry: JournalEntry) -> str:
        """Return the id of an entry of the journal."""
        return next(id_ for id_, each in self.project.journal.items() if each is entry)

    def _journal(self, kind: type[E]) -> dict[str, E]:
        ordered = sorted(self.project.journal.items(), key=lambda item: (item[1].date, item[1].sequence, item[0]))
        return {id_: entry for id_, entry in ordered if isinstance(entry, kind)}

    def stale(self, stage: Stage) -> bool:
        """Tell whether what a sign-off of the stage covers has changed since."""
        sign_off = self.sign_offs.get(stage.id)
        return sign_off is not None and sign_off.digest != digest(self.public, stage)

    @cached_property
    def valid(self) -> frozenset[str]:
        """The stages with a sign-off that still covers what it signed."""
        return frozenset(
            stage.id for stage in self.catalogue.stages if stage.id in self.sign_offs and not self.stale(stage)
        )

    @cached_property
    def current(self) -> Stage | None:
        """The first stage without a valid sign-off."""
        return next((stage for stage in self.catalogue.stages if stage.id not in self.valid), None)

    @cached_property
    def judged(self) -> Stage | None:
        """The stage whose gate is judged now, if any: the one asked for, else the current one once it has an answer."""
        if self.gate is not None:
            return next((stage for stage in self.catalogue.stages if stage.id == self.gate), None)
        begun = self.current is not None and any(self.project.answer(each.id) for each in self.current.questions)
        return self.current if begun else None

    def severity(self, stage: str) -> Severity:
        """Say how serious it is that something needed by *stage* is missing: note before, error at, warning after."""
        if self.judged is not None and stage == self.judged.id:
            return "error"
        return "warning" if stage in self.valid else "note"

    def asked(self, stage: Stage) -> Iterator[Question]:
        """Yield the questions of a stage that are asked in this project."""
        yield from (question for question in stage.questions if self.facts.asks(question))

    @cached_property
    def unseen(self) -> tuple[Question, ...]:
        """The sensitive questions that may be answered in ``private/``, which this copy does not have."""
        sensitive = [each for each in self.catalogue.questions.values() if each.sensitive]
        hidden = () if self.project.private.at_hand else sensitive
        return tuple(each for each in hidden if self.facts.asks(each) and self.project.answer(each.id) is None)

    def core_open(self, stage: Stage) -> list[Question]:
        """Return the core questions of a stage that are asked and, as far as this copy can see, have no answer."""
        found = [each for each in self.asked(stage) if each.core and self.project.answer(each.id) is None]
        return [each for each in found if each not in self.unseen]
