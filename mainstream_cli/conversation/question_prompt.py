"""How a question of the catalogue is put to people."""

from collections import Counter
from collections.abc import Mapping
from functools import reduce
from typing import Any

from mainstream_cli.language import Text, count, label, say, verbatim
from mainstream_cli.model.answer import EVERYWHERE, MAIN_COPY, Answer, value_in_words
from mainstream_cli.model.catalogue import Catalogue, Question
from mainstream_cli.model.prompt import NO_WORDS, WHY, Lines, Option, Prompt, Value

HINTS = {
    "number": say("a number, digits only"),
    "date": say("a date such as 2026-06-07"),
    "text": say("one or two sentences"),
    "choices": say("any number of them"),
}

PRIVATE_WORDS = say("Sensitive: kept in private/, not in git, never in documents.")
PARTS = {
    "note": label("field", "note"),
    "reason": label("field", "reason"),
    "confidence": label("field", "confidence"),
    "by": label("field", "by"),
}


def heading(question: Question) -> Text:
    """Return number and title, for saying aloud."""
    if question.core:
        return say("{number} {title} (core)", number=question.number, title=question.title)
    return say("{number} {title}", number=question.number, title=question.title)


def _hint(question: Question) -> Text:
    hint = HINTS.get(question.kind, NO_WORDS)
    return say("{hint}, {unit}", hint=hint, unit=question.unit) if question.unit else hint


def value_prompt(catalogue: Catalogue, question: Question, answer: Answer | None, place: Text) -> Prompt:
    """Return the prompt for the answer itself, with the existing answer as its default."""
    kind = question.kind if question.kind in ("choice", "choices") else "text"
    if question.kind == "rating":
        kind = "choice"
    return Prompt(
        kind=kind,
        heading=heading(question),
        text=verbatim(question.text),
        place=place,
        aside=(
            (WHY, verbatim(question.why.strip())),
            *views(catalogue, question, answer),
            *_so_far(catalogue, question, answer),
            *(((say("Note"), PRIVATE_WORDS),) if question.sensitive else ()),
        ),
        help=help_on(catalogue, question),
        options=tuple(Option(id_, words) for id_, words in options(catalogue, question).items()),
        default=default_of(answer),
        hint=_hint(question),
        minutes=question.minutes,
    )


def options(catalogue: Catalogue, question: Question) -> dict[str, Text]:
    """Return what can be chosen, with the words of the scale; ratings run from in place to absent."""
    if question.kind not in ("rating", "choice", "choices"):
        return {}
    terms = catalogue.terms(question)
    if question.kind != "rating":
        return {id_: verbatim(words) for id_, words in terms.items()}
    scale = {str(id_): words for id_, words in (question.scale or {}).items()}
    return {
        id_: say("{rating}: {words}", rating=terms[id_], words=scale[id_]) if id_ in scale else verbatim(terms[id_])
        for id_ in reversed(terms)
    }


def default_of(answer: Answer | None) -> Value:
    """Return the existing value as a prompt takes it."""
    if answer is None or not answer.given:
        return ""
    return tuple(str(term) for term in answer.value) if isinstance(answer.value, list | tuple) else str(answer.value)


def answer_in_words(catalogue: Catalogue, question: Question, answer: Answer | None) -> Text:
    """Say the answer that stands, with its reason; nothing where none stands."""
    if answer is None or not answer.given:
        return NO_WORDS
    said = value_in_words(catalogue, question, answer.value)
    return say("{answer} ({reason})", answer=said, reason=answer.reason.strip()) if answer.reason else verbatim(said)


def parts_in_words(catalogue: Catalogue, question: Question, fields: Mapping[str, Any]) -> Text:
    """Say all that an answer says on one line, or that there is none."""
    value = fields.get("value")
    words = [verbatim(value_in_words(catalogue, question, value))] if value else []
    for name, field in PARTS.items():
        part = str(fields.get(name) or "")
        if part:
            part = catalogue.label("confidences", part) if name == "confidence" else part
            words.append(say("{field}: {value}", field=field, value=part))
    return reduce(lambda first, then: say("{first}; {then}", first=first, then=then), words or [say("no answer")])


def views(catalogue: Catalogue, question: Question, answer: Answer | None) -> Lines:
    """Return what the tables said, where they differ and nothing is agreed yet; first how many said what."""
    if answer is None or not answer.disputed:
        return ()
    said = [value_in_words(catalogue, question, position.value) for position in answer.positions]
    tally = "; ".join(f"{words}: {times}" for words, times in Counter(said).most_common())
    by_table = tuple(
        (
            label("table", "main copy") if position.table == MAIN_COPY else verbatim(position.table),
            say("{answer}. {note}", answer=words, note=position.note.strip()) if position.note else verbatim(words),
        )
        for position, words in zip(answer.positions, said, strict=True)
    )
    return ((count("{n} table differs", "{n} tables differ", n=len(said)), verbatim(tally)), *by_table)


def _so_far(catalogue: Catalogue, question: Question, answer: Answer | None) -> Lines:
    if answer is None or not answer.given:
        return ()
    lines = []
    if question.kind != "text" or answer.value in EVERYWHERE:
        lines.append((say("Answer so far"), verbatim(value_in_words(catalogue, question, answer.value))))
    if answer.reason:
        lines.append((say("Reason"), verbatim(answer.reason)))
    if answer.note:
        lines.append((say("Note"), verbatim(answer.note.strip())))
    return tuple(lines)


def help_on(catalogue: Catalogue, question: Question) -> Lines:
    """Return what stands behind the help key: an example, what is expected, where the question comes from."""
    source, setting = question.source, catalogue.label("settings", question.setting)
    time = count("{setting}, {n} minute", "{setting}, {n} minutes", n=question.minutes, setting=setting)
    return (
        (say("Example"), verbatim(question.example.strip())),
        (say("Evidence"), verbatim(catalogue.label("evidences", question.evidence))),
        (say("Meant for"), time),
        (say("Source"), say("{work}: {place}", work=catalogue.works[source.document].title, place=source.place)),
        (say("Basis"), verbatim(catalogue.label("bases", source.basis))),
        (say("Id"), verbatim(question.id)),
    )
