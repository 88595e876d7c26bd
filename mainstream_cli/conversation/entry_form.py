"""Forms for the registers: a new entry with the needed fields first, then whatever else there is to say."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from mainstream_cli.changes.naming import new_id
from mainstream_cli.changes.stamping import behind_in_words, left_behind
from mainstream_cli.changes.writing import plain
from mainstream_cli.conversation.asking import Quit, ask, prefer_mine, told
from mainstream_cli.conversation.entry_words import called, first_open, needed, new_in, titled, trouble, words
from mainstream_cli.conversation.field_form import ONWARD, FieldForm, Move, summary
from mainstream_cli.conversation.picking import pick
from mainstream_cli.conversation.working_copy import WorkingCopy
from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import Text, say, verbatim
from mainstream_cli.model.prompt import (
    BACK,
    BACK_KEYS,
    NO_WORDS,
    STEP_KEYS,
    Given,
    Option,
    Pressed,
    Prompt,
    Talk,
)
from mainstream_cli.model.record import parse
from mainstream_cli.model.registers import REGISTERS, FieldQuestion, fields
from mainstream_cli.model.registers.entry import Entry
from mainstream_cli.model.types import ACTORS

DONE = "done"
PRIVATE_WORDS = say("Kept in private/: not in git, never in documents.")


class EntryPlace(NamedTuple):
    """The entry that a form is about."""

    register: str
    id: str
    part: str


class EntryForm:
    """Adds and changes entries, each field saved as soon as it is given."""

    def __init__(self, copy: WorkingCopy) -> None:
        self.copy = copy
        self.form = FieldForm(copy, self.add)
        self.notice = NO_WORDS

    def add(self, register: str, name: str = "") -> Talk[str | None]:
        """Ask for the needed fields of a new entry; return its id, None when it was left. A kill keeps the draft.

        The id is *name*, or is made from the title.
        """
        values = yield from self._draft(register)
        if values is None:
            return None
        split = REGISTERS[register].split
        if split and not values.get(split) and not (yield from self._part(register, values)):
            return None
        steps = [field for field in fields(register) if field.id in needed(register)]
        steps.sort(key=lambda field: needed(register).index(field.id))
        at, problem = first_open(steps, values), NO_WORDS
        while True:
            if at == len(steps):
                id_, problem, wrong = self._complete(register, values, name)
                if id_:
                    return id_
                at = next((number for number, field in enumerate(steps) if field.id == wrong), 1 % len(steps))
            at, problem = yield from self._step(register, steps, at, values, problem)
            if at < 0:
                self.copy.saving.save_draft(register, values if titled(register, values) else {})
                return None

    def _step(
        self, register: str, steps: list[FieldQuestion], at: int, values: dict[str, Any], problem: Text
    ) -> Talk[tuple[int, Text]]:
        field = steps[at]
        prompt = Prompt(
            "text",
            new_in(register, titled(register, values)),
            NO_WORDS,
            place=say("{step} of {all} needed", step=at + 1, all=len(steps)),
            problem=problem,
            keys=BACK_KEYS if field.required and not values.get(field.id) else STEP_KEYS,
        )
        keep = partial(self._keep_in_draft, register, values, field)
        move, value = yield from self._field(register, field, values.get(field.id), prompt, keep)
        if move == BACK:
            return at - 1, NO_WORDS
        empty = value in (None, "", [], {}) or move != ONWARD
        if empty and field.required and not values.get(field.id):
            return at, say("This field is needed. Back leaves the form; what was given stays as a draft.")
        wrong = NO_WORDS if empty else keep(value)
        return (at, wrong) if wrong else (at + 1, NO_WORDS)

    def _field(
        self, register: str, field: FieldQuestion, current: Any, prompt: Prompt, keep: Callable[[Any], object]
    ) -> Talk[Move]:
        """Ask for one field; what somebody who quits has confirmed of it is handed to *keep* before that."""
        try:
            return (yield from self.form.ask(REGISTERS[register].entry, field, current, prompt))
        except Quit as quitting:
            if quitting.given:
                keep(quitting.given)
            raise Quit from None

    def _keep_in_draft(self, register: str, values: dict[str, Any], field: FieldQuestion, value: Any) -> Text:
        """Keep a value; say what is wrong with it instead."""
        wrong = trouble(self.copy, register, field.id, values | {field.id: value})
        if not wrong:
            values[field.id] = value
            self.copy.saving.save_draft(register, values)
        return wrong

    def _draft(self, register: str) -> Talk[dict[str, Any] | None]:
        """Return what the new entry begins with, None when the person turns back."""
        draft, split = self.copy.saving.read_draft(register), REGISTERS[register].split
        title = titled(register, draft)
        if not title:
            return {split: draft[split]} if draft.get(split) and len(draft) > 1 else {}
        options = (Option("go_on", say("Go on with it")), Option("drop", say("Leave it and begin a new one")))
        text, heading = say("This was begun and not finished: {title}", title=title), new_in(register)
        reply = yield from ask(Prompt("choice", heading, text, options=options, default="go_on", keys=BACK_KEYS))
        if isinstance(reply, Pressed):
            return None
        if reply == Given("drop"):
            self.copy.saving.save_draft(register, {})
            return {}
        return draft

    def _part(self, register: str, values: dict[str, Any]) -> Talk[bool]:
        """Ask for the sector or institution in whose file the new entry goes."""
        prompt, split = Prompt("choice", new_in(register), NO_WORDS, keys=BACK_KEYS), REGISTERS[register].split
        if split == "sector":
            terms = self.copy.catalogue.vocabulary["sectors"]
            options = tuple(Option(id_, verbatim(words)) for id_, words in terms.items())
            reply = yield from ask(replace(prompt, text=say("In which sector does it stand?"), options=options))
        else:
            reply = yield from pick(self.copy, replace(prompt, text=say("Who reports it?")), ACTORS, self.add)
        if isinstance(reply, Pressed) or not reply.value:
            return False
        values[split] = str(reply.value)
        return True

    def _complete(self, register: str, values: dict[str, Any], name: str) -> tuple[str, Text, str]:
        """Save the entry; return its id, else the problem and the field that it is about."""
        split = REGISTERS[register].split
        part = str(values[split]) if split else ""
        data = {field: value for field, value in values.items() if field != split}
        record, problems = parse(REGISTERS[register].entry, data, self.copy.catalogue.vocabulary)
        if record is None:
            return "", told(problems[0].message, problems[0].remedy), str(next(iter(problems[0].path), ""))
        taken, stem = self.copy.registers.setdefault(register, {}), REGISTERS[register].stem
        id_ = name or new_id(record.title, taken, stem)
        try:
            saved, entry = self.copy.saving.save_entry(register, id_, part, data, None)
            while not saved and entry and plain(entry) != plain(record):
                self._take_over(EntryPlace(register, id_, part), entry)
                theirs, id_ = id_, new_id(record.title, taken, stem)
                self.notice = say(
                    "Somebody else has recorded {theirs} meanwhile; this one is kept beside it as {mine}.",
                    theirs=theirs,
                    mine=id_,
                )
                saved, entry = self.copy.saving.save_entry(register, id_, part, data, None)
            self.copy.saving.save_draft(register, {})
        except MainstreamError as wrong:
            return "", told(wrong.message, wrong.action), "title"
        self._take_over(EntryPlace(register, id_, part), entry)
        return id_, NO_WORDS, ""

    def _take_over(self, place: EntryPlace, entry: Entry | None) -> None:
        if entry is not None:
            self.copy.registers.setdefault(place.register, {})[place.id] = entry
            if place.part:
                self.copy.part_of[place.register, place.id] = place.part

    def edit(self, register: str, id_: str) -> Talk[None]:
        """Offer every field of an entry until the person is done."""
        place = EntryPlace(register, id_, self.copy.project.part(register, id_))
        notice, self.notice = self.notice, NO_WORDS
        while True:
            entry = self.copy.saving.read_entry(*place)
            self._take_over(place, entry)
            values = plain(entry) if entry else {}
            options = [Option(DONE, say("done")), *(self._row(field, values) for field in self._askable(register))]
            text = say("More fields? Choose one to fill or change, or done.")
            heading = called(register, values.get("title", id_))
            menu = Prompt("choice", heading, text, options=tuple(options), default=DONE, problem=notice, keys=STEP_KEYS)
            reply = yield from ask(menu)
            if isinstance(reply, Pressed) or reply.value == DONE:
                return
            field = next(field for field in fields(register) if field.id == reply.value)
            _, notice = yield from self.change(place, field, entry)

    def _askable(self, register: str) -> list[FieldQuestion]:
        sample = self.copy.project.settings.sample is not None
        return [field for field in fields(register) if sample or field.id != "origin"]

    def _row(self, field: FieldQuestion, values: dict[str, Any]) -> Option:
        value, stamps = values.get(field.id), {inner.id for inner in field.inside if inner.kind == "version"}
        if stamps and isinstance(value, dict):
            value = {name: part for name, part in value.items() if name not in stamps}
        said = summary(value, words(self.copy, field))
        if field.sensitive:
            return Option(field.id, say("{field} (private): {value}", field=field.label, value=said))
        return Option(field.id, say("{field}: {value}", field=field.label, value=said))

    def change(
        self, place: EntryPlace, field: FieldQuestion, entry: Entry | None, problem: Text = NO_WORDS
    ) -> Talk[tuple[str, Text]]:
        """Ask for one field and save it; return where to go, and what is to be said about it."""
        values = plain(entry) if entry else {}
        old = values.get(field.id)

        def wrong(value: Any) -> Text:
            return trouble(self.copy, place.register, field.id, values | {field.id: value})

        def keep(part: Any) -> None:  # where nobody can be asked, what is wrong or was changed elsewhere stays as it is
            if part != values.get(field.id) and not wrong(part):
                self.copy.saving.save_entry(*place, {field.id: part}, entry)

        while True:
            heading = called(place.register, values.get("title", place.id))
            prompt = Prompt("text", heading, NO_WORDS, problem=problem, keys=STEP_KEYS)
            move, value = yield from self._field(place.register, field, old, prompt, keep)
            if move != ONWARD or value in (None, "", [], {}) or value == values.get(field.id):
                return str(move), NO_WORDS
            problem, old = wrong(value), value
            if not problem:
                return ONWARD, (yield from self.save(place, field, {field.id: value}, entry))

    def save(self, place: EntryPlace, field: FieldQuestion, change: dict[str, Any], entry: Entry | None) -> Talk[Text]:
        """Save a field of an entry that is as it was seen, or as the person wants it; return what is to be said."""
        try:
            saved, now = self.copy.saving.save_entry(*place, change, entry)
            while not saved and (yield from self._prefer_mine(place, field, change, now)):
                whole = change if now else {**(plain(entry) if entry else {}), **change}  # somebody removed the entry
                saved, now = self.copy.saving.save_entry(*place, whole, now)
        except MainstreamError as problem:
            return told(problem.message, problem.action)
        self._take_over(place, now)
        behind = left_behind(place.register, plain(entry) if entry else {}, change)
        if behind:
            return behind_in_words(place.id, behind)
        return PRIVATE_WORDS if field.sensitive else NO_WORDS

    def _prefer_mine(
        self, place: EntryPlace, field: FieldQuestion, change: dict[str, Any], now: Entry | None
    ) -> Talk[bool]:
        theirs = plain(now).get(field.id) if now else None
        if theirs == change[field.id]:
            return False
        said = words(self.copy, field)
        text = say("Somebody else changed this entry while it was on this screen. Which one stands?")
        prompt = Prompt("choice", called(place.register, now.title if now else place.id), text)
        here, there = (summary(value, said) for value in (change[field.id], theirs))
        return (yield from prefer_mine(prompt, here, there))
