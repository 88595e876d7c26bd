"""Asks line by line: numbered, without cursor movement or colour, fit for a screen reader and for a log."""

import re
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from mainstream_cli.language import Text, count, say, several, speak
from mainstream_cli.model.prompt import HELP, QUIT, WHY, Given, Pressed, Prompt, Reply, Value
from mainstream_cli.prompts.keys import MEANING, no_such_word, shown_words, typed_key, typed_word

ESCAPES = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)?|[@-_])")
NUMBERS = re.compile(r"[\s,;]+")
LONGEST_LINE = 4094  # what Linux passes on of one line typed into a terminal
TOO_LONG = say("This line is as long as the terminal passes on; its end may be missing. Read it again later.")

Write = Callable[[str, str], None]


class Plain:
    """Writes text and reads lines. With *room* only the question stands there, no reasons and no keys.

    *write* shows a text harmlessly, and what stands behind it: a line break, or nothing where people type.
    """

    def __init__(self, write: Write, *, room: bool = False) -> None:
        self.write = write
        self.room = room
        if reconfigure := getattr(sys.stdin, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="replace")

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
            self._say(f"[{speak(prompt.place)}]")
        self._say(prompt.heading)
        self._say(prompt.text)
        self._explain(line for line in prompt.aside if not self.room or line[0] != WHY)
        if self.room and prompt.kind == "page" and prompt.minutes:
            self._say(count("{n} minute.", "{n} minutes.", n=prompt.minutes))
        for number, option in enumerate(prompt.options, start=1):
            said = option.label
            if option.id in _defaults(prompt.default):
                said = (
                    say("{option} (proposed)", option=said)
                    if prompt.proposed
                    else say("{option} (so far)", option=said)
                )
            self._say(f"{number}. {speak(said)}", indent="   ")
        if prompt.problem:
            self._complain(prompt.problem)
        self._invite(prompt)
        if not self.room or prompt.problem:
            self._say(say("Words: {words}", words=shown_words(prompt.keys)))

    def _explain(self, lines: Iterable[tuple[Text, Text]]) -> None:
        for heading, text in lines:
            self._say(say("{heading}: {text}", heading=heading, text=text), indent="  ")

    def _complain(self, problem: Text) -> None:
        self._say(f"! {speak(problem)}")

    def _invite(self, prompt: Prompt) -> None:
        self._say(" ".join(map(speak, _invitation(prompt))))

    def _help(self, prompt: Prompt) -> None:
        self._explain(prompt.help)
        for key in prompt.keys:
            self._say(f"{typed_word(key)}  {speak(MEANING[key])}", indent="  ")
        one_line = say("Each reply is one line; a pasted text with line breaks is read as several replies.")
        self._say(one_line, indent="  ")
        self._invite(prompt)

    def _line(self) -> str | None:
        self.write("> ", "")
        try:
            raw = sys.stdin.readline()
        except (OSError, ValueError):
            return None  # the terminal is gone
        if not raw:
            return None
        if len(raw.encode()) >= LONGEST_LINE:
            self._complain(TOO_LONG)
        return cleaned(raw)

    def _reply(self, prompt: Prompt, line: str) -> Reply | None:
        if not line:
            return Given(prompt.default)
        if prompt.kind in ("text", "page"):
            return Given(line)
        picked, wrong = _picked(prompt, line)
        if wrong or (prompt.kind != "choices" and len(picked) > 1):
            word, most = wrong or line, len(prompt.options)
            problem = say("{word}: give a number from 1 to {most}.", word=word, most=most)
            if prompt.kind == "choices":
                problem = say("{word}: give a number from 1 to {most}, several with commas.", word=word, most=most)
            self._complain(problem)
            return None
        return Given(picked if prompt.kind == "choices" else picked[0])

    def _say(self, text: str, indent: str = "") -> None:
        width = max(20, min(shutil.get_terminal_size().columns, 100) - 1)
        for paragraph in cleaned(speak(text), lines=True).split("\n"):
            lines = textwrap.wrap(paragraph, width, subsequent_indent=indent, break_on_hyphens=False) or [""]
            self.write("\n".join(lines), "\n")


def cleaned(text: str, *, lines: bool = False) -> str:
    """Return *text* without escape sequences and control characters; *lines* keeps line breaks."""
    bare = ESCAPES.sub("", text).replace("\t", " ")
    kept = "".join(sign for sign in bare if unicodedata.category(sign) != "Cc" or (lines and sign == "\n"))
    return kept if lines else kept.strip()


def _picked(prompt: Prompt, line: str) -> tuple[tuple[str, ...], str]:
    """Return the options that numbers, ids or whole labels in *line* name, and the first word that names none."""
    ids = [option.id for option in prompt.options]
    said = line.casefold()
    for option in prompt.options:
        if said in (option.id.casefold(), speak(option.label).casefold()):
            return (option.id,), ""
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


def _invitation(prompt: Prompt) -> Iterator[Text]:
    """Yield the sentences that say what can be typed."""
    match prompt.kind:
        case "page":
            yield say("Enter goes on.")
            return
        case "choice" | "confirm":
            yield say("One number: {hint}.", hint=prompt.hint) if prompt.hint else say("One number.")
        case "choices":
            yield say("Numbers with commas: {hint}.", hint=prompt.hint) if prompt.hint else say("Numbers with commas.")
        case _:
            yield say("Your text: {hint}.", hint=prompt.hint) if prompt.hint else say("Your text.")
    labels = {option.id: option.label for option in prompt.options}
    so_far = [labels.get(id_, id_) for id_ in _defaults(prompt.default) if id_]
    if so_far:
        answer = several(so_far, "unit")
        yield (
            say("Enter confirms: {answer}", answer=answer)
            if prompt.proposed
            else say("Enter keeps: {answer}", answer=answer)
        )
