"""The checks of objectives: how they are answered, of which version they speak, and that they are read before signing."""

import shutil
from pathlib import Path

import pytest

from mainstream_cli.errors import UsageError
from mainstream_cli.model.registers.results import Objective
from mainstream_cli.workspace import Workspace
from mainstream_cli.yamlfile import parse

OBJECTIVES = "registers/objectives.yaml"
SIGN = ("sign", "goal_setting", "--by", "council", "--reference", "Decision 13 of 22 October 2026")
SAID = ("rights_check.result=passed", "rights_check.by=ministry", "rights_check.date=2026-06-01")


@pytest.fixture
def kept(project, run):
    """A project with one objective, whose check of rights is a text of the first edition."""
    (project / OBJECTIVES).write_text(
        "keep_staff:\n  title: Nurses stay\n  rights_check: Nobody is bound.  # said\n", "utf-8"
    )
    assert run("set", "stakeholders/ministry", "title=Ministry", "kind=ministry").code == 0
    return project


@pytest.fixture
def sandoria(tmp_path, run):
    assert run("init", tmp_path / "sandoria", "--sample", "sandoria").code == 0
    return tmp_path / "sandoria"


def entry(project, id_="keep_staff"):
    return parse((project / OBJECTIVES).read_text("utf-8")).data[id_]


def version(project, id_="keep_staff"):
    return Workspace.open(project).project.entries("objectives")[id_].version


def test_a_result_keeps_the_text_as_the_finding(kept, run):
    """A part that is set makes a block of the text; the tool writes of which version it speaks."""
    assert run("set", "objectives/keep_staff", *SAID).code == 0
    assert entry(kept)["rights_check"] == {
        "finding": "Nobody is bound.",
        "result": "passed",
        "by": "ministry",
        "date": "2026-06-01",
        "of": version(kept),
    }


def test_a_text_is_the_finding_and_the_rest_stays(kept, run):
    """``rights_check=TEXT`` works as before: alone it is a finding of no version, beside a result it leaves that."""
    run("set", "objectives/keep_staff", "rights_check=Nobody is kept.")
    assert entry(kept)["rights_check"] == {"finding": "Nobody is kept."}
    run("set", "objectives/keep_staff", *SAID)
    run("set", "objectives/keep_staff", "title=Nurses like to stay", "rights_check=A bond was struck out.")
    check = entry(kept)["rights_check"]
    assert (check["finding"], check["result"], check["by"]) == ("A bond was struck out.", "passed", "ministry")
    assert check["of"] == version(kept)
    run("set", "objectives/keep_staff", "rights_check.result=")
    assert entry(kept)["rights_check"].keys() == {"finding", "by", "date"}


@pytest.mark.parametrize("change", ["title=Nurses are bound", "groups=women", "linkages="])
def test_a_change_of_the_objective_leaves_its_checks_behind(kept, run, change):
    """What was checked is said to be an earlier version, in one line and as a warning, and is not stamped anew."""
    run("set", "objectives/keep_staff", "linkages=[]", *SAID)
    before = entry(kept)["rights_check"]
    said = run("set", "objectives/keep_staff", change).out
    assert entry(kept)["rights_check"] == before
    changed = before["of"] != version(kept)
    assert changed is (change != "linkages=")
    assert ("rights_check speaks of an earlier version of the objective." in said) is changed
    found = run("check", "--select", "K27", "--format", "json").json["findings"]
    assert [(each["code"], each["severity"]) for each in found] == [("K27", "warning")] * changed


def test_what_a_check_does_not_rest_on_leaves_it_valid(kept, run):
    """A new owner, date or source asks for no new check, and neither does the order of links."""
    run("set", "objectives/keep_staff", *SAID)
    said = run("set", "objectives/keep_staff", "owner=ministry", "due=2030", "trade_offs=None known.").out
    assert "earlier version" not in said
    assert entry(kept)["rights_check"]["of"] == version(kept)
    one, other = ({"title": "A", "linkages": each} for each in (["a", "b"], ["b", "a"]))
    assert Objective.model_validate(one).version == Objective.model_validate(other).version


def test_a_private_check_stays_private(kept, run):
    """A check that private/ holds is answered and stamped there."""
    hidden = kept / "private" / OBJECTIVES
    hidden.parent.mkdir(parents=True, exist_ok=True)
    hidden.write_text("keep_staff:\n  gender_check: Women were threatened.\n", "utf-8")
    public = (kept / OBJECTIVES).read_bytes()
    assert run("set", "objectives/keep_staff", "gender_check.result=changed").code == 0
    assert run("check", "--stamp", "objectives/keep_staff").code == 0
    assert (kept / OBJECTIVES).read_bytes() == public
    expected = {"finding": "Women were threatened.", "result": "changed", "of": version(kept)}
    assert parse(hidden.read_text("utf-8")).data["keep_staff"]["gender_check"] == expected


def test_edits_by_hand_are_stamped(kept, run):
    """``check --stamp`` stamps what has a result, says what it did, and has nothing to do the second time."""
    path = kept / OBJECTIVES
    text = path.read_text("utf-8") + "  gender_check:   # by hand\n    result: passed\n    finding: Women gain.\n"
    path.write_text(text, "utf-8")
    done = run("check", "--stamp", "objectives/keep_staff")
    assert done.code == 0
    assert "gender_check speaks of it as it is now." in done.out
    assert "not stamped, for no result is said: rights_check" in done.out
    assert path.read_text("utf-8") == f'{text}    of: "{version(kept)}"\n'
    after = path.read_bytes()
    assert "speaks of it" not in run("check", "--stamp", "objectives/keep_staff").out
    assert path.read_bytes() == after


