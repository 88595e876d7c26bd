"""One way in: what is no plain file of usual size stops nobody, and nothing is read or written through a link out."""

import ast
import os
import shutil
import time
from pathlib import Path

import pytest

import mainstream_cli
from mainstream_cli.course.folder import put_back
from mainstream_cli.reading import Unreadable, read_bytes, within
from mainstream_cli.store.save import locked

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
PACKAGE = Path(mainstream_cli.__file__).parent
SET = ("set", "core_team_lead", "Planning")
HUGE = 20_000_000_000
MAY_OPEN = {
    "reading.py": 2,  # the reader itself
    "language/translated.py": 2,  # a translation that is shipped with the tool
    "output/writer.py": 2,  # the empty device in place of closed streams
    "workspace/blank_form.py": 1,  # a new file, never an old one
    "yamlfile/replace.py": 2,  # the temporary file, and the folder for its sync
}
NO_FILES = {"copy", "self", "cls", "Workspace", "OpenProject"}  # a copy in memory, an open question, a project


def opened_in(path):
    names = ("open", "read_text", "read_bytes", "copyfile", "copy", "copy2")
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            func = node.func
            called = func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")
            by_path = isinstance(func, ast.Attribute) and not (
                isinstance(func.value, ast.Name) and func.value.id in NO_FILES
            )
            if (called in names and by_path) or (called == "open" and isinstance(func, ast.Name)):
                yield called


def test_nothing_opens_a_file_beside_the_one_reader():
    """No module opens or reads a file by itself, but for those listed with their reason."""
    found = {path.relative_to(PACKAGE).as_posix(): len(list(opened_in(path))) for path in PACKAGE.rglob("*.py")}
    assert {file: count for file, count in found.items() if count} == MAY_OPEN


def pipe(path):
    os.mkfifo(path)


def sparse(path):
    with path.open("wb") as stream:
        stream.truncate(HUGE)


def device(path):
    path.symlink_to("/dev/zero")


def folder(path):
    path.mkdir()


def circle(path):
    path.symlink_to(path.name)


ODD = {"a pipe": pipe, "20 GB": sparse, "a link to a device": device, "a folder": folder, "a link to itself": circle}


def laid(path, odd):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    ODD[odd](path)
    return path


@pytest.mark.parametrize("odd", ODD)
def test_the_reader_gives_a_plain_file_or_one_message(tmp_path, odd):
    """Whatever stands in place of a file, reading it ends at once with what is wrong and what to do."""
    with pytest.raises(Unreadable) as caught:
        read_bytes(laid(tmp_path / "file", odd), 1000)
    assert caught.value.code == ("F05" if odd == "20 GB" else "F01")
    assert caught.value.message
    assert caught.value.action


def test_a_file_lies_in_a_folder_by_its_name_and_by_where_its_links_lead(tmp_path):
    """Neither a way up nor a link out is inside; a folder that itself lies behind a link holds what is in it."""
    inside = tmp_path / "real"
    inside.mkdir()
    (inside / "file").write_text("x")
    (tmp_path / "outside").write_text("x")
    (inside / "link").symlink_to(tmp_path / "outside")
    (inside / "near").symlink_to("file")
    (tmp_path / "door").symlink_to(inside)
    (tmp_path / "back").symlink_to(inside / "file")
    for at in (inside, tmp_path / "door"):
        assert within(at, at / "file")
        assert within(at, at / "near")
        assert not within(at, at / "link")
        assert not within(at, at / ".." / "outside")
        assert not within(at, at / ".." / "back")
    assert read_bytes(tmp_path / "door" / "near", 10, tmp_path / "door") == b"x"


@pytest.mark.parametrize("odd", ODD)
def test_a_cache_that_is_none_counts_as_absent(run, project, odd):
    """What remembers former values, or what was written, is no condition for working: a broken one stops no command."""
    laid(project / ".mainstream.former", odd)
    laid(project / "reports" / ".written.json", odd)
    assert run(*SET).code == 0
    assert run("set", "core_team_lead", "Planning commission").code == 0
    assert run("report", "scoping_proposal").code == 0
    assert run("check").code == 0
    if odd != "a folder":
        assert (project / ".mainstream.former").stat().st_size < 1000
        assert run("report", "scoping_proposal").code == 0
        assert not (project / "reports" / "scoping_proposal-2.docx").exists()


