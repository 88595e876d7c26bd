"""What the tests share: the catalogue, fresh projects and the command line."""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from mainstream_cli import cli
from mainstream_cli.content import load_catalogue
from mainstream_cli.model.catalogue import Catalogue

# Nobody is there to look at a new example when a pipeline runs: it tries the same ones each time, at any speed.
settings.register_profile("pipeline", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("pipeline")

FACTS = ["--country", "KEN", "--plan", "Vision 2035", "--start", "2026", "--end", "2035"]


@dataclass(frozen=True)
class Run:
    """What a command left: its exit code and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files instead of comparing")
    parser.addoption("--seed", default="1", help="for the tests that choose moments and orders by chance")


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Run]:
    """Call the command line in this process; any exception that is not shown as a message fails the test."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    def call(*arguments: object) -> Run:
        capsys.readouterr()
        code = cli.run([str(each) for each in arguments])
        printed = capsys.readouterr()
        assert "Traceback" not in printed.err
        return Run(code, printed.out, printed.err)

    return call


@pytest.fixture
def project(tmp_path: Path, run: Callable[..., Run], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh project folder, made by init, that is also the current folder."""
    folder = tmp_path / "kenya"
    assert run("init", folder, *FACTS).code == 0
    monkeypatch.chdir(folder)
    return folder
