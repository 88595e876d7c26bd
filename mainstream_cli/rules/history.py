"""How conditions stood over time, from the ratings that the journal keeps."""

from dataclasses import replace

from mainstream_cli.model.history import History
from mainstream_cli.model.journal import ConditionStatus
from mainstream_cli.rules.assessing import assess
from mainstream_cli.rules.case import Case


def rating(case: Case) -> tuple[dict[str, ConditionStatus], dict[str, ConditionStatus]]:
    """Return how every condition stands by what is for everybody, then those that private answers move."""
    known = _statuses(replace(case, project=case.public))
    return known, {code: status for code, status in _statuses(case).items() if known[code] != status}


def _statuses(case: Case) -> dict[str, ConditionStatus]:
    return {assessment.condition.code: assessment.status for assessment in assess(case)}


def histories(case: Case) -> dict[str, History]:
    """Return the history of every condition."""
    return {condition.code: history(case, condition.code) for condition in case.catalogue.conditions}


def history(case: Case, code: str) -> History:
    """Return when a condition was rated and how, the earliest first; of one day the last rating counts."""
    rated = {entry.date: entry.ratings[code] for entry in case.ratings.values() if code in entry.ratings}
    return tuple(rated.items())
