"""Which part of the catalogue a name stands for: a stage, a sector, a section, a question, a setting or a set."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mainstream_cli.language import Text, say, verbatim
from mainstream_cli.model.catalogue import Catalogue, Question, Section, Sector, Stage

SETS: dict[str, Text] = {"all": say("All questions"), "core": say("Core questions")}
Sheet = Stage | Sector


@dataclass(frozen=True)
class Part:
    """A stage or sector with those of its sections and questions that were chosen; ``whole`` when that is all."""

    sheet: Sheet
    sections: tuple[Section, ...]
    whole: bool


@dataclass(frozen=True)
class Selection:
    """Questions chosen from the catalogue, under the title of what was asked for."""

    title: Text
    parts: tuple[Part, ...]

    @property
    def single(self) -> bool:
        """Whether one question was asked for."""
        return self.title == next((f"{each.number} {each.title}" for each in self.questions), "")

    @property
    def questions(self) -> Iterator[Question]:
        """Yield the chosen questions in catalogue order."""
        for part in self.parts:
            for section in part.sections:
                yield from section.questions


def select(catalogue: Catalogue, name: str) -> Selection | None:
    """Return what *name* stands for, None when it is no name of the catalogue.

    It may be an id or number of a stage, sector or question, the number of a section, a setting such as ``room``,
    ``core`` or ``all``.
    """
    for sheet in catalogue.sheets.values():
        if name in (sheet.id, sheet.number) or name.upper() == sheet.number:
            return Selection(_titled(sheet.number, sheet.title), (Part(sheet, sheet.sections, True),))
    if name in SETS:
        return chosen(catalogue, name)
    if name in catalogue.vocabulary["settings"]:
        title = say("Questions: {setting}", setting=catalogue.vocabulary["settings"][name])
        return _chosen(catalogue, title, lambda question: question.setting == name)
    return _section(catalogue, name.upper()) or _question(catalogue, name)


def chosen(catalogue: Catalogue, name: str) -> Selection:
    """Return one of the ``SETS``."""
    return _chosen(catalogue, SETS[name], lambda question: name == "all" or question.core)


def names(catalogue: Catalogue) -> list[str]:
    """Return the names that ``select`` knows, beside numbers and questions."""
    return [*catalogue.sheets, *SETS, *catalogue.vocabulary["settings"]]


def _titled(number: str, title: str) -> Text:
    return verbatim(f"{number} {title}")


def _chosen(catalogue: Catalogue, title: Text, wanted: Callable[[Question], bool]) -> Selection:
    parts = []
    for sheet in catalogue.sheets.values():
        sections = tuple(
            section.model_copy(update={"questions": kept})
            for section in sheet.sections
            if (kept := tuple(question for question in section.questions if wanted(question)))
        )
        if sections:
            parts.append(
                Part(sheet, sections, sum(1 for _ in sheet.questions) == sum(len(s.questions) for s in sections))
            )
    return Selection(title, tuple(parts))


def _section(catalogue: Catalogue, number: str) -> Selection | None:
    for sheet in catalogue.sheets.values():
        for section in sheet.sections:
            if section.number == number:
                return Selection(_titled(number, section.title), (Part(sheet, (section,), False),))
    return None


def _question(catalogue: Catalogue, name: str) -> Selection | None:
    for question in catalogue.questions.values():
        if name == question.id or name.upper() == question.number:
            title = _titled(question.number, question.title)
            sheet = catalogue.sheets[question.home]
            section = next(each for each in sheet.sections if question in each.questions)
            only = section.model_copy(update={"questions": (question,)})
            return Selection(title, (Part(sheet, (only,), False),))
    return None
