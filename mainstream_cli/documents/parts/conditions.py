"""The conditions for success: all of them for the annex, those not secured for the decisions requested."""

import re
from collections.abc import Sequence

from mainstream_cli.documents.contexts.process_rows import ConditionRow
from mainstream_cli.documents.parts.journal import accepted, decided
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import capital, lines, listed, sentence
from mainstream_cli.model.catalogue import SwitchedOff
from mainstream_cli.model.finding import Assessment
from mainstream_cli.model.history import bare_status_words, seen_in_words
from mainstream_cli.model.journal import ConditionStatus

CODE = re.compile(r"C\d\d")
STATUS_WORDS: dict[ConditionStatus, str] = {
    "met": "Secured",
    "partly_met": "Partly secured",
    "claimed": "Said to be in place",
    "not_met": "Not secured",
    "not_assessed": "Not assessed yet",
}
SAID = {"in_place": "in place", "partly": "partly in place"}
"""What the team says of a condition, by what it claims."""


def condition_rows(scribe: Scribe) -> tuple[ConditionRow, ...]:
    """Return all conditions as assessed, then those that national content leaves out, with the reason."""
    assessed = (_row(scribe, assessment) for assessment in scribe.dossier.assessments)
    left_out = (_left_out(id_, off) for id_, off in scribe.catalogue.switched_off.items() if CODE.fullmatch(id_))
    return (*assessed, *left_out)


def _left_out(code: str, off: SwitchedOff) -> ConditionRow:
    return ConditionRow(
        code=code,
        title=off.title,
        text="",
        status="Left out",
        because=f"Left out by the national content: {off.reason.strip()}",
        remedy="",
        who="",
        needed_by="",
    )


def open_conditions(scribe: Scribe) -> tuple[ConditionRow, ...]:
    """Return the conditions that are not secured yet, in the order of the stages that need them."""
    stages = [stage.id for stage in scribe.catalogue.stages]
    unsecured = [each for each in scribe.dossier.assessments if each.status != "met"]
    unsecured.sort(
        key=lambda each: stages.index(each.condition.needed_by) if each.condition.needed_by in stages else len(stages)
    )
    return tuple(_row(scribe, assessment) for assessment in unsecured)


def _row(scribe: Scribe, assessment: Assessment) -> ConditionRow:
    condition = assessment.condition
    return ConditionRow(
        code=condition.code,
        title=condition.title,
        text=condition.text,
        status=capital(bare_status_words(assessment)),
        because=lines(
            lines(*map(sentence, assessment.answers), _on_record(assessment)) or "No answers yet",
            decided(scribe, assessment.remedy) if assessment.remedy else "",
            accepted(scribe, assessment.waiver) if assessment.waiver else "",
        ),
        remedy=condition.remedy,
        who=capital(listed(condition.who, "; ")),
        needed_by=scribe.term("stages", condition.needed_by),
    )


def _on_record(assessment: Assessment) -> str:
    """Say what was seen, or what the record does not show yet or says otherwise."""
    if assessment.status == "met":
        return f"Seen: {seen_in_words(assessment)}." if assessment.seen else ""
    if not assessment.missing or assessment.unread or assessment.claim not in SAID:
        return ""
    if assessment.evidence == "against":
        return _itemised("The record says otherwise", assessment.missing)
    if assessment.status == "claimed":
        said = f"The team says that this is {SAID[assessment.claim]}; the record does not show it yet"
        return _itemised(said, assessment.missing)
    return _itemised("The record does not show yet", assessment.missing)


def _itemised(head: str, items: Sequence[str]) -> str:
    """Write one item behind its head, more below it."""
    if len(items) == 1:
        return f"{head}: {items[0]}."
    return lines(f"{head}:", *(f"– {item}." for item in items))
