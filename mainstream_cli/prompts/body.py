"""Where the answer is given: a question of questionary, a long list that is looked through, or a page to read."""

from collections.abc import Callable
from typing import Any, Protocol

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import BufferControl, Container, Dimension, FormattedTextControl, Window

from mainstream_cli.language import Text, say
from mainstream_cli.model.prompt import NO_WORDS, Prompt, Value
from mainstream_cli.prompts.lines import labelled, wrap
from mainstream_cli.prompts.listing import SHORT, Listing
from mainstream_cli.prompts.questions import ARROWS, ENTER, MARKS, FewChoices, TextAnswer, YesOrNo

LETTERS = say("Letters find.")
GOES_ON = say("Enter goes on.")


class AnswerArea(Protocol):
    """The part of the screen that takes the answer, and the application that runs it."""

    app: Application[Any]
    container: Container
    focus: Window
    keys: KeyBindings
    hints: tuple[Text, ...]
    notice: Text

    def value(self, result: object) -> Value:
        """Return the answer, given what the application returned."""

    def typed(self) -> str:
        """Return the text that was typed, which may be a word for a key, such as ``:back``."""


def body_for(prompt: Prompt, *, rows: int, width: Callable[[], int]) -> AnswerArea:
    """Return the body that a prompt needs on a screen of *rows*; *width* gives the columns it may use by now."""
    match prompt.kind:
        case "page":
            return PageBody(prompt, columns=width())
        case "text":
            return TextAnswer(prompt)
        case "confirm":
            return YesOrNo(prompt, width=width)
    few = len(prompt.options) <= SHORT
    return FewChoices(prompt, rows=rows, width=width) if few else LongList(prompt, rows=rows, width=width)


class LongList:
    """A list that is looked through: arrows move, letters of any script find."""

    notice = NO_WORDS

    def __init__(self, prompt: Prompt, *, rows: int, width: Callable[[], int]) -> None:
        self.app: Application[Any] = Application()
        self.list = Listing(prompt)
        height = min(len(self.list.rows), max(3, rows // 3))
        control = FormattedTextControl(lambda: self.list.text(width()), focusable=True, show_cursor=False)
        self.focus = Window(control, height=Dimension(min=height), dont_extend_height=True)
        self.container: Container = self.focus
        self.hints: tuple[Text, ...] = (ARROWS, *([MARKS] if self.list.many else []), LETTERS, ENTER)
        self.keys = _bindings(self.list.move, 8)
        self.keys.add("home")(lambda _: self.list.move(-len(self.list.rows)))
        self.keys.add("end")(lambda _: self.list.move(len(self.list.rows)))
        self.keys.add("backspace")(lambda _: self.list.unfind())
        self.keys.add(Keys.Any)(self._typed)
        self.keys.add(Keys.BracketedPaste)(lambda _: None)

    def value(self, _: object) -> Value:
        """Return what is chosen."""
        return self.list.chosen()

    def typed(self) -> str:
        """Return nothing: a list takes no words."""
        return ""

    def _typed(self, event: KeyPressEvent) -> None:
        if event.data.isprintable():
            self.list.typed(event.data)


class PageBody:
    """Nothing to answer: the page says it all, and Enter goes on."""

    notice = NO_WORDS

    def __init__(self, prompt: Prompt, *, columns: int) -> None:
        self.app: Application[Any] = Application()
        parts = (labelled(heading, text)[0] for heading, text in prompt.aside)
        text = "\n".join(line for part in parts for line in wrap(part, columns - 1, indent="  "))
        self.buffer = Buffer(document=Document(text, 0), read_only=True, multiline=True)
        self.focus = Window(
            BufferControl(self.buffer), wrap_lines=True, height=Dimension(min=1), always_hide_cursor=True
        )
        self.container: Container = self.focus
        self.hints: tuple[Text, ...] = (ARROWS, GOES_ON) if text.count("\n") else (GOES_ON,)
        self.keys = _bindings(self._move, 15)

    def value(self, _: object) -> Value:
        """Return nothing."""
        return ""

    def typed(self) -> str:
        """Return nothing: a page takes no words."""
        return ""

    def _move(self, step: int) -> None:
        self.buffer.cursor_down(step) if step > 0 else self.buffer.cursor_up(-step)


def _bindings(move: Callable[[int], None], page: int) -> KeyBindings:
    keys = KeyBindings()
    for key, step in (("up", -1), ("down", 1), ("pageup", -page), ("pagedown", page)):
        keys.add(key)(lambda _, step=step: move(step))
    keys.add("enter", eager=True)(lambda event: event.app.exit(result=None))
    return keys
