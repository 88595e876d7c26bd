"""fill beside the record: what it shows already is proposed, what it lacks is said once."""

import pytest

from mainstream_cli.conversation.walk import Walk
from mainstream_cli.model.prompt import SKIP, Pressed
from mainstream_cli.store import load
from mainstream_cli.store.save import save_answer, save_entry

NEXT = Pressed(SKIP)
SHOWN = "The record shows it"
TO_SHOW = "To be shown at Institutional framework"
FORUM = {
    "title": "Consultation forum",
    "kind": "consultative",
    "status": "in_place",
    "chair": "planning_office",
    "mandate": "Hears employers, workers and migrants on the plan.",
    "meets": "quarterly",
}
MET = [{"date": "2026-03-04"}]


def asked(catalogue, *ids):
    return [catalogue.questions[id_] for id_ in ids]


def lines(prompt):
    return {str(heading): str(words) for heading, words in prompt.aside}


@pytest.fixture
def forum(project):
    """Record the body in which others are consulted, with what is given beside."""
    return lambda **more: save_entry(project, "bodies", "forum", "", {**FORUM, **more})


def test_what_the_record_shows_is_proposed_and_one_key_confirms(talk, catalogue, project, forum):
    """Where the record shows a condition already, nobody types anything twice: Enter confirms the rating."""
    forum(meetings=MET)
    copy, person = talk()
    person.script = [lambda: person.seen[-1].default]
    person.hold(Walk(copy, asked(catalogue, "consultation_schedule")).run())
    first, note = person.seen[:2]
    assert (lines(first)[SHOWN], first.default, first.proposed) == ("1 body", "in_place", True)
    assert load(project, catalogue).project.answers["consultation_schedule"].value == "in_place"
    assert TO_SHOW not in lines(note)


def test_an_answer_that_stands_is_not_overwritten_by_a_proposal(talk, catalogue, project, forum):
    """What people said stays the default, whatever the record shows beside it."""
    forum(meetings=MET)
    save_answer(project, catalogue, "consultation_schedule", {"value": "absent"})
    copy, person = talk(NEXT)
    person.hold(Walk(copy, asked(catalogue, "consultation_schedule")).run())
    assert (lines(person.seen[0])[SHOWN], person.seen[0].default, person.seen[0].proposed) == (
        "1 body",
        "absent",
        False,
    )


def test_what_only_the_answer_would_need_is_not_proposed(talk, catalogue):
    """A question of whose condition the record shows nothing has no line and no proposal."""
    copy, person = talk(NEXT)
    person.hold(Walk(copy, asked(catalogue, "consultation_schedule")).run())
    assert SHOWN not in lines(person.seen[0])
    assert person.seen[0].default == ""


@pytest.mark.parametrize(
    ("rating", "body", "said"),
    [
        ("in_place", None, "A body in which others are consulted is in place, with a chair and a rhythm of meetings"),
        ("partly", {}, "The body in which others are consulted met within the last year, or others than the State"),
    ],
)
def test_what_is_missing_is_said_after_the_answer_with_its_place(talk, catalogue, forum, rating, body, said):
    """After a claim, one line says what the record does not show yet and which command records it."""
    if body is not None:
        forum(**body)
    copy, person = talk(rating, NEXT)
    person.hold(Walk(copy, asked(catalogue, "consultation_schedule")).run())
    line = lines(person.seen[1])[TO_SHOW]
    assert line.startswith(said)
    assert ": mainstream fill bodies" in line


@pytest.mark.parametrize("rating", ["absent", "unknown"])
def test_who_claims_nothing_is_asked_for_nothing(talk, catalogue, rating):
    """Nothing is said of evidence where nothing is claimed."""
    copy, person = talk(rating, NEXT)
    person.hold(Walk(copy, asked(catalogue, "consultation_schedule")).run())
    assert TO_SHOW not in lines(person.seen[1])


def test_it_is_said_once_for_a_condition_in_a_walk(talk, catalogue):
    """Two questions on one condition: the second answer brings no second reminder, and no follow-up repeats it."""
    copy, person = talk("in_place", "a note", NEXT, "in_place", "a note", NEXT)
    person.hold(Walk(copy, asked(catalogue, "horizontal_coordination", "vertical_coordination")).run())
    assert sum(TO_SHOW in lines(prompt) for prompt in person.seen) == 1


def test_what_contradicts_is_said_as_such(talk, catalogue, forum):
    """Where the record says otherwise the line says so, and what."""
    forum(status="dormant")
    copy, person = talk("in_place", NEXT)
    person.hold(Walk(copy, asked(catalogue, "consultation_schedule")).run())
    said = lines(person.seen[1])["The record says otherwise"]
    assert said == "Every body in which others are consulted is dormant: mainstream fill bodies"


def test_what_a_signature_will_show_is_not_asked_for(talk, catalogue, project):
    """The approval of the scoping proposal is read from the journal, so nobody is told to bring it before."""
    save_entry(project, "bodies", "forum", "", {**FORUM, "chair": "planning_office"})
    copy, person = talk("in_place", NEXT)
    person.hold(Walk(copy, asked(catalogue, "national_leadership")).run())
    assert "To be shown at Scoping and proposal" not in lines(person.seen[1])


def test_the_wall_names_the_condition_and_nags_nobody(talk, catalogue, project, forum):
    """On a wall there is at most the quiet line; nothing is counted, proposed or asked for."""
    forum(meetings=MET)
    questions = asked(catalogue, "consultation_schedule", "support_structure")
    copy, person = talk("", "in_place", "", "", "in_place", "")
    person.hold(Walk(copy, questions, room=True).run())
    assert lines(person.seen[0])[SHOWN] == "Regular consultation"
    assert [prompt.default for prompt in person.seen if prompt.kind == "choice"] == ["", ""]
    assert [prompt for prompt in person.seen if TO_SHOW in lines(prompt)] == []


def test_the_wall_keeps_quiet_on_what_is_sensitive(talk, catalogue, project):
    """A condition on which a sensitive answer decides is not named on a wall."""
    letter = {"title": "Order 7", "kind": "letter", "date": "2026-02-01"}
    save_entry(project, "sources", "order", "", letter)
    save_answer(project, catalogue, "core_team_mandate", {"sources": ["order"]})
    for room, shown in ((False, True), (True, False)):
        copy, person = talk(NEXT)
        person.hold(Walk(copy, asked(catalogue, "core_team_mandate"), room=room).run())
        assert (SHOWN in lines(person.seen[0])) is shown
