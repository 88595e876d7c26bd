"""Put new content in the place of a file, whole or not at all: the only function that writes a project file."""

from __future__ import annotations

import errno
import os
import re
import stat
import time
from contextlib import suppress
from pathlib import Path

from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import Text, say

_WINDOWS: bool = os.name == "nt"
_PATIENCE = 1.0  # seconds for Word, an editor or a virus scanner to let go of the file
_PAUSE = 0.05
_TEMPORARY = re.compile(r"\.mainstream-[0-9a-f]{16}\.tmp")
_FULL = (say("The disk is full."), say("Free some space and try again."))
_PROTECTED = (say("There is no permission to write there."), say("Check the rights of the folder, or ask its owner."))
_REASONS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: _PROTECTED,
    errno.EPERM: _PROTECTED,
    errno.EROFS: (say("The folder can only be read."), say("Copy the project to a disk that can be written.")),
    errno.ENOENT: (say("Its folder does not exist."), say("Check the name of the folder, or create it.")),
    errno.ENOTDIR: (say("Its folder is a file."), say("Check the name of the folder.")),
    errno.ENAMETOOLONG: (say("Its name is too long."), say("Choose a shorter name.")),
}


def replace(path: Path, content: bytes, *, closed: bool = False) -> None:
    """Write *content* to *path* such that the old or the new file is there at any moment, never half of one.

    The file mode is kept; *closed* makes it a file for its owner only. A symbolic link stays a link and its target is
    replaced, as long as the target lies in the same folder: following one further could write outside the project.
    Raises MainstreamError for such a link, a folder, a write-protected file and whatever the system refuses; the old
    file is then untouched.
    """
    try:
        target = _target(path)
        kept = _mode(target)
        _swap(target, content, 0o600 if closed else kept)
    except OSError as error:
        raise _refusal(path, error) from error
    _sync_folder(target.parent)


def replace_cache(path: Path, content: bytes) -> None:
    """Write a file that only this tool reads and can do without: a pipe or link there gives way, a folder stays."""
    with suppress(OSError, MainstreamError):
        _swap(path, content, None)


def sweep(folder: Path, seconds: float) -> None:
    """Remove the temporary files in *folder* that a killed process left, when they are older than *seconds*."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _TEMPORARY.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                with suppress(OSError):
                    if time.time() - entry.stat(follow_symlinks=False).st_mtime >= seconds:
                        Path(entry.path).unlink()


def _swap(target: Path, content: bytes, mode: int | None) -> None:
    temporary = target.parent / f".mainstream-{os.urandom(8).hex()}.tmp"
    try:
        _write(temporary, content, mode)
        _move(temporary, target)
    except BaseException:  # a Ctrl-C must not leave the temporary file either
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def _target(path: Path) -> Path:
    if not path.is_symlink():
        return path
    with suppress(RuntimeError):  # a link to itself, before Python 3.13
        target = path.resolve()
        if target.parent == path.parent.resolve():
            return target
    message = say("It is a link that leads out of its folder.")
    raise _stop(path, message, say("Put the file itself there instead of the link."))


def _mode(target: Path) -> int | None:
    """Return the file mode to keep, None for a new file; raise MainstreamError for what must not be replaced."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(mode):
        raise _stop(target, say("It is not a file."), say("Move it away, or rename it."))
    if not mode & stat.S_IWUSR:
        message = say("The file is write-protected.")
        raise _stop(target, message, say("Remove the protection if it is meant to be changed."))
    return stat.S_IMODE(mode)


def _write(temporary: Path, content: bytes, mode: int | None) -> None:
    with temporary.open("xb") as stream:
        if mode is not None:
            temporary.chmod(mode)  # before there is anything to read
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _move(temporary: Path, target: Path) -> None:
    """Rename, and on Windows wait a moment for a program that holds the target open."""
    patience = time.monotonic() + _PATIENCE
    while True:
        try:
            os.replace(temporary, target)  # noqa: PTH105 (the name under which tests make it fail)
        except PermissionError:
            if not _WINDOWS:
                raise
            if time.monotonic() > patience:
                message = say("Another program keeps the file open.")
                raise _stop(target, message, say("Close it in Word or your editor, and try again.")) from None
            time.sleep(_PAUSE)
        else:
            return


def _sync_folder(folder: Path) -> None:
    """Make the rename itself last through a power cut, where the system can; the new file is in place either way."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _refusal(path: Path, error: OSError) -> MainstreamError:
    said = str(error.strerror or error)
    unknown = say("The system says: {reason}.", reason=said), say("Check the disk and the folder.")
    return _stop(path, *_REASONS.get(error.errno or 0, unknown))


def _stop(path: Path, reason: Text, action: Text) -> MainstreamError:
    message = say("{file} could not be written. {reason}", file=path.name, reason=reason)
    return MainstreamError(message, action=action, where=str(path))
