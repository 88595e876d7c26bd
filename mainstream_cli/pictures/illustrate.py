"""Puts the drawn picture beside its data, wherever a document has one."""

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.util import find_spec
from typing import Any

from mainstream_cli.pictures.painter import NEEDED, Drawing, painter


def available() -> bool:
    """Tell whether pictures can be drawn: the extra ``charts`` is installed."""
    return find_spec("matplotlib") is not None


def illustrated(data: Any, variables: Mapping[str, str]) -> tuple[Any, list[str]]:
    """Return the data of a document with every picture that has marks drawn: a PNG in ``image``, in base 64.

    A picture that cannot be drawn stays as it is, and the document prints its table; the reasons are returned beside
    the data. Without the extra all stay as they are, without a word. Of the environment *variables* only those count
    without which Python does not start.
    """
    reasons: set[str] = set()
    start = tuple((name, variables[name]) for name in NEEDED if name in variables)
    return (_drawn(data, start, reasons) if available() else data), sorted(reasons)


def _drawn(data: Any, start: tuple[tuple[str, str], ...], reasons: set[str]) -> Any:
    if isinstance(data, list):
        return [_drawn(each, start, reasons) for each in data]
    if not isinstance(data, dict):
        return data
    if "picture" in data and data.get("marks"):
        drawing = _drawing(json.dumps(data, sort_keys=True), start)
        reasons.update(drawing.reasons)
        return {**data, "image": drawing.image}
    return {name: _drawn(value, start, reasons) for name, value in data.items()}


@lru_cache(maxsize=32)
def _drawing(picture: str, start: tuple[tuple[str, str], ...]) -> Drawing:
    """Draw a picture once, however many documents show it."""
    return painter(start).draw(picture)
