"""Rows on what the journal keeps: decisions, sign-offs, waivers, ratings of the conditions."""

import inspect
from collections import Counter
from collections.abc import Iterator

from mainstream_cli.documents.contexts.record_of_decisions import (
    DecisionRow,
    HistoryRow,
    RatingRow,
    SignOffRow,
    WaiverRow,
)
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import capital, day_in_words, labelled, lines, listed, sentence
from mainstream_cli.model.finding import Assessment
from mainstream_cli.model.history import STATUS_WORDS, History, status_words, turning_points
from mainstream_cli.model.journal import Decision, Rated, SignOff, Waiver
from mainstream_cli.rules import MANUAL, Case
from mainstream_cli.rules.history import history
from mainstream_cli.rules.waivers import refusal


def case_of(scribe: Scribe) -> Case:
    """Return the project of a document as the rules look at it."""
    dossier = scribe.dossier
    return Case(dossier.project, dossier.project, dossier.catalogue, dossier.today)


def decided(scribe: Scribe, decision: Decision) -> str:
    """Say in a sentence what was decided, by whom and when."""
    due = f", due {day_in_words(decision.due)}" if decision.due else ""
    role = scribe.actor(decision.by, short=False)
    return f"{sentence(decision.text)} (Decided by {role} on {day_in_words(decision.date)}{due})"


def decisions_taken(scribe: Scribe) -> tuple[str, ...]:
    """Return the decisions in a sentence each, the latest first."""
    return tuple(decided(scribe, each) for each in reversed(case_of(scribe).decisions.values()))


def accepted(scribe: Scribe, waiver: Waiver) -> str:
    """Say that a finding is accepted for now, by whom and why."""
    role = scribe.actor(waiver.by, short=False)
    return sentence(f"Accepted until {day_in_words(waiver.until)} by {role}: {waiver.reason}")


def decision_rows(scribe: Scribe, case: Case) -> Iterator[DecisionRow]:
    """Yield the decisions, the latest first."""
    assessed = {each.condition.code: each for each in scribe.dossier.assessments}
    for decision in reversed(case.decisions.values()):
        condition = assessed.get(decision.code or "")
        yield DecisionRow(
            date=day_in_words(decision.date),
            text=sentence(decision.text),
            about=lines(
                scribe.term("stages", decision.stage) if decision.stage else "",
                labelled("Remedy of" if condition else "On", _meaning(scribe, decision.code) if decision.code else ""),
                labelled("Reference", decision.reference),
            ),
            by=lines(scribe.actor(decision.by, short=False), labelled("Confirmed by", _confirmed(scribe, decision))),
            due=lines(
                day_in_words(decision.due) if decision.due else "",
                capital(status_words(condition)) if condition else "",
            ),
        )


def _confirmed(scribe: Scribe, decision: Decision) -> str:
    return "; ".join(scribe.actor(each, short=False) for each in decision.confirmed_by)


def sign_off_rows(scribe: Scribe, case: Case) -> Iterator[SignOffRow]:
    """Yield all sign-offs, the latest first."""
    for sign_off in reversed(case.every_sign_off):
        yield SignOffRow(
            stage=scribe.term("stages", sign_off.stage),
            by=lines(scribe.actor(sign_off.by, short=False), labelled("Reference", sign_off.reference)),
            date=day_in_words(sign_off.date),
            standing=_standing(case, sign_off),
        )


def _standing(case: Case, sign_off: SignOff) -> str:
    if case.sign_offs.get(sign_off.stage) is not sign_off:
        return "Replaced by a later sign-off"
    return "Holds" if sign_off.stage in case.valid else "What was signed has changed since; it needs a new signature"


def waiver_rows(scribe: Scribe, case: Case) -> Iterator[WaiverRow]:
    """Yield the waivers, the latest first."""
    for waiver in reversed(case.waivers.values()):
        yield WaiverRow(
            what=lines(_meaning(scribe, waiver.code), labelled("Only at", _place(scribe, waiver.where))),
            reason=sentence(waiver.reason),
            by=lines(scribe.actor(waiver.by, short=False), day_in_words(waiver.date)),
            until=lines(day_in_words(waiver.until), _holds(case, waiver)),
        )


def _place(scribe: Scribe, where: str | None) -> str:
    """Return the question that a waiver is limited to in words; an entry keeps its id."""
    question = scribe.catalogue.questions.get(where or "")
    return f"{question.number} {question.title}" if question else where or ""


def _holds(case: Case, waiver: Waiver) -> str:
    if refusal(case, waiver) is not None:
        return "Without effect: this cannot be waived"
    return "Ended" if waiver.until < case.today else "In force"


def _meaning(scribe: Scribe, code: str) -> str:
    title = {each.code: each.title for each in scribe.catalogue.conditions}.get(code)
    meaning = title or " ".join(inspect.cleandoc(MANUAL.get(code, "")).partition("\n\n")[0].split())
    return f"{code} {meaning}"


def rating_rows(scribe: Scribe, case: Case) -> Iterator[RatingRow]:
    """Yield the ratings as counts, the earliest first."""
    for rated in case.ratings.values():
        counts = Counter(rated.ratings.values())
        yield RatingRow(
            date=day_in_words(rated.date),
            occasion=_occasion(scribe, rated),
            secured=f"{counts['met']} of {len(rated.ratings)}",
            partly=str(counts["partly_met"]),
            open=str(counts["not_met"] + counts["claimed"]),
            unknown=str(counts["not_assessed"]),
        )


def _occasion(scribe: Scribe, rated: Rated) -> str:
    if isinstance(rated, SignOff):
        return f"Sign-off of {scribe.term('stages', rated.stage)}"
    return f"Rating by {scribe.actor(rated.by, short=False)}"


def history_rows(scribe: Scribe, case: Case) -> Iterator[HistoryRow]:
    """Yield every condition with its ratings over time, once there is one."""
    for assessment in scribe.dossier.assessments if case.ratings else ():
        yield HistoryRow(
            title=_meaning(scribe, assessment.condition.code),
            rated=_rated(history(case, assessment.condition.code)),
            now=_now(assessment),
        )


def _rated(rated: History) -> str:
    said = (f"{day_in_words(day)}: {STATUS_WORDS[status]}" for day, status in turning_points(rated))
    return lines(*said) or "Not rated yet"


def _now(assessment: Assessment) -> str:
    return listed((capital(status_words(assessment)), "waived" if assessment.waiver else ""))
