"""Registers in a conversation, without a terminal."""

from functools import partial

import pytest

from mainstream_cli.changes.naming import new_id
from mainstream_cli.content import content_dir
from mainstream_cli.conversation.entry_form import EntryForm
from mainstream_cli.conversation.register_menu import RegisterMenu
from mainstream_cli.conversation.route import entry_is_there
from mainstream_cli.errors import UsageError
from mainstream_cli.model.prompt import BACK, SKIP, Pressed
from mainstream_cli.store import load
from mainstream_cli.store.drafts import read_draft
from mainstream_cli.store.save import save_entry

NEXT = Pressed(SKIP)


def test_a_linkage_needs_five_answers(talk, project, catalogue):
    """A linkage is recorded with its goal, added on the way and picked by title, then more fields are offered."""
    copy, person = talk("add", "Remittances pay for school", "+", "Goal 4", NEXT, "migration_to_sector", "positive")
    person.hold(RegisterMenu(copy, "linkages").run())
    registers = load(project, catalogue).project.registers
    assert registers["plan_goals"]["goal_4"].title == "Goal 4"
    assert registers["linkages"]["remittances_pay_for_school"].plan_goal == "goal_4"
    assert "More fields?" in person.seen[-1].text


def test_both_ends_of_a_linkage_are_asked_for(talk):
    """Without a plan goal and a sector the form says what is missing instead of saving."""
    copy, person = talk("Nurses leave", NEXT, NEXT, "migration_to_sector", "negative")
    person.hold(EntryForm(copy).add("linkages"))
    assert "sector" in person.seen[-1].problem
    assert not copy.registers["linkages"]


def test_a_form_that_was_interrupted_goes_on(talk, project, catalogue):
    """Fields confirmed before the terminal died are offered again, and nothing incomplete is in the register."""
    copy, person = talk("employment", "Train nurses")
    person.hold(EntryForm(copy).add("actions"))
    assert read_draft(project, catalogue, "actions") == {"title": "Train nurses", "sector": "employment"}
    assert load(project, catalogue).findings == []
    copy, person = talk("go_on", "kind", NEXT, NEXT)
    person.script[1] = next(iter(catalogue.vocabulary["action_types"]))
    assert person.hold(EntryForm(copy).add("actions")) == "train_nurses"
    assert "Train nurses" in person.seen[0].text
    assert load(project, catalogue).project.part("actions", "train_nurses") == "employment"
    assert not (project / "private/registers/actions/employment.yaml").exists()


@pytest.mark.parametrize(("choice", "kept"), [("theirs", "8"), ("mine", "3")])
def test_an_entry_that_changed_on_disk_is_shown_and_asked_about(talk, project, catalogue, choice, kept):
    """If somebody else filled the field while it was on the screen, both values are shown and one is chosen."""
    save_entry(project, "plan_goals", "goal_1", "", {"title": "Decent work"})

    def meanwhile():
        save_entry(project, "plan_goals", "goal_1", "", {"code": "8"})
        return "3"

    copy, person = talk("code", meanwhile, choice)
    person.hold(EntryForm(copy).edit("plan_goals", "goal_1"))
    assert person.seen[2].aside == (("Here", "3"), ("On disk", "8"))
    assert load(project, catalogue).project.registers["plan_goals"]["goal_1"].code == kept


@pytest.mark.parametrize("name", ["", "decent_work"])
def test_a_new_entry_whose_id_was_taken_meanwhile_is_kept_beside_it(talk, project, catalogue, name):
    """If a colleague records an entry under the same new id, both stand in the file, and that is said."""

    def meanwhile():
        save_entry(project, "plan_goals", "decent_work", "", {"title": "Decent work", "code": "8"})
        return "Decent work"

    copy, person = talk(meanwhile, "done")
    form = EntryForm(copy)
    mine = person.hold(form.add("plan_goals", name))
    goals = load(project, catalogue).project.registers["plan_goals"]
    assert mine != "decent_work"
    assert {id_: (each.title, each.code) for id_, each in goals.items()} == {
        "decent_work": ("Decent work", "8"),
        mine: ("Decent work", None),
    }
    assert copy.registers["plan_goals"].keys() == goals.keys()
    person.hold(form.edit("plan_goals", mine))
    assert "decent_work" in person.seen[-1].problem
    assert mine in person.seen[-1].problem


def test_the_same_entry_given_by_two_people_is_one(talk, project, catalogue):
    """What a colleague recorded meanwhile in the very same words is not recorded twice."""

    def meanwhile():
        save_entry(project, "plan_goals", "decent_work", "", {"title": "Decent work"})
        return "Decent work"

    copy, person = talk(meanwhile)
    assert person.hold(EntryForm(copy).add("plan_goals")) == "decent_work"
    assert list(load(project, catalogue).project.registers["plan_goals"]) == ["decent_work"]


