"""Writes finished documents, and never over a file that somebody has edited since."""

import hashlib
import json
import os
from pathlib import Path

from mainstream_cli import yamlfile
from mainstream_cli.errors import Argument, MainstreamError
from mainstream_cli.language import say
from mainstream_cli.reading import Unreadable, read_bytes, within

RECORD = ".written.json"
MAX_DOCUMENT = 100_000_000
OUT = Argument("out", "DIR")
LEFT_BEHIND_SECONDS = 3600  # no lock guards this folder, and a slow stick may take minutes


def reports_folder(project: Path) -> Path:
    """Return the folder for the documents of *project*.

    Raises:
        MainstreamError: it is a link that leads out of the project.
    """
    folder = project / "reports"
    if not within(project, folder):
        message = say("{name} is a link that leads out of the project folder; nothing was written.", name="reports")
        action = say("Put a folder there, or name another one with {argument}.", argument=OUT)
        raise MainstreamError(message, action=action, where="reports", code="P13")
    return folder


def save_report(folder: Path, name: str, content: bytes) -> tuple[Path, Path | None]:
    """Write a document into *folder*; return its path, and the edited file that it was written beside, if any.

    The digest of what was written is kept in ``.written.json``; a file with another digest was edited and stays.

    Raises:
        MainstreamError: the folder or file cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = say("The folder {folder} cannot be made: {reason}.", folder=str(folder), reason=str(error.strerror))
        action = say("Choose another folder with {argument}.", argument=OUT)
        raise MainstreamError(message, action=action, code="P13") from error
    yamlfile.sweep(folder, LEFT_BEHIND_SECONDS)
    written = _read_record(folder)
    edited = folder / name if _edited(folder / name, written) else None
    target = folder / name
    number = 2
    while _edited(target, written):
        target = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
        number += 1
    yamlfile.replace(target, content)
    written[target.name] = _digest(content)
    yamlfile.replace_cache(folder / RECORD, (json.dumps(written, indent=1, sort_keys=True) + "\n").encode())
    return target, edited


def _edited(path: Path, written: dict[str, str]) -> bool:
    if not os.path.lexists(path):
        return False
    try:
        return written.get(path.name) != _digest(read_bytes(path, MAX_DOCUMENT, path.parent))
    except Unreadable:
        return True  # whatever it is, it is not what was written


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _read_record(folder: Path) -> dict[str, str]:
    try:
        data = json.loads(read_bytes(folder / RECORD, yamlfile.MAX_BYTES, folder))
    except (Unreadable, ValueError, RecursionError):
        return {}
    return {str(name): str(digest) for name, digest in data.items()} if isinstance(data, dict) else {}
