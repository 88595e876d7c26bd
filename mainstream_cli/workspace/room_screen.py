"""Puts the state of a project on one screen that everybody may see."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice

from mainstream_cli.changes.sessions import open_session
from mainstream_cli.gathering.views import views_in_words
from mainstream_cli.language import label, say, verbatim
from mainstream_cli.model.catalogue import Stage
from mainstream_cli.model.finding import Assessment
from mainstream_cli.model.history import seen_in_words
from mainstream_cli.model.room_screen import NOTHING_MORE, RoomCondition, RoomDecision, RoomScreen, RoomStage
from mainstream_cli.rules import Case, gate
from mainstream_cli.rules.assessing import assess_openly
from mainstream_cli.rules.blocks import open_part
from mainstream_cli.rules.claims import is_sensitive

MOST_DECISIONS = 5
IN_THE_ROOM = ("room", "small_group")


def room_screen(case: Case) -> RoomScreen:
    """Return what may be shown: private values and sensitive questions are left out, as if they were not there."""
    public = open_part(case.public, case.catalogue)
    shown = replace(case, project=public)
    assessments = [
        assessment
        for assessment in assess_openly(case, public)
        if not is_sensitive(assessment.condition, case.catalogue)
    ]
    running = open_session(public)
    return RoomScreen(
        country=public.settings.country.name,
        plan=public.settings.plan.name,
        session=running[1].question if running else "",
        stages=tuple(_stage(case, shown, stage) for stage in case.catalogue.stages),
        secured=tuple(_condition(case, assessment) for assessment in assessments if assessment.status == "met"),
        to_secure=tuple(
            _condition(case, assessment)
            for assessment in assessments
            if assessment.status != "met" and not assessment.unread
        ),
        decisions=tuple(islice(_decisions(shown, assessments), MOST_DECISIONS)),
        not_for_all=sum(is_sensitive(condition, case.catalogue) for condition in case.catalogue.conditions),
    )


def _stage(case: Case, shown: Case, stage: Stage) -> RoomStage:
    """Say how far a stage is; whether it may be signed follows from everything, sensitive answers included."""
    asked = [question for question in shown.asked(stage) if not question.sensitive]
    answered = sum(shown.project.answer(question.id) is not None for question in asked)
    sign_off = case.sign_offs.get(stage.id)
    here = case.current is not None and case.current.id == stage.id
    if sign_off is not None:
        words = say("signed, changed") if case.stale(stage) else label("status", "signed")
        return RoomStage(stage.id, stage.number, stage.title, "signed", words)
    if answered and not gate(case, stage.id):
        return RoomStage(stage.id, stage.number, stage.title, "ready", label("status", "ready"))
    state = "current" if here else "begun" if answered else "ahead"
    words = label("status", "ahead")
    if here or answered:
        words = say("{answered} of {asked}", answered=answered, asked=len(asked))
    return RoomStage(stage.id, stage.number, stage.title, state, words)


def _condition(case: Case, assessment: Assessment) -> RoomCondition:
    condition = assessment.condition
    titles = {stage.id: stage.title for stage in case.catalogue.stages}
    seen = seen_in_words(assessment) if assessment.status == "met" and assessment.seen else NOTHING_MORE
    said = assessment.status == "claimed"
    return RoomCondition(condition.code, condition.title, titles[condition.needed_by], assessment.due, seen, said)


def _decisions(case: Case, assessments: list[Assessment]) -> Iterator[RoomDecision]:
    """Yield what the room can decide: open differences, open questions for a room, then who secures what is due."""
    return chain(_differences(case), _questions(case), _tasks(assessments))


def _differences(case: Case) -> Iterator[RoomDecision]:
    for question in case.catalogue.questions.values():
        answer = case.project.answers.get(question.id)
        if answer is not None and answer.disputed and case.facts.asks(question):
            yield RoomDecision(
                "difference",
                question.id,
                verbatim(question.text),
                verbatim(views_in_words(case.catalogue, question, answer)),
            )


def _questions(case: Case) -> Iterator[RoomDecision]:
    if case.current is not None:
        for question in case.core_open(case.current):
            answer = case.project.answers.get(question.id)
            if question.setting in IN_THE_ROOM and not question.sensitive and not (answer and answer.disputed):
                yield RoomDecision("question", question.id, verbatim(question.text))


def _tasks(assessments: list[Assessment]) -> Iterator[RoomDecision]:
    for assessment in assessments:
        if assessment.due and assessment.status != "met" and not assessment.unread:
            condition = assessment.condition
            text, who = say("Who secures: {condition}?", condition=condition.title), "; ".join(condition.who[:2])
            yield RoomDecision("task", condition.code, text, say("can act: {who}", who=who))
