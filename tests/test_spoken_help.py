"""Help and refusals of the command line in the language that is spoken."""

import importlib
import re

import pytest

from mainstream_cli.cli.app import VERBS
from mainstream_cli.cli.chosen_language import VARIABLE
from mainstream_cli.language import spoken

SAID = re.compile(r"⟦[^⟦⟧]*⟧")
SYNTAX = re.compile(r"(?<!\S)-{1,2}[\w-]+|<[^>]*>|\[?\[?\{?[A-Z](?:[^a-z ]|\|[a-z]+)*(\.\.\.)?(?!\S)|[/:]")


def below(verb):
    """Return the names of the commands below a verb."""
    found = importlib.import_module(f"mainstream_cli.cli.{verb}_verb").run
    return [each.name or each.callback.__name__ for each in getattr(found, "registered_commands", ())]


CALLS = [[], *([verb, *rest] for verb in VERBS for rest in ([], *([name] for name in below(verb))))]


@pytest.fixture
def pseudo(monkeypatch):
    """Speak the pseudo language for one test."""
    with spoken("en"):
        monkeypatch.setenv(VARIABLE, "qps")
        yield


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_help_is_said_in_the_language_that_is_spoken(pseudo, run, call):
    """Every page of help is spoken whole and fits 80 columns; only names, signs and values of the machine are plain."""
    shown = run(*call, "--help").out
    assert max(map(len, shown.splitlines())) <= 80
    left = SYNTAX.sub(" ", SAID.sub(" ", shown))
    names = {"mainstream", *call, *VERBS, *(below(call[0]) if call else ())}
    assert set(re.findall(r"\w+", left)) - names == set()
    assert "⟦" not in left


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["sign"], "Missing argument 'STAGE'."),
        (["sign", "scoping"], "Missing option '--by'."),
        (["status", "--frmat", "json"], "No such option: --frmat (Possible options: --format)"),
        (["status", "-q"], "No such option: -q"),
        (["status", "--today"], "Option '--today' requires an argument."),
        (["check", "--fix=3"], "Option '--fix' does not take a value."),
        (["status", "--format", "yaml"], "Invalid value for '--format': 'yaml' is not one of 'text', 'json'."),
        (["session", "finding", "x", "--instead", "q"], "Invalid value for '--instead': 'q' is not a whole number."),
        (["status", "now", "here"], "There are 2 arguments too many: now here."),
        (["session"], "Missing command."),
        (["session", "strat"], "No such command 'strat'. Did you mean 'start'?"),
        (["xyz"], "No such command 'xyz'."),
    ],
)
def test_a_command_line_that_is_wrong_is_refused_in_words_of_ours(run, pseudo, monkeypatch, call, said):
    """Each kind of misuse has its sentence in English, and none of typer's in another language; the exit code is 2."""
    refused = run(*call)
    assert refused.code == 2
    assert not re.search(r"[a-z]{3}", SAID.sub("", SAID.sub("", refused.err)).removeprefix("mainstream: "))
    monkeypatch.delenv(VARIABLE)
    assert f"mainstream: {said}\n" in run(*call).err
