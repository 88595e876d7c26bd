"""What is not for everybody: where it is kept, who stops it at the door, and what a copy without it says."""

import os
import shutil
import stat
import subprocess

import pytest

from mainstream_cli import yamlfile
from mainstream_cli.content import load_catalogue
from mainstream_cli.documents.publishing import printed
from mainstream_cli.store import load

SHEET = "answers/added_value.yaml"
QUESTION = "political_backing"
STAGES = [each.id for each in load_catalogue().stages[0].questions if each.core]
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
needs_modes = pytest.mark.skipif(os.name != "posix", reason="the system has no such rights")


def git(folder, *words):
    who = ("-c", "user.name=Office", "-c", "user.email=office@example.org")
    return subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True, text=True).stdout


def found(run, code, *words):
    return [each for each in run("check", "--format", "json", *words).json["findings"] if each["code"] == code]


@pytest.fixture
def kept(project):
    """A project in git, with its first commit."""
    git(project, "init", "-q")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "Start")
    return project


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_a_sensitive_question_has_no_key_in_public_and_is_found_from_there(project, run, catalogue):
    """The public file, the folder's README and explain say in which file a sensitive question is answered."""
    sensitive = [each for each in catalogue.questions.values() if each.sensitive]
    assert [each.id for each in sensitive] == [QUESTION]
    text = (project / SHEET).read_text("utf-8")
    assert QUESTION not in yamlfile.parse(text).data
    for said in (text, (project / "README.md").read_text("utf-8"), " ".join(run("explain", QUESTION).out.split())):
        assert f"private/{SHEET}" in said
        assert QUESTION in said
    assert "stance" in (project / "README.md").read_text("utf-8").split("## What is answered in private/")[1]


@needs_modes
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_private_is_for_its_owner_only(tmp_path, run, umask):
    """Folders in private/ are 0700 and files 0600 whatever the umask is; a laxer one is a note, closed by a write."""
    before = os.umask(umask)
    try:
        folder = tmp_path / "k"
        run("init", folder, "--country", "KEN", "--plan", "P", "--start", "2026", "--end", "2035")
        run("set", QUESTION, "partly", "-p", folder)
        paths = [folder / "private", *(folder / "private").rglob("*")]
        assert {path.name: mode(path) for path in paths} == {
            "private": 0o700,
            "answers": 0o700,
            "added_value.yaml": 0o600,
        }
        for path in paths:
            path.chmod(0o755 if path.is_dir() else 0o644)
        assert [(each["severity"], each["where"]["file"]) for each in found(run, "D05", "-p", folder)] == [
            ("note", "private")
        ]
        run("check", "--record", "--by", "x", "-p", folder)  # writes private/journal where ratings differ
        run("set", QUESTION, "absent", "-p", folder)
        assert {mode(path) for path in (folder / "private").rglob("*")} <= {0o700, 0o600}
        assert mode(folder / "private") == 0o700
        assert found(run, "D05", "-p", folder) == []
    finally:
        os.umask(before)


@needs_git
@pytest.mark.parametrize(
    "ignored",
    ["", "*.tmp\n", "private/\n!private/\n", "private/*\n!private/answers/\n", "private/answers/\n"],
)
def test_a_private_folder_that_git_would_take_in_is_an_error(kept, run, ignored):
    """Whether private/ is ignored is what git says; an ignore that leaves a door open is an error, with its exit code."""
    assert found(run, "D05") == []
    (kept / ".gitignore").write_text(ignored)
    for command in (
        ("check",),
        ("check", "--select", "F,R"),
        ("check", "--format", "github"),
        ("check", "--ignore", "D"),
    ):
        assert run(*command).code == 1
    (told,) = found(run, "D05")
    assert (told["severity"], told["where"]["file"]) == ("error", ".gitignore")


@needs_git
@pytest.mark.parametrize("line", ["private", "/private/", "private/**", "priv*"])
def test_every_way_to_ignore_it_will_do(kept, run, line):
    """It is git that decides what a line of .gitignore means."""
    (kept / ".gitignore").write_text(f"{line}\n")
    assert found(run, "D05") == []


def test_without_git_the_file_is_read(project, run):
    """In a folder without git, .gitignore must name private/ before git comes in."""
    assert found(run, "D05") == []
    (project / ".gitignore").write_text("*.tmp\n")
    assert [each["severity"] for each in found(run, "D05")] == ["error"]
    (project / ".gitignore").write_text("private/\n!private/answers\n")
    assert [each["severity"] for each in found(run, "D05")] == ["error"]


