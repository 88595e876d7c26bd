"""The whole comparison: settings, answers and registers of two projects."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any

from mainstream_cli.comparing.entries import Pair
from mainstream_cli.comparing.renames import Names, renames, with_names
from mainstream_cli.comparing.scope import spoken_of, within
from mainstream_cli.comparing.values import NOTHING, Side
from mainstream_cli.language import Text, say, verbatim
from mainstream_cli.model.answer import Answer, value_in_words
from mainstream_cli.model.catalogue import Catalogue, Question
from mainstream_cli.model.compared import GROUPS, HOWS, Change, Compared, Covered
from mainstream_cli.model.field_roles import role_in_answer, role_of_setting
from mainstream_cli.model.numbers import number
from mainstream_cli.model.project import Project
from mainstream_cli.model.registers import REGISTERS, name_in_words
from mainstream_cli.model.registers.definition import Role
from mainstream_cli.model.registers.entry import Entry

Path = tuple[str, ...]
NOTABLE = frozenset({"risks", "settings"})
EMPTY = Answer()


def compare(
    before: Project,
    after: Project,
    catalogue: Catalogue,
    covered: Covered | None = None,
    covered_after: Covered | None = None,
) -> Compared:
    """Return what is different in *after*, targets that were weakened and costs that rose first.

    What could not be read on one side is not compared, and named. Entries that were joined or go under another id are
    the same entries. Words are those of *catalogue*. Where *before* is what was approved, *covered* leaves out what the
    approval never spoke of; so does *covered_after* where *after* is.
    """
    names = renames(before, after)
    pairing = _Pairing(before, with_names(before, names), after, catalogue, names)
    changes = [*pairing.settings(), *pairing.answers(), *pairing.entries(), *pairing.joined()]
    changes = list(within(changes, covered, catalogue)) if covered else changes
    changes = list(spoken_of(changes, covered_after, catalogue)) if covered_after else changes
    places = {kind: place for place, kind in enumerate(("settings", "answers", *REGISTERS))}
    changes.sort(key=lambda each: (GROUPS.index(each.group), HOWS.index(each.how), places[each.kind]))
    live = sum(action.stands for action in before.entries("actions").values())
    return Compared(tuple(changes), live, unread=tuple(_unread(before, after)))


def _unread(*projects: Project) -> Iterator[str]:
    found = {(ref.kind, ref.id) for project in projects for ref in project.unread if ref.kind != "journal"}
    yield from ("/".join(filter(None, place)) for place in sorted(found))


@dataclass(frozen=True)
class _Pairing:
    """Lays what stands under one id in the earlier state beside what stands there in the later one."""

    written: Project
    before: Project
    after: Project
    catalogue: Catalogue
    names: Names

    @cached_property
    def sides(self) -> tuple[Side, Side]:
        return Side(self.before, self.catalogue), Side(self.after, self.catalogue)

    def settings(self) -> Iterator[Change]:
        was, now = self.before.settings, self.after.settings
        pair = Pair("settings", "", now.plan.name, say("Settings"), self.sides, lambda path: role_of_setting(*path))
        yield from pair.changed(was, now)

    def answers(self) -> Iterator[Change]:
        """Yield what became of answers, in the order of the questions."""
        aside = self.before.set_aside | self.after.set_aside
        for id_, question in self.catalogue.questions.items():
            was, now = (_settled(question, side.project.answers.get(id_, EMPTY)) for side in self.sides)
            if was == now or question.sensitive or id_ in aside:
                continue
            heading = say("{number} {title}", number=question.number, title=question.title)
            said = partial(_said, self.catalogue, question)
            role_of = partial(_role_in_answer, question)
            pair = Pair("answers", id_, question.title, heading, self.sides, role_of, said, is_notable=False)
            yield from (_as_given(each, was, now) for each in pair.changed(was, now))

    def entries(self) -> Iterator[Change]:
        """Yield what became of entries, register by register."""
        for name, register in REGISTERS.items():
            old, new = self.before.entries(name), self.after.entries(name)
            for id_ in dict.fromkeys((*old, *new)):
                was, now = old.get(id_), new.get(id_)
                pair = self._pair(name, id_, now or old[id_])
                if was is not None and now is not None:
                    yield from pair.changed(was, now)
                elif was is not None and not self.after.may_hold(name, id_):
                    yield replace(pair.gone(was, register.role), is_notable=True)
                elif now is not None and not self.before.may_hold(name, id_):
                    yield pair.new(now, register.role)

    def joined(self) -> Iterator[Change]:
        """Yield which entries were joined with another, and which go under another id."""
        for (register, id_), new in self.names.items():
            entry = self.written.entries(register)[id_]
            pair = self._pair(register, id_, entry)
            if new in self.written.entries(register):
                yield pair.joined(entry, REGISTERS[register].role, self.after.entries(register)[new].title)
            else:
                yield pair.renamed(new)

    def _pair(self, name: str, id_: str, entry: Entry) -> Pair:
        register = REGISTERS[name]
        heading = say("{kind} '{title}'", kind=name_in_words(register.stem), title=entry.title)
        notable = register.role == "decided" or name in NOTABLE
        return Pair(name, id_, entry.title, heading, self.sides, partial(_role_in, name), is_notable=notable)


def _role_in(register: str, path: Path) -> Role | None:
    """Return the role of a field, None of a sensitive one: no paper and no approval has it, wherever it stands."""
    return None if path[0] in REGISTERS[register].sensitive else REGISTERS[register].role_of(path[0])


def _role_in_answer(question: Question, path: Path) -> Role:
    return role_in_answer(question, ".".join(path))


def _settled(question: Question, answer: Answer) -> Answer:
    """Return an answer with its value as it is meant: numbers by what they are, choices in any order."""
    value = answer.value
    if isinstance(value, list | tuple):
        value = tuple(value) if question.ordered else tuple(sorted(map(str, value)))
    elif question.kind == "number" and number(value) is not None:
        value = number(value)
    elif isinstance(value, int):
        value = str(value)
    return answer if value == answer.value else answer.model_copy(update={"value": value})


def _said(catalogue: Catalogue, question: Question, value: Any) -> Text:
    return NOTHING if value in (None, "", ()) else verbatim(value_in_words(catalogue, question, value))


def _as_given(change: Change, before: Answer, after: Answer) -> Change:
    """Return that an answer was added or taken back, where it is that."""
    if before.given == after.given or not any(each.path == ("value",) for each in change.fields):
        return change
    if after.given:
        return replace(change, how="added")
    return replace(change, how="dropped" if change.group == "decided" else "removed", is_notable=True)
