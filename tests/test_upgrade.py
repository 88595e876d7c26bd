"""``upgrade`` brings a project to another edition of the questions: shown first, and nothing is lost."""

import shutil
from pathlib import Path

import pytest

from mainstream_cli.changes.upgrade import LINE
from mainstream_cli.content import catalogue as content
from mainstream_cli.content import content_dir, load_catalogue
from mainstream_cli.model.upgrade import FileChange, Upgrade
from mainstream_cli.store import load
from mainstream_cli.store.save import save_answer
from mainstream_cli.store.upgrading import save_upgrade
from mainstream_cli.workspace import Workspace
from mainstream_cli.yamlfile import parse

FIRST_EDITION = Path(__file__).parent / "first_edition"
CORE_TEAM = "answers/core_team.yaml"
QUESTION = """\
      - id: {id}
        title: {title}
        text: {text}
        why: Invented for a test.
        example: Invented for a test.
        kind: text
        setting: desk
        minutes: 3
        evidence: none
        source: {{document: toolkit, place: Test, basis: suggested}}
"""


def texts(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".mainstream.lock"
    }


def by_id(steps):
    return {step["id"]: step for step in steps}


@pytest.fixture
def first(tmp_path):
    """A project that was made with the first edition and worked in by hand."""
    return Path(shutil.copytree(FIRST_EDITION, tmp_path / "first"))


def test_an_upgrade_is_shown_before_anything_changes(first, run):
    """Without --write no byte of the project changes, and what would change is listed."""
    before = texts(first)
    shown = run("upgrade", "-p", first, "--format", "json")
    assert shown.code == 0
    assert (shown.json["written"], shown.json["pending"]) == (False, True)
    assert texts(first) == before
    words = run("upgrade", "-p", first).out
    for heading in ("Kept", "Reworded", "New", "Needs review", "upgrade --write"):
        assert heading in words
    assert texts(first) == before


def test_a_project_of_the_first_edition_is_brought_up_to_date(first, run, catalogue):
    """Every question has its key and its present comment, in the order of the catalogue, and the project is stamped."""
    shown = run("upgrade", "-p", first, "--format", "json").json
    done = run("upgrade", "-p", first, "--write", "--format", "json").json
    assert {**done, "written": False, "pending": True} == shown
    loaded = load(first, catalogue)
    assert not loaded.findings
    assert loaded.project.settings.catalogue.sha256 == catalogue.sha256
    for sheet, file in (("added_value", "answers/added_value.yaml"), ("governance", "answers/sectors/governance.yaml")):
        ids = [question.id for question in catalogue.sheets[sheet].questions]
        assert [key for key in loaded.files.data(file) if key in ids] == ids
        for question in catalogue.sheets[sheet].questions:
            assert f"# {question.number} {question.text} [" in (first / file).read_text("utf-8")
    assert (first / "registers/criteria.yaml").exists()
    assert (first / "answers/regional.yaml").exists()


def test_answers_of_the_first_edition_are_kept(first, run, catalogue):
    """Every answer reads as before, and an answered question that reads differently now is named for review."""
    before = load(first, catalogue).project.answers
    review = by_id(run("upgrade", "-p", first, "--write", "--format", "json").json["review"])
    assert load(first, catalogue).project.answers == before
    assert set(review) == {"governance_children_age", "governance_next_step"}
    assert review["governance_children_age"]["before"] == "Is every child of a migrant parent registered at birth?"
    assert review["governance_children_age"]["after"] == catalogue.questions["governance_children_age"].text


def test_every_line_but_the_comments_of_the_tool_survives(first, run):
    """Comments of the team, its own keys, notes and the order of the file are as they were."""
    before = {name: text.decode().splitlines() for name, text in texts(first / "answers").items()}
    run("upgrade", "-p", first, "--write")
    for name, lines in before.items():
        after = iter((first / "answers" / name).read_text("utf-8").splitlines())
        kept = [line for line in lines if not LINE.fullmatch(line)]
        assert all(line in after for line in kept)  # each is found behind the one before it


