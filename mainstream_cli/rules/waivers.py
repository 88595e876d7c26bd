"""Which waiver covers which finding, and why a waiver may not stand."""

from datetime import timedelta
from typing import NamedTuple

from mainstream_cli.language import Text, say
from mainstream_cli.model.condition import Condition
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.journal import Waiver
from mainstream_cli.rules.case import Case
from mainstream_cli.rules.formats import MANUAL as FORMS

LONGEST = timedelta(days=731)


class WaiverRefusal(NamedTuple):
    """Why a waiver may not stand, and what to do instead."""

    message: Text
    action: Text


def refusal(case: Case, waiver: Waiver) -> WaiverRefusal | None:
    """Say why a waiver may not stand, whatever it would cover; None when it may.

    Faults of form are never waived, nor conditions on rights, gender and children; and none stands for over two years.
    """
    code = waiver.code
    condition = condition_of(case, code)
    if code in FORMS or code.startswith(("F", "L")):
        message = say("{code} is a fault in the form of a file and cannot be waived.", code=code)
        return WaiverRefusal(message, say("Correct the file."))
    if code == "G10":
        message = say("{code} cannot be waived: there is nothing to sign.", code=code)
        command = "mainstream decide TEXT --by ACTOR --code G10 --stage STAGE"
        return WaiverRefusal(message, say("Record it, or decide that there is none ({command}).", command=command))
    if condition is not None and not condition.waivable:
        message = say(
            "{code} {condition} cannot be waived: rights, gender and children are never set aside.",
            code=code,
            condition=condition.title,
        )
        command = f"mainstream decide TEXT --by ACTOR --code {code} --due DATE"
        return WaiverRefusal(message, say("Answer it with a dated remedy ({command}).", command=command))
    if condition is not None and waiver.where is not None:
        message = say("{code} is a condition: it is waived as a whole.", code=code)
        return WaiverRefusal(message, say("Leave out 'where' ({where}).", where=waiver.where))
    if waiver.until - waiver.date > LONGEST:
        message = say("A waiver until {day} would stand for over two years.", day=waiver.until.isoformat())
        return WaiverRefusal(message, say("Choose an earlier day."))
    return None


def matches(waiver: Waiver, finding: Finding) -> bool:
    """Tell whether a finding is the one that a waiver names, on whatever day."""
    if finding.code != waiver.code:
        return False
    ref = finding.ref
    return waiver.where is None or (ref is not None and waiver.where in (ref.id, f"{ref.kind}/{ref.id}"))


def covering(case: Case, finding: Finding) -> Waiver | None:
    """Return the waiver that covers a finding today, of several the one that ends last."""
    found = [waiver for waiver in case.waivers.values() if matches(waiver, finding) and stands(case, waiver)]
    return max(found, key=lambda waiver: waiver.until, default=None)


def stands(case: Case, waiver: Waiver) -> bool:
    """Tell whether a waiver may stand, has been given and has not run out."""
    return waiver.date <= case.today <= waiver.until and refusal(case, waiver) is None


def condition_of(case: Case, code: str) -> Condition | None:
    """Return the condition with this code, if there is one."""
    return next((condition for condition in case.catalogue.conditions if condition.code == code), None)
