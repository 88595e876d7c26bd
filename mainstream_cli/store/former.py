"""Remembers what once stood in a project, so that an old copy of it does not come back as news.

Only marks are kept, one a line, on this computer. A copy was made at some moment; what a table left as it found it is
not a view of that table, even where the project itself has moved on since.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from mainstream_cli import yamlfile
from mainstream_cli.model.blocks import as_block, fingerprint, statement
from mainstream_cli.reading import Unreadable, read_bytes
from mainstream_cli.store.layout import FORMER

MAX_MARKS = 20_000_000


def former(folder: Path) -> frozenset[str]:
    """Return the marks of all that was replaced or set aside here."""
    try:
        return frozenset(read_bytes(folder / FORMER, MAX_MARKS, folder).decode("ascii").split())
    except (Unreadable, ValueError):
        return frozenset()


def remember(folder: Path, replaced: Iterable[tuple[str, str, object, object]]) -> None:
    """Add the marks of what was *replaced*: file, key, block before, block after. A mark not kept is no loss."""
    marks = [
        mark for file, key, before, after in replaced for mark in _gone(file, key, as_block(before), as_block(after))
    ]
    if marks:
        lines = sorted(former(folder).union(marks))
        yamlfile.replace_cache(folder / FORMER, "".join(f"{line}\n" for line in lines).encode("ascii"))


def _gone(file: str, key: str, before: dict[str, Any], after: dict[str, Any]) -> Iterator[str]:
    said = statement(before)
    if said and said != statement(after):
        yield fingerprint(file, key, said)
    kept = after.get("positions", [])
    for position in before.get("positions", []):
        if position not in kept and isinstance(position, dict):
            yield fingerprint(file, key, _view(position))


def _view(position: dict[str, Any]) -> dict[str, Any]:
    """Return what a table said as its own copy has it."""
    return {name: value for name, value in position.items() if name != "table"}
