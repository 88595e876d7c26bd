"""The one way to the terminal."""

import sys
from typing import Any

from rich.console import Console
from rich.text import Text

from mainstream_cli.output.problem import CONTROL

SYMBOLS = {"error": "✗", "warning": "!", "note": "·"}
STYLES = {"error": "bold red", "warning": "yellow", "note": "dim"}


class _Console(Console):
    """Shows no control character of a file, which could rewrite the screen, and leaves a closed pipe to ``cli``."""

    def render_str(self, text: str, **options: Any) -> Text:
        """Take *text* with a visible mark for each control character."""
        return super().render_str(CONTROL.sub("\ufffd", text), **options)

    def on_broken_pipe(self) -> None:
        """Go on raising: rich would end the process with code 1."""
        raise BrokenPipeError


def console() -> Console:
    """Return a console for stdout; without a terminal there is no colour and a width of 100 columns."""
    width = None if sys.stdout.isatty() else 100
    return _Console(file=sys.stdout, highlight=False, soft_wrap=False, width=width, emoji=False)
