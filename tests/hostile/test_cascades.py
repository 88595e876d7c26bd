"""What could not be read is not judged, and a broken file is told whole in one round."""

import datetime
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from mainstream_cli import yamlfile
from mainstream_cli.model.project import Ref
from mainstream_cli.rules import Case, assess, check, gate
from mainstream_cli.store import ProjectFolder, load

SAMPLE = Path(__file__).parents[2] / "sample_projects" / "sandoria"
FILES = sorted(path.relative_to(SAMPLE).as_posix() for path in SAMPLE.rglob("*.yaml"))
DAY = datetime.date(2026, 11, 16)


@dataclass
class Look:
    """What a look at a project found: findings of rules by code and place, and how each condition stands."""

    loaded: ProjectFolder
    case: Case
    said: set
    conditions: dict


def look(folder, catalogue, **more):
    loaded = load(folder, catalogue)
    case = Case(loaded.project, loaded.public, catalogue, DAY, **more)
    said = {(each.code, each.ref and (each.ref.kind, each.ref.id)) for each in check(case)}
    return Look(loaded, case, said, {each.condition.code: each for each in assess(case)})


@pytest.fixture(scope="session")
def sound(catalogue):
    return look(SAMPLE, catalogue)


@pytest.fixture(scope="module")
def standing(tmp_path_factory):
    """A sample in which one file after the other is broken, and put back."""
    return shutil.copytree(SAMPLE, tmp_path_factory.mktemp("standing") / "s")


@pytest.fixture
def sample(tmp_path):
    shutil.copytree(SAMPLE, tmp_path / "s")
    return tmp_path / "s"


def rows(text, path):
    """Return the rows of a text, and the first and the row after the last of what stands at *path* in it."""
    lines = text.split("\n")
    marks = yamlfile.parse(text).key_marks
    begin = marks[path].line - 1
    later = [mark.line - 1 for other, mark in marks.items() if mark.line - 1 > begin and len(other) <= len(path)]
    return lines, begin, min(later, default=len(lines))


def unreadable(text):
    return "PK\x03\x04"


