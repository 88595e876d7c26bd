"""How a prompt is laid out for who sits before it: everything that is known of it on one page."""

from collections.abc import Callable

from prompt_toolkit.application.current import get_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout import ConditionalContainer, Container, Dimension, FormattedTextControl, HSplit, Window
from prompt_toolkit.utils import get_cwidth

from mainstream_cli.language import Text, speak
from mainstream_cli.model.prompt import Prompt
from mainstream_cli.prompts.body import AnswerArea
from mainstream_cli.prompts.keys import shown_control
from mainstream_cli.prompts.lines import labelled, wrap

MANY = 1000
Styled = StyleAndTextTuples


def size() -> Size:
    """Return rows and columns of the terminal as it is now."""
    return get_app_session().output.get_size()


def columns() -> int:
    """Return the width to lay text out in."""
    return min(size().columns - 1, 100)


def full_page(prompt: Prompt, body: AnswerArea) -> Container:
    """Return the page: where we are, the question, why, the answer, what is wrong, the keys."""
    parts: list[Container] = [
        fixed(lambda: styled(prompt.place, "class:place")),
        gap(),
        fixed(lambda: styled(prompt.heading, "class:heading")),
        fixed(lambda: styled(prompt.text, "")),
        gap(),
    ]
    if prompt.kind != "page" and prompt.aside:
        parts += [shrinking(lambda: aside(prompt)), gap()]
    parts.append(body.container)
    parts.append(noted(prompt, body, lambda problem: styled(f"! {speak(problem)}", "class:problem")))
    hint = " ".join([*([f"({speak(prompt.hint)})"] if prompt.hint else []), *map(speak, body.hints)])
    parts += [
        *([filler()] if prompt.kind != "page" else []),
        fixed(lambda: styled(hint, "class:quiet")),
        fixed(lambda: keys_line(prompt)),
    ]
    return HSplit(parts)


def noted(prompt: Prompt, body: AnswerArea, laid_out: Callable[[Text], Styled]) -> Container:
    """Return what is wrong, under an empty line; nothing as long as nothing is."""
    words = HSplit([gap(), fixed(lambda: laid_out(body.notice or prompt.problem))])
    return ConditionalContainer(words, Condition(lambda: bool(body.notice or prompt.problem)))


def fixed(content: Callable[[], Styled]) -> Window:
    """Return a window exactly as high as its text."""
    return Window(FormattedTextControl(content), height=lambda: Dimension.exact(_lines(content)))


def shrinking(content: Callable[[], Styled]) -> Window:
    """Return a window that gives way where the screen is small."""

    def height() -> Dimension:
        lines = _lines(content)
        return Dimension(min=0, preferred=lines, max=lines)

    return Window(FormattedTextControl(content), height=height)


def _lines(content: Callable[[], Styled]) -> int:
    return "".join(part[1] for part in content()).count("\n")


def gap() -> Window:
    """Return one empty line."""
    return Window(height=Dimension(min=0, preferred=1, max=1))


def filler() -> Window:
    """Return empty lines, as many as there is room for."""
    return Window(height=Dimension(min=0, preferred=MANY))


def styled(text: str, style: str) -> Styled:
    """Return wrapped text, each line ended; nothing for an empty text."""
    return [(style, line + "\n") for line in wrap(speak(text), columns())] if text else []


def aside(prompt: Prompt) -> Styled:
    """Return what stands under the question: pairs of heading and text."""
    lines: Styled = []
    for heading, text in prompt.aside:
        said, label = labelled(heading, text)
        first, *rest = wrap(said, columns(), indent="  ")
        label = label if first.startswith(label) else ""
        lines += [("class:label", label), ("", first[len(label) :] + "\n")]
        lines += [("", line + "\n") for line in rest]
    return lines


def keys_line(prompt: Prompt) -> Styled:
    """Return the keys, as many on a line as fit."""
    lines, width = [""], columns()
    for key in prompt.keys:
        piece = speak(shown_control(key))
        if lines[-1] and get_cwidth(lines[-1]) + 2 + get_cwidth(piece) > width:
            lines.append("")
        lines[-1] += f"{'  ' if lines[-1] else ''}{piece}"
    return [("class:quiet", line + "\n") for line in lines]
