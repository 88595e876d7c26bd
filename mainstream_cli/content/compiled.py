"""The shipped catalogue as data: written when the wheel is built, used only for the files that it was made of."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mainstream_cli import __version__, yamlfile
from mainstream_cli.content.bundle import PACKAGE
from mainstream_cli.errors import MainstreamError
from mainstream_cli.reading import read_bytes

BUNDLED = PACKAGE / "_bundled" / "checklists"
FILE = "checklists.json"
MAX_BYTES = 10_000_000
PARTS = ("*.yaml", "stages/*.yaml", "sectors/*.yaml")
LOOKED_UP = ("profile", "glossary", "evaluation", "words")
"""What a catalogue is not made of: these files are read when they are asked for."""


def digest_of(folder: Path) -> str:
    """Digest the content files so that line endings of a checkout make no difference.

    Raises:
        MainstreamError: a file cannot be read.
    """
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.yaml"), key=lambda each: each.relative_to(folder).as_posix()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\n")
        try:
            digest.update(read_bytes(path, yamlfile.MAX_BYTES, folder).replace(b"\r\n", b"\n"))
        except MainstreamError as problem:
            where = f"{folder.name}/{path.relative_to(folder).as_posix()}"
            raise MainstreamError(problem.message, action=problem.action, where=where, code="L01") from problem
    return digest.hexdigest()


def compiled(folder: Path) -> tuple[str, dict[str, Any]]:
    """Return the digest of the bundled catalogue and the data of its files by name, where both fit together.

    It is ("", {}) for every other folder, and where the files or the version are not those that were compiled.
    """
    if folder != BUNDLED:
        return "", {}
    try:
        kept = json.loads(read_bytes(folder.with_name(FILE), MAX_BYTES))
        sha256 = digest_of(folder)
    except (MainstreamError, ValueError):
        return "", {}
    fits = isinstance(kept, dict) and kept.get("key") == [__version__, sha256]
    return (sha256, kept["files"]) if fits else ("", {})


def compile_content(folder: Path) -> str:
    """Return the text of the file that ``compiled`` reads, for the catalogue in *folder*."""
    files = {path.relative_to(folder).as_posix(): yamlfile.read(path).data for path in _parts(folder)}
    return json.dumps({"key": [__version__, digest_of(folder)], "files": files}, ensure_ascii=False)


def _parts(folder: Path) -> Iterable[Path]:
    found = (path for pattern in PARTS for path in sorted(folder.glob(pattern)))
    return (path for path in found if path.stem not in LOOKED_UP)
