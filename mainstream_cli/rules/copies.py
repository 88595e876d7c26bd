"""A: answers that were copied, dated ahead, or left open behind a signature."""

import re
from collections import defaultdict
from collections.abc import Iterator

from mainstream_cli.language import count, say
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.project import Ref
from mainstream_cli.model.relations import UNKNOWN
from mainstream_cli.rules.case import Case, rests_on

CORE_TEAM = (say("core team"),)
LONG = 60  # characters
WORDS = 12
MANY = 4
ALIKE = 0.8
WORD = re.compile(r"\w+")


@rests_on("settings")
def answered_ahead(case: Case) -> Iterator[Finding]:
    """An answer is dated after today.

    Passes: ``date: "2026-06-07"``, checked on that day
    Fails:  ``date: "2027-06-07"``, checked in 2026
    """
    for id_, answer in case.project.answers.items():
        if answer.date and answer.date > case.today:
            question = case.catalogue.questions[id_]
            message = say(
                "{question}: the answer is dated {date}, which has not come yet.",
                question=case.catalogue.name("question", question.id),
                date=answer.date.isoformat(),
            )
            action = say("Correct the date.")
            yield Finding("A09", "warning", message, action, CORE_TEAM, Ref("answers", id_, ("date",)))


@rests_on("answers")
def copied_over(case: Case) -> Iterator[Finding]:
    """The same long text stands under four questions or more.

    One finding names them all and points to the first. Texts count as the same when they begin or end alike and share
    at least four in five of their words. Short phrases, such as "No study was found.", pass.

    Passes: a note that answers its own question
    Fails:  one paragraph pasted as the note of six questions
    """
    done: set[str] = set()
    for texts in _blocks(case).values():
        for id_, field, words in texts if len(texts) >= MANY else ():
            if id_ not in done:
                alike = (other for other in texts if len(words & other[2]) >= ALIKE * len(words | other[2]))
                questions = list(dict.fromkeys(other[0] for other in alike))
                if len(questions) >= MANY:
                    done.update(questions)
                    yield _copy(case, questions, field)


def _copy(case: Case, questions: list[str], field: str) -> Finding:
    numbers = ", ".join(case.catalogue.questions[id_].number for id_ in questions)
    message = count(
        "The same text stands under {n} question: {numbers}.",
        "The same text stands under {n} questions: {numbers}.",
        n=len(questions),
        numbers=numbers,
    )
    action = say("Answer each question on its own; where nothing is known yet, say {unknown}.", unknown=UNKNOWN)
    return Finding("A10", "warning", message, action, CORE_TEAM, Ref("answers", questions[0], (field,)))


Text = tuple[str, str, frozenset[str]]


def _blocks(case: Case) -> dict[tuple[str, ...], list[Text]]:
    """Sort the long texts of answers by their first and by their last words."""
    blocks: dict[tuple[str, ...], list[Text]] = defaultdict(list)
    for id_, answer in case.project.answers.items():
        for field in ("value", "note"):
            text = getattr(answer, field)
            if isinstance(text, str) and len(text) >= LONG:
                words = WORD.findall(text.casefold())
                if len(words) < WORDS:
                    continue
                found = (id_, field, frozenset(words))
                blocks[("begins", *words[:5])].append(found)
                blocks[("ends", *words[-5:])].append(found)
    return blocks


def gap_signed_over(case: Case) -> Iterator[Finding]:
    """A stage is signed, and a core question in it is still unknown without a word on who will find out.

    Unknown is an honest answer and a stage may be signed with it. Then somebody has to close the gap.

    Passes: ``value: unknown`` with ``note: The statistics office counts in 2027.``
    Fails:  ``value: unknown`` alone, in a stage that is signed
    """
    for stage in case.catalogue.stages:
        if stage.id not in case.sign_offs:
            continue
        for question in stage.questions:
            answer = case.project.answer(question.id)
            if question.core and answer and answer.value == UNKNOWN and not answer.note:
                message = say(
                    "{question}: signed as unknown, and nobody is named to find out.",
                    question=case.catalogue.name("question", question.id),
                )
                action = say("Find out, or say in note: who will and by when.")
                yield Finding("A11", "warning", message, action, CORE_TEAM, Ref("answers", question.id, ("value",)))
