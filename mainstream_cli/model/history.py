"""How conditions stand and stood, and the words for it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import reduce

from mainstream_cli.language import Text, count, label, say, several, verbatim
from mainstream_cli.model.finding import Assessment
from mainstream_cli.model.journal import ConditionStatus, Decision, Waiver

History = tuple[tuple[date, ConditionStatus], ...]
"""When a condition was rated and how, the earliest first."""

STATUS_WORDS: dict[ConditionStatus, Text] = {
    "met": label("condition", "secured"),
    "partly_met": label("condition", "partly secured"),
    "claimed": label("condition", "said to be in place, evidence missing"),
    "not_met": label("condition", "not secured"),
    "not_assessed": label("condition", "not assessed"),
}
LATER_WORDS: dict[ConditionStatus, Text] = {
    "met": STATUS_WORDS["met"],
    "partly_met": label("condition", "to be secured (partly secured)"),
    "claimed": label("condition", "said to be in place, evidence to come"),
    "not_met": label("condition", "to be secured"),
    "not_assessed": label("condition", "to be secured (not assessed)"),
}


def status_words(assessment: Assessment) -> Text:
    """Say how a condition stands, and what was seen; what is not needed yet is to be secured, and no failure."""
    if assessment.status == "met" and assessment.seen:
        return say("secured (seen: {entries})", entries=seen_in_words(assessment))
    if is_to_confirm(assessment):
        return say("to be confirmed: the record shows it ({entries})", entries=seen_in_words(assessment))
    if assessment.status == "claimed" and not assessment.due:
        return say("said to be in place; evidence is due at: {stage}", stage=assessment.needed_at)
    status = (STATUS_WORDS if assessment.due else LATER_WORDS)[assessment.status]
    if assessment.status == "not_met" and assessment.evidence == "against":
        status = say("{status}: the record says otherwise", status=status)
    if assessment.secured_until is not None:
        return say("{status}; was secured until {day}", status=status, day=assessment.secured_until.isoformat())
    return status


def is_to_confirm(assessment: Assessment) -> bool:
    """Tell whether the record shows a condition of which nobody said anything yet."""
    return assessment.status == "not_assessed" and assessment.evidence == "seen"


def seen_in_words(assessment: Assessment) -> Text:
    """Count the entries that show a condition, by where they stand."""
    from mainstream_cli.model.registers import REGISTERS

    kinds = Counter(place.partition("/")[0] for place in assessment.seen)
    others = {
        "journal": count("{n} entry of the journal", "{n} entries of the journal", n=kinds["journal"]),
        "answers": count("{n} answer with its reason", "{n} answers with their reasons", n=kinds["answers"]),
        "private": say("what is kept in private/"),
    }
    return several(others.get(kind) or REGISTERS[kind].counted(n) for kind, n in kinds.items())


def counts_in_words(assessments: Iterable[Assessment]) -> tuple[Text, ...]:
    """Count the conditions that are not secured: those needed by now as they stand, the others as to be secured."""
    found = [assessment for assessment in assessments if assessment.status != "met"]
    due, later = (
        Counter(assessment.status for assessment in found if assessment.due is needed) for needed in (True, False)
    )
    said = count("{n} said to be in place", "{n} said to be in place", n=later["claimed"])
    claimed = (said,) if later["claimed"] else ()
    known = (*_numbers(later, "partly_met"), *claimed, *_numbers(later, "not_assessed"))
    to_do = later.total()
    if known:
        last = count(
            "{n} to be secured (of these: {known})",
            "{n} to be secured (of these: {known})",
            n=to_do,
            known=several(known),
        )
        return (*_numbers(due, *STATUS_WORDS), last)
    last = count("{n} to be secured", "{n} to be secured", n=to_do)
    return (*_numbers(due, *STATUS_WORDS), *((last,) if to_do else ()))


def _numbers(counts: Counter[ConditionStatus], *statuses: ConditionStatus) -> Iterator[Text]:
    said: dict[ConditionStatus, Text] = {
        "partly_met": count("{n} partly secured", "{n} partly secured", n=counts["partly_met"]),
        "claimed": count(
            "{n} said to be in place, evidence missing",
            "{n} said to be in place, evidence missing",
            n=counts["claimed"],
        ),
        "not_met": count("{n} not secured", "{n} not secured", n=counts["not_met"]),
        "not_assessed": count("{n} not assessed", "{n} not assessed", n=counts["not_assessed"]),
    }
    yield from (said[status] for status in statuses if counts[status])


def history_in_words(rated: History) -> Text:
    """Say how a condition was rated: the first time, each change, and the last time."""
    said = [
        say("{day} {status}", day=day.isoformat(), status=STATUS_WORDS[status]) for day, status in turning_points(rated)
    ]
    return reduce(lambda first, then: say("{first} -> {then}", first=first, then=then), said or [verbatim("")])


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


def since(rated: History, status: ConditionStatus) -> str | None:
    """Return the first day of the unbroken run of ratings with this status, None when the last one had another."""
    first: str | None = None
    for day, then in rated:
        first = (first or day.isoformat()) if then == status else None
    return first


def waived_in_words(waiver: Waiver) -> Text:
    """Say that a finding is accepted for now, by whom, why and until when."""
    until = waiver.until.isoformat()
    return say("Accepted until {day} by {role}: {reason}", day=until, role=waiver.by, reason=waiver.reason)


def remedy_in_words(decision: Decision) -> Text:
    """Say what was decided, by whom and by when it is done."""
    day, role, text = decision.date.isoformat(), decision.by, decision.text
    if decision.due is None:
        return say("Decided on {day} by {role}: {text}", day=day, role=role, text=text)
    due = decision.due.isoformat()
    return say("Decided on {day} by {role}, due {due}: {text}", day=day, role=role, due=due, text=text)
