"""What was read, with the places that only the rare finding asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from mainstream_cli.yamlfile.layout import DataPath, Place, layout, marks


class Word(NamedTuple):
    """An unquoted word such as yes, no or on, which other programs may read as true or false."""

    line: int
    column: int
    word: str
    path: DataPath


@dataclass(frozen=True)
class Document:
    """What a file says (``data``: None, dict, list or scalar) and where it says it, counted from 1."""

    data: Any
    text: str
    name: str = ""
    _words: tuple[tuple[Place, str], ...] = field(default=(), repr=False)

    @cached_property
    def _marks(self) -> tuple[dict[DataPath, Place], dict[DataPath, Place]]:
        return marks(layout(self.text))  # a second parse, paid only by the rare file that has a finding

    @property
    def marks(self) -> dict[DataPath, Place]:
        """Return the (line, column) of every value by its path, () being the whole; a bare key's is after its colon."""
        return self._marks[0]

    @property
    def key_marks(self) -> dict[DataPath, Place]:
        """Return the (line, column) of every key by the path of its value."""
        return self._marks[1]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Return the unquoted values y, n, yes, no, on, off, true and false, in any case, with their paths."""
        if not self._words:
            return ()
        paths = {place: path for path, place in self.marks.items()}
        return tuple(Word(*place, word, paths[place]) for place, word in self._words)