def test_an_upgrade_can_be_repeated(first, run):
    """The second time there is nothing to do, and no byte changes."""
    run("upgrade", "-p", first, "--write")
    after = texts(first)
    again = run("upgrade", "-p", first, "--write", "--format", "json").json
    assert (again["written"], again["pending"]) == (False, False)
    assert not any(again[name] for name in ("new", "reworded", "moved", "retired", "review", "new_files"))
    assert texts(first) == after
    assert "Nothing to do" in run("upgrade", "-p", first).out


def test_a_fresh_project_has_nothing_to_upgrade(project, run):
    """A project made with the installed edition is up to date."""
    assert run("upgrade", "--format", "json").json["pending"] is False


@pytest.fixture
def next_edition(tmp_path, monkeypatch):
    """Install an invented next edition: of the core team's questions one is reworded, moved, retired, new, changed."""
    folder = Path(shutil.copytree(content_dir("checklists"), tmp_path / "next"))
    path = folder / "stages/core_team.yaml"
    text = path.read_text("utf-8")
    text = text.replace("text: Is there a written mandate for the core team?", "text: Is the mandate in writing?")
    text = text.replace("id: core_team_lead\n", "id: core_team_leader\n").replace(
        "text: Which institution leads the core team?", "text: Which institution leads?"
    )
    new = QUESTION.format(id="core_team_new", title="New one", text="Is this new?")
    start, stop = text.index("      - id: core_team_local_voice"), text.index("      - id: core_team_advisers")
    text = text[:start] + new + text[stop:]
    text = text.replace("id: core_team_work_plan\n", "id: core_team_calendar\n")
    at = text.index("id: core_team_calendar")
    text = text[:at] + text[at:].replace("kind: rating", "kind: number", 1)
    scale = text.index("        scale:", at)
    text = text[:scale] + text[text.index("        setting:", scale) :]
    path.write_text(text, "utf-8")
    index = folder / "catalogue.yaml"
    index.write_text(
        index.read_text("utf-8")
        .replace('edition: "2026.1"', 'edition: "2027.1"')
        .replace(
            "moved: {}",
            "moved: {core_team_lead: core_team_head, core_team_head: core_team_leader, core_team_work_plan: core_team_calendar}",
        )
        .replace("retired: {}", "retired: {core_team_local_voice: Asked under involvement.}"),
        "utf-8",
    )
    load_catalogue(folder)

    def install():
        monkeypatch.setattr(content, "content_dir", lambda name: folder if name == "checklists" else content_dir(name))

    return install


@pytest.fixture
def worked(project, run, next_edition):
    """A project with answers that meets the next edition."""
    run("set", "core_team_mandate", "partly", "--note", "Signed in May")
    run("set", "core_team_lead", "Planning commission", "--confidence", "medium")
    run("set", "core_team_local_voice", "Association of municipalities")
    run("set", "core_team_work_plan", "in_place")
    next_edition()
    return project


def codes(run):
    return {(each["code"], each["severity"]): each for each in run("check", "--format", "json").json["findings"]}


def test_another_edition_blocks_nothing(worked, run):
    """Before the upgrade, check warns of the edition and of answers under earlier names, without an error."""
    found = codes(run)
    assert found["P04", "warning"]["where"]["file"] == "mainstream.yaml"
    assert "mainstream upgrade" in found["P04", "warning"]["action"]
    assert found["P16", "warning"]["where"]["file"] == CORE_TEAM
    assert found["P16", "warning"]["where"]["line"] > 1
    assert "Asked under involvement" in found["P16", "note"]["message"]
    assert not [each for each in found if each[0][0] == "F"]


