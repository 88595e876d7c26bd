"""The institutional set-up draws reporting lines truly, and says what is missing."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from mainstream_cli.documents.kinds import DOCUMENTS, Dossier

Data = dict[str, Any]


def body(title: str, **fields: Any) -> Data:
    return {"title": title, "kind": "technical_group", "status": "planned", **fields}


@pytest.fixture
def made(sandoria: Data, material: Callable[..., Dossier]) -> Callable[..., Dossier]:
    """Return the material of the invented country with these bodies only."""

    def make(**bodies: Data) -> Dossier:
        return material({**sandoria, "registers": {**sandoria["registers"], "bodies": bodies}})

    return make


def drawn(material: Dossier) -> list[tuple[int, str]]:
    built: Any = DOCUMENTS["institutional_setup"].build(material)
    return [(box.depth, box.title) for box in built.boxes]


def test_a_box_stands_below_the_one_it_reports_to(made: Callable[..., Dossier]) -> None:
    bodies = {
        "a": body("Group", reports_to="c"),
        "b": body("Round"),
        "c": body("Council", reports_to="Prime Minister"),
        "d": body("Unit", reports_to="a"),
    }
    assert drawn(made(**bodies)) == [(0, "Prime Minister"), (1, "Council"), (2, "Group"), (3, "Unit"), (0, "Round")]


def test_a_circle_of_reporting_lines_is_said_and_every_body_is_drawn_once(made: Callable[..., Dossier]) -> None:
    bodies = {"a": body("One", reports_to="b"), "b": body("Two", reports_to="a"), "c": body("Three", reports_to="a")}
    material = made(**bodies)
    assert drawn(material) == [(0, "One"), (1, "Two"), (1, "Three")]
    built: Any = DOCUMENTS["institutional_setup"].build(material)
    assert any("in a circle" in sentence and sentence.endswith("One; Two.") for sentence in built.missing)


def test_a_long_line_of_reporting_stays_on_the_page(made: Callable[..., Dossier]) -> None:
    chain = {f"b{number}": body(f"B{number}", reports_to=f"b{number - 1}") for number in range(1, 9)}
    depths = [depth for depth, _ in drawn(made(b0=body("B0"), **chain))]
    assert depths == [0, 1, 2, 3, 4, 4, 4, 4, 4]


def test_the_drawing_says_in_words_what_it_shows(
    made: Callable[..., Dossier], make: Callable[..., bytes], text_of: Callable[[bytes], str]
) -> None:
    """Whoever cannot see the drawing reads the line in the box, and what the drawing is in its description."""
    document = make("institutional_setup", made(a=body("Group", reports_to="b"), b=body("Council")))
    assert "Reports to: Council" in text_of(document)
    tables = Document(BytesIO(document)).element.body.iter(qn("w:tbl"))
    drawing = next(
        each for each in tables if each.find(f".//{qn('w:tblStyle')}").get(qn("w:val")) == "MainstreamDrawing"
    )
    assert "reports to" in drawing.find(f".//{qn('w:tblDescription')}").get(qn("w:val"))


def test_what_a_body_lacks_is_named(made: Callable[..., Dossier]) -> None:
    complete = {
        "chair": "planning_commission",
        "secretariat": "planning_commission",
        "members": ["planning_commission"],
        "mandate": "Decides",
        "legal_basis": "Order 1",
        "reports_to": "Cabinet",
        "meets": "Monthly",
        "decision_rule": "By agreement",
        "budget": "Own",
    }
    built: Any = DOCUMENTS["institutional_setup"].build(
        made(a=body("Complete", **complete), b=body("Bare", **{**complete, "chair": None, "meets": None}))
    )
    assert "Bare: no chair, rhythm of meetings." in built.missing
    assert not any(sentence.startswith("Complete:") for sentence in built.missing)


def test_who_answers_for_a_goal_and_sits_nowhere_is_named(made: Callable[..., Dossier]) -> None:
    built: Any = DOCUMENTS["institutional_setup"].build(made(a=body("Group")))
    assert any(
        sentence.startswith("Answer for goals of the plan and sit in no body yet: ") for sentence in built.missing
    )


def test_without_any_body_everything_is_missing(empty: Dossier) -> None:
    built: Any = DOCUMENTS["institutional_setup"].build(empty)
    assert built.missing[0] == "No lead institution is named."
    assert "inter-ministerial body" in built.missing[1]
