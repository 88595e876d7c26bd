"""What is different between two states of a project, and what that means."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import reduce
from typing import Any, Literal

from mainstream_cli.language import Text, say, several, verbatim
from mainstream_cli.model.journal import ConditionStatus
from mainstream_cli.model.registers.definition import Role

Group = Literal["weakened", "decided", "known", "follow_up"]
How = Literal["changed", "dropped", "removed", "added", "renamed"]
Cause = Literal["answer", "evidence", "age"]
Sums = Mapping[str, Decimal]
"""Currency -> amount."""

NO_WORDS = verbatim("")
GROUPS: tuple[Group, ...] = ("weakened", "decided", "known", "follow_up")
HOWS: tuple[How, ...] = ("changed", "dropped", "removed", "added", "renamed")
CAUSES: dict[Cause, Text] = {
    "answer": say("an answer was changed"),
    "evidence": say("what the record shows was changed"),
    "age": say("time has passed"),
}


@dataclass(frozen=True)
class FieldChange:
    """One field with another value: plain data as JSON carries it, and in words, which are empty for no value.

    Of a list, ``came`` and ``went`` say what is new in it and what is not in it any more.
    """

    path: tuple[str, ...]
    label: Text
    role: Role
    before: Any
    after: Any
    was: Text
    now: Text
    came: Text = NO_WORDS
    went: Text = NO_WORDS

    def as_data(self) -> dict[str, Any]:
        """Return it as JSON carries it."""
        words = {"label": self.label, "was": self.was, "now": self.now}
        return {"field": ".".join(self.path), "role": self.role, "before": self.before, "after": self.after, **words}


@dataclass(frozen=True)
class Change:
    """What became of one answer, entry or setting in one group; ``sums`` is by how much a cost rose, or what it was.

    ``heading`` names it in words, and ``said`` holds the sentences on it.
    """

    group: Group
    how: How
    kind: str
    id: str
    title: str
    heading: Text
    said: tuple[Text, ...]
    fields: tuple[FieldChange, ...] = ()
    sums: Sums = field(default_factory=dict)
    is_notable: bool = True

    @property
    def sentence(self) -> Text:
        """Say what is different, after what it is called."""
        return say("{heading}: {sentence}", heading=self.heading, sentence=reduce(_then, self.said))

    def as_data(self) -> dict[str, Any]:
        """Return it as JSON carries it."""
        return {
            "group": self.group,
            "how": self.how,
            "kind": self.kind,
            "id": self.id,
            "title": self.title,
            "sentence": self.sentence,
            "fields": [each.as_data() for each in self.fields],
            "sums": {currency: str(amount) for currency, amount in self.sums.items()},
        }


@dataclass(frozen=True)
class ConditionMove:
    """A condition that stands otherwise than before, in words too, and why."""

    code: str
    title: str
    before: ConditionStatus
    after: ConditionStatus
    was: Text
    now: Text
    causes: tuple[Cause, ...]
    because: tuple[Text, ...]

    @property
    def sentence(self) -> Text:
        """Say how it stood, how it stands, and why."""
        reasons = (say("{reason}.", reason=each) for each in self.because)
        moved = say(
            "{code} {title}: {now}; it was: {was}. Why: {causes}.",
            code=self.code,
            title=self.title,
            now=self.now,
            was=self.was,
            causes=several(CAUSES[cause] for cause in self.causes),
        )
        return reduce(_then, reasons, moved)

    def as_data(self) -> dict[str, Any]:
        """Return it as JSON carries it."""
        status = {"before": self.before, "after": self.after, "was": self.was, "now": self.now}
        why = {"causes": list(self.causes), "because": list(self.because), "sentence": self.sentence}
        return {"code": self.code, "title": self.title, **status, **why}


@dataclass(frozen=True)
class Covered:
    """What approvals cover: blocks by kind and id, with the roles of their parts; sheets and registers of their *own*.

    To those that their papers print *also* something may be added without any approval.
    """

    blocks: Mapping[tuple[str, str], frozenset[str]]
    own: frozenset[str]
    also: frozenset[str]

    def with_more(self, other: "Covered") -> "Covered":
        """Return what this and another cover together."""
        empty: frozenset[str] = frozenset()
        both = self.blocks.keys() | other.blocks.keys()
        blocks = {place: self.blocks.get(place, empty) | other.blocks.get(place, empty) for place in both}
        return Covered(blocks, self.own | other.own, self.also | other.also)


@dataclass(frozen=True)
class Compared:
    """All that is different, what matters most first; ``live`` counts the actions that were to be carried out before.

    ``unread`` names what could not be read on one side and so was not compared, as ``register/id`` or a register.
    """

    changes: tuple[Change, ...]
    live: int = 0
    conditions: tuple[ConditionMove, ...] = ()
    unread: tuple[str, ...] = ()

    def of(self, group: Group, *hows: How) -> tuple[Change, ...]:
        """Return the changes of a group, of these kinds or of every kind."""
        return tuple(each for each in self.changes if each.group == group and (not hows or each.how in hows))

    @property
    def needs_approval(self) -> bool:
        """Whether anything that is decided is different."""
        return bool(self.of("weakened") or self.of("decided"))

    @property
    def counts(self) -> dict[str, Any]:
        """Count the changes by group and kind, and the conditions that moved."""
        found = Counter((each.group, each.how) for each in self.changes)
        groups: dict[str, Any] = {
            group: {how: found[group, how] for how in HOWS if found[group, how]} for group in GROUPS
        }
        return {**groups, "conditions": len(self.conditions)}


def _then(first: Text, second: Text) -> Text:
    return say("{first} {second}", first=first, second=second)


def summed(sums: Iterable[Sums]) -> dict[str, Decimal]:
    """Add up amounts currency by currency, without any rate."""
    from mainstream_cli.model.numbers import EXACT

    total: dict[str, Decimal] = {}
    for each in sums:
        for currency, amount in each.items():
            total[currency] = EXACT.add(total.get(currency, Decimal(0)), amount)
    return dict(sorted(total.items()))


def sums_in_words(sums: Sums) -> Text:
    """Write amounts of money, each in its currency; empty without any."""
    if not sums:
        return verbatim("")
    return several(say("{currency} {amount}", currency=currency, amount=amount) for currency, amount in sums.items())
