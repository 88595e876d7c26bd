"""What docs/pipeline.md and the hook for pre-commit promise can be done."""

import re
import shlex
from pathlib import Path

import pytest
from yaml import safe_load

TOP = Path(__file__).parent.parent
GUIDE = (TOP / "docs/pipeline.md").read_text("utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", GUIDE, re.DOTALL)
HOOK = safe_load((TOP / ".pre-commit-hooks.yaml").read_text("utf-8"))[0]


def commands():
    """Every call of mainstream in the guide, without comments, and without what a shell does with its output."""
    text = "\n".join(block for _, block in BLOCKS) + "\n" + "\n".join(re.findall(r"`(mainstream [^`]+)`", GUIDE))
    calls = (re.split(r"[>|&#]", call)[0] for call in re.findall(r"\bmainstream [a-z].*", text))
    return sorted({call.strip() for call in calls if "FOLDER" not in call})


def test_the_guide_holds_commands():
    """The search finds the commands on which the other tests stand."""
    assert {"mainstream check", "mainstream check --format github", "mainstream upgrade --write"} <= set(commands())


@pytest.mark.parametrize("command", commands())
def test_every_command_of_the_guide_works(project, run, command):
    """Each command is understood; only the one that judges a gate finds something missing in a fresh project."""
    _, *arguments = shlex.split(command)
    done = run(*arguments) if arguments != ["gather"] else run("gather", "--help")
    said = "Nothing to put right of which only one thing can be meant.\n" if "--fix" in arguments else ""
    assert (done.code, done.err) == (1 if arguments == ["check", "scoping"] else 0, said)


def test_every_block_of_yaml_can_be_read():
    """The examples for servers are valid YAML, and a check stands in each pipeline."""
    found = [
        safe_load(block.replace("repo: ADDRESS OF THE TOOLKIT", "repo: x")) for kind, block in BLOCKS if kind == "yaml"
    ]
    assert all(found)
    steps = [step.get("run", "") for step in next(each for each in found if "jobs" in each)["jobs"]["check"]["steps"]]
    assert "mainstream check --format github" in steps
    assert "mainstream check" in next(each for each in found if "check" in each)["check"]["script"]
    severities = next(each for each in found if "severities" in each)["severities"]
    assert severities == {"R02": "warning", "P03": "error"}


def test_the_guide_names_what_the_hook_offers():
    """The id in the guide is the one that the toolkit offers, and the hook is about YAML files."""
    assert HOOK["id"] == "mainstream-check"
    assert f"id: {HOOK['id']}" in GUIDE
    assert re.search(HOOK["files"], "kenya/answers/core_team.yaml")
    assert HOOK["pass_filenames"] is False


@pytest.mark.parametrize(("place", "extra"), [("", []), ("..", ["--project", "kenya"])])
def test_the_hook_stops_a_commit_with_a_broken_file(project, run, monkeypatch, place, extra):
    """The entry of the hook passes a sound project and fails a broken one, at the top of a repository and below it."""
    program, *arguments = shlex.split(HOOK["entry"])
    assert program == "mainstream"
    monkeypatch.chdir(project / place)
    assert run(*arguments, *extra).code == 0
    with (project / "answers/core_team.yaml").open("a", encoding="utf-8") as stream:
        stream.write("core_team_mandat: partly\n")
    done = run(*arguments, *extra)
    assert done.code == 1
    assert "answers/core_team.yaml" in done.out
