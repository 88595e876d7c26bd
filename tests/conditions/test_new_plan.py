"""A new plan asks anew: what was claimed and approved for a plan that has ended is history."""

import re

from .conftest import changed, table


def plan_of(folder, start, end):
    file = folder / "mainstream.yaml"
    text = re.sub(r"(?m)^(  start: ).*$", rf"\g<1>{start}", file.read_text(encoding="utf-8"))
    file.write_text(re.sub(r"(?m)^(  end: ).*$", rf"\g<1>{end}", text), encoding="utf-8")


def standing(run, day):
    found = {each["code"]: each for each in run("check", "--format", "json", "--today", day).json["conditions"]}
    return found["C01"]


def begin(run, project):
    """Claim, show and approve the first stage for a plan from 2026 to 2030."""
    plan_of(project, 2026, 2030)
    run("set", "sources/order", "title=Order 12", "kind=law", "date=2026-03-12")
    run("set", "plan_goals/health", "title=Health staff in every district")
    for question in ("political_backing", "core_team_mandate"):
        run("set", question, "in_place", "--source", "order", "--today", "2026-05-01")
    for stage in run("status", "--format", "json").json["stages"][:1]:
        for finding in run("check", stage["id"], "--format", "json").json["findings"]:
            if finding["severity"] == "error" and finding["code"] == "A01":
                run("set", finding["where"]["id"], "unknown", "--note", "Open", "--today", "2026-05-01")
    return run("sign", "added_value", "--by", "planning_office", "--reference", "Letter 3", "--today", "2026-06-01")


def test_a_new_plan_asks_anew_and_deletes_nothing(run, project):
    """When the plan of a signature has ended, its claims are asked again, its stage is not signed, its entry stays."""
    assert begin(run, project).code == 0
    assert standing(run, "2026-06-02")["status"] == "met"
    plan_of(project, 2031, 2035)
    later = standing(run, "2030-06-02")
    assert (later["status"], later["evidence"]) == ("not_assessed", "seen")
    assert "answered for a plan that has ended" in later["because"][0]
    assert run("status", "--format", "json").json["stages"][0]["signed"] is None
    assert len(list((project / "journal").glob("*-sign_off-*"))) == 1
    run("set", "political_backing", "in_place", "--source", "order", "--today", "2030-06-03")
    run("set", "core_team_mandate", "in_place", "--source", "order", "--today", "2030-06-03")
    assert standing(run, "2030-06-03")["status"] == "met"


def test_a_plan_that_is_extended_is_no_new_plan(run, project):
    """A longer plan, or another first year while it is written, leaves claims and signatures as they are."""
    assert begin(run, project).code == 0
    plan_of(project, 2027, 2035)
    assert standing(run, "2026-06-02")["status"] == "met"
    assert run("status", "--format", "json").json["stages"][0]["signed"]["stale"] is False


def test_what_was_approved_for_an_earlier_plan_makes_no_hearing_late(country):
    """People who are heard for a new plan are heard in time, whenever the objectives of the plan before were approved."""
    row = table("small_countries.yaml")["c04_no_association_exists"]
    earlier = {
        "kind": "sign_off",
        "stage": "goal_setting",
        "period": "2015-2025",
        "date": "2014-11-01",
        "reference": "No 1",
    }
    assert country.standing(country(row | {"journal": {"s": earlier}}), "C04").status == "met"


def test_that_there_was_nothing_to_record_holds_for_its_plan_alone(country):
    """A decision that a plan which has ended needs no objective opens no gate of the next one."""
    row = table("small_countries.yaml")["c10_no_objective_deserves_a_place"]
    signed = {
        "kind": "sign_off",
        "stage": "goal_setting",
        "period": "2015-2025",
        "date": "2014-11-01",
        "reference": "No 1",
    }
    assert not country.in_the_way(country(row, gate="goal_setting"), "G10")
    old = changed(row, {"journal/s": signed, "journal/d/date": "2014-10-01"})
    assert country.in_the_way(country(old, gate="goal_setting"), "G10")
