"""How well ``private/`` is kept: by git, or by ``.gitignore`` where git cannot be asked; and on this computer."""

import os
import stat
from pathlib import Path

from mainstream_cli.model.project import PrivateFolder
from mainstream_cli.reading import Unreadable, read_bytes
from mainstream_cli.store.folder import repository
from mainstream_cli.store.git import ask_git
from mainstream_cli.store.layout import PRIVATE

MOST_LINES = 100_000  # bytes of .gitignore
INSIDE = ("answers/added_value.yaml", "answers/sectors/health.yaml", "registers/mof.yaml", "journal/a.yaml", "a.docx")
PROBES = tuple(f"{PRIVATE}/{name}" for name in INSIDE)
WAYS = {"", "*", "**"}  # private/, private/*, private/**


def look_at_private(folder: Path) -> PrivateFolder:
    """Return what is known of ``private/`` in a project folder; whatever git does, this does not raise."""
    here = folder / PRIVATE
    at_hand = here.is_dir()
    listed = _git(folder, "ls-files", "-z", "-t", "--cached", "--others", "--exclude-standard", "--", PRIVATE)
    probed = _git(folder, "check-ignore", "--no-index", "--", *PROBES)
    if listed is None or probed is None:
        ignored = _ignored_by_text(folder) or not (at_hand or repository(folder))
        return PrivateFolder(at_hand, (), ignored, at_hand and _open(here))
    names = [line for line in listed.split("\0") if line]
    tracked = tuple(sorted(line[2:] for line in names if not line.startswith("?")))
    loose = any(line.startswith("?") for line in names)
    return PrivateFolder(
        at_hand, tracked, not loose and set(PROBES) <= set(probed.split("\n")), at_hand and _open(here)
    )


def _open(private: Path) -> bool:
    return os.name == "posix" and bool(stat.S_IMODE(private.stat().st_mode) & 0o077)


def _git(folder: Path, *words: str) -> str | None:
    said = ask_git(folder, *words)
    return None if said is None else os.fsdecode(said)


def _ignored_by_text(folder: Path) -> bool:
    """Tell whether ``.gitignore`` names ``private/``, and no later line takes that back."""
    try:
        text = read_bytes(folder / ".gitignore", MOST_LINES).decode("utf-8", "replace")
    except Unreadable:
        return False
    ignored = False
    for line in text.splitlines():
        start, _, rest = line.strip().lstrip("!/").partition("/")
        if start == PRIVATE and (line.strip().startswith("!") or rest in WAYS):
            ignored = not line.strip().startswith("!")
    return ignored
