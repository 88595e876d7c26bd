"""What documents say about a project."""

from collections.abc import Callable
from typing import Any

import pytest

from mainstream_cli.documents.contexts.scoping_proposal import ScopingProposal
from mainstream_cli.documents.kinds import DOCUMENTS, Dossier
from mainstream_cli.documents.parts.sections import BY_QUESTION, BY_STAGE
from mainstream_cli.model.catalogue import Catalogue

Data = dict[str, Any]


@pytest.fixture
def proposal(full: Dossier) -> Any:
    return DOCUMENTS["scoping_proposal"].build(full)


@pytest.fixture
def matrix(full: Dossier) -> Any:
    return DOCUMENTS["action_matrix"].build(full)


def test_the_sections_exist_and_so_do_their_questions(catalogue: Catalogue) -> None:
    assert set(BY_QUESTION) <= catalogue.questions.keys()
    assert {*BY_QUESTION.values(), *BY_STAGE.values()} <= ScopingProposal.model_fields.keys()
    preparatory = {stage.id for stage in catalogue.stages if stage.part == "preparatory"}
    assert preparatory <= BY_STAGE.keys()


@pytest.mark.parametrize("timing", ["in_plan", "stand_alone"])
def test_every_answer_is_found_in_one_of_the_documents(
    timing: str,
    catalogue: Catalogue,
    sandoria: Data,
    material: Callable[..., Dossier],
    make: Callable[..., bytes],
    text_of: Callable[[bytes], str],
) -> None:
    """Every question that is asked and answered is printed; those of the first stages and sectors in the proposal."""
    answers = {id_: {"value": "unknown", "note": f"note-{id_}-end"} for id_ in catalogue.questions}
    made = material({**sandoria, "settings": {**sandoria["settings"], "timing": timing}, "answers": answers})
    texts = {name: text_of(make(name, made)) for name in DOCUMENTS}
    hidden = {f"scoping_entry_{({'in_plan', 'stand_alone'} - {timing}).pop()}"}
    asked = [each for each in catalogue.questions.values() if each.when is None]
    for question in asked:
        name = (
            "scoping_proposal"
            if question.home in BY_STAGE or question.home in catalogue.vocabulary["sectors"]
            else "action_matrix"
        )
        assert f"note-{question.id}-end" in texts[name], question.id
    assert not any(f"note-{id_}-end" in text for id_ in hidden for text in texts.values())


def test_references_are_numbered_by_first_use_and_only_if_used(proposal: Any) -> None:
    assert [each.number for each in proposal.references] == list(range(1, len(proposal.references) + 1))
    assert proposal.purpose.answers[0].cite == "[1]"
    assert proposal.references[0].text == "Cabinet of Sandoria. Order no. 12 on the core team. 12 March 2026."
    assert proposal.references[1].text.endswith("Table 7. https://example.org/census")
    assert not any("nothing cites" in each.text for each in proposal.references)


def test_a_source_that_is_not_in_the_register_is_named(sandoria: Data, material: Callable[..., Dossier]) -> None:
    answers = {"scoping_purpose": {"value": "x", "sources": ["gone"]}}
    built: Any = DOCUMENTS["scoping_proposal"].build(material({**sandoria, "answers": answers, "registers": {}}))
    assert built.references[0].text == "gone: not described in the register of sources yet."


def test_rival_figures_stand_beside_the_one_used(proposal: Any) -> None:
    row = next(each for each in proposal.picture.figures.rows if each.years[0].title == "Sandorians living abroad")
    (year,) = row.years
    assert (year.year, year.value, year.unit) == ("2024", "310,000", "persons")
    assert year.source.startswith("Population and housing census [")
    assert "second release" in year.source
    (other,) = year.others
    assert other.value == "402,500"
    assert other.source.startswith("International migrant stock [")
    assert "Used because: It covers the territory of the plan." in row.about
    undecided = next(each for each in proposal.picture.figures.rows if "returned" in each.years[0].title).years[0]
    assert (undecided.value, undecided.source) == ("Not chosen yet", "")
    assert {each.value for each in undecided.others} == {"5,100", "4,700"}


def test_years_of_one_thing_say_source_and_rival_once(sandoria: Data, material: Callable[..., Dossier]) -> None:
    entries = sandoria["registers"]["figures"]
    chosen, rival = (id_ for id_, each in entries.items() if each["value"] in ("310000", "402500"))
    later = {f"{id_}_later": {**entries[id_], "year": 2025} for id_ in (chosen, rival)}
    registers = {**sandoria["registers"], "figures": {**entries, **later}}
    built: Any = DOCUMENTS["scoping_proposal"].build(material({**sandoria, "registers": registers}))
    row = next(each for each in built.picture.figures.rows if each.years[0].title == "Sandorians living abroad")
    assert [(each.title, each.unit, each.year) for each in row.years[1:]] == [("", "", "2025")]
    assert row.years[1].source == row.years[1].others[0].source == "As above"
    assert row.about.count("Used because") == 1


def test_goals_stand_in_plan_order(proposal: Any) -> None:
    assert [goal.code for goal in proposal.links.goals.rows] == ["2.9", "2.10", ""]


def test_both_directions_and_the_missing_sign(proposal: Any) -> None:
    assert {row.sign for row in proposal.links.inward.rows} == {"Positive", "Negative"}
    assert proposal.links.one_sided == (
        "No positive effect is recorded in the direction in which the plan acts on migration; say whether one was searched for.",
    )


