"""The walk over questions, without a terminal."""

import random

import pytest

from mainstream_cli.conversation.route import scope_of
from mainstream_cli.conversation.walk import Walk
from mainstream_cli.model.prompt import BACK, NOT_APPLICABLE_KEY, NOTE, QUIT, SKIP, UNKNOWN_KEY, Given, Pressed
from mainstream_cli.prompts import converse
from mainstream_cli.store import load
from mainstream_cli.store.save import save_answer

NEXT = Pressed(SKIP)


@pytest.fixture
def team(catalogue):
    return list(catalogue.sheets["core_team"].questions)


@pytest.fixture
def answers(project, catalogue):
    return lambda: load(project, catalogue).project.answers


def test_an_answer_is_on_disk_before_the_next_prompt(talk, team, answers):
    """Nothing is lost: when the next thing is asked, the answer before it is in the file."""
    seen = []

    def look(reply):
        return lambda: seen.append(answers().get("core_team_mandate")) or reply

    copy, person = talk("partly", look("Order drafted"), look(NEXT), look(NEXT))
    person.hold(Walk(copy, team).run())
    assert [each and (each.value, each.note) for each in seen] == [
        ("partly", None),
        ("partly", "Order drafted"),
        ("partly", "Order drafted"),
    ]


def test_back_skip_unknown_and_not_applicable(talk, team, answers):
    """Every key does what it says: back shows the earlier answer, skip leaves open, the others are answers."""
    copy, person = talk(
        NEXT,
        Pressed(UNKNOWN_KEY),
        NEXT,
        Pressed(NOT_APPLICABLE_KEY),
        "",
        Pressed(NOT_APPLICABLE_KEY),
        "No reporting line yet",
        Pressed(BACK),
    )
    person.hold(Walk(copy, team).run())
    given = answers()
    assert "core_team_mandate" not in given
    assert given["core_team_lead"].value == "unknown"
    assert (given["national_leadership"].value, given["national_leadership"].reason) == (
        "not_applicable",
        "No reporting line yet",
    )
    assert "needs a reason" in person.seen[5].problem
    assert person.seen[-1].default == "not_applicable"


def test_who_says_so_is_offered_again_at_the_next_question(talk, team, answers):
    """An organisation is named once: the next question offers it, and an answer that names another one keeps that."""
    copy, person = talk(*("partly", "", (), "", "Planning Commission"), *("In the office", "", (), ""))
    person.hold(Walk(copy, team[:2]).run())
    offered = [each.default for each in person.seen if each.text == "Which organisation or role says so?"]
    assert offered == ["", "Planning Commission"]
    assert answers()[team[0].id].by == "Planning Commission"
    assert answers()[team[1].id].by is None  # offered, and not recorded before it is confirmed


def test_nothing_never_overwrites_an_answer(talk, team, project, catalogue):
    """Confirming what is shown, and empty replies to every follow-up, leave the file byte for byte as it was."""
    save_answer(project, catalogue, team[0].id, {"value": "partly", "note": "Kept", "confidence": "low"})
    before = (project / "answers/core_team.yaml").read_bytes()
    copy, person = talk("", "", (), "", "")
    person.hold(Walk(copy, team[:1]).run())
    assert person.seen[0].default == "partly"
    assert (project / "answers/core_team.yaml").read_bytes() == before


def test_the_position_is_honest(talk, catalogue):
    """Hidden questions are not counted, and a question that was opened and skipped is not answered."""
    questions = list(catalogue.sheets["scoping"].questions)
    hidden = [each for each in questions if each.when is not None]
    copy, person = talk(NEXT, NEXT)
    count = person.hold(Walk(copy, questions).run())
    assert hidden
    assert (count.answered, count.asked) == (0, len(questions) - 2)  # a plan being written, and no sector policy
    assert "0 answered of" in person.seen[1].place


def test_it_resumes_where_the_team_stopped(talk, team, project, catalogue):
    """The next walk begins with the open question after the last that was answered, not with one skipped before."""
    save_answer(project, catalogue, team[0].id, {"value": "partly", "date": "2026-06-06"})
    save_answer(project, catalogue, team[4].id, {"value": "partly", "date": "2026-06-07"})
    copy, person = talk()
    person.hold(Walk(copy, team).run())
    assert person.seen[0].heading.startswith(team[5].number)


