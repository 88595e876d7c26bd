"""The situation analysis, the migration profile and the sector sheets say what is known, and what is not."""

from collections.abc import Callable
from typing import Any

import pytest

from mainstream_cli.content.reference import load_profile
from mainstream_cli.documents.kinds import DOCUMENTS, Dossier
from mainstream_cli.model.catalogue import Catalogue

Data = dict[str, Any]
Build = Callable[..., Any]


@pytest.fixture
def built(sandoria: Data, material: Callable[..., Dossier]) -> Build:
    """Build a document from the plain data of the invented country with other registers."""

    def build(name: str, **registers: Any) -> Any:
        return DOCUMENTS[name].build(material({**sandoria, "registers": {**sandoria["registers"], **registers}}))

    return build


def figure(**fields: Any) -> Data:
    usual = {"title": "People", "indicator": "people", "year": 2020, "value": "100", "unit": "persons", "source": "s"}
    return {**usual, "edition": "first", **fields}


def test_a_goal_shows_effects_of_both_directions_and_what_is_not_recorded(built: Build) -> None:
    links = {
        "in": {"title": "In", "plan_goal": "g", "direction": "migration_to_sector", "sign": "positive"},
        "out": {"title": "Out", "plan_goal": "g", "direction": "sector_to_migration", "sign": "positive"},
    }
    goals = {"g": {"title": "Goal", "code": "1"}, "h": {"title": "Other", "code": "2"}}
    first, second = built("situation_analysis", linkages=links, plan_goals=goals).goals.rows
    assert [row.title for row in first.effects.rows] == ["In", "Out"]
    assert first.missing == ("Not recorded at this goal: nothing that harms; say whether it was searched for.",)
    assert second.missing == (
        "No effect is recorded at this goal. That says nothing yet: say whether one was searched for.",
    )


def test_an_effect_at_a_sector_without_a_goal_is_not_lost(built: Build) -> None:
    link = {"title": "At sea", "sector": "trade", "direction": "sector_to_migration", "sign": "mixed"}
    analysis = built("situation_analysis", linkages={"x": link})
    trade = next(each for each in analysis.sectors if each.title == "Trade")
    assert [row.title for row in trade.effects.rows] == ["At sea"]
    row = next(each for each in analysis.overview if each.end == "Trade")
    assert (row.inward, row.outward) == ("Not recorded", "1 mixed")


def test_low_confidence_and_unknown_signs_are_counted_on_the_first_page_of_text(built: Build) -> None:
    link = {"title": "x", "sector": "trade", "direction": "sector_to_migration", "sign": "unknown", "confidence": "low"}
    opening = built("situation_analysis", linkages={"x": link}).opening
    assert "The sign of 1 effect is not known yet." in opening
    assert "1 effect held with low confidence." in opening


def test_a_trend_stays_within_one_edition(built: Build) -> None:
    """Two years of one edition make a trend; the same thing in another edition, source or territory does not."""
    figures = {
        "a": figure(),
        "b": figure(year=2024, value="150"),
        "c": figure(year=2025, value="900", edition="second"),
        "d": figure(year=2026, value="950", territory="Capital"),
    }
    profile = built("migration_profile", figures=figures)
    (trend,) = profile.trends
    assert trend.points == "2020: 100\n2024: 150"
    assert trend.change == "+50 from 2020 to 2024 (about +50%)"
    assert profile.not_compared[0].startswith("1 thing stands in more than one source or edition")


def test_a_definition_told_once_holds_for_the_series_and_two_definitions_part_it(built: Build) -> None:
    told = {"a": figure(definition="D"), "b": figure(year=2024), "c": figure(year=2025)}
    assert len(built("migration_profile", figures=told).trends[0].points.splitlines()) == 3
    parted = {
        "a": figure(definition="D"),
        "b": figure(year=2024, definition="E"),
        "c": figure(year=2025, definition="E"),
    }
    (trend,) = built("migration_profile", figures=parted).trends
    assert trend.points == "2024: 100\n2025: 100"


def test_two_values_of_one_year_and_edition_are_rivals_and_no_trend(built: Build) -> None:
    assert built("migration_profile", figures={"a": figure(), "b": figure(value="140")}).trends == ()


def test_a_share_changes_in_points_and_not_in_percent_of_percent(built: Build) -> None:
    figures = {"a": figure(unit="% of GDP", value="20"), "b": figure(unit="% of GDP", value="15.5", year=2024)}
    (trend,) = built("migration_profile", figures=figures).trends
    assert trend.change == "\u22124.5 from 2020 to 2024"


def test_every_indicator_of_the_menu_has_a_figure_or_stands_among_the_gaps(built: Build, catalogue: Catalogue) -> None:
    menu = load_profile(catalogue)
    figures = {"a": figure(indicator="emigrant_stock"), "b": figure(indicator="own_thing")}
    profile = built("migration_profile", figures=figures)
    assert len(profile.menu) == len(menu.indicators) - 1
    assert [group.title for group in profile.groups] == ["Part IV: Migration", "Other figures of the team"]
    assert next(row.recorded for row in profile.coverage if row.title == "Part IV: Migration").startswith("1 of ")


def test_a_sector_sheet_holds_what_belongs_to_the_sector_and_nothing_else(full: Dossier, catalogue: Catalogue) -> None:
    sheets: Any = DOCUMENTS["sector_sheet"].build(full)
    order = [sector.title for sector in catalogue.sectors]
    assert [page.title for page in sheets.sectors] == sorted((p.title for p in sheets.sectors), key=order.index)
    health = next(page for page in sheets.sectors if page.title == "Health services")
    own = {each.title for each in full.project.actions_in("health").values()}
    assert {row.title.removesuffix(" (illustrative)") for row in health.actions} == own
    assert {gap.where for gap in health.gaps} <= {"Health services", ""}
    assert len(sheets.sectors) + len(sheets.others) == len(catalogue.sectors)


def test_questions_of_a_sector_without_an_answer_are_named(full: Dossier) -> None:
    sheets: Any = DOCUMENTS["sector_sheet"].build(full)
    pages = [page for page in sheets.sectors if page.unanswered]
    assert pages
    assert all(page.unanswered.startswith("Questions without an answer yet: ") for page in pages)
