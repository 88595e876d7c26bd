"""What relations can ask about a project."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, cast

from mainstream_cli.model.catalogue import Catalogue, Question
from mainstream_cli.model.computed import COMPUTED, facts_of
from mainstream_cli.model.journal import KINDS
from mainstream_cli.model.project import Project
from mainstream_cli.model.record import Record
from mainstream_cli.model.registers.references import references_of
from mainstream_cli.model.relations import DOCUMENTS, JOURNAL, RATINGS, UNREAD, Comparison, Relation, Tally, leaves
from mainstream_cli.model.told import letters
from mainstream_cli.model.truth import Truth, holds
from mainstream_cli.model.types import Refers
from mainstream_cli.model.world import Computed


@dataclass(frozen=True)
class ProjectFacts:
    """Looks values up in a project on a day, with the scales of the catalogue.

    With ``between_views`` a rating on which tables differ counts as ``partly`` until the room has chosen.
    """

    project: Project
    catalogue: Catalogue
    today: datetime.date = datetime.date.max
    between_views: bool = False
    _seen: dict[str, tuple[object, ...]] = field(default_factory=dict, init=False, compare=False, repr=False)
    _truths: dict[int, Truth] = field(default_factory=dict, init=False, compare=False, repr=False)
    _texts: dict[tuple[str, str], Counter[str]] = field(default_factory=dict, init=False, compare=False, repr=False)

    def holds(self, relation: Relation) -> Truth:
        """Tell whether a relation of the catalogue holds; each is looked at once."""
        if id(relation) not in self._truths:
            self._truths[id(relation)] = holds(relation, self)
        return self._truths[id(relation)]

    def times(self, register: str, name: str, text: object) -> int:
        """Return how many entries of a register say the same in a field, but for signs and the size of letters."""
        if (register, name) not in self._texts:
            said = (getattr(entry, name, None) for entry in self._found(register).values())
            self._texts[register, name] = Counter(letters(words) for words in said)
        return self._texts[register, name][letters(text)]

    def value(self, subject: str, name: str) -> object:
        """Return the value, note or reason of an answer, or a setting such as ``timing`` or ``plan.kind``."""
        if self._lost(subject, name):
            return UNREAD
        if subject == "project":
            if name in COMPUTED["project"]:
                return self.work_out(COMPUTED["project"][name], None)
            found: object = self.project.settings
            for step in name.split("."):
                found = getattr(found, step, None)
            return found
        answer = self.project.answer(name)
        if answer is None and subject == "question" and self.between_views:
            return self._between(name)
        return getattr(answer, "value" if subject == "question" else subject) if answer else None

    def work_out(self, computed: Computed, entry: object) -> object:
        """Work a fact out; UNREAD where a register that it looks into was not read to the end."""
        if not self.project.unread:
            return computed.work(self, entry)
        watched = _Watched(self.project)
        found = computed.work(replace(self, project=cast(Project, watched)), entry)
        return found if all(map(self.project.whole, watched.looked_into)) else UNREAD

    def _between(self, question: str) -> str | None:
        """Return ``partly`` where tables differ, none is chosen, and one of them says so much at least."""
        answer = self.project.answers.get(question)
        said = {position.value for position in answer.positions if isinstance(position.value, str)} if answer else set()
        return "partly" if said & set(RATINGS[1:]) else None

    def outlived(self, question: str) -> bool:
        """Tell whether an answer was given for a plan that has ended: a new plan asks anew, and nothing is deleted."""
        answer, earlier = self.project.answer(question), self.project.last_of_earlier_plan
        return answer is not None and answer.date is not None and earlier is not None and answer.date <= earlier

    def order(self, subject: str, name: str) -> tuple[str, ...]:
        """Return the terms of an ordered choice from least to most."""
        question = self.catalogue.questions.get(name) if subject == "question" else None
        return tuple(self.catalogue.terms(question)) if question is not None and question.ordered else ()

    def entries(self, register: str) -> Iterable[object]:
        """Return the entries of a register; in one that was read in part, a field that was not is UNREAD."""
        if register not in self._seen:
            self._seen[register] = tuple(self._looked_up(register))
        return self._seen[register]

    def _looked_up(self, register: str) -> Iterator[object]:
        found, worked_out = dict(self._found(register)), facts_of(register)
        for id_, entry in found.items():
            lost = frozenset() if self.project.whole(register) else self._lost_fields(register, id_)
            yield Looked(entry, lost, worked_out, self, register)

    def _found(self, register: str) -> Mapping[str, Any]:
        if register.startswith(JOURNAL):
            kind = KINDS[register.removeprefix(JOURNAL)]
            entries = self.project.journal.items()
            earlier = self.project.last_of_earlier_plan or datetime.date.min
            standing = ((id_, entry) for id_, entry in entries if id_ not in self.project.withdrawn)
            return {
                id_: entry for id_, entry in standing if isinstance(entry, kind) and earlier < entry.date <= self.today
            }
        if register.startswith(DOCUMENTS):
            answer, sources = (
                self.project.answers.get(register.removeprefix(DOCUMENTS)),
                self.project.entries("sources"),
            )
            return {id_: sources[id_] for id_ in (answer.documents if answer else ()) if id_ in sources}
        return self.project.entries(register)

    def named(self, register: str, entry: object) -> str:
        """Return the place of an entry that ``entries`` gave, such as ``objectives/health_staff``, or of an answer."""
        if register in ("note", "reason"):
            return f"answers/{entry}"
        real = entry.entry if isinstance(entry, Looked) else entry
        kind = kind_of(register)
        return next((f"{kind}/{id_}" for id_, known in self._found(register).items() if known is real), kind)

    def whole(self, register: str) -> bool:
        """Tell whether a register was read to its last entry."""
        entries = self._found(register)
        kind = kind_of(register)
        return all(place.path and place.id in entries for place in self.project.unread if place.kind == kind)

    def asks(self, question: Question) -> bool:
        """Tell whether a question is asked; one whose ``when`` is unknown is hidden."""
        return question.when is None or holds(question.when, self) is True

    def hides(self, question: Question) -> bool:
        """Tell whether what was read hides a question."""
        return question.when is not None and not self.asks(question) and not self.unread(question.when)

    def unread(self, relation: Relation) -> bool:
        """Tell whether a relation rests on something that could not be read."""
        return bool(self.project.unread) and any(
            self._tally_unread(leaf) if isinstance(leaf, Tally) else self._lost(leaf.subject, leaf.name)
            for leaf in leaves(relation)
        )

    def _tally_unread(self, tally: Tally) -> bool:
        if not self.project.whole(kind_of(tally.register)) or self._answer_lost(tally.register):
            return True
        asked = (leaf for part in (tally.where, tally.every) if part is not None for leaf in leaves(part))
        names = {leaf.name for leaf in asked if isinstance(leaf, Comparison)} & facts_of(tally.register).keys()
        return any(getattr(entry, name) is UNREAD for entry in self.entries(tally.register) for name in names)

    def _answer_lost(self, register: str) -> bool:
        """Tell whether the answer whose documents are meant could not be read."""
        return register.startswith(DOCUMENTS) and self._lost("question", register.removeprefix(DOCUMENTS))

    def _lost(self, subject: str, name: str) -> bool:
        if subject == "project":
            return self.project.lost("settings", "", tuple(name.split(".")))
        return self.project.lost("answers", name, ("value" if subject == "question" else subject,))

    def _lost_fields(self, register: str, id_: str) -> frozenset[str]:
        places = (place for place in self.project.unread if (place.kind, place.id) == (register, id_))
        return frozenset(str(place.path[0]) for place in places if place.path)


def kind_of(register: str) -> str:
    """Return where the entries of a register of relations stand: documents of an answer are sources."""
    return "sources" if register.startswith(DOCUMENTS) else "journal" if register.startswith(JOURNAL) else register


class _Watched:
    """A project that keeps which registers were looked into."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self.looked_into: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._project, name)

    def entries(self, register: str) -> Mapping[str, Any]:
        """Return a register, and keep its name."""
        self.looked_into.add(register)
        return self._project.entries(register)


