"""A project can hold a catalogue of its own; whatever the tool does with the handbook's, it does with that one."""

import ast
import json
import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from mainstream_cli import cli
from mainstream_cli.documents.kinds import DOCUMENTS, JOURNAL
from mainstream_cli.model.roles import QUESTIONS, STAGES
from mainstream_cli.rules import RULES, check
from mainstream_cli.rules.roles import NEEDS
from mainstream_cli.store import load
from mainstream_cli.workspace import Workspace
from mainstream_cli.workspace.rendering import dossiers

SMALL = Path(__file__).parent / "second_catalogue"
PACKAGE = Path(__file__).parent.parent / "mainstream_cli"
FACTS = ["--country", "KEN", "--plan", "District plan", "--start", "2026", "--end", "2035", "--no-input"]
WORK = (
    ["set", "sources/minute", "title=Minute of the council", "kind=minutes", "date=2026-05-03"],
    ["set", "council_support", "in_place", "--source", "minute", "--note", "Minute 3"],
    ["set", "villages_heard", "7"],
    ["set", "stakeholders/council", "title=District council", "kind=local_authority"],
    ["set", "actions/school", "sector=fishing", "title=A school beside the boats", "kind=service"],
)
DAY = ["--today", "2026-06-07"]


@pytest.fixture(scope="module")
def worked(tmp_path_factory):
    """A project made in a folder that holds the small catalogue, with the first stage answered."""
    folder = tmp_path_factory.mktemp("worked") / "district"
    shutil.copytree(SMALL, folder / "checklists")
    assert cli.run(["init", str(folder), *FACTS]) == 0
    for arguments in WORK:
        assert cli.run([*arguments, "-p", str(folder)]) == 0, arguments
    return folder


@pytest.fixture
def district(worked, tmp_path, monkeypatch):
    folder = Path(shutil.copytree(worked, tmp_path / "district"))
    monkeypatch.chdir(folder)
    return folder


COMMANDS = {
    "status": "Listening",
    "status --format json": '"agreeing"',
    "set fishing_crews few": "S1.1.1 Crews from elsewhere: few",
    "set sectors_first fishing": "2.1.1 Where to begin: fishing",
    "set quarrels x": "private",
    "check": "P20",
    "check agreeing --format json !": '"C02"',
    "check --format github": "::notice",
    "check --format sarif": '"P20"',
    "check --room": "Listening",
    "check --record --by council": "secured",
    "check --fix": "Nothing to put right",
    "explain villages_heard": "How many villages",
    "explain C01": "Support of the council: in place",
    "explain P20": "roles:",
    "sign listening --by council --reference minute": "signed",
    "sign agreeing --by council --reference minute !": "2.1.1 Where to begin: this core question has no answer",
    "decide Agreed --by council --stage agreeing": "recorded in journal/",
    "waive K03 --reason Later --by council --until 2026-12-01": "K03",
    "session start Boats Who?": "Session boats began",
    "priorities": "No criteria yet",
    "report proceedings terms_used questionnaire record_of_decisions": "Wrote",
    "report": "Left out, for want of their stage in the catalogue district_handbook: scoping_proposal (scoping), ",
    "report --list": "scoping_proposal",
    "report scoping_proposal !": "The catalogue district_handbook has no such stage",
    "template list": "proceedings",
    "template copy proceedings": "Wrote",
    "template check proceedings": "works, with a full and an empty project",
    "template check situation_analysis": "works, with a full and an empty project",
    "checklist show": "Migration in a district plan",
    "checklist show --format json": '"district_handbook"',
    "checklist show fishing": "Crews",
    "checklist show profile": "This catalogue has none",
    "checklist show bibliography": "Own experience",
    "checklist show --basis suggested": "Own experience",
    "checklist print listening": "3 questions, 2 of them core",
    "checklist lint .": "7 questions (4 core). 0 errors",
    "upgrade": "Nothing to do",
    "": "Listening",
}


@pytest.mark.usefixtures("in_this_process")
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_works_with_a_second_catalogue(command, district, run):
    """Each command does with the small catalogue what it does with that of the handbook; "!" marks a refusal."""
    words = command.split()
    arguments = [each for each in words if each != "!"]
    takes_day = arguments[:1] in (["check"], ["sign"], ["waive"], ["decide"]) and "--help" not in arguments
    done = run(*arguments, *(DAY if takes_day and arguments[0] == "check" else []))
    assert done.code == int("!" in words), done.err
    assert COMMANDS[command] in " ".join((done.out + done.err).split())


