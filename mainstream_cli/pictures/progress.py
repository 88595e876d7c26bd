"""Progress by stage: a bar for what is asked, filled as far as it is answered."""

from typing import Any

from matplotlib.figure import Figure

from mainstream_cli.pictures.paper import INK, QUIET, SERIES, WIDTH, numbers, wrapped


def draw_progress(figure: Figure, picture: dict[str, Any]) -> None:
    """Draw one bar for each stage; values are answered and asked, words say them and who signed."""
    marks = picture["marks"][::-1]
    figure.set_size_inches(WIDTH, 0.45 + 0.27 * len(marks))
    axes = figure.add_axes((0.31, 0.02, 0.38, 0.96))
    for place, mark in enumerate(marks):
        answered, asked = numbers(mark["numbers"])
        share = answered / asked if asked else 0
        axes.barh(place, 1, color="white", edgecolor=QUIET, lw=0.6, height=0.62)
        axes.barh(place, share, color=SERIES[0], height=0.62)
        axes.text(-0.02, place, wrapped(mark["label"], 36, 1), ha="right", va="center", fontsize=7.5, color=INK)
        said = wrapped("; ".join(filter(None, mark["words"])), 40, 1)
        axes.text(1.02, place, said, va="center", fontsize=7, color=INK)
    axes.set_xlim(0, 1)
    axes.set_ylim(-0.6, len(marks) - 0.4)
    axes.set_axis_off()
