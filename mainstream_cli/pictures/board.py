"""The board of conditions: one tile each, with its code, name and status in a sign and in words."""

from math import ceil
from typing import Any

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from mainstream_cli.pictures.paper import INK, blank, wrapped

COLUMNS, TILE, GAP = 4, 0.66, 0.012
LOOKS = {3: ("#d9ead3", "✔"), 2: ("#fff2cc", "◐"), 1: ("#f4cccc", "✘"), 0: ("#eceff1", "?"), 4: ("#fff2cc", "…")}


def draw_board(figure: Figure, picture: dict[str, Any]) -> None:
    """Draw the tiles in order, row by row; a value is 3 secured, 2 partly, 1 not, 0 not assessed, 4 said to be."""
    rows = ceil(len(picture["marks"]) / COLUMNS)
    axes = blank(figure, rows * TILE)
    wide, high = 1 / COLUMNS, 1 / rows
    for place, mark in enumerate(picture["marks"]):
        left, bottom = (place % COLUMNS) * wide, 1 - (place // COLUMNS + 1) * high
        colour, sign = LOOKS[int(mark["numbers"][0])]
        corner, edge = (left + GAP / 2, bottom + high * 0.05), left + GAP + 0.004
        axes.add_patch(Rectangle(corner, wide - GAP, high * 0.9, facecolor=colour, edgecolor=INK, lw=0.5))
        name = wrapped(mark["label"], 33, 2)
        said, seen = mark["words"]
        room = 2 if "\n" in name else 3
        status = wrapped(f"{sign} {said}", 34, room)
        seen = wrapped(seen, 36, room - status.count("\n") - 1) if seen else ""
        status = f"{status}\n{seen}".strip()
        axes.text(edge, bottom + high * 0.87, name, va="top", fontsize=7, weight="bold", color=INK)
        axes.text(edge, bottom + high * 0.13, status, va="bottom", fontsize=6.5, color=INK)
