"""The menu of a register: add, edit, list, find."""

from mainstream_cli.conversation.entry_form import Forms, words
from mainstream_cli.conversation.field_form import summary
from mainstream_cli.conversation.session import Desk
from mainstream_cli.model.prompt import BACK_KEYS, Given, Option, Pressed, Prompt
from mainstream_cli.model.registers import REGISTERS, in_words
from mainstream_cli.model.registers.entry import Entry

LEAVE = "leave"


class RegisterMenu:
    """Leads through one register until the person leaves it."""

    def __init__(self, desk: Desk, register: str) -> None:
        self.desk = desk
        self.register = register
        self.forms = Forms(desk)

    def run(self) -> None:
        """Offer add, edit, list and find until the person leaves; quitting passes through as ``Quit``."""
        choice = "add"
        notice = ""
        while True:
            reply = self.desk.put(self._menu(choice, notice))
            if isinstance(reply, Pressed):
                return
            choice = str(reply.value)
            if choice == LEAVE:
                return
            notice = self._do(choice)

    def _menu(self, default: str, notice: str) -> Prompt:
        count = len(self._entries())
        options = [Option("add", "Add one")]
        if count:
            options += [
                Option("edit", "Edit one"),
                Option("list", f"List all {count}"),
                Option("find", "Find by a word"),
            ]
        options.append(Option(LEAVE, "Leave this register"))
        default = default if any(each.id == default for each in options) else "add"
        words = f"{count} recorded" if count else "nothing recorded yet"
        return Prompt(
            "choice",
            in_words(self.register),
            f"{in_words(self.register)}: {words}.",
            options=tuple(options),
            default=default,
            problem=notice,
            keys=BACK_KEYS,
        )

    def _do(self, choice: str) -> str:
        match choice:
            case "add":
                id_ = self.forms.add(self.register)
                if id_ is None:
                    return ""
                self.forms.edit(self.register, id_)
                return f"Saved: {self._entries()[id_].title} ({self.register}/{id_})"
            case "edit":
                self._edit(list(self._entries()))
            case "list":
                lines = tuple((entry.title, self._line(entry)) for entry in self._entries().values())
                self.desk.put(
                    Prompt("page", in_words(self.register), f"{len(lines)} recorded", aside=lines, keys=BACK_KEYS)
                )
            case "find":
                return self._find()
        return ""

    def _entries(self) -> dict[str, Entry]:
        return self.desk.registers.get(self.register, {})

    def _line(self, entry: Entry) -> str:
        shown = REGISTERS[self.register].columns
        values = [summary(getattr(entry, each.id), words(self.desk, each)) for each in shown if getattr(entry, each.id)]
        return ", ".join(values) or "-"

    def _edit(self, ids: list[str]) -> None:
        titles = self.desk.titles(self.register)
        options = tuple(Option(id_, title) for id_, title in titles.items() if id_ in ids)
        reply = self.desk.put(Prompt("choice", in_words(self.register), "Which one?", options=options, keys=BACK_KEYS))
        if isinstance(reply, Given) and reply.value:
            self.forms.edit(self.register, str(reply.value))

    def _find(self) -> str:
        reply = self.desk.put(
            Prompt(
                "text",
                in_words(self.register),
                "Which word? It is looked for in every field.",
                hint="one word",
                keys=BACK_KEYS,
            )
        )
        if isinstance(reply, Pressed) or not str(reply.value).strip():
            return ""
        word = str(reply.value).strip().casefold()
        found = [id_ for id_, entry in self._entries().items() if word in f"{id_} {entry.model_dump()}".casefold()]
        if not found:
            return f"Nothing here has '{reply.value}'."
        self._edit(found)
        return ""
