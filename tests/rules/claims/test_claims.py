"""Faults of answers, of the mandate and of consultations are found at their field; near-misses pass."""

from dataclasses import replace

import pytest

from mainstream_cli.model.journal import SignOff
from mainstream_cli.model.project import Ref
from mainstream_cli.rules import digest

LETTER = {"title": "Cabinet order 12", "kind": "letter", "author": "Cabinet", "year": 2026}
IN_PLACE = {"value": "in_place", "sources": ["order"]}


@pytest.mark.parametrize(
    ("answers", "source", "place"),
    [
        ({"core_team_mandate": IN_PLACE}, {}, ("core_team_mandate", ("sources", 0))),
        ({"political_backing": IN_PLACE}, {}, ("political_backing", ("sources", 0))),
        ({"political_backing": {"value": "in_place"}}, {}, ("political_backing", ("value",))),
        ({"political_backing": IN_PLACE, "core_team_mandate": "absent"}, {}, ("political_backing", ("sources", 0))),
        ({"core_team_mandate": IN_PLACE}, {"date": "2026-05-02"}, None),
        ({"core_team_mandate": IN_PLACE}, {"title": "Cabinet order 12 of 2 May 2026"}, None),
        ({"core_team_mandate": IN_PLACE | {"note": "Signed on 2026-05-02."}}, {}, None),
        ({"core_team_mandate": IN_PLACE, "political_backing": "in_place"}, {"date": "2026-05-02"}, None),
        ({"core_team_mandate": {"value": "partly"}, "political_backing": "absent"}, {}, None),
    ],
)
def test_backing_rests_on_a_dated_mandate(made, answers, source, place):
    """In place needs a document with its day; partly and absent need none."""
    found = made.found(made(answers, sources={"order": LETTER | source}), "A07")
    assert [(each.ref.id, each.ref.path) for each in found] == ([place] if place else [])


KINDS = {
    "diaspora": "diaspora_organisation",
    "union": "workers_organisation",
    "chamber": "employers_organisation",
    "women": "womens_organisation",
    "university": "academia",
    "clinics": "service_provider",
    "mayors": "local_authority",
    "labour": "ministry",
}


def consulted(*left_out):
    heard = [{"date": "2026-03", "form": "workshop"}]
    return {
        id_: {"title": f"Body {at}", "kind": kind, "consulted": [] if id_ in left_out else heard}
        for at, (id_, kind) in enumerate(KINDS.items())
    }


def test_a_consultation_that_hears_all_passes(made):
    """With every group heard, and with nothing recorded yet, nothing is said."""
    assert made.found(made(stakeholders=consulted()), "A08") == []
    assert made.found(made(stakeholders=consulted(*KINDS)), "A08") == []


@pytest.mark.parametrize(
    ("left_out", "words"),
    [
        ("diaspora", "migrants"),
        ("union", "workers' organisations"),
        ("chamber", "employers' organisations"),
        ("women", "women's organisations"),
        ("university", "academics"),
        ("clinics", "service providers"),
        ("mayors", "local authorities"),
    ],
)
def test_a_group_left_out_is_named(made, left_out, words):
    """One finding names the group and points to its organisation."""
    (finding,) = made.found(made(stakeholders=consulted(left_out)), "A08")
    assert finding.message == f"Nobody is recorded as heard from: {words}."
    assert finding.ref == Ref("stakeholders", left_out)


def test_from_the_third_organisation_on_the_record_decides(made):
    """Two that were heard are a beginning and say nothing; with the third, who is left out is named."""
    two = consulted(*(each for each in KINDS if each not in ("labour", "union")))
    three = consulted(*(each for each in KINDS if each not in ("labour", "union", "chamber")))
    assert made.found(made(stakeholders=two), "A08") == []
    (finding,) = made.found(made(stakeholders=three), "A08")
    assert "migrants, women's organisations" in finding.message


def test_all_that_are_missing_stand_in_one_finding(made):
    """Four groups left out are one finding."""
    (finding,) = made.found(made(stakeholders=consulted("diaspora", "women", "mayors", "clinics")), "A08")
    assert finding.message.count(",") == 3


def test_the_kind_of_an_organisation_goes_before_the_words_of_its_title(made):
    """A women's union is no trade union and a university of a city no local authority; civil society goes by title."""
    recorded = consulted("union", "mayors")
    recorded["women"]["title"] = "Union of Women Workers"
    recorded["university"]["title"] = "University of Orlo City"
    (finding,) = made.found(made(stakeholders=recorded), "A08")
    assert finding.message == "Nobody is recorded as heard from: workers' organisations, local authorities."
    heard = {"kind": "civil_society", "consulted": recorded["women"]["consulted"]}
    named = {"dockers": heard | {"title": "Union of Dockers"}, "towns": heard | {"title": "League of municipalities"}}
    assert made.found(made(stakeholders=recorded | named), "A08") == []