def test_timing_reads_differently(sandoria: Data, material: Callable[..., Dossier]) -> None:
    said = {}
    for timing in ("in_plan", "stand_alone"):
        settings = {**sandoria["settings"], "timing": timing}
        built: Any = DOCUMENTS["scoping_proposal"].build(material({**sandoria, "settings": settings}))
        said[timing] = " ".join((*built.calendar.sentences, *built.decisions.requests))
    assert "while it is being written" in said["in_plan"]
    assert "strategy" in said["stand_alone"]
    assert "strategy" not in said["in_plan"]


def test_sectors_stand_in_catalogue_order_whatever_their_strength(proposal: Any) -> None:
    assert [row.title for row in proposal.sectors.rows][:2] == ["Employment", "Health services"]
    assert [row.proposed for row in proposal.sectors.rows] == ["Proposed", "Proposed", "Proposed", "Examined"]


def said(section: Any, catalogue: Catalogue, id_: str) -> str:
    """Return the printed value of one question of a section."""
    return next(each.value for each in section.answers if each.title == catalogue.questions[id_].title)


def test_what_is_illustrative_says_so_once(proposal: Any, matrix: Any, catalogue: Catalogue) -> None:
    assert said(proposal.stakeholders, catalogue, "shared_vision") == "Partly in place (illustrative)"
    assert matrix.sectors[-1].actions[0].title == "Recognise skills of people who return (illustrative)"


def test_unknown_not_applicable_and_differing_views_are_said(proposal: Any, catalogue: Catalogue) -> None:
    heard = said(proposal.stakeholders, catalogue, "migrants_heard")
    early = said(proposal.stakeholders, catalogue, "early_involvement")
    assert heard == "Not applicable: Hearings start in July."
    assert said(proposal.datasets, catalogue, "evidence_base") == "Not known yet"
    assert early == "Partly in place. Chosen in plenary; the tables said: Absent (1); In place (1)."


def test_conditions_not_secured_are_asked_for_with_who_and_when(proposal: Any, full: Dossier) -> None:
    open_ = [each for each in full.assessments if each.status != "met"]
    assert len(proposal.decisions.conditions) == len(open_)
    assert all(row.who and row.needed_by and row.remedy for row in proposal.decisions.conditions)
    assert len(proposal.conditions) == len(full.assessments)


def test_gaps_name_unknown_answers_rivals_and_baselines(proposal: Any, catalogue: Catalogue) -> None:
    gaps = {gap.subject: gap for gap in proposal.gaps}
    assert any(catalogue.questions["core_team_skills"].title in subject for subject in gaps)
    assert gaps["People who returned"].gap == "Several values stand and none is chosen"
    assert gaps["Vacant posts in district hospitals"].gap == "No baseline for rural districts"
    assert gaps["Added value"].gap.startswith("1 answer held with low confidence: 1.")


def test_totals_say_how_much_is_costed(matrix: Any) -> None:
    rows = {row.title: row for row in matrix.summary}
    assert [row.title for row in matrix.summary] == [
        "Employment",
        "Health services",
        "Tertiary education, knowledge and skills development",
    ]
    assert (rows["Health services"].costed, rows["Health services"].cost) == ("1 of 2", "SDL 2,500,000.50")
    assert rows["Health services"].gap == "SDL 1,500,000.50\nand not known for 1 action"
    assert rows["Employment"].cost == "Not costed yet"
    assert matrix.total.costed == "2 of 4"
    assert matrix.total.cost == "SDL 3,500,000.50"
    assert matrix.summary[-1].gap == "Fully secured"
    assert matrix.money_notes[0].startswith("2 of 4 actions costed.")


def test_rates_used_are_listed_with_date_and_source(matrix: Any) -> None:
    (rate,) = matrix.rates
    assert rate.rate == "EUR 1 = SDL 20"
    assert rate.date == "4 May 2026"
    assert rate.source.startswith("Official exchange rates [")


def test_without_a_rate_currencies_are_not_added(sandoria: Data, material: Callable[..., Dossier]) -> None:
    settings = {**sandoria["settings"], "finance": {"currency": "SDL"}}
    built: Any = DOCUMENTS["action_matrix"].build(material({**sandoria, "settings": settings}))
    assert built.total.cost == "EUR 50,000\nSDL 2,500,000.50"
    assert built.rates == ()
    assert any("no dated exchange rate for EUR" in note for note in built.money_notes)


def test_sectors_without_actions_say_why(matrix: Any) -> None:
    idle = {row.title: row for row in matrix.idle}
    assert idle["Trade"].gaps == "Fees for small exporters overlook migrant networks."
    assert idle["Trade"].extent == "No mention"
    assert idle["Agriculture and rural development"].next_step == "No action yet; not examined"


def test_an_action_of_no_known_sector_is_not_lost(sandoria: Data, material: Callable[..., Dossier]) -> None:
    built: Any = DOCUMENTS["action_matrix"].build(material({**sandoria, "sector_of": {}}))
    assert [sector.title for sector in built.sectors] == ["Actions without a sector"]
    assert built.total.actions == 4


def test_the_signature_block_names_roles_and_is_not_signed_in_a_sample(proposal: Any) -> None:
    assert all("Planning Commission" not in each.role for each in proposal.signatures)
    assert proposal.signature_note.startswith("Training sample")


def test_only_the_frameworks_of_the_project_are_printed(sandoria: Data, material: Callable[..., Dossier]) -> None:
    def printed(frameworks: list[str]) -> str:
        settings = {**sandoria["settings"], "frameworks": frameworks}
        return str(DOCUMENTS["action_matrix"].build(material({**sandoria, "settings": settings})))

    assert "SDG 3" in printed(["sdg", "gcm"])
    without = printed(["dac"])
    assert "SDG" not in without
    assert "GCM" not in without
    assert "DAC 12110" in without
    assert "DAC" not in printed([])
