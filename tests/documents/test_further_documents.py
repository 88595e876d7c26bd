"""What the documents for the team, for monitoring and for partners say about a project."""

from collections.abc import Callable
from typing import Any

import pytest

from mainstream_cli.content.reference import load_evaluation
from mainstream_cli.documents.kinds import DOCUMENTS, Dossier
from mainstream_cli.model.catalogue import Catalogue

Data = dict[str, Any]


def built(name: str, material: Dossier) -> Any:
    return DOCUMENTS[name].build(material)


def test_the_team_is_told_what_each_stage_delivers_and_which_steps_are_dated(full: Dossier) -> None:
    rows = {row.stage.split(" ", 1)[1]: row for row in built("terms_of_reference", full).task_rows}
    assert len(rows) == len(full.catalogue.stages)
    assert all(row.delivers for row in rows.values())
    assert "30 June 2026: Proposal submitted (owner: PC)" in rows["Scoping and proposal"].steps
    assert rows["Monitoring and evaluation"].steps == "No step of this stage is in the work plan yet"


def test_the_team_sees_to_the_conditions_of_the_first_stages_only(full: Dossier) -> None:
    conditions = built("terms_of_reference", full).conditions
    assert conditions
    assert {each.needed_by for each in conditions} <= {"Scoping and proposal", "Awareness", "Core team", "Added value"}


def test_the_calendar_of_monitoring_holds_every_dated_value_and_step(full: Dossier) -> None:
    years = {row.year: row for row in built("monitoring_framework", full).years}
    assert list(years) == ["2027", "2028", "2029", "2030"]
    assert years["2028"].figures == "Vacant posts in district hospitals: 12 (%)"
    assert years["2030"].figures == "Vacant posts in district hospitals: target 8 (%)"
    assert "Half of the districts" in years["2027"].steps


def test_owners_of_indicators_stand_in_alphabetical_order_and_the_missing_one_last(full: Dossier) -> None:
    owners = built("monitoring_framework", full).owners
    assert [row.owner for row in owners] == ["Ministry of Health", "No owner named yet"]


def test_the_evaluation_has_six_criteria_that_are_marked_as_suggested(full: Dossier, catalogue: Catalogue) -> None:
    plan = built("evaluation_plan", full)
    named = ["Relevance", "Coherence", "Effectiveness", "Efficiency", "Impact", "Sustainability"]
    assert [row.title for row in plan.criteria] == named
    assert "suggested by this toolkit" in plan.about
    assert load_evaluation(catalogue).source.basis == "suggested"
    here = {row.title: row.here for row in plan.criteria}
    assert here["Effectiveness"] == "2 indicators, 1 of them with a baseline."
    assert here["Efficiency"] == "2 of 4 actions costed."


def test_dates_of_the_evaluation_stand_in_order(sandoria: Data, material: Callable[..., Dossier]) -> None:
    answers = {**sandoria["answers"], "monitoring_mid_term": {"value": "2030-03-01"}}
    events = built("evaluation_plan", material({**sandoria, "answers": answers})).events
    assert [(each.when, each.what) for each in events] == [
        ("1 March 2030", "Mid-term review begins"),
        ("End of 2030", "1 target of an indicator is due"),
        ("End of 2035", "Sandoria 2035 ends"),
    ]


def test_partners_see_what_is_not_secured_and_how_much_is_left_out(full: Dossier) -> None:
    brief = built("partner_brief", full)
    assert [row.title for row in brief.support] == [
        "Hold job fairs in three regions",
        "Pay a bonus to nurses in rural districts [1]",
        "Record the reason for leaving",
    ]
    assert [row.number for row in brief.support] == ["A1", "A2", "A3"]
    assert brief.support_note == "The table leaves out 1 action that is fully secured:"
    assert brief.secured == ("A4 Recognise skills of people who return (illustrative)",)
    assert brief.support[0].gap == "Gap not known: not costed"


def test_money_by_source_is_in_alphabetical_order_and_in_its_own_currency(full: Dossier) -> None:
    sources = built("partner_brief", full).sources
    assert [row.source for row in sources] == ["Health fund", "Partner fund", "State budget"]
    assert [(row.secured, row.pledged, row.sought) for row in sources] == [
        ("–", "SDL 500,000", "–"),
        ("EUR 60,000", "–", "–"),
        ("SDL 1,000,000", "–", "–"),
    ]


def test_every_action_of_the_brief_has_one_number_and_its_title_stands_beside_it_once(full: Dossier) -> None:
    brief = built("partner_brief", full)
    told = [row.number for row in brief.support] + [line.split()[0] for line in brief.secured]
    assert sorted(told) == [f"A{place}" for place in range(1, len(full.project.entries("actions")) + 1)]
    named = {number for row in brief.does for number in f"{row.leads}, {row.takes_part}".split(", ") if number}
    assert named <= set(told)


def test_a_document_lists_the_short_forms_that_it_uses_and_no_others(full: Dossier) -> None:
    brief = built("partner_brief", full)
    assert "MoH" in {each.short for each in brief.abbreviations}
    assert built("record_of_decisions", full).abbreviations == ()
    every = {each.short for each in built("terms_used", full).abbreviations}
    assert {each.short for each in brief.abbreviations} < every


def test_who_does_what_names_leads_and_partners(full: Dossier) -> None:
    rows = {row.title: row for row in built("partner_brief", full).does}
    assert rows["Ministry of Health"].leads == "A2, A3"
    assert rows["Ministry of Finance"].takes_part == "A2"
    assert rows["Ministry of Finance"].leads == ""


@pytest.mark.parametrize("name", ["terms_of_reference", "monitoring_framework", "evaluation_plan", "partner_brief"])
def test_with_an_empty_project_every_section_says_what_is_missing(name: str, empty: Dossier) -> None:
    document = built(name, empty).model_dump()
    sections = [each for each in document.values() if isinstance(each, dict) and "answers" in each]
    assert len(sections) > 1
    assert all(each["missing"] for each in sections)


def test_the_terms_are_given_once_in_alphabetical_order_with_a_basis_where_a_document_has_one(full: Dossier) -> None:
    terms = built("terms_used", full)
    names = [[row.term for row in group.terms] for group in terms.groups[:-1]]
    assert all(group == sorted(group, key=str.lower) for group in names)
    flat = [name for group in names for name in group]
    assert len(flat) == len(set(flat)) > 50
    bases = [row.basis for group in terms.groups for row in group.terms if row.basis]
    assert bases
    assert all(any(f"[{work.number}]" in basis for work in terms.references) for basis in bases)


def test_the_questionnaire_asks_the_core_questions(full: Dossier, catalogue: Catalogue) -> None:
    form = built("questionnaire", full)
    asked = [question.number for sheet in form.sheets for section in sheet.sections for question in section.questions]
    assert asked == [each.number for each in catalogue.questions.values() if each.core]
    assert all(question.why for sheet in form.sheets for section in sheet.sections for question in section.questions)
