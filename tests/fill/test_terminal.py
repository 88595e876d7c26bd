"""fill and init in a real pseudo-terminal. Every wait has a limit, so a prompt that loops fails instead of hanging."""

import io
import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from mainstream_cli.store import load

pexpect = pytest.importorskip("pexpect", reason="there is no pseudo-terminal on Windows")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal on Windows")
CONTROL = {"back": "\x10", "skip": "\x0e", "unknown": "\x0b", "not applicable": "\x18", "help": "\x07", "quit": "\x11"}
LIMIT = 20


@pytest.fixture
def terminal(tmp_path, forked):
    """Start a command in a terminal of 80 x 24; whatever is left at the end is killed."""
    started = []

    def start(*arguments, cwd=None, program=None):
        child = pexpect.spawn(
            program or sys.executable,
            ["--norc", *arguments] if program else [],
            preexec_fn=None if program else partial(forked, arguments),
            cwd=str(cwd or Path.cwd()),
            env={**os.environ, "TERM": "xterm-256color"},
            dimensions=(24, 80),
            encoding="utf-8",
            timeout=LIMIT,
        )
        child.delaybeforesend = None
        started.append(child)
        return child

    yield start
    for child in started:
        child.close(force=True)


def end_of_input(child, key):
    """Send the end of input, again each second: a key sent in the instant between two pages can be lost."""
    for _ in range(5):
        child.send(key)
        if child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=2) == 0:
            return


def ended(child):
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus


@pytest.fixture
def answers(project, catalogue):
    return lambda: load(project, catalogue).project.answers


def test_one_entry_opens_at_once(terminal, project, run, catalogue):
    """`fill REGISTER/ID` shows the fields of that entry, and with an id that is free the form of a new one."""
    assert run("set", "plan_goals/goal_1", "title=Decent work").code == 0
    child = terminal("fill", "plan_goals/goal_1")
    child.expect("Plan goals: Decent work")
    child.send("\r")
    assert ended(child) == 0
    assert "Saved. plan_goals/goal_1" in child.before
    child = terminal("fill", "plan_goals/quite_new")
    child.expect("Plan goals: new entry")
    child.send("Health for all\r")
    child.expect("More fields")
    child.send("\r")
    assert ended(child) == 0
    assert load(project, catalogue).project.registers["plan_goals"]["quite_new"].title == "Health for all"


def test_a_walk_on_a_screen(terminal, project, answers):
    """Choosing, typing, the control keys and quitting work on a screen; what was confirmed is in the files."""
    child = terminal("fill", "core_team")
    child.expect("2.1.1 Written mandate")
    child.expect("quit")
    child.send("2\r")
    child.expect("What stands behind")
    child.send("Order drafted — وزارة العمل\r")
    child.expect("Which documents")
    child.send(CONTROL["skip"])
    child.expect("2.1.2 Lead")
    child.send(CONTROL["unknown"])
    child.expect("What would be needed")
    child.send(CONTROL["quit"])
    assert ended(child) == 0
    assert "2 answered of 15 asked" in child.before
    assert answers()["core_team_mandate"].note == "Order drafted — وزارة العمل"
    assert answers()["core_team_lead"].value == "unknown"


def test_a_walk_in_plain(terminal, project, answers):
    """With --plain every reply is a line, the keys are words, and no escape sequence is written at all."""
    child = terminal("fill", "core_team", "--plain")
    for sent in (
        "2",
        "Order drafted",
        ":skip",
        ":unknown",
        ":back",
        ":help",
        ":nothing",
        ":na",
        "No lead yet",
        ":quit",
    ):
        child.expect("\r\n> ")
        assert "\x1b" not in child.before
        child.sendline(sent)
    assert ended(child) == 0
    assert answers()["core_team_mandate"].value == "partly"
    assert answers()["core_team_lead"].reason == "No lead yet"


