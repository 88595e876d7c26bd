"""Move single values of a text one key down, byte for byte: their quotes, their folding and their comments stay."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import reduce
from operator import getitem

from mainstream_cli.yamlfile.document import Document
from mainstream_cli.yamlfile.layout import DataPath
from mainstream_cli.yamlfile.lines import Lines
from mainstream_cli.yamlfile.respell import as_meant, with_value

STEP = "  "


def nested(document: Document, paths: Collection[DataPath], name: str) -> str:
    """Return the text with a block in place of the value at each path: the value as it stands, under the key *name*.

    Raises:
        MainstreamError: it would not read back as it was meant.
    """
    page, text, expected = Lines(document.text), document.text, document.data
    insertions = [each for path in paths for each in _insertions(document, page, path, name)]
    for place, new in sorted(insertions, reverse=True):
        text = text[:place] + new + text[place:]
    for path in paths:
        expected = with_value(expected, path, {name: reduce(getitem, path, expected)})
    return as_meant(document, text, expected)


def _insertions(document: Document, page: Lines, path: DataPath, name: str) -> Iterator[tuple[int, str]]:
    """Yield what is inserted where; nothing that stands there is touched."""
    around = document.node(path[:-1])
    if around is None or str(path[-1]) not in around.entries:
        return
    key, node = around.entries[str(path[-1])]
    if around.shape == "inline":  # within braces
        yield node.start, f"{{{name}: "
        yield node.end, "}"
        return
    newline = "\r\n" if "\r\n" in document.text else "\n"
    yield document.text.index(":", key.end), f":{newline}{' ' * key.column}{STEP}{name}"
    first = node.line if node.line > key.line else node.line + 1
    yield from ((page.starts[line], STEP) for line in range(first, node.last + 1) if page[line])
