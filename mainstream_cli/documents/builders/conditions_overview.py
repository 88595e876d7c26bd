"""Builds the overview of conditions: one page, whatever the project holds."""

from collections import Counter
from collections.abc import Callable, Mapping

from mainstream_cli.documents.contexts.conditions_overview import ConditionsOverview, StatusRow
from mainstream_cli.documents.contexts.shared import SummaryLine
from mainstream_cli.documents.dossier import Dossier
from mainstream_cli.documents.parts.conditions import STATUS_WORDS
from mainstream_cli.documents.parts.cover import cover
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.shortening import LEFT_OUT, shortened
from mainstream_cli.documents.words.wording import capital, counted, day_in_words, listed
from mainstream_cli.model.finding import Assessment
from mainstream_cli.model.history import is_to_confirm, seen_in_words
from mainstream_cli.model.journal import ConditionStatus, Waiver

SIGNS: Mapping[ConditionStatus, str] = {
    "met": "●",
    "partly_met": "◐",
    "claimed": "◌",
    "not_met": "○",
    "not_assessed": "?",
}
CONFIRM = "To be confirmed"
ROOM = 46  # lines that the head and the table can have together on the page
HEAD_LINE = 85  # characters of a line in the head
TITLE_LINE, STAGE_LINE, WHO_LINE = 26, 26, 56  # characters of a line in the columns for titles, stages and who can act
LONG_TITLE, LONG_REASON = 70, 90
ELSEWHERE = (
    "What each condition means, the answers behind its status and what would secure it stand in the annex of the "
    "scoping proposal. A condition that cannot be judged yet is not assessed; it is not a failure."
)
MARKED = f"{LEFT_OUT} marks where others can act as well, or where a text goes on; the whole stands in that annex."
Rows = tuple[StatusRow, ...]


def conditions_overview(dossier: Dossier) -> ConditionsOverview:
    """Build the overview; where the page has no room, what is left out follows the order of ``STEPS``."""
    scribe = Scribe(dossier)
    rows = tuple(_row(scribe, each) for each in dossier.assessments)
    counts = _counts(dossier)
    head = cover(scribe, (SummaryLine(label="Conditions", text=counts),))
    fitted, left_out = _fitted(
        rows, ROOM - sum(_lines(each, HEAD_LINE) for each in (head.notice, head.subject, head.standing))
    )
    return ConditionsOverview(cover=head, counts=counts, rows=fitted, left_out=left_out, elsewhere=ELSEWHERE)


def _counts(dossier: Dossier) -> str:
    counts = Counter(each.status for each in dossier.assessments)
    if not dossier.assessments:
        return "The conditions for success have not been assessed yet."
    words = (f"{counts[status]} {name.lower()}" for status, name in STATUS_WORDS.items())
    due = sum(each.due and each.status != "met" for each in dossier.assessments)
    needed = f" Needed by now and not secured: {due or 'none'}."
    return f"Of {counted(len(dossier.assessments), 'condition')}: {listed(words)}.{needed}"


def _row(scribe: Scribe, assessment: Assessment) -> StatusRow:
    condition, waiver = assessment.condition, _waiver(scribe, assessment.condition.code)
    return StatusRow(
        code=condition.code,
        title=condition.title,
        sign=SIGNS[assessment.status],
        status=CONFIRM if is_to_confirm(assessment) else STATUS_WORDS[assessment.status],
        needed_by=scribe.term("stages", condition.needed_by),
        who=_who(assessment),
        waiver=_accepted(waiver) if waiver and assessment.status != "met" else "",
    )


def _who(assessment: Assessment) -> str:
    """Return who can act, of a condition that is secured what was seen."""
    if assessment.status == "met":
        return f"Seen: {seen_in_words(assessment)}" if assessment.seen else ""
    return capital(listed(assessment.condition.who, "; "))


def _waiver(scribe: Scribe, code: str) -> Waiver | None:
    """Return the waiver of a condition that holds longest, if one holds today."""
    today = scribe.dossier.today
    held = [
        entry
        for entry in scribe.project.journal.values()
        if isinstance(entry, Waiver) and entry.code == code and entry.date <= today <= entry.until
    ]
    return max(held, key=lambda each: (each.until, each.date), default=None)


def _accepted(waiver: Waiver) -> str:
    reason = shortened(waiver.reason, LONG_REASON)
    whole = " (whole reason: journal of the project)" if reason.endswith(LEFT_OUT) else ""
    return f"Accepted as it stands until {day_in_words(waiver.until)}: {reason}{whole}"


def _length(rows: Rows) -> int:
    """Return how many lines the rows will have, on the safe side."""
    names = (max(_lines(f"{row.code} {row.title}", TITLE_LINE), _lines(row.needed_by, STAGE_LINE)) for row in rows)
    others = (_lines(row.who, WHO_LINE) + _lines(row.waiver, WHO_LINE) for row in rows)
    return sum(max(pair) for pair in zip(names, others, strict=True))


def _lines(text: str, room: int) -> int:
    return -(-len(text) // room)


def _fitted(rows: Rows, room: int) -> tuple[Rows, tuple[str, ...]]:
    """Take steps until the rows fit on the page, and say which were taken."""
    said: list[str] = []
    for step in STEPS:
        if _length(rows) <= room:
            break
        rows, words = step(rows, room)
        said += [words] if words else []
    return rows, tuple(said)


def _without_secured(rows: Rows, _: int) -> tuple[Rows, str]:
    secured = [row.code for row in rows if row.status == STATUS_WORDS["met"]]
    left = tuple(row for row in rows if row.code not in secured)
    return left, f"Secured, and without a row of their own here: {listed(secured)}." if secured else ""


def _first_who(rows: Rows, _: int) -> tuple[Rows, str]:
    short = tuple(row.model_copy(update={"who": _first(row.who)}) for row in rows)
    return short, MARKED


def _first(who: str) -> str:
    name, *others = who.split("; ")
    name = shortened(name, WHO_LINE - 10)
    return f"{name} {LEFT_OUT}" if others and not name.rstrip().endswith(LEFT_OUT) else name


def _short_titles(rows: Rows, _: int) -> tuple[Rows, str]:
    return tuple(row.model_copy(update={"title": shortened(row.title, LONG_TITLE)}) for row in rows), ""


def _first_rows(rows: Rows, room: int) -> tuple[Rows, str]:
    kept = rows
    while kept and _length(kept) > room:
        kept = kept[:-1]
    codes = listed(row.code for row in rows[len(kept) :])
    return kept, f"Without room here: {codes}."


STEPS: tuple[Callable[[Rows, int], tuple[Rows, str]], ...] = (_without_secured, _first_who, _short_titles, _first_rows)
"""What is left out first, second and so on where the page has no room."""
