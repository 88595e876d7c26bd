"""Collects the answers that belong to a part of a document, and what is still open there."""

from collections.abc import Callable, Iterable

from mainstream_cli.documents.contexts.shared import AnswerSheet, Chapter, Said, TitledChapter
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import listed
from mainstream_cli.model.catalogue import Question, Section, Sheet

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


def stage_sections(
    scribe: Scribe, stages: Iterable[str], wanted: Callable[[Section], bool] = lambda _: True
) -> tuple[TitledChapter, ...]:
    """Return the wanted sections of stages with their answers and with what is still open in each."""
    sections = (section for sheet in scribe.catalogue.stages if sheet.id in stages for section in sheet.sections)
    return tuple(_titled(scribe, section) for section in sections if wanted(section) and _asked(scribe, section))


def _asked(scribe: Scribe, section: Section) -> bool:
    return any(map(scribe.facts.asks, section.questions))


def _titled(scribe: Scribe, section: Section) -> TitledChapter:
    said = answers(scribe, section.questions)
    return TitledChapter(title=section.title, answers=said, missing=still_open(scribe, section.questions, said))


def sheets(
    scribe: Scribe, of: Iterable[Sheet], wanted: Callable[[Question], bool] = lambda _: True
) -> tuple[AnswerSheet, ...]:
    """Return the wanted answers of stages or sectors that have any, for an annex."""
    found = ((sheet, answers(scribe, filter(wanted, sheet.questions))) for sheet in of)
    return tuple(AnswerSheet(title=sheet.title, answers=said) for sheet, said in found if said)


def section(scribe: Scribe, ids: Iterable[str]) -> Chapter:
    """Return a chapter made of the questions with these *ids*; those that national content leaves out are passed by."""
    questions = [scribe.catalogue.questions[id_] for id_ in ids if id_ in scribe.catalogue.questions]
    said = answers(scribe, questions)
    if said:
        return Chapter(answers=said, missing=still_open(scribe, questions, said))
    titles = listed((question.title for question in questions if scribe.facts.asks(question)), "; ")
    return Chapter(missing=(f"Not answered yet: {titles}." if titles else NOTHING_YET,))
