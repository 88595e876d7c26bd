"""Where a text, a yes or no, or one of a few is given: the questions of questionary, its home. Their page is ours.

The widgets, their keys and what they return are questionary's; the page around them, and the keys that every prompt
has, are added in ``screen``.
"""

from collections.abc import Callable
from functools import partial
from itertools import islice

from prompt_toolkit.application import Application
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Always, Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Container, Dimension, FormattedTextControl, HSplit, Window
from prompt_toolkit.layout.containers import ConditionalContainer
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from questionary import Choice, checkbox, select, text
from questionary.prompts import confirm
from questionary.prompts.common import InquirerControl

from mainstream_cli.language import Text, label, say, speak
from mainstream_cli.model.prompt import NO_WORDS, Prompt, Value
from mainstream_cli.model.visible import visible
from mainstream_cli.prompts.listing import MARGIN, Choosing, lines

SUGGESTED = 6
ENTER = say("Enter confirms.")
ARROWS = say("Arrows move.")
MARKS = say("Space marks.")
TAB = say("Tab completes.")
YES_OR_NO = say("y or n chooses.")
NO_ANSWERS = (Keys.BracketedPaste, "a", "i")  # these would mark rows that nobody looked at


class Visible(Processor):
    """Shows what is typed as any other text is shown; what is kept is what was typed."""

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """Return the signs of one line, mark for sign, so that the cursor stays where it is."""
        parts = transformation_input.fragments
        signs = iter(visible("".join(part[1] for part in parts)))
        return Transformation([(style, "".join(islice(signs, len(shown)))) for style, shown, *_ in parts])


class TextAnswer:
    """A line that grows; Alt-Enter begins a new line, Tab takes the first suggestion."""

    notice = NO_WORDS

    def __init__(self, prompt: Prompt) -> None:
        default = prompt.default if isinstance(prompt.default, str) else ", ".join(prompt.default)
        self.suggestions = prompt.suggestions
        asked = text(">", default, qmark="", multiline=True, instruction="", input_processors=[Visible()])
        self.app = asked.application
        self.buffer, self.focus = self.app.current_buffer, self.app.layout.current_window
        self.focus.height, self.focus.dont_extend_height = Dimension(min=2, max=10), Always()
        suggestions = Window(FormattedTextControl(self._suggestions), dont_extend_height=True)
        shown = Condition(lambda: bool(self.matching()))
        self.container: Container = HSplit([self.app.layout.container, ConditionalContainer(suggestions, shown)])
        self.hints: tuple[Text, ...] = (ENTER, TAB) if prompt.suggestions else (ENTER,)
        self.keys = KeyBindings()
        self.keys.add("escape", "enter")(lambda _: self.buffer.insert_text("\n"))
        self.keys.add("tab")(self._complete)
        for key in ("c-r", "c-s", "c-o"):
            self.keys.add(key, eager=True)(lambda _: None)  # there is no history to search or to go on in

    def value(self, _: object) -> Value:
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

    def _suggestions(self) -> StyleAndTextTuples:
        return [("class:quiet", f"{MARGIN}{visible(suggestion)}\n") for suggestion in self.matching()]

    def _complete(self, _: KeyPressEvent) -> None:
        matching = self.matching()
        if matching:
            self.buffer.document = Document(matching[0], len(matching[0]))


