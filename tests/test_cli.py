"""The command contract: exit codes, JSON, messages, and what each verb does."""

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from mainstream_cli import __version__
from mainstream_cli.cli.app import VERBS
from mainstream_cli.documents.kinds import DOCUMENTS

FACTS = ["--country", "KEN", "--plan", "Vision 2035", "--start", "2026", "--end", "2035"]
README = Path(__file__).parent.parent / "README.md"


def test_version_is_said_without_loading_anything():
    """``--version`` prints the version."""
    done = subprocess.run(
        [sys.executable, "-m", "mainstream_cli", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"mainstream {__version__}\n"


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_and_is_in_the_readme(run, verb):
    """Every verb explains itself and is shown in the README."""
    result = run(verb, "--help")
    assert result.code == 0
    assert "Usage: mainstream " + verb in result.out
    assert f"mainstream {verb}" in README.read_text(encoding="utf-8")


def test_bare_mainstream_outside_a_project_is_an_overview(run, tmp_path, monkeypatch):
    """Without a project, bare mainstream shows what can be done, every verb included."""
    monkeypatch.chdir(tmp_path)
    result = run()
    assert result.code == 0
    assert all(verb in result.out for verb in VERBS)


def test_bare_mainstream_in_a_project_is_its_status(run, project, monkeypatch):
    """In a folder inside a project, bare mainstream shows the status of that project."""
    monkeypatch.chdir(project / "answers")
    result = run()
    assert result.code == 0
    assert "Kenya" in result.out
    assert "Next" in result.out


def test_a_fresh_project_checks_with_exit_0(run, project):
    """A project just made has notes only."""
    assert run("check").code == 0
    counts = run("check", "--format", "json").json["counts"]
    assert (counts["error"], counts["warning"]) == (0, 0)


def test_check_json_has_the_keys_of_the_contract(run, project):
    """The JSON of check has the documented keys for findings, conditions and counts."""
    run("set", "political_backing", "partly")
    document = run("check", "--format", "json").json
    assert set(document) == {"schema", "language", "findings", "conditions", "counts", "waived", "not_checked"}
    for finding in document["findings"]:
        keys = {"code", "severity", "message", "message_id", "values", "action", "lines", "who", "where", "waiver"}
        assert set(finding) == keys
        assert set(finding["where"]) == {"file", "line", "column", "id"}
        assert (Path("kenya").parent / finding["where"]["file"]).as_posix() == finding["where"]["file"]
    for condition in document["conditions"]:
        assert set(condition) == {
            "code",
            "title",
            "status",
            "needed_by",
            "due",
            "because",
            "waiver",
            "remedy",
            "claim",
            "evidence",
            "seen",
            "missing",
            "since",
            "valid_until",
            "history",
        }
    assert document["counts"]["error"] == sum(each["severity"] == "error" for each in document["findings"])


def test_status_json_has_the_keys_of_the_contract(run, project):
    """The JSON of status has the documented keys for stages, conditions and the next step."""
    document = run("status", "--format", "json").json
    assert {"schema", "stages", "conditions", "next"} <= set(document)
    assert len(document["stages"]) == 12
    assert all(set(each) == {"id", "asked", "answered", "core_open", "gate", "signed"} for each in document["stages"])
    assert sum(document["conditions"].values()) == 19


def test_set_answers_a_question(run, project):
    """Set writes value, note, sources, confidence, by and the date into the answer."""
    run("set", "sources/order_12", "title=Cabinet order 12", "kind=letter", "year=2026")
    result = run(
        "set", "core_team_mandate", "partly", "--note", "Order signed.", "--source", "order_12", "--confidence", "high",
        "--by", "planning_office", "--today", "2026-06-07",
    )  # fmt: skip
    assert (result.code, result.err) == (0, "")
    block = (project / "answers/core_team.yaml").read_text(encoding="utf-8").split("core_team_mandate:\n")[1]
    expected = '  value: partly\n  note: Order signed.\n  sources: [order_12]\n  confidence: high\n  by: planning_office\n  date: "2026-06-07"\n'
    assert block.replace("  sources:\n    - order_12\n", "  sources: [order_12]\n").startswith(expected)


def test_set_knows_questions_by_their_number(run, project):
    """A question can be named by the number that people say aloud."""
    assert run("set", "2.1.1", "absent").code == 0
    assert "core_team_mandate:\n  value: absent" in (project / "answers/core_team.yaml").read_text(encoding="utf-8")


def test_set_takes_several_choices_and_a_note_from_standard_input(run, project, monkeypatch):
    """Several values answer a question with several choices; ``--note -`` reads the note from standard input."""
    monkeypatch.setattr("sys.stdin", __import__("io").StringIO("First line\nSecond line\n"))
    assert run("set", "health_groups", "women", "children_with_parent_abroad", "--note", "-").code == 0
    text = (project / "answers/sectors/health.yaml").read_text(encoding="utf-8")
    assert "First line\n    Second line" in text
    assert "children_with_parent_abroad" in text


def test_set_records_entries_with_blocks_lists_and_years(run, project):
    """Fields of entries take lists, blocks by dots, and YAML in brackets; an empty value removes a field."""
    assert run("set", "stakeholders/mol", "title=Ministry of Labour", "kind=ministry", "abbreviation=MoL").code == 0
    result = run(
        "set", "actions/train", "sector=health", "title=Train nurses: first year", "kind=capacity", "lead=mol", "groups=women,health_workers",
        "cost.currency=USD", "cost.price_year=2026", "cost.method=unit_cost", "cost.recurrent.2027=1500.50",
        "funding=[{source: mol, amount: 500, currency: USD, status: secured}]",
    )  # fmt: skip
    assert (result.code, result.err) == (0, "")
    assert run("set", "actions/train", "cost.capital.2028=10", "lead=").code == 0
    data = json.loads(run("check", "--format", "json").out)
    assert [
        each["message"]
        for each in data["findings"]
        if each["where"]["file"] == "registers/actions/health.yaml" and each["code"][0] in "FR"
    ] == []
    text = (project / "registers/actions/health.yaml").read_text(encoding="utf-8")
    assert "lead:" not in text
    assert '"Train nurses: first year"' in text
    assert "1500.50" in text


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["set", "core_team_mandat", "partly"], 2, "core_team_mandate"),
        (["set", "core_team_mandate", "partley"], 1, "partly"),
        (["set", "core_team_mandate"], 2, "Give a value"),
        (["set", "core_team_mandate", "not_applicable"], 2, "--reason"),
        (["set", "core_team_mandate", "partly", "--source", "nowhere"], 1, "nowhere"),
        (["set", "core_team_mandate", "partly", "--confidence", "hihg"], 1, "high"),
        (["set", "stakeholder/mol", "title=x"], 2, "stakeholders"),
        (["set", "stakeholders/mol", "title"], 2, "FIELD=VALUE"),
        (["set", "stakeholders/mol", "title=x"], 1, "kind"),
        (["set", "stakeholders/Mol!", "title=x", "kind=ministry"], 2, "small letters"),
        (["set", "stakeholders/../../etc/passwd", "title=x", "kind=ministry"], 2, "cannot be an id"),
        (["set", "actions/a", "title=x", "kind=law"], 2, "sector"),
        (["set", "actions/a", "title=x", "kind=law", "sector=healht"], 2, "health"),
        (["set", "bodies/b", "title=x", "kind=other", "status=planned", "members=[a, b"], 2, "cannot be read"),
        (["set", "bodies/b", "title=x", "kind=other", "status=planned", "members=nobody"], 1, "nobody"),
        (["check", "scopng"], 2, "scoping"),
        (["check", "--format", "xml"], 2, "xml"),
        (["check", "--today", "2026-13-45"], 2, "date"),
        (["explain", "C99"], 2, "C99"),
        (["report", "scoping_proposals"], 2, "scoping_proposal"),
        (["sign", "added_value", "--by", "Minister", "--reference", "Letter 1"], 1, "core question"),
        (["init", "new", "--country", "Jamaika", "--plan", "P", "--start", "2020", "--end", "2030"], 2, "Jamaica"),
        (["init", "new", "--country", "JAM", "--plan", "P", "--start", "2030", "--end", "2020"], 1, "2030"),
        (["init", "new", "--country", "JAM"], 2, "--plan"),
        (["init", "new", "--sample", "moldva"], 2, "moldova"),
        (["init", "answers", *FACTS], 1, "not empty"),
        (["frobnicate"], 2, "frobnicate"),
        (["status", "--project", "nowhere"], 1, "no project"),
    ],
)
def test_a_mistake_gives_one_clear_message(run, project, arguments, code, words):
    """Every mistake ends with the right exit code and one message that names what was meant; nothing is made or changed."""
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    result = run(*arguments)
    assert result.code == code
    assert words in result.err
    assert result.out == ""
    assert {
        path: path.read_bytes() for path in project.rglob("*") if path.is_file() and path.name != ".mainstream.lock"
    } == before


