"""Write single values of a text anew in their own place: every other byte, and every other value, stays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import say
from mainstream_cli.yamlfile.document import Document
from mainstream_cli.yamlfile.edit import same
from mainstream_cli.yamlfile.emit import emit, in_brackets
from mainstream_cli.yamlfile.layout import DataPath, Node
from mainstream_cli.yamlfile.problem import YamlProblem
from mainstream_cli.yamlfile.reader import parse
from mainstream_cli.yamlfile.scalars import plain_value


def spelled(value: Any) -> str:
    """Return a value as it stands on the line of its key: text in quotation marks where needed, a list in brackets."""
    value = plain_value(value)
    (line,) = emit({"k": in_brackets(value) if isinstance(value, list) else value}, blocks=False)
    return line.removeprefix("k: ")


def right_line(document: Document, path: DataPath, value: Any) -> str:
    """Return the line that says *value* at *path*, empty where the value there does not stand on one line."""
    node = _on_one_line(document, path)
    if node is None:
        return ""
    begin, end = document.text.rfind("\n", 0, node.start) + 1, document.text.find("\n", node.end)
    rest = document.text[node.end : end if end >= 0 else len(document.text)]
    return f"{document.text[begin : node.start]}{spelled(value)}{rest}".strip()


def respelled(document: Document, values: Mapping[DataPath, Any]) -> str:
    """Return the text with other values at some paths; raise MainstreamError unless all others read back as before."""
    expected, edits = document.data, []
    for path, value in values.items():
        node = _on_one_line(document, path)
        if node is None:
            message = say("The value does not stand on one line, so it is not written anew.")
            raise MainstreamError(message, action=say("Change it in a text editor."), where=document.name)
        expected = with_value(expected, path, plain_value(value))
        edits.append((node.start, node.end, spelled(value)))
    text = document.text
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return as_meant(document, text, expected)


def as_meant(document: Document, text: str, expected: Any) -> str:
    """Return a text that reads as *expected*.

    Raises:
        MainstreamError: it reads otherwise.
    """
    try:
        if same(parse(text).data, expected):
            return text
    except YamlProblem:
        pass
    message = say("The change was not made: another value would not have read back as before.")
    raise MainstreamError(message, action=say("Change it in a text editor."), where=document.name)


def _on_one_line(document: Document, path: DataPath) -> Node | None:
    node = document.node(path)
    return node if node and node.shape == "inline" and node.line == node.last else None


def with_value(data: Any, path: DataPath, value: Any) -> Any:
    """Return plain data with another value at *path*."""
    if not path:
        return value
    if isinstance(data, dict):
        return {name: with_value(each, path[1:], value) if name == path[0] else each for name, each in data.items()}
    return [with_value(each, path[1:], value) if number == path[0] else each for number, each in enumerate(data)]
