"""The project folder: read whole, changed one block at a time, made whole or not at all."""

import datetime
import subprocess
import textwrap
from pathlib import Path

import pytest

from mainstream_cli import yamlfile
from mainstream_cli.errors import MainstreamError
from mainstream_cli.model.project import Ref
from mainstream_cli.model.registers import REGISTERS, fields
from mainstream_cli.model.upgrade import Upgrade
from mainstream_cli.store import load
from mainstream_cli.store.create import create
from mainstream_cli.store.drafts import save_draft
from mainstream_cli.store.gathering import save_blocks
from mainstream_cli.store.journal import save_to_journal
from mainstream_cli.store.reports import save_report
from mainstream_cli.store.save import locked, save_answer, save_entry
from mainstream_cli.store.seen import save_seen_answer, save_seen_entry
from mainstream_cli.store.upgrading import save_upgrade


def codes(loaded):
    return [finding.code for finding in loaded.findings]


def write(folder: Path, file: str, text: str) -> None:
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(textwrap.dedent(text), encoding="utf-8")


def test_a_fresh_project_has_nothing_wrong(project, catalogue):
    """A project made by init reads without a finding."""
    loaded = load(project, catalogue)
    assert loaded.findings == []
    assert loaded.project.settings.country.name == "Kenya"


def test_every_question_is_a_bare_key_in_catalogue_order(project, catalogue):
    """Files of answers hold every question of their stage, in order, each under a comment with number and text.

    A sensitive one has the comment only, which says where it is answered.
    """
    for stage in catalogue.stages:
        text = (project / f"answers/{stage.id}.yaml").read_text(encoding="utf-8")
        assert list(yamlfile.parse(text, "").data) == [each.id for each in stage.questions if not each.sensitive]
        for question in stage.questions:
            assert f"# {question.number} {question.text}" in text


def test_an_answer_changes_only_its_block(project, catalogue):
    """Saving an answer leaves every byte outside its block as it was, comments and hand-made layout included."""
    path = project / "answers/core_team.yaml"
    before = path.read_text(encoding="utf-8").replace(
        "core_team_lead:\n", "core_team_lead:   # ask the chair\n  value:   'Planning'\n"
    )
    path.write_text(before, encoding="utf-8")
    save_answer(project, catalogue, "core_team_mandate", {"value": "partly", "note": "Order signed.\nTerms open."})
    after = path.read_text(encoding="utf-8")
    start = before.index("core_team_mandate:")
    end = start + len("core_team_mandate:\n")
    assert after.startswith(before[:start])
    assert after.endswith(before[end:])


M = "core_team_mandate"
GOAL = {"title": "Decent work"}
SAVES = {
    "an answer": lambda folder, words: save_answer(folder, words, M, {"value": "partly"}),
    "an answer that was seen": lambda folder, words: save_seen_answer(folder, words, M, {"value": "partly"}, None),
    "an entry": lambda folder, _: save_entry(folder, "plan_goals", "goal_1", "", GOAL),
    "an entry that was seen": lambda folder, words: save_seen_entry(folder, words, "plan_goals", "g", "", GOAL, None),
    "a draft": lambda folder, words: save_draft(folder, words, "plan_goals", GOAL),
    "many blocks": lambda folder, words: save_blocks(folder, words, {}, {"registers/plan_goals.yaml": {"g": GOAL}}),
    "an upgrade": lambda folder, words: save_upgrade(folder, words, Upgrade({}, {"edition": "x", "sha256": "0"})),
    "an entry of the journal": lambda folder, _: save_to_journal(
        folder, "decision", "process", datetime.date(2026, 6, 7), {"text": "Go on", "by": "Cabinet"}
    ),
}


@pytest.mark.parametrize("save", SAVES.values(), ids=SAVES)
def test_nothing_is_saved_while_somebody_else_is_writing(project, catalogue, monkeypatch, save):
    """Whatever is saved waits for the lock of the project, so that two writers never read and write across each other."""
    monkeypatch.setattr("mainstream_cli.store.save.PATIENCE_SECONDS", 0.02)
    pages = {path: path.read_bytes() for path in project.rglob("*.yaml")}
    with locked(project), pytest.raises(MainstreamError, match="Another mainstream has been writing"):
        save(project, catalogue)
    assert {path: path.read_bytes() for path in project.rglob("*.yaml")} == pages
    save(project, catalogue)
    assert {path: path.read_bytes() for path in project.rglob("*.yaml")} != pages


def test_blocks_that_changed_since_they_were_read_are_not_written(project, catalogue):
    """What somebody wrote while copies were compared stays, and so does every other file of the change."""
    file, goals = "answers/core_team.yaml", "registers/plan_goals.yaml"
    save_answer(project, catalogue, M, {"value": "absent"})
    pages = {path: path.read_bytes() for path in project.rglob("*.yaml")}
    for seen in ({}, {file: {M: {"value": "partly"}}}):
        with pytest.raises(MainstreamError, match="was changed while the copies were read"):
            save_blocks(project, catalogue, seen, {goals: {"g": GOAL}, file: {M: {"value": "in_place"}}})
    assert {path: path.read_bytes() for path in project.rglob("*.yaml")} == pages
    save_blocks(project, catalogue, {file: {M: {"value": "absent"}}}, {file: {M: {"value": "in_place"}}})
    assert load(project, catalogue).project.answers[M].value == "in_place"


