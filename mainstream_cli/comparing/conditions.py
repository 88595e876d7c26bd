"""Conditions that stand otherwise than before, and why: an answer, what the record shows, or time."""

from collections.abc import Iterable, Iterator, Mapping

from mainstream_cli.model.compared import Cause, Change, ConditionMove
from mainstream_cli.model.finding import Assessment
from mainstream_cli.model.history import STATUS_WORDS, status_words
from mainstream_cli.model.journal import ConditionStatus
from mainstream_cli.model.relations import Comparison, leaves


def moved(
    before: Iterable[Assessment], aged: Iterable[Assessment], after: Iterable[Assessment]
) -> Iterator[ConditionMove]:
    """Yield the conditions that stand otherwise; *aged* is the earlier state as it would stand on the later day.

    What rests on something that could not be read is left out: nobody can tell how it stands.
    """
    early = {each.condition.code: each for each in before}
    late = {each.condition.code: each for each in aged}
    for now in after:
        code = now.condition.code
        was, then = early.get(code), late.get(code)
        if was is None or then is None or was.status == now.status or was.unread or now.unread:
            continue
        causes = tuple(_causes(was, then, now))
        words = status_words(was), status_words(now)
        yield ConditionMove(code, now.condition.title, was.status, now.status, *words, causes, now.because)


def _causes(was: Assessment, then: Assessment, now: Assessment) -> Iterator[Cause]:
    if then.claim != now.claim:
        yield "answer"
    if then.evidence != now.evidence:
        yield "evidence"
    if (was.claim, was.evidence) != (then.claim, then.evidence):
        yield "age"


def moved_since(
    ratings: Mapping[str, ConditionStatus], after: Iterable[Assessment], changes: Iterable[Change]
) -> Iterator[ConditionMove]:
    """Yield the conditions that stand otherwise than they were rated when something was approved.

    An answer is the cause where one that the condition rests on was changed since, and time where it ran out.
    """
    answered = {change.id for change in changes if change.kind == "answers"}
    for now in after:
        was = ratings.get(now.condition.code)
        if was is None or was == now.status or now.unread:
            continue
        asked = (leaf for _, relation in now.condition.relations for leaf in leaves(relation))
        on_answers = any(isinstance(leaf, Comparison) and leaf.name in answered for leaf in asked)
        causes: dict[Cause, bool] = {"answer": on_answers, "age": now.secured_until is not None}
        found: tuple[Cause, ...] = tuple(cause for cause, is_one in causes.items() if is_one) or ("evidence",)
        title, words = now.condition.title, (STATUS_WORDS[was], status_words(now))
        yield ConditionMove(now.condition.code, title, was, now.status, *words, found, now.because)
