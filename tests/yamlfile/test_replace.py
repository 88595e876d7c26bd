"""Replacing a file: whole or not at all, whatever fails."""

import errno
import importlib
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mainstream_cli.errors import MainstreamError
from mainstream_cli.yamlfile import replace

POSIX = pytest.mark.skipif(os.name == "nt", reason="file modes and links of Unix")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Return a file with old content in an otherwise empty folder."""
    path = tmp_path / "answers.yaml"
    path.write_bytes(b"old")
    return path


def refused(path: Path) -> MainstreamError:
    """Return the error of replacing a path, having checked that it says what, where and what to do."""
    with pytest.raises(MainstreamError) as caught:
        replace(path, b"new")
    assert path.name in caught.value.message
    assert caught.value.action.endswith(".")
    assert caught.value.where == str(path)
    return caught.value


def test_new_content_takes_the_place_of_the_old(target: Path) -> None:
    """After replacing, the new bytes are there and nothing else is in the folder."""
    replace(target, b"new\r\n\x00")
    assert target.read_bytes() == b"new\r\n\x00"
    assert list(target.parent.iterdir()) == [target]


def test_a_new_file_is_made(tmp_path: Path) -> None:
    """A file that does not exist yet is made."""
    replace(tmp_path / "new.yaml", b"x")
    assert (tmp_path / "new.yaml").read_bytes() == b"x"


@POSIX
def test_modes_are_kept(target: Path) -> None:
    """The file mode stays; a new file gets the mode that any new file would get."""
    target.chmod(0o640)
    replace(target, b"new")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    plain = target.with_name("plain")
    plain.touch()
    replace(target.with_name("new"), b"new")
    assert target.with_name("new").stat().st_mode == plain.stat().st_mode


class FullDisk:
    """A file that opens, and then finds the disk full at one step."""

    def __init__(self, stream: Any, step: str) -> None:
        self.stream, self.step = stream, step

    def __enter__(self) -> "FullDisk":
        return self

    def __exit__(self, *_: object) -> None:
        self.stream.close()

    def __getattr__(self, name: str) -> Any:
        return fail_with(errno.ENOSPC) if name == self.step else getattr(self.stream, name)


def fail_with(number: int) -> Callable[..., Any]:
    """Return a function that raises the OSError of *number*."""

    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("step", ["open", "write", "flush", "fsync", "chmod", "replace"])
def test_a_failure_at_any_step_leaves_the_old_file(step: str, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk at any step stops with a message, the old content and no temporary file."""
    real = Path.open
    if step in ("write", "flush"):
        monkeypatch.setattr(Path, "open", lambda path, mode: FullDisk(real(path, mode), step))
    elif step in ("open", "chmod"):
        monkeypatch.setattr(Path, step, fail_with(errno.ENOSPC))
    else:
        monkeypatch.setattr(os, step, fail_with(errno.ENOSPC))
    assert "disk is full" in refused(target).message
    monkeypatch.undo()
    assert target.read_bytes() == b"old"
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize(
    ("number", "words"), [(errno.EROFS, "only be read"), (errno.EACCES, "permission"), (errno.EIO, "system says")]
)
def test_the_reason_is_given_in_plain_words(
    number: int, words: str, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that cannot be written is named as such."""
    monkeypatch.setattr(Path, "open", fail_with(number))
    assert words in refused(target).message


def test_an_interruption_leaves_nothing_behind(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while writing leaves the old content and no temporary file."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        replace(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(target.parent.iterdir()) == [target]


def test_a_folder_that_cannot_be_synced_is_no_failure(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once the new file is in place, a system that cannot sync folders does no harm."""
    monkeypatch.setattr(os, "open", fail_with(errno.EINVAL))
    replace(target, b"new")
    assert target.read_bytes() == b"new"


def test_windows_waits_for_other_programs(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that Word holds for a moment is replaced as soon as Word lets go."""
    attempts = iter([PermissionError(13, "in use"), PermissionError(13, "in use"), None])
    real = os.replace

    def busy(source: Path, destination: Path) -> None:
        problem = next(attempts)
        if problem:
            raise problem
        real(source, destination)

    monkeypatch.setattr(importlib.import_module("mainstream_cli.yamlfile.replace"), "_WINDOWS", True)
    monkeypatch.setattr(os, "replace", busy)
    replace(target, b"new")
    assert target.read_bytes() == b"new"


def test_windows_gives_up_with_advice(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that stays locked stops with the advice to close the other program."""
    module = importlib.import_module("mainstream_cli.yamlfile.replace")
    monkeypatch.setattr(module, "_WINDOWS", True)
    monkeypatch.setattr(module, "_PATIENCE", 0.01)
    monkeypatch.setattr(os, "replace", fail_with(errno.EACCES))
    assert "Close it in Word or your editor" in refused(target).action
    assert list(target.parent.iterdir()) == [target]


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A folder, and a path in a folder that does not exist, are refused."""
    (tmp_path / "folder").mkdir()
    assert "not a file" in refused(tmp_path / "folder").message
    assert "does not exist" in refused(tmp_path / "missing" / "x.yaml").message


@POSIX
def test_a_protected_file_is_refused(target: Path) -> None:
    """A file that somebody made read-only stays as it is, even where the folder would allow a replacement."""
    target.chmod(0o444)
    assert "write-protected" in refused(target).message
    assert target.read_bytes() == b"old"


@POSIX
def test_a_link_within_the_folder_stays_a_link(target: Path) -> None:
    """The target of a link in the same folder is replaced, and the link stays."""
    link = target.with_name("link.yaml")
    link.symlink_to(target.name)
    replace(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@POSIX
def test_a_link_out_of_the_folder_is_refused(target: Path) -> None:
    """A link that leads elsewhere, or to itself, is refused, and nothing is written at its end."""
    (target.parent / "sub").mkdir()
    link = target.parent / "sub" / "link.yaml"
    link.symlink_to(target)
    assert "out of its folder" in refused(link).message
    assert target.read_bytes() == b"old"
    loop = target.with_name("loop")
    loop.symlink_to("loop")
    refused(loop)
