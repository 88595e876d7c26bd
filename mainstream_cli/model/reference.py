"""What the catalogue offers to look up: indicators for a migration profile, and crosswalks to other frameworks."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from mainstream_cli.language import Text as Words
from mainstream_cli.language import label
from mainstream_cli.model.content_item import Content, Provenance
from mainstream_cli.model.types import GcmTag, Id, SdgTag, Term, Text


class ProfileGroup(Content):
    """A group of indicators: a part of the common set (I to IV) or of an extended profile (A1 to D4)."""

    id: Id
    set: Literal["common", "extended"]
    part: Annotated[str, Field(pattern=r"^(I|II|III|IV|[A-D]\d)$")]
    title: Text
    source: Provenance


class ProfileIndicator(Content):
    """One indicator of the menu; ``level`` says whom or what the value describes."""

    id: Id
    title: Text
    group: Id
    definition: Text
    unit: Text
    level: Annotated[str, Term("levels")]
    disaggregation: str | None = None
    usual_source: Text
    limits: Text
    sdg: tuple[SdgTag, ...] = ()
    source: Provenance


class Profile(Content):
    """The menu of indicators for a migration profile."""

    title: Text
    about: Text
    groups: tuple[ProfileGroup, ...]
    indicators: tuple[ProfileIndicator, ...]

    def of(self, group: ProfileGroup) -> Iterator[ProfileIndicator]:
        """Yield the indicators of a group in the order of the file."""
        return (indicator for indicator in self.indicators if indicator.group == group.id)


class CrosswalkEntry(Content):
    """One goal, objective, sector or code of a framework, and what it corresponds to here."""

    code: Text
    title: Text
    kind: str | None = None
    now: str | None = None
    note: str | None = None
    sectors: tuple[Annotated[str, Term("sectors")], ...] = ()
    stages: tuple[Annotated[str, Term("stages")], ...] = ()
    gcm: tuple[GcmTag, ...] = ()


class Crosswalk(Content):
    """A framework beside the catalogue. ``tagged_by`` says what decides which of its entries belong to a thing.

    ``own`` stands for codes that the team writes, ``sector`` for the sectors of the thing, ``gcm`` for its objectives
    of the Global Compact, ``none`` for a list that is only read.
    """

    id: Id
    title: Text
    short: Text
    tagged_by: Literal["own", "sector", "gcm", "none"]
    edition: Text
    publisher: Text
    year: Text
    address: str | None = None
    source: Provenance
    mapping: Provenance
    entries: tuple[CrosswalkEntry, ...]

    @cached_property
    def titles(self) -> dict[str, str]:
        """Map every code to its title."""
        return {entry.code: entry.title for entry in self.entries}


class GlossaryGroup(Content):
    """Terms on one subject."""

    id: Id
    title: Text


class GlossaryTerm(Content):
    """One term, as it is meant here; ``source`` names the document that has the idea, never the sentence."""

    id: Id
    term: Text
    group: Id
    meaning: Text
    source: Provenance


class Glossary(Content):
    """The terms used in the process and its documents."""

    title: Text
    about: Text
    groups: tuple[GlossaryGroup, ...]
    terms: tuple[GlossaryTerm, ...]

    def of(self, group: GlossaryGroup) -> list[GlossaryTerm]:
        """Return the terms of a group in alphabetical order."""
        return sorted((term for term in self.terms if term.group == group.id), key=lambda term: term.term.lower())


class EvaluationCriterion(Content):
    """One criterion by which work is evaluated, with questions that this toolkit suggests."""

    id: Id
    title: Text
    asks: Text
    questions: tuple[Text, ...]
    shown_by: Text


class EvaluationGuide(Content):
    """Questions for an evaluation, criterion by criterion."""

    title: Text
    about: Text
    source: Provenance
    criteria: tuple[EvaluationCriterion, ...]


@dataclass(frozen=True)
class Tags:
    """What one framework says of one thing: codes in their order."""

    framework: str
    label: str
    codes: tuple[str, ...]


KINDS: dict[str, Words] = {
    text: text
    for text in (
        label("kind", "sheet"),
        label("kind", "question"),
        label("kind", "condition"),
        label("kind", "intervention"),
        label("kind", "profile group"),
        label("kind", "profile indicator"),
        label("kind", "crosswalk"),
        label("kind", "mapping"),
    )
}
"""What an item can be, as programs are told and as people are."""


@dataclass(frozen=True)
class StatedItem:
    """One item of content with the place in the document that it rests on; *kind* is one of ``KINDS``."""

    kind: str
    id: str
    text: str
    document: str
    place: str
