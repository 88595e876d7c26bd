"""What says nothing, or cannot be, is refused where it is given."""

import shutil

import pytest

from mainstream_cli.content import content_dir

BY = ("--by", "planning_office")
FILLERS = ("-", "…", "12", "—?!")


@pytest.mark.parametrize("filler", FILLERS)
@pytest.mark.parametrize(
    "command",
    [
        ("waive", "C04", "--reason", "TEXT", *BY, "--until", "2027-01-01"),
        ("decide", "TEXT", *BY),
        ("decide", "Go on", "--by", "TEXT"),
    ],
)
def test_a_reason_and_a_decision_need_a_word(run, project, command, filler):
    """Without one letter of any script nothing is recorded, and what says nothing is named."""
    refused = run(*(filler if word == "TEXT" else word for word in command), "--today", "2026-11-30")
    assert (refused.code, "says nothing" in refused.err) == (2, True)
    assert list((project / "journal").glob("*.yaml")) == []


@pytest.mark.parametrize("word", ["нет денег", "لاحقا", "尚未", "Non"])
def test_a_word_of_any_script_is_one(run, project, word):
    """Words are not judged: one in any language is enough."""
    assert run("decide", word, *BY, "--today", "2026-11-30").code == 0


def regional(run, catalogue, day):
    """Answer the questions of a stage that any project may sign."""
    stage = next(stage for stage in catalogue.stages if stage.id == "regional")
    for question in stage.questions:
        if question.core:
            run("set", question.id, "unknown", "--today", day)


@pytest.mark.parametrize(
    ("reference", "day", "said"),
    [
        ("-", "2026-05-02", "says nothing"),
        ("The letter", "2026-05-02", "says too little"),
        ("Letter 7", "2020-01-01", "cannot cover an answer of 2026-05-01"),
        ("Letter 7", "2199-01-01", "is still to come"),
        ("Letter 7", "2026-05-01", ""),
        ("Décret ٣", "2026-05-02", ""),
    ],
)
def test_a_signature_names_its_letter_and_a_day_that_can_be(run, project, catalogue, reference, day, said):
    """A reference needs a number, a day or a source; a signature comes after the answers and not in the future."""
    regional(run, catalogue, "2026-05-01")
    signed = run("sign", "regional", "--by", "Minister", "--reference", reference, "--today", day)
    assert signed.code == (2 if said else 0), signed.err
    assert said in signed.err
    assert len(list((project / "journal").glob("*.yaml"))) == (0 if said else 1)


def test_a_partner_does_not_approve_the_proposal(run, tmp_path):
    """Whom the record knows as a partner is refused for scoping, under its id and under its title."""
    shutil.copytree(content_dir("sample_projects") / "sandoria", tmp_path / "sandoria")
    stage = ("sign", "scoping", "--reference", "Letter 7", "-p", tmp_path / "sandoria")
    for actor in ("un_team", "UNCT", "United Nations country team"):
        refused = run(*stage, "--by", actor)
        assert (refused.code, "partner" in refused.err) == (2, True), refused.err


def test_that_there_is_nothing_to_sign_is_decided_for_a_stage(run, project):
    """The decision that a gate asks for can be recorded, and only where nothing is there."""
    none = ("decide", "Migration is too small here", *BY, "--code", "G10", "--today", "2026-11-30")
    assert run(*none).code == 2
    assert run(*none, "--stage", "regional").code == 2
    assert run(*none, "--stage", "goal_setting").code == 0
    said = run("check", "goal_setting", "--today", "2026-11-30").out
    assert "nothing is recorded yet" not in said
    assert "nothing is recorded yet" in run("check", "added_value", "--today", "2026-11-30").out


def test_a_decision_names_who_confirmed_it(run, project):
    """Institutions that confirmed a decision stand in its entry."""
    confirmed = ("--confirmed-by", "planning_office", "--confirmed-by", "labour")
    assert run("decide", "One aim", *BY, "--stage", "awareness", *confirmed, "--today", "2026-11-30").code == 0
    (entry,) = (project / "journal").glob("*.yaml")
    assert "confirmed_by:\n  - planning_office\n  - labour\n" in entry.read_text(encoding="utf-8")
