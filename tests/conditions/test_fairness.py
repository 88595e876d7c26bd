"""What is fair: dissent costs no condition, a dated remedy opens the gate of one that cannot be waived."""

import pytest

from mainstream_cli.rules import check

from .conftest import changed, table

COUNTRIES = table("small_countries.yaml")
VIEWS = [{"table": "A", "value": "in_place"}, {"table": "B", "value": "absent"}]


@pytest.mark.parametrize("name", [name for name, row in COUNTRIES.items() if row["as"] == "met"])
def test_dissent_costs_no_condition(country, name):
    """Views that differ, of which none is chosen, leave a condition partly secured and its gate open."""
    row = COUNTRIES[name]
    for id_, answer in row["answers"].items():
        if (answer["value"] if isinstance(answer, dict) else answer) == "in_place":
            rest = answer if isinstance(answer, dict) else {}
            case = country(changed(row, {f"answers/{id_}": {**rest, "value": None, "positions": VIEWS}}))
            found = country.standing(case, row["shows"])
            kept = id_ == "scoping_validated"  # its letter backs the condition, and it claims nothing
            assert found.status == ("met" if kept else "partly_met"), id_
            assert country.in_the_way(case.at(found.condition.needed_by), row["shows"]) == []


def test_views_that_all_say_absent_claim_nothing(country):
    """Dissent is no way in: where no table says more than absent, nothing is claimed."""
    row = COUNTRIES["c10_one_meeting_checked_all"]
    views = [{"table": "A", "value": "absent"}, {"table": "B", "value": "unknown"}]
    case = country(changed(row, {"answers/rights_review": {"positions": views}}))
    assert country.standing(case, "C10").status == "not_assessed"


def remedy(date, due):
    return {"r": {"kind": "decision", "code": "C10", "text": "Check again", "date": date, "due": due}}


@pytest.mark.parametrize(
    ("date", "due", "is_open"),
    [
        ("2026-11-01", "2027-06-30", True),
        ("2026-11-01", "2027-11-01", True),
        ("2026-11-01", "2031-01-01", False),
        ("2026-01-01", "2026-11-29", False),
        ("2026-12-24", "2027-06-30", False),
        ("2026-11-01", None, False),
    ],
)
def test_a_dated_remedy_opens_the_gate_and_changes_no_status(country, date, due, is_open):
    """Due within a year it makes a warning of the error; far, past, undated or still to be taken it does not."""
    row = changed(COUNTRIES["c10_one_meeting_checked_all"], {"objectives/nurses/rights_check/result": "open"})
    case = country(row | {"journal": remedy(date, due)}).at("goal_setting")
    assert country.standing(case, "C10").status == "claimed"
    assert (country.in_the_way(case, "C10") == []) is is_open


def test_no_remedy_opens_the_gate_of_what_did_not_pass(country):
    """A remedy is for what is still to be checked; an objective that failed is changed or left out."""
    row = changed(COUNTRIES["c10_one_meeting_checked_all"], {"objectives/nurses/rights_check/result": "failed"})
    case = country(row | {"journal": remedy("2026-11-01", "2027-06-30")}).at("goal_setting")
    assert country.standing(case, "C10").status == "not_met"
    assert country.in_the_way(case, "C10")


def test_a_remedy_opens_no_gate_of_what_can_be_waived(country):
    """Where a waiver is possible a decision is none."""
    row = changed(COUNTRIES["c03_a_committee_and_an_officer"], {"bodies": {}})
    decision = {"r": {**remedy("2026-11-01", "2027-06-30")["r"], "code": "C03"}}
    case = country(row | {"journal": decision}).at("institutions")
    assert country.in_the_way(case, "C03")


@pytest.mark.parametrize(
    ("met_on", "said"), [("2026-05-20", ["consultation"]), ("2025-12-01", ["consultation"]), ("2025-11-01", [])]
)
def test_what_runs_out_within_a_year_is_said(country, met_on, said):
    """A note names the day on which what shows a secured condition is too old; what is not secured has none."""
    row = COUNTRIES["c06_twice_a_year_in_the_village"]
    case = country(changed(row, {"bodies/council/meetings": [{"date": met_on}]}))
    found = [each for each in check(case) if each.code == "W01"]
    assert ["consultation" for each in found if "Regular consultation" in each.message] == said
    last = str(int(met_on[:4]) + 1) + met_on[4:]
    assert all((each.severity, last in each.message) == ("note", True) for each in found)


