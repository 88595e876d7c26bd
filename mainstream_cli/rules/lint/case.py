"""What a rule of the lint looks at, and how it walks through the content."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from mainstream_cli.language import Text as Said
from mainstream_cli.language import say
from mainstream_cli.model.catalogue import Catalogue, Question, Sector, Stage
from mainstream_cli.model.condition import Condition
from mainstream_cli.model.content_item import Provenance
from mainstream_cli.model.finding import Finding, Severity
from mainstream_cli.model.project import Ref
from mainstream_cli.model.record import Path
from mainstream_cli.model.reference import Glossary, GlossaryTerm
from mainstream_cli.model.relations import Relation
from mainstream_cli.model.training import Lesson

Text = tuple[Ref, str]


@dataclass(frozen=True)
class LintCase:
    """A catalogue to look at, with its terms and the exercises that rest on it.

    ``avoid`` maps words that should not be used to words that may stand for them.
    """

    catalogue: Catalogue
    avoid: Mapping[str, str] = field(default_factory=dict)
    glossary: Glossary | None = None
    lessons: tuple[Lesson, ...] = ()


AUTHOR = (say("author of the content"),)


def found(code: str, severity: Severity, ref: Ref, sentence: Said, action: Said) -> Finding:
    """Return a finding on an item of content, which its author can put right."""
    message = say("{item}: {sentence}", item=ref.id, sentence=sentence) if ref.id else sentence
    return Finding(code, severity, message, action, AUTHOR, ref)


def questions(catalogue: Catalogue) -> Iterator[tuple[Ref, Question]]:
    """Yield every question with its place."""
    for sheet in catalogue.sheets.values():
        yield from ((Ref("questions", question.id), question) for question in sheet.questions)


def conditions(catalogue: Catalogue) -> Iterator[tuple[Ref, Condition]]:
    """Yield every condition with its place."""
    yield from ((Ref("conditions", condition.code), condition) for condition in catalogue.conditions)


def relations(catalogue: Catalogue) -> Iterator[tuple[Ref, Relation]]:
    """Yield every relation with its place."""
    for ref, question in questions(catalogue):
        if question.when is not None:
            yield at(ref, "when"), question.when
    for ref, condition in conditions(catalogue):
        yield from ((at(ref, *path), relation) for path, relation in condition.relations)


def sources(catalogue: Catalogue) -> Iterator[tuple[Ref, Provenance]]:
    """Yield every statement of where an item comes from, with its place."""
    for ref, question in questions(catalogue):
        yield at(ref, "source"), question.source
    for ref, condition in conditions(catalogue):
        yield at(ref, "source"), condition.source
    for id_, sheet in catalogue.sheets.items():
        yield Ref("sheets", id_, ("source",)), sheet.source
        for index, idea in enumerate(sheet.interventions if isinstance(sheet, Sector) else ()):
            yield Ref("sheets", id_, ("interventions", index, "source")), idea.source


def texts(catalogue: Catalogue) -> Iterator[Text]:
    """Yield every text that people read, with its place."""
    for id_, sheet in catalogue.sheets.items():
        yield from _sheet_texts(Ref("sheets", id_), sheet)
        for section in sheet.sections:
            yield Ref("sections", section.title), section.title
    for ref, question in questions(catalogue):
        yield from _question_texts(ref, question)
    for ref, condition in conditions(catalogue):
        yield from _named(ref, condition, ("title", "text", "question", "remedy"))
        yield from _several(ref, condition, ("who",))
    for name, terms in catalogue.lists.items():
        yield from ((Ref("lists", name, ("terms", term)), label) for term, label in terms.terms.items())


def terms(glossary: Glossary | None) -> Iterator[tuple[Ref, GlossaryTerm]]:
    """Yield every term with its place."""
    yield from ((Ref("terms", term.id), term) for term in (glossary.terms if glossary else ()))


def _sheet_texts(ref: Ref, sheet: Stage | Sector) -> Iterator[Text]:
    yield from _named(ref, sheet, ("title", "purpose"))
    if isinstance(sheet, Stage):
        yield from _named(ref, sheet, ("done",))
        yield from _several(ref, sheet, ("inputs", "outputs", "participants", "pitfalls"))
        return
    for way in ("migration_to_sector", "sector_to_migration"):
        for sign in ("positive", "negative"):
            yield from _several(at(ref, "effects", way), getattr(sheet.effects, way), (sign,))
    for part in ("interventions", "indicators"):
        yield from ((at(ref, part, index, "title"), each.title) for index, each in enumerate(getattr(sheet, part)))


def _question_texts(ref: Ref, question: Question) -> Iterator[Text]:
    yield from _named(ref, question, ("title", "text", "why", "example"))
    yield from ((at(ref, "scale", level), words) for level, words in (question.scale or {}).items())
    own = question.choices if isinstance(question.choices, tuple) else ()
    yield from ((at(ref, "choices", index, "label"), choice.label) for index, choice in enumerate(own))


def _named(ref: Ref, record: object, names: tuple[str, ...]) -> Iterator[Text]:
    yield from ((at(ref, name), getattr(record, name)) for name in names)


def _several(ref: Ref, record: object, names: tuple[str, ...]) -> Iterator[Text]:
    for name in names:
        yield from ((at(ref, name, index), text) for index, text in enumerate(getattr(record, name)))


def at(ref: Ref, *path: str | int) -> Ref:
    """Return a place further inside an item."""
    whole: Path = (*ref.path, *path)
    return Ref(ref.kind, ref.id, whole)