def test_a_change_on_disk_is_shown_and_asked_about(talk, team, project, catalogue, answers):
    """If somebody else answered while the question was shown, both answers are shown; neither is lost silently."""

    def meanwhile(reply):
        save_answer(project, catalogue, team[0].id, {"value": "absent", "by": "ministry"})
        return reply

    copy, person = talk(lambda: meanwhile("partly"), "theirs", NEXT)
    person.hold(Walk(copy, team[:1]).run())
    assert ("On disk", "absent; by: ministry") in person.seen[1].aside
    assert answers()[team[0].id].value == "absent"
    assert person.seen[2].default == "absent"

    copy, person = talk(lambda: meanwhile("in_place"), "mine")
    save_answer(project, catalogue, team[0].id, {"value": "partly", "by": None})
    copy, person = talk(lambda: meanwhile("in_place"), "mine")
    person.hold(Walk(copy, team[:1]).run())
    assert answers()[team[0].id].value == "in_place"


def test_open_differences_come_first_and_dissent_stays(talk, team, project, catalogue, answers):
    """Where tables differ the room sees every view, records one answer, and the views stay unless it says otherwise."""
    views = [{"table": "Table 1", "value": "partly", "note": "Draft"}, {"table": "Table 2", "value": "absent"}]
    for question in team[6], team[9]:
        save_answer(project, catalogue, question.id, {"positions": views})
    copy, person = talk("partly", "keep", NEXT, "absent", "drop")
    walk = Walk(copy, team)
    person.hold(walk.run())
    assert person.seen[0].heading.startswith(team[6].number)
    assert ("Table 1", "partly in place. Draft") in person.seen[0].aside
    assert "2 open differences" in person.seen[0].place
    assert len(answers()[team[6].id].positions) == 2
    assert (answers()[team[9].id].value, answers()[team[9].id].positions) == ("absent", ())


def test_a_note_can_be_written_without_an_answer(talk, team, answers):
    """The note key keeps what is said now although nobody can answer yet; the question stays open."""
    copy, person = talk(Pressed(NOTE), "Ask the cabinet office")
    person.hold(Walk(copy, team).run())
    assert answers()[team[0].id].note == "Ask the cabinet office"
    assert not answers()[team[0].id].given


def test_what_cannot_be_saved_is_said_and_asked_again(talk, team, project):
    """A file that cannot be written loses no typed text: the prompt comes back with it and says why."""
    path = project / "answers/core_team.yaml"
    path.chmod(0o444)
    copy, person = talk("The planning commission")
    person.hold(Walk(copy, team[1:2]).run())
    path.chmod(0o644)
    assert "write-protected" in person.seen[1].problem
    assert person.seen[1].default == "The planning commission"


def test_sensitive_questions_stay_from_the_wall_and_in_private(talk, project, catalogue, answers, run):
    """Political backing is asked at a desk only, is kept in private/, and ``set`` does the same and says so."""
    copy, person = talk("absent")
    wall = scope_of(catalogue, copy.project, "added_value", core=True, setting="desk", room=True)
    assert "political_backing" not in [each.id for each in wall.questions]
    assert wall.kept_from_room == 1
    person.hold(Walk(copy, [catalogue.questions["political_backing"]]).run())
    assert "private/" in " ".join(text for _, text in person.seen[0].aside)
    assert "absent" not in (project / "answers/added_value.yaml").read_text().partition("political_backing:")[2][:20]
    assert "value: absent" in (project / "private/answers/added_value.yaml").read_text()
    assert answers()["political_backing"].value == "absent"
    assert "private/" in run("set", "political_backing", "partly").out
    assert "private/" in run("set", "stakeholders/mof", "title=MoF", "kind=ministry", "stance=opposes").out
    assert "opposes" not in (project / "registers/stakeholders.yaml").read_text()
    assert "F" not in {each["code"][0] for each in run("check", "--format", "json").json["findings"]}


@pytest.mark.parametrize("seed", range(6))
def test_random_keys_never_break_a_file_or_lose_an_answer(talk, team, project, catalogue, seed):
    """Back, skip and every other key in any order leave files that load without a finding; only given values stand."""
    dice = random.Random(seed)
    keys = [Pressed(key) for key in (BACK, SKIP, NOTE, UNKNOWN_KEY, NOT_APPLICABLE_KEY)]
    copy, person = talk()

    def reply(prompt):
        if person.turns == 0:
            return Pressed(QUIT)
        person.turns -= 1
        options = [option.id for option in prompt.options]
        given = tuple(options[:1]) if prompt.kind == "choices" else dice.choice(options or ["", "Some words", "وزارة"])
        return dice.choice([*keys, Given(given), Given(given), Given("" if prompt.kind != "choices" else ())])

    person.turns = 120
    count = converse(Walk(copy, team).run(), reply)
    loaded = load(project, catalogue)
    assert loaded.findings == []
    assert loaded.project.answers == copy.answers
    assert count.answered == sum(loaded.project.answer(each.id) is not None for each in team)
