"""The text of ``demo``: a minute of reading, as plain lines that fit into 80 columns."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from mainstream_cli.language import speak

WIDTH = 78


def headed(title: str, lines: Iterable[str]) -> str:
    """Return lines under a heading, with an empty line before it."""
    return "\n".join(["", speak(title), *lines])


def paragraphs(texts: Iterable[str], indent: str = "") -> Iterator[str]:
    """Yield the lines of each text."""
    for text in texts:
        yield from wrap(speak(text), WIDTH, initial_indent=indent, subsequent_indent=indent)


def points(texts: Iterable[str], mark: str = "-") -> Iterator[str]:
    """Yield each text as a point, its further lines indented."""
    for text in texts:
        yield from wrap(f"{mark} {speak(text)}", WIDTH, initial_indent="  ", subsequent_indent="    ")


def described(rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield names with what they are for, in two columns."""
    width = max(len(name) for name, _ in rows) + 2
    for name, words in rows:
        yield from wrap(speak(words), WIDTH, initial_indent=f"  {name:{width}}", subsequent_indent=" " * (width + 2))


def quoted(number: int, title: str, says: str, why: str) -> Iterator[str]:
    """Yield one change for the worse, what the check said, and why it matters."""
    yield from points([title], f"{number}.")
    yield from wrap(speak(says), WIDTH, initial_indent="     ", subsequent_indent="          ")
    yield from paragraphs([why], "     ")
