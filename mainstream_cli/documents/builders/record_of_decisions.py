"""Builds the record of decisions, sign-offs, waivers and ratings from the journal."""

from collections.abc import Iterator

from mainstream_cli.documents.contexts.record_of_decisions import RecordOfDecisions
from mainstream_cli.documents.dossier import Dossier
from mainstream_cli.documents.parts.cover import cover
from mainstream_cli.documents.parts.journal import (
    case_of,
    decision_rows,
    history_rows,
    rating_rows,
    sign_off_rows,
    waiver_rows,
)
from mainstream_cli.documents.parts.pictures import stage_progress
from mainstream_cli.documents.parts.summary_box import SummaryBox, box
from mainstream_cli.documents.words.abbreviations import abbreviations
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import counted, day_in_words, listed
from mainstream_cli.rules import Case
from mainstream_cli.rules.waivers import stands


def record_of_decisions(dossier: Dossier) -> RecordOfDecisions:
    """Build the record; every entry of the journal is in it, also those that no longer hold."""
    scribe = Scribe(dossier)
    case = case_of(scribe)
    return RecordOfDecisions(
        cover=cover(scribe, _summary(scribe, case)),
        opening=tuple(_opening(case)),
        decisions=tuple(decision_rows(scribe, case)),
        stages=stage_progress(scribe),
        sign_offs=tuple(sign_off_rows(scribe, case)),
        unsigned=_unsigned(case),
        waivers=tuple(waiver_rows(scribe, case)),
        ratings=tuple(rating_rows(scribe, case)),
        history=tuple(history_rows(scribe, case)),
        abbreviations=abbreviations(scribe),
    )


def _summary(scribe: Scribe, case: Case) -> SummaryBox:
    stale = [each.title for each in case.catalogue.stages if each.id in case.sign_offs and each.id not in case.valid]
    in_force = sum(stands(case, each) for each in case.waivers.values())
    latest = list(case.decisions.values())[-1:]
    met = sum(each.status == "met" for each in scribe.dossier.assessments)
    return box(
        ("Decisions", _decisions(len(case.decisions), day_in_words(latest[0].date) if latest else "")),
        ("Signed", f"{len(case.valid)} of {len(case.catalogue.stages)} stages hold a signature."),
        ("Changed", f"Changed since it was signed: {listed(stale)}." if stale else ""),
        ("Waivers", f"{in_force} in force, of {counted(len(case.waivers), 'waiver')} given." if case.waivers else ""),
        ("Conditions", f"{met} of {len(scribe.dossier.assessments)} secured on {day_in_words(case.today)}."),
        ("Rated", f"{counted(len(case.ratings), 'rating')} kept." if case.ratings else "No rating has been kept yet."),
    )


def _decisions(number: int, latest: str) -> str:
    if not number:
        return "No decision has been recorded yet."
    return f"{counted(number, 'decision')} on record, the latest of {latest}."


def _opening(case: Case) -> Iterator[str]:
    yield (
        "This record is written from the journal of the project. Each entry stands in a file of its own and is never "
        "rewritten, so what no longer holds is shown as well, and says so."
    )
    days = sorted(each.date for each in case.project.journal.values())
    if days:
        period = (
            f"from {day_in_words(days[0])} to {day_in_words(days[-1])}" if days[1:] else f"of {day_in_words(days[0])}"
        )
        yield f"The journal holds {counted(len(days), 'entry', 'entries')} {period}."


def _unsigned(case: Case) -> str:
    open_ = [each.title for each in case.catalogue.stages if each.id not in case.sign_offs]
    return f"Not signed yet: {listed(open_)}." if open_ else ""
