"""Tells whether anything was written in a project folder since it was read."""

import os
from collections.abc import Iterator
from pathlib import Path

from mainstream_cli.store.layout import PRIVATE, READ_FROM, SETTINGS

Stamp = frozenset[tuple[str, int, int]]


def stamp(folder: Path) -> Stamp:
    """Return the files that a project is read from, each with its size and the moment it was last written."""
    return frozenset(_files(folder))


def _files(folder: Path) -> Iterator[tuple[str, int, int]]:
    tops = (folder / name for name in (*READ_FROM, PRIVATE))
    inside = (os.walk(top) for top in tops if not top.is_symlink())  # a link may lead to a whole disk
    paths = (os.path.join(place, name) for found in inside for place, _, names in found for name in names)  # noqa: PTH118
    for path in (str(folder / SETTINGS), *paths):
        try:
            status = os.lstat(path)
        except OSError:
            continue
        yield path, status.st_size, status.st_mtime_ns
