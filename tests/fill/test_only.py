"""``fill REGISTER --only FIELDS``: what a check lacks, three keys each, and other fields entry by entry."""

import pytest

from mainstream_cli.conversation.entry_form import EntryForm
from mainstream_cli.conversation.only_fields import Left, OnlyFields, wanted_fields
from mainstream_cli.errors import UsageError
from mainstream_cli.model.prompt import BACK, SKIP, Pressed
from mainstream_cli.store import load
from mainstream_cli.store.save import save_entry
from mainstream_cli.workspace import Workspace

NEXT = Pressed(SKIP)
ENTER = "enter"


@pytest.fixture
def recorded(project, catalogue):
    """Two objectives with findings, and a candidate that is left out."""
    save_entry(project, "stakeholders", "commission", "", {"title": "Human rights commission", "kind": "agency"})
    found = {f"{name}_check": f"Found on {name}." for name in ("rights", "gender", "child")}
    save_entry(project, "objectives", "keep_staff", "", {"title": "Nurses stay", **found})
    save_entry(project, "objectives", "skills", "", {"title": "Skills count", "rights_check": "Found."})
    save_entry(project, "objectives", "bond", "", {"title": "A bond", "left_out_because": "Later."})
    return project


@pytest.fixture
def only(recorded, talk):
    """Ask some fields of objectives; ENTER takes what is proposed."""

    def ask(*script, fields="checks", id_=""):
        copy, person = talk()
        person.script = [(lambda: person.seen[-1].default) if step is ENTER else step for step in script]
        talking = OnlyFields(copy, "objectives", wanted_fields("objectives", [fields]), id_).run()
        return person.seen, person.hold(talking)

    return ask


def objectives(project, catalogue):
    loaded = load(project, catalogue)
    assert loaded.findings == []
    return loaded.project.registers["objectives"]


def test_three_keys_answer_a_check(only, recorded, catalogue):
    """Result, by whom and when; from the second check on both are proposed, and the first day proposed is today."""
    seen, left = only("passed", "commission", ENTER, "changed", ENTER, ENTER, "not_concerned", ENTER, ENTER)
    assert [prompt.kind for prompt in seen[:3]] == ["choice", "choice", "text"]
    assert "Found on rights." in seen[0].aside[0]
    assert [prompt.default for prompt in seen[3:6]] == ["", "commission", "2026-06-07"]
    kept = objectives(recorded, catalogue)["keep_staff"]
    assert [check.result for check in kept.checks.values()] == ["passed", "changed", "not_concerned"]
    assert {(check.by, str(check.date), check.of) for check in kept.checks.values()} == {
        ("commission", "2026-06-07", kept.version)
    }
    assert kept.rights_check.finding == "Found on rights."
    assert left == Left(
        "objectives", (("skills", "rights_check"), ("skills", "gender_check"), ("skills", "child_check"))
    )


def test_what_is_there_is_not_asked(only, recorded, catalogue):
    """A finding is asked for where there is none; a check that is still open has no author and no day yet."""
    save_entry(recorded, "objectives", "keep_staff", "", {"rights_check": {"result": "passed", "finding": "So."}})
    seen, _ = only("commission", "2026-05-01", "open", "open", NEXT, "failed", "Harm.", ENTER, ENTER)
    assert [prompt.text.partition(":")[0] for prompt in seen[:9]] == [
        *("By", "Date", "Result", "Result", "Result", "Result", "Finding", "By", "Date")
    ]
    found = objectives(recorded, catalogue)
    assert found["keep_staff"].rights_check.by == "commission"
    assert found["keep_staff"].gender_check.result == "open"
    assert found["skills"].rights_check.result is None
    assert (found["skills"].gender_check.finding, str(found["skills"].gender_check.date)) == ("Harm.", "2026-05-01")


