"""The engine: from the annotation of a field and what stands there to what it can mean in that field.

A mark on the annotation that has a method ``readings`` knows its own type; the outermost such mark decides.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mainstream_cli.model.readings.amounts import Around
from mainstream_cli.model.readings.words import Names
from mainstream_cli.model.shapes import base_of, is_text, item_of, marks_on

LONGEST = 2000


@dataclass(frozen=True)
class Context:
    """What readings depend on: the closed lists, the entries that can be named, and what stands around a number."""

    vocabulary: Mapping[str, Any] = field(default_factory=dict)
    names: Names | None = None
    around: Around = field(default_factory=Around)


def meanings(annotation: Any, found: object, context: Context) -> list[Any]:
    """Return the values of a field that *found* can mean, as a file has them; the first is as good as the others."""
    if not isinstance(found, str | int) or len(str(found)) > LONGEST:
        return []
    if item_of(annotation) is not None:
        return [] if isinstance(found, bool) else _lists(item_of(annotation), str(found), context)
    if is_text(annotation) and isinstance(found, bool):
        return [str(found).lower()]
    return [] if isinstance(found, bool) else _single(annotation, str(found), context)


def _single(annotation: Any, text: str, context: Context) -> list[Any]:
    for mark in reversed(list(marks_on(annotation))):
        if hasattr(mark, "readings"):
            found: list[Any] = mark.readings(text, context)
            return found
    return [text] if is_text(annotation) else []


def _lists(item: Any, text: str, context: Context) -> list[list[Any]]:
    """Return the lists that a text can mean; what may hold commas itself is cut only where every part is known."""
    if not isinstance(base_of(item), type) or not text.strip():
        return []
    whole = [[value] for value in _single(item, text.strip(), context)]
    free = is_text(item)
    parts = _cut(r"[;,\n]", item, text, context, strict=free) or _cut(
        r"[;,\n]|\band\b", item, text, context, strict=True
    )
    alone = [[text.strip()]] if free and not re.search(r"[;,\n]", text) else []
    return whole or parts or alone


def _cut(pattern: str, item: Any, text: str, context: Context, *, strict: bool) -> list[list[Any]]:
    """Return the one list of the parts of a text; unless *strict*, a part that is not known stays as it is."""
    parts = [part.strip() for part in re.split(pattern, text) if part.strip()]
    found = [_single(item, part, context) for part in parts]
    known = [len(values) for values in found]
    if 1 not in known or max(known) > 1 or (strict and 0 in known):
        return []
    said = (values[0] if values else part for values, part in zip(found, parts, strict=True))
    return [list(dict.fromkeys(said))]
