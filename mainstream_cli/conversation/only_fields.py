"""Some fields of the entries of a register, one entry after the other; of a check, only what is missing."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from mainstream_cli.changes.writing import plain
from mainstream_cli.conversation.asking import Quit
from mainstream_cli.conversation.entry_form import EntryForm, EntryPlace
from mainstream_cli.conversation.entry_words import called, trouble
from mainstream_cli.conversation.field_form import ONWARD
from mainstream_cli.conversation.working_copy import WorkingCopy
from mainstream_cli.errors import Argument, UsageError
from mainstream_cli.language import Text, say, verbatim
from mainstream_cli.model.prompt import BACK, NO_WORDS, STEP_KEYS, Prompt, Talk
from mainstream_cli.model.record import unknown_name
from mainstream_cli.model.registers import FieldQuestion, fields, fields_of
from mainstream_cli.model.registers.results import CHECKS, Check, Objective

CHECKS_OF_ALL = "checks"
EMPTY: tuple[Any, ...] = (None, "", [], {})
RENEWED = ("result", "by", "date")
PARTS = tuple(field for field in fields_of(Check) if field.id in {"result", "finding", "by", "date"})


@dataclass(frozen=True)
class Left:
    """What is still open in a register after some fields were asked for: entries and fields."""

    register: str
    open: tuple[tuple[str, str], ...]


def wanted_fields(register: str, names: Sequence[str]) -> tuple[FieldQuestion, ...]:
    """Return the fields of a register that *names* name; ``checks`` stands for the checks of an objective.

    Raises:
        UsageError: there is no such field.
    """
    known = {field.id: field for field in fields(register)}
    groups = {CHECKS_OF_ALL: CHECKS} if CHECKS[0] in known else {}
    wanted: dict[str, FieldQuestion] = {}
    for name in (part for each in names for part in each.split(",") if part):
        if name not in known and name not in groups:
            message = say("There is no field '{name}' in {register}.", name=name, register=register)
            raise unknown_name(message, name, [*groups, *known])
        wanted |= {each: known[each] for each in groups.get(name, (name,))}
    if not wanted:
        raise UsageError(
            say("{argument} names no field.", argument=Argument("only")),
            action=say("For instance: {command}", command="mainstream fill objectives --only checks"),
            code="usage",
        )
    return tuple(wanted.values())


class OnlyFields:
    """Asks the same fields of one entry after the other; what is left out of the plan is not asked about."""

    def __init__(self, copy: WorkingCopy, register: str, only: Sequence[FieldQuestion], id_: str = "") -> None:
        self.copy = copy
        self.register = register
        self.form = EntryForm(copy)
        entries = copy.registers.get(register, {})
        named = [each for each in entries if each == id_ or not (id_ or getattr(entries[each], "left_out_because", ""))]
        self.steps = [
            (each, field) for each in named for field in only if field.id not in CHECKS or self._open(each, field)
        ]
        self.remembered = {"date": copy.today.isoformat()}

    def run(self) -> Talk[Left]:
        """Ask from the first to the last, or until somebody quits; each value is saved before the next is asked."""
        with suppress(Quit):
            yield from self._walk()
        return Left(self.register, tuple((id_, field.id) for id_, field in self.steps if self._open(id_, field)))

    def _walk(self) -> Talk[None]:
        at, notice = 0, NO_WORDS
        while at < len(self.steps):
            id_, field = self.steps[at]
            place = EntryPlace(self.register, id_, self.copy.project.part(self.register, id_))
            if field.id in CHECKS:
                move, notice = yield from self._check(place, field, self._prompt(id_, field, at, notice))
            else:
                entry = self.copy.saving.read_entry(*place)
                move, notice = yield from self.form.change(place, field, entry, notice)
            at = max(at - 1, 0) if move == BACK else at + 1

    def _values(self, id_: str) -> dict[str, Any]:
        entry = self.copy.registers.get(self.register, {}).get(id_)
        return plain(entry) if entry else {}

    def _open(self, id_: str, field: FieldQuestion) -> bool:
        """Tell whether a field has no value; of a check, whether it lacks something or is older than the objective."""
        value = self._values(id_).get(field.id)
        return value in EMPTY if field.id not in CHECKS else bool(self._parts(id_, field.id))

    def _parts(self, id_: str, name: str) -> list[FieldQuestion]:
        """Return what is to be asked of a check: what is missing, and who, when and how of one that is too old."""
        objective = self.copy.registers.get(self.register, {}).get(id_)
        if not isinstance(objective, Objective):
            return []
        check = objective.checks[name] or Check()
        renewed = RENEWED if objective.outgrew(check) else ()
        asked = [part for part in PARTS if part.id in renewed or getattr(check, part.id) in EMPTY]
        return [] if check.result == "open" and not renewed else asked

    def _check(self, place: EntryPlace, field: FieldQuestion, prompt: Prompt) -> Talk[tuple[str, Text]]:
        """Ask for what a check lacks, its result first; who checked and when is proposed from the one before."""
        move, notice, parts = ONWARD, NO_WORDS, self._parts(place.id, field.id)
        for part in parts:
            move, notice = yield from self._part(place, field, part, prompt, last=part is parts[-1])
            given = self._values(place.id).get(field.id) or {}
            self.remembered |= {name: str(given[name]) for name in ("by", "date") if name == part.id and name in given}
            if move == BACK or given.get("result") in (None, "open"):
                break
            prompt = replace(prompt, problem=notice)
        return move, notice

    def _part(
        self, place: EntryPlace, field: FieldQuestion, part: FieldQuestion, prompt: Prompt, *, last: bool
    ) -> Talk[tuple[str, Text]]:
        """Ask for one part of a check until it fits, and save it; the last makes it a check of the entry as it is."""
        while True:
            entry = self.copy.saving.read_entry(*place)
            values = plain(entry) if entry else {}
            block = values.get(field.id) or {}
            given = block if part.id in block and part.id != "date" else self.remembered
            move, value = yield from self.form.form.ask(Check, part, given.get(part.id), prompt)
            if move != ONWARD or value in EMPTY:
                return str(move), NO_WORDS
            new = {**block, part.id: value}
            problem = trouble(self.copy, place.register, field.id, values | {field.id: new})
            if not problem:
                stamp = {"of": entry.version} if last and new.get("result") and isinstance(entry, Objective) else {}
                return ONWARD, (yield from self.form.save(place, field, {field.id: {**new, **stamp}}, entry))
            prompt = replace(prompt, problem=problem)

    def _prompt(self, id_: str, field: FieldQuestion, at: int, notice: Text) -> Prompt:
        values = self._values(id_)
        entry = called(self.register, values.get("title", id_))
        heading = say("{heading}, {field}", heading=entry, field=field.label)
        finding = (values.get(field.id) or {}).get("finding")
        aside = ((say("Finding"), verbatim(finding)),) if finding else ()
        place = say("{step} of {all}", step=at + 1, all=len(self.steps))
        return Prompt("text", heading, NO_WORDS, place=place, aside=aside, problem=notice, keys=STEP_KEYS)
