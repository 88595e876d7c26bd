"""What relations can ask about a project."""

from collections.abc import Iterable
from dataclasses import dataclass

from mainstream_cli.model.catalogue import Catalogue, Question
from mainstream_cli.model.project import Project
from mainstream_cli.model.relations import holds


@dataclass(frozen=True)
class ProjectFacts:
    """Looks values up in a project, with the scales of the catalogue."""

    project: Project
    catalogue: Catalogue

    def value(self, subject: str, name: str) -> object:
        """Return the value of a question, or of a setting such as ``timing`` or ``plan.kind``."""
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
        """Return the entries of a register."""
        return self.project.entries(register).values()

    def asks(self, question: Question) -> bool:
        """Tell whether a question is asked; one whose ``when`` is unknown is hidden."""
        return question.when is None or holds(question.when, self) is True
