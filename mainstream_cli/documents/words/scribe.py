"""Puts answers and entries of one project into the words of a document."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from mainstream_cli.documents.contexts.shared import Said
from mainstream_cli.documents.dossier import Dossier
from mainstream_cli.documents.words.agreeing import agreed_in_words
from mainstream_cli.documents.words.references import References
from mainstream_cli.documents.words.wording import (
    ILLUSTRATIVE,
    capital,
    day_in_words,
    listed,
    marked,
    sentence,
)
from mainstream_cli.model.answer import Answer
from mainstream_cli.model.catalogue import Question
from mainstream_cli.model.facts import ProjectFacts
from mainstream_cli.model.money import grouped
from mainstream_cli.model.numbers import number
from mainstream_cli.model.registers.entry import Entry
from mainstream_cli.model.relations import NOT_APPLICABLE, UNKNOWN
from mainstream_cli.model.types import ACTORS, ID_PATTERN, day

NOT_KNOWN = "Not known yet"
BRIEF = 60  # characters; a note can follow a value of this length on the same line


class PrintedFacts(ProjectFacts):
    """A project as documents see it: a sensitive question is not asked but where its answer is printed."""

    def asks(self, question: Question) -> bool:
        """Tell whether a document speaks of a question."""
        return super().asks(question) and not (question.sensitive and self.project.answer(question.id) is None)


class Scribe:
    """Knows the names of things and numbers the sources of one document; ``short`` prefers abbreviations of actors."""

    def __init__(self, dossier: Dossier, *, short: bool = False) -> None:
        self.dossier = dossier
        self.project = dossier.project
        self.catalogue = dossier.catalogue
        self.facts = PrintedFacts(dossier.project, dossier.catalogue)
        self.references = References(dossier.project.entries("sources"))
        self._short = short

    def term(self, list_name: str, term: str | None) -> str:
        """Return the words for a term of a closed list."""
        return self.catalogue.label(list_name, term)

    def kind(self, list_name: str, term: str) -> str:
        """Return the words for a kind of thing; "other" says nothing to a reader."""
        return "" if term == "other" else self.term(list_name, term)

    def terms(self, list_name: str, terms: Iterable[str]) -> str:
        """Return the words for several terms."""
        return listed(self.term(list_name, term) for term in terms)

    def tally(self, list_name: str, counts: Counter[Any]) -> str:
        """Say how many there are of each term, in the order of their list: 3 positive, 1 mixed."""
        words = self.catalogue.vocabulary[list_name].items()
        return listed(f"{counts[term]} {label}" for term, label in words if counts[term])

    def rank(self, list_name: str, term: str | None) -> int:
        """Return the place of a term in its list; one that the list does not have comes last."""
        terms = list(self.catalogue.vocabulary[list_name])
        return terms.index(term) if term in terms else len(terms)

    def actor(self, actor: str | None, *, short: bool = True) -> str:
        """Return the name of a stakeholder or body, or the words of a free text."""
        for register in ACTORS:
            entry = self.project.entries(register).get(actor or "")
            if entry is not None:
                abbreviation = getattr(entry, "abbreviation", None) if short and self._short else None
                return str(abbreviation or entry.title)
        return _in_words(actor or "")

    def actors(self, actors: Iterable[str]) -> str:
        """Return the names of several actors."""
        return listed((self.actor(actor) for actor in actors), "; ")

    def title(self, entry: Entry) -> str:
        """Return the title of an entry, marked where it is illustrative."""
        return marked(entry.title, entry.origin)

    def titled(self, entry: Entry, letters: str = "") -> str:
        """Return the title of an entry as its row begins: marked, with the letters of notes and its sources."""
        return listed((self.title(entry), letters, self.cite(*entry.sources)), " ")

    def note(self, entry: Entry) -> str:
        """Return the note of an entry; the title beside it carries the mark of what is illustrative."""
        return entry.note or ""

    def entry(self, register: str, id_: str | None, inside: Entry | None = None) -> str:
        """Return the title of the entry that *id_* names, or say that the register does not have it yet.

        *inside* is the entry whose row names it: where that is marked as illustrative, the mark is not repeated.
        """
        entry = self.project.entries(register).get(id_ or "")
        if entry is None:
            return f"{_in_words(id_)} (not described yet)" if id_ else ""
        return entry.title if inside is not None and inside.origin == ILLUSTRATIVE else self.title(entry)

    def objective_number(self, id_: str) -> str:
        """Return the short number of an objective in this document, such as O2; the id where it is not described."""
        objectives = list(self.project.entries("objectives"))
        return f"O{objectives.index(id_) + 1}" if id_ in objectives else id_

    def cite(self, *ids: str | None) -> str:
        """Return the numbers of sources."""
        return self.references.cite(id_ for id_ in ids if id_)

    def said(self, question: Question, answer: Answer) -> Said:
        """Put an answer into words."""
        value, note = self._value(question, answer), answer.note or ""
        value = marked(value, answer.origin)
        agreed = agreed_in_words(question, answer, self.words)
        if agreed:
            value = f"{sentence(value)} {agreed}"
        return Said(
            number=question.number,
            title=question.title,
            text=question.text,
            value=value,
            brief=len(value) <= BRIEF and "\n" not in value and value[-1:] not in ".!?",
            note=note,
            cite=self.cite(*answer.sources),
        )

    def _value(self, question: Question, answer: Answer) -> str:
        if answer.value == NOT_APPLICABLE:
            return f"Not applicable: {answer.reason}" if answer.reason else "Not applicable"
        if answer.value == UNKNOWN:
            return NOT_KNOWN
        return self.words(question, answer.value)

    def words(self, question: Question, value: object) -> str:
        """Return the words for a value of a question."""
        if isinstance(value, list | tuple):
            return listed((self._one(question, each) for each in value), "; ")
        return self._one(question, value)

    def _one(self, question: Question, value: object) -> str:
        everywhere = {NOT_APPLICABLE: "Not applicable", UNKNOWN: NOT_KNOWN}
        if isinstance(value, str) and value in everywhere:
            return everywhere[value]
        match question.kind:
            case "number":
                amount = number(value)
                return f"{grouped(amount)} {question.unit or ''}".strip() if isinstance(amount, Decimal) else str(value)
            case "date":
                found = day(value)
                return day_in_words(found) if found else str(value)
            case "text":
                return str(value)
        return capital(self.catalogue.terms(question).get(str(value), str(value)))


def _in_words(name: str) -> str:
    """Return free text as it is, and an id that no register has in words."""
    return name.replace("_", " ") if ID_PATTERN.fullmatch(name) else name
