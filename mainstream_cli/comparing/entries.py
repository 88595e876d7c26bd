"""What became of one answer, entry or block of settings, as changes with a sentence for each."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from mainstream_cli.comparing.aims import cost_in_words, cost_of, rise_of, worse
from mainstream_cli.comparing.values import Leaf, Side, leaves, plain
from mainstream_cli.language import Text, say, verbatim
from mainstream_cli.model.compared import Change, FieldChange, Group, How, sums_in_words
from mainstream_cli.model.record import Record
from mainstream_cli.model.registers.actions import Action
from mainstream_cli.model.registers.definition import Role
from mainstream_cli.model.registers.entry import Entry
from mainstream_cli.model.registers.results import Objective

NO_LONGER = {
    "rights_check": say("Its check against human rights is older than the objective."),
    "gender_check": say("Its check for women and men is older than the objective."),
    "child_check": say("Its check for children is older than the objective."),
}
TITLE = "title"


@dataclass(frozen=True)
class Pair:
    """One thing in two states; *heading* names it before each sentence.

    *role_of* says the role of a field by its path, None of what is not compared. The value of an answer is said by
    *answered*.
    """

    kind: str
    id: str
    title: str
    heading: Text
    sides: tuple[Side, Side]
    role_of: Callable[[tuple[str, ...]], Role | None]
    answered: Callable[[Any], Text] | None = None
    is_notable: bool = True

    def changed(self, before: Record, after: Record) -> Iterator[Change]:
        """Yield what is different, in one change for each group."""
        found = [*self._fields(before, after), *self._sector(after)]
        if is_dropped(before) and is_dropped(after):  # it stands on record only, so nothing of it is decided
            found = [replace(each, role="known") if each.role == "decided" else each for each in found]
        if not found:
            return
        moved = self._dropped_or_taken_up(before, after, found)
        if moved:
            yield moved
            found = [each for each in found if each.path[0] not in ("status", "left_out_because")]
        worse_fields = dict(self._worse(before, after))
        weak = [each for each in found if each.path[0] in worse_fields]
        if weak:
            texts = [text for name in worse_fields for text in worse_fields[name]]
            yield self._change("weakened", "changed", texts, weak, rise_of(before, after))
        roles: tuple[Role, ...] = ("decided", "known", "follow_up")
        for role in roles:
            rest = [each for each in found if each.role == role and each not in weak]
            if rest:
                yield self._change(role, "changed", self._sentences(before, after, rest), rest)

    def gone(self, entry: Record, role: Role) -> Change:
        """Return that an entry does not stand there any more."""
        if role != "decided" or is_dropped(entry):
            return self._change("known" if role == "decided" else role, "removed", [say("Removed.")])
        text = say("Removed; its cost was {money}.", money=_money(entry)) if cost_of(entry) else say("Removed.")
        return self._change(role, "dropped", [text], sums=cost_of(entry))

    def new(self, entry: Record, role: Role) -> Change:
        """Return that an entry was added; one that is not to be carried out is no decision yet."""
        if is_dropped(entry):
            return self._change("known", "added", [say("Added as one that is left out.")])
        text = say("Added; its cost is {money}.", money=_money(entry)) if cost_of(entry) else say("Added.")
        return self._change(role, "added", [text], sums=cost_of(entry))

    def joined(self, entry: Record, role: Role, other: str) -> Change:
        """Return that two entries of one title are one now."""
        text = say("Joined with another entry of the same title ({title}).", title=other)
        return self._change(role, "dropped" if role == "decided" else "renamed", [text], sums=cost_of(entry))

    def renamed(self, new: str) -> Change:
        """Return that an entry goes under another id and is the same."""
        return self._change("follow_up", "renamed", [say("It goes under another id now: {id}.", id=new)])

    def _lost(self, path: tuple[str, ...]) -> bool:
        return any(side.project.lost(self.kind, self.id, path) for side in self.sides)

    def _fields(self, before: Record, after: Record) -> Iterator[FieldChange]:
        for leaf in leaves(type(after), before, after):
            role = self.role_of(leaf.path)
            if role is None or self._lost(leaf.path):
                continue
            is_answer = self.answered is not None and leaf.path == ("value",)
            label = say("Answer") if is_answer else leaf.label
            words = [self._words(leaf, end, each) for end, each in enumerate((leaf.before, leaf.after))]
            moved = [self._words(leaf, end, each) for end, each in ((1, leaf.came), (0, leaf.went))]
            yield FieldChange(leaf.path, label, role, plain(leaf.before), plain(leaf.after), *words, *moved)

    def _words(self, leaf: Leaf, end: int, value: Any) -> Text:
        if self.answered and leaf.path == ("value",):
            return self.answered(value)
        return self.sides[end].words(value, leaf.annotation)

    def _sector(self, after: Record) -> Iterator[FieldChange]:
        """Yield that an action stands in the matrix of another sector; who reports something is no matter of it."""
        was, now = (side.project.part(self.kind, self.id) for side in self.sides)
        if isinstance(after, Action) and was != now:
            words = self.sides[1].catalogue.label
            names = verbatim(words("sectors", was)), verbatim(words("sectors", now))
            yield FieldChange(("sector",), say("Sector"), "decided", was, now, *names)

    def _worse(self, before: Record, after: Record) -> Iterator[tuple[str, list[Text]]]:
        if not isinstance(before, Entry) or not isinstance(after, Entry) or is_dropped(after) or is_dropped(before):
            return
        found: dict[str, list[Text]] = {}
        for name, text in worse(before, after):
            found.setdefault(name, []).append(text)
        yield from found.items()

    def _dropped_or_taken_up(self, before: Record, after: Record, found: list[FieldChange]) -> Change | None:
        if is_dropped(before) == is_dropped(after):
            return None
        fields = [each for each in found if each.path[0] in ("status", "left_out_because")]
        if is_dropped(before):
            return self._change("decided", "added", [say("Taken up again.")], fields, cost_of(after))
        text = say("Dropped; its cost was {money}.", money=_money(before)) if cost_of(before) else say("Dropped.")
        if isinstance(after, Objective):
            text = say("Left out: {reason}", reason=str(after.left_out_because))
        return self._change("decided", "dropped", [text], fields, cost_of(before))

    def _sentences(self, before: Record, after: Record, fields: Sequence[FieldChange]) -> list[Text]:
        said: list[Text] = []
        priced = False
        for each in fields:
            if each.path[0] == "cost" and isinstance(before, Action) and isinstance(after, Action):
                said += [] if priced else [cost_in_words(before.cost, after.cost)]
                priced = True
            else:
                said.append(_told(each))
        if isinstance(before, Objective) and isinstance(after, Objective) and fields[0].role == "decided":
            said += [text for name, text in NO_LONGER.items() if _outgrown(name, before, after)]
        return said

    def _change(
        self, group: Group, how: How, texts: Sequence[Text], fields: Sequence[FieldChange] = (), sums: Any = None
    ) -> Change:
        return Change(
            group,
            how,
            self.kind,
            self.id,
            self.title,
            self.heading,
            tuple(texts),
            tuple(fields),
            sums or {},
            self.is_notable,
        )


def _money(entry: Record) -> Text:
    return sums_in_words(cost_of(entry))


def _outgrown(name: str, before: Objective, after: Objective) -> bool:
    """Tell whether a check speaks of the objective as it was: by its version, or because nothing of it was changed."""
    check = after.checks[name]
    if check is None or (check.of is not None and not after.outgrew(check)):
        return False
    return after.outgrew(check) or (before.version != after.version and before.checks[name] == check)


def _told(field: FieldChange) -> Text:
    """Say what a field says now, and what it said before."""
    was, now, came, went = (_open_ended(words) for words in (field.was, field.now, field.came, field.went))
    if field.path == (TITLE,):
        return say("The title changed from '{before}' to '{after}'.", before=was, after=now)
    if not was:
        return say("{field}: {after} (nothing before).", field=field.label, after=now)
    if not now:
        return say("{field}: nothing any more; it was {before}.", field=field.label, before=was)
    if came and went:
        return say("{field}: added {came}; taken out {went}.", field=field.label, came=came, went=went)
    if came:
        return say("{field}: added {came}.", field=field.label, came=came)
    if went:
        return say("{field}: taken out {went}.", field=field.label, went=went)
    return say("{field}: {after}; it was {before}.", field=field.label, after=now, before=was)


def _open_ended(words: Text) -> Text:
    """Return the user's words without the full stop that the sentence around them has."""
    return verbatim(str(words).rstrip(". ")) if set(words.values) == {"text"} else words


def is_dropped(record: Record) -> bool:
    """Tell whether a record is an entry that is no part of the plan."""
    return isinstance(record, Entry) and not record.stands
