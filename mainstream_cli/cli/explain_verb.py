"""``mainstream explain``."""

import inspect
from pathlib import Path
from typing import Annotated

import typer

from mainstream_cli.cli.options import case_of, catalogue_here, opened
from mainstream_cli.errors import UsageError
from mainstream_cli.model.catalogue import Catalogue, Condition, Question
from mainstream_cli.model.record import nearest
from mainstream_cli.rules import MANUAL
from mainstream_cli.rules.conditions import manual
from mainstream_cli.rules.lint import MANUAL as LINT
from mainstream_cli.rules.templates import MANUAL as TEMPLATES
from mainstream_cli.store import answered_in, find

PAGES = {**MANUAL, **LINT, **TEMPLATES}


def run(
    name: Annotated[
        str, typer.Argument(metavar="CODE|QUESTION", help="A question id or number, a condition or a finding code.")
    ],
) -> int:
    """Say what a question asks and why, when a condition is secured, or what a finding means.

    In a project the page of a condition begins with how it stands there, why, what would change it, and its history.
    """
    from mainstream_cli.output.pages import print_page, print_text

    catalogue = catalogue_here()
    question = _question(catalogue, name)
    condition = next((each for each in catalogue.conditions if each.code == name.upper()), None)
    if question is not None:
        print_page(f"{question.number} {question.text}", _question_page(catalogue, question))
    elif condition is not None:
        print_page(f"{condition.code} {condition.title}", [*_now(condition), *manual(catalogue, condition)])
    elif name.upper() in PAGES:
        print_text(name.upper(), inspect.cleandoc(PAGES[name.upper()]))
    else:
        raise _not_found(catalogue, name)
    return 0


def _now(condition: Condition) -> list[tuple[str, str]]:
    """Return how a condition stands in the project around, if there is one that can be read."""
    folder = find(Path.cwd())
    if folder is None:
        return []
    from mainstream_cli.output.journal import standing_page
    from mainstream_cli.rules import assess
    from mainstream_cli.rules.conditions import still_needed
    from mainstream_cli.rules.history import history

    case = case_of(opened(folder, whole=False))
    found = next((each for each in assess(case) if each.condition.code == condition.code), None)
    if found is None:
        return []
    return standing_page(found, still_needed(case, condition), history(case, condition.code))


def _question(catalogue: Catalogue, name: str) -> Question | None:
    return catalogue.questions.get(name) or next(
        (each for each in catalogue.questions.values() if each.number == name.upper()), None
    )


def _question_page(catalogue: Catalogue, question: Question) -> list[tuple[str, str]]:
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


def _not_found(catalogue: Catalogue, name: str) -> UsageError:
    known = [*catalogue.questions, *(each.code for each in catalogue.conditions), *PAGES]
    action = "Question ids: mainstream checklist show STAGE. Codes: mainstream check shows them."
    return UsageError(f"There is no question or code '{name}'.{nearest(name, known)}", action=action, code="usage")