@needs_git
@pytest.mark.parametrize(("place", "extra"), [("", []), ("..", ["--project", "kenya"])])
def test_the_documented_hooks_refuse_private_matter(kept, run, place, extra):
    """Both hooks of docs/pipeline.md refuse a commit while private/ is tracked or a public file answers it."""
    run("set", QUESTION, "partly")

    def codes(*calls):
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(kept / place)
            patch.setenv("GIT_DIR", ".git")  # as git sets them in a hook
            patch.setenv("GIT_INDEX_FILE", ".git/index")
            return [run(*each).code for each in calls]

    whole, chosen, shown = (["check", *extra, *more] for more in ([], ["--select", "F,R"], ["--format", "github"]))
    assert codes(chosen) == [0]
    git(kept, "add", "-f", "private")
    assert codes(whole, chosen, shown) == [1, 1, 1]
    git(kept, "rm", "-rq", "--cached", "private")
    assert codes(chosen) == [0]
    with (kept / SHEET).open("a", encoding="utf-8") as stream:
        stream.write(f"{QUESTION}: absent\n")
    assert codes(whole, chosen, shown) == [1, 1, 1]


@needs_git
def test_a_repository_that_starts_programs_starts_none(kept, run):
    """What a repository of a stranger would have git run is not run by check."""
    trap = kept.parent / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {kept.parent / 'sprung'}\n")
    trap.chmod(0o755)
    for name in ("core.fsmonitor", "core.pager", "core.sshCommand", "alias.ls-files", "core.editor"):
        git(kept, "config", name, f"!{trap}" if name.startswith("alias") else str(trap))
    run("check")
    assert not (kept.parent / "sprung").exists()


def everything_else(run, folder):
    """Answer and record all that the first gate asks, but for the sensitive question."""
    run("set", "plan_goals/health", "title=Health staff in every district", "-p", folder)
    run("set", "sources/letter", "title=Letter", "kind=minutes", "year=2026", "-p", folder)
    file = folder / SHEET
    text = file.read_text("utf-8")
    for id_ in STAGES:
        if id_ != QUESTION:
            text = yamlfile.replace_block(text, id_, {"value": "unknown"})
    file.write_text(text, "utf-8")


@needs_git
def test_a_clone_says_what_only_the_copy_with_private_can_see(kept, run):
    """A clone calls no gate ready or blocked by an answer it cannot see, and fails no check for it."""
    everything_else(run, kept)
    run("set", QUESTION, "in_place", "--note", "Letter of 7 June 2026.", "--source", "letter")
    here = run("status", "--format", "json").json["stages"][0]
    assert (here["gate"], here["core_open"]) == ("ready", 0)
    assert run("status", "--format", "json").json["unseen"] == []
    git(kept, "add", "-A")
    git(kept, "commit", "-qm", "Answers")
    clone = kept.parent / "clone"
    git(kept, "clone", "-q", str(kept), str(clone))
    there = run("status", "--format", "json", "-p", clone).json["stages"][0]
    assert (there["gate"], there["core_open"]) == ("blocked", 0)
    assert run("status", "--format", "json", "-p", clone).json["unseen"] == [QUESTION]
    assert "not seen here" in run("status", "-p", clone).out
    done = run("check", "added_value", "-p", clone)
    assert done.code == run("check", "added_value").code == run("check", "added_value", "--format", "github").code == 0
    refused = run("sign", "added_value", "--by", "x", "--reference", "Letter 1", "-p", clone)
    assert refused.code == 1
    assert "private/" in refused.err
    assert run("sign", "added_value", "--by", "x", "--reference", "Letter 1").code == 0


def test_a_condition_that_hinges_on_it_says_so_without_it(project, run):
    """Without private/ a condition stands as far as other answers carry it, names what is not seen, and stops nothing."""

    def standing():
        found = {each["code"]: each for each in run("check", "scoping", "--format", "json").json["conditions"]}
        return found["C01"]["status"], found["C01"]["because"]

    run("set", "sources/order", "title=Order 12", "kind=law", "date=2026-01-12")
    run("set", "core_team_mandate", "in_place", "--source", "order")
    run("set", QUESTION, "in_place")
    assert standing()[0] == "met"
    shutil.rmtree(project / "private")
    assert standing() == ("partly_met", ["1.4.3 Political backing: answered in private/ only"])
    run("set", "core_team_mandate", "absent")
    assert standing()[0] == "not_assessed"
    assert [each["severity"] for each in found(run, "C01", "scoping")] == ["note"]


