"""A minute of reading: what ``demo`` shows is true, fits the screen and changes nothing."""

import re
import shlex

import pytest

from mainstream_cli.content.exercises import load_faults
from mainstream_cli.services.contexts import DOCUMENTS
from mainstream_cli.services.showcase import STRIKING

WORDS = 450  # what people read in about two minutes at most


@pytest.fixture
def shown(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run("demo", "a country")
    assert (result.code, result.err) == (0, "")
    return result.out


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


def test_demo_names_every_document_and_each_is_there(shown, tmp_path):
    reports = tmp_path / "a country" / "reports"
    assert {path.stem for path in reports.glob("*.docx")} == set(DOCUMENTS)
    flat = " ".join(shown.split())
    assert all(name in flat for name in DOCUMENTS)


def test_the_folder_of_demo_is_sound_and_its_next_commands_work(shown, run, tmp_path, monkeypatch):
    """The faults were laid into a copy only, and what is proposed can be typed."""
    lines = shown[shown.index("\nGo on\n") :].splitlines()[2:]
    assert shlex.split(lines[0]) == ["cd", "a country"]
    monkeypatch.chdir(tmp_path / "a country")
    assert run("check", "--format", "json").json["counts"]["error"] == 0
    commands = [re.split(r"  +", line.strip())[0] for line in lines[1:]]
    assert len(commands) >= 5
    for command in commands:
        assert run(*command.split()[1:]).code == 0, command