def test_gather_takes_the_copy_of_a_table(district, run, tmp_path):
    """What a table answered in its copy comes in; a copy with another catalogue is refused with one message."""
    copy = Path(shutil.copytree(district, tmp_path / "table_1"))
    assert run("set", "fishing_crews", "few", "-p", copy).code == 0
    assert run("gather", copy).code == 0
    assert load(district, Workspace.open(district).catalogue).project.answers["fishing_crews"].value == "few"
    settings = copy / "mainstream.yaml"
    settings.write_text(settings.read_text("utf-8").replace("district_handbook", "gmg_handbook"), "utf-8")
    assert "another catalogue: gmg_handbook, and not district_handbook" in " ".join(run("gather", copy).err.split())


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal on Windows")
def test_fill_asks_the_questions_of_a_second_catalogue(district):
    """In a terminal, fill asks what the small catalogue asks and keeps the answer."""
    pexpect = pytest.importorskip("pexpect")
    child = pexpect.spawn(
        sys.executable, ["-m", "mainstream_cli", "fill", "--plain", "fishing"], timeout=20, encoding="utf-8"
    )
    child.expect("Do crews from elsewhere have contracts")
    child.sendline("few")
    child.expect("fishing_crews|evidence|[Nn]ote|:")
    child.sendline(":quit")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert Workspace.open(district).project.answers["fishing_crews"].value == "few"


def test_check_says_once_what_is_off(district, run):
    """One note names each rule and document that needs what the catalogue lacks; the others still speak."""
    (note,) = [each for each in run("check", "--format", "json", *DAY).json["findings"] if each["code"] == "P20"]
    assert note["severity"] == "note"
    for word in ("mandate (A07)", "watching (I01, I02, I05, I06, I14)", "cabinet_note (scoping)"):
        assert word in note["message"]
    assert not any(word in note["message"] for word in ("planning", "K03", "proceedings", "hearing"))
    assert any(each["code"] == "K03" for each in run("check", "agreeing", "--format", "json", *DAY).json["findings"])


def test_the_handbook_lacks_nothing(project, run, catalogue):
    """With the catalogue of the handbook every role is given and nothing is off."""
    assert set(catalogue.roles) == {*QUESTIONS, *STAGES}
    assert "P20" not in {each["code"] for each in run("check", "--format", "json").json["findings"]}


@pytest.mark.parametrize("role", sorted({*QUESTIONS, *STAGES}))
def test_no_rule_stumbles_where_a_role_is_missing(role, catalogue):
    """Without any one role every rule that needs it is off, every other one works, and its code is named."""
    sandoria = PACKAGE.parent / "sample_projects" / "sandoria"
    case = Workspace.open(sandoria).case
    case = replace(case, catalogue=replace(catalogue, roles={k: v for k, v in catalogue.roles.items() if k != role}))
    off = [code for code, roles in NEEDS.items() if role in roles]
    assert set(off) <= set(RULES)
    found = check(case)
    assert not {each.code for each in found} & set(off)
    notes = [each.message for each in found if each.code == "P20"]
    assert len(notes) == bool(off)
    assert all(f"{role} ({', '.join(sorted(off))})" in note for note in notes)


@pytest.mark.parametrize("stage", sorted({kind.stage for kind in DOCUMENTS.values() if kind.stage} - {JOURNAL}))
def test_a_document_survives_missing_questions(stage, tmp_path, run):
    """A document whose stage is there is written, though the catalogue asks none of the handbook's questions."""
    folder = tmp_path / "district"
    shutil.copytree(SMALL, folder / "checklists")
    for path in folder.rglob("*.yaml"):
        path.write_text(path.read_text("utf-8").replace("listening", stage), "utf-8")
    (folder / "checklists/stages/listening.yaml").rename(folder / f"checklists/stages/{stage}.yaml")
    assert run("init", folder, *FACTS).code == 0
    for _ in range(2):
        mine = [kind for kind in DOCUMENTS.values() if kind.stage == stage]
        given = zip(mine, dossiers(Workspace.open(folder).case, mine), strict=True)
        assert all(kind.build(dossier).model_dump(mode="json")["cover"]["title"] for kind, dossier in given)
        assert run("set", "council_support", "in_place", "--note", "x", "-p", folder).code == 0


def test_a_catalogue_that_is_not_there_is_one_message(project, run):
    """A project that names a catalogue which is neither shipped nor in checklists/ says so, and nothing else."""
    settings = project / "mainstream.yaml"
    settings.write_text(settings.read_text("utf-8").replace("gmg_handbook", "district_handbook"), "utf-8")
    for command in (["status"], ["check"], ["upgrade", "--write"], ["set", "council_support", "partly"], ["report"]):
        done = run(*command)
        assert (done.code, "'district_handbook', which is not here" in done.err) == (1, True)
        assert "mainstream.yaml" in done.err
    refused = json.loads(run("check", "--format", "json").out)
    assert refused["error"]["code"] == "P20"


