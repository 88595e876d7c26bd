"""A project's own ``checklists/`` lies over the shipped catalogue, in every command."""

import json
import re
import shutil
from pathlib import Path

import pytest

from mainstream_cli.content.national import read_national
from mainstream_cli.workspace.catalogue import project_catalogue

SOUND = Path(__file__).parent / "national/sound.yaml"
FACTS = ["--country", "KEN", "--plan", "Vision 2035", "--start", "2026", "--end", "2035"]
QUESTION = """
questions:
  - id: {id}
    after: {after}
    title: County desk
    text: Does each county have a desk for migration questions?
    why: Counties plan and spend most of what touches migrants in this country.
    example: Twelve of 47 counties have named an officer.
    kind: text
    setting: desk
    minutes: 3
    evidence: expected
    source: {{document: {document}, place: Section 5, basis: in_line}}
"""


@pytest.fixture
def kenya(tmp_path, run, monkeypatch):
    """A project made in a folder in which national content had been prepared."""
    folder = tmp_path / "kenya"
    (folder / "checklists").mkdir(parents=True)
    shutil.copy(SOUND, folder / "checklists/national.yaml")
    assert run("init", folder, *FACTS).code == 0
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def overlay(tmp_path):
    """Write national content and return the catalogue with it, and the findings."""

    def write(text, name="national.yaml"):
        path = tmp_path / "project/checklists" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return project_catalogue(tmp_path / "project")

    return write


def test_init_scaffolds_what_was_prepared(kenya):
    """Init in a folder with prepared content writes the new questions, sections and sectors at their places."""
    text = (kenya / "answers/core_team.yaml").read_text(encoding="utf-8")
    assert "# 2.1.1 Is there a gazetted mandate for the core team?" in text
    assert text.index("core_team_lead:") < text.index("# 2.1.2A Does each county") < text.index("national_leadership:")
    assert "# 12.3A.1 Which agreements" in (kenya / "answers/regional.yaml").read_text(encoding="utf-8")
    assert "regional_displacement:" not in (kenya / "answers/regional.yaml").read_text(encoding="utf-8")
    assert "tourism_gains:" in (kenya / "answers/sectors/tourism.yaml").read_text(encoding="utf-8")


def test_a_fresh_project_with_national_content_has_no_errors(run, kenya):
    """Check and lint accept sound national content; that a condition rests on an answer alone is noted."""
    assert run("check").code == 0
    found = run("checklist", "lint", kenya, "--format", "json").json["findings"]
    assert [(each["code"], each["severity"], each["where"]["id"]) for each in found] == [("L20", "note", "C50")]


def test_the_stamp_is_that_of_the_shipped_catalogue(kenya, catalogue):
    """The digest in mainstream.yaml and of the overlaid catalogue is the shipped one."""
    assert catalogue.sha256 in (kenya / "mainstream.yaml").read_text(encoding="utf-8")
    assert project_catalogue(kenya)[0].sha256 == catalogue.sha256


def test_shipped_questions_keep_their_numbers(kenya, catalogue):
    """A new question takes a letter, so that a number means the same question in every country."""
    laid, _ = project_catalogue(kenya)
    shipped = {id_: question.number for id_, question in catalogue.questions.items()}
    assert all(shipped.get(question.id, question.number) == question.number for question in laid.questions.values())
    assert laid.questions["county_desk"].number == "2.1.2A"
    assert laid.questions["tourism_gains"].number == "S14.1.1"


def test_national_items_work_in_every_command(run, kenya):
    """A national question is set by number, explained, counted, judged by its condition, and printed."""
    assert run("set", "2.1.2A", "in_place").code == 0
    assert "Section 5" in run("explain", "county_desk").out
    assert "2.1.2A County desk: in place" in run("explain", "C50").out
    conditions = {each["code"]: each["status"] for each in run("check", "--format", "json").json["conditions"]}
    assert conditions["C50"] == "met"
    sectors = {each["id"]: each for each in run("status", "--format", "json").json["sectors"]}
    assert (sectors["tourism"]["asked"], sectors["environment"]["asked"]) == (1, 0)
    assert "Gazette notice" in run("checklist", "show", "core_team_mandate").out
    assert "2.1.2A" in run("checklist", "print", "core_team", "--format", "text").out
    result = run("report")
    assert (result.code, result.err) == (0, "")


def test_a_reworded_rating_keeps_its_other_levels(kenya, catalogue):
    """Rewording one level of a scale leaves the two others, and kind and choices, as they are."""
    laid, _ = project_catalogue(kenya)
    before, after = catalogue.questions["core_team_mandate"], laid.questions["core_team_mandate"]
    assert after.scale == {**before.scale, "in_place": "Gazette notice with terms of reference"}
    assert (after.kind, after.conditions, after.source) == (before.kind, before.conditions, before.source)