class YesOrNo:
    """Two ways to go on, the first of which is yes: their letters and their numbers choose."""

    notice = NO_WORDS
    hints: tuple[Text, ...] = (YES_OR_NO, ENTER)

    def __init__(self, prompt: Prompt, *, width: Callable[[], int]) -> None:
        self.options, self.width = prompt.options, width
        yes = prompt.default == prompt.options[0].id
        vars(confirm).update(YES=speak(label("answer", "Yes")), NO=speak(label("answer", "No")))  # it has no other way
        likely = speak(say("(Y/n)") if yes else say("(y/N)"))
        self.app = confirm.confirm(">", yes, qmark="", auto_enter=False, instruction=f"{likely} ").application
        self.focus = self.app.layout.current_window
        self.focus.height, self.focus.dont_extend_height = Dimension(min=1), Always()
        options = Window(FormattedTextControl(self._options), dont_extend_height=True)
        self.container: Container = HSplit([options, Window(height=1), self.app.layout.container])
        self.keys = KeyBindings()
        self.keys.add(Keys.BracketedPaste)(lambda _: None)
        for key, letter in (("y", label("letter", "y")), ("n", label("letter", "n")), ("y", "1"), ("n", "2")):
            said = speak(letter)
            if len(said) == 1 and said != key:  # those of English are there already
                self.keys.add(said)(partial(_press, key))

    def value(self, result: object) -> Value:
        """Return which of the two it was."""
        return self.options[0 if result else 1].id

    def typed(self) -> str:
        """Return nothing: yes and no take no words."""
        return ""

    def _options(self) -> StyleAndTextTuples:
        parts: StyleAndTextTuples = []
        for number, option in enumerate(self.options, 1):
            parts += [("", MARGIN), *lines(f"{number}. ", option.label, self.width()), ("", "\n")]
        return parts[:-1]


class FewChoices:
    """Up to nine things to choose from: arrows move, digits jump."""

    notice = NO_WORDS

    def __init__(self, prompt: Prompt, *, rows: int, width: Callable[[], int]) -> None:
        self.choosing, self.width = Choosing(prompt), width
        choices = [Choice(row.id, row.id, checked=row.id in self.choosing.marked) for row in self.choosing.rows]
        asked = checkbox if self.choosing.many else select
        self.app: Application[object] = asked(">", choices, pointer=">", use_jk_keys=False).application
        self.app.before_render += self._draw
        controls = self.app.layout.find_all_controls()
        self.list = next(control for control in controls if isinstance(control, InquirerControl))
        self.list.pointed_at, self.list.use_indicator = self.choosing.at, False
        self.list.focusable, self.list.show_cursor = Always(), False
        height = min(len(choices), max(3, rows // 3))
        self.focus = Window(self.list, height=Dimension(min=height), dont_extend_height=True)
        self.container: Container = self.focus
        self.hints: tuple[Text, ...] = (ARROWS, MARKS, ENTER) if self.choosing.many else (ARROWS, ENTER)
        self.keys = KeyBindings()
        for key in NO_ANSWERS:
            self.keys.add(key, eager=True)(lambda _: None)
        last = len(choices) - 1
        for key, at in (("home", 0), ("pageup", 0), ("end", last), ("pagedown", last)):
            self.keys.add(key)(partial(self._point, at))
        for at, row in enumerate(self.choosing.rows):
            if row.id:
                self.keys.add(self.choosing.number(row), eager=True)(partial(self._jump, at))

    def value(self, _: object) -> Value:
        """Return what is chosen."""
        return self.choosing.value(self.choosing.rows[self.list.pointed_at], self.list.selected_options)

    def typed(self) -> str:
        """Return nothing: a list takes no words."""
        return ""

    def _point(self, at: int, _: KeyPressEvent) -> None:
        self.list.pointed_at = at

    def _jump(self, at: int, event: KeyPressEvent) -> None:
        self._point(at, event)
        if self.choosing.many:
            _press(" ", event)

    def _draw(self, _: object) -> None:
        """Lay the rows out anew in the columns that there are now: questionary cuts what is longer than a line."""
        for at, (row, choice) in enumerate(zip(self.choosing.rows, self.list.choices, strict=True)):
            front = self.choosing.mark(row, self.list.selected_options)
            front += f"{self.choosing.number(row)}. " if row.id else ""
            style = "class:chosen" if at == self.list.pointed_at else ""
            choice.title = lines(front, row.label, self.width(), style)


def _press(key: str, event: KeyPressEvent) -> None:
    event.key_processor.feed(KeyPress(key), first=True)