@pytest.mark.parametrize("style", [[], ["--plain"]])
@pytest.mark.parametrize(
    "noise", ["\x1b[31m", "\x1b[99;99R", "\x1bOP", "\x1b]0;x\x07", "\x1b[200~a\x1b[201~", "\x00\x1b"]
)
def test_noise_and_the_end_of_input_never_loop(terminal, project, style, noise, answers):
    """A stray escape sequence answers nothing, and the end of input after it ends the command at once."""
    child = terminal("fill", "core_team", *style)
    printed = child.logfile_read = io.StringIO()
    child.expect("quit")
    child.send(noise)
    end_of_input(child, "\x04" if not style else "\r\x04")
    assert ended(child) == 0
    assert "Traceback" not in printed.getvalue()
    assert len(printed.getvalue()) < 20_000
    assert answers() == {}


@pytest.mark.parametrize("style", [[], ["--plain"]])
def test_ctrl_c_and_a_dead_terminal_lose_nothing(terminal, project, style, answers):
    """What was confirmed survives Ctrl-C (exit 130), a closed terminal and kill -9."""
    for number, end in enumerate(("c", "hang up", "kill")):
        child = terminal("fill", "core_team", *style)
        child.expect("quit")
        child.send("2\r" if number != 1 else "Planning\r")
        child.expect("What stands behind")
        if end == "c":
            child.expect("quit")
            child.send("\x03")
            assert ended(child) == 130
            assert "Traceback" not in child.before
        else:
            child.kill(signal.SIGHUP if end == "hang up" else signal.SIGKILL)
            child.close(force=True)
    assert [answers()[each].value for each in ("core_team_mandate", "core_team_lead", "national_leadership")] == [
        "partly",
        "Planning",
        "partly",
    ]


def test_a_stopped_job_goes_on(terminal, project):
    """Ctrl-Z puts the walk aside; brought back, it shows the question again, also in another size."""
    shell = terminal("-i", program="bash")
    shell.sendline(f"{sys.executable} -m mainstream_cli fill core_team")
    shell.expect("2.1.1 Written")
    shell.expect("quit")
    shell.send("\x1a")
    shell.expect("Stopped")
    shell.setwinsize(20, 60)
    shell.sendline("fg")
    shell.expect("2.1.1 Written")
    shell.expect("quit")
    shell.send(CONTROL["quit"])
    shell.expect("0 answered of 15 asked")


def test_the_wall_shows_the_question_alone(terminal, project, answers):
    """With --room there is the question and its minutes, then the options, then the agreed answer."""
    child = terminal("fill", "core_team", "--room")
    child.expect("2.1.3 National leadership")
    child.expect("5 minutes left")
    assert "Why" not in child.before
    child.send("\r")
    child.expect("in place")
    child.send("2\r")
    child.expect("Agreed: partly in place")
    assert answers()["national_leadership"].value == "partly"
    child.send(CONTROL["quit"])
    assert ended(child) == 0


def test_without_a_terminal_fill_stops_at_once(project):
    """Piped or redirected, fill exits with 2 and names set and the files."""
    for streams in ({"stdin": subprocess.DEVNULL}, {"input": "\x1b[31m\n1\n"}):
        done = subprocess.run(
            [sys.executable, "-m", "mainstream_cli", "fill"],
            capture_output=True,
            text=True,
            timeout=LIMIT,
            check=False,
            **streams,
        )
        assert done.returncode == 2
        assert done.stdout == ""
        assert "mainstream set" in done.stderr
        assert "answers/" in done.stderr


def test_init_is_a_conversation_and_ctrl_c_leaves_nothing(terminal, tmp_path):
    """Init asks for what is missing, finishes with the next step, and leaves nothing behind when it is stopped."""
    replies = ["Moldva", "MDA", "Moldova", "Plan 2030", "", "2", "2020", "2019", "2030", "", "Chancellery", "", "md"]
    child = terminal("init", "--plain", cwd=tmp_path)
    for reply in replies[:5]:
        child.expect("\r\n> ")
        child.sendline(reply)
    child.expect("\r\n> ")
    child.send("\x03")
    assert ended(child) == 130
    assert list(tmp_path.iterdir()) == []
    child = terminal("init", "--plain", cwd=tmp_path)
    for reply in replies:
        child.expect("\r\n> ")
        child.sendline(reply)
    assert ended(child) == 0
    assert "mainstream fill added_value" in child.before
    text = (tmp_path / "md/mainstream.yaml").read_text()
    assert "name: Moldova" in text
    assert "timing: stand_alone" in text
    assert "kind: planning_authority" in (tmp_path / "md/registers/stakeholders.yaml").read_text()