def test_an_answer_to_what_is_switched_off_is_kept_and_said(run, kenya):
    """An answer that was given before its question was switched off is no error, and is not forgotten."""
    path = kenya / "answers/regional.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "regional_displacement:\n  value: partly\n", encoding="utf-8")
    result = run("check", "--format", "json")
    (finding,) = [each for each in result.json["findings"] if each["code"] == "A05"]
    assert (result.code, finding["severity"], finding["where"]["id"]) == (0, "note", "regional_displacement")
    assert finding["where"]["line"] > 1
    assert "agreed on 3 May" in finding["message"]


def test_content_added_later_is_written_at_its_place(run, project):
    """A question that came after init is written by set below the question it follows, with its comment."""
    (project / "checklists").mkdir()
    shutil.copy(SOUND, project / "checklists/national.yaml")
    before = (project / "answers/core_team.yaml").read_text(encoding="utf-8").splitlines()
    assert run("set", "county_desk", "partly").code == 0
    after = (project / "answers/core_team.yaml").read_text(encoding="utf-8").splitlines()
    new = [line for line in after if line not in before]
    assert new[:3] == [
        "# 2.1.2A Does each county have a desk for migration questions? [in_place, partly, absent]",
        "county_desk:",
        "  value: partly",
    ]
    assert [line for line in after if line not in new] == before
    assert after[after.index(new[0]) - 1] == "core_team_lead:"


def test_documents_say_what_was_left_out(kenya):
    """A sector that is switched off stands in the documents with the reason, never as if it had been forgotten."""
    import datetime

    from mainstream_cli.documents.kinds import DOCUMENTS, Dossier
    from mainstream_cli.rules import Case, assess
    from mainstream_cli.store import load

    laid, _ = project_catalogue(kenya)
    public = load(kenya, laid).public
    day = datetime.date(2026, 6, 7)
    material = Dossier(public, laid, assess(Case(public, public, laid, day)), False, day)
    idle = {row.title: row.next_step for row in DOCUMENTS["action_matrix"].build(material).idle}
    assert "The sector has no plan yet" in idle["Environment"]


MISTAKES = {
    "an unknown part": ("wordings: {}", "L01", "1:1", "wording"),
    "a list where ids are expected": ("switch_off: [C06]", "L01", "1:1", "id: ..."),
    "a block where a list is expected": ("questions: {a: b}", "L01", "1:1", "list"),
    "plain text": ("just text", "L01", "1:1", "name: value"),
    "a missing field": ("questions:\n  - id: county_desk\n    after: core_team_lead\n", "L01", "2:5", "'text' is missing"),
    "no place": (QUESTION.format(id="county_desk", after="", document="toolkit"), "L01", "3:5", "after"),
    "a place that does not exist": (QUESTION.format(id="county_desk", after="core_team_led", document="toolkit"), "L03", "3:5", "core_team_lead"),
    "a document that does not exist": (QUESTION.format(id="county_desk", after="core_team_lead", document="toolkits"), "L03", "13:24", "toolkit"),
    "a device of Windows": (QUESTION.format(id="aux", after="core_team_lead", document="toolkit"), "L02", "3:5", "Windows"),
    "a word of YAML": (QUESTION.format(id="yes", after="core_team_lead", document="toolkit"), "L02", "3:5", "truth value"),
    "the name of a register": (QUESTION.format(id="bodies", after="core_team_lead", document="toolkit"), "L02", "3:5", "register"),
    "an id that is taken": (QUESTION.format(id="core_team_tasks", after="core_team_lead", document="toolkit"), "L02", "3:5", "more than once"),
    "another kind": ("wording:\n  core_team_mandate:\n    kind: text\n", "L04", "3:11", "no longer mean the same"),
    "other choices": ("wording:\n  health_groups: {choices: drivers}\n", "L04", "2:28", "cannot be changed"),
    "other criteria": ("wording:\n  C01: {met: {question: political_backing, is: partly}}\n", "L04", "2:14", "cannot be changed"),
    "a scale for a text": ("wording:\n  core_team_lead: {scale: {partly: Half}}\n", "L06", "2:27", "only a rating"),
    "words for nothing": ("wording:\n  core_team_mandat: {title: Mandate}\n", "L03", "2:21", "core_team_mandate"),
    "no reason": ("switch_off:\n  education:\n", "L05", "2:13", "without a reason"),
    "a stage": ("switch_off:\n  regional: We have no neighbours.\n", "L05", "2:13", "stage"),
    "human rights": ("switch_off:\n  C10: Not now.\n", "L05", "2:8", "rights"),
    "what a condition needs": ("switch_off:\n  consultation_schedule: Not here.\n", "L05", "2:26", "C06"),
    "what a question needs": ("switch_off:\n  regional_labour_agreements: None.\n", "L05", "2:31", "regional_agreement_rights"),
    "nothing that exists": ("switch_off:\n  C99: Not here.\n", "L03", "2:8", "C99"),
    "a tab": ("switch_off:\n\tC06: x\n", "F02", "2:1", ""),
    "a key twice": ("switch_off: {}\nswitch_off: {}\n", "F03", "2:1", ""),
}  # fmt: skip


