"""Explains a question, a condition or the code of a finding: its page of the manual, as data."""

from dataclasses import dataclass

from mainstream_cli.errors import UsageError
from mainstream_cli.language import Text, count, label, say, stacked, verbatim
from mainstream_cli.model.catalogue import Catalogue, Question
from mainstream_cli.model.condition import Condition
from mainstream_cli.model.history import history_in_words, remedy_in_words, status_words, waived_in_words
from mainstream_cli.model.record import with_nearest
from mainstream_cli.model.rule_page import Manual
from mainstream_cli.rules import MANUAL, Case, assess
from mainstream_cli.rules.assessing import valid_until
from mainstream_cli.rules.conditions import answers_in_words, manual, still_needed
from mainstream_cli.rules.history import history
from mainstream_cli.rules.lint import MANUAL as LINT
from mainstream_cli.rules.templates import MANUAL as TEMPLATES
from mainstream_cli.store import answered_in

PAGES = {**MANUAL, **LINT, **TEMPLATES}
Parts = list[tuple[Text, str]]
RATE = "mainstream check --record --by ACTOR"
KINDS = {
    "text": label("kind", "text"),
    "number": label("kind", "number"),
    "date": label("kind", "date"),
}


@dataclass(frozen=True)
class Page:
    """A page of the manual: a title, then parts with a heading each, or running text for the code of a finding."""

    title: str
    parts: tuple[tuple[Text, str], ...] = ()
    text: str = ""


def explain(catalogue: Catalogue, name: str, case: Case | None = None) -> Page:
    """Return the page of a question (id or number), a condition or a code."""
    question = catalogue.question(name)
    if question is not None:
        return Page(f"{question.number} {question.text}", tuple(_question(catalogue, question)))
    condition = condition_of(catalogue, name)
    if condition is not None:
        now = _now(case, condition) if case else []
        return Page(f"{condition.code} {condition.title}", (*now, *manual(catalogue, condition)))
    if name.upper() not in PAGES:
        known = [*catalogue.questions, *(condition.code for condition in catalogue.conditions), *PAGES]
        message = with_nearest(say("There is no question or code '{name}'.", name=name), name, known)
        action = say("Question ids: mainstream checklist show STAGE. Codes: mainstream check shows them.")
        raise UsageError(message, action=action, code="usage")
    return Page(name.upper(), text=Manual.of(name.upper(), PAGES[name.upper()]).whole)


def condition_of(catalogue: Catalogue, name: str) -> Condition | None:
    """Return the condition with this code, None when there is none."""
    return next((condition for condition in catalogue.conditions if condition.code == name.upper()), None)


def _now(case: Case, condition: Condition) -> Parts:
    """Return how a condition stands in a project."""
    found = next((assessment for assessment in assess(case) if assessment.condition.code == condition.code), None)
    if found is None:
        return []
    rated = history_in_words(history(case, condition.code)) or say("not yet: {command}", command=RATE)
    parts: Parts = [
        (label("heading", "Now"), status_words(found)),
        (label("heading", "Said"), stacked(answers_in_words(case, condition))),
        (label("heading", "Seen"), ", ".join(found.seen)),
        (label("heading", "Missing"), stacked(still_needed(case, condition))),
        (label("heading", "Lasts until"), str(valid_until(case, found) or "")),
        (label("heading", "Remedy"), remedy_in_words(found.remedy) if found.remedy else ""),
        (label("heading", "Waived"), waived_in_words(found.waiver) if found.waiver else ""),
        (label("heading", "Rated"), rated),
    ]
    return [(heading, text) for heading, text in parts if text]


def _question(catalogue: Catalogue, question: Question) -> Parts:
    scale = question.scale or {}
    terms = catalogue.terms(question) if question.kind in ("rating", "choice", "choices") else {}
    words = "\n".join(f"{term}: {scale.get(term, words)}" for term, words in terms.items())  # type: ignore[call-overload]
    pages: Parts = [
        (label("heading", "Id"), question.id),
        (label("heading", "Why it is asked"), question.why),
        (label("heading", "Answer"), words or _plain_answer(question)),
        (label("heading", "Answered in"), _place(catalogue, question)),
        (label("heading", "Example"), question.example),
        (label("heading", "Setting"), _setting(catalogue, question)),
        (label("heading", "Evidence"), catalogue.label("evidences", question.evidence)),
        (label("heading", "Feeds conditions"), ", ".join(question.conditions)),
        (label("heading", "Source"), f"{catalogue.works[question.source.document].title}: {question.source.place}"),
        (label("heading", "Basis"), catalogue.label("bases", question.source.basis)),
    ]
    return [(heading, text) for heading, text in pages if text]


def _setting(catalogue: Catalogue, question: Question) -> Text:
    where, minutes = catalogue.label("settings", question.setting), question.minutes
    if question.core:
        return count(
            "{setting}, {n} minute, core question",
            "{setting}, {n} minutes, core question",
            n=minutes,
            setting=where,
        )
    return count("{setting}, {n} minute", "{setting}, {n} minutes", n=minutes, setting=where)


def _place(catalogue: Catalogue, question: Question) -> Text:
    file, id_ = answered_in(catalogue, question), question.id
    if question.sensitive:
        return say(
            "{file}, under {id}; only there, as it is sensitive: not in git, never in documents", file=file, id=id_
        )
    return say("{file}, under {id}", file=file, id=id_)


def _plain_answer(question: Question) -> Text:
    kind = KINDS.get(question.kind, verbatim(question.kind))
    return say("{kind} ({unit})", kind=kind, unit=question.unit) if question.unit else kind
