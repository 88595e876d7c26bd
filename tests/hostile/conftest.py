"""What the hostile tests share: a project, pictures of a folder, and what a stop must be."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from mainstream_cli import cli

Picture = dict[str, bytes]


@pytest.fixture
def project(pristine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A fresh project folder that is also the current folder."""
    folder = tmp_path / "kenya"
    shutil.copytree(pristine, folder)
    monkeypatch.chdir(folder)
    yield folder
    for path in (folder, *folder.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)


@pytest.fixture
def put(project: Path) -> Callable[[str, str | bytes], Path]:
    """Write a file of the project."""

    def write(file: str, content: str | bytes) -> Path:
        path = project / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.fixture
def picture(project: Path) -> Callable[..., Picture]:
    """Return everything that a folder holds, byte by byte; the lock and the marks of what once stood there are left out."""

    def take(folder: Path = project) -> Picture:
        paths = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".mainstream."))
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}

    return take


@pytest.fixture
def stopped() -> Callable[..., str]:
    """Assert that a command stopped as promised, and return the one message."""

    def check(result: Any, code: int = 1) -> str:
        assert result.code == code
        assert result.out == ""
        assert "Traceback" not in result.err
        message, _, action = result.err.partition("\n  ")
        assert message.startswith("mainstream: ")
        assert result.err.count("mainstream: ") >= 1
        assert action.strip(), "it does not say what to do"
        assert ":0:0" not in result.err
        assert "None" not in result.err
        return result.err

    return check


@pytest.fixture
def start() -> Callable[..., subprocess.Popen[bytes]]:
    """Start the command line in a process of its own."""

    def call(*arguments: str | bytes, folder: Path, **options: Any) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "PYTHONPATH": str(Path(cli.__file__).parents[2]), **options.pop("env", {})}
        environment.pop("SOURCE_DATE_EPOCH", None)
        before = options.pop("before", [])
        for name in ("stdin", "stdout", "stderr"):
            options.setdefault(name, subprocess.PIPE)
        command = [*before, sys.executable, "-m", "mainstream_cli", *arguments]
        return subprocess.Popen(command, cwd=folder, env=environment, **options)

    return call


@pytest.fixture
def without_rights() -> list[str]:
    """Return what to put before a command so that file permissions count, also when the tests run as root."""
    if not hasattr(os, "geteuid"):
        pytest.skip("this system has no such permissions")
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("root cannot give up its rights here")
    return ["setpriv", "--inh-caps=-all", "--bounding-set=-all"]
