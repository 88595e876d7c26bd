"""Which names the tags of a template use, and which of them the document does not offer."""

from collections import ChainMap
from collections.abc import Iterator
from typing import Any, NamedTuple

from jinja2 import nodes

from mainstream_cli.language import Text, say
from mainstream_cli.model.record import with_nearest

GUARDS = {"defined", "undefined"}
KEEPS, PICKS = {"sort", "list", "reverse", "unique", "reject", "select", "rejectattr", "selectattr"}, {"first", "last"}
FREE = {"range", "namespace", "loop", "true", "false", "none", "caller", "varargs", "kwargs"}


class Seen(NamedTuple):
    """What a name stands for: its shape, and its path in the data; ``UNKNOWN`` when that cannot be told."""

    shape: Any
    path: str


class Unknown(NamedTuple):
    """A name that the document does not offer, with the line of the tag."""

    line: int
    message: Text


UNKNOWN = Seen("?", "")
Scope = ChainMap[str, Seen]


class Reader:
    """Follows the names through loops and assignments; ``used`` and ``unknown`` hold what was found."""

    def __init__(self, shape: dict[str, Any]) -> None:
        self.shape = shape
        self.used: set[str] = set()
        self.unknown: list[Unknown] = []

    def read(self, tree: nodes.Template) -> None:
        """Read one part of the template."""
        self._statements(tree.body, ChainMap({name: Seen(shape, name) for name, shape in self.shape.items()}))

    def _statements(self, body: list[Any], scope: Scope) -> None:
        for statement in body:
            self._statement(statement, scope)

    def _statement(self, node: Any, scope: Scope) -> None:
        match node:
            case nodes.For():
                self._loop(node, scope)
            case nodes.Assign():
                found = self._value(node.node, scope)
                self._bind(node.target, found, scope)
            case nodes.AssignBlock():
                self._statements(node.body, scope)
                self._bind(node.target, UNKNOWN, scope)
            case nodes.Macro() | nodes.CallBlock():
                inner = scope.new_child({name.name: UNKNOWN for name in node.args})
                if isinstance(node, nodes.Macro):
                    scope[node.name] = UNKNOWN
                else:
                    self._value(node.call, scope)
                self._statements(node.body, inner)
            case nodes.Expr():
                self._value(node, scope)
            case _:
                for child in node.iter_child_nodes():
                    self._statement(child, scope)

    def _loop(self, node: nodes.For, scope: Scope) -> None:
        of = self._value(node.iter, scope)
        inner = scope.new_child()
        self._bind(node.target, self._item(of), inner)
        if node.test is not None:
            self._value(node.test, inner)
        self._statements(node.body, inner)
        self._statements(node.else_, scope)

    def _bind(self, target: Any, value: Seen, scope: Scope) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = value
        elif isinstance(target, nodes.Tuple):
            for part in target.items:
                self._bind(part, UNKNOWN, scope)

    def _value(self, node: Any, scope: Scope) -> Seen:
        match node:
            case nodes.Name():
                return self._name(node, scope)
            case nodes.Getattr():
                return self._step(self._value(node.node, scope), node.attr, node.lineno)
            case nodes.Getitem(arg=nodes.Const(value=str() as name)):
                return self._step(self._value(node.node, scope), name, node.lineno)
            case nodes.Getitem():
                self._value(node.arg, scope)
                return self._item(self._value(node.node, scope))
            case nodes.Test() if node.name in GUARDS:
                return UNKNOWN
            case nodes.Filter() if node.name in ("default", "d"):
                self._quietly(node.node, scope)
                return UNKNOWN
            case nodes.Filter() if node.node is not None:
                return self._filtered(node, scope)
            case nodes.List() if node.items:
                found = [self._value(each, scope) for each in node.items]
                return Seen([found[0].shape], found[0].path)
        for child in node.iter_child_nodes():
            self._value(child, scope)
        return UNKNOWN

    def _filtered(self, node: nodes.Filter, scope: Scope) -> Seen:
        for argument in node.args:
            self._value(argument, scope)
        found = self._value(node.node, scope)
        return found if node.name in KEEPS else self._item(found) if node.name in PICKS else UNKNOWN

    def _quietly(self, node: Any, scope: Scope) -> None:
        before = list(self.unknown)
        self._value(node, scope)
        self.unknown = before

    def _name(self, node: nodes.Name, scope: Scope) -> Seen:
        if node.name in scope:
            found = scope[node.name]
            self.used.add(found.path)
            return found
        if node.name not in FREE:
            self._miss(node.lineno, say("There is no field '{name}'.", name=node.name), node.name, scope)
        return UNKNOWN

    def _step(self, owner: Seen, name: str, line: int) -> Seen:
        if owner.shape == "?":
            return UNKNOWN
        if isinstance(owner.shape, dict) and name in owner.shape:
            found = Seen(owner.shape[name], f"{owner.path}.{name}")
            self.used.add(found.path)
            return found
        if hasattr(_KINDS[type(owner.shape)], name):
            return UNKNOWN
        if isinstance(owner.shape, list):
            message = say("'{list}' is a list: name '{name}' inside a loop over it.", list=owner.path, name=name)
            self.unknown.append(Unknown(line, message))
        else:
            names = owner.shape if isinstance(owner.shape, dict) else ()
            self._miss(line, say("'{block}' has no field '{name}'.", block=owner.path, name=name), name, names)
        return UNKNOWN

    def _item(self, of: Seen) -> Seen:
        return Seen(of.shape[0], of.path) if isinstance(of.shape, list) else UNKNOWN

    def _miss(self, line: int, message: Text, name: str, names: Any) -> None:
        self.unknown.append(Unknown(line, with_nearest(message, name, names)))


_KINDS: dict[type, type] = {dict: dict, list: list, type(None): str, str: str}


def forbidden(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    """Yield the tags that would read another file."""
    for kind in (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends):
        for node in tree.find_all(kind):
            yield node.lineno, kind.__name__.lower().replace("fromimport", "from ... import")
