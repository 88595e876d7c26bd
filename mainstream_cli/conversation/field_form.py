"""Asks for the value of one field of a register, whatever its shape; the value comes back as a file has it."""

from collections.abc import Mapping
from dataclasses import replace
from functools import reduce
from typing import Any

from mainstream_cli.conversation.asking import Quit, ask
from mainstream_cli.conversation.picking import Add, pick
from mainstream_cli.conversation.working_copy import WorkingCopy
from mainstream_cli.language import Text, say, several, verbatim
from mainstream_cli.model.numbers import typed, whole
from mainstream_cli.model.prompt import ADD, BACK, NO_WORDS, Given, Option, Pressed, Prompt, Reply, Talk
from mainstream_cli.model.record import Record, parse, record_in
from mainstream_cli.model.registers import FieldQuestion, fields_of, name_in_words

ONWARD = "onward"
Move = tuple[str, Any]
DONE = "done"


class FieldForm:
    """Asks for fields; each is a talk that returns a move (onward, back, skip) and the value given."""

    def __init__(self, copy: WorkingCopy, add: Add) -> None:
        self.copy = copy
        self.add = add

    def ask(self, cls: type[Record], field: FieldQuestion, current: Any, prompt: Prompt) -> Talk[Move]:
        """Return the talk about one field of *cls*; *prompt* brings the heading, and the problem of the last try.

        Where somebody quits inside a block or a list of blocks, ``Quit`` holds what was confirmed of it.
        """
        prompt = replace(prompt, text=say("{field}: {text}", field=field.label, text=field.text))
        block = record_in(cls, field.id)
        if block is not None and field.kind == "block":
            return self._blocks(block, current or [], prompt) if field.many else self._block(block, current, prompt)
        match field.kind:
            case "by_year":
                return self._by_year(current or {}, prompt)
            case "reference" | "choice" | "choices":
                return self._chosen(field, current, prompt)
        return self._typed(field, current, prompt)

    def _chosen(self, field: FieldQuestion, current: Any, prompt: Prompt) -> Talk[Move]:
        kind = "choices" if field.many else "choice"
        prompt = replace(prompt, kind=kind, default=tuple(current or ()) if field.many else str(current or ""))
        if field.kind == "reference":
            return _move((yield from pick(self.copy, prompt, field.refers, self.add, free=field.free)))
        terms = self.copy.catalogue.vocabulary[field.choices or ""]
        options = tuple(Option(id_, verbatim(words)) for id_, words in terms.items())
        return _move((yield from ask(replace(prompt, options=options))))

    def _typed(self, field: FieldQuestion, current: Any, prompt: Prompt) -> Talk[Move]:
        shown = "; ".join(str(value) for value in current) if isinstance(current, list | tuple) else str(current or "")
        hint = _HINTS.get(field.kind, NO_WORDS)
        if field.many:
            hint = say("{hint}; separate several with ;", hint=hint) if hint else say("several: separate them with ;")
        prompt = replace(prompt, kind="text", default=shown.strip(), hint=hint)
        move, value = _move((yield from ask(prompt)))
        if move != ONWARD:
            return move, value
        parts = [part.strip() for part in str(value).split(";")] if field.many else [str(value).strip()]
        values = [typed(part) if field.kind == "number" else part for part in parts if part]
        return ONWARD, values if field.many else (values[0] if values else None)

    def _by_year(self, current: dict[Any, Any], prompt: Prompt) -> Talk[Move]:
        shown = "; ".join(f"{year}: {value}" for year, value in current.items())
        prompt = replace(prompt, kind="text", default=shown, hint=say("such as 2027: 1000; 2028: 1500"))
        while True:
            move, value = _move((yield from ask(prompt)))
            if move != ONWARD:
                return move, value
            pairs = [part.partition(":") for part in str(value).split(";") if part.strip()]
            if all(colon and whole(year.strip()) for year, colon, _ in pairs):
                return ONWARD, {str(whole(year.strip())): typed(text.strip()) for year, _, text in pairs}
            prompt = replace(prompt, problem=say("Write year: value, several separated by ;"))

    def _block(self, cls: type[Record], current: Any, prompt: Prompt) -> Talk[Move]:
        """Ask for the fields of a block one after the other; the first one left back leaves the block."""
        value = dict(current or {})
        fields = [field for field in fields_of(cls) if field.kind != "version"]
        at = 0
        while at < len(fields):
            field = fields[at]
            heading = say("{heading}, {field} (may stay open)", heading=prompt.heading, field=field.label)
            if field.required:
                heading = say("{heading}, {field}", heading=prompt.heading, field=field.label)
            part = replace(prompt, heading=heading)
            try:
                move, given = yield from self.ask(cls, field, value.get(field.id), part)
            except Quit as quitting:
                raise Quit({**value, field.id: quitting.given} if quitting.given else value) from None
            prompt = replace(prompt, problem=NO_WORDS)
            if move == BACK and at == 0:
                return BACK, None
            if move == ONWARD and given not in (None, "", [], {}):
                value[field.id] = given
            at += -1 if move == BACK else 1
        return ONWARD, value or None

    def _blocks(self, cls: type[Record], current: list[Any], prompt: Prompt) -> Talk[Move]:
        values = [dict(value) for value in current]
        while True:
            so_far = (Option(str(n), summary(value)) for n, value in enumerate(values))
            options = [Option(DONE, say("done")), *so_far, Option(ADD, say("add one"))]
            menu = replace(prompt, kind="choice", options=tuple(options), default=DONE if values else ADD)
            index = len(values)
            try:
                reply = yield from ask(menu)
                if isinstance(reply, Pressed) or reply == Given(DONE):
                    return (ONWARD, values) if values != current or not isinstance(reply, Pressed) else _move(reply)
                index = index if reply.value == ADD else int(str(reply.value))
                move, value = yield from self._block(cls, values[index] if index < len(values) else {}, prompt)
            except Quit as quitting:
                if quitting.given and parse(cls, quitting.given, self.copy.catalogue.vocabulary)[0] is not None:
                    values[index : index + 1] = [quitting.given]
                raise Quit(values) from None
            if move == ONWARD and value:
                values[index : index + 1] = [value]


def _move(reply: Reply) -> Move:
    if isinstance(reply, Pressed):
        return reply.key, None
    return ONWARD, list(reply.value) if isinstance(reply.value, tuple) else reply.value


_HINTS = {"number": say("a number, digits only"), "date": say("a date such as 2026-06-07")}


def summary(value: Any, words: Mapping[str, str] | None = None) -> Text:
    """Say a value of any shape in one line; *words* maps ids to what they are called."""
    if value in (None, "", [], (), {}):
        return verbatim("-")
    match value:
        case dict():
            parts = ((name_in_words(str(name)), summary(part, words)) for name, part in value.items())
            return several((say("{field}: {value}", field=field, value=part) for field, part in parts), "unit")
        case list() | tuple():
            parts_of = [summary(part, words) for part in value]
            return reduce(lambda first, then: say("{first}; {then}", first=first, then=then), parts_of)
    text = " ".join(str(value).split())
    return verbatim((words or {}).get(text, text))
