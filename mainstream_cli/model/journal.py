"""The journal: what was confirmed, decided, accepted for now and rated, each in an entry that is never rewritten."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from mainstream_cli.language import say
from mainstream_cli.model.expected import shown
from mainstream_cli.model.record import Path, Problem, Record, with_nearest
from mainstream_cli.model.salvage import salvage
from mainstream_cli.model.types import Actor, Day, FindingCode, Term, Text, Whole

ConditionStatus = Literal["met", "partly_met", "claimed", "not_met", "not_assessed"]
Ratings = dict[FindingCode, ConditionStatus]


class JournalEntry(Record):
    """What all entries say: who, on which day, and as which one of the day where that is not the first."""

    by: Actor
    date: Day
    sequence: Annotated[Whole, Field(ge=1)] = 1


class Rated(JournalEntry):
    """An entry that keeps how the conditions stood on its day; an early sign-off keeps none."""

    ratings: Ratings = Field(default_factory=dict)


class SignOff(Rated):
    """A role confirms a stage; it records an approval and is no electronic signature."""

    kind: Literal["sign_off"]
    stage: Annotated[str, Term("stages")]
    reference: Text
    digest: Text
    edition: Text
    period: Annotated[str, Field(pattern=r"^\d{4}-\d{4}$")] | None = None

    def is_before(self, first_year: int) -> bool:
        """Tell whether it was given for a plan that ended before *first_year*; an early one does not say for which."""
        return self.period is not None and int(self.period[5:]) < first_year


class Waiver(JournalEntry):
    """A finding is accepted until a day: it stands beside the finding and never changes a status."""

    kind: Literal["waiver"]
    code: FindingCode
    where: Text | None = None
    reason: Text
    until: Day


class Decision(JournalEntry):
    """What was decided, about a stage or about a finding where one is named, and by when it is to be done."""

    kind: Literal["decision"]
    text: Text
    stage: Annotated[str, Term("stages")] | None = None
    code: FindingCode | None = None
    due: Day | None = None
    confirmed_by: tuple[Actor, ...] = ()
    reference: Text | None = None


class Rating(Rated):
    """How the conditions stood on a day on which no stage was signed."""

    kind: Literal["rating"]
    ratings: Ratings
    edition: Text


KINDS: dict[str, type[JournalEntry]] = {
    "sign_off": SignOff,
    "waiver": Waiver,
    "decision": Decision,
    "rating": Rating,
}


def parse_entry(
    data: Mapping[str, Any], vocabulary: Mapping[str, Any]
) -> tuple[JournalEntry | None, list[Problem], list[Path]]:
    """Turn plain data into the entry that its ``kind`` names, and say what is wrong with it and left out."""
    kind = data.get("kind")
    if isinstance(kind, str) and kind in KINDS:
        return salvage(KINDS[kind], data, vocabulary)
    kinds = ", ".join(KINDS)
    if kind is None:
        message = say("'{field}' is missing.", field="kind")
        action = say("Add '{field}:'. Use one of: {choices}.", field="kind", choices=kinds)
        return None, [Problem((), "missing", message, action)], [()]
    message = with_nearest(say("This is no kind of journal entry: {found}.", found=shown(kind)), str(kind), KINDS)
    return None, [Problem(("kind",), "value", message, say("Use one of: {choices}.", choices=kinds))], [()]
