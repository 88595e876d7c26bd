"""Asks git, where it is there.

A folder of somebody else may hold a repository that was made to run programs. So git is asked only for names and for
what it keeps, with what would start something switched off, none of the variables of a hook, and not for long.
"""

import os
import shutil
import subprocess
from pathlib import Path

from mainstream_cli.reading import within
from mainstream_cli.store.folder import repository

PATIENCE_SECONDS = 5
QUIET = ("core.fsmonitor=", f"core.hooksPath={os.devnull}", "core.excludesFile=", "core.untrackedCache=false")


def ask_git(folder: Path, *words: str, typed: bytes = b"") -> bytes | None:
    """Return what git prints on a repository around *folder*; None without one, without git, or when it fails."""
    program = git_for(folder)
    if program is None:
        return None
    settings = [word for setting in QUIET for word in ("-c", setting)]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "", "LC_ALL": "C"}
    environment |= {"GIT_NO_REPLACE_OBJECTS": "1"}
    try:
        done = subprocess.run(  # noqa: S603 (git itself, found outside the project)
            [program, "--no-pager", *settings, *words],
            cwd=folder,
            env=environment,
            input=typed,
            capture_output=True,
            timeout=PATIENCE_SECONDS,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout if done.returncode in (0, 1) else None


def git_for(folder: Path) -> str | None:
    """Return the program that can be asked on *folder*; None without git, or without a repository around."""
    program = shutil.which("git") if repository(folder) else None
    if program is None or not Path(program).is_absolute() or within(folder, Path(program)):
        return None
    return program
