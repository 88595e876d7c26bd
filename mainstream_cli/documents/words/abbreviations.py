"""The short forms of a document: those of stakeholders and of the frameworks it prints."""

import re
from collections.abc import Iterator
from typing import Any

from mainstream_cli.documents.contexts.shared import Abbreviation
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.model.record import Record
from mainstream_cli.model.reference import Crosswalk

FIELD = "abbreviations"


def abbreviations(scribe: Scribe, *frameworks: Crosswalk) -> tuple[Abbreviation, ...]:
    """Return the abbreviations in alphabetical order."""
    pairs = [
        (actor.abbreviation, actor.title)
        for actor in scribe.project.entries("stakeholders").values()
        if actor.abbreviation
    ]
    pairs += [(each.short, each.title) for each in frameworks]
    return tuple(Abbreviation(short=short, long=long) for short, long in sorted(set(pairs)))


def with_used_only(document: Record) -> Record:
    """Return the document with the short forms that stand in its texts; one that nobody reads needs no line."""
    listed: tuple[Abbreviation, ...] = getattr(document, FIELD, ())
    if not listed:
        return document
    longest_first = sorted({each.short for each in listed}, key=len, reverse=True)
    form = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    used = {found for text in _texts(document) for found in form.findall(text)}
    return document.model_copy(update={FIELD: tuple(each for each in listed if each.short in used)})


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Record):
        for name, value in data:
            if name != FIELD:
                yield from _texts(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _texts(value)
