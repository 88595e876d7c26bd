"""Financing: one bar for each source of money, by how sure it is, and the gap that is left."""

from typing import Any

from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from mainstream_cli.pictures.paper import HATCHES, INK, QUIET, RULE, SERIES, WIDTH, numbers, wrapped

COLOURS = (SERIES[0], "#7fa8c9", "#d5e2ec", "white")


def draw_financing(figure: Figure, picture: dict[str, Any]) -> None:
    """Draw stacked bars; the values of a mark are amounts in the order of the legend."""
    marks = picture["marks"][::-1]
    height = 0.85 + 0.34 * len(marks)
    figure.set_size_inches(WIDTH, height)
    axes = figure.add_axes((0.33, 0.42 / height, 0.63, 1 - 0.8 / height))
    for number, name in enumerate(picture["legend"]):
        widths = [numbers(mark["numbers"])[number] for mark in marks]
        starts = [sum(numbers(mark["numbers"])[:number]) for mark in marks]
        axes.barh(
            range(len(marks)), widths, left=starts, height=0.6, label=name,
            color=COLOURS[number % 4], edgecolor=INK, lw=0.5, hatch=HATCHES[number % 4] if number else "",
        )  # fmt: skip
    axes.set_yticks(range(len(marks)), [wrapped(mark["label"], 34, 2) for mark in marks], fontsize=7, color=INK)
    axes.tick_params(axis="y", length=0)
    axes.tick_params(axis="x", labelsize=7, colors=QUIET)
    axes.xaxis.set_major_formatter(FuncFormatter(lambda amount, _: f"{amount:,.0f}"))
    axes.xaxis.set_major_locator(_few_ticks())
    axes.grid(axis="x", color=RULE, lw=0.4)
    axes.set_axisbelow(True)
    axes.set_xlabel(picture["unit"], fontsize=7, color=QUIET)
    figure.legend(loc="upper center", ncols=len(picture["legend"]), fontsize=7, frameon=False)


def _few_ticks() -> Any:
    from matplotlib.ticker import MaxNLocator

    return MaxNLocator(nbins=5)
