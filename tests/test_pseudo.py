"""Every command in the pseudo language: whatever is not data of the user or of the catalogue passed the door."""

import contextlib
import json
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel
from rich.console import ConsoleDimensions

from mainstream_cli import cli, yamlfile
from mainstream_cli.cli.app import VERBS
from mainstream_cli.content import content_dir
from mainstream_cli.documents.contexts.describe import field_notes
from mainstream_cli.documents.kinds import DOCUMENTS
from mainstream_cli.language import speak, spoken
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.prompt import QUIT, SKIP, Given, Pressed, Prompt, Reply, Talk
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.output.console import _Console
from mainstream_cli.rules import MANUAL
from mainstream_cli.workspace import Workspace, new_project

FACTS = ["--country", "KEN", "--plan", "Όραμα 2035", "--start", "2026", "--end", "2035", "--lead", "Υπουργείο"]
FORMATS = ("text", "json", "github", "sarif", "docx")
ARGUMENTS = ("bibliography", "guidance", "course", "stated")
SUBVERBS = {
    "session": "attend finding park show",
    "template": "list copy check",
    "train": "pack debrief list hint reset results",
    "checklist": "lint print show",
}
BY = ["--by", "Υπουργείο"]
HAPPENED = [
    ["set", "core_team_lead", "Υπουργείο", "--note", "Εντολή"],
    ["set", "shared_vision", "unknown"],
    ["set", "stakeholders/gamma", "title=Γάμα", "kind=ministry"],
    ["session", "start", "Θέμα", "Ερώτηση;"],
    ["session", "finding", "Εύρημα"],
]
COMMANDS = [
    [],
    ["status"],
    ["check"],
    ["check", "scoping"],
    ["check", "--format", "github"],
    ["check", "--room"],
    ["check", "--fix"],
    ["explain", "M03"],
    ["explain", "C01"],
    ["explain", "core_team_mandate"],
    ["set", "core_team_mandate", "partly", "--note", "Εντολή"],
    ["set", "stakeholders/alpha", "title=Άλφα", "kind=ministry"],
    ["set", "risks/beta", "title=Βήτα", "likelihood=high"],
    ["set", "no_such_question", "partly"],
    ["set", "core_team_mandate", "ίσως"],
    ["decide", "Απόφαση", *BY],
    ["sign", "core_team", *BY, "--reference", "ΑΒ 12"],
    ["waive", "A01", "--reason", "Αιτία", *BY, "--until", "2026-12-31"],
    ["priorities"],
    ["session", "start", "Ερώτηση;"],
    ["session", "attend", "Υπουργείο", "3"],
    ["session", "finding", "Εύρημα"],
    ["session", "park", "Θέμα"],
    ["session", "show"],
    ["session", "end"],
    ["session", "end"],
    ["gather", "."],
    ["compare"],
    ["compare", "."],
    ["compare", "αρχή"],
    ["checklist", "show"],
    ["checklist", "show", "core_team"],
    ["checklist", "show", "actions"],
    ["checklist", "show", "employment"],
    ["checklist", "show", "profile"],
    ["checklist", "show", "gcm"],
    ["checklist", "show", "bibliography"],
    ["checklist", "show", "--basis", "stated"],
    ["checklist", "lint"],
    ["template", "list"],
    ["template", "list", "cabinet_note"],
    ["template", "copy", "cabinet_note"],
    ["template", "check", "cabinet_note"],
    ["report", "--list"],
    ["report", "cabinet_note"],
    ["report", "--final", "cabinet_note"],
    ["upgrade"],
    ["train", "list"],
    ["train", "check"],
    ["fill", "--plain"],
    ["init", "."],
    ["demo", "."],
    ["ανοησία"],
    ["check", "--nonsense"],
    ["sign"],
    *([verb, "--help"] for verb in VERBS),
    *([verb, sub, "--help"] for verb, subs in SUBVERBS.items() for sub in subs.split()),
]
WORD = re.compile(r"(?<![\w.-])[A-Za-z]{2,}(?![\w-])")
NOT_WORDS = [
    re.compile(r"https?://\S+|\{[{%].*?[%}]\}|\bcourse- ?pack\b"),
    re.compile(r"::\w+ file=|,\w+=|mainstream( [a-z]+(?![\w]))*"),
    re.compile(r'--plan "[\w ]+"'),
    re.compile(r"--?[a-z][a-z-]*"),
    re.compile(r"[\w.-]*/[\w./-]*|\b[\w-]+\.(yaml|docx|txt|md|py|pdf)\b"),
    re.compile(r"\b[a-z]\w*_\w+\b"),
    re.compile(r"\b[A-Z][A-Z_]+\b|\b[A-Z]\d\d\b"),
    re.compile(r"\b\w+=\S+"),
    re.compile(r"\{[{%].*?[%}]\}"),  # tags, and fields with their kind and meaning
]


def texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield " ".join(value.split())
    elif isinstance(value, BaseModel):
        yield from texts_in(dict(value))
    elif isinstance(value, dict):
        yield from texts_in([*value, *value.values()])
    elif isinstance(value, Iterable):
        for part in value:
            yield from texts_in(part)
    elif hasattr(value, "__dataclass_fields__"):
        yield from texts_in(vars(value))


@pytest.fixture(scope="session")
def known(catalogue: Catalogue) -> list[str]:
    """All that the catalogue says, and the names of files, fields and codes; the longest first."""
    content = [
        yamlfile.read(file).data for root in ("checklists", "exercises") for file in content_dir(root).rglob("*.yaml")
    ]
    names = {field for register in REGISTERS.values() for field in register.entry.model_fields} | {
        *REGISTERS,
        *VERBS,
        *DOCUMENTS,
        *FORMATS,
        *ARGUMENTS,
        *" ".join(SUBVERBS.values()).split(),
    }
    said = {text for text in texts_in([vars(catalogue), content]) if WORD.search(text)}
    said |= {text.rstrip(".") for text in said}  # a line of a condition stands inside a sentence
    return sorted(said | names | {*MANUAL, "Kenya", "mainstream"}, key=len, reverse=True)


def plain(text: str, known: list[str]) -> list[str]:
    """Return the English words in *text* that are no data."""
    text = " ".join(text.replace("%0A", " ").split())
    for words in known:
        if " " in words and words in text:
            text = re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", " ", text)
    for pattern in NOT_WORDS:
        text = pattern.sub(" ", text)
    names = set(known)
    return [word for word in WORD.findall(text) if word not in names]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project made in the pseudo language, to be copied."""
    folder = tmp_path_factory.mktemp("pseudo") / "project"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MAINSTREAM_LANG", "qps")
        assert cli.run(["init", str(folder), *FACTS]) == 0
        for words in HAPPENED:
            assert cli.run([*words, "--project", str(folder)]) == 0
    return folder


@pytest.fixture
def pseudo(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of that project as the current folder; the pseudo language is spoken, in long lines."""
    monkeypatch.setenv("MAINSTREAM_LANG", "qps")
    monkeypatch.setattr(_Console, "size", property(lambda _: ConsoleDimensions(1000, 50), lambda *_: None))
    shutil.copytree(made, tmp_path / "project")
    monkeypatch.chdir(tmp_path / "project")
    return tmp_path / "project"


def fields_of(command: list[str]) -> set[str]:
    """Return the names that a command lists which lists the fields of a document."""
    if command[:2] != ["template", "list"] or command[-1] not in DOCUMENTS:
        return set()
    return {part for note in field_notes(DOCUMENTS[command[-1]].context) for part in note.path.split(".")}


@pytest.mark.usefixtures("in_this_process")
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command) or "bare")
def test_no_command_says_a_word_beside_the_door(command, pseudo, run, known):
    """What a command prints, in text and on stderr, is accented, or data."""
    done = run(*command)
    found = plain(done.out + done.err, [*known, *fields_of(command)])
    assert found == [], found
    assert done.out.count("⟦") == done.out.count("⟧")


