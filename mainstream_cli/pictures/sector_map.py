"""The map of sectors: how strongly migration acts on a sector, the sector on migration, and how far it is built in."""

from collections import defaultdict
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from mainstream_cli.pictures.paper import INK, PAPER, QUIET, RULE, WIDTH, wrapped

STEPS = 4  # none, low, medium, high; and as many dots
LINE, BETWEEN, PAD = 0.125, 0.06, 0.1  # inches: a line of a name, the space after it, the space around a cell's text
LEAST = 0.5  # inches for a row without sectors
MARGIN = 0.75  # inches below the cells
Sector = tuple[list[str], str]


def draw_sector_map(figure: Figure, picture: dict[str, Any]) -> None:
    """Draw a grid of four by four cells with the sectors in them.

    Values are the effect of migration on the sector, that of the sector on migration (0 none to 3 high) and the extent
    of mainstreaming (0 to 4, as dots); the legend names the four strengths. A sector of which an effect is not
    known is not placed.
    """
    cells = _cells(picture["marks"])
    heights = [max(LEAST, *(_height(cells[across, up]) for across in range(STEPS))) for up in range(STEPS)]
    total = sum(heights)
    figure.set_size_inches(WIDTH, total + MARGIN)
    foot = MARGIN / (total + MARGIN)
    axes = figure.add_axes((0.115, foot, 0.88, 1 - foot - 0.01))
    axes.set_xlim(0, STEPS)
    axes.set_ylim(0, total)
    axes.set_axis_off()
    for up, height in enumerate(heights):
        bottom = sum(heights[:up])
        axes.text(-0.06, bottom + height / 2, picture["legend"][up], ha="right", va="center", fontsize=7.5, color=INK)
        for across in range(STEPS):
            _draw_cell(axes, (across, bottom, height), cells[across, up], strong=across + up >= STEPS)
    for across, strength in enumerate(picture["legend"]):
        axes.text(across + 0.5, -0.07, strength, ha="center", va="top", fontsize=7.5, color=INK)
    _name_axes(figure, picture, foot)


def _cells(marks: list[dict[str, Any]]) -> defaultdict[tuple[int, int], list[Sector]]:
    cells: defaultdict[tuple[int, int], list[Sector]] = defaultdict(list)
    for mark in marks:
        inward, outward, extent = mark["numbers"]
        if inward is not None and outward is not None:
            dots = "" if extent is None else "●" * int(extent) + "○" * (STEPS - int(extent))
            cells[int(outward), int(inward)].append((wrapped(mark["label"], 27, 2).split("\n"), dots))
    return cells


def _height(sectors: list[Sector]) -> float:
    return 2 * PAD + sum(len(name) * LINE + BETWEEN for name, _ in sectors)


def _draw_cell(axes: Axes, place: tuple[int, float, float], sectors: list[Sector], *, strong: bool) -> None:
    left, bottom, height = place
    axes.add_patch(Rectangle((left, bottom), 1, height, facecolor=PAPER if strong else "white", edgecolor=RULE, lw=0.6))
    top = bottom + height - PAD
    for name, dots in sectors:
        axes.text(left + 0.03, top, "\n".join(name), va="top", fontsize=6.2, color=INK, linespacing=1.1)
        axes.text(left + 0.98, top - 0.02, dots, ha="right", va="top", fontsize=4.6, color=INK)
        top -= len(name) * LINE + BETWEEN


def _name_axes(figure: Figure, picture: dict[str, Any], foot: float) -> None:
    middle: dict[str, Any] = {"ha": "center", "va": "center", "fontsize": 7.5, "color": QUIET}
    figure.text(0.012, foot + (1 - foot) / 2, wrapped(picture["columns"][1], 40), rotation=90, **middle)
    figure.text(0.555, foot * 0.48, picture["columns"][2], **middle)
    note = wrapped(picture["unit"], 118)
    figure.text(0.555, foot * 0.03, note, ha="center", va="bottom", fontsize=6.5, color=QUIET)
