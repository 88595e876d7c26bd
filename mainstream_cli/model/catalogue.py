"""The catalogue: what ``checklists/`` holds, as records."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from mainstream_cli.model.condition import Condition
from mainstream_cli.model.content_item import Content, Provenance
from mainstream_cli.model.own_words import own_word
from mainstream_cli.model.relations import Relation
from mainstream_cli.model.types import WHOLE, GcmTag, Id, SdgTag, Term, Text

Kind = Literal["rating", "choice", "choices", "text", "number", "date"]


class Choice(Content):
    """One option of a question that has its own list."""

    id: Id
    label: Text


class Question(Content):
    """One checklist item; ``number`` and ``home`` (its stage or sector) are derived from its place."""

    id: Id
    title: Text
    text: Text
    why: Text
    example: Text
    kind: Kind
    scale: dict[Literal["in_place", "partly", "absent"], Text] | None = None
    choices: str | tuple[Choice, ...] | None = None
    ordered: bool = False
    unit: str | None = None
    setting: Annotated[str, Term("settings")]
    core: bool = False
    sensitive: bool = False
    minutes: Annotated[int, Field(ge=1, le=60), *WHOLE]
    evidence: Annotated[str, Term("evidences")]
    tags: tuple[Annotated[str, Term("tags")], ...] = ()
    conditions: tuple[str, ...] = ()
    when: Relation | None = None
    source: Provenance
    number: str
    home: Id


class Section(Content):
    """A group of questions under one heading."""

    title: Text
    questions: tuple[Question, ...]

    @property
    def number(self) -> str:
        """The number of the section, such as 3.2; empty without questions."""
        return self.questions[0].number.rpartition(".")[0] if self.questions else ""


class Gate(Content):
    """What must hold before a stage is signed, beside its core questions; ``registers`` are covered by the sign-off.

    ``needs`` names the registers without an entry of which there is nothing to sign; of a list, one is enough.
    """

    conditions: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    registers: tuple[str, ...] = ()
    needs: tuple[str | tuple[str, ...], ...] = ()


class Sheet(Content):
    """What stages and sectors have in common: a purpose and questions in sections."""

    id: Id
    title: Text
    number: str
    purpose: Text
    source: Provenance
    sections: tuple[Section, ...]

    @property
    def questions(self) -> Iterator[Question]:
        """The questions in catalogue order."""
        return (question for section in self.sections for question in section.questions)


class Stage(Sheet):
    """One step of the process."""

    part: Annotated[str, Term("parts")]
    inputs: tuple[Text, ...]
    outputs: tuple[Text, ...]
    participants: tuple[Text, ...]
    pitfalls: tuple[Text, ...]
    done: Text
    gate: Gate


class Effects(Content):
    """Typical effects in one direction, as prompts of what to look for."""

    positive: tuple[Text, ...]
    negative: tuple[Text, ...]


class SectorEffects(Content):
    """Typical effects in both directions."""

    migration_to_sector: Effects
    sector_to_migration: Effects


class Intervention(Content):
    """One idea of the idea bank."""

    title: Text
    programme: str | None = None
    source: Provenance


class TypicalIndicator(Content):
    """One indicator that teams in this sector often use."""

    title: Text
    unit: Text
    usual_source: Text
    disaggregation: str | None = None
    sdg: tuple[SdgTag, ...] = ()
    gcm: tuple[GcmTag, ...] = ()


class Sector(Sheet):
    """One of the 13 sectors of Part 3."""

    effects: SectorEffects
    interventions: tuple[Intervention, ...]
    indicators: tuple[TypicalIndicator, ...]
    sdg: tuple[SdgTag, ...] = ()
    gcm: tuple[GcmTag, ...] = ()


class TermList(Content):
    """A closed list: id -> label; ``ordered`` when it runs from least to most.

    ``years`` says for some terms after how many years a thing of that kind is too old to decide on.
    """

    title: Text
    ordered: bool = False
    terms: dict[Id, Text]
    years: dict[Id, Annotated[int, Field(ge=1), *WHOLE]] = Field(default_factory=dict)


class Work(Content):
    """A document that content refers to, and what was verified through it."""

    title: Text
    author: str | None = None
    publisher: str | None = None
    year: str | None = None
    address: str | None = None
    verified: Text


@dataclass(frozen=True)
class SwitchedOff:
    """An item that national content switches off: why, its title, its stage or sector, and the id that says so."""

    reason: str
    title: str
    home: str
    by: str


@dataclass(frozen=True)
class Catalogue:
    """All content in its order, with its name (``id``), the edition and the digest of its files in ``folder``.

    ``roles`` says which question or stage has a role, ``unwritten`` which documents lack which stage. National content
    leaves ``sha256`` as it is; ``added``, ``reworded`` and ``switched_off`` name what it changed, ``refused`` its items
    with a mistake. ``whole`` is false when a file of it could not be read.
    """

    id: str
    edition: str
    title: str
    about: str
    sha256: str
    stages: tuple[Stage, ...]
    sectors: tuple[Sector, ...]
    conditions: tuple[Condition, ...]
    lists: Mapping[str, TermList]
    answers: Mapping[str, str]
    works: Mapping[str, Work]
    moved: Mapping[str, str] = field(default_factory=dict)
    retired: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    folder: Path | None = field(default=None, compare=False)
    unwritten: Mapping[str, str] = field(default_factory=dict)
    added: frozenset[str] = frozenset()
    reworded: frozenset[str] = frozenset()
    switched_off: Mapping[str, SwitchedOff] = field(default_factory=dict)
    refused: frozenset[str] = frozenset()
    whole: bool = True

    @property
    def stamp(self) -> dict[str, str]:
        """What a project keeps of the catalogue that it was made with."""
        return {"name": self.id, "edition": self.edition, "sha256": self.sha256}

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Map every question id to its question, stages before sectors."""
        return {question.id: question for sheet in self.sheets.values() for question in sheet.questions}

    def question(self, name: str) -> Question | None:
        """Return the question with this id or number, None when there is none."""
        numbered = (question for question in self.questions.values() if question.number == name.upper())
        return self.questions.get(name) or next(numbered, None)

    @cached_property
    def sheets(self) -> dict[str, Stage | Sector]:
        """Map every stage and sector id to its sheet, in catalogue order."""
        sheets: tuple[Stage | Sector, ...] = (*self.stages, *self.sectors)
        return {sheet.id: sheet for sheet in sheets}

    @cached_property
    def vocabulary(self) -> dict[str, dict[str, str]]:
        """Map the name of every closed list to its terms; stages and sectors are lists too."""
        lists = {name: dict(terms.terms) for name, terms in self.lists.items()}
        sheets = {"stages": self.stages, "sectors": self.sectors}
        return lists | {name: {sheet.id: sheet.title for sheet in every} for name, every in sheets.items()}

    def now(self, id_: str) -> str:
        """Return the id under which a question of an earlier edition is asked now; empty when it is not asked."""
        for _ in self.moved:  # as many steps as there can be, should names lead in a circle
            id_ = id_ if id_ in self.questions else self.moved.get(id_, id_)
        return id_ if id_ in self.questions else ""

    def may_have(self, id_: str) -> bool:
        """Tell whether national content that could not be read may have an item of this name."""
        return id_ in self.refused or not self.whole

    def is_earlier(self, id_: str) -> bool:
        """Tell whether an id is one of an earlier edition, which this one does not ask under that name."""
        return id_ not in self.questions and (id_ in self.moved or id_ in self.retired)

    def terms(self, question: Question) -> dict[str, str]:
        """Return the options of a question, id -> label, without the two that every question accepts."""
        shared = "ratings" if question.kind == "rating" else question.choices
        if isinstance(shared, str):
            return self.vocabulary[shared]
        return {choice.id: choice.label for choice in shared or ()}

    def label(self, list_name: str, term: str | None) -> str:
        """Return the words for a term, or the term itself where the list does not know it."""
        return self.vocabulary.get(list_name, {}).get(term or "", term or "")

    @cached_property
    def _words(self) -> dict[str, str]:
        return dict(reversed([item for terms in self.lists.values() for item in terms.terms.items()])) | {
            **self.answers
        }

    def name(self, subject: str, id_: str) -> str:
        """Return the words for a question, a setting, a field or a term, as relations are said in words."""
        if subject == "question" and (question := self.questions.get(id_)):
            return f"{question.number} {question.title}"
        return self._words.get(id_, id_) if subject == "term" else own_word(subject, id_)