def test_attendance_of_a_session_counts_as_heard(made):
    """An organisation that sent people to a session was heard, by id or by its name."""
    session = {"title": "Links", "question": "Which links?", "date": "2026-03-01"}
    present = [{"institution": "women", "people": 2}, {"institution": "Association of municipalities", "people": 1}]
    case = made(stakeholders=consulted("women", "mayors"), sessions={"s": session | {"attendance": present}})
    assert made.found(case, "A08") == []


def test_an_answer_that_says_absent_is_enough(made):
    """Before anything is recorded, an awareness answer decides and is pointed to."""
    (finding,) = made.found(made({"migrants_heard": "absent"}), "A08")
    assert finding.ref == Ref("answers", "migrants_heard", ("value",))
    assert made.found(made({"migrants_heard": "partly", "awareness_local_authorities": "unknown"}), "A08") == []


def test_before_its_time_it_is_a_note(made, catalogue):
    """It is a warning once the core questions of the awareness stage are answered."""
    stage = next(each for each in catalogue.stages if each.id == "awareness")
    done = {each.id: "unknown" for each in stage.questions if each.core}
    assert [each.severity for each in made.found(made(stakeholders=consulted("women")), "A08")] == ["note"]
    assert [each.severity for each in made.found(made(done, stakeholders=consulted("women")), "A08")] == ["warning"]


PARAGRAPH = "The ministry works on this together with its partners and a first result is expected after the summer."
QUESTIONS = (
    "added_value_change",
    "added_value_inaction",
    "scoping_purpose",
    "situation_patterns",
    "situation_internal",
)


@pytest.mark.parametrize("field", ["value", "note"])
def test_one_text_under_many_questions_is_found_once(made, field):
    """The first question is pointed to and all are named."""
    case = made({id_: {"value": "x", field: PARAGRAPH} for id_ in QUESTIONS})
    (finding,) = made.found(case, "A10")
    assert finding.ref == Ref("answers", QUESTIONS[0], (field,))
    assert "5 questions" in finding.message


def test_a_copy_with_a_word_changed_is_still_a_copy(made):
    """Near-identical texts count as the same."""
    places = ("summer", "autumn", "winter", "spring", "review")
    case = made({id_: PARAGRAPH.replace("summer", word) for id_, word in zip(QUESTIONS, places, strict=True)})
    assert len(made.found(case, "A10")) == 1


def test_short_phrases_few_copies_and_own_words_pass(made):
    """Three copies, a template phrase, and texts that only begin alike are no copying."""
    own = [
        "In this country the main pattern is work in the cities of the coast, for men and for women alike.",
        "In this country the main pattern is return after two seasons, with savings put into small farms.",
        "In this country the main pattern is study abroad, mostly paid by the parents of those who leave.",
        "In this country the main pattern is flight from floods, which come every third year to the plain.",
    ]
    assert made.found(made(dict.fromkeys(QUESTIONS[:3], PARAGRAPH)), "A10") == []
    assert (
        made.found(made(dict.fromkeys(QUESTIONS, "No study was found on this; the level is an assumption.")), "A10")
        == []
    )
    assert made.found(made(dict(zip(QUESTIONS, own, strict=False))), "A10") == []


def test_an_answer_is_not_dated_ahead(made):
    """Tomorrow is found at the date, today passes."""
    case = made({"scoping_purpose": {"value": "x", "date": "2026-06-08"}})
    assert [each.ref for each in made.found(case, "A09")] == [Ref("answers", "scoping_purpose", ("date",))]
    assert made.found(made({"scoping_purpose": {"value": "x", "date": "2026-06-07"}}), "A09") == []


def test_a_gap_in_a_signed_stage_names_who_finds_out(made):
    """Unknown in a signed stage needs a note; before signing it needs none."""
    fields = {"kind": "sign_off", "stage": "scoping", "by": "Minister", "reference": "Letter 1", "date": "2026-05-01"}
    journal = {"j": SignOff.model_validate(fields | {"digest": "d", "edition": "2026.1"})}
    answers = {"scoping_migration_picture": "unknown", "scoping_goal_links": {"value": "unknown", "note": "In May."}}
    place = Ref("answers", "scoping_migration_picture", ("value",))
    assert [each.ref for each in made.found(made(answers, journal=journal), "A11")] == [place]
    assert made.found(made(answers), "A11") == []


def test_once_awareness_is_signed_it_stays_a_warning(made, catalogue):
    """Signed with an open question, the stage does not make it a note again when its own gate is judged."""
    case = made(stakeholders=consulted("mayors"))
    awareness = next(each for each in catalogue.stages if each.id == "awareness")
    said = {"kind": "sign_off", "by": "mayors", "date": "2026-06-01", "reference": "Minute", "edition": "x"}
    entry = SignOff(**said, stage="awareness", digest=digest(case.public, awareness))
    case = replace(case, project=replace(case.project, journal={"x": entry}))
    assert case.core_open(awareness)
    assert [each.severity for each in made.found(case, "A08")] == ["warning"]
    assert [each.severity for each in made.found(case.at("awareness"), "A08")] == ["warning"]
