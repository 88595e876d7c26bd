"""What is shown cannot rewrite a screen or turn a line around, and what programs get is exact."""

import ast
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mainstream_cli
from mainstream_cli.errors import MainstreamError
from mainstream_cli.model.prompt import Option, Prompt
from mainstream_cli.model.visible import MARK, escaped, visible
from mainstream_cli.output.console import console
from mainstream_cli.output.problem import print_problem, print_problem_as_json
from mainstream_cli.output.writer import as_json, write, write_beside, write_json
from mainstream_cli.prompts.lines import wrap
from mainstream_cli.prompts.plain import Plain
from mainstream_cli.prompts.questions import TextAnswer

PACKAGE = Path(mainstream_cli.__file__).parent
TO_THEIR_PARENT = {"pictures/child.py", "documents/rendering/child.py"}
RAW = re.compile(
    r"(sys\.)?(stdout|stderr)(\.buffer)?\.(write|writelines)|print|\w*\.?s?echo|os\.write|rich\.print|pprint"
)
CONTROLS = "\x00\x07\x08\x0b\x0c\x0d\x1b\x7f\x9b\u2028\u2029\udc9b\udce9"
OVERRIDES = "\u202d\u202e"
UNPAIRED = "\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
FILLERS = "\u2060\u206a\u3164\ufeff\uffa0\ufff9\U000e0001\U000e0041"
HOSTILE = [*CONTROLS, *OVERRIDES, *UNPAIRED, *FILLERS]
PLAIN_WORDS = {
    "Hebrew beside digits": "\u05d4\u05d7\u05dc\u05d8\u05d4\u200f (12)\u200e",
    "Arabic with its mark": "\u0627\u0644\u062e\u0637\u0629\u061c 2035",
    "Persian with a joiner": "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    "Sinhala with a joiner": "\u0dc1\u0dca\u200d\u0dbb\u0dd3",
    "a family": "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "Khmer with its spaces": "\u1780\u17b6\u179a\u200b\u1784\u17b6\u179a",
    "a hyphen where a line may break": "Migra\u00adtion",
    "a name isolated by a chat": "Asked \u2068\u0648\u0632\u0627\u0631\u0629\u2069, then \u2067x \u2066y\u2069\u2069",
    "a number from a phone": "\u202a+263 4 70\u202c",
}


@pytest.fixture(scope="module")
def called():
    """What each module of the package calls, as it is written there."""
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")}
    return {
        path.relative_to(PACKAGE).as_posix(): {
            ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)
        }
        for path, tree in trees.items()
    }


def test_nothing_is_printed_but_by_the_writer(called):
    """No other module prints; a question that is asked line by line is handed the writer."""
    printing = {file for file, names in called.items() if any(map(RAW.fullmatch, names))}
    assert printing == {"output/writer.py"} | TO_THEIR_PARENT


def test_consoles_are_made_in_one_place(called):
    """No other module makes a console of its own, which would show what a file says as it is."""
    making = {file for file, names in called.items() if names & {"Console", "_Console", "rich.console.Console"}}
    assert making == {"output/console.py"}


@pytest.mark.parametrize("sign", HOSTILE, ids=lambda sign: f"U+{ord(sign):04X}")
def test_each_hostile_sign_is_shown_as_a_mark(sign):
    """A sign that a screen could follow is a mark in text, one for one, and an escape in JSON that reads back exactly."""
    assert visible(f"a{sign}b") == f"a{MARK}b"
    shown = as_json({"text": f"a{sign}b"})
    assert sign not in shown
    assert json.loads(shown) == {"text": f"a{sign}b"}


@pytest.mark.parametrize("words", PLAIN_WORDS.values(), ids=PLAIN_WORDS)
def test_plain_words_stay_as_they_are(words):
    """What people of any language write with marks, joiners and paired isolates is shown as they wrote it."""
    assert visible(f"{words}\n{words}") == f"{words}\n{words}"
    assert json.loads(as_json([words])) == [words]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("\u2066a\nb\u2069", 2),
        ("\u2066a\u202c", 2),
        ("\u202aa\u2069", 2),
        ("\u2067\u2067a\u2069", 1),
        ("a\u2069\u2067b", 2),
        ("\u202ea\u202c", 2),
        ("\u2067a\u2069 \u202ab", 1),
    ],
)
def test_what_is_not_closed_on_its_line_is_marked(text, marks):
    """A partner on another line or of another kind closes nothing, nor does one that comes first."""
    assert visible(text).count(MARK) == marks


