"""Nothing is lost: two people at work at the same time, and a process killed at any moment.

Other moments are tried with ``python -m pytest tests/reliability --seed 7``.
"""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mainstream_cli.store import load

WRITER = Path(__file__).parent / "writer.py"
RACE_SAVES = 300
KILLED_SAVES = 500
LONGEST_LIFE = 0.25  # seconds from the first save to the kill


@pytest.fixture
def seed(request):
    return request.config.getoption("--seed")


def start(folder, seed, saves, questions):
    arguments = [sys.executable, WRITER, folder, str(seed), str(saves), *questions]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)


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
    writers = {
        name: start(project, f"{seed}{name}", RACE_SAVES, each)
        for name, each in (("a", questions[:3]), ("b", questions[3:]))
    }
    printed = {name: writer.communicate(timeout=120)[0] for name, writer in writers.items()}
    assert [writer.returncode for writer in writers.values()] == [0, 0]
    said = {
        question: [f"{seed}{name}", str(number)]
        for name, text in printed.items()
        for question, number in acknowledged(text).items()
    }
    assert sum(len(text.splitlines()) for text in printed.values()) == 2 * RACE_SAVES
    assert on_disk(project, catalogue) == said


def test_a_kill_at_any_moment_loses_no_answer_that_was_acknowledged(project, catalogue, seed):
    """Processes are killed at random moments of 500 saves: all files stay readable, every reported save is there."""
    chance, questions, done, lives = random.Random(seed), ratings(catalogue, 4), 0, 0
    while done < KILLED_SAVES:
        lives += 1
        process = start(project, f"{seed}k{lives}", KILLED_SAVES, questions)
        first = process.stdout.readline()
        time.sleep(chance.random() * LONGEST_LIFE)
        process.kill()
        said = acknowledged(first + process.communicate()[0])
        found = on_disk(project, catalogue)
        for name, number in said.items():
            life, stands = found[name]
            assert life == f"{seed}k{lives}"
            assert int(stands) >= number
        done += max(said.values())
    assert lives > 1
