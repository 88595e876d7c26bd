"""The state of a list that is chosen from: where the pointer is, what is marked, what is looked for."""

from prompt_toolkit.formatted_text import StyleAndTextTuples

from mainstream_cli.model.prompt import ADD, Option, Prompt, Value
from mainstream_cli.prompts.lines import wrap

SHORT = 9


class Listing:
    """Rows with a pointer. Without an answer so far the pointer rests on a row that answers nothing."""

    def __init__(self, prompt: Prompt) -> None:
        self.many = prompt.kind == "choices"
        chosen = prompt.default if isinstance(prompt.default, tuple) else (prompt.default,) if prompt.default else ()
        ids = [option.id for option in prompt.options]
        self.marked = {id_ for id_ in chosen if id_ in ids} if self.many else set()
        self.kept = prompt.default
        strange = [id_ for id_ in chosen if id_ not in ids]
        self.rows = list(prompt.options)
        if strange:
            self.rows.insert(0, Option("", f"as it stands: {', '.join(strange)}"))
        elif not chosen:
            self.rows.insert(0, Option("", "leave open"))
        self.long = len(prompt.options) > SHORT
        self.word = ""
        self.at = next((number for number, row in enumerate(self.rows) if row.id in chosen), 0)

    def shown(self) -> list[Option]:
        """Return the rows that match what is looked for."""
        found = [row for row in self.rows if self.word.casefold() in row.label.casefold()]
        return found or self.rows

    def move(self, step: int) -> None:
        """Move the pointer, without running over the ends."""
        self.at = max(0, min(len(self.shown()) - 1, self.at + step))

    def typed(self, text: str) -> None:
        """Take a typed character: a mark, a jump in a short list, or a letter to look for in a long one."""
        if text == " " and self.many:
            self._mark()
        elif self.long:
            self.word, self.at = self.word + text, 0
        elif text.isdecimal() and self._has(int(text)):
            self.at = self._index(int(text))
            if self.many:
                self._mark()

    def unfind(self) -> None:
        """Take back the last letter of what is looked for."""
        self.word, self.at = self.word[:-1], 0

    def value(self) -> Value:
        """Return what is chosen; nothing keeps what was there."""
        row = self.shown()[self.at]
        if not self.many:
            return row.id or (self.kept if isinstance(self.kept, str) else "")
        chosen = set(self.marked)
        if row.id == ADD or (not chosen and row.id):
            chosen.add(row.id)
        picked = tuple(option.id for option in self.rows if option.id in chosen)
        return picked or self.kept or ()

    def text(self, columns: int) -> StyleAndTextTuples:
        """Return the rows as they are drawn in *columns*, under the word that is looked for."""
        parts: StyleAndTextTuples = []
        shown = self.shown()
        if self.word:
            found = "" if shown is not self.rows else " (nothing found; backspace)"
            parts.append(("class:quiet", f"   looking for: {self.word}{found}\n"))
        for number, row in enumerate(shown):
            here = number == self.at
            if here:
                parts.append(("[SetCursorPosition]", ""))
            style = "class:chosen" if here else ""
            front = f" {'>' if here else ' '} {self._mark_of(row)}{self._number_of(row)}"
            for line, words in enumerate(wrap(row.label, columns - len(front) - 1)):
                parts.append((style, f"{' ' * len(front) if line else front}{words} "))
                parts.append(("", "\n"))
        return parts[:-1] if parts[-1] == ("", "\n") else parts

    def _mark_of(self, row: Option) -> str:
        if not self.many or row.id in ("", ADD):
            return ""
        return "[x] " if row.id in self.marked else "[ ] "

    def _number_of(self, row: Option) -> str:
        if self.long or not row.id:
            return ""
        return f"{[option.id for option in self.rows if option.id].index(row.id) + 1}. "

    def _has(self, number: int) -> bool:
        return 1 <= number <= sum(bool(row.id) for row in self.rows)

    def _index(self, number: int) -> int:
        wanted = [row for row in self.rows if row.id][number - 1]
        return self.rows.index(wanted)

    def _mark(self) -> None:
        row = self.shown()[self.at]
        if row.id and row.id != ADD:
            self.marked ^= {row.id}
