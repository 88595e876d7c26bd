"""What a list offers and what comes of a choice in it; a long one is looked through by letters of any script."""

from collections.abc import Collection

from prompt_toolkit.formatted_text import StyleAndTextTuples
from questionary.constants import INDICATOR_SELECTED, INDICATOR_UNSELECTED

from mainstream_cli.language import say, speak
from mainstream_cli.model.prompt import ADD, Option, Prompt, Value
from mainstream_cli.prompts.lines import wrap

SHORT = 9
MARGIN = "   "
LEAVE_OPEN = say("leave open")


class Choosing:
    """The rows of a list. Without an answer so far the pointer rests on a row that answers nothing."""

    def __init__(self, prompt: Prompt) -> None:
        self.many = prompt.kind == "choices"
        chosen = prompt.default if isinstance(prompt.default, tuple) else (prompt.default,) if prompt.default else ()
        ids = [option.id for option in prompt.options]
        self.marked = {id_ for id_ in chosen if id_ in ids} if self.many else set()
        self.kept = "" if prompt.proposed else prompt.default
        strange = [id_ for id_ in chosen if id_ not in ids]
        self.rows = list(prompt.options)
        if strange:
            self.rows.insert(0, Option("", say("as it stands: {values}", values=", ".join(strange))))
        elif prompt.proposed or not chosen:
            self.rows.insert(0, Option("", LEAVE_OPEN))
        self.at = next((number for number, row in enumerate(self.rows) if row.id in chosen), 0)

    def number(self, row: Option) -> str:
        """Return the number of a row; one that answers nothing has none."""
        return str([other.id for other in self.rows if other.id].index(row.id) + 1)

    def value(self, row: Option, marked: Collection[str]) -> Value:
        """Return what is chosen with the pointer at *row*; nothing keeps what was there."""
        if not self.many:
            return row.id or (self.kept if isinstance(self.kept, str) else "")
        chosen = set(marked) - {""}
        if row.id == ADD or (not chosen and row.id):
            chosen.add(row.id)
        return tuple(option.id for option in self.rows if option.id in chosen) or self.kept or ()

    def mark(self, row: Option, marked: Collection[str]) -> str:
        """Return the mark of a row, where rows are marked."""
        if not self.many or row.id in ("", ADD):
            return ""
        return f"{INDICATOR_SELECTED if row.id in marked else INDICATOR_UNSELECTED} "


class Listing(Choosing):
    """ShownRows with a pointer, of which those are shown that have the letters typed so far."""

    word = ""

    def shown(self) -> list[Option]:
        """Return the rows that match what is looked for."""
        found = [row for row in self.rows if self.word.casefold() in speak(row.label).casefold()]
        return found or self.rows

    def move(self, step: int) -> None:
        """Move the pointer, without running over the ends."""
        self.at = max(0, min(len(self.shown()) - 1, self.at + step))

    def typed(self, text: str) -> None:
        """Take a typed character: a mark, or a letter to look for."""
        if text != " " or not self.many:
            self.word, self.at = self.word + text, 0
        elif self.shown()[self.at].id not in ("", ADD):
            self.marked ^= {self.shown()[self.at].id}

    def unfind(self) -> None:
        """Take back the last letter of what is looked for."""
        self.word, self.at = self.word[:-1], 0

    def chosen(self) -> Value:
        """Return what is chosen."""
        return self.value(self.shown()[self.at], self.marked)

    def text(self, columns: int) -> StyleAndTextTuples:
        """Return the rows as they are drawn in *columns*, under the word that is looked for."""
        parts: StyleAndTextTuples = []
        shown = self.shown()
        if self.word:
            word = say("looking for: {word}", word=self.word)
            if shown is self.rows:
                word = say("looking for: {word} (nothing found; backspace)", word=self.word)
            parts += [("", MARGIN), *lines("", word, columns, "class:quiet"), ("", "\n")]
        for at, row in enumerate(shown):
            here = at == self.at
            parts += [("[SetCursorPosition]", "")] if here else []
            drawn = lines(self.mark(row, self.marked), row.label, columns, "class:chosen" if here else "")
            parts += [("", " > " if here else MARGIN), *drawn, ("", "\n")]
        return parts[:-1]


def lines(front: str, words: str, columns: int, style: str = "") -> list[tuple[str, str]]:
    """Return words behind *front* in lines that fit beside the margin, which the first line is already behind."""
    first, *rest = wrap(speak(words), columns - len(MARGIN) - len(front) - 1)
    parts = [(style, f"{front}{first} ")]
    for line in rest:
        parts += [("", f"\n{MARGIN}"), (style, f"{' ' * len(front)}{line} ")]
    return parts
