"""The sample of Jamaica says in words what its registers hold, and puts nothing into the mouth of a real institution."""

from collections import defaultdict
from decimal import Decimal

import pytest

from mainstream_cli.content import content_dir
from mainstream_cli.store import load

SHARES = {  # in per cent, as the texts of the sample say them
    ("abroad_women_2015", "abroad_2015"): "56",
    ("immigrants_women_2015", "immigrants_2015"): "49",
    ("remittances_usd_2015", "remittances_usd_2005"): "134",
    ("abroad_2015", "abroad_2005"): "121",
    ("policy_budget_2017", "policy_budget_2015"): "149",
}
RIVALS = {  # a statement, and the documents that disagree on it
    ("policies", "npimd"): {"ministry_paper_2017", "observer_brain_drain"},
    ("policies", "pilot_project"): {"pioj_slides_2013", "jis_2015"},
    ("milestones", "pilot_launched"): {"pioj_slides_2013", "jis_2015"},
    ("milestones", "policy_issued"): {"ministry_paper_2017", "observer_brain_drain"},
    ("bodies", "sub_committees"): {"m4d_profile", "pioj_slides_2013", "gfmd_practice"},
}


@pytest.fixture(scope="module")
def project(catalogue):
    return load(content_dir("sample_projects") / "jamaica", catalogue).project


@pytest.fixture(scope="module")
def actions(project):
    return project.entries("actions")


@pytest.mark.parametrize(("part", "whole"), SHARES)
def test_shares_said_in_words_are_right(project, part, whole):
    """A share that a text of the sample names follows from the figures."""
    figures = project.entries("figures")
    said = Decimal(SHARES[part, whole])
    assert (figures[part].value * 100 / figures[whole].value).quantize(said) == said


def test_three_countries_hold_nearly_all_who_are_abroad(project):
    """96 per cent of people from Jamaica abroad lived in the three main countries in 2010."""
    figures = project.entries("figures")
    three = sum(figures[f"destination_{country}_2010"].value for country in ("usa", "gbr", "can"))
    assert round(three * 100 / figures["abroad_2010"].value) == 96


def test_costs_and_funding_are_those_that_the_answers_name(project, actions):
    """The sums said in the answers on costs are the sums of the actions, and no action is funded beyond its cost."""
    costed = [each for each in actions.values() if each.cost]
    by_status = defaultdict(Decimal)
    for action in costed:
        assert sum(each.amount for each in action.funding) <= action.cost.total, action.title
        for each in action.funding:
            by_status[each.status] += each.amount
    cost = sum(action.cost.total for action in costed)
    capital = sum(sum(action.cost.capital.values()) for action in costed)
    notes = f"{project.answer('plan_costed').note} {project.answer('funding_secured').note}"
    sums = (cost, capital, by_status["secured"], by_status["pledged"], by_status["sought"])
    for amount in (*sums, cost - sum(by_status.values())):
        assert f"J${amount / 1_000_000:,.0f} million" in notes
    assert f"{len(costed)} of {len(actions)} actions" in notes


def test_money_is_spent_while_the_action_runs(project, actions):
    """The years of a cost lie between start and end of the action, inside the plan."""
    plan = project.settings.plan
    for id_, action in actions.items():
        first, last = int(action.start[:4]), int(action.end[:4])
        assert plan.start <= first <= last <= plan.end, id_
        assert not action.cost or {*action.cost.recurrent, *action.cost.capital} <= {*range(first, last + 1)}, id_


def test_no_real_institution_pays_or_sits_in_a_made_up_session(project, actions):
    """Money and sessions are illustrative, so they name only institutions that are illustrative too."""
    stakeholders = project.entries("stakeholders")
    named = {each.source for action in actions.values() for each in action.funding}
    named |= {each.institution for session in project.entries("sessions").values() for each in session.attendance}
    assert {stakeholders[id_].origin for id_ in named} == {"illustrative"}
    consulted = [each for each in stakeholders.values() if each.consulted]
    assert {each.origin for each in consulted} == {"illustrative"}


def test_what_this_process_proposes_is_never_called_sourced(project, actions):
    """Objectives, results, actions, indicators, risks and sessions are the author's, whatever sources stand beside."""
    proposed = ("objectives", "results", "indicators", "risks", "sessions", "criteria")
    entries = [*actions.values(), *(entry for name in proposed for entry in project.entries(name).values())]
    assert {entry.origin for entry in entries} == {"illustrative"}


@pytest.mark.parametrize(("register", "id_"), RIVALS)
def test_a_disputed_statement_names_the_documents_that_disagree(project, register, id_):
    """Where dates or numbers differ, one is used, the note says so, and the documents are cited."""
    entry = project.entries(register)[id_]
    assert set(entry.sources) >= RIVALS[register, id_]
    assert any(word in entry.note for word in ("Rival", "differ"))


def test_one_of_the_two_brain_drain_figures_is_used_with_a_reason(project):
    """72 and 85 per cent stand under one indicator, each with its own definition."""
    both = [each for each in project.entries("figures").values() if each.indicator == "emigration_rate_tertiary"]
    assert {each.value for each in both} == {72, 85}
    assert len({each.definition for each in both}) == 2
    assert len([each for each in both if each.chosen_because]) == 1


def test_every_goal_and_sector_has_gains_and_losses_in_both_directions(project):
    """The linkages are balanced: a goal or sector with only one sign or direction would teach the wrong lesson."""
    links = project.entries("linkages").values()
    for field in ("sector", "plan_goal"):
        groups = defaultdict(list)
        for link in links:
            groups[getattr(link, field)].append(link)
        for name, each in groups.items():
            assert {"positive", "negative"} <= {link.sign for link in each}, name
            assert {link.direction for link in each} == {"migration_to_sector", "sector_to_migration"}, name
    assert {link.plan_goal for link in links} == set(project.entries("plan_goals"))


def test_what_is_decided_is_measured(project, actions):
    """Each objective that is kept has a result with an indicator, and actions that serve it."""
    measured = {indicator.measures for indicator in project.entries("indicators").values()}
    served = {id_ for action in actions.values() for id_ in action.objectives}
    for id_, objective in project.entries("objectives").items():
        results = {result for result, each in project.entries("results").items() if each.objective == id_}
        assert objective.left_out_because or results & measured, id_
        assert (id_ in served) is not bool(objective.left_out_because), id_


def test_objectives_and_actions_are_in_work_and_later_stages_are_open(project, catalogue):
    """The sample stands where its README says: implementation has not begun."""
    begun = {catalogue.questions[id_].home for id_, each in project.answers.items() if each.given}
    assert {"institutions", "goal_setting", "action_plan", "capacity_financing"} <= begun
    assert "implementation" not in begun
