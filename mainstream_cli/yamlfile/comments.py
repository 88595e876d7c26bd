"""The comments directly above the top-level keys of a file: read, and changed one line at a time."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mainstream_cli.yamlfile.document import Document
from mainstream_cli.yamlfile.edit import same
from mainstream_cli.yamlfile.lines import Lines
from mainstream_cli.yamlfile.reader import parse


def comments_above(document: Document) -> dict[str, tuple[str, ...]]:
    """Return for each top-level key the lines of the comment that stands directly above it, from the top."""
    page = Lines(document.text)
    return {key: tuple(page[line] for line in _lines_above(document, page, key)) for key in _keys(document)}


def replace_comments(document: Document, changes: Mapping[str, tuple[str, str]]) -> str:
    """Return the text with one line of the comment above some keys changed: key -> (old line, new line).

    A key or line that is not there is left alone, as are all other bytes.
    """
    page = Lines(document.text)
    new: dict[int, list[str]] = {}
    for key, (before, after) in changes.items():
        for line in _lines_above(document, page, key) if key in _keys(document) else ():
            if page[line] == before:
                new[line] = [after]
    return _joined(document, page, new) if new else document.text


def replace_line(document: Document, before: str, after: str) -> str:
    """Return the text with every line that is exactly the comment *before* turned into *after*."""
    page = Lines(document.text)
    return _joined(document, page, {line: [after] for line in range(len(page)) if page[line] == before})


def take_bare(document: Document, key: str, before: str, after: str) -> str:
    """Return the text without a bare top-level key and with the comment line *after* in its place.

    It takes the place of the line *before* in the comment above the key, where that is there; a comment beside the key
    stays as a line of its own. What is no bare key on one line is left alone, as are all other bytes.
    """
    page, at = Lines(document.text), document.key_marks[(key,)][0] - 1
    above = [line for line in _lines_above(document, page, key) if page[line] == before]
    beside = re.search(r"\s(#.*)", page[at])
    new = {line: [after] for line in above[:1]} | {line: [] for line in above[1:]}
    new[at] = [*([] if above else [after]), *([beside[1]] if beside else [])]
    return _joined(document, page, new, without=key)


def _joined(document: Document, page: Lines, new: Mapping[int, list[str]], without: str = "") -> str:
    """Return the text with some lines replaced by others, if it then reads as it did, but for the key *without*."""
    ends = [document.text[page.ends[line] : page.starts[line + 1]] for line in range(len(page))]
    text = "".join(each + ends[line] for line in range(len(page)) for each in new.get(line, [page[line]]))
    kept = {key: value for key, value in (document.data or {}).items() if key != without}
    return text if same(parse(text).data or {}, kept) else document.text


def _keys(document: Document) -> list[str]:
    return list(document.data) if isinstance(document.data, dict) else []


def _lines_above(document: Document, page: Lines, key: str) -> range:
    stop = first = document.key_marks[(key,)][0] - 1
    while first > 0 and page.is_comment(first - 1) and page.indent(first - 1) == 0:
        first -= 1
    return range(first, stop)
