"""What holds of every condition, whatever a team recorded."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mainstream_cli.model.relations import Tally, leaves
from mainstream_cli.rules import assess
from mainstream_cli.rules.assessing import status_of, valid_until
from mainstream_cli.rules.conditions import manual

from .conftest import TODAY, table

RANKS = {"not_assessed": 0, "not_met": 0, "claimed": 1, "partly_met": 2, "met": 3}
CLAIMS = {"none": 0, "absent": 0, "partly": 2, "in_place": 3}
EVIDENCE = {"against": 0, "none": 1, "some": 2, "seen": 3}
COUNTRIES = table("small_countries.yaml")
PARTS = ("sources", "stakeholders", "bodies", "sessions", "milestones", "plan_goals", "datasets", "linkages")
PARTS += ("objectives", "actions", "indicators", "journal")
quick = settings(max_examples=40, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def rows(draw):
    """A country made of the registers and answers of up to four small countries, some answers changed."""
    chosen = draw(st.lists(st.sampled_from(sorted(COUNTRIES)), min_size=1, max_size=4, unique=True))
    row = {}
    for name in chosen:
        for part, entries in COUNTRIES[name].items():
            if isinstance(entries, dict):
                row[part] = row.get(part, {}) | entries
    said = st.sampled_from(["in_place", "partly", "absent", "unknown", "not_applicable"])
    for id_ in draw(st.lists(st.sampled_from(sorted(row["answers"])), max_size=3, unique=True)):
        row["answers"] = row["answers"] | {id_: {"value": draw(said), "reason": "x"}}
    return row


def ranks(case):
    return {each.condition.code: RANKS[each.status] for each in assess(case)}


@quick
@given(rows())
def test_status_is_the_lesser_of_claim_and_evidence(country, row):
    """No condition is better than what is claimed of it, nor than what is seen of it."""
    for each in assess(country(row)):
        assert RANKS[each.status] <= min(CLAIMS[each.claim], EVIDENCE[each.evidence]), each.condition.code


@quick
@given(rows(), rows())
def test_a_register_never_lifts_a_condition_above_its_claim(country, row, more):
    """Whatever is added to the registers, the claim is the same and bounds the status."""
    added = {part: row.get(part, {}) | more.get(part, {}) for part in PARTS}
    before, after = country(row), country(row | added)
    for old, new in zip(assess(before), assess(after), strict=True):
        assert (old.claim, RANKS[new.status] <= CLAIMS[old.claim]) == (new.claim, True), new.condition.code


def asks_for_none(condition, part):
    """A condition that some entries of a register can stand in the way of, so that fewer of them can be better."""
    relations = [line.holds for line in (*condition.seen, *condition.some)]
    wanted = (leaf for relation in relations for leaf in leaves(relation) if isinstance(leaf, Tally))
    fewer = any(leaf.register == part and (leaf.count or ("", 1))[0] in ("is", "at_most") for leaf in wanted)
    against = [leaf for line in condition.against for leaf in leaves(line.holds) if isinstance(leaf, Tally)]
    return fewer or any(leaf.register == part for leaf in against)


@quick
@given(rows(), st.sampled_from(PARTS))
def test_emptying_a_register_secures_nothing(country, row, part):
    """With less on record no condition is better, but where what was deleted stood in its way."""
    before, after = ranks(country(row)), country(row | {part: {}})
    for each in assess(after):
        code = each.condition.code
        assert RANKS[each.status] <= before[code] or asks_for_none(each.condition, part), code


@quick
@given(rows(), st.integers(1, 4000))
def test_time_alone_secures_nothing(country, row, days):
    """Of what has happened already no condition is better on a later day."""
    case = country(row)
    later = replace(case, today=TODAY + datetime.timedelta(days=days))
    before = ranks(case)
    for each in assess(later):
        assert RANKS[each.status] <= before[each.condition.code], each.condition.code


@pytest.mark.parametrize("name", COUNTRIES)
def test_valid_until_is_the_last_day_of_a_status(country, name):
    """On that day a condition stands as it does today, and on the next it does not."""
    row = COUNTRIES[name]
    case = country(row)
    found = country.standing(case, row["shows"])
    last = valid_until(case, found)
    if last is None:
        assert country.standing(country(row, TODAY.replace(year=2190)), row["shows"]).status == found.status
    else:
        after = country(row, last + datetime.timedelta(days=1))
        assert country.standing(country(row, last), row["shows"]).status == found.status
        assert country.standing(after, row["shows"]).status != found.status


def test_every_pair_of_claim_and_evidence_has_its_status():
    """The table of the design, whole."""
    table_ = {
        ("in_place", "seen"): "met",
        ("in_place", "some"): "partly_met",
        ("in_place", "none"): "claimed",
        ("in_place", "against"): "not_met",
        ("partly", "seen"): "partly_met",
        ("partly", "some"): "partly_met",
        ("partly", "none"): "claimed",
        ("partly", "against"): "not_met",
        **{("absent", evidence): "not_met" for evidence in EVIDENCE},
        **{("none", evidence): "not_assessed" for evidence in EVIDENCE},
    }
    assert {pair: status_of(*pair) for pair in table_} == table_
    assert len(table_) == len(CLAIMS) * len(EVIDENCE)


def test_a_gate_that_asks_for_a_condition_says_that_it_is_due(country, catalogue):
    """Where a gate of an earlier stage asks for a condition, what is missing is not called due at a later stage."""
    asked = [(stage.id, code) for stage in catalogue.stages for code in stage.gate.conditions]
    assert ("awareness", "C05") in asked
    for stage, code in asked:
        assert country.standing(country({}, gate=stage), code).due, (stage, code)


def test_the_page_of_a_condition_has_no_empty_line(catalogue):
    """What does not exist, such as a contradiction of a condition that has none, has no heading either."""
    for condition in catalogue.conditions:
        assert all(text for _, text in manual(catalogue, condition)), condition.code


def test_what_a_signature_proves_is_not_asked_before_it(catalogue):
    """Whether the proposal was approved is read from its signature: no gate asks for an answer or a document first."""
    question = catalogue.questions["scoping_validated"]
    assert not question.core
    assert question.evidence != "required"
