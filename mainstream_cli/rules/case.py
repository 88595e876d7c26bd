"""What a rule looks at: the project, the catalogue, the day, and where the process stands."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from mainstream_cli.model.catalogue import Catalogue, Question, Stage
from mainstream_cli.model.edition import HOLDING, Standing
from mainstream_cli.model.facts import ProjectFacts
from mainstream_cli.model.finding import Finding, Severity
from mainstream_cli.model.journal import Decision, JournalEntry, Keeping, Rated, SignOff, Waiver
from mainstream_cli.model.project import Project, Ref
from mainstream_cli.model.record import Record
from mainstream_cli.model.registers import references
from mainstream_cli.model.types import Refers
from mainstream_cli.rules.digest import digest
from mainstream_cli.rules.lexicons import reads_words, unread
from mainstream_cli.rules.standing import standing_of
from mainstream_cli.rules.texts import Passage, passages

T = TypeVar("T")
E = TypeVar("E", bound=JournalEntry)
P = ParamSpec("P")
SAY_WHAT_STANDS = ("A04", "D", "P19", "R")
"""The codes and families that speak of what one field says, whatever stands beside it."""


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
        return ProjectFacts(self.project, self.catalogue, self.today)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every sentence in the texts of the public files, read once for all rules."""
        return tuple(passages(self.public))

    @cached_property
    def reads_words(self) -> bool:
        """Whether rules know words of the language that the team works in; else they judge by shapes and terms."""
        return reads_words(self.project)

    @cached_property
    def is_all_read(self) -> bool:
        """Whether rules know the words of every language that the team writes in."""
        return not unread(self.project)

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
        """The latest sign-off of every stage, where it is of the plan of today and was not withdrawn."""
        latest = {stage: entry for entry in self._of_this_plan for stage in entry.signs}
        return {stage: entry for stage, entry in latest.items() if self.entry_id(entry) not in self.project.withdrawn}

    @property
    def _of_this_plan(self) -> list[SignOff]:
        first = self.project.settings.plan.start
        return [entry for entry in self.every_sign_off if not entry.is_before(first)]

    @cached_property
    def every_sign_off(self) -> tuple[SignOff, ...]:
        """All sign-offs, the earliest first; a later one of a stage replaces those before."""
        return tuple(self.journal(SignOff).values())

    @cached_property
    def kept_later(self) -> dict[str, Keeping]:
        """What was noted of editions that were made later, by the sign-off that each belongs to."""
        return {keeping.of: keeping for keeping in self.journal(Keeping).values()}

    @cached_property
    def waivers(self) -> dict[str, Waiver]:
        """The waivers by their id in the journal, the earliest first."""
        return self.journal(Waiver)

    @cached_property
    def decisions(self) -> dict[str, Decision]:
        """The decisions by their id in the journal, the earliest first."""
        return self.journal(Decision)

    @cached_property
    def ratings(self) -> dict[str, Rated]:
        """What keeps how the conditions stood, the earliest first: ratings, and sign-offs that recorded one."""
        return {id_: rated for id_, rated in self.journal(Rated).items() if rated.ratings}

    def entry_id(self, entry: JournalEntry) -> str:
        """Return the id of an entry of the journal."""
        return next(id_ for id_, known in self.project.journal.items() if known is entry)

    def journal(self, kind: type[E]) -> dict[str, E]:
        """Return the entries of a kind by their id, the earliest first."""
        ordered = sorted(self.project.journal.items(), key=lambda item: (item[1].date, item[1].sequence, item[0]))
        return {id_: entry for id_, entry in ordered if isinstance(entry, kind)}

    def whole(self, *kinds: str) -> bool:
        """Tell whether all of some kinds was read: answers, settings, journal, a register, or national content."""
        content = self.catalogue.whole and not self.catalogue.refused
        return self.project.whole(*kinds) and (content or "catalogue" not in kinds)

    def judges(self, finding: Finding) -> bool:
        """Tell whether what a finding speaks of was read: an entry is judged when all of its fields can be."""
        ref = finding.ref
        if ref is None or not self.project.unread:
            return True
        return not self.project.lost(ref.kind, ref.id) or finding.code.startswith(SAY_WHAT_STANDS)

    def unread_at(self, stage: Stage) -> bool:
        """Tell whether something that the gate of a stage rests on could not be read."""
        conditions = (condition for condition in self.catalogue.conditions if condition.code in stage.gate.conditions)
        relations = (relation for condition in conditions for _, relation in condition.relations)
        rests = any(map(self.facts.unread, relations))
        return rests or not self.read(stage) or not self._covered(stage) or not self.project.whole("settings")

    def read(self, stage: Stage) -> bool:
        """Tell whether all answers of a stage were read."""
        return not any(self.project.lost("answers", question.id) for question in stage.questions)

    def _covered(self, stage: Stage) -> bool:
        """Tell whether the registers that the gate of a stage lists were read."""
        return not stage.gate.registers or self.project.whole(*stage.gate.registers)

    def stale(self, stage: Stage) -> bool:
        """Tell whether what a sign-off of the stage covers has changed since; what could not be read has not."""
        standing = self.standing(stage.id)
        return standing is not None and standing.code not in HOLDING

    def standing(self, stage: str) -> Standing | None:
        """Return how the latest sign-off of a stage stands, None without any; it is worked out once."""
        sign_off = self.sign_offs.get(stage)
        if sign_off is None:
            return None
        key = f"standing/{self.entry_id(sign_off)}"
        if key not in self.kept:
            self.kept[key] = standing_of(self, sign_off)
        found: Standing = self.kept[key]
        return found

    def outgrew_seal(self, sign_off: SignOff) -> bool:
        """Tell whether what a sign-off without an edition covers does not match its seal any more."""
        stage = self.catalogue.sheets.get(sign_off.stage)
        if not isinstance(stage, Stage) or sign_off.digest == self._digest(stage):
            return False
        return self.read(stage) and self._covered(stage)

    def _digest(self, stage: Stage) -> str:
        """Return the digest of a stage, worked out once for the gates of all: one takes as long as all rules on it."""
        key = f"digest/{stage.id}"
        if key not in self.kept:
            self.kept[key] = digest(self.public, stage, self.kept.setdefault("registers_as_data", {}))
        found: str = self.kept[key]
        return found

    @cached_property
    def valid(self) -> frozenset[str]:
        """The stages with a sign-off that still covers what it signed, or that could not be read."""
        return frozenset(
            stage.id
            for stage in self.catalogue.stages
            if (stage.id in self.sign_offs and not self.stale(stage)) or self._sign_off_lost(stage)
        )

    def _sign_off_lost(self, stage: Stage) -> bool:
        return any(ref.kind == "journal" and f"-sign_off-{stage.id}-" in ref.id for ref in self.project.unread)

    @cached_property
    def approved(self) -> frozenset[str]:
        """The stages that were ever signed: what changed since makes no stage young again."""
        return frozenset(stage for entry in self._of_this_plan for stage in entry.signs) | self.valid

    @cached_property
    def current(self) -> Stage | None:
        """The first stage that was never signed; once all were, the first to be signed again."""
        ahead = [stage for stage in self.catalogue.stages if stage.id not in self.approved]
        again = (stage for stage in self.catalogue.stages if stage.id not in self.valid)
        return next(iter(ahead), next(again, None))

    @cached_property
    def judged(self) -> Stage | None:
        """The stage whose gate is judged now, if any: the one asked for, else the current one once it has an answer."""
        if self.gate is not None:
            return next((stage for stage in self.catalogue.stages if stage.id == self.gate), None)
        if Ref("journal") in self.project.unread:
            return None
        begun = self.current is not None and any(
            self.project.answer(question.id) for question in self.current.questions
        )
        return self.current if begun else None

    @cached_property
    def kept(self) -> dict[str, Any]:
        """What functions worked out ``once``, shared by the cases of all gates."""
        return {}

    def at(self, stage: str) -> "Case":
        """Return this case with the gate of *stage* judged; what was worked out for one gate holds for all of them."""
        other, known = replace(self, gate=stage), {"kept": self.kept, **vars(self)}
        vars(other).update({name: value for name, value in known.items() if name not in ("gate", "judged")})
        return other

    def severity(self, stage: str) -> Severity:
        """Say how serious it is that something needed by *stage* is missing: note before, error at, warning after."""
        if self.judged is not None and stage == self.judged.id:
            return "error"
        return "warning" if stage in self.approved else "note"

    def asked(self, stage: Stage) -> Iterator[Question]:
        """Yield the questions of a stage that are asked in this project."""
        yield from (question for question in stage.questions if self.facts.asks(question))

    @cached_property
    def unseen(self) -> tuple[Question, ...]:
        """The sensitive questions that may be answered in ``private/``, which this copy does not have."""
        sensitive = [question for question in self.catalogue.questions.values() if question.sensitive]
        hidden = () if self.project.private.at_hand else sensitive
        return tuple(
            question for question in hidden if self.facts.asks(question) and self.project.answer(question.id) is None
        )

    @cached_property
    def undecided(self) -> frozenset[str]:
        """The questions on which views of tables stand and none is chosen yet."""
        return frozenset(id_ for id_, answer in self.project.answers.items() if answer.disputed)

    def core_open(self, stage: Stage) -> tuple[Question, ...]:
        """Return the core questions of a stage that are asked and, as far as this copy can see, have no answer."""
        return self._core_open[stage.id]

    @cached_property
    def _core_open(self) -> dict[str, tuple[Question, ...]]:
        return {stage.id: tuple(filter(self._is_open, self.asked(stage))) for stage in self.catalogue.stages}

    def _is_open(self, question: Question) -> bool:
        bare = question.core and self.project.answer(question.id) is None
        return bare and question not in self.unseen and not self.project.lost("answers", question.id, ("value",))


def once(work: Callable[[Case], T]) -> Callable[[Case], T]:
    """Make a function of a case work once; the case keeps what it returned, whichever gate is judged."""
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def kept(case: Case) -> T:
        if name not in case.kept:
            case.kept[name] = work(case)
        found: T = case.kept[name]
        return found

    return kept


Rule = Callable[[Case], Iterator[Finding]]
Judge = Callable[Concatenate[Case, P], Iterator[Finding]]


def rests_on(*kinds: str) -> Callable[[Judge[P]], Judge[P]]:
    """Make a rule silent while something of these kinds, of any without one, could not be read.

    It is for rules that say what is missing there, or compare. An entry that was not read itself is judged by none.
    """

    def decorate(rule: Judge[P]) -> Judge[P]:
        @wraps(rule)
        def silent(case: Case, /, *args: P.args, **kwargs: P.kwargs) -> Iterator[Finding]:
            if case.whole(*kinds):
                yield from rule(case, *args, **kwargs)

        return silent

    return decorate
