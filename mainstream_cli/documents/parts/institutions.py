"""Bodies, stakeholders and the sessions in which they were heard."""

from collections.abc import Collection

from mainstream_cli.documents.contexts.process_rows import BodyRow, SessionRow, StakeholderRow
from mainstream_cli.documents.contexts.shared import Rows
from mainstream_cli.documents.words.legend import Legend, with_notes
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import (
    capital,
    counted,
    day_in_words,
    labelled,
    lines,
    listed,
    moment_in_words,
)
from mainstream_cli.model.registers.actors import Body, Consultation, Stakeholder
from mainstream_cli.model.registers.process import Session


def body_rows(scribe: Scribe, kinds: Collection[str] | None = None) -> Rows[BodyRow]:
    """Return the bodies of the institutional framework, all or those of some *kinds*."""
    bodies = [each for each in scribe.project.entries("bodies").values() if kinds is None or each.kind in kinds]
    return with_notes(scribe, bodies, _body)


def _body(scribe: Scribe, body: Body, legend: Legend) -> BodyRow:
    members, note = scribe.actors(body.members), scribe.note(body)
    kind = (scribe.kind("body_kinds", body.kind), scribe.term("body_statuses", body.status))
    return BodyRow(
        title=scribe.titled(body, legend.letters(note)),
        status=lines(
            capital(listed(kind)), labelled("Since", moment_in_words(body.created)), labelled("Basis", body.legal_basis)
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
            legend.own(note),
        )
        or "Not stated yet",
    )


def stakeholder_rows(scribe: Scribe) -> Rows[StakeholderRow]:
    """Return the stakeholders in the order of the kinds; interest, influence and stance are never printed."""
    entries = list(scribe.project.entries("stakeholders").values())
    entries.sort(key=lambda each: scribe.rank("stakeholder_kinds", each.kind))
    return with_notes(scribe, entries, _stakeholder)


def _stakeholder(scribe: Scribe, stakeholder: Stakeholder, legend: Legend) -> StakeholderRow:
    note = scribe.note(stakeholder)
    short = f"({stakeholder.abbreviation})" if stakeholder.abbreviation else ""
    kind = scribe.kind("stakeholder_kinds", stakeholder.kind)
    own = (
        stakeholder.role,
        labelled("Mandate", stakeholder.mandate),
        labelled("In no action", stakeholder.none_because),
        legend.own(note),
    )
    return StakeholderRow(
        title=listed((scribe.title(stakeholder), short, legend.letters(note), scribe.cite(*stakeholder.sources)), " "),
        kind="" if kind.lower() in stakeholder.title.lower() else capital(kind),
        role=lines(*own) or "Not stated yet",
        consulted=lines(*(_consulted(each, legend) for each in stakeholder.consulted)) or "Not consulted yet",
    )


def _consulted(consultation: Consultation, legend: Legend) -> str:
    how = listed((consultation.form, consultation.matter), ": ")
    return f"{moment_in_words(consultation.date)} {legend.refer(how)}"


def session_rows(scribe: Scribe) -> Rows[SessionRow]:
    """Return the sessions held, by date."""
    sessions = sorted(scribe.project.entries("sessions").values(), key=lambda each: (each.date, each.start or ""))
    return with_notes(scribe, sessions, _session)


def _session(scribe: Scribe, session: Session, legend: Legend) -> SessionRow:
    people, note = sum(each.people for each in session.attendance), scribe.note(session)
    present = (
        f"{counted(people, 'person', 'people')} from {counted(len(session.attendance), 'institution')}"
        if people
        else ""
    )
    findings = session.findings
    aside = listed(session.parking_lot, "; ")
    return SessionRow(
        title=scribe.titled(session, legend.letters(note)),
        question=session.question,
        held=lines(day_in_words(session.date), present),
        findings=lines(*findings, labelled("Put aside for later", aside), legend.own(note)) or "No findings recorded",
    )
