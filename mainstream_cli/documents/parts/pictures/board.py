"""The board of conditions."""

from decimal import Decimal

from mainstream_cli.documents.contexts.pictures import Mark, Picture
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import capital, counted, listed
from mainstream_cli.model.history import bare_status_words, counts_in_words, seen_in_words
from mainstream_cli.model.journal import ConditionStatus

RANKS: dict[ConditionStatus, int] = {"met": 3, "partly_met": 2, "claimed": 4, "not_met": 1, "not_assessed": 0}


def conditions_board(scribe: Scribe) -> Picture:
    """Return the board of all conditions, in the order of their codes."""
    assessed = scribe.dossier.assessments
    marks = tuple(
        Mark(
            label=f"{assessment.condition.code} {assessment.condition.title}",
            words=(
                capital(bare_status_words(assessment)),
                seen_in_words(assessment) if assessment.status == "met" else "",
            ),
            numbers=(Decimal(RANKS[assessment.status]),),
        )
        for assessment in assessed
    )
    counts = (f"{sum(each.status == 'met' for each in assessed)} secured", *counts_in_words(assessed))
    return Picture(
        picture="board",
        caption="Conditions for successful mainstreaming",
        alt=f"A tile for each of {counted(len(assessed), 'condition')}: {listed(counts)}.",
        columns=("Condition", "Status", "What was seen"),
        marks=marks,
    )
