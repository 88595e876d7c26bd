"""The one way in: every file of a project, of a copy and of a template is read here, and nowhere else.

A file that somebody sent may be a pipe that never ends a read, a device, a link to somewhere else, or larger than the
memory. So it is looked at before it is opened, opened without waiting, looked at again, and read up to a limit.
"""

import errno
import os
import stat
from pathlib import Path

from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import say

_NO_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_MEGABYTE = 1_000_000
_FORBIDDEN = (say("There is no permission to read the file."), say("Ask its owner for the right to read it."))
_REASONS = {
    errno.ENOENT: (say("The file does not exist."), say("Check its name, or restore it from git.")),
    errno.ENOTDIR: (say("A part of its path is a file, not a folder."), say("Check the name of the folder.")),
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EISDIR: (say("This is a folder, where a file is expected."), say("Rename the folder, or move it elsewhere.")),
    errno.ELOOP: (say("The file is a link that leads back to itself."), say("Replace the link by the file.")),
}


class Unreadable(MainstreamError):  # noqa: N818 (most callers make a finding of it, or take the file as absent)
    """Why a file cannot be read: F05 when it is too large, else F01."""


def within(folder: Path, path: Path) -> bool:
    """Tell whether *path* lies in *folder* by its own name, and also once all links are followed."""
    if _plainly_within(os.path.abspath(folder), os.fspath(path)):  # noqa: PTH100 (follows no link)
        return True
    named = Path(os.path.abspath(path)).is_relative_to(os.path.abspath(folder))  # noqa: PTH100 (follows no link)
    return named and Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))  # resolve() raises on a loop


def _plainly_within(top: str, path: str) -> bool:
    """Tell whether no link and no way up is on the way from *top* to *path*: then there is nothing to follow."""
    if os.name != "posix" or ".." in path:
        return False
    inside = os.path.abspath(path)  # noqa: PTH100 (strings: this is asked for every file)
    if inside != top and not inside.startswith(os.path.join(top, "")):  # noqa: PTH118
        return False
    while inside != top:
        if os.path.islink(inside):  # noqa: PTH114
            return False
        inside = os.path.dirname(inside)  # noqa: PTH120
    return True


def read_bytes(path: Path, limit: int, folder: Path | None = None) -> bytes:
    """Return the content of a plain file of at most *limit* bytes; with *folder*, of one that lies inside it.

    Raises:
        Unreadable: it is missing, not a plain file, too large, outside *folder*, or the system does not give it.
    """
    if folder is not None and not within(folder, path):
        message = say("The file is a link that leads out of the folder.")
        raise Unreadable(message, action=say("Put the file itself here."), code="F01")
    try:
        _judge(path.stat(), limit)
        with open(os.open(path, os.O_RDONLY | _NO_WAITING), "rb") as stream:  # noqa: PTH123 (a path cannot say how)
            _judge(os.fstat(stream.fileno()), limit)
            content = stream.read(limit + 1)
    except OSError as error:
        unknown = (
            say("The file cannot be read: {reason}.", reason=str(error.strerror)),
            say("Try to open it in an editor."),
        )
        message, action = _REASONS.get(error.errno or 0, unknown)
        raise Unreadable(message, action=action, where=str(path), code="F01") from error
    refuse_size(len(content), limit)
    return content


def refuse_size(size: int, limit: int) -> None:
    """Refuse what is larger than *limit*.

    Raises:
        Unreadable: it is (F05).
    """
    if size > limit:
        message = say("The file is over {n} MB, far larger than any file of its kind.", n=limit // _MEGABYTE)
        action = say("Check whether it is the right file; split it, or move long texts into a document of their own.")
        raise Unreadable(message, action=action, code="F05")


def _judge(status: os.stat_result, limit: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(status.st_mode):
        message = say("This is a device or a pipe, not a file.")
        raise Unreadable(message, action=say("Put a plain file in its place."), code="F01")
    refuse_size(status.st_size, limit)
