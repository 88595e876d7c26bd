"""A key acts on what is asked now: at a follow-up, at a field, at the question itself."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mainstream_cli.content import load_catalogue
from mainstream_cli.conversation.entry_form import EntryForm
from mainstream_cli.conversation.new_project import NewProject
from mainstream_cli.conversation.walk import Walk
from mainstream_cli.errors import MainstreamError
from mainstream_cli.model.prompt import (
    BACK,
    BACK_KEYS,
    KEYS,
    NOT_APPLICABLE_KEY,
    NOTE,
    QUIT,
    SKIP,
    STEP_KEYS,
    UNKNOWN_KEY,
    Given,
    Pressed,
)
from mainstream_cli.prompts import converse
from mainstream_cli.store import load
from mainstream_cli.store.drafts import read_draft
from mainstream_cli.store.save import save_answer

OF_THE_QUESTION = (UNKNOWN_KEY, NOT_APPLICABLE_KEY, NOTE)
FOLLOW_UPS = ("What stands behind", "Which documents", "How sure", "Which organisation")


@pytest.fixture
def team(catalogue):
    return list(catalogue.sheets["core_team"].questions)


@pytest.fixture
def mandate(project, catalogue):
    return lambda: load(project, catalogue).project.answers["core_team_mandate"]


@pytest.mark.parametrize("key", OF_THE_QUESTION)
@pytest.mark.parametrize("at", range(4))
def test_a_key_of_the_question_does_nothing_at_a_follow_up(talk, team, mandate, key, at):
    """At the note, the documents, the confidence and the organisation no key touches the answer, and it is said."""
    replies = ["Order signed", (), "high", ""]
    copy, person = talk("partly", *replies[:at], Pressed(key))
    person.hold(Walk(copy, team[:1]).run())
    shown, again = person.seen[at + 1], person.seen[at + 2]
    assert shown.text.startswith(FOLLOW_UPS[at])
    assert (shown.keys, again.text) == (STEP_KEYS, shown.text)
    assert "does nothing here" in again.problem
    assert (mandate().value, mandate().note) == ("partly", "Order signed" if at else None)
    assert mandate().confidence == ("high" if at == 3 else None)


def test_skip_and_back_at_a_follow_up_leave_the_answer(talk, team, mandate):
    """Back leads from a follow-up to the step before, skip to the next question; both are offered in words."""
    copy, person = talk("partly", "Order signed", Pressed(BACK), "", Pressed(SKIP))
    person.hold(Walk(copy, team).run())
    assert [each.text[:10] for each in person.seen[1:5]] == ["What stand", "Which docu", "What stand", "Which docu"]
    assert "skip goes to the next question" in person.seen[2].hint
    assert person.seen[5].heading.startswith(team[1].number)
    assert (mandate().value, mandate().note) == ("partly", "Order signed")


@pytest.mark.parametrize(("reply", "value"), [("keep", "partly"), (Pressed(BACK), "partly"), ("replace", "unknown")])
def test_unknown_over_an_answer_is_asked(talk, team, project, catalogue, mandate, reply, value):
    """The key unknown at an answered question says what stands, and replaces it only where that is confirmed."""
    save_answer(project, catalogue, team[0].id, {"value": "partly", "note": "Kept"})
    copy, person = talk(Pressed(UNKNOWN_KEY), reply)
    person.hold(Walk(copy, team[:1]).run())
    assert ("Answer", "partly in place") in person.seen[1].aside
    assert (person.seen[1].default, person.seen[1].keys) == ("keep", BACK_KEYS)
    assert (mandate().value, mandate().note) == (value, "Kept")
    if value == "unknown":
        assert ("It replaces", "partly in place") in person.seen[2].aside


def test_what_a_new_answer_replaces_is_said(talk, team, project, catalogue, mandate):
    """A choice over an earlier one names that one, with its reason, on the pages that follow."""
    save_answer(project, catalogue, team[0].id, {"value": "not_applicable", "reason": "No team yet"})
    copy, person = talk("partly", "")
    person.hold(Walk(copy, team[:1]).run())
    replaced = ("It replaces", "not applicable (No team yet)")
    assert [replaced in each.aside for each in person.seen] == [False, True, True]
    assert (mandate().value, mandate().reason) == ("partly", None)


@pytest.mark.parametrize("key", [UNKNOWN_KEY, NOT_APPLICABLE_KEY, NOTE, SKIP])
def test_only_a_reason_makes_a_question_not_applicable(talk, team, project, catalogue, mandate, key):
    """At the reason other keys do nothing; the page says which answer a reason would replace; back keeps that."""
    save_answer(project, catalogue, team[0].id, {"value": "partly"})
    copy, person = talk(Pressed(NOT_APPLICABLE_KEY), Pressed(key), Pressed(BACK))
    person.hold(Walk(copy, team[:1]).run())
    assert person.seen[1].text.endswith("This replaces the answer that stands: partly in place")
    assert (person.seen[1].keys, person.seen[2].text) == (BACK_KEYS, person.seen[1].text)
    assert person.seen[3].default == "partly"
    assert mandate().value == "partly"


@pytest.mark.parametrize("key", [SKIP, NOTE, UNKNOWN_KEY, NOT_APPLICABLE_KEY])
def test_a_key_at_the_note_of_a_question_leads_back_to_it(talk, team, project, catalogue, key):
    """The note that is written without answering offers back only; nothing but its text is recorded."""
    copy, person = talk(Pressed(NOTE), Pressed(key), Pressed(BACK))
    person.hold(Walk(copy, team[:1]).run())
    assert person.seen[1].keys == BACK_KEYS
    assert person.seen[3].text == person.seen[0].text
    assert load(project, catalogue).project.answers == {}


@pytest.mark.parametrize("key", OF_THE_QUESTION)
def test_in_the_room_the_agreed_answer_stands(talk, team, mandate, key):
    """On the wall the page with the agreed answer takes back and skip; unknown does not undo the agreement."""
    copy, person = talk("", "partly", Pressed(key))
    person.hold(Walk(copy, team[:1], room=True).run())
    assert person.seen[2].aside == (("Agreed", "partly in place"),)
    assert (person.seen[2].keys, person.seen[3].aside) == (STEP_KEYS, person.seen[2].aside)
    assert mandate().value == "partly"


@pytest.mark.parametrize("key", OF_THE_QUESTION)
@pytest.mark.parametrize("room", [False, True])
def test_a_key_at_the_views_of_tables_leaves_the_agreed_answer(talk, team, project, catalogue, mandate, key, room):
    """Whether views stay on record is a follow-up too: other keys change neither the answer nor the views."""
    views = [{"table": "Table 1", "value": "partly"}, {"table": "Table 2", "value": "absent"}]
    save_answer(project, catalogue, team[0].id, {"positions": views})
    copy, person = talk(*[""] * room, "absent", Pressed(key))
    person.hold(Walk(copy, team[:1], room=room).run())
    assert (mandate().value, len(mandate().positions)) == ("absent", 2)


def test_a_conflict_is_decided_not_skipped(talk, team, project, catalogue, mandate):
    """Where two wrote at once no key decides by the way; the choice is asked until it is made."""

    def meanwhile():
        save_answer(project, catalogue, team[0].id, {"value": "absent"})
        return "partly"

    copy, person = talk(meanwhile, Pressed(SKIP), Pressed(BACK), Pressed(UNKNOWN_KEY), "mine")
    person.hold(Walk(copy, team[:1]).run())
    assert len({each.text for each in person.seen[1:5]}) == 1
    assert mandate().value == "partly"


def test_the_first_question_offers_no_back(talk, team):
    """A hint names only what acts: there is nothing before the first question, neither at a desk nor on the wall."""
    for room in (False, True):
        copy, person = talk(Pressed(SKIP))
        person.hold(Walk(copy, team, room=room).run())
        assert person.seen[0].keys == tuple(key for key in KEYS if key != BACK)
        assert person.seen[1].keys == KEYS


def test_a_note_that_cannot_be_saved_is_offered_again(talk, team, project):
    """A full disk at a follow-up loses no typed text, and the question is not left behind with it."""
    copy, person = talk(Pressed(UNKNOWN_KEY), "The statistics office counts in 2027", "")
    save = copy.saving.save_answer

    def full(question, change, seen):
        if "note" in change:
            raise MainstreamError("The disk is full.", action="Make room.", code="P02")
        return save(question, change, seen)

    copy.saving.save_answer = full
    person.hold(Walk(copy, team).run())
    assert "disk is full" in person.seen[2].problem
    assert person.seen[2].default == "The statistics office counts in 2027"


STEPS = st.lists(st.sampled_from([*map(Pressed, KEYS), "go on"]), max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(STEPS, st.booleans())
def test_no_keys_after_an_answer_ever_change_it(talk, project, catalogue, steps, room):
    """Whatever keys are pressed at the follow-ups in any order, the answer that was given is the answer on disk."""
    question = next(catalogue.sheets["core_team"].questions)
    save_answer(project, catalogue, question.id, {"value": "absent"})
    copy, person = talk(*[""] * room, "partly", *steps)

    def reply(prompt):
        if prompt.minutes and len(person.seen) > room + 1:  # the question itself again, where its own keys act
            return Pressed(QUIT)
        given = person(prompt)
        return Given(prompt.default or ("" if prompt.kind != "choices" else ())) if given == Given("go on") else given

    converse(Walk(copy, [question], room=room).run(), reply)
    assert load(project, catalogue).project.answers[question.id].value == "partly"


def test_every_prompt_of_a_form_offers_fields_keys_only(talk, catalogue):
    """Unknown, not applicable and note are for questions; no prompt of a register offers them, skip only where it can."""
    copy, person = talk("employment", Pressed(UNKNOWN_KEY), Pressed(SKIP), "Train nurses", Pressed(BACK), Pressed(SKIP))
    person.hold(EntryForm(copy).add("actions"))
    assert all(each.keys in (STEP_KEYS, BACK_KEYS) for each in person.seen)
    assert [each.keys for each in person.seen[:3]] == [BACK_KEYS] * 3  # the sector, and a title that is needed
    assert person.seen[5].keys == STEP_KEYS  # the title that was given


def test_back_at_a_form_that_was_interrupted_keeps_the_draft(talk, project, catalogue):
    """Back at the offer to go on leaves the form; it neither goes on nor drops what was begun."""
    copy, person = talk("employment", "Train nurses")
    person.hold(EntryForm(copy).add("actions"))
    copy, person = talk(Pressed(BACK))
    assert person.hold(EntryForm(copy).add("actions")) is None
    assert len(person.seen) == 1
    assert read_draft(project, catalogue, "actions")["title"] == "Train nurses"


@pytest.mark.parametrize("begun", [(), ("+",), ("+", "2026-05-08")])
def test_quitting_inside_a_list_keeps_what_is_complete(talk, run, project, catalogue, begun):
    """Everything confirmed is saved: a complete part of a list stays when somebody quits at or in the next one."""
    assert run("set", "stakeholders/mof", "title=Ministry of Finance", "kind=ministry").code == 0
    copy, person = talk("consulted", "+", "2026-05-01", "letter", Pressed(SKIP), *begun)
    person.hold(EntryForm(copy).edit("stakeholders", "mof"))
    consulted = load(project, catalogue).project.registers["stakeholders"]["mof"].consulted
    assert [(str(each.date), each.form) for each in consulted] == [("2026-05-01", "letter")]


def founding(*script):
    seen, steps = [], iter(script)
    form = NewProject(load_catalogue(), {}, lambda _: None)
    made = converse(form.run(), lambda prompt: seen.append(prompt) or next(steps, Pressed(QUIT)))
    return form, made, seen


def test_in_init_skip_at_the_country_forgets_it():
    """Skip means an area outside ISO 3166, also for somebody who named a country and came back."""
    form, made, seen = founding(Given("MDA"), Pressed(BACK), Pressed(SKIP))
    assert (form.facts, made) == ({}, None)
    assert seen[3].default == ""


@pytest.mark.parametrize("key", [SKIP, UNKNOWN_KEY, NOT_APPLICABLE_KEY, NOTE])
def test_in_init_what_is_needed_cannot_be_skipped(key):
    """Where something is needed only back, help and quit act; at the first step there is no back either."""
    _, _, seen = founding(Given("MDA"), Given("Moldova"), Pressed(key), Given("Plan 2030"))
    assert BACK not in seen[0].keys
    assert [each.heading for each in seen[2:5]] == ["Plan", "Plan", "Kind of plan"]
    assert "does nothing here" in seen[3].problem
    assert seen[2].keys == BACK_KEYS


FACTS = [Given(said) for said in ("MDA", "Moldova", "Plan 2030", "national", "drafting", "2026", "2030", "in_plan")]


def test_in_init_the_kind_of_the_lead_is_asked_where_there_is_a_lead():
    """Who named a lead is asked for its kind, which is proposed; who did not, or took it back, is not asked."""
    _, made, seen = founding(*FACTS, Given("State Chancellery"), Given("agency"), Given("md"))
    assert (made["lead"], made["lead_kind"]) == ("State Chancellery", "agency")
    assert [(each.heading, each.default) for each in seen[9:10]] == [("Kind of lead", "planning_authority")]
    for no_lead in (Given(""), Pressed(SKIP)):
        _, made, seen = founding(*FACTS, no_lead, Given("md"))
        assert [each.heading for each in seen[8:]] == ["Lead", "Folder"]
        assert made.keys() & {"lead", "lead_kind"} == set()
    back = (Given("State Chancellery"), Given("agency"), Pressed(BACK), Pressed(BACK), Given(""), Pressed(BACK))
    _, made, seen = founding(*FACTS, *back, Given(""), Given("md"))
    there_and_back = ["Lead", "Kind of lead", "Folder", "Kind of lead", "Lead", "Folder", "Lead", "Folder"]
    assert [each.heading for each in seen[8:]] == there_and_back
    assert made.keys() & {"lead", "lead_kind"} == set()


def test_in_init_a_kind_can_be_left_open():
    """Skip at the kind keeps the lead as words; nothing is guessed."""
    _, made, _ = founding(*FACTS, Given("State Chancellery"), Pressed(SKIP), Given("md"))
    assert made["lead"] == "State Chancellery"
    assert "lead_kind" not in made
