"""What the texts of the Bangladesh sample say follows from its registers, so that a trainer can rely on them."""

from collections import defaultdict
from decimal import Decimal

import pytest

from mainstream_cli.content import content_dir
from mainstream_cli.numbers.priorities import priorities
from mainstream_cli.rules import Case, check
from mainstream_cli.store import load

SHARES = {  # in per cent, as answers, notes and CASE.md say them
    ("emigrants_women_2010", "emigrants_2010"): "32",
    ("emigrants_men_2010", "emigrants_2010"): "68",
    ("immigrants_women_2010", "immigrants_2010"): "47",
    ("immigrants_mmr_2010", "immigrants_2010"): "17",
    ("destination_are_2010", "emigrants_2010"): "11",
    ("destination_sau_2010", "emigrants_2010"): "16",
    ("remittances_usd_2012", "gdp_2012"): "10.6",
}


@pytest.fixture(scope="module")
def bangladesh(catalogue):
    return load(content_dir("sample_projects") / "bangladesh", catalogue)


@pytest.fixture(scope="module")
def order(bangladesh):
    return priorities(bangladesh.project)


@pytest.mark.parametrize(("part", "whole"), SHARES)
def test_shares_said_in_words_are_right(bangladesh, part, whole):
    """A share that a text of the sample names follows from the figures."""
    figures = bangladesh.project.entries("figures")
    said = Decimal(SHARES[part, whole])
    assert (figures[part].value * 100 / figures[whole].value).quantize(said) == said


def test_women_and_men_add_up(bangladesh):
    """Women and men abroad add up to all who are abroad."""
    figures = bangladesh.project.entries("figures")
    both = figures["emigrants_women_2010"].value + figures["emigrants_men_2010"].value
    assert both == figures["emigrants_2010"].value


def test_no_figure_is_of_a_year_after_the_reference_date(bangladesh):
    """The sample stands at the end of 2014 and knows no later value, but for what a note calls later."""
    last = bangladesh.project.settings.as_of.year
    assert {id_ for id_, each in bangladesh.project.entries("figures").items() if each.year > last} == set()


def test_trends_rest_on_one_edition(bangladesh):
    """Five indicators and more have three years of one edition, source and group, so that a trend can be drawn."""
    years = defaultdict(set)
    for figure in bangladesh.project.entries("figures").values():
        years[figure.indicator, figure.source, figure.edition, figure.group].add(figure.year)
    assert len({key[0] for key, known in years.items() if len(known) >= 3}) >= 5


def test_every_goal_has_both_directions_and_more_than_one_sign(bangladesh):
    """No goal of the plan is shown as only helped, only harmed, or only acted upon."""
    links = bangladesh.project.entries("linkages").values()
    for goal in bangladesh.project.entries("plan_goals"):
        own = [link for link in links if link.plan_goal == goal]
        assert len({link.direction for link in own}) == 2, goal
        assert {"positive", "negative"} <= {link.sign for link in own}, goal


def test_one_candidate_is_flawed_on_purpose_and_says_so(bangladesh, catalogue):
    """Movement as an aim is noted for the teaching example and for nothing else, and its title warns the reader."""
    case = Case(bangladesh.project, bangladesh.public, catalogue, bangladesh.project.settings.as_of)
    assert [each.ref.id for each in check(case) if each.code == "K14"] == ["more_deployments"]
    flawed = bangladesh.project.entries("objectives")["more_deployments"]
    assert flawed.title.startswith("Flawed on purpose")
    assert flawed.origin == "illustrative"


def test_the_first_place_is_firm_and_the_next_five_are_not(order):
    """CASE.md says so of the fifteen variations, and that only the criterion on rights holds the flawed one last."""
    assert len(order.variations) == 15
    assert {each.order[0] for each in order.variations} == {"fair_recruitment"}
    assert len({each.order[1:6] for each in order.variations}) > 5
    last = {(each.criterion, each.change) for each in order.variations if each.order[-1] != "more_deployments"}
    assert {criterion for criterion, _ in last} == {"rights"}
    assert len(last) == 1


def test_nothing_is_decided_yet(bangladesh):
    """Objectives are in work: none is validated or left out, and no action has begun."""
    objectives = bangladesh.project.entries("objectives").values()
    assert [each.title for each in objectives if each.validated or each.left_out_because] == []
    assert {each.status for each in bangladesh.project.entries("actions").values()} == {"not_started"}
