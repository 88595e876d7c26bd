"""Sessions of a workshop while people talk: what each command changes in the register."""

from collections.abc import Mapping, Sequence
from typing import Any

from mainstream_cli.changes.naming import new_id
from mainstream_cli.errors import Argument, MainstreamError, UsageError, nothing_changed
from mainstream_cli.language import say, stacked
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.numbers import whole
from mainstream_cli.model.project import Project
from mainstream_cli.model.record import parse
from mainstream_cli.model.registers.process import Session

MOST_FINDINGS = 3
Change = dict[str, Any]


def open_session(project: Project) -> tuple[str, Session] | None:
    """Return the session without an end time, the latest if there are several, None when there is none."""
    running = [(id_, session) for id_, session in project.entries("sessions").items() if session.end is None]
    return max(running, key=lambda item: (item[1].date, item[1].start or ""), default=None)


def the_open_session(project: Project) -> tuple[str, Session]:
    """Return the open session.

    Raises:
        MainstreamError: no session is open.
    """
    found = open_session(project)
    if found is None:
        action = say("Begin one: {command}", command="mainstream session start THEME QUESTION")
        raise MainstreamError(say("No session is open."), action=action, code="P09")
    return found


def start(project: Project, catalogue: Catalogue, fields: Mapping[str, Any]) -> tuple[str, Change]:
    """Return id and fields of a new session.

    Raises:
        MainstreamError: a session is open, or a field does not fit.
    """
    running = open_session(project)
    if running is not None:
        message = say("The session '{title}' is still open.", title=running[1].title)
        action = say("End it first: {command}", command="mainstream session end")
        raise MainstreamError(message, action=action, code="P09")
    change = {name: value for name, value in fields.items() if value}
    _refuse(change, catalogue)
    return new_id(str(fields["title"]), project.entries("sessions"), "session"), change


def attended(project: Project, session: Session, words: Sequence[str]) -> Change:
    """Return the change that records attendance; *words* are INSTITUTION=PEOPLE, and 0 takes an institution out.

    Raises:
        UsageError: a word is not written like that.
    """
    people = {present.institution: present.people for present in session.attendance}
    for word in words:
        institution, sign, number = word.rpartition("=")
        if not sign or not institution.strip() or (count := whole(number.strip())) is None or count < 0:
            message = say("Write {form}, not {word}.", form="INSTITUTION=PEOPLE", word=repr(word))
            action = say(
                'For instance: mainstream session attend ministry_labour=4 "Network of women\'s organisations"=2'
            )
            raise UsageError(message, action=action, code="usage")
        people[_institution(project, institution.strip())] = count
    return {"attendance": [{"institution": name, "people": count} for name, count in people.items() if count] or None}


def _institution(project: Project, words: str) -> str:
    """Return the id of the stakeholder that *words* name by id, title or abbreviation; else the words."""
    for id_, stakeholder in project.entries("stakeholders").items():
        if words.casefold() in (id_, stakeholder.title.casefold(), (stakeholder.abbreviation or "").casefold()):
            return str(id_)
    return words


def found(session: Session, text: str, instead: int | None) -> Change:
    """Return the change that records a finding, as a new one or instead of an earlier one.

    Raises:
        MainstreamError: there are three findings already, or there is none to replace; the empty text is no finding.
    """
    findings = list(session.findings)
    if not text.strip():
        raise UsageError(say("The finding is empty."), action=say("Say it in one sentence."), code="usage")
    if instead is not None:
        if not 1 <= instead <= len(findings):
            listed = say("Findings so far: {n}.", n=len(findings))
            raise UsageError(say("There is no finding {number}.", number=instead), action=listed, code="usage")
        findings[instead - 1] = text
    elif len(findings) == MOST_FINDINGS:
        lines = [f"    {number}. {finding}" for number, finding in enumerate(findings, start=1)]
        message = stacked([say("The session has its three findings:"), *lines])
        instead_of = Argument("instead", "NUMBER")
        action = say("Agree which one gives way: {argument}; or park it.", argument=instead_of)
        raise MainstreamError(message, action=action, code="P09")
    else:
        findings.append(text)
    return {"findings": findings}


def parked(session: Session, text: str) -> Change:
    """Return the change that puts a matter aside for later.

    Raises:
        UsageError: the text is empty.
    """
    if not text.strip():
        raise UsageError(say("There is nothing to park."), action=say("Say it in one sentence."), code="usage")
    return {"parking_lot": [*session.parking_lot, text]}


def end(session: Session, catalogue: Catalogue, at: str) -> Change:
    """Return the change that ends a session.

    Raises:
        MainstreamError: the time does not fit, or lies before the beginning.
    """
    _refuse({"title": session.title, "question": session.question, "date": session.date, "end": at}, catalogue)
    if session.start and at < session.start:
        message = say("The session began at {start}; it cannot end at {end}.", start=session.start, end=at)
        action = say("Name the time: {argument}", argument=Argument("at", "17:00"))
        raise MainstreamError(message, action=action, code="P09")
    return {"end": at}


def _refuse(fields: Mapping[str, Any], catalogue: Catalogue) -> None:
    session, problems = parse(Session, fields, catalogue.vocabulary)
    if session is None:
        problem = problems[0]
        where = ".".join(str(step) for step in problem.path)
        message = say("{field}: {problem}", field=where, problem=problem.message)
        raise MainstreamError(message, action=nothing_changed(problem.action), code="F09")