def test_a_stop_is_one_json_document(run, project):
    """With --format json a stop is a JSON document on stdout with code, message, action and where."""
    for arguments in (["check", "scopng"], ["status", "--bogus"], ["status", "--project", "nowhere"]):
        result = run(*arguments, "--format", "json")
        assert set(result.json["error"]) == {"code", "message", "action", "where"}
        assert result.code in {1, 2}


def test_nothing_is_written_to_a_broken_project(run, project):
    """While a file cannot be read, check and status go on and every other verb stops."""
    path = project / "answers/core_team.yaml"
    path.write_text("core_team_mandate:\n\tvalue: partly\n")
    assert run("check").code == 1
    assert run("status").code == 0
    for arguments in (
        ["set", "political_backing", "partly"],
        ["sign", "scoping", "--by", "x", "--reference", "y"],
        ["report"],
    ):
        result = run(*arguments)
        assert result.code == 1
        assert "answers/core_team.yaml:2" in result.err
    assert path.read_text() == "core_team_mandate:\n\tvalue: partly\n"


def test_sign_records_and_goes_stale(run, project, catalogue):
    """A stage with all core questions answered can be signed; a later change makes the sign-off stale everywhere."""
    regional = next(stage for stage in catalogue.stages if stage.id == "regional")
    for question in regional.questions:
        if question.core:
            run("set", question.id, "unknown", "--today", "2026-05-01")
    result = run("sign", "regional", "--by", "Minister of Planning", "--reference", "Letter 7", "--today", "2026-05-02")
    assert (result.code, result.err) == (0, "")
    (entry,) = (project / "journal").glob("*.yaml")
    assert re.fullmatch(r"2026-05-02-sign_off-regional-[0-9a-f]{6}\.yaml", entry.name)
    stages = {each["id"]: each for each in run("status", "--format", "json").json["stages"]}
    assert stages["regional"]["signed"] | {"standing": "", "edition": ""} == {
        "by": "Minister of Planning",
        "date": "2026-05-02",
        "stale": False,
        "standing": "",
        "edition": "",
    }
    run("set", "regional_free_movement", "absent")
    stages = {each["id"]: each for each in run("status", "--format", "json").json["stages"]}
    assert stages["regional"]["signed"]["stale"] is True
    assert "G01" in {finding["code"] for finding in run("check", "--format", "json").json["findings"]}


