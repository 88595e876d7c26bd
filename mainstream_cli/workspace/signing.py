"""Signs a stage: its gate is looked at, and the journal gets what the signature covers."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from mainstream_cli.errors import Argument, MainstreamError, UsageError
from mainstream_cli.language import count, say, stacked
from mainstream_cli.model.catalogue import Stage
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.meant import PARTNERS, kind_meant
from mainstream_cli.model.record import unknown_name
from mainstream_cli.model.registers.results import OBJECTIVES, Objective
from mainstream_cli.model.to_read import CheckToRead, ObjectiveToRead
from mainstream_cli.rules import Case, check, digest, gate
from mainstream_cli.rules.aims import GOALS, kept
from mainstream_cli.rules.entries import actor
from mainstream_cli.rules.history import rating
from mainstream_cli.store import ProjectFolder
from mainstream_cli.store.journal import save_to_journal
from mainstream_cli.workspace.day import today_of
from mainstream_cli.workspace.words import referred, stated


@dataclass(frozen=True)
class Signed:
    """What was signed by whom: the stage, its entry in the journal, the errors under a waiver, and the first end."""

    stage: Stage
    by: str
    reference: str
    entry: Path
    waived: int
    waived_until: datetime.date | None


def to_read(loaded: ProjectFolder, case: Case, stage: str) -> tuple[ObjectiveToRead, ...]:
    """Return what a person has to read before a stage is signed: where objectives are chosen, their checks.

    Raises:
        MainstreamError: there is no such stage, or its gate is blocked.
    """
    stages = {known.id: known for known in loaded.catalogue.stages}
    if stage not in stages:
        raise unknown_name(say("There is no stage '{stage}'.", stage=stage), stage, stages)
    _refuse_while_blocked(len(loaded.findings), gate(case, stage), stages[stage])
    if stage != loaded.catalogue.roles.get(GOALS):
        return ()
    objectives = loaded.project.entries(OBJECTIVES.name).items()
    return tuple(_readable(case, id_, each) for id_, each in objectives if isinstance(each, Objective) and kept(each))


def _readable(case: Case, id_: str, objective: Objective) -> ObjectiveToRead:
    checks = [
        CheckToRead(
            name,
            made=True,
            result=case.catalogue.label("check_results", check.result),
            finding=check.finding or "",
            by=actor(case, check.by or ""),
            date=check.date,
            behind=objective.outgrew(check),
        )
        if check
        else CheckToRead(name)
        for name, check in objective.checks.items()
    ]
    return ObjectiveToRead(id_, objective.title, tuple(checks))


def sign(loaded: ProjectFolder, case: Case, stage: str, by: str, reference: str, *, read: bool = False) -> Signed:
    """Record that a role confirms a stage; *read* says that somebody has read what only a person can judge."""
    by = stated("by", by)
    reading = to_read(loaded, case, stage)
    reference = referred("reference", reference, case.project.entries("sources"))
    _refuse_signature(case, stage, by)
    if reading and not read:
        message = say("It was not judged whether the findings of the checks are right: somebody has to read them.")
        action = say("Read them, then sign with {argument}. Nothing was changed.", argument=Argument("read"))
        raise UsageError(message, action=action, code="usage")
    stages = {known.id: known for known in loaded.catalogue.stages}
    ratings, private = rating(case)
    fields = {
        "stage": stage,
        "by": by,
        "reference": reference,
        "digest": digest(loaded.public, stages[stage]),
        "edition": loaded.catalogue.edition,
        "period": loaded.project.settings.plan.period,
        "ratings": ratings,
    }
    hidden = {"ratings": private} if private else {}
    entry = save_to_journal(loaded.folder, "sign_off", stage, case.today, fields, hidden)
    found = check(case.at(stage))
    waivers = [finding.waiver for finding in found if finding.severity == "error" and finding.waiver]
    until = min((waiver.until for waiver in waivers), default=None)
    return Signed(stages[stage], by, reference, entry, len(waivers), until)


def _refuse_signature(case: Case, stage: str, by: str) -> None:
    """Refuse a day that cannot be, and a partner where the proposal is approved: who leads approves.

    Raises:
        UsageError: it is one of these.
    """
    asked = (question for known in case.catalogue.stages if known.id == stage for question in case.asked(known))
    answers = (case.project.answer(question.id) for question in asked)
    last = max((answer.date for answer in answers if answer and answer.date), default=case.today)
    if case.today < last:
        values = {"day": case.today.isoformat(), "last": last.isoformat()}
        message = say("A signature of {day} cannot cover an answer of {last}.", **values)
        raise UsageError(message, action=say("Sign on that day or later. Nothing was changed."), code="usage")
    if case.today > (clock := today_of(case.project.settings)):
        values = {"day": case.today.isoformat(), "today": clock.isoformat()}
        message = say("{day} is still to come; today is {today}.", **values)
        raise UsageError(message, action=say("Sign when it has come. Nothing was changed."), code="usage")
    if stage == case.catalogue.roles.get("proposing") and kind_meant(case.project, by) in PARTNERS:
        message = say("'{actor}' is a partner: partners help and do not approve.", actor=by)
        action = say("Name the national institution that approved it. Nothing was changed.")
        raise UsageError(message, action=action, code="usage")


def _refuse_while_blocked(format_findings: int, open_items: list[Finding], stage: Stage) -> None:
    if not format_findings and not open_items:
        return
    found: list[str] = [finding.message for finding in open_items]
    if format_findings:
        form = count("{n} finding on the form of files", "{n} findings on the form of files", n=format_findings)
        found.insert(0, form)
    message = say(
        "{stage} cannot be signed yet; its gate is blocked by:\n{findings}",
        stage=stage.title,
        findings=stacked(say("    - {finding}", finding=each) for each in found),
    )
    raise MainstreamError(message, action=say("Details: mainstream check {stage}", stage=stage.id), code="G00")