def test_each_kind_of_change_is_named(worked, run):
    """Moved, reworded, new and retired questions are told apart, and so is what needs review."""
    shown = run("upgrade", "--format", "json").json
    assert (shown["from"]["edition"], shown["to"]["edition"]) == ("2026.1", "2027.1")
    assert set(by_id(shown["reworded"])) == {"core_team_mandate"}
    assert {id_: step["after"] for id_, step in by_id(shown["moved"]).items()} == {
        "core_team_lead": "core_team_leader",
        "core_team_work_plan": "core_team_calendar",
    }
    assert set(by_id(shown["new"])) == {"core_team_leader", "core_team_new", "core_team_calendar"}
    assert by_id(shown["retired"])["core_team_local_voice"]["after"] == "Asked under involvement."
    assert set(by_id(shown["review"])) == {"core_team_mandate", "core_team_leader", "core_team_calendar"}
    words = run("upgrade").out
    for text in (
        "From edition 2026.1 to 2027.1",
        "Is this new?",
        "Asked under involvement.",
        "Is the mandate in writing?",
    ):
        assert text in words


def test_the_answer_of_a_moved_question_is_copied(worked, run):
    """The whole answer stands under the new name, and the old one stays where it was."""
    old = parse((worked / CORE_TEAM).read_text("utf-8")).data
    run("upgrade", "--write")
    new = parse((worked / CORE_TEAM).read_text("utf-8")).data
    assert new["core_team_leader"] == old["core_team_lead"] == new["core_team_lead"]
    assert new["core_team_local_voice"] == old["core_team_local_voice"]
    assert {each: new[each] for each in old} == old
    found = codes(run)
    assert ("P04", "warning") not in found
    assert [code for (code, _), each in found.items() if code[0] in "FRP" and "core_team_leader" in str(each)] == []


def test_an_answer_that_does_not_fit_is_not_copied(worked, run):
    """Where the kind of the question has changed, the new key stays bare and the answer is named for review."""
    run("upgrade", "--write")
    assert parse((worked / CORE_TEAM).read_text("utf-8")).data["core_team_calendar"] is None
    assert not [each for each in codes(run) if each[0][0] == "F"]


def test_an_answer_in_the_file_of_another_stage_is_named(project, run):
    """Where a question is asked in another stage now, the place to move its answer to is named, and nothing is lost."""
    path = project / CORE_TEAM
    path.write_text(path.read_text("utf-8") + "political_backing: partly\n", "utf-8")
    step = by_id(run("upgrade", "--format", "json").json["review"])["political_backing"]
    assert (step["file"], "answers/added_value.yaml" in step["note"]) == (CORE_TEAM, True)


def test_one_of_two_earlier_answers_is_copied(worked, run):
    """Where two earlier questions have become one, the first answer is copied and the other is named, not lost."""
    path = worked / CORE_TEAM
    path.write_text(path.read_text("utf-8") + "core_team_head: Cabinet office\n", "utf-8")
    moved = by_id(run("upgrade", "--write", "--format", "json").json["moved"])
    assert "another earlier answer" in moved["core_team_head"]["note"]
    data = parse(path.read_text("utf-8")).data
    assert data["core_team_leader"]["value"] == "Planning commission"
    assert data["core_team_head"] == "Cabinet office"


def test_a_second_upgrade_to_the_next_edition_does_nothing(worked, run):
    """Answers under earlier names are not copied twice, also when the new answer has changed since."""
    run("upgrade", "--write")
    run("set", "core_team_leader", "Ministry of Planning")
    before = texts(worked)
    run("upgrade", "--write")
    assert texts(worked) == before


def test_an_answer_under_the_new_name_wins(worked, run):
    """What the team has answered already is never replaced by an earlier answer."""
    run("set", "core_team_leader", "Ministry of Planning")
    moved = by_id(run("upgrade", "--write", "--format", "json").json["moved"])
    assert moved["core_team_lead"]["note"] == "It is answered there already; the earlier answer stays."
    data = parse((worked / CORE_TEAM).read_text("utf-8")).data
    assert data["core_team_leader"]["value"] == "Ministry of Planning"
    assert data["core_team_lead"]["value"] == "Planning commission"


