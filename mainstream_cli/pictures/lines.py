"""Figures over time: one line for each edition of a source, since editions are not one trend."""

from typing import Any

from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from mainstream_cli.pictures.paper import DASHES, INK, POINTS, QUIET, RULE, SERIES, WIDTH, wrapped

ROW = 0.17  # inches for a line of the legend


def draw_lines(figure: Figure, picture: dict[str, Any]) -> None:
    """Draw points joined by lines; a mark is one point: label the edition, values the year and the value."""
    series: dict[str, list[tuple[float, float]]] = {}
    for mark in picture["marks"]:
        series.setdefault(mark["label"], []).append((float(mark["numbers"][0]), float(mark["numbers"][1])))
    foot = 0.5 + ROW * len(series)
    height = foot + 1.9
    figure.set_size_inches(WIDTH, height)
    axes = figure.add_axes((0.17, foot / height, 0.8, 1 - (foot + 0.15) / height))
    for number, (name, points) in enumerate(series.items()):
        years, values = zip(*sorted(points), strict=True)
        look: dict[str, Any] = {
            "color": SERIES[number % 6],
            "linestyle": DASHES[number % 4],
            "marker": POINTS[number % 6],
        }
        axes.plot(years, values, label=wrapped(name, 90, 1), lw=1.4, markersize=4, clip_on=False, **look)
    axes.xaxis.set_major_locator(MaxNLocator(nbins=8, integer=True))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda year, _: f"{year:.0f}"))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.10g}"))
    axes.set_ylim(bottom=0) if all(value >= 0 for points in series.values() for _, value in points) else None
    axes.tick_params(labelsize=7, colors=QUIET)
    axes.grid(axis="y", color=RULE, lw=0.4)
    axes.set_ylabel(wrapped(picture["unit"], 30, 2), fontsize=7, color=INK)
    figure.legend(loc="lower left", bbox_to_anchor=(0.15, 0.0), fontsize=7, frameon=False)
