"""Change one top-level key of a text, leave every other byte as it is, and read the result back before it counts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from mainstream_cli.errors import MainstreamError
from mainstream_cli.yamlfile.edit import Editor, Irregular, same
from mainstream_cli.yamlfile.emit import STEP, fields
from mainstream_cli.yamlfile.layout import Node, layout
from mainstream_cli.yamlfile.lines import Lines
from mainstream_cli.yamlfile.problem import YamlProblem
from mainstream_cli.yamlfile.reader import parse
from mainstream_cli.yamlfile.scalars import clean, plain

_ONE_PER_LINE = 'Put each key on a line of its own, like "name: value", without braces around them.'


class _Page:
    """A text whose top level is keys, one per line (or that is empty), ready for edits."""

    def __init__(self, text: str) -> None:
        text = text.removeprefix("\ufeff")
        self.data, root = _top_level(text)
        if root and not self.data:
            text, root = _without(text, root), None
        self.root = root
        self.original = text
        self.newline = "\r\n" if "\r\n" in text else "\n"
        whole = text if not text or text.endswith(("\n", "\r")) else text + self.newline
        self.lines = Lines(whole)
        self.editor = Editor(self.lines, self.newline)

    def names(self) -> list[str]:
        """Return the top-level keys in their order."""
        return list(self.root.entries) if self.root else []

    def region(self, root: Node, index: int) -> tuple[int, int, int]:
        """Return a key's first and last line with the comments that belong to it, and the last line before."""
        entries = list(root.entries.values())
        floor = entries[index - 1][1].last if index else -1
        key, node = entries[index]
        first = self.editor.first_line(key.line, root.column, floor)
        return first, self.editor.last_line(node.last, root.column), floor

    def is_blank(self, line: int) -> bool:
        """Tell whether *line* exists and is blank; what follows the last line break is no line."""
        return 0 <= line < self.count() and self.lines.is_blank(line)

    def count(self) -> int:
        """Return the number of lines."""
        return len(self.lines) - 1

    def finished(self, expected: dict[str, Any]) -> str:
        """Return the edited text; raise MainstreamError unless it reads back as *expected*."""
        text = self.editor.result()
        reaches_end = any(end >= len(self.original) for _, end, _ in self.editor.edits)
        if not reaches_end and not self.original.endswith(("\n", "\r")):
            text = text.removesuffix(self.newline)
        return _proven(text, expected)


def replace_block(text: str, key: str, value: object) -> str:
    """Return *text* with *value* under a top-level key; None leaves a bare key, and a missing key is inserted.

    Fields that stay keep their comments, place and bytes. Raises MainstreamError if the text cannot be edited.
    """
    return replace_blocks(text, {key: value})


def replace_blocks(text: str, values: Mapping[str, object], removed: Collection[str] = ()) -> str:
    """Return *text* with many top-level keys changed at once, as replace_block and remove_block would one by one."""
    page = _Page(text)
    new = {key: plain(value) for key, value in values.items()}
    expected = {**{key: value for key, value in page.data.items() if key not in removed}, **new}
    for key in removed:
        _remove(page, key)
    for key in new.keys() & page.data.keys() if page.root else ():
        _update(page, key, new[key])
    missing = {key: new[key] for key in sorted(new) if not page.root or key not in page.data}
    if missing:
        _insert(page, missing)
    return page.finished(expected)


def insert_block(text: str, key: str, value: object) -> str:
    """Return *text* with a new top-level key at its sorted place; raise MainstreamError if the key is there."""
    page = _Page(text)
    if key in page.data:
        action = "Choose another name, or change the entry that is there."
        raise MainstreamError(f'There is an entry "{key}" already.', action=action, where=key)
    return replace_blocks(text, {key: value})


def remove_block(text: str, key: str) -> str:
    """Return *text* without a top-level key and the comment directly above it; raise MainstreamError if it is missing.

    A blank line that would then stand double goes too, so that removing undoes inserting.
    """
    return replace_blocks(text, {}, [key])


def dump(data: Mapping[str, object], comments: Mapping[str, str] | None = None, header: str = "") -> str:
    """Return the text of a new file: header, then each key below its comment; None gives a bare key."""
    lines = [*_comment_lines(header), ""] if header else []
    new = plain(data)
    for key, value in new.items():
        lines += _comment_lines((comments or {}).get(key, ""))
        lines += fields({key: value}, 0)
    return _proven("".join(line + "\n" for line in lines), new)


