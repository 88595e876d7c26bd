"""The journal: what was confirmed, decided, accepted for now and rated, each in an entry that is never rewritten."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from mainstream_cli.language import say
from mainstream_cli.model.expected import shown
from mainstream_cli.model.record import Path, Problem, Record, with_nearest
from mainstream_cli.model.salvage import salvage
from mainstream_cli.model.types import Actor, Day, FindingCode, Id, Term, Text, Whole

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


class Maker(Record):
    """What an edition was made with."""

    catalogue: Text
    tool: Text


class Frozen(Rated):
    """An entry that names a kept edition: its folder, the seal of its manifest, how much it holds and what it lacks.

    ``left_out`` counts what is private of it; ``waived`` and ``claimed`` are the codes that stood so on its day;
    ``after`` is the entry of the journal that was the last before it, so that a deletion shows.
    """

    after: Text | None = None
    edition_id: Text | None = None
    covers: Text | None = None
    counts: dict[Id, Whole] = Field(default_factory=dict)
    left_out: Whole = 0
    waived: tuple[FindingCode, ...] = ()
    claimed: tuple[FindingCode, ...] = ()
    made_with: Maker | None = None


class SignOff(Frozen):
    """A role confirms a stage, or several at once; it records an approval and is no electronic signature.

    ``date`` is the day of the decision, ``recorded`` that on which it was written down. One of the first edition keeps
    no values but a ``digest``, and the ``edition`` of the catalogue.
    """

    kind: Literal["sign_off"]
    stage: Annotated[str, Term("stages")]
    stages: tuple[Annotated[str, Term("stages")], ...] = ()
    reference: Text
    recorded: Day | None = None
    amends: Text | None = None
    digest: Text | None = None
    edition: Text | None = None
    period: Annotated[str, Field(pattern=r"^\d{4}-\d{4}$")] | None = None

    @property
    def signs(self) -> tuple[str, ...]:
        """The stages that it signs."""
        return self.stages or (self.stage,)

    def is_before(self, first_year: int) -> bool:
        """Tell whether it was given for a plan that ended before *first_year*; an early one does not say for which."""
        return self.period is not None and int(self.period[5:]) < first_year


class Submission(Frozen):
    """A paper was sent for approval: the edition is what it said, whatever is edited until the approval comes."""

    kind: Literal["submission"]
    paper: Id
    stages: tuple[Annotated[str, Term("stages")], ...]


class Keeping(Frozen):
    """An edition was made later of a sign-off that had none, from values that match its seal; ``by`` is who signed."""

    kind: Literal["edition"]
    of: Text


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
    withdraws: Text | None = None
    reference: Text | None = None


class Rating(Rated):
    """How the conditions stood on a day on which no stage was signed."""

    kind: Literal["rating"]
    ratings: Ratings
    edition: Text


KINDS: dict[str, type[JournalEntry]] = {
    "sign_off": SignOff,
    "submission": Submission,
    "edition": Keeping,
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
