"""Asks line by line: numbered, without cursor movement or colour, fit for a screen reader and for a log."""

import re
import shutil
import sys
import textwrap
import unicodedata

from mainstream_cli.model.prompt import HELP, QUIT, Given, Pressed, Prompt, Reply, Value
from mainstream_cli.model.visible import visible
from mainstream_cli.prompts.keys import MEANING, no_such_word, shown_words, typed_key, typed_word

ESCAPES = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)?|[@-_])")
NUMBERS = re.compile(r"[\s,;]+")
LONGEST_LINE = 4094  # what Linux passes on of one line typed into a terminal


class Plain:
    """Writes text and reads lines. With *room* only the question stands there, no reasons and no keys."""

    def __init__(self, *, room: bool = False) -> None:
        self.room = room
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]

    def ask(self, prompt: Prompt) -> Reply:
        """Ask one thing; the end of input is a wish to quit."""
        self._show(prompt)
        while True:
            line = self._line()
            if line is None:
                self._say("")
                return Pressed(QUIT)
            key = typed_key(line)
            if key == HELP:
                self._help(prompt)
            elif key is not None and key in prompt.keys:
                return Pressed(key)
            elif line.startswith(":"):
                self._say(no_such_word(prompt.keys))
            else:
                reply = self._reply(prompt, line)
                if reply is not None:
                    return reply

    def _show(self, prompt: Prompt) -> None:
        self._say("")
        if prompt.place and not self.room:
            self._say(f"[{prompt.place}]")
        self._say(prompt.heading)
        self._say(prompt.text)
        for heading, text in prompt.aside:
            if not self.room or heading != "Why":
                self._say(f"{heading}: {text}", indent="  ")
        if self.room and prompt.kind == "page" and prompt.minutes:
            self._say(f"{prompt.minutes} minutes.")
        for number, option in enumerate(prompt.options, start=1):
            mark = " (so far)" if option.id in _defaults(prompt.default) else ""
            self._say(f"{number}. {option.label}{mark}", indent="   ")
        if prompt.problem:
            self._say(f"! {prompt.problem}")
        self._say(_invitation(prompt))
        if not self.room or prompt.problem:
            self._say(f"Words: {shown_words(prompt.keys)}")

    def _help(self, prompt: Prompt) -> None:
        for heading, text in prompt.help:
            self._say(f"{heading}: {text}", indent="  ")
        for key in prompt.keys:
            self._say(f"{typed_word(key)}  {MEANING[key]}", indent="  ")
        self._say("Each reply is one line; a pasted text with line breaks is read as several replies.", indent="  ")
        self._say(_invitation(prompt))

    def _line(self) -> str | None:
        sys.stdout.write("> ")
        sys.stdout.flush()
        try:
            raw = sys.stdin.readline()
        except (OSError, ValueError):
            return None  # the terminal is gone
        if not raw:
            return None
        if len(raw.encode()) >= LONGEST_LINE:
            self._say("! This line is as long as the terminal passes on; its end may be missing. Read it again later.")
        return cleaned(raw)

    def _reply(self, prompt: Prompt, line: str) -> Reply | None:
        if not line:
            return Given(prompt.default)
        if prompt.kind in ("text", "page"):
            return Given(line)
        picked, wrong = _picked(prompt, line)
        if wrong or (prompt.kind != "choices" and len(picked) > 1):
            many = ", several with commas" if prompt.kind == "choices" else ""
            self._say(f"! {wrong or line}: give a number from 1 to {len(prompt.options)}{many}.")
            return None
        return Given(picked if prompt.kind == "choices" else picked[0])

    def _say(self, text: str, indent: str = "") -> None:
        width = max(20, min(shutil.get_terminal_size().columns, 100) - 1)
        for paragraph in cleaned(text, lines=True).split("\n"):
            lines = textwrap.wrap(paragraph, width, subsequent_indent=indent, break_on_hyphens=False) or [""]
            sys.stdout.write(visible("\n".join(lines)) + "\n")


def cleaned(text: str, *, lines: bool = False) -> str:
    """Return *text* without escape sequences and control characters; *lines* keeps line breaks."""
    bare = ESCAPES.sub("", text).replace("\t", " ")
    kept = "".join(sign for sign in bare if unicodedata.category(sign) != "Cc" or (lines and sign == "\n"))
    return kept if lines else kept.strip()


def _picked(prompt: Prompt, line: str) -> tuple[tuple[str, ...], str]:
    """Return the options that numbers, ids or whole labels in *line* name, and the first word that names none."""
    ids = [option.id for option in prompt.options]
    whole = [
        option.id for option in prompt.options if line.casefold() in (option.id.casefold(), option.label.casefold())
    ]
    if whole:
        return tuple(whole[:1]), ""
    picked: list[str] = []
    for word in filter(None, NUMBERS.split(line)):
        if word.isdecimal() and 1 <= int(word) <= len(ids):
            picked.append(ids[int(word) - 1])
        elif word in ids:
            picked.append(word)
        else:
            return (), word
    return tuple(dict.fromkeys(picked)), "" if picked else line


def _defaults(default: Value) -> tuple[str, ...]:
    return default if isinstance(default, tuple) else (default,)


def _invitation(prompt: Prompt) -> str:
    hint = f" ({prompt.hint})" if prompt.hint else ""
    labels = {option.id: option.label for option in prompt.options}
    so_far = ", ".join(labels.get(id_, id_) for id_ in _defaults(prompt.default) if id_)
    keeping = f" Enter keeps: {so_far}" if so_far else ""
    match prompt.kind:
        case "page":
            return "Enter goes on."
        case "choice" | "confirm":
            return f"One number{hint}.{keeping}"
        case "choices":
            return f"Numbers with commas{hint}.{keeping}"
    return f"Your text{hint}.{keeping}"
