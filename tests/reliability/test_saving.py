"""Nothing is lost: two people at work at the same time, and a process killed at any moment.

Other moments are tried with ``python -m pytest tests/reliability --seed 7``.
"""

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from mainstream_cli.store import load

WRITER = Path(__file__).parent / "writer.py"
RACE_SAVES = 300
KILLED_SAVES = 500
KILL = getattr(signal, "SIGKILL", signal.SIGTERM)
LONGEST_LIFE = 0.25  # seconds from the first save to the kill


@pytest.fixture
def seed(request):
    return request.config.getoption("--seed")


class Writer:
    """A program that lives once for each seed: as a fork of itself where there is such a thing, else once at all."""

    def __init__(self, folder, saves, questions):
        self.command = [sys.executable, WRITER, folder, str(saves), *questions]
        self.process = None

    def live(self, seed):
        """Begin a life, and return its process id."""
        if self.process is None or self.process.poll() is not None:
            self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.process.stdin.write(f"{seed}\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def heard(self):
        """Wait for the end of the life; return what it said, and its exit code."""
        said = []
        for line in self.process.stdout:
            if line.startswith("ended "):
                return "".join(said), int(line.split()[1])
            said.append(line)
        return "".join(said), self.process.wait()

    def leave(self):
        """End the program, which waits for the next seed."""
        self.process.communicate(timeout=120)


def ratings(catalogue, count):
    """Return questions of one file that a rating answers, so that all writers meet in that file."""
    found = [each.id for each in catalogue.stages[1].questions if each.kind == "rating" and not each.sensitive]
    return found[:count]


def acknowledged(printed):
    """Return the number of the last save that was reported for each answer and entry."""
    return {name: int(number) for name, number in (line.split() for line in printed.splitlines() if " " in line)}


def on_disk(folder, catalogue):
    """Return what each answer and entry says that a writer saved; every file must be readable."""
    loaded = load(folder, catalogue)
    assert loaded.findings == []
    records = {**loaded.project.answers, **loaded.project.entries("sources")}
    return {name: record.note.split()[:2] for name, record in records.items() if record.note}


def test_two_processes_that_write_in_the_same_files_lose_nothing(project, catalogue, seed):
    """Two processes set different answers of one stage and add to one register; the last word of each stands."""
    questions = ratings(catalogue, 6)
    writers = {name: Writer(project, RACE_SAVES, each) for name, each in (("a", questions[:3]), ("b", questions[3:]))}
    for name, writer in writers.items():
        writer.live(f"{seed}{name}")
    told = {name: writer.heard() for name, writer in writers.items()}
    for writer in writers.values():
        writer.leave()
    assert [code for _, code in told.values()] == [0, 0]
    printed = {name: text for name, (text, _) in told.items()}
    said = {
        question: [f"{seed}{name}", str(number)]
        for name, text in printed.items()
        for question, number in acknowledged(text).items()
    }
    assert sum(len(text.splitlines()) for text in printed.values()) == 2 * RACE_SAVES
    assert on_disk(project, catalogue) == said


def test_a_kill_at_any_moment_loses_no_answer_that_was_acknowledged(run, project, catalogue, seed):
    """Processes are killed at random moments of 500 saves: all files stay readable, every reported save is there, work goes on."""
    chance, done, lives = random.Random(seed), 0, 0
    writer = Writer(project, KILLED_SAVES, ratings(catalogue, 4))
    while done < KILLED_SAVES:
        lives += 1
        life = writer.live(f"{seed}k{lives}")
        first = writer.process.stdout.readline()
        time.sleep(chance.random() * LONGEST_LIFE)
        with suppress(ProcessLookupError):
            os.kill(life, KILL)
        said = acknowledged(first + writer.heard()[0])
        found = on_disk(project, catalogue)
        for name, number in said.items():
            by, stands = found[name]
            assert by == f"{seed}k{lives}"
            assert int(stands) >= number
        done += max(said.values())
    writer.leave()
    assert lives > 1
    assert run("check").code == 0
    assert run("set", "sources/a", "title=A", "kind=law").code == 0
