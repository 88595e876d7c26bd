"""Writing when the disk, the rights, another process or a power cut stand in the way."""

import errno
import json
import os
import random
import subprocess
import sys
import textwrap
import time
import zipfile
from pathlib import Path

import pytest
from filelock import FileLock

from mainstream_cli import yamlfile
from mainstream_cli.documents.kinds import DOCUMENTS

resource = pytest.importorskip("resource", reason="these tests use the rights and limits of POSIX")
SET = ("set", "core_team_lead", "Planning")
ENTRY = ("set", "sources/a", "title=A", "kind=law")
INIT = ("init", "new/land", "--country", "KEN", "--plan", "P", "--start", "2026", "--end", "2035")


def left_over(project):
    return list(project.rglob(".mainstream-*"))


@pytest.mark.parametrize("step", ["os.open", "os.fsync", "os.replace", "pathlib.Path.chmod", "pathlib.Path.open"])
@pytest.mark.parametrize(("command", "number"), [(SET, errno.ENOSPC), (ENTRY, errno.EIO)])
def test_a_save_that_fails_at_any_step_changes_nothing(
    run, project, picture, stopped, monkeypatch, step, command, number
):
    """Whichever step of a save the system refuses, the old file stays whole and no temporary file is left."""
    before = picture()
    true_step = {"os.open": os.open, "pathlib.Path.open": Path.open}.get(step)

    def fail(*arguments, **options):
        writes = any(str(each) in {"xb", "wb"} for each in arguments)
        if true_step is not None and not writes and not (step == "os.open" and str(arguments[0]).endswith(".lock")):
            return true_step(*arguments, **options)
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(step, fail)
        message = stopped(run(*command))
    assert any(words in message for words in ("disk", "only be read", "system says", "cannot be written"))
    assert picture() == before
    assert left_over(project) == []
    assert run(*command).code == 0


@pytest.mark.parametrize("arguments", [SET, ENTRY, INIT, ("report",), ("demo",)])
def test_a_disk_that_takes_no_byte_more_loses_none(project, picture, start, forked, arguments):
    """When no file can grow any more, every command that writes stops with a message and leaves all as it was."""
    before = picture()

    def limited():
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        forked(arguments)

    done = start(folder=project, preexec_fn=limited, restore_signals=False)  # Python would begin without SIGXFSZ
    err = done.communicate()[1]
    assert done.returncode == 1
    assert err.startswith(b"mainstream: ")
    assert b"Traceback" not in err
    assert picture() == before
    assert left_over(project) == []
    assert not (project / "new").exists()


SEVERAL = """
import io, json, os, sys
from mainstream_cli.cli import run
said = []
for name, mode, words in json.loads(sys.argv[2]):
    file = os.path.normpath(os.path.join(sys.argv[1], name))
    usual = os.stat(file).st_mode
    os.chmod(file, mode)
    sys.stdout, sys.stderr = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    code = run([*words, "--project", sys.argv[1]])
    os.chmod(file, usual)
    streams = (sys.stdout, sys.stderr)
    for stream in streams:
        stream.seek(0)
    said.append([code, *(stream.read() for stream in streams)])
sys.__stdout__.write(json.dumps(said))
"""


@pytest.fixture
def with_modes(project, without_rights):
    """Run commands in one process without special rights, each while a file has other modes; return what each did."""

    def call(*cases):
        command = [*without_rights, sys.executable, "-c", SEVERAL, str(project), json.dumps(cases)]
        return json.loads(subprocess.run(command, cwd=project.parent, capture_output=True, check=True).stdout)

    return call


def test_a_folder_that_can_only_be_read_is_a_message(picture, with_modes):
    """In a folder without the right to write, set stops with a message, and reading goes on."""
    before = picture()
    closed = ((".", SET), ("answers", SET), ("registers", ENTRY))
    done = with_modes(*((place, 0o555, words) for place, command in closed for words in (command, ("status",))))
    assert len(done) == 6
    for (code, _, err), (reading, out, _) in zip(done[::2], done[1::2], strict=True):
        assert code == 1
        assert err.startswith("mainstream: ")
        assert "ermission" in err
        assert (reading, bool(out)) == (0, True)
    assert picture() == before


def test_a_file_that_may_not_be_read_is_a_message(with_modes):
    """What there is no right to read is named, and is never taken for missing."""
    hidden = ("answers/core_team.yaml", "answers", "mainstream.yaml", ".")
    done = with_modes(*((each, 0o000, ("check", "--format", "json")) for each in hidden))
    assert len(done) == len(hidden)
    for code, out, err in done:
        assert code in {1, 2}
        assert err == ""
        document = json.loads(out)
        said = document["error"]["message"] if "error" in document else document["findings"][0]["message"]
        assert "ermission" in said or "not readable" in said


def test_a_write_protected_file_stays(run, project, picture, stopped):
    """A file that its owner protected is not replaced."""
    (project / "answers/core_team.yaml").chmod(0o444)
    before = picture()
    assert "protected" in stopped(run(*SET))
    assert picture() == before


