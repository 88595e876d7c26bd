"""Turn one value of a text into another: what stays keeps its lines and its comments, ruamel.yaml lays out the rest.

A round trip through ruamel.yaml ties a comment to the value above it, not to the field that it explains. So comments
are kept by lines: a field owns the comments directly above it, and those below it that are indented deeper.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from mainstream_cli.yamlfile.emit import emit, in_brackets
from mainstream_cli.yamlfile.layout import Node
from mainstream_cli.yamlfile.lines import Lines

_WIDTH = 120  # of a list in brackets; a longer one gets a line per item
_COMMENT = re.compile(r"(?<![ \t])[ \t]+#.*")  # a run of spaces is looked at from its beginning only
_KINDS = {"mapping": dict, "sequence": list}
Name = str | int
Plan = list[tuple[Name | None, Name, Any]]  # of each field or item: which one it was, its name or number, its value


def same(one: Any, other: Any) -> bool:
    """Tell whether two values are equal, and of the same kind: 1 is not true."""
    return one is other or json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


@dataclass(frozen=True)
class FieldLines:
    """A field or an item (without *key*): its lines from *first* to before *stop*, its key or dash on *line*."""

    name: Name
    key: Node | None
    node: Node
    column: int
    first: int
    line: int
    stop: int


class Editor:
    """Makes one edit of a text; *blocks* allows ``|``, *whole* writes a changed entry anew as a whole."""

    def __init__(self, text: str, *, blocks: bool, whole: bool) -> None:
        self.text = text
        self.newline = "\r\n" if "\r\n" in text else "\n"
        self.page = Lines(text)
        self.lines = self.page.rows
        self.blocks = blocks
        self.whole = whole

    def edited(self, root: Node | None, old: dict[str, Any], new: dict[str, Any]) -> str:
        """Return the text with its top level turned into *new*; the last line need not end with a line break."""
        if root:
            lines = self._collection(root, 0, len(self.lines), old, new)
        else:
            above = [line for line in self.lines if line]
            gap = [self.newline] if above and above[-1].startswith("#") else []
            lines = above + gap + self._assembled(_plan({}, new), {}, 0, spaced=False)
        ended = [line if line.endswith(("\n", "\r")) else line + self.newline for line in lines[:-1]]
        return "".join(ended + lines[-1:])

    def _collection(self, node: Node, begin: int, stop: int, old: Any, new: Any) -> list[str]:
        """Return the lines from *begin* to before *stop*, which hold a mapping or a list, turned into *new*."""
        plan = _plan(old, new)
        values = {source: value for source, _, value in plan}
        parts = self._parts(node, begin)
        pieces: dict[Name | None, list[str]] = {}
        gap: list[str] = []
        free = parts[0].first
        for part in parts:
            gap += self.lines[free : part.first]
            free = part.stop
            if part.name in values:
                pieces[part.name] = gap + self._part(part, old[part.name], values[part.name])
                gap = []
            else:  # gone, and with it blank lines that would then stand double (Lines counts line -1 as blank)
                while free < stop and self.page.is_blank(part.first - 1) and self.page.is_blank(free):
                    free += 1
        spaced = any(self.page.is_blank(part.first - 1) for part in parts[1:])
        lines = self._assembled(plan, pieces, node.column, spaced=spaced)
        return self.lines[begin : parts[0].first] + lines + gap + self.lines[free:stop]

    def _assembled(self, plan: Plan, pieces: dict[Name | None, list[str]], column: int, *, spaced: bool) -> list[str]:
        """Return the lines of all fields or items in their new order; *spaced* puts blank lines around new ones."""
        lines: list[str] = []
        before: Name | None = ""
        for source, name, value in plan:
            piece = self._fresh(name, value, column) if source is None else pieces[source]
            if spaced and lines and None in (before, source) and lines[-1].strip() and piece[0].strip():
                lines.append(self.newline)
            lines += piece
            before = source
        return lines

    def _parts(self, node: Node, begin: int) -> list[FieldLines]:
        """Cut the lines of a mapping or a list into those of its fields or items."""
        children: list[tuple[Name, Node | None, Node]] = [(name, *pair) for name, pair in node.entries.items()]
        children += [(number, None, item) for number, item in enumerate(node.items)]
        parts: list[FieldLines] = []
        for name, key, child in children:
            line = first = key.line if key else self._dash(child, node.column, begin)
            while first > begin and self.page.is_comment(first - 1) and self.page.indent(first - 1) == node.column:
                first -= 1
            begin = self._stop(child.last, node.column)
            parts.append(FieldLines(name, key, child, node.column, first, line, begin))
        return parts

    def _dash(self, item: Node, column: int, begin: int) -> int:
        lines = range(begin, item.line)
        return next((line for line in lines if self.lines[line][: column + 1].strip() == "-"), item.line)

    def _stop(self, last: int, column: int) -> int:
        """Return the line after *last*, or after the comments below it that are indented deeper than *column*."""
        stop = last + 1
        for line in range(stop, len(self.lines)):
            if self.page.is_comment(line) and self.page.indent(line) > column:
                stop = line + 1
            elif not self.page.is_blank(line):
                break
        return stop

    def _part(self, part: FieldLines, old: Any, new: Any) -> list[str]:
        """Return the lines of a field or an item that stays, with its new value."""
        if same(old, new):
            return self.lines[part.first : part.stop]
        above = self.lines[part.first : part.line]
        if self.whole:
            return above + self._fresh(part.name, new, part.column)
        if new and _KINDS.get(part.node.shape) is type(new):
            return above + self._inside(part, old, new)
        short = part.node.shape == "inline" and bool(part.node.entries or part.node.items)
        first, *more = self._fresh(part.name, new, part.column, short=short)
        first = first.rstrip() + self._comment(part) + self.newline
        return [*above, first, *more, *self.lines[part.node.last + 1 : part.stop]]

    def _inside(self, part: FieldLines, old: Any, new: Any) -> list[str]:
        """Return the lines of a mapping or a list, some of which stay; an item's dash moves to its new first line."""
        line = self.lines[part.line]
        if part.key:
            return [line, *self._collection(part.node, part.line + 1, part.stop, old, new)]
        self.lines[part.line] = line[: part.column] + " " + line[part.column + 1 :]
        body = self._collection(part.node, part.line, part.stop, old, new)
        while not body[0].strip():
            del body[0]
        return [body[0][: part.column] + "-" + body[0][part.column + 1 :], *body[1:]]

    def _fresh(self, name: Name, value: Any, column: int, *, short: bool = False) -> list[str]:
        """Return the lines of a field or an item laid out anew; *short* prefers brackets, where that fits a line."""
        if short and isinstance(value, dict | list):
            lines = self._fresh(name, in_brackets(value), column)
            if len(lines[0]) <= _WIDTH:
                return lines
        lines = emit([value] if isinstance(name, int) else {name: value}, blocks=self.blocks)
        return [(" " * column + line if line else "") + self.newline for line in lines]

    def _comment(self, part: FieldLines) -> str:
        """Return the comment at the end of the value, or else at the end of the line of its key."""
        node, places = part.node, []
        if node.shape in ("inline", "empty"):
            places.append((node.end, node.last))
        if node.line > part.line or node.shape == "text_block":
            places.append((part.key.end if part.key else self.page.starts[part.line], part.line))
        rests = (self.text[start : self.page.starts[line + 1]] for start, line in places)
        return next((found[0].rstrip() for rest in rests if (found := _COMMENT.search(rest))), "")


def _plan(old: Any, new: Any) -> Plan:
    """Say of each new field or item which of the old ones it continues: of items an equal one, or the next record."""
    if isinstance(new, dict):
        return [(name if name in old else None, name, value) for name, value in new.items()]
    free = dict(enumerate(old))
    sources: dict[int, int] = {}
    for fits in (same, lambda one, other: isinstance(one, dict) and isinstance(other, dict)):
        for number, item in enumerate(new):
            found = next((source for source, value in free.items() if fits(value, item)), None)
            if number not in sources and found is not None:
                sources[number] = found
                del free[found]
    return [(sources.get(number), number, item) for number, item in enumerate(new)]
