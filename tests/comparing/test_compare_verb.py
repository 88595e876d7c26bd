"""``mainstream compare``: another folder, and revisions of git."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

SANDORIA = Path(__file__).parents[2] / "sample_projects" / "sandoria"
Edit = Callable[..., None]
RETITLED = "Nurses are bound to the country for ten years"
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder: Path, *words: str) -> str:
    who = ("-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of Sandoria that is also the current folder."""
    folder = tmp_path / "nation" / "sandoria"
    shutil.copytree(SANDORIA, folder)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def edit(later: Path) -> Edit:
    """Write something else in a file of the copy."""

    def write(file: str, *pairs: tuple[str, str]) -> None:
        text = (later / file).read_text(encoding="utf-8")
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new, 1)
        (later / file).write_text(text, encoding="utf-8")

    return write


def play(edit: Edit) -> None:
    """Retitle an objective, weaken a target, raise a cost, drop two actions, take an answer down."""
    edit("registers/objectives.yaml", ("Health staff have good reasons to stay, and ways to return", RETITLED))
    edit("registers/indicators.yaml", ('value: "75"\n    year: 2031', 'value: "50"\n    year: 2033'))
    edit("registers/actions/health.yaml", ('"2027": "8000000"', '"2027": "18000000"'))
    edit("registers/actions/education.yaml", *[("status: not_started", "status: dropped")] * 2)
    edit("answers/core_team.yaml", ("value: in_place", "value: partly"))


def test_what_matters_to_a_minister_stands_first(run: Callable[..., Run], later: Path, edit: Edit):
    """Weaker targets and higher costs come first, then what was decided and dropped with its sum, then conditions."""
    play(edit)
    out = run("compare", SANDORIA).out
    order = [
        "Weakened targets and higher costs",
        "Cost: SDL 148,000,000, was SDL 138,000,000: SDL 10,000,000 more.",
        "Target: 50 % of recruited workers in 2033, was 75 % of recruited workers in 2031: weakened.",
        "Decided",
        "2 of 18 actions dropped (SDL 68,600,000).",
        "2.1.1 Written mandate: Answer: partly in place; it was in place.",
        f"The title changed from 'Health staff have good reasons to stay, and ways to return' to '{RETITLED}'.",
        "Its check against human rights is older than the objective.",
        "Conditions that moved",
        "C01 Political backing: partly secured; it was: secured",
    ]
    assert sorted(order, key=out.index) == order
    assert "Known" not in out


def test_json_carries_all_of_it(run: Callable[..., Run], later: Path, edit: Edit):
    """JSON names both sides, every change with its fields whole, the conditions with their causes, and counts."""
    play(edit)
    document = run("compare", SANDORIA, "--format", "json").json
    assert list(document) == ["schema", "language", "before", "after", "changes", "conditions", "counts", "unread"]
    assert (document["before"]["kind"], document["after"]["kind"]) == ("folder", "today")
    assert document["after"]["day"] == "2026-11-16"
    counts = document["counts"]
    assert (counts["weakened"], counts["decided"]) == ({"changed": 2}, {"changed": 2, "dropped": 2})
    target = next(each for each in document["changes"] if each["kind"] == "indicators")
    fields = {each["field"]: (each["before"], each["after"]) for each in target["fields"]}
    assert fields == {"target.value": ("75", "50"), "target.year": (2031, 2033)}
    moved = {each["code"]: (each["before"], each["after"], each["causes"]) for each in document["conditions"]}
    assert moved["C01"] == ("met", "partly_met", ["answer"])
    assert moved["C10"][2] == ["evidence"]
    assert run("compare", SANDORIA, "--format", "json").json == document


def test_the_exit_code_speaks_of_what_is_decided_when_it_is_asked(run: Callable[..., Run], later: Path, edit: Edit):
    """Without --exit-code it is 0; with it 1 for what needs an approval, and 0 for what is only known."""
    edit("registers/risks.yaml", ("\n  title: ", "\n  title: All of it, and "))
    assert run("compare", SANDORIA, "--exit-code").code == 0
    play(edit)
    assert run("compare", SANDORIA).code == 0
    assert run("compare", SANDORIA, "--exit-code").code == 1


def test_the_same_says_so_in_one_line(run: Callable[..., Run], later: Path):
    """Two states with the same values are told in one line, whatever their bytes are."""
    for file in later.rglob("*.yaml"):
        file.write_bytes(b"# another comment\n" + file.read_bytes().replace(b"\n", b"\r\n"))
    result = run("compare", SANDORIA, "--exit-code")
    assert (result.code, result.out.count("\n")) == (0, 1)
    assert result.out.startswith("Nothing is different between the project in the folder ")


