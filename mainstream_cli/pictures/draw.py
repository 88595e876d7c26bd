"""From the data of a picture to a PNG: the same data gives the same bytes on the same machine."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from mainstream_cli.pictures.board import draw_board
from mainstream_cli.pictures.financing import draw_financing
from mainstream_cli.pictures.fonts import families
from mainstream_cli.pictures.lines import draw_lines
from mainstream_cli.pictures.progress import draw_progress
from mainstream_cli.pictures.sector_map import draw_sector_map

DOTS_PER_INCH = 200
STYLE = {
    "font.size": 8,
    "text.parse_math": False,  # a dollar sign is money
    "axes.spines.top": False,
    "axes.spines.right": False,
}
DRAWN_BY: dict[str, Callable[[Figure, dict[str, Any]], None]] = {
    "board": draw_board,
    "progress": draw_progress,
    "sector_map": draw_sector_map,
    "financing": draw_financing,
    "lines": draw_lines,
}


def draw(picture: dict[str, Any]) -> bytes:
    """Draw a picture, given as a ``Picture`` dumps it, on white; width 160 mm, height as its marks need."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update({**STYLE, "font.family": list(families())})
        figure = Figure(dpi=DOTS_PER_INCH, facecolor="white")
        FigureCanvasAgg(figure)
        DRAWN_BY[picture["picture"]](figure, picture)
        drawn = BytesIO()
        figure.savefig(drawn, format="png", metadata={"Software": None})
        return drawn.getvalue()