def test_no_stamp_lets_an_old_check_speak_of_a_new_version(kept, run):
    """After a new title the stamp refuses, names the way to check again, and C10 is not secured; nor does K27 offer it."""
    run("set", "objectives/keep_staff", *SAID)
    run("set", "objectives/keep_staff", "title=Nurses are bound to the country for ten years")
    before = (kept / OBJECTIVES).read_bytes()
    done = run("check", "--stamp", "objectives/keep_staff")
    assert done.code == 0
    assert "not stamped. rights_check speaks of an earlier version" in done.out
    assert "mainstream fill objectives/keep_staff --only checks" in done.out
    assert (kept / OBJECTIVES).read_bytes() == before
    (found,) = run("check", "--select", "K27", "--format", "json").json["findings"]
    assert "--stamp" not in found["action"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "Say which objectives"),
        (["objectives/keep_stuff"], "Did you mean 'keep_staff'?"),
        (["objectives/keep_staff", "objectives/other"], "There is no 'other' in objectives."),
        (["linkages/nurses"], "Entries of linkages have no checks."),
        (["objective/keep_staff"], "Did you mean 'objectives'?"),
        (["objectives/keep_staff", "--fix"], "--stamp does not go with --fix."),
    ],
)
def test_a_wrong_name_stamps_nothing(kept, run, words, said):
    """What is not known is named, and nothing is written, not even for those that are known."""
    run("set", "objectives/keep_staff", "rights_check={result: passed}")
    before = (kept / OBJECTIVES).read_bytes()
    (kept / OBJECTIVES).write_bytes(before.replace(b"of:", b"x_of:"))
    done = run("check", "--stamp", *words)
    assert done.code == 2
    assert said in done.err
    assert b"x_of:" in (kept / OBJECTIVES).read_bytes()


def test_two_stages_are_not_judged_at_a_time(project, run):
    """``check`` takes one stage, as before."""
    done = run("check", "scoping", "situation")
    assert (done.code, "One stage is judged at a time" in done.err) == (2, True)


def test_a_version_by_hand_is_no_version(kept, run):
    """What cannot be a version is refused with the command that writes one."""
    done = run("set", "objectives/keep_staff", "rights_check.of=June")
    assert done.code == 1
    assert "mainstream check --stamp" in done.err


def test_objectives_are_read_before_they_are_signed(sandoria, run):
    """In a script ``sign`` shows each objective of the plan with its checks, and signs only with --read."""
    files = sorted((sandoria / "journal").glob("*.yaml"))
    refused = run(*SIGN, "-p", sandoria)
    assert refused.code == 2
    assert "--read" in refused.err
    assert sorted((sandoria / "journal").glob("*.yaml")) == files
    for words in (
        "Health staff have good reasons to stay",
        "passed after a change",
        "Human Rights Institution, 8 October 2026",
        "It was not judged whether a finding is right.",
    ):
        assert words in refused.out
    assert "State bond" not in refused.out
    assert run(*SIGN, "--read", "-p", sandoria).code == 0
    assert len(list((sandoria / "journal").glob("*.yaml"))) == len(files) + 1


def test_other_stages_are_signed_as_before(sandoria, run):
    """Only where objectives are chosen there is something to read; a closed gate is named before anything is read."""
    assert run("sign", "scoping", "--by", "council", "--reference", "Decision 13", "-p", sandoria).code == 0
    text = (sandoria / "answers/goal_setting.yaml").read_text("utf-8")
    (sandoria / "answers/goal_setting.yaml").write_text(text.replace("in_place", "absent"), "utf-8")
    refused = run(*SIGN, "--read", "-p", sandoria)
    assert (refused.code, refused.out) == (1, "")
    assert "cannot be signed yet" in refused.err


def test_the_facade_asks_for_the_reading(sandoria):
    """``Workspace.to_read`` returns what is to be read, and ``sign`` refuses until somebody says that it was."""
    workspace = Workspace.open(sandoria)
    read = {each.id: each.checks for each in workspace.to_read("goal_setting")}
    assert "saving_bond" not in read
    assert [check.name for check in read["keep_staff"]] == ["rights_check", "gender_check", "child_check"]
    assert workspace.to_read("scoping") == ()
    with pytest.raises(UsageError, match="somebody has to read them"):
        workspace.sign("goal_setting", by="council", reference="Decision 13")
    assert workspace.sign("goal_setting", by="council", reference="Decision 13", read=True).entry.exists()


def test_a_paper_says_who_checked(sandoria, run, tmp_path):
    """Result, finding, institution and day stand in the document; who answered a question does not."""
    from docx import Document

    workspace = Workspace.open(sandoria)
    workspace.record("objectives/keep_staff", title="Health staff like to stay", gender_check="")
    folder = Path(shutil.copytree(sandoria, tmp_path / "copy"))
    assert run("report", "scoping_proposal", "-p", folder).code == 0
    (path,) = (folder / "reports").glob("scoping_proposal*.docx")
    cells = "\n".join(cell.text for table in Document(path).tables for row in table.rows for cell in row.cells)
    assert "Passed: No bond and no ban on leaving" in cells
    assert "(Human Rights Institution, 8 October 2026)" in cells
    assert "An earlier wording of the objective was checked." in cells
    assert "Not checked yet" in cells