def test_two_folders_can_be_compared_from_a_third_project(run: Callable[..., Run], later: Path, tmp_path: Path):
    """With two states named, today is none of them."""
    shutil.copytree(later, tmp_path / "other")
    (tmp_path / "other" / "registers" / "risks.yaml").unlink()
    document = run("compare", SANDORIA, tmp_path / "other", "--format", "json").json
    assert document["after"]["name"] == (tmp_path / "other").as_posix()
    assert set(document["counts"]["known"]) == {"removed"}


def test_a_stage_leaves_out_what_its_gate_does_not_rest_on(run: Callable[..., Run], later: Path, edit: Edit):
    """With --stage only answers, registers and conditions of that stage are told."""
    play(edit)
    found = run("compare", SANDORIA, "--stage", "core_team", "--format", "json").json
    assert {(each["kind"], each["id"]) for each in found["changes"]} == {("answers", "core_team_mandate")}
    assert run("compare", SANDORIA, "--stage", "core_teem").code == 2


def test_time_alone_can_move_a_condition(run: Callable[..., Run], later: Path):
    """The same values on a later day: what ran out is told with time as its cause."""
    found = run("compare", SANDORIA, "--today", "2033-01-01", "--format", "json").json
    assert found["changes"] == []
    assert found["conditions"]
    assert {cause for each in found["conditions"] for cause in each["causes"]} == {"age"}


@pytest.mark.parametrize("is_later", [True, False])
def test_a_broken_file_is_named_and_not_guessed(run: Callable[..., Run], later: Path, tmp_path: Path, is_later: bool):
    """What stands in a file that cannot be read was not dropped, on neither side."""
    other = tmp_path / "other"
    shutil.copytree(later, other)
    broken = later if is_later else other
    (broken / "registers" / "actions" / "health.yaml").write_bytes(b"PK\x03\x04")
    result = run("compare", other)
    assert "Could not be read, and is not compared" in result.out
    assert "health.yaml" in result.out
    assert "dropped" not in result.out
    assert "Added" not in result.out
    found = run("compare", other, "--format", "json").json
    assert [each for each in found["changes"] if each["kind"] == "actions"] == []
    assert found["after" if is_later else "before"]["unread"]


def test_long_texts_are_shortened_on_the_screen_only(run: Callable[..., Run], later: Path, edit: Edit):
    """Two long texts are shown around the place where they part; JSON has both whole."""
    note = "All of this was said at length. " * 40
    edit("registers/actions/health.yaml", ("possible_harm: ", f'possible_harm: "{note}one {{title}} end" #'))
    other = later.parent / "other"
    shutil.copytree(later, other)
    edit("registers/actions/health.yaml", ("one {title} end", "two {0} end"))
    [line] = [line for line in run("compare", other).out.splitlines() if "Possible harm" in line]
    assert len(line) < 500
    assert "two {0} end" in line
    assert "one {title} end" in line
    [change] = run("compare", other, "--format", "json").json["changes"]
    assert change["fields"][0]["before"] == f"{note}one {{title}} end"
    assert f"{note}two {{0}} end" in change["sentence"]


def test_hostile_words_reach_no_screen(run: Callable[..., Run], later: Path, edit: Edit):
    """Signs that rewrite a screen or turn a line round are shown by marks, in what was and in what is."""
    edit("registers/risks.yaml", ("\n  title: ", '\n  title: "[bold]\\u202eab\\u0085c" #'))
    result = run("compare", SANDORIA)
    assert "[bold]" in result.out
    assert not {"\u202e", "\x85"} & set(result.out)


def test_a_name_that_means_nothing_says_why(run: Callable[..., Run], later: Path, tmp_path: Path):
    """A folder without a project, and a name without any repository, are told apart, with exit code 2."""
    result = run("compare", "./nowhere")
    assert result.code == 2
    assert "There is no project in ./nowhere" in result.err
    result = run("compare", "HEAD")
    assert result.code == 2
    assert "There is no git repository around this project." in result.err
    (tmp_path / ".git").mkdir()
    result = run("compare", "HEAD", "--format", "json")
    assert (result.code, result.json["error"]["code"]) == (2, "usage")


