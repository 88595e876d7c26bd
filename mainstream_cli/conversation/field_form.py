"""Asks for the value of one field of a register, whatever its shape; the value comes back as a file has it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from mainstream_cli.conversation.picking import Add, pick
from mainstream_cli.conversation.session import Desk, Quit
from mainstream_cli.model.numbers import typed, whole
from mainstream_cli.model.prompt import BACK, SKIP, Given, Option, Pressed, Prompt, Reply
from mainstream_cli.model.record import Record, parse, record_in
from mainstream_cli.model.registers import FieldQuestion, fields_of

ONWARD = "onward"
Move = tuple[str, Any]
NEW, DONE = "+", "done"


class FieldForm:
    """Asks for fields. Every method returns a move (onward, back, skip) and the value given."""

    def __init__(self, desk: Desk, add: Add) -> None:
        self.desk = desk
        self.add = add

    def ask(self, cls: type[Record], field: FieldQuestion, current: Any, prompt: Prompt) -> Move:
        """Ask for one field of *cls*; *prompt* brings the heading, and the problem of the last try."""
        prompt = replace(prompt, text=f"{field.label}: {field.text}", keys=prompt.keys)
        match field.kind:
            case "block":
                inner = record_in(cls, field.id)
                if inner is None:
                    return SKIP, None
                return self._blocks(inner, current or [], prompt) if field.many else self._block(inner, current, prompt)
            case "by year":
                return self._by_year(current or {}, prompt)
            case "reference":
                return self._reference(field, current, prompt)
            case "choice" | "choices":
                terms = self.desk.catalogue.vocabulary[field.choices or ""]
                options = tuple(Option(id_, label) for id_, label in terms.items())
                kind = "choices" if field.many else "choice"
                default = tuple(current or ()) if field.many else str(current or "")
                return self._move(self.desk.put(replace(prompt, kind=kind, options=options, default=default)))
        return self._typed(field, current, prompt)

    def _move(self, reply: Any) -> Move:
        if isinstance(reply, Pressed):
            return reply.key, None
        value = reply.value
        return ONWARD, list(value) if isinstance(value, tuple) else value

    def _reference(self, field: FieldQuestion, current: Any, prompt: Prompt) -> Move:
        kind = "choices" if field.many else "choice"
        default = tuple(current or ()) if field.many else str(current or "")
        prompt = replace(prompt, kind=kind, default=default)
        return self._move(pick(self.desk, prompt, field.refers, self.add, free=field.free))

    def _typed(self, field: FieldQuestion, current: Any, prompt: Prompt) -> Move:
        shown = "; ".join(str(each) for each in current) if isinstance(current, list | tuple) else str(current or "")
        hint = _HINTS.get(field.kind, "") + (" several: separate them with ;" if field.many else "")
        move, value = self._move(self.desk.put(replace(prompt, kind="text", default=shown.strip(), hint=hint.strip())))
        if move != ONWARD:
            return move, value
        parts = [part.strip() for part in str(value).split(";")] if field.many else [str(value).strip()]
        values = [typed(part) if field.kind == "number" else part for part in parts if part]
        return ONWARD, values if field.many else (values[0] if values else None)

    def _by_year(self, current: dict[Any, Any], prompt: Prompt) -> Move:
        shown = "; ".join(f"{year}: {value}" for year, value in current.items())
        hint = "such as 2027: 1000; 2028: 1500"
        move, value = self._move(self.desk.put(replace(prompt, kind="text", default=shown, hint=hint)))
        if move != ONWARD:
            return move, value
        pairs = [part.partition(":") for part in str(value).split(";") if part.strip()]
        if not all(colon and whole(year.strip()) for year, colon, _ in pairs):
            return self._by_year(current, replace(prompt, problem="Write year: value, several separated by ;"))
        return ONWARD, {str(whole(year.strip())): typed(text.strip()) for year, _, text in pairs}

    def _block(self, cls: type[Record], current: Any, prompt: Prompt) -> Move:
        """Ask for the fields of a block one after the other; the first one left back leaves the block."""
        value = dict(current or {})
        fields = fields_of(cls)
        at = 0
        while at < len(fields):
            field = fields[at]
            needed = "" if field.required else " (may stay open)"
            part = replace(prompt, heading=f"{prompt.heading}, {field.label}{needed}")
            try:
                move, given = self.ask(cls, field, value.get(field.id), part)
            except Quit:
                self.desk.leaving = True
                return ONWARD, value or None
            prompt = replace(prompt, problem="")
            if move == BACK and at == 0:
                return BACK, None
            if move == ONWARD and given not in (None, "", [], {}):
                value[field.id] = given
            at += -1 if move == BACK else 1
        return ONWARD, value or None

    def _blocks(self, cls: type[Record], current: list[Any], prompt: Prompt) -> Move:
        values = [dict(each) for each in current]
        while True:
            options = [Option(DONE, "done"), *(Option(str(n), summary(each)) for n, each in enumerate(values))]
            options.append(Option(NEW, "add one"))
            ask = replace(prompt, kind="choice", options=tuple(options), default=DONE if values else NEW)
            try:
                reply: Reply = self.desk.put(ask)
            except Quit:  # what was confirmed is saved before the conversation ends
                self.desk.leaving = True
                return ONWARD, values
            if isinstance(reply, Pressed) or reply == Given(DONE):
                return (ONWARD, values) if values != current or not isinstance(reply, Pressed) else self._move(reply)
            index = len(values) if reply.value == NEW else int(str(reply.value))
            move, value = self._block(cls, values[index] if index < len(values) else {}, prompt)
            whole = not self.desk.leaving or parse(cls, value, self.desk.catalogue.vocabulary)[0] is not None
            if move == ONWARD and value and whole:
                values[index : index + 1] = [value]


_HINTS = {"number": "a number, digits only", "date": "a date such as 2026-06-07"}


def summary(value: Any, words: Mapping[str, str] | None = None) -> str:
    """Say a value of any shape in one line; *words* maps ids to what they are called."""
    match value:
        case None | "" | [] | () | {}:
            return "-"
        case dict():
            return ", ".join(f"{name}: {summary(each, words)}" for name, each in value.items())
        case list() | tuple():
            return "; ".join(summary(each, words) for each in value)
    text = " ".join(str(value).split())
    return (words or {}).get(text, text)
