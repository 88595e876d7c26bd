"""What the record shows and nobody said, what is said and not shown, what runs out: told where the next step is taken."""

from dataclasses import replace
from datetime import date

import pytest

from mainstream_cli.content.samples import sample_folder
from mainstream_cli.rules.conditions import running_out, runs_out
from mainstream_cli.store import load
from mainstream_cli.workspace import MainstreamError, Workspace

TODAY = ("--today", "2026-06-07")
FORUM = {
    "title": "Forum",
    "kind": "consultative",
    "status": "in_place",
    "chair": "planning_office",
    "mandate": "Hears employers, workers and migrants on the plan.",
    "meets": "quarterly",
}
INIT = {"country": "KEN", "plan": "Vision 2035", "start": 2026, "end": 2035}


@pytest.fixture
def forum(project):
    """Record a body in which others are consulted, with the day of its last meeting."""
    return lambda met: Workspace.open(project).record("bodies/forum", **FORUM, meetings=[{"date": met}])


def test_set_says_in_one_line_what_the_record_does_not_show(run, project, forum):
    """Beside the answer, on stderr, stands what is missing and which command records it; then it is silent."""
    said = run("set", "consultation_schedule", "in_place", *TODAY)
    assert said.code == 0
    assert "To be shown" not in said.out
    assert said.err.startswith(
        "To be shown at Institutional framework: A body in which others are consulted is in place"
    )
    assert said.err.endswith(": mainstream fill bodies (1 more: mainstream explain C06)\n")
    forum("2026-05-04")
    assert run("set", "consultation_schedule", "partly", *TODAY).err == ""


@pytest.mark.parametrize("arguments", [("absent",), ("unknown",), ("--note", "The calendar is drafted")])
def test_set_asks_for_nothing_where_nothing_is_claimed(run, project, arguments):
    """An answer that claims nothing, or a note alone, brings no word on evidence."""
    run("set", "consultation_schedule", "in_place", *TODAY)
    assert run("set", "consultation_schedule", *arguments, *TODAY).err == ""


def test_set_names_the_document_that_an_answer_lacks(run, project):
    """Where a document is missing, the line says how it is named with the answer."""
    said = run("set", "political_backing", "in_place", *TODAY).err
    assert "mainstream set political_backing --source ID" in said


def test_check_and_status_name_the_question_that_confirms(run, project, forum):
    """What the record shows and nobody rated is to be confirmed: which question does it is said, until it is answered."""
    forum("2026-05-04")
    command = "mainstream fill consultation_schedule"
    found = next(each for each in run("check", "--format", "json", *TODAY).json["findings"] if each["code"] == "C06")
    assert found["action"] == f"Confirm it: {command}"
    assert found["where"]["id"] == "consultation_schedule"
    assert f"Confirm it: {command}" in run("check", *TODAY).out
    assert "To be confirmed: Regular consultation, which the record shows" in run("status", *TODAY).out
    confirm = {"title": "Regular consultation", "question": "consultation_schedule"}
    others = [each for each in run("status", "--format", "json", *TODAY).json["to_confirm"] if each != confirm]
    assert [each["question"] for each in others] == ["roles_chart"]  # a body with a chair and a mandate shows it
    run("set", "consultation_schedule", "in_place", *TODAY)
    assert run("status", "--format", "json", *TODAY).json["to_confirm"] == others
    assert "To be confirmed: Clear roles, which the record shows" in run("status", *TODAY).out


@pytest.mark.parametrize(("day", "soon"), [("2027-01-15", False), ("2027-03-01", True), ("2027-06-01", False)])
def test_status_says_what_runs_out_within_ninety_days(run, project, forum, day, soon):
    """The first condition that runs out soon is one line of status; later ones and those that ran out are for check."""
    forum("2026-05-04")
    run("set", "consultation_schedule", "in_place", *TODAY)
    found = run("status", "--format", "json", "--today", day).json["runs_out"]
    line = "Runs out soon: Regular consultation, secured until 2027-05-04"
    assert (line in " ".join(run("status", "--today", day).out.split())) is soon
    assert [(each["code"], each["until"]) for each in found] == ([("C06", "2027-05-04")] if soon else [])


def test_check_lists_what_runs_out_with_the_earliest_first():
    """Each condition that runs out within a year is found once, in the order of the days."""
    case = replace(Workspace.open(sample_folder("sandoria")).case, today=date(2028, 9, 1))
    found = running_out(case)
    assert len(found) > 1
    assert [day for day, _ in found] == sorted(day for day, _ in found)
    messages = [(each.code, each.message.values["day"]) for each in runs_out(case)]
    assert messages == [("W01", day.isoformat()) for day, _ in found]


def test_the_lead_of_a_new_project_is_its_first_stakeholder(tmp_path):
    """With its kind the lead stands in the register under an id made of its title, and settings name that id."""
    made = Workspace.create(tmp_path / "new", **INIT, lead="Ministry of Planning", lead_kind="planning_authority")
    entry = load(made.folder, made.catalogue).project.entries("stakeholders")["ministry_of_planning"]
    assert (entry.title, entry.kind, made.project.settings.lead) == (
        "Ministry of Planning",
        "planning_authority",
        "ministry_of_planning",
    )
    assert [each for each in made.check().findings if each.code[0] in "FRP"] == []


def test_a_lead_whose_kind_nobody_said_stays_words(tmp_path):
    """Nothing is guessed: without a kind the lead is kept as it was typed, and so is what looks like a person."""
    for folder, kind, lead in (("a", {}, "Ministry of Planning"), ("b", {"lead_kind": "ministry"}, "Mr Ion Popescu")):
        made = Workspace.create(tmp_path / folder, **INIT, lead=lead, **kind)
        assert made.project.settings.lead == lead
        assert made.project.entries("stakeholders") == {}


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"lead_kind": "ministry"}, "goes with"),
        ({"lead": "Office", "lead_kind": "ministri"}, "Did you mean 'ministry'"),
    ],
)
def test_a_kind_that_cannot_be_used_makes_nothing(tmp_path, facts, said):
    """A kind without a lead, or one that is on no list, is refused before anything is made."""
    with pytest.raises(MainstreamError) as refused:
        Workspace.create(tmp_path / "new", **INIT, **facts)
    assert said in refused.value.message
    assert not (tmp_path / "new").exists()


def test_the_first_stakeholder_is_said_on_the_command_line(run, tmp_path):
    """Init takes the kind as an option, spells it as typed when it is wrong, and says that the lead is recorded."""
    flags = ("--country", "KEN", "--plan", "Vision 2035", "--start", "2026", "--end", "2035")
    assert "--lead-kind goes with --lead" in run("init", tmp_path / "a", *flags, "--lead-kind", "ministry").err
    made = run("init", tmp_path / "b", *flags, "--lead", "Office", "--lead-kind", "ministry")
    assert "Recorded: the lead." in made.out