def test_without_git_no_program_is_looked_for(run: Callable[..., Run], later: Path, monkeypatch: pytest.MonkeyPatch):
    """Where a repository is there and git is not, that is said."""
    (later / ".git").mkdir()
    monkeypatch.setenv("PATH", os.fspath(later))
    result = run("compare", "HEAD")
    assert result.code == 2
    assert "git is not installed here" in result.err


@pytest.fixture
def kept(later: Path, edit: Edit) -> Path:
    """Sandoria in a folder of a bigger repository, committed, tagged and edited since."""
    top = later.parent
    git(top, "init", "--quiet")
    (later / "private").mkdir()
    (later / "private" / "mainstream.yaml").write_text("x: [", encoding="utf-8")
    git(top, "add", "--all", "--force")
    git(top, "commit", "--quiet", "--message", "First")
    git(top, "tag", "first")
    play(edit)
    return top


@needs_git
def test_a_revision_is_read_from_a_bigger_repository(
    run: Callable[..., Run], kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """A tag, a commit and HEAD mean the same state, which is named by its commit; nothing is left behind."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    for name in ("first", "HEAD", git(kept, "rev-parse", "HEAD").strip()):
        found = run("compare", name, "--format", "json").json
        assert found["before"]["kind"] == "revision"
        assert found["before"]["name"] == git(kept, "rev-parse", "HEAD").strip()
        assert found["counts"]["decided"] == {"changed": 2, "dropped": 2}
        assert found["before"]["unread"] == []
    assert list((tmp_path / "temporary").iterdir()) == []
    git(kept, "commit", "--quiet", "--all", "--message", "Second")
    assert run("compare", "first", "HEAD", "--exit-code").code == 1
    assert run("compare", "HEAD").out.startswith("Nothing is different between revision HEAD (")


@needs_git
@pytest.mark.parametrize(
    "name", ["nothing", "--output=x", "-1", "HEAD\nHEAD", "HEAD:sandoria", "\x00", "", "HEAD^{tree}"]
)
def test_what_is_no_revision_is_refused(run: Callable[..., Run], kept: Path, name: str):
    """A name that git does not know as a commit is refused in one sentence, and nothing is written."""
    result = run("compare", "--", name)
    assert result.code == 2
    assert "no revision" in result.err or "no project" in result.err
    assert not list(kept.rglob("x"))


@needs_git
def test_a_revision_without_the_project_says_so(run: Callable[..., Run], kept: Path, later: Path):
    """Where the project was not there yet, that is said."""
    git(kept, "checkout", "--quiet", "--orphan", "empty")
    git(kept, "rm", "--quiet", "-r", "--force", "--cached", ".")
    (kept / "other.txt").write_text("x", encoding="utf-8")
    git(kept, "add", "other.txt")
    git(kept, "commit", "--quiet", "--message", "Other")
    result = run("compare", "empty")
    assert result.code == 1
    assert "There was no project in this folder at the revision" in result.err


@needs_git
def test_a_link_in_a_revision_is_not_followed(run: Callable[..., Run], kept: Path, later: Path, tmp_path: Path):
    """A file that git keeps as a link is named, and nothing outside is read."""
    (later / "registers" / "risks.yaml").unlink()
    (later / "registers" / "risks.yaml").symlink_to(tmp_path / "secret.yaml")
    git(kept, "add", "--all")
    git(kept, "commit", "--quiet", "--message", "Link")
    (later / "registers" / "risks.yaml").unlink()
    result = run("compare", "HEAD")
    assert result.code == 1
    assert "registers/risks.yaml is a link in the revision" in result.err


@needs_git
def test_a_repository_runs_nothing(run: Callable[..., Run], kept: Path, later: Path, tmp_path: Path):
    """Filters, text conversion, signature programs and monitors that a repository names are not run."""
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\ncat\n", encoding="utf-8")
    trap.chmod(0o755)
    settings: dict[str, Any] = {
        "core.fsmonitor": trap, "core.pager": trap, "gpg.program": trap, "log.showSignature": "true",
        "filter.x.smudge": trap, "diff.x.textconv": trap, "diff.external": trap, "core.sshCommand": trap,
    }  # fmt: skip
    for name, value in settings.items():
        git(kept, "config", name, str(value))
    (kept / ".git" / "info" / "attributes").write_text("* filter=x diff=x export-subst\n", encoding="utf-8")
    assert run("compare", "first", "--exit-code").code == 1
    assert not (tmp_path / "sprung").exists()
