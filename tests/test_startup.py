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
sys.stderr.write(json.dumps(sorted(sys.modules)))
"""
WORD = {"docx", "docxtpl", "jinja2", "lxml"}
WRITING = {"ruamel", "filelock"}
WRITERS = ("store.create", "store.journal", "store.save", "content.reference", "conversation", "prompts")


def modules(folder, *commands):
    """Return what one process has loaded that runs these commands one after the other, libraries by their name."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE.format(commands=commands)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = json.loads(done.stderr.splitlines()[-1])
    return {*loaded, *(name.split(".")[0] for name in loaded)}


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


@pytest.fixture(scope="module")
def reading(pristine):
    """What commands have loaded that only look at a project without national content."""
    return modules(pristine, ["check"], ["status"], ["check", "--format", "json"])


def test_reading_commands_load_neither_word_nor_the_writer(reading):
    """Commands that only read do not load the libraries for Word and for writing YAML."""
    assert "pydantic" in reading
    assert not reading & {*WORD, *WRITING}


def test_reading_commands_load_no_module_that_writes_asks_or_looks_up(reading):
    """What saves to a project, talks with people or reads crosswalks is loaded by the commands that do so."""
    ours = tuple(f"mainstream_cli.{name}" for name in WRITERS)
    assert not [name for name in reading if name.startswith(ours)]


def test_the_lint_is_loaded_only_where_there_is_national_content(reading):
    """A project without national content pays nothing for it."""
    assert not [name for name in reading if name.startswith("mainstream_cli.rules.lint")]


def test_other_commands_do_not_load_word(project):
    """Explaining loads neither Word nor the writer, and answering a question does not load Word."""
    assert not modules(project, ["explain", "C01"]) & {*WORD, *WRITING}
    assert not modules(project, ["set", "political_backing", "partly"]) & WORD
