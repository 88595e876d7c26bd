"""Records in the journal what was decided, and how the conditions stood on a day."""

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mainstream_cli.errors import Argument, UsageError
from mainstream_cli.language import say
from mainstream_cli.model.catalogue import Stage
from mainstream_cli.model.record import unknown_name
from mainstream_cli.rules import Case, assess
from mainstream_cli.rules.gates import nothing_to_sign
from mainstream_cli.rules.history import rating
from mainstream_cli.store import ProjectFolder
from mainstream_cli.store.journal import save_to_journal
from mainstream_cli.workspace.words import day_to_come, stated

GENERAL = "process"
NONE_HERE = "G10"


def decide(
    loaded: ProjectFolder,
    case: Case,
    text: str,
    *,
    by: str,
    stage: str | None = None,
    code: str | None = None,
    due: str | datetime.date | None = None,
    reference: str | None = None,
    confirmed_by: Sequence[str] = (),
    withdraws: str | None = None,
) -> Path:
    """Record a decision, with a code and a day as the remedy of a condition; return its entry in the journal."""
    stages = {known.id: known for known in loaded.catalogue.stages}
    if stage is not None and stage not in stages:
        raise unknown_name(say("There is no stage '{stage}'.", stage=stage), stage, stages)
    day = day_to_come("due", due, case.today).isoformat() if due is not None else None
    confirmed = list(dict.fromkeys(stated("confirmed_by", each) for each in confirmed_by))
    fields: dict[str, Any] = {
        "text": stated("text", text),
        "stage": stage,
        "code": _none_here(case, stages.get(stage or ""), day) if _is_none_here(code) else _condition(case, code, day),
        "due": day,
        "confirmed_by": confirmed or None,
        "reference": stated("reference", reference) if reference is not None else None,
        "withdraws": _withdrawn(case, withdraws) if withdraws is not None else None,
        "by": stated("by", by),
    }
    given = {name: value for name, value in fields.items() if value is not None}
    return save_to_journal(loaded.folder, "decision", stage or fields["code"] or GENERAL, case.today, given)


def _withdrawn(case: Case, entry: str) -> str:
    """Return the id of a sign-off that still counts."""
    counting = {case.entry_id(sign_off) for sign_off in case.sign_offs.values()}
    if entry not in counting:
        message = say("'{entry}' is no sign-off that counts.", entry=entry)
        raise unknown_name(message, entry, sorted(counting))
    return entry


def _is_none_here(code: str | None) -> bool:
    return code is not None and code.upper() == NONE_HERE


def _none_here(case: Case, stage: Stage | None, due: str | None) -> str:
    """Return the code of a decision that there is nothing to record where a stage needs something; it has no day."""
    nothing_changed = say("Nothing was changed.")
    if stage is None:
        message = say("{code} needs a stage: that of which nothing is to be recorded.", code=NONE_HERE)
        action = say("Say which: {argument}. Nothing was changed.", argument=Argument("stage", "STAGE"))
        raise UsageError(message, action=action, code="usage")
    if due is not None:
        message = say("{code} takes no day: that there is nothing is no task.", code=NONE_HERE)
        raise UsageError(message, action=nothing_changed, code="usage")
    if not stage.gate.needs:
        message = say("{stage}: its gate needs no entry, so there is nothing to decide.", stage=stage.title)
        raise UsageError(message, action=nothing_changed, code="usage")
    if not any(True for _ in nothing_to_sign(case.at(stage.id))):
        message = say("{stage}: something is recorded that can be signed, or this was decided.", stage=stage.title)
        raise UsageError(message, action=nothing_changed, code="usage")
    return NONE_HERE


def _condition(case: Case, code: str | None, due: str | None) -> str | None:
    """Return the code of an open condition, for which a day must be set."""
    if code is None:
        return None
    assessments = {assessment.condition.code: assessment for assessment in assess(case)}
    if code.upper() not in assessments:
        raise unknown_name(say("There is no condition '{code}'.", code=code), code, assessments)
    found = assessments[code.upper()]
    if due is None:
        message = say("A remedy of {code} needs a date.", code=found.condition.code)
        action = say("Say by when it is done: {argument}. Nothing was changed.", argument=Argument("due", "DATE"))
        raise UsageError(message, action=action, code="usage")
    if found.status == "met":
        message = say(
            "{code} {condition} is secured; there is nothing to put right.",
            code=found.condition.code,
            condition=found.condition.title,
        )
        action = say("Record the decision without {argument}. Nothing was changed.", argument=Argument("code"))
        raise UsageError(message, action=action, code="usage")
    return found.condition.code


def rate(loaded: ProjectFolder, case: Case, by: str) -> Path:
    """Keep how the conditions stand in the journal, what private answers say in ``private/``; return the entry."""
    ratings, private = rating(case)
    fields = {"by": stated("by", by), "edition": loaded.catalogue.edition, "ratings": ratings}
    hidden = {"ratings": private} if private else {}
    return save_to_journal(loaded.folder, "rating", "conditions", case.today, fields, hidden)