def test_init_never_asks_with_no_input(terminal, tmp_path):
    """--no-input stops with what is missing even where somebody could answer."""
    child = terminal("init", "x", "--no-input", "--country", "MDA", cwd=tmp_path)
    assert ended(child) == 2
    assert "--plan" in child.before


@pytest.mark.parametrize("style", [[], ["--plain"]])
def test_a_key_of_the_question_is_refused_at_a_follow_up(terminal, project, style, answers):
    """^K and :unknown at a note say that they do nothing there; the answer stands and the note is not ':unknown'."""
    child = terminal("fill", "core_team", *style)
    child.expect("quit")
    child.send("2\r")
    child.expect("What stands behind")
    child.expect("quit")
    if not style:
        child.send("Order")
        child.send(CONTROL["unknown"])
        child.expect("does nothing here")
        child.send(CONTROL["help"])
        child.expect("on to the next question")
        child.send("\r")
        child.expect("Order")  # the page of help takes no typed text away
        child.expect("quit")
        child.send("\x7f" * 5)
    child.send(":unknown\r")
    child.expect("There is no such word here. Use one of:")
    child.send(CONTROL["quit"] if not style else ":quit\r")
    assert ended(child) == 0
    assert (answers()["core_team_mandate"].value, answers()["core_team_mandate"].note) == ("partly", None)


def test_checks_are_answered_with_three_keys(terminal, project, run, catalogue):
    """On a screen and line by line: result, by whom and when; the second check takes both over with Enter."""
    run("set", "stakeholders/commission", "title=Human rights commission", "kind=agency")
    found = ("rights_check=Nobody is bound.", "gender_check=Women gain.", "child_check=None concerned.")
    run("set", "objectives/keep_staff", "title=Nurses stay", *found)
    child = terminal("fill", "objectives", "--only", "checks")
    for wait, keys in (("Result", "1\r"), ("By", "1\r"), ("Date", "\r")):
        child.expect(wait)
        child.expect("quit")
        child.send(keys)
    child.expect("Gender check")
    child.expect("quit")
    child.send(CONTROL["quit"])
    assert ended(child) == 0
    assert "Still open in 1 entry." in child.before
    child = terminal("fill", "objectives", "--only", "checks", "--plain")
    for sent in ("2", "1", "", "4", "", ""):
        child.expect("\r\n> ")
        child.sendline(sent)
    assert ended(child) == 0
    assert "Nothing is open here." in child.before
    checks = load(project, catalogue).project.registers["objectives"]["keep_staff"].checks
    assert [check.result for check in checks.values()] == ["passed", "changed", "not_concerned"]
    assert {check.by for check in checks.values()} == {"commission"}


@pytest.mark.parametrize(("keys", "signed", "code"), [("1", 1, 0), ("", 0, 130), ("2", 0, 130), (":quit", 0, 130)])
def test_a_signature_is_confirmed_at_a_terminal(terminal, run, tmp_path, keys, signed, code):
    """Before objectives are signed it is asked once whether their checks were read."""
    run("init", tmp_path / "sandoria", "--sample", "sandoria")
    journal = tmp_path / "sandoria/journal"
    before = len(list(journal.glob("*.yaml")))
    command = ("sign", "goal_setting", "--by", "council", "--reference", "Decision 13")
    child = terminal(*command, cwd=tmp_path / "sandoria")
    child.expect("It was not judged whether a finding is right.")
    child.expect("\r\n> ")
    child.sendline(keys)
    assert ended(child) == code
    assert len(list(journal.glob("*.yaml"))) == before + signed
