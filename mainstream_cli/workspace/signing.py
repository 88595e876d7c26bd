"""Signs a stage: the journal gets what was approved, and by whom; an edition keeps the values."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mainstream_cli.errors import Argument, UsageError
from mainstream_cli.language import say
from mainstream_cli.model.catalogue import Stage
from mainstream_cli.model.edition import Edition
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.journal import Frozen
from mainstream_cli.model.meant import PARTNERS, kind_meant
from mainstream_cli.model.record import unknown_name
from mainstream_cli.model.registers.results import OBJECTIVES, Objective
from mainstream_cli.model.to_read import CheckToRead, ObjectiveToRead
from mainstream_cli.rules import Case, check, gate
from mainstream_cli.rules.aims import GOALS, kept
from mainstream_cli.rules.entries import actor
from mainstream_cli.rules.history import rating
from mainstream_cli.store import ProjectFolder
from mainstream_cli.store.editions import load_edition
from mainstream_cli.store.journal import last_entry, save_to_journal
from mainstream_cli.workspace.day import today_of
from mainstream_cli.workspace.editions import freeze, judged, scope_of
from mainstream_cli.workspace.gates import refuse_while_blocked
from mainstream_cli.workspace.words import on_day_said, referred, stated


@dataclass(frozen=True)
class Signed:
    """What was signed: the stage that was named, and all; the entry, and the errors under a waiver with its end.

    *fields* is what the entry says.
    """

    stage: Stage
    stages: tuple[Stage, ...]
    entry: Path
    ends: Mapping[Finding, datetime.date]
    fields: Mapping[str, Any]

    @property
    def waived(self) -> int:
        """How many errors a waiver covers."""
        return len(self.ends)

    @property
    def waived_until(self) -> datetime.date | None:
        """When the first of these waivers ends."""
        return min(self.ends.values(), default=None)

    @property
    def by(self) -> str:
        """Who approved it."""
        return str(self.fields["by"])

    @property
    def reference(self) -> str:
        """What shows it."""
        return str(self.fields["reference"])

    @property
    def edition(self) -> str:
        """What keeps the values that were approved."""
        return str(self.fields["edition_id"])

    @property
    def left_out(self) -> int:
        """Of how many answers and entries that lacks something, since it is private."""
        return int(self.fields["left_out"])


def to_read(loaded: ProjectFolder, case: Case, stage: str, edition: str | None = None) -> tuple[ObjectiveToRead, ...]:
    """Return what a person has to read before a stage is signed: where objectives are chosen, their checks.

    Raises:
        MainstreamError: there is no such stage or edition, or the gate of what stands now is blocked.
    """
    known = _known(case, stage)
    kept_values = load_edition(loaded, edition) if edition else None
    if kept_values is None:
        refuse_while_blocked(len(loaded.findings), gate(case, stage), known)
    signs = kept_values.stages if kept_values else (stage,)
    if loaded.catalogue.roles.get(GOALS) not in signs:
        return ()
    objectives = (kept_values.values if kept_values else loaded.project).entries(OBJECTIVES.name).items()
    return tuple(_readable(case, id_, each) for id_, each in objectives if isinstance(each, Objective) and kept(each))


def _known(case: Case, stage: str) -> Stage:
    stages = {known.id: known for known in case.catalogue.stages}
    if stage not in stages:
        raise unknown_name(say("There is no stage '{stage}'.", stage=stage), stage, stages)
    return stages[stage]


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


def sign(
    loaded: ProjectFolder,
    case: Case,
    stage: str,
    by: str,
    reference: str,
    *,
    read: bool = False,
    edition: str | None = None,
    date: str | datetime.date | None = None,
    amends: str | None = None,
) -> Signed:
    """Record that a role approves a stage on a day, as an edition keeps it; without one, that of today is made.

    *read* says that somebody has read what only a person can judge, *amends* which approval this one changes.

    Raises:
        MainstreamError: the gate is blocked, or the edition is missing or damaged; or something that is said cannot be.
    """
    by, known = stated("by", by), _known(case, stage)
    reading = to_read(loaded, case, stage, edition)
    reference = referred("reference", reference, case.project.entries("sources"))
    sent = load_edition(loaded, edition) if edition else None
    day = on_day_said("date", date) if date is not None else case.today
    stages = _signed_with(case, stage, sent)
    _refuse_day(case, stages, day, sent)
    _refuse_actors(case, stages, by, amends)
    _refuse_unread(read=read or not reading)
    frozen, hidden = _as_sent(loaded, case, sent) if sent else _as_it_stands(loaded, case, known)
    fields = _said(case, stages, stage) | {"by": by, "reference": reference, "amends": amends} | frozen
    entry = save_to_journal(loaded.folder, "sign_off", stage, day, fields, hidden)
    return Signed(known, stages, entry, {} if sent else _waived(case, known), fields)


def _said(case: Case, stages: tuple[Stage, ...], stage: str) -> dict[str, Any]:
    return {
        "stage": stage,
        "stages": [each.id for each in stages] if len(stages) > 1 else None,
        "recorded": case.today.isoformat(),
        "period": case.project.settings.plan.period,
    }


def _waived(case: Case, stage: Stage) -> dict[Finding, datetime.date]:
    found = check(case.at(stage.id))
    return {each: each.waiver.until for each in found if each.severity == "error" and each.waiver}


def _refuse_unread(*, read: bool) -> None:
    if not read:
        message = say("It was not judged whether the findings of the checks are right: somebody has to read them.")
        action = say("Read them, then sign with {argument}. Nothing was changed.", argument=Argument("read"))
        raise UsageError(message, action=action, code="usage")


Fields = tuple[dict[str, Any], dict[str, Any]]
"""What an entry says, and what its namesake in ``private/`` does."""


def _as_it_stands(loaded: ProjectFolder, case: Case, stage: Stage) -> Fields:
    fields = freeze(loaded, case, (stage,), scope_of(case.catalogue, [stage]))
    ratings, private = rating(case)
    return fields | judged(case, [stage]) | {"ratings": ratings}, {"ratings": private} if private else {}


def _as_sent(loaded: ProjectFolder, case: Case, sent: Edition) -> Fields:
    """Return what was so when an edition was sent; the approval is of that, and not of what stands now."""
    journals = (loaded.public.journal, case.project.journal)
    shown, whole = (
        next(each for each in journal.values() if isinstance(each, Frozen) and each.edition_id == sent.id)
        for journal in journals
    )
    names = {"edition_id", "covers", "counts", "left_out", "waived", "claimed", "made_with", "ratings"}
    fields = shown.model_dump(mode="json", include=names) | {"after": last_entry(loaded.folder)}
    private = {code: status for code, status in whole.ratings.items() if shown.ratings.get(code) != status}
    return fields, {"ratings": private} if private else {}


def _refuse_day(case: Case, stages: tuple[Stage, ...], day: datetime.date, sent: Edition | None) -> None:
    """Refuse a day that is still to come, before what was approved was sent, or before an answer that it would cover.

    Raises:
        UsageError: it is one of these.
    """
    now = min(case.today, today_of(case.project.settings))
    asked = (question for stage in stages for question in case.asked(stage))
    answers = (case.project.answer(question.id) for question in asked)
    last = max((answer.date for answer in answers if answer and answer.date), default=day)
    if sent and day < sent.day:
        values = {"day": day.isoformat(), "sent": sent.day.isoformat()}
        message = say("A decision of {day} cannot approve what was sent on {sent}.", **values)
        raise UsageError(message, action=say("Give the day of the decision. Nothing was changed."), code="usage")
    if not sent and day < last:
        values = {"day": day.isoformat(), "last": last.isoformat()}
        message = say("A signature of {day} cannot cover an answer of {last}.", **values)
        raise UsageError(message, action=say("Sign on that day or later. Nothing was changed."), code="usage")
    if day > now:
        values = {"day": day.isoformat(), "today": now.isoformat()}
        message = say("{day} is still to come; today is {today}.", **values)
        raise UsageError(message, action=say("Sign when it has come. Nothing was changed."), code="usage")


def _refuse_actors(case: Case, stages: tuple[Stage, ...], by: str, amends: str | None) -> None:
    """Refuse a partner where the proposal is approved: who leads does; and to amend what is no approval that counts.

    Raises:
        UsageError: it is one of these.
    """
    counting = {case.entry_id(case.sign_offs[each.id]) for each in stages if each.id in case.sign_offs}
    if amends is not None and amends not in counting:
        message = say("'{entry}' is no approval of these stages that counts.", entry=amends)
        raise unknown_name(message, amends, sorted(counting))
    proposing = case.catalogue.roles.get("proposing")
    if any(stage.id == proposing for stage in stages) and kind_meant(case.project, by) in PARTNERS:
        message = say("'{actor}' is a partner: partners help and do not approve.", actor=by)
        action = say("Name the national institution that approved it. Nothing was changed.")
        raise UsageError(message, action=action, code="usage")


def _signed_with(case: Case, stage: str, sent: Edition | None) -> tuple[Stage, ...]:
    """Return the stages that an approval signs: of an edition all, among them the one that is named."""
    if sent and stage not in sent.stages:
        message = say("The edition {edition} is not of the stage {stage}.", edition=sent.id, stage=stage)
        raise unknown_name(message, stage, sent.stages)
    return tuple(_known(case, each) for each in (sent.stages if sent else (stage,)))
