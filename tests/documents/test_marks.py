"""What is illustrative is marked once, and a note that rows share is said once."""

from collections.abc import Callable
from typing import Any

import pytest

from mainstream_cli.documents.kinds import DOCUMENTS, Dossier
from mainstream_cli.documents.words.legend import Legend

Data = dict[str, Any]


def test_the_mark_follows_the_origin_and_no_word(sandoria: Data, material: Callable[..., Dossier]) -> None:
    """An answer whose origin is illustrative is marked once, whatever words it has; another one never is."""
    answers = {
        "shared_vision": {"value": "partly", "origin": "illustrative", "note": "Illustrative. Read aloud twice."},
        "early_involvement": {"value": "partly", "origin": "sourced", "note": "An illustrative case. Read once."},
    }
    built: Any = DOCUMENTS["scoping_proposal"].build(material({**sandoria, "answers": answers}))
    said = {each.note: each.value for each in built.stakeholders.answers}
    assert said == {
        "Illustrative. Read aloud twice.": "Partly in place (illustrative)",
        "An illustrative case. Read once.": "Partly in place",
    }


@pytest.mark.parametrize(
    ("origins", "title"),
    [
        (("illustrative", "illustrative"), "Trade (illustrative)"),
        (("illustrative", None), "Trade (partly illustrative)"),
        ((None, None), "Trade"),
    ],
)
def test_a_sector_row_carries_one_mark(
    origins: tuple[str | None, ...], title: str, sandoria: Data, material: Callable[..., Dossier]
) -> None:
    answers = {
        "trade_extent": {"value": "mentioned", **({"origin": origins[0]} if origins[0] else {})},
        "trade_next_step": {"value": "Ask.", **({"origin": origins[1]} if origins[1] else {})},
    }
    built: Any = DOCUMENTS["scoping_proposal"].build(material({**sandoria, "answers": answers}))
    (row,) = built.sectors.rows
    assert (row.title, row.extent) == (title, "Mentioned")
    assert row.next_step == "Ask."


def test_a_cross_reference_in_a_marked_row_is_not_marked_again(
    sandoria: Data, material: Callable[..., Dossier]
) -> None:
    actions = {id_: {**each, "origin": "illustrative"} for id_, each in sandoria["registers"]["actions"].items()}
    results = {id_: {**each, "origin": "illustrative"} for id_, each in sandoria["registers"]["results"].items()}
    registers = {**sandoria["registers"], "actions": actions, "results": results}
    built: Any = DOCUMENTS["action_matrix"].build(material({**sandoria, "registers": registers}))
    rows = [row for sector in built.sectors for row in sector.actions]
    assert all(row.title.endswith("(illustrative)") for row in rows)
    assert not any("illustrative" in row.serves for row in rows)


def test_a_note_of_three_rows_stands_below_the_table() -> None:
    notes = ["own", "shared", "shared", "shared", ""]
    legend = Legend([each] for each in notes)
    assert [legend.own(each) for each in notes] == ["own", "", "", "", ""]
    assert [legend.letters(each) for each in notes] == ["", "(a)", "(a)", "(a)", ""]
    assert legend.listed() == ("(a) Shared.",)


def test_a_note_of_all_rows_needs_no_letter() -> None:
    legend = Legend([["same"]] * 4)
    assert [legend.letters("same") for _ in range(4)] == [""] * 4
    assert legend.listed() == ("All rows: Same.",)


def test_there_are_letters_for_many_notes() -> None:
    legend = Legend([])
    letters = [legend.refer(str(number)) for number in range(60)]
    assert letters[:2] == ["(a)", "(b)"]
    assert letters[26:28] == ["(a1)", "(b1)"]
    assert len(set(letters)) == 60


def test_how_a_stakeholder_was_heard_is_said_below_the_table(full: Dossier) -> None:
    built: Any = DOCUMENTS["scoping_proposal"].build(full)
    table = built.stakeholders.table
    heard = [each.consulted for each in table.rows if each.consulted != "Not consulted yet"]
    assert heard
    assert all(any(letter in note for note in table.notes) for each in heard for letter in each.split()[-1:])