def test_an_answer_given_while_the_upgrade_was_shown_is_not_replaced(project, catalogue):
    """What is on disk when the files are written counts, not what was there when the upgrade was planned."""
    save_answer(project, catalogue, "core_team_lead", {"value": "Ministry of Planning"})
    change = FileChange(blocks={"core_team_lead": {"value": "Cabinet office"}, "core_team_tasks": {"value": "absent"}})
    stamp = {"edition": catalogue.edition, "sha256": catalogue.sha256}
    save_upgrade(project, catalogue, Upgrade(stamp, stamp, changes={CORE_TEAM: change}))
    answers = load(project, catalogue).project.answers
    assert answers["core_team_lead"].value == "Ministry of Planning"
    assert answers["core_team_tasks"].value == "absent"


def test_private_answers_stay_private(project, run, next_edition):
    """An answer in private/ is copied within private/, and the public file gets the bare key only."""
    private = project / "private" / CORE_TEAM
    private.parent.mkdir(parents=True)
    private.write_text("core_team_lead:\n  value: A quiet office\n", "utf-8")
    next_edition()
    run("upgrade", "--write")
    assert parse(private.read_text("utf-8")).data["core_team_leader"] == {"value": "A quiet office"}
    assert "quiet" not in (project / CORE_TEAM).read_text("utf-8")


def test_comments_of_the_team_are_not_taken_for_those_of_the_tool(worked, run):
    """A comment that was deleted, rewritten or doubled by hand is left as it is."""
    path = worked / CORE_TEAM
    text = path.read_text("utf-8").replace(
        "# 2.1.1 Is there a written mandate for the core team? [in_place, partly, absent]\n",
        "# 2.1.1 Is there a written mandate? (ask the cabinet office)\n# second line\n",
    )
    path.write_text(text, "utf-8")
    shown = run("upgrade", "--write", "--format", "json").json
    assert "# 2.1.1 Is there a written mandate? (ask the cabinet office)\n# second line\n" in path.read_text("utf-8")
    assert "Is the mandate in writing?" not in path.read_text("utf-8")
    assert "core_team_mandate" not in by_id(shown["reworded"])


def test_line_ends_of_windows_survive(worked, run):
    """A file with CRLF has CRLF on every line afterwards, and its answers."""
    path = worked / CORE_TEAM
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    run("upgrade", "--write")
    content = path.read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n")
    assert b"Is the mandate in writing?" in content
    assert not [each for each in codes(run) if each[0][0] == "F"]


def test_a_broken_file_stops_the_upgrade(worked, run):
    """While a file cannot be read, nothing is written anywhere."""
    path = worked / "registers/sources.yaml"
    path.write_text("a: [\n", "utf-8")
    before = texts(worked)
    done = run("upgrade", "--write")
    assert done.code == 1
    assert "registers/sources.yaml" in done.err
    assert texts(worked) == before


def test_half_of_the_national_content_stops_the_upgrade(worked, run):
    """While national content cannot be read, its questions would seem to be gone."""
    (worked / "checklists").mkdir()
    (worked / "checklists/national.yaml").write_text("questions: [\n", "utf-8")
    assert run("upgrade", "--write").code == 1


def test_national_questions_get_their_keys(project, run):
    """A question that national content adds later comes in like one of a new edition."""
    shutil.copytree(Path(__file__).parent / "national", project / "checklists")
    (project / "checklists/sound.yaml").rename(project / "checklists/national.yaml")
    shown = run("upgrade", "--write", "--format", "json").json
    assert shown["new"]
    for step in shown["new"]:
        assert step["id"] in parse((project / step["file"]).read_text("utf-8")).data
    assert run("upgrade", "--format", "json").json["pending"] is False


def test_gather_asks_for_the_upgrade_of_a_copy_first(worked, run, tmp_path):
    """A copy with answers under earlier names is refused with the way out, instead of losing them."""
    copy = Path(shutil.copytree(worked, tmp_path / "table_1"))
    run("upgrade", "--write")
    refused = run("gather", copy)
    assert refused.code == 1
    assert "mainstream upgrade --write" in refused.err
    run("upgrade", "--write", "-p", copy)
    assert run("gather", copy).code == 0


