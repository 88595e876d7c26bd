"""What was read, with the places that only the rare finding asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from mainstream_cli.yamlfile.layout import DataPath, Node, TextPlace, layout, marks


class Word(NamedTuple):
    """An unquoted word such as yes, no or on, which other programs may read as true or false."""

    line: int
    column: int
    word: str
    path: DataPath


class Cut(NamedTuple):
    """A text that a comment may have cut: where it stands, what stands before it and behind it on its line."""

    path: DataPath
    head: str
    text: str
    comment: str


_CUT = re.compile(r"^[^#\n]*\S #", re.MULTILINE)
_COMMENT = re.compile(r" #[^\r\n]*")  # people who mean a comment leave more space before it


@dataclass(frozen=True)
class Document:
    """What a file says (``data``: None, dict, list or scalar) and where it says it, counted from 1."""

    data: Any
    text: str
    name: str = ""
    _words: tuple[tuple[TextPlace, str], ...] = field(default=(), repr=False)

    @cached_property
    def _root(self) -> Node | None:
        return layout(self.text)  # a second parse, paid only by the rare file that has a finding

    @cached_property
    def _marks(self) -> tuple[dict[DataPath, TextPlace], dict[DataPath, TextPlace]]:
        return marks(self._root)

    def node(self, path: DataPath) -> Node | None:
        """Return where the value at *path* stands, None where there is none."""
        here = self._root
        for step in path:
            if here is None:
                return None
            if isinstance(step, int):
                here = here.items[step] if step < len(here.items) else None
            else:
                here = here.entries[step][1] if step in here.entries else None
        return here

    def key(self, name: str | int) -> Node | None:
        """Return where a key of the top level stands, None where there is none."""
        entries = self._root.entries if self._root else {}
        return entries[name][0] if isinstance(name, str) and name in entries else None

    @cached_property
    def cuts(self) -> tuple[Cut, ...]:
        """Return the unquoted values and the bare keys behind which, after one space, a comment stands."""
        if not _CUT.search(self.text):
            return ()
        return tuple(self._cut())

    def _cut(self) -> Iterator[Cut]:
        for path in self.marks:
            node = self.node(path)
            if node and node.shape in ("inline", "empty") and not (node.entries or node.items):
                said = self.text[node.start : node.end]
                found = _COMMENT.match(self.text, node.end)
                if found and said[:1] not in ("'", '"', "[", "{"):
                    begin = self.text.rfind("\n", 0, node.start) + 1
                    yield Cut(path, self.text[begin : node.start].strip(), said, found[0])

    @property
    def marks(self) -> dict[DataPath, TextPlace]:
        """Return the (line, column) of every value by its path, () being the whole; a bare key's is after its colon."""
        return self._marks[0]

    @property
    def key_marks(self) -> dict[DataPath, TextPlace]:
        """Return the (line, column) of every key by the path of its value."""
        return self._marks[1]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Return the unquoted values y, n, yes, no, on, off, true and false, in any case, with their paths."""
        if not self._words:
            return ()
        paths = {place: path for path, place in self.marks.items()}
        return tuple(Word(*place, word, paths[place]) for place, word in self._words)