@given(st.text(st.sampled_from([*"ab\n\t", *HOSTILE, "\u200e", "\u200d", "\u05d0"])))
def test_no_mixture_gets_through(text):
    """Whatever is mixed, the length stays, nothing hostile is left unpaired, and JSON carries the same value."""
    shown = visible(text)
    assert len(shown) == len(text)
    assert not set(shown) & {*CONTROLS, *OVERRIDES, *FILLERS}
    assert visible(shown) == shown
    for line in shown.split("\n"):
        while (bare := re.sub("\u2066[^\u202a-\u202c\u2066-\u2069]*\u2069|[\u2067\u2068][^\u202a-\u202c\u2066-\u2069]*\u2069|[\u202a\u202b][^\u202a-\u202c\u2066-\u2069]*\u202c", "", line)) != line:  # fmt: skip
            line = bare  # noqa: PLW2901
        assert not set(line) & set(UNPAIRED)
    document = as_json({text: [text]})
    assert not set(document) & set(HOSTILE)
    assert json.loads(document) == {text: [text]}
    assert escaped(document) == document


ATTACK = f"x{''.join(reversed(HOSTILE))}y"


def test_each_way_to_the_terminal_shows_it_harmlessly(capsys, monkeypatch):
    """Lines, warnings, stops, tables and the questions of fill all pass the same signs as marks."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))
    write(ATTACK)
    write_beside(ATTACK)
    write_json({"text": ATTACK})
    print_problem(MainstreamError(ATTACK, where=ATTACK, action=ATTACK))
    print_problem_as_json(MainstreamError(ATTACK, where=ATTACK, action=ATTACK, code=ATTACK))
    console().print(ATTACK.replace("[", "("), soft_wrap=True)
    for room in (False, True):
        Plain(write, room=room)._show(
            Prompt("choice", ATTACK, ATTACK, options=(Option("a", ATTACK),), aside=((ATTACK, ATTACK),), hint=ATTACK)
        )
    printed = capsys.readouterr()
    assert MARK in printed.out
    assert not set(printed.out + printed.err) & set(HOSTILE)
    assert not set("".join(wrap(ATTACK, 40))) & set(HOSTILE)


def test_what_is_typed_is_shown_with_marks_and_kept_as_it_is():
    """The line of a text that is typed shows a mark for each hostile sign, with its style, and keeps the text."""
    body = TextAnswer(Prompt("text", "", "", default=ATTACK))
    *_, processor, _ = body.focus.content.input_processors  # the last but one is that of whoever asks
    shown = processor.apply_transformation(SimpleNamespace(fragments=[("bold", ATTACK[:9]), ("", ATTACK[9:])]))
    assert shown.fragments == [("bold", visible(ATTACK)[:9]), ("", visible(ATTACK)[9:])]
    assert body.value("") == ATTACK.strip()


def test_a_wrapped_text_does_not_part_from_its_partner(capsys):
    """An isolate that is closed only on the next line of the screen is marked: it would turn around what follows."""
    console().print(f"\u2067{'word ' * 30}\u2069")
    write(f"\u2067{'word ' * 30}\u2069")
    wrapped, whole = capsys.readouterr().out.split("\n")[:2], "\u2067"
    assert all(whole not in line and "\u2069" not in line for line in wrapped)


M = "core_team_mandate"
SANDORIA = Path(__file__).parents[2] / "sample_projects" / "sandoria"
FIELD = "\\u202eevil\\u2067x\\u2028y\\u2060"
CONTROL = "\\e[2J\\x9b\\a"
COMMANDS = [
    ("check",), ("check", "--room"), ("check", "--format", "github"), ("status",), (), ("explain", M), ("priorities",),
    ("session", "show"), ("check", "--fix"), ("checklist", "print", "all"), ("train", "results", "."), ("report", "--list"),
    ("gather", "."), ("set", M, "partly", "--note", "\u202enot \u2067so"), ("set", "x\u202e\x1b[2J", "partly"),
    ("compare", str(SANDORIA)), ("compare", "\x1b[2J\u202e"), ("explain", "\x1b[2J\u202e"), ("\u202e\x1b[2J",), ("fill", "--plain"), ("upgrade",), ("template", "list"),
]  # fmt: skip
AS_JSON = [("check", "--format", "json"), ("check", "--format", "sarif"), ("status", "--format", "json"),
           ("check", "--room", "--format", "json"), ("priorities", "--format", "json"), ("set", "x\u202e", "partly"),
           ("compare", str(SANDORIA), "--format", "json")]  # fmt: skip


@pytest.fixture
def attacked(project):
    """A project with hostile text in its settings, answers, registers and in the name of a file."""
    settings = project / "mainstream.yaml"
    settings.write_text(
        re.sub(r"name: .*(Kenya|2035).*", lambda _: f'name: "{FIELD}"', settings.read_text("utf-8")), "utf-8"
    )
    answers = project / "answers/core_team.yaml"
    text = answers.read_text("utf-8").replace(f"\n{M}:\n", f'\n{M}:\n  value: "{FIELD}"\n  note: "{FIELD}{CONTROL}"\n')
    answers.write_text(text, "utf-8")
    sector = f'title: "{FIELD}"\n  kind: "{FIELD}"\n  "{FIELD}": 1'
    (project / "registers/stakeholders.yaml").write_text(f'moh:\n  {sector}\nmol:\n  title: "{FIELD}"\n', "utf-8")
    (project / "registers/actions").mkdir(parents=True, exist_ok=True)
    (project / "registers/actions/health\u202e.yaml").write_text("a: 1\n", "utf-8")
    return project


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_no_command_sends_a_hostile_sign_to_the_terminal(attacked, run, arguments, monkeypatch):
    """Whatever a project holds and whatever is typed, commands show it with marks, in every format."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))
    done = run(*arguments)
    assert done.code in (0, 1, 2)
    assert not set(done.out + done.err) & {*CONTROLS, *OVERRIDES, *FILLERS}


