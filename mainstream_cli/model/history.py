"""How conditions stand and stood, and the words for it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from mainstream_cli.model.finding import Assessment
from mainstream_cli.model.journal import ConditionStatus, Decision, Waiver

History = tuple[tuple[date, ConditionStatus], ...]
"""When a condition was rated and how, the earliest first."""

STATUS_WORDS: dict[ConditionStatus, str] = {
    "met": "secured",
    "partly_met": "partly secured",
    "not_met": "not secured",
    "not_assessed": "not assessed",
}


def status_words(assessment: Assessment) -> str:
    """Say how a condition stands; what is not needed yet is to be secured, and not called a failure."""
    words = STATUS_WORDS[assessment.status]
    if assessment.due or assessment.status == "met":
        return words
    return "to be secured" if assessment.status == "not_met" else f"to be secured ({words})"


def counts_in_words(assessments: Iterable[Assessment]) -> tuple[str, ...]:
    """Count the conditions that are not secured: those needed by now as they stand, the others as to be secured."""
    found = [assessment for assessment in assessments if assessment.status != "met"]
    due, later = (
        Counter(assessment.status for assessment in found if assessment.due is needed) for needed in (True, False)
    )
    known = ", ".join(_numbers(later, "partly_met", "not_assessed"))
    to_do = f"{later.total()} to be secured{f' ({known})' if known else ''}" if later else ""
    return tuple(filter(None, (*_numbers(due, *STATUS_WORDS), to_do)))


def _numbers(counts: Counter[ConditionStatus], *statuses: ConditionStatus) -> Iterator[str]:
    yield from (f"{counts[status]} {STATUS_WORDS[status]}" for status in statuses if counts[status])


def history_in_words(rated: History) -> str:
    """Say how a condition was rated: the first time, each change, and the last time."""
    return " -> ".join(f"{day} {STATUS_WORDS[status]}" for day, status in turning_points(rated))


def turning_points(rated: History) -> History:
    """Return the first rating, each change, and the last rating."""
    kept = tuple(changes(rated))
    return kept if rated[-1:] == kept[-1:] else (*kept, rated[-1])


def changes(rated: History) -> Iterator[tuple[date, ConditionStatus]]:
    """Yield the ratings that differ from the one before, the first one included."""
    before: ConditionStatus | None = None
    for day, status in rated:
        if status != before:
            yield day, status
        before = status


def waived_in_words(waiver: Waiver) -> str:
    """Say that a finding is accepted for now, by whom, why and until when."""
    return f"Accepted until {waiver.until} by {waiver.by}: {waiver.reason}"


def remedy_in_words(decision: Decision) -> str:
    """Say what was decided, by whom and by when it is done."""
    due = f", due {decision.due}" if decision.due else ""
    return f"Decided on {decision.date} by {decision.by}{due}: {decision.text}"
