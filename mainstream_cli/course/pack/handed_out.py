"""Builds what participants take home: handout, certificate and evaluation form."""

from mainstream_cli.content.reference import load_glossary
from mainstream_cli.course.pack.contexts import (
    CertificatePage,
    Certificates,
    CommandRow,
    ConditionRow,
    EvaluationForm,
    NotePart,
    ParticipantHandout,
    StageRow,
    Statement,
    WordRow,
)
from mainstream_cli.course.pack.material import Teaching, heading
from mainstream_cli.model.course import Course, HandoutPart

LINES = 4


def participant_handout(teaching: Teaching) -> ParticipantHandout:
    """Build the handout: the method on two pages, then the words and the commands."""
    handout, catalogue = teaching.handout, teaching.catalogue
    chosen = [each for each in load_glossary(catalogue).terms if each.id in handout.words]
    return ParticipantHandout(
        cover=heading(handout.title, "Handout for participants of a course"),
        edition=teaching.edition,
        parts=tuple(_part(each) for each in handout.parts),
        stages=tuple(
            StageRow(title=f"{each.number} {each.title}", question=handout.steps[each.id]) for each in catalogue.stages
        ),
        conditions=tuple(
            ConditionRow(code=each.code, title=each.title, question=each.question) for each in catalogue.conditions
        ),
        example=_part(handout.example),
        words=tuple(
            WordRow(term=each.term, meaning=each.meaning.strip())
            for each in sorted(chosen, key=lambda each: each.term.lower())
        ),
        commands=tuple(CommandRow(type=each.type, does=each.does) for each in handout.commands),
    )


def _part(part: HandoutPart) -> NotePart:
    return NotePart(title=part.title, text=part.text, points=part.points)


def certificates(teaching: Teaching) -> Certificates:
    """Build a certificate of attendance for each course; it has lines for what is written by hand."""
    return Certificates(
        cover=heading("Certificate of attendance", "Certificates with blank lines"),
        pages=tuple(_certificate(each) for each in teaching.courses.values()),
    )


def _certificate(course: Course) -> CertificatePage:
    return CertificatePage(course=course.title, hours=f"{course.hours} hours of work", objectives=course.objectives)


def evaluation_form(teaching: Teaching) -> EvaluationForm:
    """Build the evaluation form, which asks for no name."""
    handout = teaching.handout
    boxes = "   ".join(f"☐ {each}" for each in handout.scale)
    return EvaluationForm(
        cover=heading("Evaluation of the course", "Evaluation form without names"),
        edition=teaching.edition,
        statements=tuple(Statement(text=each, boxes=boxes) for each in handout.statements),
        questions=handout.open_questions,
        lines=tuple(range(LINES)),
    )
