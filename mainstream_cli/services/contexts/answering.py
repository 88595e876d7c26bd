"""Collects the answers that belong to a part of a document, and what is still open there."""

from collections.abc import Callable, Iterable

from mainstream_cli.model.catalogue import Question, Sheet
from mainstream_cli.model.contexts.shared import AnswerSheet, Said
from mainstream_cli.services.contexts.scribe import Scribe
from mainstream_cli.services.contexts.wording import listed

NOTHING_YET = "No answers have been recorded for this section yet."


def answers(scribe: Scribe, questions: Iterable[Question]) -> tuple[Said, ...]:
    """Return the answers to those of the questions that are asked in this project and answered."""
    found = ((question, scribe.project.answer(question.id)) for question in questions if scribe.facts.asks(question))
    return tuple(scribe.said(question, answer) for question, answer in found if answer is not None)


def still_open(scribe: Scribe, questions: Iterable[Question]) -> tuple[str, ...]:
    """Say in a sentence which core questions have no answer yet."""
    asked = [question for question in questions if scribe.facts.asks(question)]
    unanswered = [question.title for question in asked if question.core and scribe.project.answer(question.id) is None]
    if asked and not any(scribe.project.answer(question.id) for question in asked):
        return (NOTHING_YET,)
    return (f"Still to be answered: {listed(unanswered, '; ')}.",) if unanswered else ()


def sheets(
    scribe: Scribe, of: Iterable[Sheet], wanted: Callable[[Question], bool] = lambda _: True
) -> tuple[AnswerSheet, ...]:
    """Return the wanted answers of stages or sectors that have any, for an annex."""
    found = ((sheet, answers(scribe, filter(wanted, sheet.questions))) for sheet in of)
    return tuple(AnswerSheet(title=sheet.title, answers=said) for sheet, said in found if said)
