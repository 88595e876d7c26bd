"""The invented country of the courses is consistent to the last figure, and stands where its README says."""

from collections import defaultdict
from decimal import Decimal
from itertools import pairwise

import pytest

from mainstream_cli.content import content_dir
from mainstream_cli.rules import Case, assess
from mainstream_cli.store import load

WHOLE = {
    "population": ("population_women", "population_men"),
    "abroad_census": ("abroad_women", "abroad_men"),
    "immigrants": ("immigrants_women", "immigrants_men"),
    "refugees": ("refugees_women", "refugees_men"),
    "departures": ("departures_women", "departures_men"),
    "returns": ("returns_women", "returns_men"),
    "children_parent_abroad": ("girls_parent_abroad", "boys_parent_abroad"),
}
SHARES = {  # in per cent, as the texts of the sample say them
    ("abroad_women", "abroad_census"): "54",
    ("abroad_census", "population"): "10",
    ("abroad_norvia", "abroad_census"): "40",
    ("abroad_estmark", "abroad_census"): "25",
    ("abroad_qasira", "abroad_census"): "15",
    ("immigrants", "population"): "1.5",
    ("immigrants_tolmia", "immigrants"): "60",
    ("moved_to_capital", "moved_district"): "62",
    ("departures_women", "departures"): "52",
    ("returns_women", "returns"): "45",
    ("children_parent_abroad", "population_children"): "7.3",
    ("remittances_survey", "gdp"): "14.0",
    ("vacant_posts", "nursing_posts"): "18",
}


@pytest.fixture(scope="module")
def sandoria(catalogue):
    return load(content_dir("sample_projects") / "sandoria", catalogue)


@pytest.fixture
def value(sandoria):
    return lambda id_: sandoria.project.entries("figures")[id_].value


def test_seven_stages_are_signed_and_the_action_plan_is_next(sandoria, catalogue):
    """The sample stands in the middle of the cycle: the budget must bring money, and the record names no deputy yet."""
    case = Case(sandoria.project, sandoria.public, catalogue, sandoria.project.settings.as_of)
    assert case.current.id == "action_plan"
    assert len(case.valid) == 7
    partly = {each.condition.code: each.status for each in assess(case) if each.status != "met"}
    assert partly == dict.fromkeys(("C12", "C13", "C15"), "partly_met")


@pytest.mark.parametrize("whole", WHOLE)
def test_women_and_men_add_up(value, whole):
    """Figures by sex add up to the figure for all."""
    assert value(whole) == sum(value(part) for part in WHOLE[whole])


@pytest.mark.parametrize(("part", "whole"), SHARES)
def test_shares_said_in_words_are_right(value, part, whole):
    """A share that a text of the sample names follows from the figures."""
    said = Decimal(SHARES[part, whole])
    assert (value(part) * 100 / value(whole)).quantize(said) == said


def test_the_countries_of_destination_add_up(value):
    """Norvia, Estmark, Qasira and elsewhere hold all who are abroad."""
    parts = ("abroad_norvia", "abroad_estmark", "abroad_qasira", "abroad_elsewhere")
    assert sum(value(part) for part in parts) == value("abroad_census")


def test_the_share_of_remittances_follows_from_its_parts(value):
    """11.25 per cent of GDP is the recorded amount over the economy."""
    assert value("remittances_share") == value("remittances_recorded") * 100 / value("gdp")


def test_some_figures_show_the_way_over_the_years(sandoria, value):
    """Departures, returns, remittances, their cost and the stock have series of one edition, which move without a jump."""
    for end in ("departures", "returns", "remittances_recorded", "transfer_cost", "abroad_international"):
        figures = sandoria.project.entries("figures")
        series = [figures[end], *(each for id_, each in figures.items() if id_.startswith(f"{end}_20"))]
        assert len({(each.source, each.edition, each.unit, each.definition) for each in series}) == 1, end
        values = [each.value for each in sorted(series, key=lambda figure: figure.year)]
        assert len(values) >= 4
        assert all(abs(after - before) < before / 5 for before, after in pairwise(values)), end
    for year in range(2021, 2025):
        assert value(f"returns_{year}") < value(f"departures_{year}")


def test_costs_and_funding_are_those_that_the_answers_name(sandoria):
    """The sums said in the answers on costs are the sums of the actions, and no action is funded beyond its cost."""
    actions = sandoria.project.entries("actions").values()
    by_status = defaultdict(Decimal)
    for action in actions:
        assert sum(each.amount for each in action.funding) <= action.cost.total, action.title
        for each in action.funding:
            by_status[each.status] += each.amount
    cost = sum(action.cost.total for action in actions)
    sums = [cost, by_status["secured"], by_status["pledged"], by_status["sought"], cost - sum(by_status.values())]
    notes = f"{sandoria.project.answer('plan_costed').note} {sandoria.project.answer('funding_secured').note}"
    assert not [each for each in sums if f"{each / 1_000_000:.1f}" not in notes]


def test_money_is_spent_while_the_action_runs(sandoria):
    """The years of a cost lie between start and end of the action, inside the plan."""
    plan = sandoria.project.settings.plan
    for id_, action in sandoria.project.entries("actions").items():
        years = {*action.cost.recurrent, *action.cost.capital}
        assert plan.start <= int(action.start[:4]) <= min(years), id_
        assert max(years) <= int(action.end[:4]) <= plan.end, id_


def test_every_sector_and_goal_has_gains_and_losses_in_both_directions(sandoria, catalogue):
    """The linkages are balanced: a goal or sector with only one sign or direction would teach the wrong lesson."""
    links = sandoria.project.entries("linkages").values()
    for field in ("sector", "plan_goal"):
        groups = defaultdict(list)
        for link in links:
            groups[getattr(link, field)].append(link)
        for name, each in groups.items():
            assert {"positive", "negative"} <= {link.sign for link in each}, name
    assert {link.sector for link in links} == {sector.id for sector in catalogue.sectors}
    for goal in sandoria.project.entries("plan_goals"):
        assert {link.direction for link in links if link.plan_goal == goal} == {
            "migration_to_sector",
            "sector_to_migration",
        }, goal


def test_what_is_decided_is_measured(sandoria):
    """Each objective that is kept has a result with an indicator, and actions that serve it."""
    project = sandoria.project
    measured = {indicator.measures for indicator in project.entries("indicators").values()}
    served = {id_ for action in project.entries("actions").values() for id_ in action.objectives}
    for id_, objective in project.entries("objectives").items():
        if objective.left_out_because:
            continue
        results = {result for result, each in project.entries("results").items() if each.objective == id_}
        assert results & measured, id_
        assert id_ in served, id_


def test_nothing_points_to_a_real_place(sandoria):
    """It is marked as invented: no country code, and a notice that says so."""
    settings = sandoria.project.settings
    assert (settings.sample, settings.country.iso3) == ("invented_country", None)
    assert "invented country" in settings.notice
