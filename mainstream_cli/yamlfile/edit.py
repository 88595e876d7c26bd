"""Work out the smallest change of a text that turns one value into another, and keep every comment around it.

Round-trip dumpers lose or move comments when a field vanishes or a list changes, and re-indent what nobody touched.
So fields that stay keep their bytes, and only lines of values that changed are written anew.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from mainstream_cli.yamlfile.emit import STEP, emit, fields, item, items
from mainstream_cli.yamlfile.layout import Node
from mainstream_cli.yamlfile.patch import Patch
from mainstream_cli.yamlfile.scalars import inline

_WIDTH = 120  # of a list in brackets; a longer one gets a line per item
_HEADER = re.compile(r"[|>][-+0-9]*")
_COLON = re.compile(r"[ \t]*:")
_COMMENT = re.compile(r"[ \t]*(?:[ \t]#.*)?")


class Irregular(Exception):  # noqa: N818 (not an error: the value around it is then written as a whole)
    """The text is laid out in a way that cannot be edited in part."""


def same(one: Any, other: Any) -> bool:
    """Tell whether two values are equal, and of the same kind: 1 is not true."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


@dataclass(frozen=True)
class Slot:
    """The place of one value: ``head`` is just after its colon or dash, ``column`` where its key or dash stands."""

    line: int
    column: int
    head: int
    node: Node
    dash: bool = False


