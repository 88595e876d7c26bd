"""Documents with a largest number of pages: what is left out follows a rule and is said."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from mainstream_cli.documents.builders.conditions_overview import ROOM
from mainstream_cli.documents.kinds import DOCUMENTS, Dossier
from mainstream_cli.documents.words.shortening import LEFT_OUT, first, shortened
from mainstream_cli.model.condition import Condition
from mainstream_cli.model.finding import Assessment
from mainstream_cli.model.journal import Waiver

Data = dict[str, Any]
LONG = "A sentence about people who leave and come back, and about what the plan says of them. " * 400
WIDTH = 105  # characters of a line of body text
LINES_ON_TWO_PAGES = 92


def built(name: str, material: Dossier) -> Any:
    return DOCUMENTS[name].build(material)


def waived(
    material: Dossier, code: str, until: datetime.date, reason: str = "The law is before parliament."
) -> Dossier:
    waiver = Waiver(
        kind="waiver", by="SECRET-ROLE", date=datetime.date(2026, 5, 1), code=code, reason=reason, until=until
    )
    return replace(material, project=replace(material.project, journal={"one": waiver}))


def many(material: Dossier, number: int) -> Dossier:
    """Return the material with *number* conditions that all have long titles and many who can act."""
    assessments = []
    for place in range(number):
        assessment = material.assessments[place % len(material.assessments)]
        changed: Condition = assessment.condition.model_copy(
            update={
                "code": f"C{place + 1:02d}",
                "title": "A title that goes on " * 9,
                "who": ("a ministry of many words",) * 9,
            }
        )
        assessments.append(Assessment(changed, assessment.status, assessment.due, assessment.because))
    return replace(material, assessments=tuple(assessments))


def test_the_overview_holds_every_condition_of_a_usual_project(full: Dossier, moldova: Dossier) -> None:
    for material in (full, moldova):
        overview = built("conditions_overview", material)
        assert [row.code for row in overview.rows] == [each.condition.code for each in material.assessments]
        assert overview.left_out == ()


def test_a_status_is_said_in_words_beside_its_sign(full: Dossier) -> None:
    rows = built("conditions_overview", full).rows
    assert {(row.sign, row.status) for row in rows} <= {
        ("●", "Secured"),
        ("◐", "Partly secured"),
        ("◌", "Said to be in place"),
        ("○", "Not secured"),
        ("?", "Not assessed yet"),
        ("?", "To be confirmed"),
    }
    assert all(row.who.startswith("Seen: ") == (row.status == "Secured") for row in rows)


@pytest.mark.parametrize("number", [19, 30, 69])
def test_the_overview_stays_on_one_page_and_names_what_it_leaves_out(full: Dossier, number: int) -> None:
    """However long the titles and however many the conditions, the lines fit, and every code is on the page."""
    overview = built("conditions_overview", many(full, number))
    lines = sum(max(-(-len(f"{row.code} {row.title}") // 26), -(-len(row.who) // 56), 1) for row in overview.rows)
    assert lines <= ROOM
    said = " ".join((*overview.left_out, *(row.code for row in overview.rows)))
    assert all(f"C{place + 1:02d}" in said for place in range(number))
    assert LEFT_OUT in said


def test_a_waiver_stands_beside_the_status_and_its_role_is_not_printed(
    full: Dossier, make: Callable[..., bytes], text_of: Callable[[bytes], str]
) -> None:
    open_ = next(each.condition.code for each in full.assessments if each.status != "met")
    made = waived(full, open_, datetime.date(2026, 12, 31))
    row = next(row for row in built("conditions_overview", made).rows if row.code == open_)
    assert row.waiver == "Accepted as it stands until 31 December 2026: The law is before parliament."
    assert row.status != "Secured"
    assert "SECRET" not in text_of(make("conditions_overview", made))


def test_a_waiver_that_has_run_out_is_not_printed(full: Dossier) -> None:
    open_ = next(each.condition.code for each in full.assessments if each.status != "met")
    made = waived(full, open_, full.today - datetime.timedelta(days=1))
    assert not any(row.waiver for row in built("conditions_overview", made).rows)


def swollen(data: Data) -> Data:
    """Return a project in which every text is long and every list has forty entries."""
    registers = {
        name: {
            f"{id_}_{copy}": {**entry, "title": LONG, **({"mitigation": LONG} if name == "risks" else {})}
            for id_, entry in data["registers"][name].items()
            for copy in range(20)
        }
        for name in ("objectives", "risks", "milestones")
    }
    ids = ("scoping_purpose", "scoping_migration_picture", "added_value_change", "added_value_window")
    answers = {**data["answers"], **{id_: {"value": LONG} for id_ in ids}}
    decided = {"kind": "decision", "by": "planning_commission", "date": "2026-05-01", "text": LONG}
    journal = {f"decision_{number}": {**decided, "sequence": number} for number in range(1, 41)}
    settings = {**data["settings"], "notice": LONG, "plan": {**data["settings"]["plan"], "name": LONG}}
    return {
        "sector_of": data["sector_of"],
        "settings": settings,
        "answers": answers,
        "journal": journal,
        "registers": {**data["registers"], **registers},
    }


def test_the_cabinet_note_stays_on_two_pages_whatever_the_project_holds(
    sandoria: Data, material: Callable[..., Dossier]
) -> None:
    note = built("cabinet_note", material(swollen(sandoria)))
    parts = (note.issue, note.why_now, note.proposed, note.objectives, note.cost_notes, note.risks, note.requests)
    texts = [text for part in (*parts, note.steps) for text in part]
    texts += [*note.decisions, *(getattr(note.cover, name) for name in ("notice", "plan", "lead", "standing"))]
    head_and_headings = 6 + 8 * 1.5 + 5  # the lines of the head are among the texts
    assert sum(-(-len(text) // WIDTH) + 0.4 for text in texts) + head_and_headings <= LINES_ON_TWO_PAGES


def test_the_cabinet_note_says_how_many_lines_it_leaves_out(sandoria: Data, material: Callable[..., Dossier]) -> None:
    note = built("cabinet_note", material(swollen(sandoria)))
    assert note.objectives[-1] == "[…] Further objectives: 35"
    assert note.risks[-1] == "[…] Further risks: 38"
    assert note.decisions[-1] == "[…] Earlier decisions: 38"
    assert LEFT_OUT in note.issue[0]
    assert LEFT_OUT in note.rest


def test_a_title_that_is_shortened_keeps_its_mark(sandoria: Data, material: Callable[..., Dossier]) -> None:
    objectives = {"one": {"title": LONG, "origin": "illustrative"}}
    registers = {**sandoria["registers"], "objectives": objectives}
    (title,) = built("cabinet_note", material({**sandoria, "registers": registers})).objectives
    assert title.endswith("[…] (illustrative)")


def test_a_candidate_that_is_left_out_is_not_put_forward(sandoria: Data, material: Callable[..., Dossier]) -> None:
    """The cabinet and the partners read what is proposed, not what the team set aside."""
    objectives = {"kept": {"title": "Kept"}, "aside": {"title": "Aside", "left_out_because": "No study of it yet."}}
    data = {**sandoria, "registers": {**sandoria["registers"], "objectives": objectives}}
    note, brief = (built(name, material(data)) for name in ("cabinet_note", "partner_brief"))
    assert (note.objectives, brief.objectives) == (("Kept",), ("Kept",))
    assert any(line.startswith("1 objective and") for line in note.proposed)
    titles = [chain.title for chain in built("monitoring_framework", material(data)).chains]
    assert any("Kept" in title for title in titles)
    assert not any("Aside" in title for title in titles)


def test_the_weightiest_risks_come_first(full: Dossier) -> None:
    assert built("cabinet_note", full).risks == (
        "The bonus stops after two years: A line in the medium-term budget",
        "Data on status reach the police: no measure yet",
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Short.", "Short."),
        ("Two\n\nparagraphs.", "Two paragraphs."),
        ("First one. Second one is long.", "First one. […]"),
        ("One sentence without any end here", "One sentence […]"),
        ("Anunbrokenwordofmanyletters", "Anunbrokenwordof […]"),
    ],
)
def test_a_text_is_cut_after_a_sentence_or_else_after_a_word(text: str, said: str) -> None:
    assert shortened(text, 16) == said


def test_a_list_that_fits_is_whole() -> None:
    assert first(["a", "b"], 2, "{} more") == ("a", "b")
    assert first(["a", "b", "c"], 2, "{} more") == ("a", "b", "1 more")
