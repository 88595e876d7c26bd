"""Terminals, pipes and keys: what stands around the process."""

import io
import json
import os
import signal
import subprocess
import sys
import time

import pytest

from mainstream_cli import cli, yamlfile

pytestmark = pytest.mark.skipif(os.name == "nt", reason="these tests speak to a POSIX shell")
M = "core_team_mandate"
LEAD = "core_team_lead"
TEXT = "\u0648\u0632\u0627\u0631\u0629 \u00e9 \U0001f600"
NARROW = [
    {"LC_ALL": "C"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "C", "PYTHONIOENCODING": "latin-1"},
    {"LC_ALL": "C", "PYTHONIOENCODING": "ascii:strict"},
]


def answer(project):
    return yamlfile.read(project / "answers/core_team.yaml").data[LEAD]


@pytest.mark.parametrize("env", NARROW, ids=lambda env: " ".join(f"{name}={value}" for name, value in env.items()))
def test_a_terminal_without_utf8_loses_no_letter(project, start, env):
    """Text from the command line and from standard input is stored and printed whole, whatever the terminal says."""
    done = start("set", LEAD, TEXT, "--note", "-", folder=project, env=env)
    out, err = done.communicate(TEXT.encode())
    assert (done.returncode, err) == (0, b"")
    assert TEXT in out.decode()
    assert (answer(project)["value"], answer(project)["note"]) == (TEXT, TEXT)


@pytest.mark.parametrize(
    ("words", "note"), [(b"caf\xe9", None), (b"x", b"caf\xe9"), (b"x", b""), (b"x", "caf\u00e9".encode("utf-16"))]
)
def test_bytes_that_are_no_text_are_refused(project, picture, start, words, note):
    """Bytes in another encoding, or none at all, are refused with a message; no letter is dropped on the way."""
    before = picture()
    done = start("set", LEAD, words, *([] if note is None else ["--note", "-"]), folder=project)
    out, err = done.communicate(note)
    assert (done.returncode, out) == (2, b"")
    assert b"Traceback" not in err
    assert b"UTF-8" in err or b"standard input" in err
    assert picture() == before


SHELL = {
    "stdin closed": (f"{LEAD} x --note - <&-", "set", 2),
    "stdout closed": (">&-", "check", 0),
    "stderr closed": ("--bogus 2>&-", "check", 2),
    "all closed": (">&- 2>&- <&-", "check", 0),
    "all closed and wrong": ("--bogus --format json >&- 2>&- <&-", "check", 2),
    "one line of text": ("| head -n 1", "check", 0),
    "one line of JSON": ("--format json | head -n 1", "check", 0),
    "one line of a long list": ("show --format json | head -n 1", "checklist", 0),
    "nobody reads": ("| true", "--version", 0),
    "nobody reads a mistake": ("--bogus 2>&1 >/dev/null | true", "check", 2),
}


@pytest.mark.parametrize("name", SHELL)
def test_a_closed_stream_is_silent(project, name):
    """A closed pipe or stream ends a command with its own exit code and without a word from Python."""
    words, verb, code = SHELL[name]
    script = f'set -o pipefail; "$0" -m mainstream_cli {verb} {words}'
    done = subprocess.run(
        ["bash", "-c", script, sys.executable], cwd=project, capture_output=True, text=True, check=False
    )
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    assert "BrokenPipe" not in done.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no full disk to write to")  # noqa: PTH110
@pytest.mark.parametrize("arguments", [("check",), ("check", "--format", "json"), ("--version",), ("explain", "C01")])
def test_output_that_finds_no_place_is_a_message(project, start, arguments):
    """When the disk is full for what a command prints, it says so on stderr and exits with 1."""
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = start(*arguments, folder=project, stdout=full)
        err = done.communicate()[1].decode()
    assert done.returncode == 1
    assert err.startswith("mainstream: ")
    assert "No space left" in err
    assert "Traceback" not in err
    assert "Exception ignored" not in err


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no full disk to write to")  # noqa: PTH110
def test_output_that_finds_no_place_at_the_very_end_is_a_message(monkeypatch, capsys):
    """What waited in a buffer until the command was done, and finds no place then, is said and exits with 1 as well."""
    with open("/dev/full", "w") as full:  # noqa: PTH123
        monkeypatch.setattr(sys, "stdout", full)
        assert cli.run(["--version"]) == 1
    assert "No space left" in capsys.readouterr().err


def test_a_stream_that_only_takes_texts_is_enough(project, monkeypatch):
    """A notebook or a test may put a stream of Python's own making in the place of each, and gets what was said."""
    said = {name: io.StringIO() for name in ("stdin", "stdout", "stderr")}
    for name, stream in said.items():
        monkeypatch.setattr(sys, name, stream)
    assert cli.run(["status", "-p", str(project)]) == 0
    assert "Added value" in said["stdout"].getvalue()
    assert cli.run(["set", LEAD, "x", "--note", "-", "-p", str(project)]) == 2
    assert "Nothing stands on standard input" in said["stderr"].getvalue()


def test_ctrl_c_is_130_and_changes_nothing(project, picture, start):
    """Ctrl-C while a command waits ends it with 130 and one line, and no answer is half written."""
    before = picture()
    program = f"import sys; from mainstream_cli.cli import run; print('ready', flush=True); sys.exit(run(['set', '{LEAD}', 'x', '--note', '-']))"
    command = [sys.executable, "-c", program]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, cwd=project, stdin=pipe, stdout=pipe, stderr=pipe)
    assert process.stdout.readline() == b"ready\n"
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    err = process.communicate()[1]
    assert process.returncode == 130
    assert b"Stopped" in err
    assert b"Traceback" not in err
    assert picture() == before


def test_ctrl_c_is_one_json_document_too(run, project, monkeypatch):
    """With --format json even Ctrl-C leaves one JSON document on stdout."""

    def interrupted(*arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr("mainstream_cli.workspace.opened.load", interrupted)
    result = run("check", "--format", "json")
    assert (result.code, result.json["error"]["code"]) == (130, "stopped")


@pytest.mark.parametrize("arguments", [[], ["check"], ["status", "--format", "json"]])
def test_a_current_folder_that_is_gone_is_a_message(tmp_path, start, arguments):
    """A command in a folder that was deleted meanwhile says so."""
    gone = tmp_path / "gone"
    gone.mkdir()
    script = 'cd "$1" && rmdir "$1" && shift && exec "$0" -m mainstream_cli "$@"'
    done = subprocess.run(
        ["bash", "-c", script, sys.executable, gone, *arguments], cwd=gone, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    message = json.loads(done.stdout)["error"]["message"] if "json" in arguments else done.stderr
    assert "No such file or directory" in message
