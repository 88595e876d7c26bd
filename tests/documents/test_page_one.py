"""Page one says how far a document is, and what a reader in a hurry needs to know."""

import datetime
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from mainstream_cli.documents.kinds import DOCUMENTS, Dossier
from mainstream_cli.model.journal import SignOff

Data = dict[str, Any]
every_draft = pytest.mark.parametrize("name", [name for name, kind in DOCUMENTS.items() if kind.stage is not None])


@pytest.fixture
def signed(full: Dossier) -> Dossier:
    by, day = "planning_commission", datetime.date(2026, 5, 30)
    sign_off = SignOff(
        kind="sign_off", stage="scoping", by=by, reference="Order no. 31", date=day, digest="0", edition="2026.1"
    )
    return replace(full, ready=True, sign_off=sign_off)


def cover(name: str, material: Dossier) -> Any:
    built: Any = DOCUMENTS[name].build(material)
    return built.cover


@every_draft
def test_a_document_says_how_far_it_is(name: str, full: Dossier, signed: Dossier) -> None:
    assert cover(name, full).standing == "Draft for consultation"
    assert cover(name, replace(full, ready=True)).standing == "Ready for signature; not yet signed"
    real = replace(full.project, settings=full.project.settings.model_copy(update={"sample": "real_country"}))
    sample = replace(full, ready=True, project=real)
    assert cover(name, sample).standing == "Complete; not for signature"
    role = "Planning Commission"
    assert cover(name, signed).standing == f"Signed by {role} on 30 May 2026 (Order no. 31)"
    stale = cover(name, replace(signed, stale=True)).standing
    assert stale.startswith("Draft for consultation: what was signed by")
    assert stale.endswith("has changed since and needs a new signature")


@every_draft
def test_every_page_repeats_it_in_a_few_words(
    name: str, signed: Dossier, make: Callable[..., bytes], text_of: Callable[[bytes], str]
) -> None:
    assert "\tTraining sample. Signed 30 May 2026" in text_of(make(name, signed))
    stale = text_of(make(name, replace(signed, stale=True)))
    assert "\tTraining sample. Draft for consultation; changed since signature" in stale


def test_the_proposal_at_a_glance(full: Dossier) -> None:
    lines = {line.label: line.text for line in cover("scoping_proposal", full).glance}
    assert list(lines) == [
        "Asked for",
        "Timing",
        "Goals of the plan",
        "Sectors proposed",
        "Conditions",
        "Actions",
        "Data gaps",
    ]
    assert lines["Asked for"].startswith("Agree that migration is brought into Sandoria 2035")
    assert lines["Sectors proposed"].startswith("Employment, Health services, ")
    assert lines["Conditions"].startswith("0 of 19 secured, ")
    assert "2 of 4 costed: SDL 3,500,000.50. Gap: SDL 1,500,000.50; not known for 2 actions." in lines["Actions"]


def test_the_matrix_at_a_glance(full: Dossier) -> None:
    lines = {line.label: line.text for line in cover("action_matrix", full).glance}
    assert lines["Actions"] == "4 actions in 3 sectors, for 2 objectives."
    assert lines["Cost"] == "2 of 4 costed: SDL 3,500,000.50."
    assert lines["Gap"] == "SDL 1,500,000.50; not known for 2 actions."
    assert lines["Funding"].startswith("Secured: SDL ")


def test_money_that_cannot_be_compared_leaves_the_gap_unknown(sandoria: Data, material: Callable[..., Dossier]) -> None:
    """A costed action whose secured money is in a currency without a rate is counted where a gap is said."""
    costed = sandoria["registers"]["actions"]["rural_bonus"]
    abroad = {**costed, "funding": [{"source": "x", "amount": "5", "currency": "USD", "status": "secured"}]}
    actions = {"rural_bonus": costed, "job_fairs": abroad}
    made = material({**sandoria, "registers": {**sandoria["registers"], "actions": actions}})
    matrix: Any = DOCUMENTS["action_matrix"].build(made)
    known = "SDL 1,500,000.50"
    assert {line.label: line.text for line in matrix.cover.glance}["Gap"] == f"{known}; not known for 1 action."
    lines = {line.label: line.text for line in cover("scoping_proposal", made).glance}
    assert lines["Actions"].endswith(f"2 of 2 costed: SDL 5,000,001. Gap: {known}; not known for 1 action.")
    assert matrix.total.gap == f"{known}\nand not known for 1 action"


@every_draft
def test_the_box_claims_nothing_where_nothing_is_known(name: str, empty: Dossier) -> None:
    lines = {line.label: line.text for line in cover(name, empty).glance}
    assert any(
        re.search(r"\b(No|Nobody|not)\b.* yet\.|^The work plan has no steps yet", text) for text in lines.values()
    )
    assert "Cost" not in lines
    assert "Gap" not in lines
    assert "0 of 0" not in " ".join(lines.values())
