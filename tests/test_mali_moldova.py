"""What the words of two samples of real countries say follows from their registers."""

import re
from decimal import Decimal

import pytest

from mainstream_cli.content import content_dir
from mainstream_cli.store import load

TEXTS = ("README.md", "CASE.md")
ROUNDED = ((1000, 1000), (10**6, 1))  # thousands written out, and whole millions


@pytest.fixture(params=["mali", "moldova"])
def sample(request, catalogue):
    return load(content_dir("sample_projects") / request.param, catalogue)


@pytest.fixture
def mali(catalogue):
    return load(content_dir("sample_projects") / "mali", catalogue).project


@pytest.fixture
def moldova(catalogue):
    return load(content_dir("sample_projects") / "moldova", catalogue).project


def figure(project, id_):
    return project.entries("figures")[id_].value


def test_large_numbers_in_the_texts_are_figures(sample):
    """A number of thousands in README.md or CASE.md is a figure, as it stands or rounded to thousands or millions."""
    exact = {abs(each.value) for each in sample.project.entries("figures").values()}
    rounded = {(value / size).quantize(Decimal(1)) * factor for value in exact for size, factor in ROUNDED}
    said = {
        Decimal(number.replace(",", ""))
        for name in TEXTS
        for number in re.findall(r"\b\d{1,3}(?:,\d{3})+\b", (sample.folder / name).read_text(encoding="utf-8"))
    }
    assert said - exact - rounded == set()
    assert said


def test_the_readme_counts_the_unknown_answers(sample):
    """How many answers are unknown is said as it is."""
    text = (sample.folder / "README.md").read_text(encoding="utf-8")
    said = re.search(r"(\d+) answers are\s+unknown", text)
    assert said
    assert int(said[1]) == sum(each.value == "unknown" for each in sample.project.answers.values())


def test_the_two_figures_on_malians_abroad_are_no_rivals(mali):
    """The ministry's figure and the international stock are two indicators, each with its definition."""
    ministry, stock = (mali.entries("figures")[id_] for id_ in ("diaspora_ministry_2016", "emigrants_2010"))
    assert ministry.indicator != stock.indicator
    assert ministry.definition
    assert stock.definition
    assert ministry.chosen_because is None


def test_mali_stands_in_scoping(mali, catalogue):
    """Nothing is answered or recorded that belongs to a stage after the situation analysis, and no sector sheet is begun."""
    begun = {catalogue.questions[id_].home for id_ in mali.answers}
    assert begun == {"added_value", "core_team", "awareness", "scoping", "institutions", "situation"}
    assert not any(mali.entries(each) for each in ("objectives", "results", "actions", "indicators", "criteria"))


def test_the_followed_indicators_of_moldova_say_what_the_figures_say(moldova):
    """What monitoring reports for the four followed indicators is in the register of figures."""
    said = {id_: each.note for id_, each in moldova.entries("indicators").items()}
    corridors = [figure(moldova, f"transfer_cost_{each}_2016") for each in ("deu", "ita", "rus")]
    costly = sum(each > 5 for each in corridors)
    assert costly == 2
    assert "two in 2016" in said["costly_corridors"]
    assert f"{figure(moldova, 'transfer_cost_2015'):.1f}% in 2015" in said["transfer_cost_average"]
    assert f"{figure(moldova, 'hdi_2015')} in 2015" in said["human_development"]
    assert f"{figure(moldova, 'participation_2015'):.1f}% in 2015" in said["labour_participation"]


def test_no_priority_of_moldova_2020_names_migration(moldova):
    """The caveat of the sample holds: seven goals, none on migration, and nobody is made responsible for one."""
    goals = moldova.entries("plan_goals").values()
    assert len(goals) == 7
    assert not any("migra" in goal.title.casefold() or goal.responsible for goal in goals)
