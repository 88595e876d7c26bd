"""Entries of the journal in a few words, for the terminal."""

from collections.abc import Sequence

from mainstream_cli.model.finding import Assessment
from mainstream_cli.model.history import History, history_in_words, status_words
from mainstream_cli.model.journal import Decision, Waiver


def waived_in_words(waiver: Waiver) -> str:
    """Say that a finding is accepted for now, by whom, why and until when."""
    return f"Accepted until {waiver.until} by {waiver.by}: {waiver.reason}"


def remedy_in_words(decision: Decision) -> str:
    """Say what was decided, by whom and by when it is done."""
    due = f", due {decision.due}" if decision.due else ""
    return f"Decided on {decision.date} by {decision.by}{due}: {decision.text}"


def standing_page(assessment: Assessment, needed: Sequence[str], rated: History) -> list[tuple[str, str]]:
    """Return how a condition stands in a project, as the first lines of its page."""
    lines = [
        ("Now", status_words(assessment)),
        ("Answers behind it", "\n".join(assessment.because)),
        ("Would change it", "\n".join(needed)),
        ("Remedy", remedy_in_words(assessment.remedy) if assessment.remedy else ""),
        ("Waived", waived_in_words(assessment.waiver) if assessment.waiver else ""),
        ("Rated", history_in_words(rated) or "not yet: mainstream check --record --by ACTOR"),
    ]
    return [(heading, text) for heading, text in lines if text]
