"""The one way to the terminal."""

import sys

from rich.console import Console

SYMBOLS = {"error": "✗", "warning": "!", "note": "·"}
STYLES = {"error": "bold red", "warning": "yellow", "note": "dim"}


def console() -> Console:
    """Return a console for stdout; without a terminal there is no colour and a width of 100 columns."""
    return Console(file=sys.stdout, highlight=False, soft_wrap=False, width=None if sys.stdout.isatty() else 100)
