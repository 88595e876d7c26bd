"""Heavy libraries are imported only by the command that needs them."""

import json
import subprocess
import sys

import pytest

PROBE = """
import json, sys
from mainstream_cli.cli import run
for arguments in {commands!r}:
    run(arguments)
sys.stderr.write(json.dumps(sorted({{name.split('.')[0] for name in sys.modules}})))
"""
WORD = {"docx", "docxtpl", "jinja2", "lxml"}
WRITING = {"ruamel", "filelock"}
WRITERS = ("store.create", "store.journal", "store.save", "content.reference", "conversation", "prompts")


def modules(folder, *commands):
    """Return what one process has loaded that runs these commands one after the other."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE.format(commands=commands)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.parametrize(
    ("arguments", "never"),
    [
        ([], {"typer", "rich", "pydantic", "yaml", *WORD, *WRITING}),
        (["--help"], {"rich", "pydantic", "yaml", *WORD, *WRITING}),
    ],
)
def test_outside_a_project_nothing_heavy_is_loaded(tmp_path, arguments, never):
    """The overview and the help load neither models nor YAML nor Word."""
    assert not modules(tmp_path, arguments) & never


def test_reading_commands_load_neither_word_nor_the_writer(project):
    """Commands that only read do not load the libraries for Word and for writing YAML."""
    commands = (["check"], ["status"], ["check", "--format", "json"], ["explain", "C01"])
    assert not modules(project, *commands) & {*WORD, *WRITING}


@pytest.mark.parametrize("arguments", [["check"], ["status"]])
def test_reading_commands_load_no_module_that_writes_asks_or_looks_up(project, arguments):
    """What saves to a project, talks with people or reads crosswalks is loaded by the commands that do so."""
    probe = PROBE.replace("name.split('.')[0]", "name").format(arguments=arguments)
    done = subprocess.run([sys.executable, "-c", probe], cwd=project, capture_output=True, text=True, check=True)
    ours = tuple(f"mainstream_cli.{name}" for name in WRITERS)
    assert not [name for name in json.loads(done.stderr.splitlines()[-1]) if name.startswith(ours)]


def test_set_does_not_load_word(project):
    """Answering a question does not load the libraries for Word."""
    assert not modules(project, ["set", "political_backing", "partly"]) & WORD


def test_the_lint_is_loaded_only_where_there_is_national_content(project):
    """A project without national content pays nothing for it."""
    probe = PROBE.replace("name.split('.')[0]", "name")
    command = [sys.executable, "-c", probe.format(commands=[["check"]])]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True)
    assert not [
        name for name in json.loads(done.stderr.splitlines()[-1]) if name.startswith("mainstream_cli.rules.lint")
    ]
