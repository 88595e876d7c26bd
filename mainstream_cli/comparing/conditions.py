"""Conditions that stand otherwise than before, and why: an answer, what the record shows, or time."""

from collections.abc import Iterable, Iterator

from mainstream_cli.model.compared import Cause, ConditionMove
from mainstream_cli.model.finding import Assessment
from mainstream_cli.model.history import status_words


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