class Editor(Patch):
    """Adds to a patch what turns one value into another."""

    def entry(self, mapping: Node, name: str) -> Slot:
        """Return the slot of a key; raise Irregular where no colon follows it on its line."""
        key, node = mapping.entries[name]
        colon = _COLON.match(self.text, key.end)
        if not colon:
            raise Irregular
        return Slot(key.last, key.column, colon.end(), node)

    def update(self, slot: Slot, old: Any, new: Any) -> None:
        """Turn the value in *slot* into *new*; raise Irregular if that cannot be done here."""
        if same(old, new):
            return
        done = len(self.edits)
        try:
            if slot.node.shape == "mapping" and isinstance(new, dict) and new.keys() & old.keys():
                self._update_mapping(slot, old, new)
            elif slot.node.shape == "sequence" and isinstance(new, list) and new:
                self._update_sequence(slot, old, new)
            else:
                self._rewrite(slot, new)
        except Irregular:
            del self.edits[done:]
            self._rewrite(slot, new)

    def _rewrite(self, slot: Slot, new: Any) -> None:
        node = slot.node
        deeper = STEP if isinstance(new, str) else STEP * 2
        blocks = not self.swallows(node.last + 1, slot.column + deeper)
        head, below = (item if slot.dash else emit)(new, slot.column, blocks=blocks)
        if self._was_in_brackets(node) and isinstance(new, dict | list) and new:
            short = inline(new, flow=True)
            if slot.column + len(short) <= _WIDTH:
                head, below = short, []
        comment = self._comment(slot)
        text = (f" {head}" if head else "") + comment + "".join(self.newline + line for line in below)
        self.edits.append((slot.head, self.lines.ends[node.last], text))

    def _was_in_brackets(self, node: Node) -> bool:
        return node.shape == "inline" and bool(node.entries or node.items)

    def _comment(self, slot: Slot) -> str:
        """Return the comment at the end of the line with its spaces; raise Irregular for anything else there."""
        node, text = slot.node, self.text
        if node.line > slot.line:
            rest = text[slot.head : self.lines.ends[slot.line]]
        elif node.shape in ("mapping", "sequence"):
            return ""
        elif node.shape == "text block":
            header = _HEADER.match(text, node.start)
            rest = text[header.end() if header else node.end : self.lines.ends[node.line]]
        else:
            rest = text[node.end : self.lines.ends[node.last]]
        if not _COMMENT.fullmatch(rest):
            raise Irregular
        return rest.rstrip()

    def _update_mapping(self, slot: Slot, old: dict[str, Any], new: dict[str, Any]) -> None:
        node = slot.node
        kept = [name for name in node.entries if name in new]
        self._drop(slot, kept)
        for name in kept:
            self.update(self.entry(node, name), old[name], new[name])
        for above, added in _new_fields(new, old).items():
            self._add(slot, kept[0] if above is None else above, added, on_top=above is None)

    def _add(self, slot: Slot, neighbour: str, added: dict[str, Any], *, on_top: bool) -> None:
        """Insert fields below a neighbour that stays, or *on_top* of it, unless that is the place beside a dash."""
        key, value = slot.node.entries[neighbour]
        if on_top and not self._shares_line(slot.node):
            line = self.first_line(key.line, key.column, self._floor(slot, neighbour))
        else:
            line = self.last_line(value.last, key.column) + 1
        blocks = not self.swallows(line, key.column + STEP)
        self.insert_before(line, fields(added, key.column, blocks=blocks))

    def _floor(self, slot: Slot, name: str) -> int:
        """Return the last line that belongs to what stands before a field."""
        lasts = [slot.line, *(value.last for _, value in slot.node.entries.values())]
        return lasts[list(slot.node.entries).index(name)]

    def _drop(self, slot: Slot, kept: list[str]) -> None:
        """Delete the fields that are not *kept*, each with the comment directly above it."""
        node = slot.node
        names = list(node.entries)
        gone = set(names).difference(kept)
        if names[0] in gone and self._shares_line(node.entries[names[0]][0]):
            run = list(takewhile(gone.__contains__, names))
            self._drop_beside_dash(node, run, kept[0])
            gone.difference_update(run)
        for name in filter(gone.__contains__, names):
            key, value = node.entries[name]
            if self._shares_line(key):
                raise Irregular
            first = self.first_line(key.line, node.column, self._floor(slot, name))
            self.delete(first, self.last_line(value.last, node.column))

    def _drop_beside_dash(self, node: Node, run: list[str], following: str) -> None:
        """Delete the first fields of a list item such that what follows moves up to the dash."""
        start = node.entries[run[0]][0].start
        key = node.entries[following][0]
        first = self.first_line(key.line, node.column, node.entries[run[-1]][1].last)
        self.edits.append((start, self.lines.starts[first] + self.lines.indent(first), ""))

    def _shares_line(self, node: Node) -> bool:
        return self.lines[node.line][: node.column].strip(" ") != ""

    def _update_sequence(self, slot: Slot, old: list[Any], new: list[Any]) -> None:
        """Keep the items that are equal at both ends; of those between, pair records and replace the rest."""
        node = slot.node
        slots = self._item_slots(node)
        head = _equal_items(old, new, range(min(len(old), len(new))))
        tail = _equal_items(old, new, range(-1, head - min(len(old), len(new)) - 1, -1))
        between, wanted = slots[head : len(slots) - tail], new[head : len(new) - tail]
        pairs = 0
        while pairs < min(len(between), len(wanted)) and _are_records(between[pairs].node, wanted[pairs]):
            self.update(between[pairs], old[head + pairs], wanted[pairs])
            pairs += 1
        floors = [slot.line, *(before.node.last for before in slots)]
        for number, gone in enumerate(between[pairs:], head + pairs):
            first = self.first_line(gone.line, node.column, floors[number])
            self.delete(first, self.last_line(gone.node.last, node.column))
        self._insert_items(slots, floors, head + pairs, wanted[pairs:])

    def _insert_items(self, slots: list[Slot], floors: list[int], index: int, wanted: list[Any]) -> None:
        if not wanted:
            return
        column = slots[0].column
        if index < len(slots):
            first = self.first_line(slots[index].line, column, floors[index])
            self.insert_before(first, items(wanted, column))
        else:
            line = self.last_line(slots[-1].node.last, column) + 1
            self.insert_before(line, items(wanted, column, blocks=not self.swallows(line, column + STEP)))

    def _item_slots(self, node: Node) -> list[Slot]:
        """Return the slots of a list's items; raise Irregular unless each dash is the first sign of its line."""
        slots, after = [], node.line
        for child in node.items:
            line = next((n for n in range(after, child.line + 1) if self._has_dash(n, node.column)), None)
            if line is None:
                raise Irregular
            slots.append(Slot(line, node.column, self.lines.starts[line] + node.column + 1, child, dash=True))
            after = child.last + 1
        return slots

    def _has_dash(self, line: int, column: int) -> bool:
        return self.lines.indent(line) == column and self.lines[line][column : column + 1] == "-"


def _new_fields(new: dict[str, Any], old: dict[str, Any]) -> dict[str | None, dict[str, Any]]:
    """Return the fields that are new, by the name of the field that stays above them (None if none does)."""
    above: str | None = None
    found: dict[str | None, dict[str, Any]] = {}
    for name, value in new.items():
        if name in old:
            above = name
        else:
            found.setdefault(above, {})[name] = value
    return found


def _equal_items(old: list[Any], new: list[Any], indexes: range) -> int:
    return sum(1 for _ in takewhile(lambda index: same(old[index], new[index]), indexes))


def _are_records(node: Node, wanted: Any) -> bool:
    return node.shape == "mapping" and isinstance(wanted, dict) and bool(node.entries.keys() & wanted.keys())