SAID = {
    "a reference of a dash": ({"kind": "sign_off", "stage": "regional", "reference": "-"}, True),
    "a reference of words alone": ({"kind": "sign_off", "stage": "regional", "reference": "The letter"}, True),
    "a reference with a number": ({"kind": "sign_off", "stage": "regional", "reference": "Décret 2026-114"}, False),
    "a source as reference": ({"kind": "sign_off", "stage": "regional", "reference": "letter"}, False),
    "a decision of a dash": ({"kind": "decision", "text": "-"}, True),
    "a decision of one word": ({"kind": "decision", "text": "نعم"}, False),
    "a reason of a number": ({"kind": "waiver", "code": "C04", "reason": "12", "until": "2026-12-31"}, True),
    "a reason of one word": ({"kind": "waiver", "code": "C04", "reason": "потом", "until": "2026-12-31"}, False),
}


@pytest.mark.parametrize("name", SAID)
def test_an_entry_of_the_journal_that_says_nothing_is_warned_of(country, name):
    """What the commands refuse is a warning where a file has it; words are not judged."""
    entry, is_short = SAID[name]
    row = {"journal": {"x": entry | {"date": "2026-11-01"}}, "sources": {"letter": {"kind": "letter"}}}
    assert [each.severity for each in check(country(row)) if each.code == "G13"] == ["warning"] * is_short


def signed(*stages):
    return {
        f"2026-0{n}-sign_off-{stage}-1": {
            "kind": "sign_off",
            "stage": stage,
            "date": f"2026-0{n}-01",
            "reference": "Letter 1",
        }
        for n, stage in enumerate(stages, 1)
    }


def test_what_is_due_stays_due_when_an_early_stage_changes(country, catalogue):
    """A stale sign-off makes no condition young again."""
    before = [stage.id for stage in catalogue.stages][: [stage.id for stage in catalogue.stages].index("scoping") + 1]
    row = COUNTRIES["c01_one_page_letter"] | {"journal": signed(*before)}
    case = country(changed(row, {"answers/political_backing": "absent", "plan_goals": {"new": {}}}))
    assert "added_value" not in case.valid  # the digest is not that of what stands there now
    found = country.standing(case, "C01")
    assert (found.status, found.due) == ("claimed", True)


@pytest.mark.parametrize(
    ("approved", "due"), [(["goal_setting"], True), (["regional"], False), (["awareness"], False), ([], False)]
)
def test_a_stage_that_is_passed_over_makes_its_conditions_due(country, approved, due):
    """Approving a later stage keeps nothing young; the regional one may come first and makes nothing due."""
    case = country(COUNTRIES["c01_one_page_letter"] | {"journal": signed(*approved)})
    assert country.standing(case, "C01").due is due


@pytest.mark.parametrize(
    ("stage", "needs"),
    [
        ("added_value", ["plan_goals"]),
        ("core_team", ["bodies"]),
        ("scoping", ["plan_goals", "linkages", "stakeholders"]),
        ("institutions", ["bodies"]),
        ("goal_setting", ["objectives"]),
        ("action_plan", ["actions", "indicators"]),
        ("capacity_financing", ["actions"]),
        ("implementation", ["milestones"]),
        ("monitoring", ["indicators"]),
    ],
)
def test_a_gate_needs_its_subject(country, stage, needs):
    """With nothing recorded a gate stays shut for every register that it is about, and a dated decision opens it."""
    shut = country.in_the_way(country({}, gate=stage), "G10")
    assert [each.ref.kind for each in shut] == needs
    none = {"kind": "decision", "code": "G10", "stage": stage, "text": "None", "date": "2026-11-01"}
    assert country.in_the_way(country({"journal": {"d": none}}, gate=stage), "G10") == []
    out = {
        "objectives": {"x": {"left_out_because": "Too dear"}},
        "actions": {"x": {"kind": "law", "status": "dropped"}},
    }
    assert [each.ref.kind for each in country.in_the_way(country(out, gate=stage), "G10")] == needs
    for wrong in ({"stage": "awareness"}, {"date": "2026-12-24"}, {"code": None}):
        assert country.in_the_way(country({"journal": {"d": none | wrong}}, gate=stage), "G10")
