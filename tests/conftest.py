"""What the tests share: the catalogue, fresh projects and the command line."""

import gc
import json
import os
import pickle
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from io import BytesIO, TextIOWrapper
from pathlib import Path
from subprocess import CompletedProcess, TimeoutExpired
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from jinja2 import Environment
from prompt_toolkit.application import create_app_session

from mainstream_cli import cli, yamlfile
from mainstream_cli.content import content_dir, load_catalogue
from mainstream_cli.content.catalogue import LABEL, read_catalogue
from mainstream_cli.documents.rendering import child, isolated
from mainstream_cli.documents.rendering.sandbox import FieldsFirst
from mainstream_cli.documents.rendering.template import WordTemplate
from mainstream_cli.model.catalogue import Catalogue

# Nobody is there to look at a new example when a pipeline runs: it tries the same ones each time, at any speed.
settings.register_profile("at any speed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("at any speed")
settings.register_profile("pipeline", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("pipeline")

# Else each of the processes that tests start would compile the whole tool again.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

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


gc.set_threshold(50_000, 20, 100)  # there is memory enough to look less often for what can be forgotten


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="session", autouse=True)
def read_once(catalogue: Catalogue) -> Iterator[None]:
    """Read the shipped catalogue once, and parse files of one content once: the tests run thousands of commands."""
    shipped = (content_dir("checklists"), LABEL)

    def reading(folder: Path, label: str = LABEL) -> Any:
        return (catalogue, []) if (folder, label) == shipped else read_catalogue(folder, label)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("mainstream_cli.content.catalogue.read_catalogue", reading)
        for name in ("read", "salvage"):
            patch.setattr(yamlfile, name, _by_content(getattr(yamlfile, name)))
        yield


@pytest.fixture(scope="session", autouse=True)
def unhurried_disk() -> Iterator[None]:
    """Leave it to the disk when it writes; the processes of tests/reliability know nothing of this and wait for it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.fsync", lambda _: None)
        yield


@pytest.fixture(scope="session", autouse=True)
def compile_once() -> Iterator[None]:
    """Make each text of a template ready for Jinja once, under the rules of each sandbox: it is filled so often."""
    compile_text = Environment.compile
    patched = cache(partial(WordTemplate.patch_xml, None))  # which asks nothing of its template
    compiled: dict[tuple[type, str], Any] = {}

    def compiling(self: Environment, source: Any, *more: Any, **options: Any) -> Any:
        if not isinstance(self, FieldsFirst) or not isinstance(source, str) or more or options:
            return compile_text(self, source, *more, **options)
        key = type(self), source
        if key not in compiled:
            compiled[key] = compile_text(self, source)
        return compiled[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Environment, "compile", compiling)
        patch.setattr(WordTemplate, "patch_xml", lambda _, xml: patched(xml))
        yield


def _by_content(read: Callable[..., Any]) -> Callable[..., Any]:
    """Parse files of the same content once; whoever reads gets a document of his own."""
    parsed: dict[bytes, bytes] = {}

    def reading(path: Path, folder: Path | None = None, text: str | None = None) -> Any:
        extras = () if text is None else (text,)
        try:
            content = yamlfile.content_of(path, folder) if text is None else b""
        except yamlfile.YamlProblem:
            content = b""
        if content not in parsed:
            found = read(path, folder, *extras)
            whole = found.document if isinstance(found, yamlfile.Reading) else found
            if not content or whole is None or getattr(found, "problems", ()):
                return found
            if yamlfile.content_of(path, folder) != content:  # somebody wrote meanwhile
                return found
            parsed[content] = pickle.dumps(found)
        found = pickle.loads(parsed[content])
        if isinstance(found, yamlfile.Reading):
            return replace(found, document=replace(found.document, name=str(path)))
        return replace(found, name=str(path))

    return reading


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project made by init, to be copied."""
    folder = tmp_path_factory.mktemp("pristine") / "kenya"
    assert cli.run(["init", str(folder), *FACTS]) == 0
    return folder


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


def _in_fork(arguments: Iterable[str]) -> None:
    code = 1
    try:
        os.closerange(3, 1024)  # among them the pipe by which a program that cannot be started would be reported
        os.environ["TERM"] = "xterm-256color"
        sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w")  # noqa: SIM115
        with create_app_session():
            code = cli.run([*arguments])
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


@pytest.fixture
def forked() -> Callable[[Iterable[str]], None]:
    """What runs a command as the last step before a program would be started, in a fork that has loaded all it needs."""
    return _in_fork


@pytest.fixture
def project(pristine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh project folder, made by init, that is also the current folder."""
    folder = tmp_path / "kenya"
    shutil.copytree(pristine, folder)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the process of own templates do its work here, with the same words in and out, for tests of what it finds."""

    def run(command: list[str], *, input: bytes, **_: Any) -> CompletedProcess[bytes]:  # noqa: A002 - its name
        said = BytesIO()
        with pytest.MonkeyPatch.context() as patch:
            for door in ("_limit", "shut"):
                patch.setattr(child, door, lambda *_: None)
            patch.setattr(sys, "stdin", TextIOWrapper(BytesIO(input)))
            patch.setattr(sys, "stdout", TextIOWrapper(said))
            child.main()
            return CompletedProcess(command, 0, said.getvalue(), b"")

    monkeypatch.setattr(isolated, "subprocess", SimpleNamespace(run=run, TimeoutExpired=TimeoutExpired))