def test_a_report_takes_the_place_of_nothing_but_itself(tmp_path):
    """A folder or a file of somebody else that has the name of a document stays, and the document is written beside it."""
    (tmp_path / "note.docx").mkdir()
    (tmp_path / "brief.docx").write_bytes(b"of the cabinet")
    assert save_report(tmp_path, "note.docx", b"1") == (tmp_path / "note-2.docx", tmp_path / "note.docx")
    assert save_report(tmp_path, "brief.docx", b"1") == (tmp_path / "brief-2.docx", tmp_path / "brief.docx")
    assert save_report(tmp_path, "sheet.docx", b"1") == (tmp_path / "sheet.docx", None)
    assert save_report(tmp_path, "sheet.docx", b"2") == (tmp_path / "sheet.docx", None)
    assert (tmp_path / "brief.docx").read_bytes() == b"of the cabinet"


def test_two_answers_are_two_small_changes_that_merge(project, catalogue):
    """Two people who answer different questions of one stage on two branches merge without a conflict."""

    def git(*arguments):
        return subprocess.run(
            ["git", "-c", "user.name=t", "-c", "user.email=t@t", *arguments],
            cwd=project,
            check=True,
            capture_output=True,
            text=True,
        )

    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-qm", "start")
    git("checkout", "-qb", "other")
    save_answer(project, catalogue, "core_team_mandate", {"value": "partly"})
    save_entry(project, "stakeholders", "ministry_of_labour", "", {"title": "Ministry of Labour", "kind": "ministry"})
    git("commit", "-qam", "one")
    git("checkout", "-q", "main")
    save_answer(project, catalogue, "national_leadership", {"value": "in_place"})
    git("commit", "-qam", "two")
    git("merge", "-q", "other", "-m", "merge")
    loaded = load(project, catalogue)
    assert loaded.findings == []
    assert {id_ for id_, answer in loaded.project.answers.items() if answer.given} == {
        "core_team_mandate",
        "national_leadership",
    }


def test_entries_stand_in_the_order_of_their_ids(project, catalogue):
    """A new entry goes to its sorted place, whatever the order in which entries are recorded."""
    for id_ in ("mmm", "zzz", "aaa"):
        save_entry(project, "sources", id_, "", {"title": id_, "kind": "report"})
    assert list(load(project, catalogue).project.entries("sources")) == ["aaa", "mmm", "zzz"]


def test_fields_stand_in_the_order_of_the_form(project, catalogue):
    """A block is written with its fields in the order of the form, whatever the order in which they are set."""
    save_answer(project, catalogue, "core_team_mandate", {"by": "x", "note": "n"})
    save_answer(project, catalogue, "core_team_mandate", {"value": "partly"})
    data = yamlfile.read(project / "answers/core_team.yaml").data
    assert list(data["core_team_mandate"]) == ["value", "note", "by"]


def test_a_scalar_written_by_hand_is_an_answer(project, catalogue):
    """``question: partly`` written by hand is read as an answer, and setting a note keeps its value."""
    path = project / "answers/core_team.yaml"
    path.write_text(path.read_text().replace("core_team_mandate:\n", "core_team_mandate: partly\n"))
    save_answer(project, catalogue, "core_team_mandate", {"note": "seen"})
    answer = load(project, catalogue).project.answers["core_team_mandate"]
    assert (answer.value, answer.note) == ("partly", "seen")


def test_private_lies_over_the_rest_and_stays_out_of_the_public_project(project, catalogue):
    """A field in private/ is laid over the entry of the same id, and the public project does not have it."""
    write(project, "registers/stakeholders.yaml", "union:\n  title: Union\n  kind: workers_organisation\n")
    write(project, "private/registers/stakeholders.yaml", "union:\n  stance: opposes\n")
    write(project, "private/answers/added_value.yaml", "political_backing:\n  value: absent\n")
    loaded = load(project, catalogue)
    assert loaded.findings == []
    assert loaded.project.entries("stakeholders")["union"].stance == "opposes"
    assert loaded.public.entries("stakeholders")["union"].stance is None
    assert loaded.project.answer("political_backing").value == "absent"
    assert loaded.public.answer("political_backing") is None


def test_a_broken_file_does_not_hide_the_rest(project, catalogue):
    """One unreadable file gives one finding with its place; everything else is read."""
    write(project, "answers/core_team.yaml", "core_team_mandate:\n  value: partly\n  value: absent\n")
    write(project, "answers/scoping.yaml", "plan_calendar_link: in_place\n")
    loaded = load(project, catalogue)
    assert [(finding.code, finding.place.file, finding.place.line) for finding in loaded.findings] == [
        ("F03", "answers/core_team.yaml", 3)
    ]
    assert loaded.project.answer("plan_calendar_link").value == "in_place"
    assert loaded.unreadable