def test_an_older_check_is_asked_again(only, recorded, catalogue):
    """A check of an earlier version is asked for its result, by whom and when; three keys make it one of this version."""
    workspace = Workspace.open(recorded)
    said = {"result": "passed", "finding": "So.", "by": "commission", "date": "2026-06-07"}
    workspace.record("objectives/keep_staff", rights_check=said, gender_check=said, child_check=said)
    assert only()[1].open == tuple(("skills", f"{name}_check") for name in ("rights", "gender", "child"))
    workspace.record("objectives/keep_staff", title="Nurses are bound for ten years")
    seen, left = only(ENTER, ENTER, ENTER, id_="keep_staff")
    assert [prompt.default for prompt in seen[:3]] == ["passed", "commission", "2026-06-07"]
    kept = objectives(recorded, catalogue)["keep_staff"]
    assert kept.rights_check.of == kept.version != kept.gender_check.of
    assert [name for _, name in left.open] == ["gender_check", "child_check"]


def test_back_leads_to_the_check_before(only):
    """Back on a result shows the check before again, with what it still lacks."""
    seen, _ = only("passed", NEXT, NEXT, Pressed(BACK))
    assert "Rights check" in seen[4].heading
    assert seen[4].text.startswith("By")


def test_other_fields_are_asked_entry_by_entry(only, recorded, catalogue):
    """Any field of the form can be asked of all entries; what stands is proposed, and a wrong value is asked again."""
    seen, left = only("20310", "2031", "2032", fields="due")
    assert [prompt.heading for prompt in seen] == ["Objectives: Nurses stay"] * 2 + ["Objectives: Skills count"]
    assert seen[1].problem
    assert {id_: each.due for id_, each in objectives(recorded, catalogue).items()} == {
        "bond": None,
        "keep_staff": "2031",
        "skills": "2032",
    }
    assert left == Left("objectives", ())


def test_a_retitled_objective_says_what_it_leaves_behind(only, recorded):
    """Where a title is changed in a form, the next page says that the checks speak of an earlier version."""
    Workspace.open(recorded).record("objectives/keep_staff", rights_check={"result": "passed"})
    seen, _ = only("Nurses are bound", fields="title")
    assert "rights_check speaks of an earlier version" in seen[1].problem


@pytest.mark.parametrize(
    ("target", "fields", "said"),
    [
        ("objectives", "chekcs", "Did you mean 'checks'?"),
        ("linkages", "checks", "There is no field 'checks' in linkages."),
        ("objectives", ",", "only names no field."),
        ("scoping", "checks", "only goes with a register or an entry."),
        (None, "checks", "only goes with a register or an entry."),
        ("objectives/new_one", "checks", "There is no 'new_one' in objectives."),
    ],
)
def test_what_cannot_be_asked_is_refused(recorded, target, fields, said):
    """An unknown field, a stage or an entry that is not there is named with the way out."""
    with pytest.raises(UsageError) as refused:
        next(Workspace.open(recorded).fill(target, only=[fields]))
    assert said in refused.value.message


def test_a_form_shows_a_check_in_words(recorded, talk):
    """The menu of an entry says result and institution in words, and leaves out what only the tool needs."""
    said = {"result": "changed", "finding": "A bond was struck out.", "by": "commission"}
    Workspace.open(recorded).record("objectives/keep_staff", rights_check=said)
    copy, person = talk()
    person.hold(EntryForm(copy).edit("objectives", "keep_staff"))
    row = next(option.label for option in person.seen[0].options if option.id == "rights_check")
    assert row == (
        "Rights check: Result: passed after a change, Finding: A bond was struck out., By: Human rights commission"
    )


def test_a_form_does_not_ask_for_the_version(recorded, talk, catalogue):
    """A check that is answered in the form of its entry is stamped as well, and nobody is asked for that."""
    copy, person = talk("rights_check", "failed", "Harm.", "commission", "2026-06-01", NEXT, "done")
    person.hold(EntryForm(copy).edit("objectives", "keep_staff"))
    kept = objectives(recorded, catalogue)["keep_staff"]
    assert (kept.rights_check.result, kept.rights_check.of) == ("failed", kept.version)
    assert not [prompt for prompt in person.seen if "Of" in prompt.heading]
