"""What relations can ask about a project."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from mainstream_cli.model.catalogue import Catalogue, Question
from mainstream_cli.model.project import Project
from mainstream_cli.model.relations import UNREAD, Relation, Tally, holds, leaves


@dataclass(frozen=True)
class ProjectFacts:
    """Looks values up in a project, with the scales of the catalogue."""

    project: Project
    catalogue: Catalogue

    def value(self, subject: str, name: str) -> object:
        """Return the value of a question, or of a setting such as ``timing`` or ``plan.kind``."""
        if self._lost(subject, name):
            return UNREAD
        if subject == "question":
            answer = self.project.answer(name)
            return answer.value if answer else None
        found: object = self.project.settings
        for step in name.split("."):
            found = getattr(found, step, None)
        return found

    def order(self, subject: str, name: str) -> tuple[str, ...]:
        """Return the terms of an ordered choice from least to most."""
        question = self.catalogue.questions.get(name) if subject == "question" else None
        return tuple(self.catalogue.terms(question)) if question is not None and question.ordered else ()

    def entries(self, register: str) -> Iterable[object]:
        """Return the entries of a register; in one that was read in part, a field that was not is UNREAD."""
        entries = self.project.entries(register)
        if self.project.whole(register):
            return entries.values()
        return [
            _Part(entry, fields) if (fields := self._lost_fields(register, id_)) else entry
            for id_, entry in entries.items()
        ]

    def whole(self, register: str) -> bool:
        """Tell whether a register was read to its last entry."""
        entries = self.project.entries(register)
        return all(place.path and place.id in entries for place in self.project.unread if place.kind == register)

    def asks(self, question: Question) -> bool:
        """Tell whether a question is asked; one whose ``when`` is unknown is hidden."""
        return question.when is None or holds(question.when, self) is True

    def hides(self, question: Question) -> bool:
        """Tell whether what was read hides a question."""
        return question.when is not None and not self.asks(question) and not self.unread(question.when)

    def unread(self, relation: Relation) -> bool:
        """Tell whether a relation rests on something that could not be read."""
        return any(
            not self.project.whole(leaf.register) if isinstance(leaf, Tally) else self._lost(leaf.subject, leaf.name)
            for leaf in leaves(relation)
        )

    def _lost(self, subject: str, name: str) -> bool:
        if subject == "question":
            return self.project.lost("answers", name, ("value",))
        return self.project.lost("settings", "", tuple(name.split(".")))

    def _lost_fields(self, register: str, id_: str) -> frozenset[str]:
        places = (place for place in self.project.unread if (place.kind, place.id) == (register, id_))
        return frozenset(str(place.path[0]) for place in places if place.path)


class _Part:
    """An entry of which some fields could not be read."""

    def __init__(self, entry: object, lost: frozenset[str]) -> None:
        self._entry = entry
        self._lost = lost

    def __getattr__(self, name: str) -> Any:
        return UNREAD if name in self._lost else getattr(self._entry, name, None)
