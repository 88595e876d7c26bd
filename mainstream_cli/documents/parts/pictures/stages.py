"""Progress by stage."""

from decimal import Decimal

from mainstream_cli.documents.contexts.pictures import Mark, Picture
from mainstream_cli.documents.parts.journal import case_of
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import counted
from mainstream_cli.model.catalogue import Stage
from mainstream_cli.rules import Case


def stage_progress(scribe: Scribe) -> Picture:
    """Return how far each stage is answered, and whether it is signed."""
    case = case_of(scribe)
    marks = tuple(_stage(case, stage) for stage in scribe.catalogue.stages)
    signed = sum(stage.id in case.valid for stage in scribe.catalogue.stages)
    return Picture(
        picture="progress",
        caption="Questions answered, by stage",
        alt=f"A bar for each of {counted(len(marks), 'stage')}, filled as far as its questions are answered. "
        f"{signed} of {counted(len(marks), 'stage')} signed.",
        columns=("Stage", "Answered", "Sign-off"),
        legend=("answered", "asked"),
        marks=marks,
    )


def _stage(case: Case, stage: Stage) -> Mark:
    asked = list(case.asked(stage))
    answered = sum(case.project.answer(question.id) is not None for question in asked)
    signed = "signed" if stage.id in case.valid else "changed since it was signed" if case.stale(stage) else ""
    return Mark(
        label=stage.title,
        words=(f"{answered} of {len(asked)} answered", signed),
        numbers=(Decimal(answered), Decimal(len(asked))),
    )
