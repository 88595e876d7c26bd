"""Where the answer is given: a line of text, a list to choose from, or a page to read."""

from collections.abc import Callable
from itertools import islice
from typing import Protocol

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import BufferControl, Container, Dimension, FormattedTextControl, HSplit, Window
from prompt_toolkit.layout.containers import ConditionalContainer
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput

from mainstream_cli.model.prompt import Prompt, Value
from mainstream_cli.model.visible import visible
from mainstream_cli.prompts.lines import wrap
from mainstream_cli.prompts.listing import Listing

SUGGESTED = 6


class AnswerArea(Protocol):
    """The part of the screen that takes the answer."""

    container: Container
    focus: Window
    keys: KeyBindings
    hint: str
    notice: str

    def value(self) -> Value:
        """Return the answer as it stands."""

    def typed(self) -> str:
        """Return the text that was typed, which may be a word for a key, such as ``:back``."""


def body_for(prompt: Prompt, *, rows: int, width: Callable[[], int]) -> AnswerArea:
    """Return the body that a prompt needs on a screen of *rows*; *width* gives the columns it may use by now."""
    if prompt.kind == "page":
        return PageBody(prompt, columns=width())
    return TextBody(prompt) if prompt.kind == "text" else ListBody(prompt, rows=rows, width=width)


class Visible(Processor):
    """Shows what is typed as any other text is shown; what is kept is what was typed."""

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """Return the signs of one line, mark for sign, so that the cursor stays where it is."""
        parts = transformation_input.fragments
        signs = iter(visible("".join(part[1] for part in parts)))
        return Transformation([(style, "".join(islice(signs, len(text)))) for style, text, *_ in parts])


class TextBody:
    """A line that grows; Alt-Enter begins a new line, Tab takes the first suggestion."""

    notice = ""

    def __init__(self, prompt: Prompt) -> None:
        text = prompt.default if isinstance(prompt.default, str) else ", ".join(prompt.default)
        self.suggestions = prompt.suggestions
        self.buffer = Buffer(document=Document(text, len(text)), multiline=True)
        self.focus = Window(
            BufferControl(self.buffer, input_processors=[Visible()]),
            wrap_lines=True,
            height=Dimension(min=2, max=10),
            dont_extend_height=True,
            get_line_prefix=lambda number, wrapped: [("class:quiet", "> " if not number and not wrapped else "  ")],
        )
        offered = Window(FormattedTextControl(self._offered), dont_extend_height=True)
        shown = Condition(lambda: bool(self.matching()))
        self.container: Container = HSplit([self.focus, ConditionalContainer(offered, shown)])
        self.hint = " ".join(filter(None, ["Enter confirms.", "Tab completes." if prompt.suggestions else ""]))
        self.keys = KeyBindings()
        self.keys.add("escape", "enter")(lambda _: self.buffer.insert_text("\n"))
        self.keys.add("tab")(self._complete)

    def value(self) -> Value:
        """Return the text."""
        return self.typed()

    def typed(self) -> str:
        """Return the text."""
        return self.buffer.text.strip()

    def matching(self) -> list[str]:
        """Return the suggestions that contain what is typed, those that begin with it first."""
        typed = self.buffer.text.strip().casefold()
        if not typed or any(suggestion.casefold() == typed for suggestion in self.suggestions):
            return []
        found = [suggestion for suggestion in self.suggestions if typed in suggestion.casefold()]
        return sorted(found, key=lambda suggestion: not suggestion.casefold().startswith(typed))[:SUGGESTED]

    def _offered(self) -> StyleAndTextTuples:
        return [("class:quiet", f"  {visible(suggestion)}\n") for suggestion in self.matching()]

    def _complete(self, _: KeyPressEvent) -> None:
        matching = self.matching()
        if matching:
            self.buffer.document = Document(matching[0], len(matching[0]))


class ListBody:
    """A list to choose from: arrows move, digits jump in a short list, letters filter a long one."""

    notice = ""

    def __init__(self, prompt: Prompt, *, rows: int, width: Callable[[], int]) -> None:
        self.list = Listing(prompt)
        height = min(len(self.list.rows), max(3, rows // 3))
        control = FormattedTextControl(lambda: self.list.text(width()), focusable=True, show_cursor=False)
        self.focus = Window(control, height=Dimension(min=height), dont_extend_height=True)
        self.container: Container = self.focus
        marks = "Space marks. " if self.list.many else ""
        finds = "Letters find. " if self.list.long else ""
        self.hint = f"Arrows move. {marks}{finds}Enter confirms."
        self.keys = self._bindings()

    def value(self) -> Value:
        """Return what is chosen."""
        return self.list.value()

    def typed(self) -> str:
        """Return nothing: a list takes no words."""
        return ""

    def _bindings(self) -> KeyBindings:
        keys = KeyBindings()
        for key, step in (("up", -1), ("down", 1), ("pageup", -8), ("pagedown", 8)):
            keys.add(key)(lambda _, step=step: self.list.move(step))
        keys.add("home")(lambda _: self.list.move(-len(self.list.rows)))
        keys.add("end")(lambda _: self.list.move(len(self.list.rows)))
        keys.add("backspace")(lambda _: self.list.unfind())
        keys.add(Keys.Any)(self._typed)
        keys.add(Keys.BracketedPaste)(lambda _: None)
        return keys

    def _typed(self, event: KeyPressEvent) -> None:
        if event.data.isprintable():
            self.list.typed(event.data)


class PageBody:
    """Nothing to answer: the page says it all, and Enter goes on."""

    notice = ""

    def __init__(self, prompt: Prompt, *, columns: int) -> None:
        parts = (f"{heading}: {text}" if heading else text for heading, text in prompt.aside)
        text = "\n".join(line for part in parts for line in wrap(part, columns - 1, indent="  "))
        self.buffer = Buffer(document=Document(text, 0), read_only=True, multiline=True)
        self.focus = Window(
            BufferControl(self.buffer), wrap_lines=True, height=Dimension(min=1), always_hide_cursor=True
        )
        self.container: Container = self.focus
        self.hint = "Arrows move. Enter goes on." if text.count("\n") else "Enter goes on."
        self.keys = KeyBindings()
        for key, step in (("pageup", -15), ("pagedown", 15)):
            self.keys.add(key)(lambda _, step=step: self._move(step))

    def value(self) -> Value:
        """Return nothing."""
        return ""

    def typed(self) -> str:
        """Return nothing: a page takes no words."""
        return ""

    def _move(self, step: int) -> None:
        self.buffer.cursor_down(step) if step > 0 else self.buffer.cursor_up(-step)
