"""How well ``private/`` is kept: by git, or by ``.gitignore`` where git cannot be asked; and on this computer.

A folder of somebody else may hold a repository that was made to run programs. So git is asked only to list names, with
what would start something switched off, none of the variables of a hook, and not for long.
"""

import os
import shutil
import stat
import subprocess
from pathlib import Path

from mainstream_cli.model.project import PrivateFolder
from mainstream_cli.reading import Unreadable, read_bytes, within
from mainstream_cli.store.folder import repository
from mainstream_cli.store.layout import PRIVATE

PATIENCE_SECONDS = 5
MOST_LINES = 100_000  # bytes of .gitignore
INSIDE = ("answers/added_value.yaml", "answers/sectors/health.yaml", "registers/mof.yaml", "journal/a.yaml", "a.docx")
PROBES = tuple(f"{PRIVATE}/{name}" for name in INSIDE)
QUIET = ("core.fsmonitor=", f"core.hooksPath={os.devnull}", "core.excludesFile=", "core.untrackedCache=false")
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
    """Return what git prints on a repository around *folder*; None without one, without git, or when it fails."""
    program = shutil.which("git") if repository(folder) else None
    if program is None or not Path(program).is_absolute() or within(folder, Path(program)):
        return None
    settings = [word for setting in QUIET for word in ("-c", setting)]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "", "LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603 (git itself, found outside the project)
            [program, "--no-pager", *settings, *words],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE_SECONDS,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return os.fsdecode(done.stdout) if done.returncode in (0, 1) else None


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