@pytest.mark.parametrize("arguments", AS_JSON, ids=" ".join)
def test_programs_get_the_value_as_it_is(attacked, run, arguments):
    """JSON and SARIF hold no such sign, and reading them gives it back."""
    done = run(*arguments)
    assert not set(done.out) & set(HOSTILE)
    if "json" in arguments or "sarif" in arguments:
        json.loads(done.out)
    if arguments == ("check", "--format", "json"):
        assert "\u202e" in json.dumps(done.json, ensure_ascii=False)


LATIN = b"caf\xe9"
NARROW = [{}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "ascii:strict"}]


LOOKS = ["check", "check --format json", "check --format github", "check --format sarif", "status", "check --room"]
LOOKING = """
import os, sys
from mainstream_cli.cli import run
from mainstream_cli.content import load_catalogue
from mainstream_cli.workspace import catalogue as national
catalogue = load_catalogue()
national.load_catalogue = lambda: catalogue  # it is the same for all these looks
folder, *looks = sys.argv[1:]
for at in (folder, os.path.dirname(folder)):
    os.chdir(at)
    for words in looks:
        os.write(1, b"\\0%d" % run([*words.split(), "--project", folder]))
"""


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="such a name cannot be made there")
@pytest.mark.parametrize("env", NARROW, ids=lambda env: " ".join(map("=".join, env.items())) or "as it is")
def test_a_name_that_is_not_utf8_stops_nothing(project, env):
    """A folder and a file whose names are not UTF-8 are named with a mark, or exactly, in every format; nothing fails."""
    folder = Path(os.fsdecode(os.path.join(os.fsencode(project.parent), LATIN)))  # noqa: PTH118
    project.rename(folder)
    (folder / ".git").mkdir()
    stray = os.path.join(os.fsencode(folder), b"registers", LATIN + b".yaml")  # noqa: PTH118
    with open(stray, "wb") as file:  # noqa: PTH123
        file.write(b"a: 1\n")
    command = [sys.executable, "-c", LOOKING, folder, *LOOKS]
    done = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": str(PACKAGE.parent), **env}, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    said = re.split(r"\0([01])", done.stdout.decode())
    shown = said[0:-1:2]
    assert len(shown) == 2 * len(LOOKS)
    assert all(shown)
    for words, text in zip(LOOKS * 2, shown, strict=True):
        assert not text.startswith("Traceback")
        if "json" in words or "sarif" in words:
            json.loads(text)


def test_sarif_names_a_file_byte_by_byte(catalogue):
    """The address of a file in SARIF holds the very bytes of its name."""
    from mainstream_cli.model.finding import Finding, Place
    from mainstream_cli.rules.manual import rule_pages
    from mainstream_cli.workspace.sarif import sarif

    found = Finding("P03", "note", "x\udce9", "y", place=Place("registers/caf\udce9.yaml"))
    log = json.loads(as_json(sarif([found], rule_pages(catalogue), "", "1.0.0")))
    result = log["runs"][0]["results"][0]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "registers/caf%E9.yaml"
    assert result["message"]["text"] == "x\udce9\ny"


def test_a_pipe_that_closes_in_the_middle_is_silent(attacked):
    """Whoever stops reading a long document ends the command without a word."""
    script = f'set -o pipefail; "{sys.executable}" -m mainstream_cli check --format json | head -c 10'
    done = subprocess.run(["bash", "-c", script], cwd=attacked, capture_output=True, check=False)
    assert done.stderr == b""


@pytest.mark.parametrize("mark", ["\u061c", "\u200e", "\u200f"])
def test_json_writes_a_mark_of_direction_as_an_escape(mark):
    """Marks that a screen may follow are seen in JSON, which reads back the same."""
    document = json.dumps(f"a{mark}b", ensure_ascii=False)
    assert escaped(document) == json.dumps(f"a{mark}b")
    assert json.loads(escaped(document)) == f"a{mark}b"
