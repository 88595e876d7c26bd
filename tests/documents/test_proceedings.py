"""The record of a workshop: sessions, findings, views and how far tables agreed."""

from collections.abc import Callable
from typing import Any

import pytest

from mainstream_cli.documents.kinds import DOCUMENTS, Dossier
from mainstream_cli.documents.readiness import is_ready
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.project import Project
from mainstream_cli.rules import Case

Data = dict[str, Any]
SESSION = {
    "title": "Families and care",
    "question": "What do children need?",
    "date": "2026-06-07",
    "start": "09:30",
    "end": "11:00",
    "facilitator": "planning commission",
    "attendance": [{"institution": "Network of women", "people": 5}],
    "findings": ["Schools see it first."],
    "parking_lot": ["Guardianship papers."],
}


def positions(*values: str) -> list[Data]:
    return [
        {"table": f"TABLE-{number}", "value": value, "note": f"said {value}"}
        for number, value in enumerate(values, start=1)
    ]


@pytest.fixture
def build(sandoria: Data, material: Callable[..., Dossier]) -> Callable[..., tuple[Any, Dossier]]:
    def make(answers: Data, session: Data = SESSION) -> tuple[Any, Dossier]:
        registers = {**sandoria["registers"], "sessions": {"families": session}}
        made = material({**sandoria, "answers": answers, "registers": registers})
        return DOCUMENTS["proceedings"].build(made), made

    return make


def test_a_session_is_on_record_with_everything(build: Callable[..., Any]) -> None:
    """Question, time, roles, attendance by institution, findings and the parking lot are printed."""
    built, _ = build({})
    (page,) = built.sessions
    assert (page.question, page.held) == ("What do children need?", "7 June 2026, 09:30 to 11:00")
    assert page.roles == "Facilitator: planning commission\nRapporteur: not recorded"
    assert page.present == "5 people: Network of women (5)"
    assert page.findings == ("Schools see it first.",)
    assert [(each.matter, each.session) for each in built.parked] == [("Guardianship papers.", "1. Families and care")]


def test_agreement_is_counted_and_tables_are_not_named(
    build: Callable[..., Any], make: Callable[..., bytes], text_of: Callable[[bytes], str]
) -> None:
    """Six of eight tables agree: both documents say so, views that differ stay on record, no table is named."""
    views = positions(*["partly"] * 6, *["absent"] * 2)
    built, made = build({"early_involvement": {"value": "partly", "date": "2026-06-07", "positions": views}})
    (row,) = built.differences
    assert row.outcome == "Partly in place.\nAgreed by 6 of 8 tables; other views: Absent (2)."
    assert row.views.split("\n")[0] == "Partly in place: 6 tables"
    assert built.answers[0].answers[0].value.endswith("Agreed by 6 of 8 tables; other views: Absent (2).")
    texts = [text_of(make(name, made)) for name in ("proceedings", "scoping_proposal")]
    assert all("Agreed by 6 of 8 tables" in text for text in texts)
    assert not any("TABLE-" in text for text in texts)


def test_all_tables_agree(build: Callable[..., Any]) -> None:
    """One view of all tables is said in one sentence and is no difference."""
    built, _ = build({"shared_vision": {"value": "partly", "date": "2026-06-07", "positions": positions("partly") * 3}})
    assert built.answers[0].answers[0].value == "Partly in place. Agreed by all 3 tables."
    assert built.differences == ()


def test_an_open_difference_is_in_the_record_and_a_data_gap_of_the_proposal(build: Callable[..., Any]) -> None:
    """What nobody has chosen yet is printed with every view, and no document takes a view for the answer."""
    built, made = build({"core_team_mandate": {"positions": positions("partly", "absent")}})
    (row,) = built.differences
    assert row.outcome == "Open: none of the views is chosen yet."
    assert "Note: Said absent" in row.views
    proposal: Any = DOCUMENTS["scoping_proposal"].build(made)
    assert any(each.gap.startswith("Views differ between tables") for each in proposal.gaps)


def test_what_is_sensitive_is_left_out(build: Callable[..., Any]) -> None:
    """The rating of political backing is in no part of the record, also where it was written into a public file."""
    views = positions("partly", "absent")
    built, _ = build({"political_backing": {"value": "absent", "date": "2026-06-07", "positions": views}})
    assert built.differences == ()
    assert built.answers == ()


def test_the_record_is_a_draft_until_everything_is_settled(build: Callable[..., Any], catalogue: Catalogue) -> None:
    """It is ready once a session was held, none is open, and no difference is left."""

    def ready(project: Project) -> bool:
        return is_ready(Case(project, project, catalogue, SESSION["date"]), "")

    settled = {"core_team_mandate": {"value": "partly", "positions": positions("partly", "absent")}}
    assert ready(build(settled)[1].project)
    assert not ready(build({"core_team_mandate": {"positions": positions("partly", "absent")}})[1].project)
    running = {name: value for name, value in SESSION.items() if name != "end"}
    assert not ready(build({}, running)[1].project)
