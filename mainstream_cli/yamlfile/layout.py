"""Where each value of a text begins and ends. It costs a second parse, so only findings and edits ask for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, StreamEndEvent

from mainstream_cli.language import say
from mainstream_cli.yamlfile.events import events
from mainstream_cli.yamlfile.lines import Lines
from mainstream_cli.yamlfile.problem import YamlProblem, problem_at

DataPath = tuple[str | int, ...]
Shape = Literal["empty", "inline", "text_block", "mapping", "sequence"]


class TextPlace(NamedTuple):
    """A line and a column, both counted from 1."""

    line: int
    column: int


@dataclass(slots=True)
class Node:
    """One value in the text; lines and columns are counted from 0, ``last`` is the last line with its content."""

    shape: Shape
    line: int
    column: int
    start: int
    end: int
    last: int
    entries: dict[str, tuple[Node, Node]] = field(default_factory=dict)
    items: list[Node] = field(default_factory=list)


def layout(text: str) -> Node | None:
    """Return the tree of the values in *text*, which the reader has accepted; raise YamlProblem F03."""
    return _Builder(text).root()


def marks(root: Node | None) -> tuple[dict[DataPath, TextPlace], dict[DataPath, TextPlace]]:
    """Return the places of all values and of all keys, by path."""
    values: dict[DataPath, TextPlace] = {}
    keys: dict[DataPath, TextPlace] = {}
    for path, key, node in _walk((), None, root) if root else ():
        values[path] = TextPlace(node.line + 1, node.column + 1)
        if key:
            keys[path] = TextPlace(key.line + 1, key.column + 1)
    return values, keys


def _walk(path: DataPath, key: Node | None, node: Node) -> Iterator[tuple[DataPath, Node | None, Node]]:
    yield path, key, node
    for name, (child_key, child) in node.entries.items():
        yield from _walk((*path, name), child_key, child)
    for index, child in enumerate(node.items):
        yield from _walk((*path, index), None, child)


class _Builder:
    def __init__(self, text: str) -> None:
        self.lines = Lines(text)
        self.starts = self.lines.starts
        self.events = events(text)

    def root(self) -> Node | None:
        next(self.events)
        if type(next(self.events)) is StreamEndEvent:
            return None
        return self.node(next(self.events))

    def node(self, event: Any) -> Node:
        if type(event) is ScalarEvent:
            return self.scalar(event)
        node = self.made(event, "mapping" if type(event) is MappingStartEvent else "sequence")
        close = self.fill_mapping(node) if node.shape == "mapping" else self.fill_sequence(node)
        if event.flow_style:
            node.shape, node.end, node.last = "inline", self.offset(close.end_mark), close.end_mark.line
        return node

    def made(self, event: Any, shape: Shape) -> Node:
        start, end = event.start_mark, event.end_mark
        line, column, last, starts = start.line, start.column, end.line, self.starts
        return Node(shape, line, column, starts[line] + column, starts[last] + end.column, last)

    def offset(self, mark: Any) -> int:
        return self.starts[mark.line] + mark.column  # type: ignore[no-any-return]

    def scalar(self, event: Any) -> Node:
        node = self.made(event, "inline")
        if event.style in ("|", ">"):
            node.shape, node.last = "text_block", self.last_of_text(event)
        elif node.start == node.end:
            node.shape = "empty"
        return node

    def last_of_text(self, event: Any) -> int:
        """Return the last line of a text block; blank lines below belong to it only where its header has a +."""
        first = event.start_mark.line
        last: int = event.end_mark.line - (event.end_mark.column == 0)
        if "+" in self.lines[first][event.start_mark.column :].partition("#")[0]:
            return last
        indents = [self.lines.indent(line) for line in range(first + 1, last + 1) if not self.lines.is_blank(line)]
        while last > first and not self.lines[last].strip(" ") and self.lines.indent(last) <= min(indents, default=0):
            last -= 1
        return last

    def fill_mapping(self, node: Node) -> Any:
        for event in self.events:
            if type(event) is MappingEndEvent:
                return event
            if event.value in node.entries:
                raise self.duplicate(event, node.entries[event.value][0])
            value = self.node(next(self.events))
            node.entries[event.value] = (self.scalar(event), value)
            node.last = value.last
        return None

    def fill_sequence(self, node: Node) -> Any:
        for event in self.events:
            if type(event) is SequenceEndEvent:
                return event
            node.items.append(self.node(event))
            node.last = node.items[-1].last
        return None

    def duplicate(self, event: Any, first: Node) -> YamlProblem:
        message = say(
            'The key "{key}" stands twice: in line {first} and in line {second}.',
            key=event.value,
            first=first.line + 1,
            second=event.start_mark.line + 1,
        )
        action = say("Keep one of the two, or give one of them another name. Nothing says which one is meant.")
        return problem_at(event.start_mark, "F03", message, action)
