"""The criteria of conditions can be reached by an honest team, and by no other."""

import pytest

from mainstream_cli.rules import assess


def status(case, code):
    return next(each.status for each in assess(case) if each.condition.code == code)


def linkage(sign, **fields):
    return {"title": sign, "sector": "health", "direction": "migration_to_sector", "sign": sign} | fields


def test_a_search_that_found_no_costs_secures_the_balanced_view(made):
    """Only gains are partly secured; with the record that costs were looked for and none found, it is secured."""
    answers = {"balanced_linkages": "in_place"}
    gains = {"gain": linkage("positive")}
    searched = {"loss": linkage("negative", strength="none", evidence="Looked for in the survey of 2024.")}
    assert status(made(answers, linkages=gains), "C17") == "partly_met"
    assert status(made(answers, linkages=gains | searched), "C17") == "met"


@pytest.mark.parametrize(
    ("handover", "expected"), [("in_place", "met"), ("absent", "partly_met"), ("unknown", "partly_met")]
)
def test_commitment_outlasts_a_government_and_a_colleague(made, handover, expected):
    """A mandate that survives an election is not enough while nobody knows how a member hands over."""
    answers = {"mandate_continuity": "in_place", "core_team_continuity": handover}
    assert status(made(answers), "C15") == expected