def test_documents_print_no_sensitive_answer_wherever_it_stands(project, catalogue, run):
    """A sensitive answer or field in a public file is printed nowhere, and no document calls the question open."""
    with (project / SHEET).open("a", encoding="utf-8") as stream:
        stream.write(f"{QUESTION}:\n  value: absent\n  note: HUSHED\n")
    with (project / "registers/stakeholders.yaml").open("a", encoding="utf-8") as stream:
        stream.write("union:\n  title: Union\n  kind: workers_organisation\n  stance: opposes\n")
    shown = printed(load(project, catalogue).public, catalogue)
    assert QUESTION not in shown.answers
    assert shown.entries("stakeholders")["union"].stance is None
    assert run("report", "--out", project / "out").code == 0
    from docx import Document

    for path in (project / "out").glob("*.docx"):
        document = Document(str(path))
        words = [each.text for each in document.element.body.iter() if each.tag.endswith("}t") and each.text]
        text = " ".join(words)
        assert "HUSHED" not in text
        assert "Still to be answered: Political backing" not in text
        assert "Political backing: no answer yet" not in text


def test_set_changes_what_private_covers_where_it_stands(project, run, catalogue):
    """An answer that private/ lies over is changed in private/, and said so: what status shows is what was set."""
    hidden = project / "private/answers/core_team.yaml"
    hidden.parent.mkdir(exist_ok=True)
    hidden.write_text("core_team_mandate:\n  value: absent\n", "utf-8")
    before = (project / "answers/core_team.yaml").read_bytes()
    assert "private/" in run("set", "core_team_mandate", "partly", "--note", "Quiet.").out
    assert (project / "answers/core_team.yaml").read_bytes() == before
    assert load(project, catalogue).project.answers["core_team_mandate"].value == "partly"


BARE = f"# 1.4.3 Is there political backing at high level for this process? [in_place, partly, absent]\n{QUESTION}:\n"
OWN = f"# Ask the office of the minister.\n{BARE.splitlines()[0]}\n{QUESTION}: # soon\n"


@pytest.mark.parametrize(
    ("held", "stays"), [(BARE, []), (OWN, ["# Ask the office of the minister.", "# soon"]), (f"{QUESTION}: {{}}\n", [])]
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_upgrade_takes_out_bare_sensitive_keys(project, run, held, stays, newline):
    """A bare sensitive key of an old project gives way to the comment of a new one; comments of people stay."""
    path = project / SHEET
    new = path.read_text("utf-8")
    line = next(each for each in new.splitlines(keepends=True) if "Sensitive:" in each)
    path.write_bytes(new.replace(line, held).replace("\n", newline).encode())
    assert run("upgrade", "--format", "json").json["private"][0]["id"] == QUESTION
    assert run("upgrade", "--write").code == 0
    lines = path.read_bytes().decode().split(newline)
    assert [each for each in lines if each not in stays] == new.split("\n")
    assert all(each in lines for each in stays)
    assert not run("upgrade", "--format", "json").json["pending"]


def test_upgrade_leaves_an_answered_sensitive_key_and_check_says_how_to_move_it(project, run):
    """An answer in a public file is not lost by upgrade; check makes it an error and says where it goes."""
    path = project / SHEET
    path.write_text(path.read_text("utf-8") + f"{QUESTION}:\n  note: Hushed.\n", "utf-8")
    assert run("upgrade", "--write").code == 0
    assert yamlfile.read(path).data[QUESTION] == {"note": "Hushed."}
    (told,) = found(run, "D05")
    assert told["severity"] == "error"
    assert f"the whole block {QUESTION}:" in told["action"]
    assert "Hushed" not in str(told)


NAME, ROLE = "Maria Popescu", "the planners"


@pytest.mark.parametrize(
    "command",
    [
        ("set", "core_team_mandate", "partly", "--by"),
        ("decide", "Health first", "--by"),
        ("check", "--record", "--by"),
        ("waive", "P03", "--reason", "r", "--until", "2030-01-01", "--today", "2029-01-01", "--by"),
        ("session", "start", "Theme", "Question?", "--facilitator"),
        ("session", "start", "Theme", "Question?", "--rapporteur"),
    ],
)
def test_no_name_goes_into_the_history_without_a_warning(project, run, command):
    """Who is no recorded stakeholder or body is warned of, a likely name in stronger words; the exit code stays 0."""
    run("set", "stakeholders/mop", "title=Ministry of Planning", "kind=ministry", "abbreviation=MoP")
    for known in ("mop", "MoP", "ministry of planning", "planning_office", "Minister of Foreign Trade"):
        assert "Warning" not in run(*command, known).err
        if command[0] == "session":
            run("session", "end", "--at", "23:59")
    for words, strong in ((NAME, True), (ROLE, False), ("Dr K. Ba", True), (f"{NAME}, Ministry of Labour", True)):
        done = run(*command, words)
        assert done.code == 0
        assert "stays in the history" in done.err
        assert ("name of a person" in done.err) is strong
        if command[0] == "session":
            run("session", "end", "--at", "23:59")
