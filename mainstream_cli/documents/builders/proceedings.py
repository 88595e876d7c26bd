"""Builds the record of a workshop from its sessions, the answers of its days and the views of its tables."""

import datetime
from collections.abc import Iterator

from mainstream_cli.documents.contexts.proceedings import (
    AttendanceRow,
    DifferenceRow,
    ParkedRow,
    Proceedings,
    SessionPage,
)
from mainstream_cli.documents.dossier import Dossier
from mainstream_cli.documents.parts.answering import sheets
from mainstream_cli.documents.parts.cover import cover
from mainstream_cli.documents.parts.summary_box import SummaryBox, box
from mainstream_cli.documents.words.abbreviations import abbreviations
from mainstream_cli.documents.words.agreeing import agreed_in_words, views_in_lines
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import counted, day_in_words, labelled, lines, listed, marked, sentence
from mainstream_cli.model.answer import MAIN_COPY, Answer
from mainstream_cli.model.catalogue import Question
from mainstream_cli.model.registers.process import Session

OPEN = "Open: none of the views is chosen yet."


def proceedings(dossier: Dossier) -> Proceedings:
    """Build the proceedings; sensitive questions are left out wherever their answers were written down."""
    scribe = Scribe(dossier)
    sessions = sorted(
        scribe.project.entries("sessions").values(), key=lambda each: (each.date, each.start or "", each.title)
    )
    days = {session.date for session in sessions}
    return Proceedings(
        cover=cover(scribe, _summary(scribe, sessions)),
        opening=tuple(_opening(scribe, sessions)),
        attendance=_attendance(scribe, sessions),
        sessions=tuple(_page(scribe, number, session) for number, session in enumerate(sessions, start=1)),
        parked=tuple(
            ParkedRow(matter=marked(matter, session.origin), session=f"{number}. {scribe.title(session)}")
            for number, session in enumerate(sessions, start=1)
            for matter in session.parking_lot
        ),
        answers=sheets(scribe, scribe.catalogue.sheets.values(), lambda question: _of_the_days(scribe, question, days)),
        differences=tuple(_differences(scribe)),
        references=scribe.references.listed(),
        abbreviations=abbreviations(scribe),
    )


def _summary(scribe: Scribe, sessions: list[Session]) -> SummaryBox:
    findings = sum(len(session.findings) for session in sessions)
    parked = sum(len(session.parking_lot) for session in sessions)
    answers = [answer for answer in scribe.project.answers.values() if answer.positions]
    open_ = sum(answer.disputed for answer in answers)
    return box(
        ("Held", _held(sessions) or "No session has been recorded yet."),
        ("Present", f"{counted(len(_institutions(sessions)), 'institution')}."),
        ("Findings", f"{counted(findings, 'finding or recommendation', 'findings and recommendations')}."),
        ("Put aside", f"{counted(parked, 'matter')} for later."),
        ("Tables", f"{counted(len(_tables(scribe)), 'table')} with views on {counted(len(answers), 'question')}."),
        ("Differences", f"{counted(open_, 'difference')} between tables still open."),
    )


def _held(sessions: list[Session]) -> str:
    """Say how many sessions there were, and when."""
    days = [day_in_words(day) for day in sorted({session.date for session in sessions})]
    if not days:
        return ""
    held = f"on {len(days)} days between {days[0]} and {days[-1]}" if days[2:] else f"on {' and '.join(days)}"
    return f"{counted(len(sessions), 'session')} {held}."


def _institutions(sessions: list[Session]) -> set[str]:
    return {each.institution for session in sessions for each in session.attendance}


def _tables(scribe: Scribe) -> set[str]:
    return {each.table for answer in scribe.project.answers.values() for each in answer.positions} - {MAIN_COPY}


def _opening(scribe: Scribe, sessions: list[Session]) -> Iterator[str]:
    if not sessions:
        yield "No session has been recorded yet."
    else:
        institutions = counted(len(_institutions(sessions)), "institution")
        yield f"The workshop had {_held(sessions)} {institutions} took part."
    tables = len(_tables(scribe))
    if tables:
        open_ = sum(each.disputed for each in scribe.project.answers.values())
        left = f"{counted(open_, 'difference')} between them {'is' if open_ == 1 else 'are'} still open."
        yield f"The views of {counted(tables, 'table')} are on record. {left if open_ else 'All are settled.'}"


def _attendance(scribe: Scribe, sessions: list[Session]) -> tuple[AttendanceRow, ...]:
    numbers: dict[str, list[str]] = {}
    for number, session in enumerate(sessions, start=1):
        for group in session.attendance:
            numbers.setdefault(scribe.actor(group.institution, short=False), []).append(str(number))
    ordered = sorted(numbers.items(), key=lambda item: item[0].casefold())
    return tuple(AttendanceRow(institution=name, sessions=listed(dict.fromkeys(held))) for name, held in ordered)


def _page(scribe: Scribe, number: int, session: Session) -> SessionPage:
    until = f" to {session.end}" if session.end else ""
    times = f"{session.start}{until}" if until or not session.start else f"from {session.start}"
    present = [f"{scribe.actor(each.institution, short=False)} ({each.people})" for each in session.attendance]
    people = counted(sum(each.people for each in session.attendance), "person", "people")
    return SessionPage(
        number=str(number),
        title=f"{scribe.title(session)} {scribe.cite(*session.sources)}".strip(),
        question=marked(session.question, session.origin),
        held=listed((day_in_words(session.date), times if session.start else "")),
        roles=lines(
            labelled("Facilitator", session.facilitator) or "Facilitator: not recorded",
            labelled("Rapporteur", session.rapporteur) or "Rapporteur: not recorded",
        ),
        present=f"{people}: {listed(present, '; ')}" if present else "Not recorded",
        findings=tuple(marked(each, session.origin) for each in session.findings),
        note=marked(session.note, session.origin),
    )


def _of_the_days(scribe: Scribe, question: Question, days: set[datetime.date]) -> bool:
    answer = scribe.project.answer(question.id)
    return answer is not None and answer.date in days and not question.sensitive


def _differences(scribe: Scribe) -> Iterator[DifferenceRow]:
    for question in scribe.catalogue.questions.values():
        answer = scribe.project.answers.get(question.id)
        if answer is not None and not question.sensitive and _differ(scribe, question, answer):
            yield DifferenceRow(
                question=f"{question.number} {question.title}",
                text=question.text,
                views=views_in_lines(question, answer, scribe.words),
                outcome=_outcome(scribe, question, answer),
            )


def _differ(scribe: Scribe, question: Question, answer: Answer) -> bool:
    views = {scribe.words(question, each.value) for each in answer.positions}
    return answer.disputed or len(views | ({scribe.words(question, answer.value)} if views else set())) > 1


def _outcome(scribe: Scribe, question: Question, answer: Answer) -> str:
    if answer.disputed:
        return OPEN
    return lines(sentence(scribe.words(question, answer.value)), agreed_in_words(question, answer, scribe.words))