def test_an_entry_that_changes_twice_on_disk_is_asked_about_twice(talk, project, catalogue):
    """What was preferred is never dropped because the entry changed once more during the question."""
    save_entry(project, "plan_goals", "goal_1", "", {"title": "Decent work"})

    def change(code, reply):
        save_entry(project, "plan_goals", "goal_1", "", {"code": code})
        return reply

    copy, person = talk("code", partial(change, "8", "3"), partial(change, "9", "mine"), "mine", "done")
    person.hold(EntryForm(copy).edit("plan_goals", "goal_1"))
    assert person.seen[3].aside == (("Here", "3"), ("On disk", "9"))
    assert load(project, catalogue).project.registers["plan_goals"]["goal_1"].code == "3"


def test_an_entry_that_was_removed_meanwhile_comes_back_whole(talk, project, catalogue):
    """If the entry is gone from the disk and what was given is preferred, its other fields are written too."""
    save_entry(project, "plan_goals", "goal_1", "", {"title": "Decent work", "note": "As printed."})
    file = project / "registers/plan_goals.yaml"

    def meanwhile():
        file.write_text(file.read_text().partition("goal_1:")[0])
        return "3"

    copy, person = talk("code", meanwhile, "mine", "done")
    person.hold(EntryForm(copy).edit("plan_goals", "goal_1"))
    loaded = load(project, catalogue)
    goal = loaded.project.registers["plan_goals"]["goal_1"]
    assert (loaded.findings, goal.title, goal.code, goal.note) == ([], "Decent work", "3", "As printed.")


def test_a_cost_is_asked_part_by_part(talk, project, catalogue):
    """A field that holds a block is asked field by field, amounts by year on one line."""
    copy, person = talk("employment", "Train nurses", next(iter(catalogue.vocabulary["action_types"])), NEXT, NEXT)
    id_ = person.hold(EntryForm(copy).add("actions"))
    method = next(iter(catalogue.vocabulary["costing_methods"]))
    copy, person = talk("cost", "USD", "2026", method, "2027: 1000; 2028: 1500", NEXT, "done")
    person.hold(EntryForm(copy).edit("actions", id_))
    cost = load(project, catalogue).project.registers["actions"][id_].cost
    assert (cost.currency, cost.total) == ("USD", 2500)
    assert person.seen[-1].text.startswith("More fields?")


def test_a_value_that_does_not_fit_is_asked_again(talk):
    """A wrong year is refused where it is typed, with what is expected."""
    copy, person = talk("Census 2014", "report", "year", "soon", "2014")
    person.script[1] = next(iter(copy.catalogue.vocabulary["source_kinds"]))
    id_ = person.hold(EntryForm(copy).add("sources"))
    person.hold(EntryForm(copy).edit("sources", id_))
    assert "such as 2026" in person.seen[4].problem
    assert copy.registers["sources"][id_].year == 2014


def test_find_and_list_and_leave(talk, run):
    """An entry is found by a word in any field; back leaves the register."""
    run("set", "sources/census", "title=Census 2014", "kind=report", "author=Statistics office")
    copy, person = talk("list", "", "find", "statistics", Pressed(BACK), Pressed(BACK))
    person.hold(RegisterMenu(copy, "sources").run())
    assert person.seen[1].aside[0][0] == "Census 2014"
    assert [option.id for option in person.seen[4].options] == ["census"]


def test_ids_come_from_titles():
    """Latin titles become slugs, others and those taken get four random characters, never a running number."""
    assert new_id("Ministère du Travail", (), "stakeholder") == "ministere_du_travail"
    assert new_id("Census", {"census"}, "source")[:7] == "census_"
    assert len(new_id("وزارة العمل", (), "stakeholder")) == len("stakeholder_abcd")
    assert new_id("NUL", (), "source").startswith("source_")
    assert new_id("2014 census", (), "source").startswith("source_")
    assert new_id("X ray units", (), "policy").startswith("policy_")


def test_a_new_entry_can_be_named_beforehand(talk, project, catalogue):
    """The id that was typed is kept, instead of one made from the title."""
    copy, person = talk("Goal four of the plan")
    assert person.hold(EntryForm(copy).add("plan_goals", "goal_4")) == "goal_4"
    assert load(project, catalogue).project.registers["plan_goals"]["goal_4"].title == "Goal four of the plan"


@pytest.mark.parametrize(
    ("register", "name", "words"),
    [
        ("linkage", "x", "Did you mean 'linkages'"),
        ("linkages", "My-Own", "cannot be a name"),
        ("linkages", "nurses_leaves", "Did you mean 'nurses_leave'"),
    ],
)
def test_an_entry_that_is_named_wrongly_is_refused_in_words(catalogue, register, name, words):
    """Instead of an empty form for a slip of the pen, the nearest name is offered."""
    sandoria = load(content_dir("sample_projects") / "sandoria", catalogue).project
    with pytest.raises(UsageError) as wrong:
        entry_is_there(sandoria, register, name)
    assert words in wrong.value.message
    assert entry_is_there(sandoria, "linkages", "nurses_leave")
    assert not entry_is_there(sandoria, "linkages", "quite_another_one")