def test_a_lock_that_is_not_released_is_a_message(run, project, picture, stopped, monkeypatch):
    """When another process keeps the project locked, set gives up after a while and says what to do."""
    monkeypatch.setattr("mainstream_cli.store.save.PATIENCE_SECONDS", 0.1)
    before = picture()
    with FileLock(project / ".mainstream.lock"):
        assert "Another mainstream" in stopped(run(*SET))
    assert picture() == before
    assert run(*SET).code == 0


LOOP = """
import sys
from mainstream_cli import cli
from mainstream_cli.content import load_catalogue
catalogue = load_catalogue()
from mainstream_cli.workspace import catalogue as national
national.load_catalogue = lambda: catalogue
questions = [each.id for each in catalogue.stages[1].questions if each.kind == "rating"]
for number, question in list(enumerate(questions))[int(sys.argv[1])::2]:
    for command in (["set", question, "partly", "--note", f"by {sys.argv[1]}"],
                    ["set", f"sources/s{number}", f"title=T{number}", "kind=law"]):
        if cli.run(command):
            sys.exit(f"stopped at {command}")
"""


def test_two_processes_that_write_at_once_lose_no_answer(project):
    """Two processes that answer different questions of one file, and record entries in one register, lose none."""
    command = [sys.executable, "-c", LOOP]
    both = [subprocess.Popen([*command, str(number)], cwd=project, stdout=subprocess.DEVNULL) for number in (0, 1)]
    assert [process.wait() for process in both] == [0, 0]
    answers = yamlfile.read(project / "answers/core_team.yaml").data
    given = [answer["note"] for answer in answers.values() if answer]
    assert {"by 0", "by 1"} == set(given)
    assert len(yamlfile.read(project / "registers/sources.yaml").data) == len(given) >= 8
    assert left_over(project) == []


def test_a_killed_process_loses_no_acknowledged_entry(run, project):
    """After kill -9 in the middle of saves every acknowledged entry is there, the file is whole, and work goes on."""
    program = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from mainstream_cli.store.save import save_entry
        for number in range(100_000):
            save_entry(Path("."), "sources", f"s{sys.argv[1]}_{number}", "", {"title": "w" * 2000, "kind": "law"})
            print(f"s{sys.argv[1]}_{number}", flush=True)
        """
    )
    acknowledged = set()
    for round_ in range(4):
        process = subprocess.Popen(
            [sys.executable, "-c", program, str(round_)], cwd=project, stdout=subprocess.PIPE, text=True
        )
        acknowledged.add(process.stdout.readline().strip())
        time.sleep(random.random() / 10)
        process.kill()
        acknowledged |= set(process.communicate()[0].split("\n")[:-1])
        entries = yamlfile.read(project / "registers/sources.yaml").data
        assert acknowledged <= entries.keys()
        assert all(len(entry["title"]) == 2000 for entry in entries.values())
    assert run("check").code == 0
    assert run(*ENTRY).code == 0


HOSTILE = "A & <B> {{ x }} {% y %} ]]> \u0639\u0631\u0628 \U0001f600 %s {0}"


def test_documents_take_every_text(run, project, put, catalogue):
    """Documents come out of a project whose every answer holds signs that mean something to Word, XML or a template."""
    for sheet in catalogue.sheets.values():
        value = {"rating": "partly", "text": HOSTILE, "number": "9" * 24, "date": "0001-01-01"}
        answers = {
            each.id: {"value": value.get(each.kind, "unknown"), "note": f"{HOSTILE}\x85\u2028{each.id}", "by": HOSTILE}
            for each in sheet.questions
        }
        folder = "answers" if sheet in catalogue.stages else "answers/sectors"
        put(f"{folder}/{sheet.id}.yaml", yamlfile.dump(answers))
    put("registers/results.yaml", "a: {title: A, level: output, contributes_to: a}\n")
    session = {"title": HOSTILE, "question": HOSTILE, "date": "0001-01-01", "findings": [HOSTILE]}
    put("registers/sessions.yaml", yamlfile.dump({"a": session}))
    assert run("report", "--today", "0001-01-01").code == 0
    without_answers = {"conditions_overview", "record_of_decisions", "terms_used", "questionnaire"}
    for name in DOCUMENTS.keys() - without_answers:
        with zipfile.ZipFile(project / f"reports/{name}.docx") as parts:
            text = parts.read("word/document.xml").decode()
        assert "A &amp; &lt;B&gt; {{ x }} {% y %} ]]&gt;" in text
    assert len(list((project / "reports").glob("*.docx"))) == len(DOCUMENTS)


@pytest.mark.parametrize("record", ["", "[1]", "{", "\xff", "[" * 100_000, '{"scoping_proposal.docx": 5}'])
def test_a_broken_record_of_reports_makes_no_report_overwrite_a_file(run, project, put, record):
    """When it is no longer known what report wrote, nothing that stands there is overwritten."""
    put("reports/.written.json", record.encode("latin-1"))
    mine = put("reports/scoping_proposal.docx", b"edited by the cabinet")
    assert run("report", "scoping_proposal").code == 0
    assert mine.read_bytes() == b"edited by the cabinet"
    assert (project / "reports/scoping_proposal-2.docx").is_file()
