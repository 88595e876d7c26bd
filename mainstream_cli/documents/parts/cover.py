"""Page one of every document."""

from mainstream_cli.documents.contexts.questionnaire import Head
from mainstream_cli.documents.contexts.shared import Cover, SummaryLine
from mainstream_cli.documents.words.draft_status import running, standing
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import day_in_words
from mainstream_cli.model.project import Settings

DESIGNATIONS = "The designations employed imply no opinion on the legal status of any country, territory or area."
PREPARED = "Prepared with mainstream, an independent toolkit; not endorsed by IOM or the United Nations."


def cover(scribe: Scribe, summary: tuple[SummaryLine, ...]) -> Cover:
    """Return page one of the document, with the box *summary*."""
    settings, today = scribe.project.settings, scribe.dossier.today
    plan = settings.plan
    return Cover(
        title=scribe.dossier.title,
        subject=f"{settings.country.name}: {plan.name}",
        country=settings.country.name,
        plan=plan.name,
        period=f"{plan.start} to {plan.end}" if plan.start != plan.end else str(plan.start),
        lead=scribe.actor(settings.lead, short=False),
        date=day_in_words(today),
        iso_date=today.isoformat(),
        standing=standing(scribe),
        running=running(scribe),
        notice=settings.notice or "",
        designations=DESIGNATIONS,
        prepared=PREPARED,
        glance=summary,
    )


def head(title: str, settings: Settings | None, subject: str = "Questionnaire") -> Head:
    """Return the head of a document that speaks of no answers; without *settings* it belongs to no country."""
    plan = settings.plan if settings else None
    country = settings.country.name if settings else ""
    return Head(
        title=title,
        subject=f"{country}: {plan.name}" if plan else subject,
        country=country,
        plan=plan.name if plan else "",
        period=f"{plan.start} to {plan.end}" if plan else "",
        iso_date="",
        designations=DESIGNATIONS,
        prepared=PREPARED,
    )