def test_a_project_and_its_folder_have_to_name_the_same_catalogue(district, run):
    """Where mainstream.yaml and checklists/catalogue.yaml name two, both are named; schema 1 names the handbook's."""
    settings = district / "mainstream.yaml"
    text = settings.read_text("utf-8")
    for old, new in (
        ("district_handbook", "gmg_handbook"),
        ("schema: 2", "schema: 1"),
        ("  name: district_handbook\n", ""),
    ):
        settings.write_text(text := text.replace(old, new), "utf-8")
        done = run("status")
        assert (done.code, "'gmg_handbook'" in done.err, "'district_handbook'" in done.err) == (1, True, True)


def test_schema_2_names_its_catalogue(project, run):
    """A project of schema 2 without the name is told what is missing, and where."""
    settings = project / "mainstream.yaml"
    settings.write_text(settings.read_text("utf-8").replace("  name: gmg_handbook\n", ""), "utf-8")
    (found,) = [each for each in run("check", "--format", "json").json["findings"] if each["code"] == "F11"]
    assert found["where"]["file"] == "mainstream.yaml"
    assert "gmg_handbook" in found["action"]


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("catalogue.yaml", "name: district_handbook\n", "", "checklists/catalogue.yaml"),
        ("catalogue.yaml", "stages: [listening, agreeing]", "stages: []", "checklists/catalogue.yaml:7"),
        ("catalogue.yaml", "backing: council_support", "backing: council_suport", "checklists/catalogue.yaml:10"),
        ("catalogue.yaml", "backing: council_support", "bakcing: council_support", "checklists/catalogue.yaml:10"),
        ("catalogue.yaml", "hearing: listening", "hearing: council_support", "checklists/catalogue.yaml:11"),
        ("conditions.yaml", "question: villages_heard", "question: villages", "checklists/conditions.yaml:23"),
        ("stages/agreeing.yaml", "kind: date", "kind: day", "checklists/stages/agreeing.yaml:35"),
        ("stages/agreeing.yaml", "sections:", "sections: [", "checklists/stages/agreeing.yaml"),
    ],
)
def test_a_catalogue_with_a_mistake_is_one_message(file, old, new, place, district, run):
    """A catalogue of one's own that cannot be used stops every command with the place of the first mistake."""
    path = district / "checklists" / file
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    for command in ("check", "status"):
        done = run(command)
        assert (done.code, place in done.err) == (1, True), done.err


def test_a_link_out_of_the_catalogue_is_refused(district, run, tmp_path):
    """A file of the catalogue that is a link out of the folder is not read."""
    path = district / "checklists/conditions.yaml"
    path.rename(tmp_path / "outside.yaml")
    path.symlink_to(tmp_path / "outside.yaml")
    assert "leads out of the folder" in run("check").err


def test_what_is_not_needed_is_optional(district, run):
    """Without conditions and lists of its own a catalogue works; the lists are then the shipped ones."""
    for name in ("conditions.yaml", "vocabulary.yaml"):
        (district / "checklists" / name).unlink()
    for path in (district / "checklists/stages").iterdir():
        text = path.read_text("utf-8").replace("part: district", "part: preparatory")
        path.write_text(
            text.replace("conditions: [C01]", "conditions: []").replace("conditions: [C02]", "conditions: []"), "utf-8"
        )
    assert run("check", "agreeing", *DAY).code == 1  # K03 and an open question, and nothing on the content
    assert run("status").code == 0


def test_a_sample_is_not_laid_over_another_catalogue(tmp_path, run):
    """``init --sample`` in a folder that holds another catalogue makes nothing."""
    folder = tmp_path / "district"
    shutil.copytree(SMALL, folder / "checklists")
    done = run("init", folder, "--sample", "moldova")
    assert (done.code, "gmg_handbook" in done.err, [each.name for each in folder.iterdir()]) == (
        1,
        True,
        ["checklists"],
    )


def test_no_id_of_the_catalogue_stands_in_the_code(catalogue):
    """Outside the documents and the frozen seals, Python knows no question, stage or sector by its id."""
    ids = {*catalogue.questions, *catalogue.sheets}
    apart = ("documents/", "rules/sealed.py")
    paths = [path for path in PACKAGE.rglob("*.py") if not path.relative_to(PACKAGE).as_posix().startswith(apart)]
    named = [
        f"{path.relative_to(PACKAGE).as_posix()}:{node.lineno} {node.value}"
        for path in paths
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in ids
    ]
    assert len(paths) > 200
    assert named == []


def test_the_page_on_catalogues_names_every_role():
    """docs/national.md says of each role what it is for."""
    page = (PACKAGE.parent / "docs/national.md").read_text("utf-8")
    assert [role for role in (*QUESTIONS, *STAGES) if f"`{role}`" not in page] == []


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes in folders on Windows")
def test_a_pipe_in_the_catalogue_is_named(district, run):
    """What is no plain file in the folder of a catalogue is refused by its name, and never waited for."""
    os.mkfifo(district / "checklists/more.yaml")
    done = run("status")
    assert (done.code, "checklists/more.yaml" in done.err) == (1, True)