def test_no_command_on_a_full_project_says_a_word_beside_the_door(pseudo, run, known):
    """The same holds where much is recorded, signed and open to decide; the project's own words are data."""
    sample = content_dir("sample_projects") / "sandoria"
    own = [yamlfile.read(file).data for file in sample.rglob("*.yaml")]
    data = sorted({*known, *texts_in(own)}, key=len, reverse=True)
    for words in ("status", "check", "check --room", "check --fix", "priorities", "upgrade"):
        done = run(*words.split(), "--project", sample, "--today", "2026-11-16")
        assert plain(done.out + done.err, data) == [], words


def test_no_file_says_a_word_beside_the_door(pseudo, known):
    """README, comments and headers of a new project are in the language that was spoken."""
    for file in sorted(pseudo.rglob("*")):
        if file.is_file() and file.suffix in (".md", ".yaml"):
            words = re.sub(
                r"(?m)^\s*[\w-]+:|`[^`\n]+`|```yaml|\{[^{}\n]*\}|\(#\w+\)", " ", file.read_text(encoding="utf-8")
            )
            found = plain(words, known)
            assert found == [], (file.name, found)


@pytest.mark.parametrize("command", [["status"], ["check"], ["priorities"], ["session", "show"], ["set", "x", "y"]])
def test_json_is_said_in_the_language_it_names(command, pseudo, run, known):
    """Messages in JSON are in the language that the document names; what identifies them stays English."""
    document = json.loads(run(*command, "--format", "json").out)
    if "error" not in document:
        assert document["language"] == "qps"
    assert plain(" ; ".join(_said(document)), known) == []


def _said(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in ("message_id", "values", "schema", "language", "code", "severity", "status", "gate"):
                yield from _said(part)
    elif isinstance(value, list):
        for part in value:
            yield from _said(part)
    elif isinstance(value, str):
        yield value


def shown(prompt: Prompt) -> str:
    """Return all that a person reads of a prompt."""
    words = [prompt.heading, prompt.text, prompt.place, prompt.hint, prompt.problem]
    words += [text for pair in (*prompt.aside, *prompt.help) for text in pair]
    return " ; ".join(map(speak, [*words, *(option.label for option in prompt.options)]))


def reply_to(prompt: Prompt, tries: int) -> Reply:
    """Answer as somebody would who takes what is offered; after what was refused, say something else, or leave."""
    replies: list[Reply] = [Given(option.id) for option in prompt.options[:1]]
    if prompt.kind == "choices":
        replies = [Given(tuple(option.id for option in prompt.options[:1]))]
    elif not prompt.options:
        replies = [Given(prompt.default or ""), Given("Άλφα"), Given("2026")]
    replies += [Pressed(key) for key in (SKIP, QUIT) if key in prompt.keys]
    return replies[min(tries, len(replies) - 1)]


def walked(talk: Talk[Any]) -> Iterator[Prompt]:
    """Yield what a conversation asks, until it ends or has asked enough."""
    reply, tries, before = None, 0, None
    with contextlib.suppress(StopIteration):
        for _ in range(60):
            prompt = next(talk) if reply is None else talk.send(reply)
            yield prompt
            tries = tries + 1 if prompt.problem or (prompt.heading, prompt.text, prompt.place) == before else 0
            before = (prompt.heading, prompt.text, prompt.place)
            reply = reply_to(prompt, tries)
    talk.close()


@pytest.mark.parametrize("target", ["core_team", "employment", "political_backing", *REGISTERS, "init"])
def test_no_prompt_says_a_word_beside_the_door(target, pseudo, known):
    """Questions, follow-ups, forms of every register and the beginning of a project ask in the language that is spoken."""
    with spoken("qps"):
        asked = list(walked(new_project({}) if target == "init" else Workspace.open(pseudo).fill(target)))
        said = [shown(prompt) for prompt in asked]
    assert len(said) > 1
    found = {word for text in said for word in plain(text, known)}
    assert found == set(), (target, found)
