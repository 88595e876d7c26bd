"""What the pictures have in common: width, ink, and words that fit. No meaning is carried by colour alone."""

import textwrap
from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure

WIDTH = 6.7  # inches, the text width of a portrait page
INK, QUIET, RULE, PAPER = "#1f2a35", "#56626e", "#c3ccd4", "#f3f6f8"
SERIES = ("#1b5e8c", "#c46a1b", "#4d7d3a", "#7a4b8f", "#8a6d1d", "#5b6b7a")
HATCHES = ("", "///", "...", "xx", "--", "\\\\")
DASHES = ("-", "--", "-.", ":")
POINTS = ("o", "s", "^", "D", "v", "P")


def wrapped(text: str, width: int, lines: int = 9) -> str:
    """Break *text* into lines of *width* characters; what does not fit ends in an ellipsis: the table has it whole."""
    return "\n".join(textwrap.wrap(text, width, max_lines=lines, placeholder="…", break_on_hyphens=False))


def blank(figure: Figure, height: float) -> Axes:
    """Size the figure to *height* inches and return axes that fill it, without lines, from 0 to 1 both ways."""
    figure.set_size_inches(WIDTH, height)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    return axes


def numbers(values: Sequence[str | None]) -> list[float]:
    """Turn the values of a mark into numbers to draw; what is not known is drawn as nothing."""
    return [0.0 if value is None else float(value) for value in values]
