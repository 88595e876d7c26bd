"""A project as a value: settings, answers, registers and journal."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from mainstream_cli.language import say
from mainstream_cli.model.answer import Answer
from mainstream_cli.model.edition import KeptEdition
from mainstream_cli.model.journal import Decision, JournalEntry, SignOff
from mainstream_cli.model.record import Record
from mainstream_cli.model.registers.actions import Action
from mainstream_cli.model.registers.entry import Entry
from mainstream_cli.model.types import (
    Actor,
    Currency,
    Day,
    FindingCode,
    Id,
    Iso3,
    LanguageCode,
    Money,
    Refers,
    Term,
    Text,
    Whole,
    Year,
)

SCHEMA = 2
HANDBOOK = "gmg_handbook"
"""The catalogue of every project of schema 1, which does not name one."""


class CatalogueStamp(Record):
    """The catalogue that a project was made with: its name (from schema 2 on), edition and digest."""

    name: Id = HANDBOOK
    edition: Text
    sha256: Text


class Area(Record):
    """A declared area outside ISO 3166, or a part of the country that figures cover or leave out."""

    name: Text
    note: str | None = None


class Country(Record):
    """The country, under the name that its government uses."""

    name: Text
    iso3: Iso3 | None = None
    areas: tuple[Area, ...] = ()


class Plan(Record):
    """The development plan that migration is brought into."""

    name: Text
    kind: Annotated[str, Term("plan_kinds")] = "national"
    status: Annotated[str, Term("plan_statuses")] = "drafting"
    start: Year
    end: Year
    level: str | None = None
    parent: str | None = None

    @property
    def period(self) -> str:
        """Its first and last year, as sign-offs keep them."""
        return f"{self.start}-{self.end}"

    @model_validator(mode="after")
    def _runs_forward(self) -> "Plan":
        if self.end < self.start:
            raise ValueError(say("an end that is not before the start ({start})", start=self.start))
        return self


class Rate(Record):
    """A dated exchange rate: one unit of ``currency`` is ``value`` units of the reporting currency."""

    currency: Currency
    value: Annotated[Money, Field(gt=0)]
    date: Day
    source: Annotated[Id, Refers("sources")]


class Finance(Record):
    """The currency that totals are given in, and the rates used for other currencies."""

    currency: Currency
    rates: tuple[Rate, ...] = ()


class Settings(Record):
    """What ``mainstream.yaml`` holds; the first of ``languages`` is the one the team works in, English without any."""

    schema_: Whole = Field(alias="schema", ge=1)
    catalogue: CatalogueStamp
    country: Country
    plan: Plan
    timing: Annotated[str, Term("timings")]
    languages: tuple[LanguageCode, ...] = ()
    lead: Actor | None = None
    as_of: Day | None = None
    finance: Finance | None = None
    frameworks: tuple[Annotated[str, Term("frameworks")], ...] = ("sdg", "gcm")
    notice: str | None = None
    severities: dict[FindingCode, Literal["error", "warning", "note"]] = Field(default_factory=dict)
    sample: Literal["real_country", "invented_country"] | None = None


@dataclass(frozen=True)
class Ref:
    """A place in a project: ``kind`` is settings, answers, journal or a register; then an id and a path of fields.

    ``public`` means the public file, also where ``private/`` holds the same id.
    """

    kind: str
    id: str = ""
    path: tuple[str | int, ...] = ()
    public: bool = field(default=False, compare=False)


@dataclass(frozen=True)
class PrivateFolder:
    """What is known of ``private/``: whether this project lacks nothing of it, and how well it is kept.

    ``at_hand`` means that it is laid over the project, or is there and answers no sensitive question. ``tracked`` names
    what git holds of it, ``ignored`` tells whether git would leave alone what is new in it, and ``open`` whether other
    users of this computer can look into it.
    """

    at_hand: bool = True
    tracked: tuple[str, ...] = ()
    ignored: bool = True
    open: bool = False


@dataclass(frozen=True)
class Project:
    """All that was read of a project; what could not be read is missing here and named in ``unread``.

    A place in ``unread`` is a field, an entry or an answer; with a kind alone, something of that kind is missing whose
    name is not known, or, for settings, everything.

    ``set_aside`` names the questions with an answer that are not asked any more: switched off by national content, or
    of an earlier edition. ``editions`` reads a kept edition when it is asked for it.
    """

    settings: Settings
    answers: Mapping[str, Answer] = field(default_factory=dict)
    registers: Mapping[str, Mapping[str, Entry]] = field(default_factory=dict)
    part_of: Mapping[tuple[str, str], str] = field(default_factory=dict)
    journal: Mapping[str, JournalEntry] = field(default_factory=dict)
    unread: frozenset[Ref] = frozenset()
    set_aside: frozenset[str] = frozenset()
    private: PrivateFolder = PrivateFolder()
    editions: Mapping[str, KeptEdition] = field(default_factory=dict, compare=False)

    def entries(self, register: str) -> Mapping[str, Any]:
        """Return a register as a mapping id -> entry, empty when there is none."""
        return self.registers.get(register, {})

    def actions_in(self, sector: str) -> dict[str, Action]:
        """Return the actions of one sector, in the order of their file."""
        return {id_: entry for id_, entry in self.entries("actions").items() if self.part("actions", id_) == sector}

    def part(self, register: str, id_: str) -> str:
        """Return the sector or institution in whose file an entry stands, empty where one file holds the register."""
        return self.part_of.get((register, id_), "")

    def answer(self, question: str) -> Answer | None:
        """Return the answer to a question, None when there is none."""
        answer = self.answers.get(question)
        return answer if answer is not None and answer.given else None

    def whole(self, *kinds: str) -> bool:
        """Tell whether all places of some kinds were read (of every kind, without any)."""
        return not any(place.kind in kinds or not kinds for place in self.unread)

    def lost(self, kind: str, id_: str = "", path: tuple[str | int, ...] = ()) -> bool:
        """Tell whether a place could not be read: itself, what it stands in, or a part of it."""
        return any(
            (place.kind, place.id) == (kind, id_) and all(a == b for a, b in zip(place.path, path, strict=False))
            for place in self.unread
        )

    @cached_property
    def last_of_earlier_plan(self) -> date | None:
        """The day of the last sign-off that was given for a plan that has ended before this one; None without any."""
        first = self.settings.plan.start
        signed = (entry for entry in self.journal.values() if isinstance(entry, SignOff) and entry.is_before(first))
        return max((entry.date for entry in signed), default=None)

    @cached_property
    def withdrawn(self) -> frozenset[str]:
        """The ids of the sign-offs that a decision withdrew."""
        decisions = (entry for entry in self.journal.values() if isinstance(entry, Decision))
        return frozenset(decision.withdraws for decision in decisions if decision.withdraws)

    def may_hold(self, register: str, id_: str) -> bool:
        """Tell whether a register has an entry, or may have it in what could not be read."""
        return id_ in self.entries(register) or bool(self.unread & {Ref(register), Ref(register, id_)})
