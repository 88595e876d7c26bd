"""Bodies, stakeholders and the sessions in which they were heard."""

from mainstream_cli.model.contexts.process_rows import BodyRow, SessionRow, StakeholderRow
from mainstream_cli.model.registers.actors import Body, Consultation, Stakeholder
from mainstream_cli.model.registers.process import Session
from mainstream_cli.services.contexts.scribe import Scribe
from mainstream_cli.services.contexts.wording import (
    capital,
    counted,
    day_in_words,
    labelled,
    lines,
    listed,
    moment_in_words,
)


def body_rows(scribe: Scribe) -> tuple[BodyRow, ...]:
    """Return the bodies of the institutional framework."""
    return tuple(_body(scribe, body) for body in scribe.project.entries("bodies").values())


def _body(scribe: Scribe, body: Body) -> BodyRow:
    members = scribe.actors(body.members)
    return BodyRow(
        title=lines(
            f"{scribe.title(body)} {scribe.cite(*body.sources)}".strip(), capital(scribe.term("body_kinds", body.kind))
        ),
        status=lines(
            capital(scribe.term("body_statuses", body.status)),
            labelled("Since", moment_in_words(body.created)),
            labelled("Basis", body.legal_basis),
        ),
        people=lines(
            labelled("Chair", scribe.actor(body.chair)),
            labelled("Secretariat", scribe.actor(body.secretariat)),
            labelled("Members", members),
        )
        or "Not named yet",
        mandate=lines(
            body.mandate,
            labelled("Meets", body.meets),
            labelled("Decides", body.decision_rule),
            labelled("Reports to", scribe.actor(body.reports_to)),
            labelled("Budget", body.budget),
            body.note,
        )
        or "Not stated yet",
    )


def stakeholder_rows(scribe: Scribe) -> tuple[StakeholderRow, ...]:
    """Return the stakeholders in the order of the kinds; interest, influence and stance are never printed."""
    kinds = list(scribe.catalogue.vocabulary["stakeholder_kinds"])
    entries = list(scribe.project.entries("stakeholders").values())
    entries.sort(key=lambda each: kinds.index(each.kind) if each.kind in kinds else len(kinds))
    return tuple(_stakeholder(scribe, each) for each in entries)


def _stakeholder(scribe: Scribe, stakeholder: Stakeholder) -> StakeholderRow:
    title = listed(
        (scribe.title(stakeholder), f"({stakeholder.abbreviation})" if stakeholder.abbreviation else ""), " "
    )
    return StakeholderRow(
        title=lines(
            f"{title} {scribe.cite(*stakeholder.sources)}".strip(),
            capital(scribe.term("stakeholder_kinds", stakeholder.kind)),
        ),
        role=lines(stakeholder.role, labelled("Mandate", stakeholder.mandate), stakeholder.note) or "Not stated yet",
        consulted=lines(*(_consulted(each) for each in stakeholder.consulted)) or "Not consulted yet",
    )


def _consulted(consultation: Consultation) -> str:
    matter = f" on {consultation.matter}" if consultation.matter else ""
    return f"{moment_in_words(consultation.date)}: {consultation.form}{matter}"


def session_rows(scribe: Scribe) -> tuple[SessionRow, ...]:
    """Return the sessions held, by date."""
    sessions = sorted(scribe.project.entries("sessions").values(), key=lambda each: (each.date, each.start or ""))
    return tuple(_session(scribe, session) for session in sessions)


def _session(scribe: Scribe, session: Session) -> SessionRow:
    people = sum(each.people for each in session.attendance)
    present = (
        f"{counted(people, 'person', 'people')} from {counted(len(session.attendance), 'institution')}"
        if people
        else ""
    )
    aside = labelled("Put aside for later", listed(session.parking_lot, "; "))
    return SessionRow(
        title=lines(f"{scribe.title(session)} {scribe.cite(*session.sources)}".strip(), session.question),
        held=lines(day_in_words(session.date), present),
        findings=lines(*session.findings, aside, session.note) or "No findings recorded",
    )