@pytest.mark.parametrize(("text", "code", "place", "words"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_named_with_its_place(run, project, text, code, place, words):
    """Every mistake in national content is one finding with file, line and column; check goes on and exits with 1."""
    (project / "checklists").mkdir()
    (project / "checklists/national.yaml").write_text(text.lstrip("\n") if code != "L03" else text, encoding="utf-8")
    result = run("check", "--format", "json")
    found = [each for each in result.json["findings"] if each["code"] == code]
    assert result.code == 1
    assert found, [each["message"] for each in result.json["findings"] if each["severity"] == "error"]
    assert any(words in each["message"] + each["action"] for each in found)
    assert all(each["where"]["file"] == "checklists/national.yaml" for each in found)
    assert all(each["where"]["line"] and each["where"]["column"] for each in found)
    if not text.startswith("\n"):
        assert place in {f"{each['where']['line']}:{each['where']['column']}" for each in found}


def test_one_mistake_leaves_the_rest_in_place(overlay):
    """An item with a mistake is left out, and what follows it too; all others are laid over."""
    text = SOUND.read_text(encoding="utf-8").replace("after: regional_profile", "after: regional_profil")
    catalogue, findings = overlay(text)
    assert [each.code for each in findings] == ["L03"]
    assert {"county_desk", "tourism_gains"} <= set(catalogue.questions)
    assert "lake_fishers" not in catalogue.questions


def test_a_refused_question_makes_no_second_error(run, project):
    """The answer to a question that was left out for a mistake is not reported as unknown."""
    (project / "checklists").mkdir()
    text = QUESTION.format(id="county_desk", after="core_team_led", document="toolkit")
    (project / "checklists/national.yaml").write_text(text, encoding="utf-8")
    with (project / "answers/core_team.yaml").open("a", encoding="utf-8") as file:
        file.write("county_desk:\n  value: Twelve\n")
    errors = [each["code"] for each in run("check", "--format", "json").json["findings"] if each["severity"] == "error"]
    assert errors == ["L03"]


def test_nothing_is_written_while_national_content_cannot_be_read(run, project):
    """A file of national content that is no YAML stops set; nobody knows then what the answers mean."""
    (project / "checklists").mkdir()
    (project / "checklists/national.yaml").write_text("a: [", encoding="utf-8")
    result = run("set", "political_backing", "partly")
    assert result.code == 1
    assert "checklists/national.yaml" in result.err


def test_init_refuses_national_content_with_a_mistake(run, tmp_path):
    """Init makes nothing from content with a mistake, and names the place."""
    (tmp_path / "new/checklists").mkdir(parents=True)
    (tmp_path / "new/checklists/national.yaml").write_text("wordings: {}\n", encoding="utf-8")
    result = run("init", tmp_path / "new", *FACTS)
    assert result.code == 1
    assert "checklists/national.yaml:1:1" in result.err
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["checklists"]


def test_files_add_up(overlay):
    """Several files are read in the order of their names; a question may follow one of another file, in any order."""
    overlay(QUESTION.format(id="second", after="first", document="toolkit"), "a.yaml")
    catalogue, findings = overlay(QUESTION.format(id="first", after="core_team_lead", document="toolkit"), "b.yaml")
    assert findings == []
    assert [catalogue.questions[id_].number for id_ in ("first", "second")] == ["2.1.2A", "2.1.2B"]


def test_a_ring_of_questions_is_refused(overlay):
    """Questions that follow each other in a ring have no place; reading ends and says so."""
    text = QUESTION.format(id="first", after="second", document="toolkit")
    text += "\n".join(QUESTION.format(id="second", after="first", document="toolkit").splitlines()[2:])
    _, findings = overlay(text)
    assert {each.code for each in findings} == {"L03"}


def test_a_file_with_another_ending_is_said(overlay):
    """A .yml file, which nothing would read, is a finding."""
    _, findings = overlay("switch_off: {}\n", "national.yml")
    assert [each.code for each in findings] == ["L01"]


def test_national_content_costs_a_project_without_it_nothing(catalogue, tmp_path):
    """Without a checklists folder the catalogue is the shipped one, as read."""
    laid, findings = project_catalogue(tmp_path)
    assert (laid, findings) == (catalogue, [])


def test_the_guide_is_right(catalogue, tmp_path):
    """The examples in docs/national.md are sound national content."""
    guide = (Path(__file__).parent.parent / "docs/national.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)
    assert len(blocks) >= 5
    for number, block in enumerate(blocks):
        (tmp_path / f"{number}.yaml").write_text(block, encoding="utf-8")
    from mainstream_cli.workspace.catalogue import with_national

    _, findings = with_national(catalogue, tmp_path, "docs")
    assert [f"{each.place}: {each.message}" for each in findings] == []
    assert {item.kind for item in read_national(tmp_path, catalogue).items} == {
        "works", "sectors", "sections", "questions", "conditions", "wording", "switch_off",
    }  # fmt: skip


def test_the_published_catalogue_names_national_changes(run, kenya):
    """``show --format json`` lists what was added, reworded and switched off, with the reason."""
    data = json.loads(run("checklist", "show", "--format", "json").out)
    assert "county_desk" in data["added"]
    assert "core_team_mandate" in data["reworded"]
    assert data["switched_off"]["environment"]["reason"].startswith("The sector has no plan")
