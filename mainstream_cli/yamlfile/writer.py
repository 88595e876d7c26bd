"""Change one top-level key of a text, leave every other byte as it is, and read the result back before it counts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import product
from typing import Any

from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import Text, say
from mainstream_cli.yamlfile.document import Document
from mainstream_cli.yamlfile.edit import Editor, same
from mainstream_cli.yamlfile.emit import emit
from mainstream_cli.yamlfile.layout import layout
from mainstream_cli.yamlfile.problem import YamlProblem
from mainstream_cli.yamlfile.reader import parse
from mainstream_cli.yamlfile.scalars import clean, plain_value

_ONE_PER_LINE = say('Put each key on a line of its own, like "name: value", without braces around them.')


def replace_block(text: str | Document, key: str, value: object) -> str:
    """Return *text* with *value* under a top-level key; None leaves a bare key, and a missing key is inserted.

    Fields that stay keep their comments; fields stand in the order of *value*. A Document is not read again. Raises
    MainstreamError if the text cannot be edited.
    """
    document, data = _read(text)
    new = plain_value(value)
    return _changed(document, {**data, key: new} if key in data else _inserted(data, key, new))


def replace_blocks(text: str | Document, values: Mapping[str, object], removed: Collection[str] = ()) -> str:
    """Return *text* with many top-level keys changed at once, as replace_block and remove_block would one by one."""
    document, data = _read(text)
    new = {key: value for key, value in data.items() if key not in removed}
    for key, value in values.items():
        new = {**new, key: plain_value(value)} if key in new else _inserted(new, key, plain_value(value))
    return _changed(document, new)


def insert_bare(text: str | Document, key: str, comment: str, after: str) -> str:
    """Return *text* with a bare key and its comment below the block *after*; raise MainstreamError if it is there."""
    document, data = _read(text)
    if key in data:
        message = say('There is an entry "{key}" already.', key=key)
        raise MainstreamError(message, action=say("Choose another name."), where=key)
    names = list(data)
    place = names.index(after) + 1 if after in data else 0
    new = {name: data.get(name) for name in [*names[:place], key, *names[place:]]}
    bare = _changed(document, new)
    line = parse(bare).key_marks[(key,)].line - 1
    lines = bare.split("\n")
    end = "\r" if lines[line].endswith("\r") else ""
    said = [f"{each}{end}" for each in _comment_lines(comment)]
    return _first_that_reads_as(new, ["\n".join([*lines[:line], *said, *lines[line:]]), bare])


def remove_block(text: str | Document, key: str) -> str:
    """Return *text* without a top-level key and its comments; raise MainstreamError if it is missing."""
    document, data = _read(text)
    if key not in data:
        message = say('There is no entry "{key}".', key=key)
        raise MainstreamError(message, action=say("Check its name."), where=key)
    return _changed(document, {name: value for name, value in data.items() if name != key})


def dump(data: Mapping[str, object], comments: Mapping[str, str] | None = None, header: str = "") -> str:
    """Return the text of a new file: header, then each key below its comment; None gives a bare key."""
    lines = [*_comment_lines(header), ""] if header else []
    new = plain_value(data)
    names = iter(new)
    for line in emit(new) if new else ():
        if line[:1].strip():
            lines += _comment_lines((comments or {}).get(next(names, ""), ""))
        lines.append(line)
    return _first_that_reads_as(new, ["".join(line + "\n" for line in lines)])


def _comment_lines(text: str) -> list[str]:
    lines = clean(text).strip("\n").split("\n") if text else []
    return [line if line.startswith("#") else f"# {line}".rstrip() for line in lines]


def _inserted(data: dict[str, Any], key: str, value: Any) -> dict[str, Any]:
    names = list(data)
    place = next((number for number, name in enumerate(names) if name > key), len(names))
    return {name: data.get(name, value) for name in [*names[:place], key, *names[place:]]}


def _changed(document: Document, new: dict[str, Any]) -> str:
    """Return the text with its top level turned into *new*, by the first way that reads back as it was meant."""
    text, old, root = document.text, document.data, layout(document.text)
    if root and old and root.shape != "mapping":
        message = say("All keys stand within one pair of braces.")
        raise MainstreamError(message, action=_ONE_PER_LINE, line=root.line + 1)
    if root and not old:  # a pair of empty braces
        text, root = (text[: root.start] + text[root.end :]).lstrip(), None
    ways = product((False, True), (True, False))
    edits = (Editor(text, blocks=blocks, whole=whole).edited(root, old, new) for whole, blocks in ways)
    return _first_that_reads_as(new, edits)


def _read(text: str | Document) -> tuple[Document, dict[str, Any]]:
    """Return a text as it was read, and its keys; raise MainstreamError if there is no place for keys."""
    try:
        document = text if isinstance(text, Document) else parse(text)
    except YamlProblem as problem:
        raise problem.as_error() from problem
    data = {} if document.data is None else document.data
    if not isinstance(data, dict):
        message = say('The file does not consist of lines "name: value".')
        raise MainstreamError(message, action=_ONE_PER_LINE, line=document.marks[()].line, code="F02")
    return document, data


def _first_that_reads_as(expected: dict[str, Any], texts: Iterable[str]) -> str:
    """Return the first text that reads back as it was meant; raise MainstreamError if none does."""
    message = say("The change was not made, and nothing was written. It would not have read back as it was meant.")
    reason: Text | None = None
    for text in texts:
        try:
            if same(parse(text).data or {}, expected):
                return text
        except YamlProblem as problem:
            reason = problem.message
    if reason:
        message = say("{sentence} {reason}", sentence=message, reason=reason)
    raise MainstreamError(message, action=say("Change the entry in a text editor instead."))