def test_report_never_overwrites_what_was_edited(run, project):
    """A document that somebody edited is kept; the new one is written beside it and this is said."""
    assert run("report", "scoping_proposal").code == 0
    path = project / "reports/scoping_proposal.docx"
    path.write_bytes(path.read_bytes() + b"edited by the cabinet")
    edited = path.read_bytes()
    result = run("report", "scoping_proposal")
    assert result.code == 0
    assert "scoping_proposal.docx was edited" in result.err
    assert path.read_bytes() == edited
    assert (project / "reports/scoping_proposal-2.docx").is_file()


def test_report_rewrites_its_own_file(run, project):
    """A document nobody touched is written again under its own name, byte for byte equal for equal input."""
    run("report", "scoping_proposal", "--today", "2026-06-07")
    first = (project / "reports/scoping_proposal.docx").read_bytes()
    run("report", "scoping_proposal", "--today", "2026-06-07")
    assert (project / "reports/scoping_proposal.docx").read_bytes() == first
    assert not (project / "reports/scoping_proposal-2.docx").exists()


def test_report_lists_its_documents(run, project):
    """--list names each document on one line, with its title and what it is for, and writes nothing."""
    result = run("report", "--list")
    listed = [line.split(maxsplit=1) for line in result.out.splitlines()]
    assert listed == [[kind.name, f"{kind.title}: {kind.purpose}"] for kind in DOCUMENTS.values()]
    assert all(kind.purpose for kind in DOCUMENTS.values())
    assert not (project / "reports").exists()


