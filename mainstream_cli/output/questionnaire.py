"""The blank questionnaire as plain text: 80 columns, ASCII boxes and lines, fit for any editor or printer."""

from collections.abc import Iterator
from textwrap import fill

from mainstream_cli.documents.contexts.questionnaire import BlankQuestion, BlankSheet, Questionnaire
from mainstream_cli.language import say, speak

WIDTH = 80
LINE = "    " + "_" * (WIDTH - 4)


def questionnaire_as_text(form: Questionnaire) -> str:
    """Return the questionnaire as lines of text."""
    return "\n".join(_form(form)) + "\n"


def _form(form: Questionnaire) -> Iterator[str]:
    cover = form.cover
    yield from (speak(say("Questionnaire: {title}", title=cover.title)), speak(form.edition))
    if cover.country:
        yield _wrapped(f"{cover.country}: {cover.plan}, {cover.period}")
    yield from ("", _wrapped(say("{facts}.", facts=form.facts)), "")
    yield from (_line(say("Table or institution:"), 40), _line(say("Date:"), 20))
    for sheet in form.sheets:
        yield from _sheet(sheet)
    yield from ("", "-" * WIDTH, _wrapped(f"{cover.prepared} {cover.designations}"))


def _sheet(sheet: BlankSheet) -> Iterator[str]:
    yield from ("", "", "=" * WIDTH, _wrapped(sheet.title), _wrapped(sheet.facts), "=" * WIDTH)
    if sheet.purpose:
        yield from ("", _wrapped(sheet.purpose))
    for effect in sheet.effects:
        yield _wrapped(f"* {effect}", 2, 4)
    if sheet.done:
        yield from ("", _wrapped(say("Done when: {what}", what=sheet.done)))
    for section in sheet.sections:
        yield from ("", "", _wrapped(section.title), "-" * min(WIDTH, len(section.title)))
        for question in section.questions:
            yield from _question(question)


def _question(question: BlankQuestion) -> Iterator[str]:
    yield from ("", _wrapped(f"{question.number}  {question.text}", 0, 4))
    yield _wrapped(f"({question.facts})", 4, 4)
    for text in (
        question.asked_when,
        question.why and say("Why: {reason}", reason=question.why),
        question.example and say("Example: {example}", example=question.example),
    ):
        if text:
            yield _wrapped(text, 4, 4)
    if question.hint:
        yield _wrapped(question.hint, 4, 4)
    for option in question.options:
        yield _wrapped(f"[ ] {option}", 4, 8)
    yield from ("",)
    for _ in question.lines:
        yield from (LINE, "")
    yield _line(say("    [ ] not known   [ ] does not apply, because:"))
    sure = speak(say("  Sure: [ ] low [ ] medium [ ] high"))
    yield _line(say("    Source:"), WIDTH - 47) + sure


def _line(words: str, length: int = 0) -> str:
    """Return words and a line to write on, of some length or to the edge of the page."""
    text = speak(words)
    return f"{text} {'_' * (length or WIDTH - len(text) - 1)}"


def _wrapped(text: str, first: int = 0, rest: int = 0) -> str:
    return fill(
        " ".join(speak(text).split()),
        WIDTH,
        initial_indent=" " * first,
        subsequent_indent=" " * rest,
        break_on_hyphens=False,
    )
