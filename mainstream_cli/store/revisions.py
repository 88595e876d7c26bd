"""The files of a project as git keeps them in one revision."""

import datetime
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mainstream_cli.errors import MainstreamError, UsageError, nothing_changed
from mainstream_cli.language import say
from mainstream_cli.store.folder import below_repository, repository
from mainstream_cli.store.git import ask_git, git_for
from mainstream_cli.store.layout import READ_FROM, SETTINGS

MOST_BYTES, MOST_FILES = 50_000_000, 5_000
HELD = (*READ_FROM, "checklists")
NAME = re.compile(r"[\w\- ][\w\-. ]*")  # a crafted tree can hold names that lead out of a folder
BLOB = re.compile(rb"[0-9a-f]+ blob (\d+)\n")
LISTED = re.compile(r"(\d{6}) (\w+) ([0-9a-f]{40,64}) +(\d+|-)\t(.+)", re.DOTALL)


@dataclass(frozen=True)
class Revision:
    """A revision: its commit, and the day it was made on."""

    commit: str
    day: datetime.date


def find_revision(folder: Path, name: str) -> Revision | None:
    """Return what *name* means to git in the repository around *folder*, None when it means no commit there."""
    if name.startswith("-") or not name.isprintable():
        return None
    found = ask_git(folder, "rev-parse", "--verify", "--quiet", "^".join((name, "{commit}")))
    commit = (found or b"").decode("ascii", "replace").strip()
    if not re.fullmatch("[0-9a-f]{40,64}", commit):
        return None
    made = (ask_git(folder, "show", "-s", "--format=%ct", "--no-show-signature", commit) or b"").decode(
        "ascii", "replace"
    )
    moment = datetime.datetime.fromtimestamp(int(made) if made.strip().isdigit() else 0, datetime.UTC)
    return Revision(commit, moment.date())


def why_no_revision(folder: Path, name: str) -> MainstreamError:
    """Return the message for a name that is no revision: there is no repository, no git, or it is not known there."""
    if repository(folder) is None:
        action = say("Name a folder, a day or an edition.")
        return UsageError(say("There is no git repository around this project."), action=action, code="usage")
    if git_for(folder) is None:
        action = say("Install git, or name a folder, a day or an edition.")
        return UsageError(say("git is not installed here, so no revision can be read."), action=action, code="usage")
    action = say("The revisions are listed by: {command}", command="git log --oneline")
    return UsageError(say("git knows no revision '{name}' here.", name=name), action=action, code="usage")


def unpack(folder: Path, revision: Revision, into: Path) -> None:
    """Write the files of the project in *folder*, as they were in a revision, into an empty folder.

    ``private/`` is left out. Nothing that git keeps is run, changed or fetched.

    Raises:
        MainstreamError: there was no project then, a file of it is a link, or there is too much of it.
    """
    files = list(_files(folder, revision))
    if SETTINGS not in [name for name, _, _ in files]:
        message = say("There was no project in this folder at the revision {commit}.", commit=revision.commit[:12])
        raise MainstreamError(message, action=say("Name a later revision."), code="P01")
    if sum(size for _, _, size in files) > MOST_BYTES or len(files) > MOST_FILES:
        message = say("The project is too large at the revision {commit}.", commit=revision.commit[:12])
        raise MainstreamError(message, action=say("Check it out into a folder of its own, and name that."), code="F05")
    typed = "".join(f"{blob}\n" for _, blob, _ in files).encode()
    kept = ask_git(folder, "cat-file", "--batch", typed=typed)
    for name, content in _parted([name for name, _, _ in files], kept or b"", revision):
        target = into / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _files(folder: Path, revision: Revision) -> Iterator[tuple[str, str, int]]:
    """Yield name in the project, blob and size of every file that a project is read from."""
    below = below_repository(folder)
    places = [f"{below}{name}" for name in (SETTINGS, *HELD)]
    listed = ask_git(
        folder, "--literal-pathspecs", "ls-tree", "-r", "-z", "-l", "--full-tree", revision.commit, "--", *places
    )
    for line in os.fsdecode(listed or b"").split("\0"):
        found = LISTED.fullmatch(line)
        if found is None:
            continue
        mode, _, blob, size, path = found.groups()
        name = path.removeprefix(below)
        if not name.endswith((".yaml", ".yml")) or not all(NAME.fullmatch(part) for part in name.split("/")):
            continue
        if not mode.startswith("100"):
            message = say("{file} is a link in the revision {commit}.", file=name, commit=revision.commit[:12])
            raise MainstreamError(
                message, action=nothing_changed(say("Links are not followed.")), where=name, code="F01"
            )
        yield name, blob, int(size)


def _parted(names: list[str], kept: bytes, revision: Revision) -> Iterator[tuple[str, bytes]]:
    """Yield each file with its content; git prints one after the other, each under a line with its length."""
    start = 0
    for name in names:
        head = BLOB.match(kept, start)
        if head is None:
            message = say("git could not read {file} in {commit}.", file=name, commit=revision.commit[:12])
            action = say("Look whether the repository is complete: {command}", command="git fsck")
            raise MainstreamError(message, action=action, code="F01")
        end = head.end() + int(head[1])
        yield name, kept[head.end() : end]
        start = end + 1