def test_demo_leaves_a_real_project_alone(run, project):
    """Demo refuses a folder with a project that is no sample."""
    assert run("demo", project).code == 1
    assert not (project / "reports").exists()


@pytest.mark.parametrize("name", ["core_team", "health", "actions", None])
def test_checklist_show(run, name):
    """The questions of a stage or sector and the fields of a register are shown as text and as JSON."""
    arguments = ["checklist", "show", *([name] if name else [])]
    assert run(*arguments).code == 0
    assert run(*arguments, "--format", "json").json["schema"] == 1


@pytest.mark.parametrize("name", ["C01", "c17", "F03", "A01", "political_backing", "2.1.1", "health_groups"])
def test_explain(run, name):
    """A condition, a finding code and a question are explained, by code, id or number."""
    result = run("explain", name)
    assert result.code == 0
    assert len(result.out) > 100


def test_the_clock_of_the_project(run, project):
    """Today is --today, else SOURCE_DATE_EPOCH, else as_of in mainstream.yaml."""
    with (project / "mainstream.yaml").open("a", encoding="utf-8") as file:
        file.write('as_of: "2027-01-15"\n')
    run("set", "core_team_lead", "The office")
    assert 'date: "2027-01-15"' in (project / "answers/core_team.yaml").read_text(encoding="utf-8")
    run("set", "core_team_lead", "The office", "--today", "2026-02-03")
    assert 'date: "2026-02-03"' in (project / "answers/core_team.yaml").read_text(encoding="utf-8")


def test_a_closed_pipe_is_silent(project):
    """When the reader of the output goes away, nothing is said about it."""
    command = f"{sys.executable} -m mainstream_cli checklist show --format json | head -c 10"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=project, check=False)
    assert done.stderr == ""


@pytest.mark.parametrize("environment", [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "latin-1"}])
def test_output_is_utf8_whatever_the_terminal_says(project, environment):
    """A pipe or terminal that is not UTF-8 gets UTF-8 and never an error."""
    import os

    done = subprocess.run(
        [sys.executable, "-m", "mainstream_cli"],
        capture_output=True,
        cwd=project,
        env=os.environ | environment,
        check=True,
    )
    assert "2026–2035" in done.stdout.decode("utf-8")


def test_a_private_answer_opens_the_gate_of_a_document_and_stays_out_of_it(run, tmp_path, monkeypatch):
    """A document is no draft when the gate is ready with what is private, which it still does not print."""
    folder = tmp_path / "practice"
    run("init", folder, "--sample", "moldova")
    monkeypatch.chdir(folder)
    run("set", "core_team_mandate", "unknown")
    path = folder / "answers/added_value.yaml"
    text = path.read_text(encoding="utf-8")
    start = text.index("political_backing:")
    path.write_text(text[:start] + "political_backing:\n" + text[text.index("\n# ", start) + 1 :], encoding="utf-8")
    assert "(draft" in run("report", "scoping_proposal").out
    run("set", "political_backing", "in_place", "--source", "disposition_2013", "--note", "Said in confidence")
    assert "(draft" not in run("report", "scoping_proposal").out
    assert run("sign", "scoping", "--by", "state_chancellery", "--reference", "Exercise 1").code == 0
    with zipfile.ZipFile(folder / "reports/scoping_proposal.docx") as document:
        assert "Said in confidence" not in document.read("word/document.xml").decode()


def test_set_says_which_answer_gives_way(run, project):
    """A value that replaces another one names it; the same value, a note alone and a first answer replace nothing."""
    assert "It replaces" not in run("set", "core_team_mandate", "in_place").out
    assert "It replaces" not in run("set", "core_team_mandate", "in_place").out
    assert "It replaces" not in run("set", "core_team_mandate", "--note", "Order 12").out
    assert "It replaces: in_place" in run("set", "core_team_mandate", "unknown").out