@pytest.mark.parametrize(
    ("file", "text", "code", "words"),
    [
        ("answers/core_team.yaml", "core_team_mandat: partly\n", "F08", "core_team_mandate"),
        ("answers/core_team.yaml", "core_team_mandate: {value: partley}\n", "F09", "partly"),
        ("answers/core_team.yaml", "core_team_mandate: {vlaue: partly}\n", "F08", "value"),
        ("answers/core_team.yaml", "core_team_mandate: {value: partly, note: no}\n", "F10", '"no"'),
        ("answers/core_team.yaml", "political_backing: partly\n", "F13", "answers/added_value.yaml"),
        ("answers/core_team.yaml", "- a\n", "F09", "name: value"),
        ("answers/scopng.yaml", "a: 1\n", "F13", "answers/scoping.yaml"),
        (
            "registers/bodies.yaml",
            "council: {title: Council, kind: inter_ministeral, status: planned}\n",
            "F09",
            "inter_ministerial",
        ),
        ("registers/bodies.yaml", "council: {title: Council}\n", "F11", "kind"),
        ("registers/bodies.yaml", "Council: {title: Council, kind: other, status: planned}\n", "F09", "id"),
        ("registers/actions/health.yaml", "a: {title: A, kind: law, start: 2014, end: 2013}\n", "F09", "2014"),
        ("mainstream.yaml", "schema: 1\n", "F11", "country"),
    ],
)
def test_a_slip_by_hand_is_named(project, catalogue, file, text, code, words):
    """Every slip made by hand is reported with its file, a code and the nearest right word."""
    write(project, file, text)
    found = [finding for finding in load(project, catalogue).findings if finding.code == code]
    assert found
    assert {finding.place.file for finding in found} == {file}
    assert any(words in finding.message + finding.action for finding in found)


def test_own_keys_are_left_alone(project, catalogue):
    """Keys starting with x_ are the user's own, at every depth, and survive a save."""
    write(project, "answers/core_team.yaml", "x_mine: 1\ncore_team_mandate:\n  value: partly\n  x_mine: [a, b]\n")
    save_answer(project, catalogue, "core_team_mandate", {"value": "in_place"})
    loaded = load(project, catalogue)
    assert loaded.findings == []
    assert yamlfile.read(project / "answers/core_team.yaml").data["core_team_mandate"]["x_mine"] == ["a", "b"]


def test_a_finding_is_located_where_it_is(project, catalogue):
    """A place in the project is given as file, line and column of the value."""
    write(project, "registers/sources.yaml", "# top\nlaw:\n  title: Law\n  kind: law\n  year: 2012\n")
    place = load(project, catalogue).locate(Ref("sources", "law", ("year",)))
    assert (place.file, place.line, place.column) == ("registers/sources.yaml", 5, 9)


def test_a_folder_that_is_not_empty_is_refused(tmp_path, catalogue):
    """Init never touches a folder that has something in it."""
    (tmp_path / "mine.txt").write_text("keep")
    with pytest.raises(MainstreamError, match="not empty"):
        create(tmp_path, catalogue, {})
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_failed_init_leaves_nothing(tmp_path, catalogue, monkeypatch):
    """When making the folder fails half way, nothing is left behind."""
    settings = {"country": {"name": "X"}, "plan": {"name": "P"}}

    def full(self, *arguments, **options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(MainstreamError, match="No space left"):
        create(tmp_path / "new" / "project", catalogue, settings)
    assert list(tmp_path.iterdir()) == []


def test_the_examples_of_the_folder_readme_are_right(project, catalogue, run):
    """What README.md in the folder shows can be typed as it stands: the files read without a finding."""
    readme = (project / "README.md").read_text(encoding="utf-8")
    blocks = [block.split("```")[0] for block in readme.split("```yaml\n")[1:]]
    answer, source, action, indicator, observation, candidate, objective, finance, national, waiver = blocks
    write(project, "answers/core_team.yaml", answer)
    write(project, "registers/sources.yaml", source)
    write(project, "registers/actions/health.yaml", action)
    write(project, "registers/indicators.yaml", indicator)
    write(project, "registers/observations/statistics_office.yaml", observation)
    write(project, "registers/objectives.yaml", candidate + objective)
    settings = project / "mainstream.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + finance, encoding="utf-8")
    write(project, "checklists/national.yaml", national)
    write(project, "journal/own.yaml", waiver)
    codes = {
        finding["code"][0]
        for finding in run("check", "--format", "json").json["findings"]
        if finding["severity"] == "error"
    }
    assert not codes & {"F", "L"}
    loaded = load(project, catalogue)
    assert loaded.findings == []
    assert loaded.project.entries("actions")["train_nurses"].cost.total == 215000
    assert loaded.project.answer("core_team_mandate").sources == tuple(loaded.project.entries("sources"))


def test_the_folder_readme_names_every_field(project, catalogue):
    """Every field of every register, and every field of a block in it, is explained in README.md of the folder."""
    readme = (project / "README.md").read_text(encoding="utf-8")
    for register in REGISTERS:
        for field in fields(register):
            assert f"`{field.id}" in readme
            assert all(f".{inner.id}`" in readme for inner in field.inside)
