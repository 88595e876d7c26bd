"""The page of all rules says what the rules say."""

import runpy
from pathlib import Path

from mainstream_cli.rules import MANUAL

TESTS = Path(__file__).parent.parent


def test_the_page_of_all_rules_is_current(catalogue):
    """docs/rules.md is as ``make docs`` writes it, with every code and condition."""
    kept = (TESTS.parent / "docs" / "rules.md").read_text(encoding="utf-8")
    assert kept == runpy.run_path(str(TESTS / "rule_pages.py"))["page"](), "run make docs, then read the diff"
    assert all(f"### {code}" in kept for code in (*MANUAL, *(each.code for each in catalogue.conditions)))
