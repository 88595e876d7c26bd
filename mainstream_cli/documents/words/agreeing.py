"""How far tables agreed on an answer, in words. Tables are counted and never named."""

from collections.abc import Callable, Iterator

from mainstream_cli.documents.words.wording import capital, counted, labelled, lines, listed
from mainstream_cli.gathering.views import agreement, counted_views, same_answer
from mainstream_cli.model.answer import MAIN_COPY, Answer
from mainstream_cli.model.catalogue import Question

Words = Callable[[Question, object], str]


def agreed_in_words(question: Question, answer: Answer, words: Words) -> str:
    """Say how many tables gave the answer that stands, and what the others said; nothing where one table spoke."""
    agreeing, tables = agreement(question, answer)
    if not tables or tables == agreeing == 1:
        return ""
    if agreeing == tables:
        return f"Agreed by all {tables} tables."
    others = [
        f"{words(question, value)} ({count})"
        for value, count in counted_views(question, answer.of_tables)
        if not same_answer(question, value, answer.value)
    ]
    if not agreeing:
        return f"Chosen in plenary; the tables said: {listed(others, '; ')}."
    return f"Agreed by {agreeing} of {tables} tables; other views: {listed(others, '; ')}."


def views_in_lines(question: Question, answer: Answer, words: Words) -> str:
    """Return every view on a line of its own, with the number of tables, and the notes below."""
    return lines(*_views(question, answer, words))


def _views(question: Question, answer: Answer, words: Words) -> Iterator[str]:
    for value, count in counted_views(question, answer.of_tables):
        yield f"{words(question, value)}: {counted(count, 'table')}"
        yield from _notes(question, answer, value, prepared=False)
    for position in answer.positions:
        if position.table == MAIN_COPY:
            yield f"{words(question, position.value)}: prepared before"
            yield from _notes(question, answer, position.value, prepared=True)


def _notes(question: Question, answer: Answer, value: object, *, prepared: bool) -> Iterator[str]:
    notes = (
        position.note or position.reason
        for position in answer.positions
        if (position.table == MAIN_COPY) == prepared and same_answer(question, position.value, value)
    )
    yield from (labelled("Note", capital(note.strip())) for note in dict.fromkeys(notes) if note)
