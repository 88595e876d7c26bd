"""Builds what participants take home: handout, certificate and evaluation form."""

from mainstream_cli.content.reference import load_glossary
from mainstream_cli.course.pack.contexts import (
    CertificatePage,
    Certificates,
    ConditionLine,
    EvaluationForm,
    ParticipantHandout,
    StageRow,
    Statement,
    WordRow,
)
from mainstream_cli.course.pack.material import Teaching
from mainstream_cli.documents.parts.cover import head
from mainstream_cli.model.course import Course

LINES = 4


def participant_handout(teaching: Teaching) -> ParticipantHandout:
    """Build the handout: the method on two pages, then the words and the commands."""
    handout, catalogue = teaching.handout, teaching.catalogue
    chosen = [each for each in load_glossary(catalogue).terms if each.id in handout.words]
    return ParticipantHandout(
        cover=head(handout.title, None, "Handout for participants of a course"),
        edition=teaching.edition,
        parts=handout.parts,
        stages=tuple(
            StageRow(title=f"{stage.number} {stage.title}", question=handout.steps[stage.id])
            for stage in catalogue.stages
        ),
        conditions=tuple(
            ConditionLine(code=condition.code, title=condition.title, question=condition.question)
            for condition in catalogue.conditions
        ),
        example=handout.example,
        words=tuple(
            WordRow(term=entry.term, meaning=entry.meaning.strip())
            for entry in sorted(chosen, key=lambda entry: entry.term.lower())
        ),
        commands=handout.commands,
    )


def certificates(teaching: Teaching) -> Certificates:
    """Build a certificate of attendance for each course; it has lines for what is written by hand."""
    return Certificates(
        cover=head("Certificate of attendance", None, "Certificates with blank lines"),
        pages=tuple(_certificate(each) for each in teaching.courses.values()),
    )


def _certificate(course: Course) -> CertificatePage:
    return CertificatePage(course=course.title, hours=f"{course.hours} hours of work", objectives=course.objectives)


def evaluation_form(teaching: Teaching) -> EvaluationForm:
    """Build the evaluation form, which asks for no name."""
    handout = teaching.handout
    boxes = "   ".join(f"☐ {each}" for each in handout.scale)
    return EvaluationForm(
        cover=head("Evaluation of the course", None, "Evaluation form without names"),
        edition=teaching.edition,
        statements=tuple(Statement(text=each, boxes=boxes) for each in handout.statements),
        questions=handout.open_questions,
        lines=tuple(range(LINES)),
    )
