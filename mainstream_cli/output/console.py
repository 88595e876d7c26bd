"""The way to the terminal for what has colours and columns; the writer's rules hold for it."""

import sys
from typing import IO, Any, cast

from rich.console import Console
from rich.markup import escape
from rich.text import Text

from mainstream_cli.language import speak
from mainstream_cli.model.visible import paired, visible

SYMBOLS = {"error": "✗", "warning": "!", "note": "·"}
STYLES = {"error": "bold red", "warning": "yellow", "note": "dim"}


class _Console(Console):
    """Shows every sign of a file that a screen must not follow, and leaves a closed pipe to ``cli``."""

    def render_str(self, text: str, **options: Any) -> Text:
        """Take *text* with a visible mark for each such sign."""
        return super().render_str(visible(speak(text)), **options)

    def on_broken_pipe(self) -> None:
        """Go on raising: rich would end the process with code 1."""
        raise BrokenPipeError


class _Lines:
    """A stream that looks once more at each line as it was laid out: a wrapped text may be parted from its partner."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        return self._stream.write(paired(text))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def shown(text: str) -> str:
    """Return a text in the language that is spoken, to stand in a line with markup."""
    return escape(speak(text))


def console(stream: IO[str] | None = None) -> Console:
    """Return a console for *stream*, by default stdout; without a terminal there is no colour and 100 columns."""
    to = stream or sys.stdout
    width = None if to.isatty() else 100
    return _Console(file=cast(IO[str], _Lines(to)), highlight=False, soft_wrap=False, width=width, emoji=False)