def replaced(text, value):
    """Put another value in the place of one block."""
    keys = list(yamlfile.parse(text).data)
    key = keys[len(keys) // 2]
    lines, begin, end = rows(text, (key,))
    return "\n".join([*lines[:begin], f"{key}: {value}", *lines[end:], ""])


def broken_block(text):
    return replaced(text, "[")


def bad_entry(text):
    return replaced(text, "[[5]]")


def bad_field(text):
    """Put what no field takes in the place of the last field of one entry."""
    data = yamlfile.parse(text).data
    key = list(data)[len(data) // 2]
    path = (key, list(data[key])[-1]) if isinstance(data[key], dict) and data[key] else (key,)
    lines, begin, end = rows(text, path)
    return "\n".join([*lines[:begin], f"{'  ' * (len(path) - 1)}{path[-1]}: [[5]]", *lines[end:]])


FAULTS = [
    (file, fault)
    for file in FILES
    for fault in (unreadable, broken_block, bad_entry, bad_field)
    if fault is unreadable or yamlfile.read(SAMPLE / file).data
]


@pytest.mark.parametrize(("file", "fault"), FAULTS)
def test_a_broken_place_brings_no_finding_on_anything_else(standing, sound, catalogue, file, fault):
    """Whatever breaks, what is said on all else is what is said of the sound project, and no condition falls."""
    path = standing / file
    path.write_text(fault(path.read_text()))
    try:
        broken = look(standing, catalogue)
    finally:
        shutil.copyfile(SAMPLE / file, path)
    assert broken.loaded.findings
    assert {each.place.file for each in broken.loaded.findings} == {file}
    assert len(broken.loaded.findings) == 1
    assert broken.said <= sound.said
    fallen = {code: each for code, each in broken.conditions.items() if each.status != sound.conditions[code].status}
    assert {each.status for each in fallen.values()} <= {"not_assessed"}
    assert all(any("could not be read" in why for why in each.because) for each in fallen.values())


MANY = {
    "answers/core_team.yaml": """\
core_team_mandate:
\tvalue: in_place
core_team_lead:
  value: "The Planning Commission
core_team_members:
  value: Five
  value: Six
<<<<<<< HEAD
core_team_outside:
  value: partly
=======
core_team_outside:
  value: absent
>>>>>>> colleague
national_leadership:
  value: partli
  confidence: hihg
  noted: x
  note: It stands.
core_team_meetings:
  value: Monthly
core_team_meetings:
  value: Weekly
<<<<<<< HEAD
x_own: 1
=======
x_own: 2
>>>>>>> colleague
core_team_time: Two: days
""",
}
TOLD = [
    ("F02", 2, "tab"),
    ("F02", 4, "never closed"),
    ("F03", 7, '"value" stands twice: in line 6 and in line 7'),
    ("F06", 8, "between line 8 and line 14"),
    ("F09", 16, "Did you mean 'partly'?"),
    ("F09", 17, "Did you mean 'high'?"),
    ("F08", 18, "Did you mean 'note'?"),
    ("F03", 22, '"core_team_meetings" stands twice: in line 20 and in line 22'),
    ("F06", 24, "between line 24 and line 28"),
    ("F02", 29, "second colon"),
]


def test_a_file_needs_one_round(run, put, picture, stopped):
    """Ten faults in one file, two in one answer and two merges among them, are told by one check, each at its line."""
    for file, text in MANY.items():
        put(file, text)
    before = picture()
    errors = [each for each in run("check", "--format", "json").json["findings"] if each["severity"] == "error"]
    assert [(each["code"], each["where"]["line"]) for each in errors] == [(code, line) for code, line, _ in TOLD]
    for each, (_, _, words) in zip(errors, TOLD, strict=True):
        assert words in each["message"]
    assert "Nothing was changed" in stopped(run("set", "political_backing", "partly"))
    assert picture() == before


ENCODED = {"latin-1": 'a "é"', "utf-16": "UTF-16"}


@pytest.mark.parametrize("encoding", ENCODED)
def test_a_wrong_encoding_hides_no_other_fault(run, put, encoding):
    """A file in another encoding than UTF-8 is read as it was probably meant, so that its other faults are told too."""
    text = "core_team_lead:\n\tvalue: x\nnational_leadership: partli\nx_a: é\n"
    put("answers/core_team.yaml", text.encode(encoding))
    errors = [each for each in run("check", "--format", "json").json["findings"] if each["severity"] == "error"]
    assert sorted(each["code"] for each in errors) == ["F01", "F02", "F09"]


@pytest.mark.parametrize(("written", "said"), [("Title", ["F08"]), ("tilte", ["F08"]), ("colour", ["F08", "F11"])])
def test_a_misspelt_name_of_a_field_is_one_finding(run, put, written, said):
    """A field that is needed is not called missing as well, where its name is there with a slip."""
    put("registers/plan_goals.yaml", f"g:\n  {written}: Decent work\n")
    findings = run("check", "--select", "F", "--format", "json").json["findings"]
    assert sorted(each["code"] for each in findings) == said


def test_the_other_fields_of_a_bad_answer_stand(put, project, catalogue):
    """One bad field of an answer leaves value, note and the rest as they are; a bad value leaves the note."""
    put(
        "answers/core_team.yaml",
        "core_team_mandate: {value: partly, note: A letter., confidence: hihg}\n"
        "national_leadership: {value: partli, note: A meeting.}\n"
        "core_team_lead: {value: The Commission., sources: [[x]], date: soon, by: commission}\n",
    )
    answers = load(project, catalogue).project.answers
    assert (answers["core_team_mandate"].value, answers["core_team_mandate"].note) == ("partly", "A letter.")
    assert (answers["national_leadership"].value, answers["national_leadership"].note) == (None, "A meeting.")
    assert (answers["core_team_lead"].value, answers["core_team_lead"].by) == ("The Commission.", "commission")


def test_the_sound_rest_of_settings_entries_and_journal_stands(sample, catalogue):
    """One bad field of mainstream.yaml, of an entry of a register or of the journal leaves the others as they are."""
    for file, old, new in (
        ("mainstream.yaml", "timing: in_plan", "timing: [x]"),
        ("registers/stakeholders.yaml", "agriculture_ministry:\n", "agriculture_ministry:\n  noted: x\n"),
        ("journal/2026-03-12-sign_off-added_value-f1b6ec.yaml", "kind: sign_off", "kind: sign_off\nsequence: none"),
    ):
        path = sample / file
        path.write_text(path.read_text().replace(old, new, 1))
    whole, project = load(SAMPLE, catalogue).project, load(sample, catalogue).project
    assert project.settings == whole.settings  # in_plan is also what stands in for a timing that cannot be read
    assert project.lost("settings", "", ("timing",))
    assert not project.lost("settings", "", ("plan", "start"))
    assert project.registers["stakeholders"] == whole.registers["stakeholders"]
    assert project.journal.keys() == whole.journal.keys()


def test_a_gate_says_that_something_could_not_be_read(sample, catalogue):
    """A stage with an answer that cannot be read has no open question for it, and its gate stays shut and says why."""
    path = sample / "answers/action_plan.yaml"
    path.write_text(broken_block(path.read_text()))
    broken = look(sample, catalogue, gate="action_plan")
    reasons = gate(broken.case, "action_plan")
    assert next(each.message for each in reasons).endswith("could not be read.")
    assert "A01" not in {each.code for each in reasons}


def test_a_private_twin_that_cannot_be_read_is_not_missing(run, project, put):
    """What may stand in an unreadable file of private/ is not called missing; a register without an entry is."""
    put("answers/core_team.yaml", "core_team_lead: {value: x, by: treasury}\n")
    put("private/answers/core_team.yaml", b"PK\x03\x04")
    put("private/registers/stakeholders.yaml", "treasury: [\n")
    found = run("check", "core_team", "--format", "json").json["findings"]
    assert {each["code"] for each in found if each["severity"] == "error"} == {"F01", "F02", "G10"}
    assert not {"A01", "R01", "R02"} & {each["code"] for each in found}


NATIONAL = {
    "a tab": "questions:\n\t- id: county_desk\n",
    "a bad entry": "questions:\n  - {id: county_desk, kind: ratng}\nsectors:\n  - {id: tourism, titel: x}\n",
    "a part that is none": "questons:\n  - {id: county_desk}\nsectros: []\n",
    "another kind of file": b"PK\x03\x04",
}


@pytest.mark.parametrize("name", NATIONAL)
def test_what_national_content_may_have_is_not_unknown(run, project, put, name):
    """Where national content cannot be read, no answer, file or sector that it may have is called unknown."""
    put("checklists/national.yaml", NATIONAL[name])
    put("answers/core_team.yaml", "county_desk: partly\n")
    put("answers/sectors/tourism.yaml", "tourism_gains: Some.\n")
    put("registers/objectives.yaml", "a: {title: A, sectors: [tourism]}\n")
    errors = [each for each in run("check", "--format", "json").json["findings"] if each["severity"] == "error"]
    assert errors
    assert {each["where"]["file"] for each in errors} == {"checklists/national.yaml"}


def test_an_id_in_a_register_in_part_is_known(sample, catalogue):
    """A reference to an entry that is broken points somewhere; one to a name that nobody has still points nowhere."""
    path = sample / "registers/sources.yaml"
    path.write_text(path.read_text().replace("cabinet_order_12:\n", "cabinet_order_12: [\nx_b:\n", 1))
    answers = sample / "answers/core_team.yaml"
    answers.write_text(answers.read_text().replace("- cabinet_order_12", "- cabinet_order_13", 1))
    project = load(sample, catalogue).project
    assert Ref("sources", "cabinet_order_12") in project.unread
    case = look(sample, catalogue).case
    assert next(each.message for each in check(case) if each.code == "R01").startswith("core_team_mandate")
    assert len([each for each in check(case) if each.code == "R01"]) == 1
