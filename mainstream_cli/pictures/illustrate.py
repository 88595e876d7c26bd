"""Puts the drawn picture beside its data, wherever a document has one."""

import base64
import json
from functools import lru_cache
from importlib.util import find_spec
from typing import Any


def available() -> bool:
    """Tell whether pictures can be drawn: the extra ``charts`` is installed."""
    return find_spec("matplotlib") is not None


def illustrated(data: Any) -> Any:
    """Return the data of a document with every picture that has marks drawn: a PNG in ``image``, in base 64.

    Without the extra the data stays as it is, and the document prints tables.
    """
    return _drawn(data) if available() else data


def _drawn(data: Any) -> Any:
    if isinstance(data, list):
        return [_drawn(each) for each in data]
    if not isinstance(data, dict):
        return data
    if "picture" in data and data.get("marks"):
        return {**data, "image": _image(json.dumps(data, sort_keys=True))}
    return {name: _drawn(value) for name, value in data.items()}


@lru_cache(maxsize=32)
def _image(picture: str) -> str:
    """Draw a picture once, however many documents show it."""
    from mainstream_cli.pictures.draw import draw

    return base64.b64encode(draw(json.loads(picture))).decode("ascii")
