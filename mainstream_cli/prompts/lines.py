"""Text laid out in lines that fit, counted in columns: wide and combining characters included."""

from collections.abc import Iterator

from prompt_toolkit.utils import get_cwidth

from mainstream_cli.language import say, speak
from mainstream_cli.model.visible import visible


def wrap(text: str, width: int, indent: str = "") -> list[str]:
    """Break *text* into lines of at most *width* columns; lines after the first of a paragraph begin with *indent*."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_wrapped(paragraph, max(width, 10), indent))
    return [visible(line) for line in lines]


def _wrapped(paragraph: str, width: int, indent: str) -> Iterator[str]:
    line, empty = "", True
    for word in _pieces(paragraph, width - len(indent)):
        if not empty and get_cwidth(line) + 1 + get_cwidth(word) > width:
            yield line
            line, empty = indent, True
        line += word if empty else f" {word}"
        empty = False
    yield line


def _pieces(paragraph: str, width: int) -> Iterator[str]:
    """Yield the words; a word that is longer than a line comes in parts."""
    for word in paragraph.split():
        part = ""
        for character in word:
            if get_cwidth(part + character) > width:
                yield part
                part = ""
            part += character
        yield part


def labelled(heading: str, text: str) -> tuple[str, str]:
    """Return a text behind its heading in the language that is spoken, and the heading as it stands there."""
    label = speak(say("{heading}:", heading=heading)) if heading else ""
    return f"{label} {speak(text)}".strip(), label


def centred(lines: list[str], columns: int) -> list[str]:
    """Return *lines* moved to the middle of the screen as one block."""
    widest = max((get_cwidth(line) for line in lines), default=0)
    margin = " " * max(0, (columns - widest) // 2)
    return [margin + line for line in lines]
