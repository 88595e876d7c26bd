"""How a question of the catalogue is put to people."""

from collections import Counter

from mainstream_cli.model.answer import EVERYWHERE, Answer, value_in_words
from mainstream_cli.model.catalogue import Catalogue, Question
from mainstream_cli.model.prompt import Lines, Option, Prompt, Value

HINTS = {
    "number": "a number, digits only",
    "date": "a date such as 2026-06-07",
    "text": "one or two sentences",
    "choices": "any number of them",
}


def heading(question: Question) -> str:
    """Return number and title, for saying aloud."""
    return f"{question.number} {question.title}{' (core)' if question.core else ''}"


def value_prompt(catalogue: Catalogue, question: Question, answer: Answer | None, place: str) -> Prompt:
    """Return the prompt for the answer itself, with the existing answer as its default."""
    kind = question.kind if question.kind in ("choice", "choices") else "text"
    if question.kind == "rating":
        kind = "choice"
    unit = f", {question.unit}" if question.unit else ""
    return Prompt(
        kind=kind,
        heading=heading(question),
        text=question.text,
        place=place,
        aside=(
            ("Why", question.why.strip()),
            *views(catalogue, question, answer),
            *_so_far(catalogue, question, answer),
        ),
        help=help_on(catalogue, question),
        options=tuple(Option(id_, label) for id_, label in options(catalogue, question).items()),
        default=default_of(answer),
        hint=HINTS.get(question.kind, "") + unit,
        minutes=question.minutes,
    )


def options(catalogue: Catalogue, question: Question) -> dict[str, str]:
    """Return what can be chosen, with the words of the scale; ratings run from in place to absent."""
    if question.kind not in ("rating", "choice", "choices"):
        return {}
    terms = catalogue.terms(question)
    if question.kind != "rating":
        return terms
    scale = {str(id_): words for id_, words in (question.scale or {}).items()}
    return {id_: f"{terms[id_]}: {scale[id_]}" if id_ in scale else terms[id_] for id_ in reversed(terms)}


def default_of(answer: Answer | None) -> Value:
    """Return the existing value as a prompt takes it."""
    if answer is None or not answer.given:
        return ""
    return tuple(str(term) for term in answer.value) if isinstance(answer.value, list | tuple) else str(answer.value)


def views(catalogue: Catalogue, question: Question, answer: Answer | None) -> Lines:
    """Return what the tables said, where they differ and nothing is agreed yet; first how many said what."""
    if answer is None or not answer.disputed:
        return ()
    said = [value_in_words(catalogue, question, position.value) for position in answer.positions]
    tally = "; ".join(f"{words}: {count}" for words, count in Counter(said).most_common())
    by_table = tuple(
        (position.table, words + (f". {position.note.strip()}" if position.note else ""))
        for position, words in zip(answer.positions, said, strict=True)
    )
    return ((f"{len(said)} tables differ", tally), *by_table)


def _so_far(catalogue: Catalogue, question: Question, answer: Answer | None) -> Lines:
    if answer is None or not answer.given:
        return ()
    lines = []
    if question.kind != "text" or answer.value in EVERYWHERE:
        lines.append(("Answer so far", value_in_words(catalogue, question, answer.value)))
    if answer.reason:
        lines.append(("Reason", answer.reason))
    if answer.note:
        lines.append(("Note", answer.note.strip()))
    return tuple(lines)


def help_on(catalogue: Catalogue, question: Question) -> Lines:
    """Return what stands behind the help key: an example, what is expected, where the question comes from."""
    source = question.source
    setting = catalogue.label("settings", question.setting)
    return (
        ("Example", question.example.strip()),
        ("Evidence", catalogue.label("evidences", question.evidence)),
        ("Meant for", f"{setting}, {question.minutes} minutes"),
        ("Source", f"{catalogue.works[source.document].title}: {source.place}"),
        ("Basis", catalogue.label("bases", source.basis)),
        ("Id", question.id),
    )
