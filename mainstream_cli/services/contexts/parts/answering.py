"""Collects the answers that belong to a part of a document, and what is still open there."""

from collections.abc import Callable, Iterable

from mainstream_cli.model.catalogue import Question, Sheet
from mainstream_cli.model.contexts.shared import AnswerSheet, Said
from mainstream_cli.services.contexts.words.scribe import Scribe
from mainstream_cli.services.contexts.words.wording import listed

NOTHING_YET = "No answers have been recorded for this section yet."
ANNEXED = "What has been said on this so far stands in the annex on further answers."


def answers(scribe: Scribe, questions: Iterable[Question]) -> tuple[Said, ...]:
    """Return the answers to those of the questions that are asked in this project and answered."""
    found = ((question, scribe.project.answer(question.id)) for question in questions if scribe.facts.asks(question))
    return tuple(scribe.said(question, answer) for question, answer in found if answer is not None)


def still_open(scribe: Scribe, questions: Iterable[Question], printed: tuple[Said, ...]) -> tuple[str, ...]:
    """Say in a sentence which core questions have no answer yet; *printed* are the answers in the section itself."""
    asked = [question for question in questions if scribe.facts.asks(question)]
    if not printed:
        return (ANNEXED if any(scribe.project.answer(question.id) for question in asked) else NOTHING_YET,)
    unanswered = [question.title for question in asked if question.core and not scribe.project.answer(question.id)]
    return (f"Still to be answered: {listed(unanswered, '; ')}.",) if unanswered else ()


def sheets(
    scribe: Scribe, of: Iterable[Sheet], wanted: Callable[[Question], bool] = lambda _: True
) -> tuple[AnswerSheet, ...]:
    """Return the wanted answers of stages or sectors that have any, for an annex."""
    found = ((sheet, answers(scribe, filter(wanted, sheet.questions))) for sheet in of)
    return tuple(AnswerSheet(title=sheet.title, answers=said) for sheet, said in found if said)
