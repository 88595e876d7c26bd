"""Read a project file strictly: plain data, with the place of every value, or one problem in plain words.

Numbers are whole numbers, ``true``, ``false`` and null are themselves, and everything else is text: 1.10, 012,
2024-01-01 and 12:30 stay as they were typed. What could surprise (aliases, tags, duplicate keys) is refused.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

from yaml import YAMLError
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from mainstream_cli.language import count, say, several
from mainstream_cli.yamlfile.decode import check_size, read_text
from mainstream_cli.yamlfile.document import Document
from mainstream_cli.yamlfile.events import MAX_DEPTH, MAX_NODES, events
from mainstream_cli.yamlfile.layout import TextPlace, layout
from mainstream_cli.yamlfile.problem import YamlProblem, problem_at, shorthand
from mainstream_cli.yamlfile.scalars import INTEGER
from mainstream_cli.yamlfile.syntax import explain

_MEANING: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
_BOOLEAN_WORDS = ("y", "n", "yes", "no", "on", "off", "true", "false")
_MARKED = frozenset(
    "".join(letters) for word in _BOOLEAN_WORDS for letters in product(*zip(word, word.upper(), strict=True))
)
_SPECIAL = _MARKED | _MEANING.keys()
_OURS = re.compile(r"^<<<<<<<(?: .*)?\r?$", re.MULTILINE)
_THEIRS = re.compile(r"^>>>>>>>(?: .*)?\r?$", re.MULTILINE)


def read(path: Path, folder: Path | None = None) -> Document:
    """Read the file at *path*, which with *folder* must lie inside it; raise YamlProblem (F01 to F07)."""
    return parse(read_text(path, folder), path)


def parse(text: str, name: Path | str = "") -> Document:
    """Read *text*, which came from *name*; raise YamlProblem (F01 to F07)."""
    text = text.removeprefix("\ufeff")
    check_size(len(text))
    _refuse_conflict(text)
    try:
        walk = _Walk(text)
        data = walk.document()
    except (YAMLError, UnicodeEncodeError) as error:
        raise explain(text, error) from None
    if "\ufeff" in text:
        raise explain(text, None)
    return Document(data, text, str(name), tuple(walk.words))


def _refuse_conflict(text: str) -> None:
    """Look for what git leaves in a file after a merge that it could not finish; raise YamlProblem F06."""
    begin = _OURS.search(text)
    ends = list(_THEIRS.finditer(text, begin.end())) if begin else []  # each line is looked at once: a file may be huge
    if begin and ends:
        first, last = (text.count("\n", 0, at) + 1 for at in (begin.start(), ends[-1].end()))
        message = say(
            "Git could not merge two versions here: both stand between line {first} and line {last}.",
            first=first,
            last=last,
        )
        action = say(
            "Keep the version that is right (or both), delete the lines {marks}, and save.",
            marks=several(("<<<<<<<", "=======", ">>>>>>>")),
        )
        raise YamlProblem("F06", message, first, 1, action=action)


class _Walk:
    """One walk over the events. It recurses, but never deeper than MAX_DEPTH."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.events = events(text)
        self.words: list[tuple[TextPlace, str]] = []
        self.depth = 0

    def document(self) -> Any:
        try:
            next(self.events)
            if type(next(self.events)) is StreamEndEvent:
                return None
            data = self.value(next(self.events))
            next(self.events)
            after = next(self.events)
        except StopIteration:
            raise _too_many() from None
        if type(after) is not StreamEndEvent:
            message = say("A line --- begins a second document; a file of a project holds one.")
            action = say("Delete the line ---, or move what follows elsewhere.")
            raise problem_at(after.start_mark, "F07", message, action)
        return data

    def value(self, event: Any) -> Any:
        if type(event) is not ScalarEvent:
            return self.collection(event)
        if event.anchor is not None or event.tag is not None:
            raise _shorthand(event)
        text = event.value
        if event.implicit[0]:  # neither quoted nor a text block
            if text in _SPECIAL:
                return self.special(event)
            if text[0] in "-0123456789" and INTEGER.fullmatch(text):
                return int(text)
        return text

    def special(self, event: Any) -> Any:
        if event.value in _MARKED:
            place = TextPlace(event.start_mark.line + 1, event.start_mark.column + 1)
            self.words.append((place, event.value))
        return _MEANING.get(event.value, event.value)

    def collection(self, event: Any) -> Any:
        if type(event) is AliasEvent or event.anchor is not None or event.tag is not None:
            raise _shorthand(event)
        self.depth += 1
        if self.depth > MAX_DEPTH:
            message = count(
                "The content is nested more than {n} level deep.",
                "The content is nested more than {n} levels deep.",
                n=MAX_DEPTH,
            )
            action = say("Check the indentation, or write it with fewer levels.")
            raise problem_at(event.start_mark, "F05", message, action)
        data = self.mapping() if type(event) is MappingStartEvent else self.sequence()
        self.depth -= 1
        return data

    def mapping(self) -> dict[str, Any]:
        data: dict[str, Any] = {}
        events, value = self.events, self.value
        for event in events:
            if type(event) is not ScalarEvent:
                if type(event) is MappingEndEvent:
                    return data
                raise _bad_key(event)
            key = event.value
            if key in data:
                layout(self.text)  # raises the problem with both lines, which a fast walk does not keep
            if event.anchor is not None or event.tag is not None or (key == "<<" and event.implicit[0]):
                raise _shorthand(event)
            data[key] = value(next(events))
        raise _too_many()

    def sequence(self) -> list[Any]:
        data: list[Any] = []
        for event in self.events:
            if type(event) is SequenceEndEvent:
                return data
            data.append(self.value(event))
        raise _too_many()


def end_of_first(text: str) -> int | None:
    """Return the line, from 0, after the value of the first key of *text*, None where it cannot be read."""
    walk = _Walk(text)
    try:
        opening = [next(walk.events) for _ in range(3)][-1]  # of the stream, of the document, of its content
        if type(opening) is MappingStartEvent and type(next(walk.events)) is ScalarEvent:
            walk.value(next(walk.events))
            return int(next(walk.events).start_mark.line)
    except (YAMLError, YamlProblem, UnicodeEncodeError, StopIteration):
        pass
    return None


def _too_many() -> YamlProblem:
    message = count(
        "The file holds more than {most} value, far more than any file of a project.",
        "The file holds more than {most} values, far more than any file of a project.",
        n=MAX_NODES,
        most=Decimal(MAX_NODES),
    )
    return YamlProblem("F05", message, action=say("Check whether it is the right file, or split it."))


def _shorthand(event: Any) -> YamlProblem:
    if type(event) is AliasEvent:
        return shorthand(event.start_mark, "alias")
    if event.anchor is not None:
        return shorthand(event.start_mark, "anchor")
    if event.tag is not None:
        return shorthand(event.start_mark, "tag")
    message = say("The key << copies another part of the file into this one (a merge key).")
    return problem_at(event.start_mark, "F04", message, say("Write the content out in full."))


def _bad_key(event: Any) -> YamlProblem:
    if type(event) not in (MappingStartEvent, SequenceStartEvent):
        return _shorthand(event)
    message = say("Here begins a list or a group of keys where the name of a key is expected.")
    action = say("Write each key as one word and a colon. Put text that begins with { or [ in quotation marks.")
    return problem_at(event.start_mark, "F02", message, action)
