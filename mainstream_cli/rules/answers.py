"""A: answers to questions."""

from collections.abc import Iterator

from mainstream_cli.language import count, say
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.project import Ref
from mainstream_cli.model.relations import NOT_APPLICABLE, UNKNOWN
from mainstream_cli.model.told import has_word
from mainstream_cli.rules.case import Case

CORE_TEAM = (say("core team"),)
PROVABLE = ("in_place", "partly")


def core_question_open(case: Case) -> Iterator[Finding]:
    """A core question has no answer.

    A stage cannot be signed while one of its core questions is open; ``unknown`` is an answer and becomes a data gap.
    For stages whose time has not come there is one note for the stage.

    Passes: ``value: unknown``
    Fails:  a bare key in a stage whose gate is judged
    """
    for stage in case.catalogue.stages:
        severity = case.severity(stage.id)
        open_questions = case.core_open(stage)
        if severity == "note":
            if open_questions and case.read(stage):
                message = count(
                    "{stage}: {n} core question is open.",
                    "{stage}: {n} core questions are open.",
                    n=len(open_questions),
                    stage=f"{stage.number} {stage.title}",
                )
                action = say("Answer them when you reach {stage}.", stage=stage.title)
                yield Finding("A01", "note", message, action, CORE_TEAM, Ref("answers", open_questions[0].id))
            continue
        for question in open_questions:
            message = say(
                "{question}: this core question has no answer.", question=case.catalogue.name("question", question.id)
            )
            action = say('Answer "{question}", or say {unknown}.', question=question.text, unknown=UNKNOWN)
            yield Finding("A01", severity, message, action, CORE_TEAM, Ref("answers", question.id))


def reason_missing(case: Case) -> Iterator[Finding]:
    """A question is set aside as not applicable without a reason.

    Passes: ``value: not_applicable`` with ``reason: The country has one level of government.``
    Fails:  ``value: not_applicable`` alone, or with ``reason: "-"``
    """
    for id_, answer in case.project.answers.items():
        if answer.value == NOT_APPLICABLE and not has_word(answer.reason):
            question = case.catalogue.questions[id_]
            message = say(
                "{question}: set aside as not applicable without a reason.",
                question=case.catalogue.name("question", question.id),
            )
            action = say("Add reason: with one sentence, or answer the question.")
            yield Finding("A02", "error", message, action, CORE_TEAM, Ref("answers", id_))


def source_missing(case: Case) -> Iterator[Finding]:
    """An answer for which a document is required names none.

    Only answers that claim something are meant: in place or partly, a figure, a text. Nothing has to be proved for
    absent or unknown.

    Passes: ``value: in_place`` with ``sources: [cabinet_order_12]``
    Fails:  ``value: in_place`` with no sources, for a question whose evidence is required
    """
    for id_, answer in case.project.answers.items():
        question = case.catalogue.questions[id_]
        claims = (
            answer.value in PROVABLE if question.kind == "rating" else answer.value not in (UNKNOWN, NOT_APPLICABLE)
        )
        if question.evidence == "required" and answer.given and claims and not answer.sources:
            message = say(
                "{question}: a document is required for this answer and none is named.",
                question=case.catalogue.name("question", question.id),
            )
            action = say("Add sources: with the id of the document.")
            yield Finding("A03", "warning", message, action, CORE_TEAM, Ref("answers", id_))


def data_gap(case: Case) -> Iterator[Finding]:
    """A question is answered with unknown.

    That is an honest answer. It is listed as a data gap in every document.

    Passes: ``value: partly``
    Fails:  ``value: unknown``
    """
    for id_, answer in case.project.answers.items():
        if answer.value == UNKNOWN:
            question = case.catalogue.questions[id_]
            message = say(
                "{question}: unknown, so it is listed as a data gap.",
                question=case.catalogue.name("question", question.id),
            )
            yield Finding("A04", "note", message, say("Find out, or plan who will."), CORE_TEAM, Ref("answers", id_))


def views_differ(case: Case) -> Iterator[Finding]:
    """Tables gave different answers, and none of them is chosen yet.

    Every view is kept under ``positions``. The question counts as open until a value is chosen; the views may stay
    beside it as dissent on record.

    Passes: ``value: partly`` with ``positions`` that differ
    Fails:  ``positions`` that differ, without ``value``
    """
    for id_, answer in case.project.answers.items():
        if answer.disputed and case.facts.asks(case.catalogue.questions[id_]):
            question = case.catalogue.questions[id_]
            message = count(
                "{question}: {n} view stands here and none is chosen yet.",
                "{question}: {n} views stand here and none is chosen yet.",
                n=len(answer.positions),
                question=case.catalogue.name("question", question.id),
            )
            action = say(
                "Choose one: {fill}, or {set}.", fill=f"mainstream fill {id_}", set=f"mainstream set {id_} VALUE"
            )
            yield Finding("A06", "note", message, action, CORE_TEAM, Ref("answers", id_))


def answer_to_hidden_question(case: Case) -> Iterator[Finding]:
    """A question is answered that is not asked in this project.

    An earlier answer or the timing of the project hides it, or national content has switched it off. The answer is
    kept and not counted.

    Passes: an answer to a question that is asked
    Fails:  an answer about the drafting calendar in a project whose plan is already adopted
    """
    for id_, answer in case.project.answers.items():
        question = case.catalogue.questions[id_]
        if answer.given and case.facts.hides(question):
            message = say(
                "{question}: answered, but the question is not asked in this project.",
                question=case.catalogue.name("question", question.id),
            )
            action = say("Nothing to do; or correct the answer that hides it.")
            yield Finding("A05", "note", message, action, CORE_TEAM, Ref("answers", id_))
    for id_ in sorted(case.project.set_aside & set(case.catalogue.switched_off)):
        off = case.catalogue.switched_off[id_]
        message = say(
            "{title}: answered, but the question is switched off here ({reason}).",
            title=off.title,
            reason=off.reason.strip(),
        )
        action = say("Nothing to do: the answer is kept.")
        yield Finding("A05", "note", message, action, CORE_TEAM, Ref("answers", id_))