def _comment_lines(text: str) -> list[str]:
    lines = clean(text).strip("\n").split("\n") if text else []
    return [line if line.startswith("#") else f"# {line}".rstrip() for line in lines]


def _update(page: _Page, key: str, new: Any) -> None:
    if page.root is None:
        return
    try:
        page.editor.update(page.editor.entry(page.root, key), page.data[key], new)
    except Irregular:
        raise _unusual(page.root.entries[key][0], key) from None


def _remove(page: _Page, key: str) -> None:
    if not page.root or key not in page.data:
        raise MainstreamError(f'There is no entry "{key}".', action="Check its name.", where=key)
    first, last, floor = page.region(page.root, page.names().index(key))
    if page.root.entries[key][0].column != page.lines.indent(page.root.entries[key][0].line):
        raise _unusual(page.root.entries[key][0], key)
    if (first == 0 or page.is_blank(first - 1)) and page.is_blank(last + 1):
        last += 1
    elif last == page.count() - 1 and first - 1 > floor and page.is_blank(first - 1):
        first -= 1
    page.editor.delete(first, last)


def _insert(page: _Page, missing: dict[str, Any]) -> None:
    """Put new keys, which come sorted, each before the first key that sorts after it."""
    root, editor = page.root, page.editor
    if root is None:
        gap = page.count() > 0 and page.lines.is_comment(page.count() - 1)
        editor.insert_before(page.count(), [*([""] if gap else []), *fields(missing, 0)])
        return
    names = page.names()
    regions = [page.region(root, number) for number in range(len(names))]
    spaced = any(page.is_blank(first - 1) for first, _, _ in regions[1:])
    for key, value in missing.items():
        index = next((number for number, name in enumerate(names) if name > key), len(names))
        if index < len(names):
            first = regions[index][0]
            gap = spaced and (first == 0 or page.is_blank(first - 1))
            editor.insert_before(first, [*fields({key: value}, root.column), *([""] if gap else [])])
        else:
            last = regions[-1][1]
            gap = spaced and not page.is_blank(last)  # a text block with a + would take one more blank line in
            blocks = not editor.swallows(last + 1, root.column + STEP)
            editor.insert_before(last + 1, [*([""] if gap else []), *fields({key: value}, root.column, blocks=blocks)])


def _top_level(text: str) -> tuple[dict[str, Any], Node | None]:
    """Return the keys of *text* and where they stand; raise MainstreamError if there is no place for keys."""
    data, root = _read(text), layout(text)
    if root is None or root.shape == "empty":
        return {}, None
    where = f"line {root.line + 1}"
    if not isinstance(data, dict):
        message = 'The file does not consist of lines "name: value".'
        raise MainstreamError(message, action=_ONE_PER_LINE, where=where, code="F02")
    if data and root.shape != "mapping":
        raise MainstreamError("All keys stand within one pair of braces.", action=_ONE_PER_LINE, where=where)
    return data, root


def _without(text: str, braces: Node) -> str:
    """Return *text* without its only content, a pair of empty braces."""
    lines = Lines(text)
    rest = text[lines.starts[braces.line] : braces.start] + text[braces.end : lines.ends[braces.last]]
    below = lines.starts[braces.last + 1]
    kept = rest.strip() + text[lines.ends[braces.last] : below] if rest.strip() else ""
    return text[: lines.starts[braces.line]] + kept + text[below:]


def _read(text: str) -> Any:
    try:
        return parse(text).data
    except YamlProblem as problem:
        where = f"line {problem.line}" if problem.line else ""
        raise MainstreamError(problem.message, action=problem.action, where=where, code=problem.code) from problem


def _proven(text: str, expected: dict[str, Any]) -> str:
    """Return *text* if it reads back as *expected*; raise MainstreamError if not, so that nothing wrong is written."""
    try:
        data = parse(text).data or {}
    except YamlProblem as problem:
        raise _unsafe(problem.message, problem.action) from problem
    if not same(data, expected):
        raise _unsafe("It would not have read back as it was meant.", "Change the entry in a text editor instead.")
    return text


def _unsafe(message: str, action: str) -> MainstreamError:
    return MainstreamError(f"The change was not made, and nothing was written. {message}", action=action)


def _unusual(key: Node, name: str) -> MainstreamError:
    message = f'The entry "{name}" is laid out in an unusual way.'
    return MainstreamError(message, action=_ONE_PER_LINE, where=f"line {key.line + 1}")
