"""Explains a question, a condition or the code of a finding: its page of the manual, as data."""

import inspect
from dataclasses import dataclass

from mainstream_cli.errors import UsageError
from mainstream_cli.model.catalogue import Catalogue, Condition, Question
from mainstream_cli.model.history import history_in_words, remedy_in_words, status_words, waived_in_words
from mainstream_cli.model.record import nearest
from mainstream_cli.rules import MANUAL, Case, assess
from mainstream_cli.rules.conditions import manual, still_needed
from mainstream_cli.rules.history import history
from mainstream_cli.rules.lint import MANUAL as LINT
from mainstream_cli.rules.templates import MANUAL as TEMPLATES
from mainstream_cli.store import answered_in

PAGES = {**MANUAL, **LINT, **TEMPLATES}
Parts = list[tuple[str, str]]


@dataclass(frozen=True)
class Page:
    """A page of the manual: a title, then parts with a heading each, or running text for the code of a finding."""

    title: str
    parts: tuple[tuple[str, str], ...] = ()
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
        action = "Question ids: mainstream checklist show STAGE. Codes: mainstream check shows them."
        raise UsageError(f"There is no question or code '{name}'.{nearest(name, known)}", action=action, code="usage")
    return Page(name.upper(), text=inspect.cleandoc(PAGES[name.upper()]))


def condition_of(catalogue: Catalogue, name: str) -> Condition | None:
    """Return the condition with this code, None when there is none."""
    return next((condition for condition in catalogue.conditions if condition.code == name.upper()), None)


def _now(case: Case, condition: Condition) -> Parts:
    """Return how a condition stands in a project."""
    found = next((assessment for assessment in assess(case) if assessment.condition.code == condition.code), None)
    if found is None:
        return []
    parts = [
        ("Now", status_words(found)),
        ("Answers behind it", "\n".join(found.because)),
        ("Would change it", "\n".join(still_needed(case, condition))),
        ("Remedy", remedy_in_words(found.remedy) if found.remedy else ""),
        ("Waived", waived_in_words(found.waiver) if found.waiver else ""),
        ("Rated", history_in_words(history(case, condition.code)) or "not yet: mainstream check --record --by ACTOR"),
    ]
    return [(heading, text) for heading, text in parts if text]


def _question(catalogue: Catalogue, question: Question) -> Parts:
    scale = question.scale or {}
    core = ", core question" if question.core else ""
    terms = catalogue.terms(question) if question.kind in ("rating", "choice", "choices") else {}
    words = "\n".join(f"{term}: {scale.get(term, label)}" for term, label in terms.items())  # type: ignore[call-overload]
    pages = [
        ("Id", question.id),
        ("Why it is asked", question.why),
        ("Answer", words or _plain_answer(question)),
        ("Answered in", _place(catalogue, question)),
        ("Example", question.example),
        (
            "Setting",
            f"{catalogue.label('settings', question.setting)}, {question.minutes} minutes{core}",
        ),
        ("Evidence", catalogue.label("evidences", question.evidence)),
        ("Feeds conditions", ", ".join(question.conditions)),
        ("Source", f"{catalogue.works[question.source.document].title}: {question.source.place}"),
        ("Basis", catalogue.label("bases", question.source.basis)),
    ]
    return [(heading, text) for heading, text in pages if text]


def _place(catalogue: Catalogue, question: Question) -> str:
    place = f"{answered_in(catalogue, question)}, under {question.id}"
    return f"{place}; only there, as it is sensitive: not in git, never in documents" if question.sensitive else place


def _plain_answer(question: Question) -> str:
    return f"{question.kind}, in {question.unit}" if question.unit else question.kind