@pytest.mark.parametrize("odd", ["a pipe", "20 GB", "a folder"])
def test_a_document_is_written_beside_what_stands_in_its_place(run, project, odd):
    """What is no document of ours is kept as it is, whatever it is; the new one has a name of its own."""
    path = laid(project / "reports" / "scoping_proposal.docx", odd)
    before = path.lstat()
    result = run("report", "scoping_proposal")
    assert result.code == 0
    assert "Traceback" not in result.err
    assert (path.lstat().st_mode, path.lstat().st_size) == (before.st_mode, before.st_size)
    assert (project / "reports" / "scoping_proposal-2.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("odd", [each for each in ODD if each != "a folder"])
def test_an_odd_template_is_one_message(run, project, stopped, odd):
    """A template of the ministry that is no plain file is named; the shipped one is not used in its place unsaid."""
    laid(project / "templates" / "scoping_proposal.docx", odd)
    message = stopped(run("report", "scoping_proposal"))
    assert "T01" in message or "scoping_proposal.docx" in message
    assert not (project / "reports" / "scoping_proposal.docx").exists()


@pytest.mark.parametrize("odd", ["a pipe", "20 GB", "a link to a device", "a link to itself"])
@pytest.mark.parametrize("file", ["checklists/own.yaml", "registers/sources.yaml", "journal/a.yaml", "mainstream.yaml"])
def test_an_odd_file_is_a_finding_at_its_place(run, project, file, odd):
    """Every file that is read is named when it cannot be, and check goes on."""
    laid(project / file, odd)
    result = run("check", "--format", "json")
    assert result.code == 1
    if file == "mainstream.yaml" and odd != "20 GB":
        assert result.json["error"]["code"] == "P01"  # a folder without settings is no project
    else:
        assert [each["where"]["file"] for each in result.json["findings"] if each["severity"] == "error"] == [file]


def test_odd_files_that_nobody_reads_stop_nobody(run, project):
    """Pipes beside the data keep no command waiting, whatever they are called."""
    for file in ("README.md", "CASE.md", "EXERCISE.md", "picture.png", "reports/a.docx"):
        laid(project / file, "a pipe")
    for command in (SET, ("check",), ("status",), ("report", "scoping_proposal"), ("upgrade", "--write")):
        assert run(*command).code == 0


def test_what_ignores_private_is_looked_at_without_waiting(run, project):
    """A pipe in place of .gitignore ignores nothing, and that is said at once; what is not checked goes on."""
    laid(project / ".gitignore", "a pipe")
    found = run("check", "--format", "json").json["findings"]
    assert [each["code"] for each in found if each["severity"] == "error"] == ["D05"]
    assert run(*SET).code == 0


LINKED = ["answers", "answers/sectors", "registers", "registers/actions", "journal", "private", "checklists"]


@pytest.mark.parametrize("filled", [True, False])
@pytest.mark.parametrize("name", LINKED)
def test_a_folder_that_leads_out_is_refused_with_its_place(run, project, tmp_path, stopped, name, filled):
    """A data folder behind a link out is one error at the folder; nothing in it is read, and nothing is written to it."""
    outside = tmp_path / "outside"
    outside.mkdir()
    if (project / name).is_dir():
        if filled:
            shutil.copytree(project / name, outside, dirs_exist_ok=True)
        shutil.rmtree(project / name)
    if filled:
        (outside / "core_team.yaml").write_text("nonsense: [\n")
    before = sorted(path.name for path in outside.rglob("*"))
    (project / name).symlink_to(outside)
    findings = run("check", "--format", "json").json["findings"]
    wrong = [(each["where"]["file"], each["code"]) for each in findings if each["severity"] == "error"]
    assert wrong == [(name, "L01" if name == "checklists" else "F01")]
    if name != "checklists":
        assert name in stopped(run(*SET))
    assert sorted(path.name for path in outside.rglob("*")) == before


@pytest.mark.parametrize("name", ["templates", "reports"])
def test_templates_and_reports_that_lead_out_are_refused(run, project, tmp_path, stopped, name):
    """No document is filled from, or written to, a folder behind a link out, empty or not."""
    (tmp_path / "outside").mkdir()
    (project / name).symlink_to(tmp_path / "outside")
    assert f"{name} is a link that leads out" in stopped(run("report", "scoping_proposal"))
    assert list((tmp_path / "outside").iterdir()) == []


def test_a_link_to_a_whole_disk_is_not_gone_through(run, project):
    """A data folder that leads to the root of the disk is refused at once."""
    shutil.rmtree(project / "private")
    (project / "private").symlink_to("/")
    shutil.rmtree(project / "answers")
    (project / "answers").symlink_to("/")
    places = [
        each["where"]["file"] for each in run("check", "--format", "json").json["findings"] if each["code"] == "F01"
    ]
    assert places == ["answers", "private"]


def test_a_project_behind_a_link_works(run, project, tmp_path, monkeypatch):
    """The folder of the project may itself be a link, as on a shared drive."""
    door = tmp_path / "door"
    door.symlink_to(project)
    monkeypatch.chdir(tmp_path)
    assert run(*SET, "--project", door).code == 0
    assert run("check", "--project", door).code == 0
    assert run("report", "scoping_proposal", "--project", door).code == 0
    assert (project / "reports" / "scoping_proposal.docx").is_file()


def test_putting_an_exercise_back_removes_nothing_outside(project, tmp_path):
    """What lies behind a link out of the group's folder is not the group's work."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "own.yaml").write_text("a: 1\n")
    shutil.rmtree(project / "private", ignore_errors=True)
    (project / "private").symlink_to(tmp_path / "outside")
    (tmp_path / "fresh").mkdir()
    put_back(project, tmp_path / "fresh")
    assert (tmp_path / "outside" / "own.yaml").read_text() == "a: 1\n"


PLANTED = {
    "a link": lambda lock, victim: lock.symlink_to(victim),
    "a link to nothing": lambda lock, victim: lock.symlink_to(victim.parent / "new"),
    "a second name": lambda lock, victim: lock.hardlink_to(victim),
    "a pipe": lambda lock, victim: os.mkfifo(lock),
    "a folder": lambda lock, victim: lock.mkdir(),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_lock_empties_and_makes_nothing(run, project, tmp_path, stopped, name):
    """A lock that is no plain file of its own is refused before it is opened."""
    victim = tmp_path / "victim"
    victim.write_text("precious")
    lock = project / ".mainstream.lock"
    lock.unlink(missing_ok=True)
    PLANTED[name](lock, victim)
    assert ".mainstream.lock" in stopped(run(*SET))
    assert victim.read_text() == "precious"
    assert not (tmp_path / "new").exists()


def test_what_a_killed_process_left_is_swept(project, tmp_path):
    """Whoever takes the lock removes our temporary files, whatever their age, and nothing that only looks like them."""
    victim = tmp_path / "victim"
    victim.write_text("x")
    ours = [
        project / place / f".mainstream-{number:016x}.tmp" for number, place in enumerate(("", "answers", "journal"))
    ]
    others = [
        project / "answers" / name for name in (".mainstream-0123.tmp", "mainstream-0123456789abcdef.tmp", "a.tmp")
    ]
    for path in (*ours, *others):
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    link = project / "registers" / f".mainstream-{7:016x}.tmp"
    link.symlink_to(victim)
    with locked(project):
        pass
    assert [path for path in ours if path.exists()] == []
    assert [path for path in others if not path.exists()] == []
    assert link.is_symlink()
    assert victim.read_text() == "x"


def test_what_a_killed_report_left_is_swept_when_it_is_old(run, project):
    """No lock guards the documents: there only what is older than an hour is a leftover."""
    (project / "reports").mkdir()
    old, young = (project / "reports" / f".mainstream-{number:016x}.tmp" for number in (1, 2))
    for path in (old, young):
        path.write_text("x")
    os.utime(old, (time.time() - 4000, time.time() - 4000))
    assert run("report", "scoping_proposal").code == 0
    assert (old.exists(), young.exists()) == (False, True)


def test_what_a_killed_init_left_is_swept_when_it_is_old(run, tmp_path, monkeypatch):
    """An old draft of a project goes when the next one is made beside it; a young one and other folders stay."""
    monkeypatch.chdir(tmp_path)
    names = (".mainstream-new-abcdefgh", ".mainstream-new-12345678", ".mainstream-new-mine")
    for name in names:
        (tmp_path / name).mkdir()
    for name in (names[0], names[2]):
        os.utime(tmp_path / name, (time.time() - 4000, time.time() - 4000))
    assert run("init", "kenya", "--country", "KEN", "--plan", "P", "--start", "2026", "--end", "2035").code == 0
    assert [(tmp_path / name).exists() for name in names] == [False, True, True]
