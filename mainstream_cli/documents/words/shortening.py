"""Shortens texts for documents with few pages; what is left out is said, with where it stands."""

import re
from collections.abc import Sequence

LEFT_OUT = "[…]"
_SENTENCE_END = re.compile(r"[.!?](?=\s)")


def shortened(text: str, room: int) -> str:
    """Return *text* on one line, whole where it has at most *room* characters, else its first sentences and a mark.

    The document says once what the mark means and where the whole text stands.
    """
    flat = " ".join(text.split())
    if len(flat) <= room:
        return flat
    ends = [found.end() for found in _SENTENCE_END.finditer(flat, 0, room)]
    cut = ends[-1] if ends and ends[-1] > room // 3 else max(flat.rfind(" ", 0, room), 0) or room
    return f"{flat[:cut].rstrip()} {LEFT_OUT}"


def first(items: Sequence[str], room: int, rest: str) -> tuple[str, ...]:
    """Return at most *room* items; *rest* has a place for the number of those left out, and ends the list."""
    left_out = len(items) - room
    return tuple(items) if left_out <= 0 else (*items[:room], rest.format(left_out))