@cache
def _references(cls: type[Record]) -> dict[str, Refers]:
    return dict(references_of(cls))


@dataclass(frozen=True)
class Looked:
    """An entry as relations see it: with what is worked out of it, and with UNREAD for what could not be read."""

    entry: Any
    lost: frozenset[str]
    worked_out: Mapping[str, Computed]
    facts: ProjectFacts
    register: str

    def __getattr__(self, name: str) -> Any:
        """Return a field, or what is worked out; both are kept, since the next lookup does not come here."""
        if name in self.lost:
            found: Any = UNREAD
        elif name in self.worked_out:
            found = self.facts.work_out(self.worked_out[name], self.entry)
        else:
            found = self._without_dangling(name, getattr(self.entry, name, None))
        self.__dict__[name] = found
        return found

    def _without_dangling(self, name: str, value: Any) -> Any:
        """Return a list of ids without those of entries that are not there, as far as the registers were read."""
        kind: type[Record] = type(self.entry)
        refers = _references(kind).get(name) if value and isinstance(value, tuple) else None
        if refers is None or refers.free or not self.facts.project.whole(*refers.to):
            return value
        return tuple(id_ for id_ in value if any(id_ in self.facts.project.entries(kind) for kind in refers.to))

    def is_own(self, name: str) -> bool:
        """Tell whether no entry beside says the same in a field."""
        return self.facts.times(self.register, name, getattr(self.entry, name, None)) == 1
