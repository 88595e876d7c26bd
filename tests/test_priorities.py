"""Candidate objectives are compared by the criteria of the team, openly."""

from fractions import Fraction

import pytest

from mainstream_cli.model.project import Project, Settings
from mainstream_cli.model.registers.results import Criterion, Objective
from mainstream_cli.numbers.priorities import priorities

SETTINGS = {
    "schema": 1,
    "catalogue": {"edition": "x", "sha256": "y"},
    "country": {"name": "Sandoria"},
    "plan": {"name": "Plan", "start": 2026, "end": 2030},
    "timing": "in_plan",
}
CRITERIA = {"reach": ("People reached", 2), "cost": ("Cost", 1), "voice": ("Political support", 0)}
SCORES = {
    "fees": {"north": (5, 2), "south": (4, 1)},
    "school": {"north": (3, 5), "south": (3, 5)},
    "bonds": {"north": (1, 1)},
}


def candidates(scores=SCORES, criteria=CRITERIA, **fields):
    return Project(
        Settings.model_validate(SETTINGS),
        registers={
            "criteria": {id_: Criterion(title=title, weight=weight) for id_, (title, weight) in criteria.items()},
            "objectives": {
                id_: Objective(
                    title=id_.capitalize(),
                    scores=[
                        {"table": table, "criterion": criterion, "score": score}
                        for table, values in tables.items()
                        for criterion, score in zip(criteria, values, strict=False)
                    ],
                    **fields.get(id_, {}),
                )
                for id_, tables in scores.items()
            },
        },
    )


def test_the_score_is_the_weighted_mean_of_the_tables():
    """A criterion counts the mean of its tables; the score weighs the criteria; a weight of 0 counts nothing."""
    result = priorities(candidates())
    scores = {each.id: each.score for each in result.ranking}
    assert scores == {"fees": Fraction(7, 2), "school": Fraction(11, 3), "bonds": Fraction(1)}
    assert [(each.id, each.rank) for each in result.ranking] == [("school", 1), ("fees", 2), ("bonds", 3)]
    assert result.ranking[1].by_table == {"north": Fraction(4), "south": Fraction(3)}
    assert result.tables == ("north", "south")


def test_equal_candidates_share_a_rank():
    """Exact equals share a rank, also in thirds; the next one is counted from all before it."""
    tables = {"a": (1, 2), "b": (2, 2), "c": (2, 2)}
    result = priorities(candidates({"one": tables, "two": dict(reversed(tables.items())), "three": {"a": (1, 1)}}))
    assert [(each.id, each.rank) for each in result.ranking] == [("one", 1), ("two", 1), ("three", 3)]


def test_a_candidate_without_all_scores_has_no_place():
    """Who lacks a score on a criterion that counts is not ranked, and it is said which one is missing."""
    result = priorities(candidates({**SCORES, "new": {"north": (5,)}}))
    assert "new" not in {each.id for each in result.ranking}
    assert [(each.id, each.missing) for each in result.unscored] == [("new", ("cost",))]


def test_the_order_is_tried_under_other_weights():
    """Each weight is halved, doubled and left out; what moves is named, and whether the first place does."""
    found = {(each.criterion, each.change): each for each in priorities(candidates()).variations}
    assert set(found) == {(one, two) for one in ("reach", "cost") for two in ("halved", "doubled", "left out")}
    assert found["cost", "left out"].order == ("fees", "school", "bonds")
    assert found["cost", "left out"].moved == {"fees": 1, "school": 2}
    assert found["cost", "left out"].first_changes
    assert found["cost", "doubled"].moved == {}
    assert found["reach", "doubled"].weight == 4


@pytest.mark.parametrize("criteria", [{}, {"reach": ("People reached", 0)}, {"reach": ("People reached", 1)}])
def test_too_little_to_compare_is_no_failure(criteria):
    """No criterion, one without weight, or one alone: there is nothing to vary, and nothing breaks."""
    assert priorities(candidates(criteria=criteria)).variations == ()


def test_a_table_scores_once(project, run):
    """A second score of one table for one criterion, a score of 6 and an unknown criterion are refused."""
    run("set", "criteria/reach", "title=People reached")
    for scores, word in (
        ("[{table: n, criterion: reach, score: 1}, {table: n, criterion: reach, score: 2}]", "one score of the table"),
        ("[{table: n, criterion: reach, score: 6}]", "at most 5"),
        ("[{table: n, criterion: reech, score: 3}]", "Did you mean 'reach'"),
    ):
        refused = run("set", "objectives/fees", "title=Lower fees", f"scores={scores}")
        assert refused.code == 1
        assert word in refused.err


def test_the_facilitator_sees_the_order(project, run):
    """The verb says what to do first, then the order, what is left out and why, and how firm it is."""
    assert "Agree on them before anything is scored" in run("priorities").out
    run("set", "criteria/reach", "title=People reached", "weight=2")
    run("set", "criteria/cost", "title=Cost")
    assert "No candidate has a score on every criterion yet" in run("priorities").out
    for id_, (reach, cost) in {"fees": (4, 2), "school": (3, 5), "bonds": (1, 1)}.items():
        scores = f"[{{table: n, criterion: reach, score: {reach}}}, {{table: n, criterion: cost, score: {cost}}}]"
        assert run("set", f"objectives/{id_}", f"title={id_.capitalize()}", f"scores={scores}").code == 0
    run("set", "objectives/bonds", "left_out_because=No legal basis before 2028")
    run("set", "objectives/new", "title=New idea")
    shown = run("priorities")
    assert shown.code == 0
    for words in (
        "- Bonds",
        "No legal basis before 2028",
        "New idea: ",
        "the first place changes",
        "Cost left out b a c",
    ):
        assert words in " ".join(shown.out.split())
    document = run("priorities", "--format", "json").json
    assert [each["id"] for each in document["ranking"]] == ["school", "fees", "bonds"]
    assert document["ranking"][0]["score"] == "3.67"
    assert document["unscored"][0]["missing"] == ["cost", "reach"]
    assert {"criterion", "change", "weight", "order", "moved", "first_changes"} == set(document["sensitivity"][0])
    assert run("check").code == 0


def test_a_left_out_candidate_holds_up_nothing(project, run):
    """The conditions on rights and gender ask nothing of a candidate that is left out."""
    for question in ("rights_review", "gender_analysis", "age_child_analysis"):
        run("set", question, "in_place")
    run("set", "stakeholders/ombudsman", "title=Ombudsman", "kind=agency")
    checks = [
        f"{check}.{field}"
        for check in ("rights_check", "gender_check", "child_check")
        for field in ("result=passed", "finding=Fees fall for all", "by=ombudsman", "date=2026-03-02")
    ]
    run("set", "objectives/fees", "title=Fees", "owner=bank", *checks)
    run("set", "objectives/bonds", "title=Bonds", "left_out_because=No legal basis")
    status = {each["code"]: each["status"] for each in run("check", "--format", "json").json["conditions"]}
    assert (status["C10"], status["C11"]) == ("met", "met")
    run("set", "objectives/bonds", "left_out_because=")
    status = {each["code"]: each["status"] for each in run("check", "--format", "json").json["conditions"]}
    assert (status["C10"], status["C11"]) == ("claimed", "claimed")
