"""The menu of a register: add, edit, list, find."""

from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from mainstream_cli.conversation.asking import Quit, ask
from mainstream_cli.conversation.entry_form import EntryForm
from mainstream_cli.conversation.entry_words import words
from mainstream_cli.conversation.field_form import summary
from mainstream_cli.conversation.working_copy import WorkingCopy
from mainstream_cli.language import Text, count, say, several, verbatim
from mainstream_cli.model.prompt import BACK_KEYS, NO_WORDS, Given, Option, Pressed, Prompt, Talk
from mainstream_cli.model.registers import REGISTERS, name_in_words
from mainstream_cli.model.registers.entry import Entry

LEAVE = "leave"


@dataclass(frozen=True)
class Recorded:
    """What a register holds after a conversation: the ids of its entries, and the id that it was about, if one."""

    register: str
    ids: tuple[str, ...]
    wanted: str = ""


class RegisterMenu:
    """Leads through one register until the person leaves it."""

    def __init__(self, copy: WorkingCopy, register: str) -> None:
        self.copy = copy
        self.register = register
        self.form = EntryForm(copy)

    def run(self) -> Talk[Recorded]:
        """Offer add, edit, list and find until the person leaves or quits."""
        with suppress(Quit):
            yield from self._offer()
        return Recorded(self.register, tuple(self._entries()))

    def one(self, id_: str) -> Talk[Recorded]:
        """Lead through the fields of one entry, which is added first where it is new."""
        recorded: str | None = id_
        with suppress(Quit):
            if id_ not in self._entries():
                recorded = yield from self.form.add(self.register, id_)
            if recorded:
                yield from self.form.edit(self.register, recorded)
        return Recorded(self.register, tuple(self._entries()), recorded or id_)

    def _offer(self) -> Talk[None]:
        choice = "add"
        notice = NO_WORDS
        while True:
            reply = yield from ask(self._menu(choice, notice))
            if isinstance(reply, Pressed) or reply.value == LEAVE:
                return
            choice = str(reply.value)
            notice = yield from self._do(choice)

    def _menu(self, default: str, notice: Text) -> Prompt:
        there, named = len(self._entries()), name_in_words(self.register)
        options, text = [Option("add", say("Add one"))], say("{register}: nothing recorded yet.", register=named)
        if there:
            options += [
                Option("edit", say("Edit one")),
                Option("list", count("List all {n}", "List all {n}", n=there)),
                Option("find", say("Find by a word")),
            ]
            text = count("{register}: {n} recorded.", "{register}: {n} recorded.", n=there, register=named)
        options.append(Option(LEAVE, say("Leave this register")))
        default = default if any(option.id == default for option in options) else "add"
        return self._prompt("choice", text, options=tuple(options), default=default, problem=notice)

    def _prompt(self, kind: str, text: Text, **parts: Any) -> Prompt:
        return Prompt(kind, name_in_words(self.register), text, keys=BACK_KEYS, **parts)

    def _do(self, choice: str) -> Talk[Text]:
        match choice:
            case "add":
                id_ = yield from self.form.add(self.register)
                if id_ is None:
                    return NO_WORDS
                yield from self.form.edit(self.register, id_)
                place = f"{self.register}/{id_}"
                return say("Saved: {title} ({place})", title=self._entries()[id_].title, place=place)
            case "edit":
                yield from self._edit(list(self._entries()))
            case "list":
                lines = tuple((verbatim(entry.title), self._line(entry)) for entry in self._entries().values())
                yield from ask(self._prompt("page", count("{n} recorded", "{n} recorded", n=len(lines)), aside=lines))
            case "find":
                return (yield from self._find())
        return NO_WORDS

    def _entries(self) -> dict[str, Entry]:
        return self.copy.registers.get(self.register, {})

    def _line(self, entry: Entry) -> Text:
        said = ((getattr(entry, field.id), words(self.copy, field)) for field in REGISTERS[self.register].columns)
        values = [summary(value, names) for value, names in said if value]
        return several(values, "unit") if values else summary(None)

    def _edit(self, ids: list[str]) -> Talk[None]:
        titles = self.copy.titles(self.register)
        options = tuple(Option(id_, verbatim(title)) for id_, title in titles.items() if id_ in ids)
        reply = yield from ask(self._prompt("choice", say("Which one?"), options=options))
        if isinstance(reply, Given) and reply.value:
            yield from self.form.edit(self.register, str(reply.value))

    def _find(self) -> Talk[Text]:
        text = say("Which word? It is looked for in every field.")
        reply = yield from ask(self._prompt("text", text, hint=say("one word")))
        if isinstance(reply, Pressed) or not str(reply.value).strip():
            return NO_WORDS
        word = str(reply.value).strip().casefold()
        found = [id_ for id_, entry in self._entries().items() if word in f"{id_} {entry.model_dump()}".casefold()]
        if not found:
            return say("Nothing here has '{word}'.", word=str(reply.value))
        yield from self._edit(found)
        return NO_WORDS
