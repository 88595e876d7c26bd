"""A minute of reading: what ``demo`` shows is true, fits the screen and changes nothing."""

import io
import re
import shlex
import shutil
from contextlib import redirect_stderr, redirect_stdout

import pytest

from mainstream_cli import cli
from mainstream_cli.course.exercises import load_faults
from mainstream_cli.documents.kinds import DOCUMENTS
from mainstream_cli.workspace.showcase import STRIKING

WORDS = 450  # what people read in about two minutes at most


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def shown(home):
    """What demo says; the folder ``a country`` that it makes is only looked at."""
    said, warned = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(said), redirect_stderr(warned):
        patch.chdir(home)
        patch.delenv("SOURCE_DATE_EPOCH", raising=False)
        code = cli.run(["demo", "a country"])
    for stream in (said, warned):
        stream.seek(0)
    assert (code, warned.read()) == (0, "")
    return said.read()


def test_demo_fits_a_plain_screen_of_80_columns(shown):
    """No line is wider than a screen, none has a control character, and it is short."""
    assert max(map(len, shown.splitlines())) <= 80
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", shown)
    assert len(shown.split()) <= WORDS


def test_demo_shows_what_the_rules_find_in_a_weakened_copy(shown, catalogue):
    """Each chosen fault is told with the finding that it brings, just found, and with its reason."""
    flat = " ".join(shown.split())
    faults = load_faults(catalogue)
    for name in STRIKING:
        fault = faults[name]
        assert fault.title in flat
        assert f" {fault.expect[0].split()[0]} " in flat
        assert " ".join(fault.why.split()) in flat


def test_demo_names_every_document_and_each_is_there(shown, home):
    reports = home / "a country" / "reports"
    assert {path.stem for path in reports.glob("*.docx")} == set(DOCUMENTS)
    flat = " ".join(shown.split())
    assert all(name in flat for name in DOCUMENTS)


def test_the_folder_of_demo_is_sound_and_its_next_commands_work(shown, home, run, monkeypatch):
    """The faults were laid into a copy only, and what is proposed can be typed."""
    lines = shown[shown.index("\nGo on\n") :].splitlines()[2:]
    assert shlex.split(lines[0]) == ["cd", "a country"]
    monkeypatch.chdir(home / "a country")
    assert run("check", "--format", "json").json["counts"]["error"] == 0
    commands = [re.split(r"  +", line.strip())[0] for line in lines[1:]]
    assert len(commands) >= 5
    for command in commands:
        assert run(*command.split()[1:]).code == 0, command


def test_demo_can_be_run_twice(shown, home, run, tmp_path, monkeypatch):
    """Called again in its folder, demo says so and writes the same documents again."""
    reports = shutil.copytree(home / "a country", tmp_path / "a country") / "reports"
    before = {path.name: path.read_bytes() for path in reports.glob("*.docx")}
    (reports / "cabinet_note.docx").unlink()
    monkeypatch.chdir(tmp_path)
    result = run("demo", "a country")
    assert (result.code, result.err) == (0, "")
    assert result.out == shown.replace("Made a country", "Found a country", 1)
    assert {path.name: path.read_bytes() for path in reports.glob("*.docx")} == before
