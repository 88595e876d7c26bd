"""What papers say of a condition: what was seen, what the record does not show yet, and what it says otherwise."""

from collections.abc import Callable
from typing import Any

import pytest

from mainstream_cli.documents.dossier import Dossier
from mainstream_cli.documents.parts.conditions import condition_rows
from mainstream_cli.documents.words.scribe import Scribe

Data = dict[str, Any]


@pytest.fixture
def said(sandoria: Data, material: Callable[..., Dossier]) -> Callable[..., dict[str, Any]]:
    """Return the rows of conditions by their codes, for other answers and objectives."""

    def rows(answers: Data, **registers: Data) -> dict[str, Any]:
        changed = {**sandoria, "answers": {**sandoria["answers"], **answers}}
        changed["registers"] = {**sandoria["registers"], **registers}
        return {row.code: row for row in condition_rows(Scribe(material(changed)))}

    return rows


def test_a_claim_reads_as_what_the_team_says(said: Callable[..., dict[str, Any]]) -> None:
    """What is only claimed is said by the team and not shown yet; nobody is told to have claimed something false."""
    row = said({"support_structure": {"value": "in_place"}}, bodies={})["C03"]
    assert row.status == "Said to be in place, evidence to come"
    assert "The team says that this is in place; the record does not show it yet:\n– A focal point" in row.because
    assert "claim" not in row.because.lower()
    assert "false" not in row.because.lower()


def test_what_the_record_contradicts_is_named(said: Callable[..., dict[str, Any]]) -> None:
    """A check that failed stands beside the answer that says otherwise."""
    failed = {"title": "A", "rights_check": {"result": "failed", "finding": "It breaches article 8."}}
    row = said({"rights_review": {"value": "in_place"}}, objectives={"a": failed})["C10"]
    assert row.status == "To be secured: the record says otherwise"
    assert "The record says otherwise: An objective that is kept did not pass." in row.because.splitlines()


def test_what_is_secured_says_what_was_seen(said: Callable[..., dict[str, Any]]) -> None:
    """No row says secured without what was seen."""
    link = {"title": "A", "sector": "health", "direction": "migration_to_sector"}
    gain = {"sign": "positive", "evidence": "The register of health staff shows who came back."}
    cost = {"sign": "negative", "evidence": "A survey of nurses says why one in four left."}
    both = {"a": {**link, **gain}, "b": {**link, **cost}}
    row = said({"balanced_linkages": {"value": "in_place"}}, linkages=both)["C17"]
    assert (row.status, row.because.splitlines()[-1]) == ("Secured", "Seen: 2 linkages.")