SCHEMA_1 = """\
# ours
schema: 1  # do not touch
plan: {name: Vision, start: 2026, end: 2035}   # before the catalogue
catalogue:   # which questions
  sha256: "0"
  # said by hand
  edition: "2026.1"   # of June
  x_asked: 3
timing: in_plan
country:
    name:   Kenya
"""
SCHEMA_2 = (
    SCHEMA_1.replace("schema: 1", "schema: 2")
    .replace("which questions\n", "which questions\n  name: gmg_handbook\n")
    .replace('sha256: "0"', "sha256: {sha256}")
)


def of_schema_1(project):
    (project / "mainstream.yaml").write_text(SCHEMA_1, "utf-8")
    return project / "mainstream.yaml"


def test_a_project_of_schema_1_is_read_as_it_is(project, run, catalogue):
    """A project without the name of a catalogue has that of the handbook, and no other command changes its schema."""
    settings = of_schema_1(project)
    assert load(project, catalogue).project.settings.catalogue.name == catalogue.id == "gmg_handbook"
    assert run("set", "core_team_mandate", "partly").code == 0
    assert run("upgrade").code == 0
    assert not [each for each in codes(run) if each[0][0] == "F"]
    assert settings.read_text("utf-8") == SCHEMA_1


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_upgrade_names_the_catalogue_and_touches_nothing_else(ends, project, run, catalogue):
    """``upgrade --write`` brings schema 1 to schema 2; comments, order and the team's own keys are as they were."""
    settings = of_schema_1(project)
    settings.write_bytes(SCHEMA_1.replace("\n", ends).encode())
    shown = run("upgrade", "--write", "--format", "json").json
    assert (shown["from"], shown["to"]) == ({"edition": "2026.1", "sha256": "0"}, catalogue.stamp)
    wanted = SCHEMA_2.replace("{sha256}", catalogue.sha256).replace("\n", ends)
    assert settings.read_bytes().decode().replace('"' + catalogue.sha256 + '"', catalogue.sha256) == wanted
    assert run("upgrade", "--format", "json").json["pending"] is False


def test_only_the_schema_is_new_where_the_questions_are_the_same(project, run):
    """A project of schema 1 that has these questions is told what the upgrade is for."""
    settings = project / "mainstream.yaml"
    fresh = settings.read_text("utf-8")
    settings.write_text(fresh.replace("schema: 2", "schema: 1").replace("  name: gmg_handbook\n", ""), "utf-8")
    assert "From schema 1 to 2: mainstream.yaml names the catalogue, gmg_handbook." in run("upgrade", "--write").out
    assert settings.read_text("utf-8") == fresh


def test_signatures_survive_the_upgrade_to_schema_2(tmp_path, run, catalogue):
    """What was signed under schema 1 is not stale under schema 2."""
    folder = Path(shutil.copytree(Path(__file__).parent / "signed_2026_1", tmp_path / "sandoria"))
    before = Workspace.open(folder).case
    assert run("upgrade", "--write", "-p", folder).code == 0
    after = Workspace.open(folder).case
    assert (before.project.settings.schema_, after.project.settings.schema_) == (1, 2)
    assert after.valid == before.valid == set(before.sign_offs)


def test_a_later_schema_keeps_this_version_out(project, run):
    """A project of schema 3 says that a newer version is needed, whatever catalogue it names, and stays as it is."""
    settings = project / "mainstream.yaml"
    text = settings.read_text("utf-8").replace("schema: 2", "schema: 3").replace("gmg_handbook", "other")
    settings.write_text(text, "utf-8")
    assert [each for each in codes(run) if each[0] == "F12"]
    assert run("upgrade", "--write").code == 1
    assert settings.read_text("utf-8") == text
