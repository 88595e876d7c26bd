"""The map of sectors: how strongly migration acts on a sector, the sector on migration, and how far it is built in."""

from collections import defaultdict
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from mainstream_cli.pictures.paper import INK, PAPER, QUIET, RULE, WIDTH, wrapped

LINE = 0.185  # inches for one sector in a cell
LEAST = 0.5  # inches for a row without sectors
MOST = 4  # steps of the extent above no mention
MARGIN = 0.62  # inches below and left of the cells


def draw_sector_map(figure: Figure, picture: dict[str, Any]) -> None:
    """Draw a grid of four by four cells with the sectors in them.

    Values are the effect of migration on the sector, that of the sector on migration (0 none to 3 high) and the extent
    of mainstreaming (0 to 4, as dots); the legend names the four strengths. A sector of which an effect is not known is not placed.
    """
    scale, cells = picture["legend"], _cells(picture["marks"])
    heights = [max(LEAST, 0.16 + LINE * max(len(cells[across, up]) for across in range(4))) for up in range(4)]
    total = sum(heights)
    figure.set_size_inches(WIDTH, total + MARGIN)
    foot = MARGIN / (total + MARGIN)
    axes = figure.add_axes((0.115, foot, 0.88, 1 - foot - 0.01))
    axes.set_xlim(0, 4)
    axes.set_ylim(0, total)
    bottom = 0.0
    for up, height in enumerate(heights):
        for across in range(4):
            _draw_cell(axes, (across, bottom, height), cells[across, up], strong=across + up >= 4)  # noqa: PLR2004
        axes.text(-0.06, bottom + height / 2, scale[up], ha="right", va="center", fontsize=7.5, color=INK)
        bottom += height
    for across in range(4):
        axes.text(across + 0.5, -0.07, scale[across], ha="center", va="top", fontsize=7.5, color=INK)
    axes.set_axis_off()
    figure.text(0.012, foot + (1 - foot) / 2, wrapped(picture["columns"][1], 40), rotation=90, va="center", fontsize=7.5, color=QUIET, ha="center")
    figure.text(0.555, foot * 0.36, picture["columns"][2], ha="center", va="center", fontsize=7.5, color=QUIET)
    figure.text(0.555, foot * 0.08, picture["unit"], ha="center", va="bottom", fontsize=6.5, color=QUIET)


def _cells(marks: list[dict[str, Any]]) -> defaultdict[tuple[int, int], list[str]]:
    cells: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for mark in marks:
        inward, outward, extent = mark["values"]
        if inward is not None and outward is not None:
            level = "" if extent is None else "●" * int(extent) + "○" * (MOST - int(extent))
            cells[int(outward), int(inward)].append(f"{wrapped(mark['label'], 23, 1)}|{level}")
    return cells


def _draw_cell(axes: Axes, place: tuple[int, float, float], sectors: list[str], *, strong: bool) -> None:
    left, bottom, height = place
    axes.add_patch(Rectangle((left, bottom), 1, height, facecolor=PAPER if strong else "white", edgecolor=RULE, lw=0.6))
    top = bottom + height - 0.14
    for row, sector in enumerate(sectors):
        name, level = sector.rsplit("|", 1)
        axes.text(left + 0.04, top - row * LINE, name, va="center", fontsize=6.2, color=INK)
        axes.text(left + 0.97, top - row * LINE, level, ha="right", va="center", fontsize=4.6, color=INK)
