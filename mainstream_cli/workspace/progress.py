"""How far a project is: by stage, by sector, by condition; and what to do next."""

from collections import Counter
from datetime import timedelta
from typing import Any, get_args

from mainstream_cli.changes.sessions import open_session
from mainstream_cli.language import say
from mainstream_cli.model.catalogue import Stage
from mainstream_cli.model.history import counts_in_words
from mainstream_cli.model.journal import ConditionStatus
from mainstream_cli.model.progress import JournalCounts, ProjectProgress, StageProgress
from mainstream_cli.rules import Case, assess, check, gate
from mainstream_cli.rules.claims import to_confirm
from mainstream_cli.rules.conditions import running_out
from mainstream_cli.rules.standing import frozen_by

SOON = timedelta(days=90)


def progress(case: Case) -> ProjectProgress:
    """Count what is asked and answered, and name the next step."""
    stages = tuple(_stage(case, stage) for stage in case.catalogue.stages)
    assessed = assess(case)
    statuses = Counter(assessment.status for assessment in assessed)
    return ProjectProgress(
        stages,
        {sector.id: _sector(case, sector.id) for sector in case.catalogue.sectors},
        {name: len(entries) for name, entries in case.project.registers.items()},
        {status: statuses[status] for status in get_args(ConditionStatus)},
        next_step(case, stages),
        _open_session(case),
        sum(answer.disputed for answer in case.project.answers.values()),
        _journal(case),
        counts_in_words(assessed),
        to_confirm=tuple((each.condition.title, asked) for each in assessed if (asked := to_confirm(case, each))),
        runs_out=tuple(
            (each.code, each.title, day.isoformat()) for day, each in running_out(case) if day <= case.today + SOON
        ),
    )


def _journal(case: Case) -> JournalCounts:
    decided, rated = list(case.decisions.values()), list(case.ratings.values())
    waivers = [finding.waiver for finding in check(case) if finding.waiver] if case.waivers else []
    return JournalCounts(
        len(decided),
        decided[-1].text if decided else "",
        len(waivers),
        min(waiver.until for waiver in waivers).isoformat() if waivers else None,
        rated[-1].date.isoformat() if rated else None,
    )


def _open_session(case: Case) -> dict[str, Any] | None:
    found = open_session(case.project)
    if found is None:
        return None
    id_, session = found
    start = {"date": session.date.isoformat(), "start": session.start}
    return {"id": id_, "title": session.title, **start, "findings": len(session.findings)}


def _stage(case: Case, stage: Stage) -> StageProgress:
    asked = list(case.asked(stage))
    answered = sum(case.project.answer(question.id) is not None for question in asked)
    sign_off = case.sign_offs.get(stage.id)
    standing = case.standing(stage.id)
    signed: dict[str, Any] | None = None
    if sign_off and standing:
        signed = {"by": sign_off.by, "date": sign_off.date.isoformat(), "stale": case.stale(stage)}
        frozen = frozen_by(case, sign_off)
        signed |= {"standing": standing.code, "edition": frozen.edition_id if frozen else None}
    shut = gate(case, stage.id)
    unseen = () if any(finding.stops for finding in shut) else tuple(finding.ref.id for finding in shut if finding.ref)
    return StageProgress(stage, len(asked), answered, len(case.core_open(stage)), not shut, signed, unseen)


def _sector(case: Case, sector: str) -> tuple[int, int]:
    asked = [question for question in case.catalogue.sheets[sector].questions if case.facts.asks(question)]
    return len(asked), sum(case.project.answer(question.id) is not None for question in asked)


FOR_PRACTICE = say("In a sample of a real country only a group may sign, as an exercise and in its own name.")


def next_step(case: Case, stages: tuple[StageProgress, ...]) -> dict[str, str]:
    """Name the next thing to do: an open core question of the current stage, its gate, or its sign-off."""
    if case.current is None:
        return {"stage": "", "question": "", "text": say("All stages are signed."), "command": "mainstream report"}
    stage = case.current
    here = next(row for row in stages if row.stage.id == stage.id)
    open_questions = case.core_open(stage)
    if open_questions:
        question = open_questions[0]
        text = say("{stage}: {number} {text}", stage=stage.title, number=question.number, text=question.text)
        command = f"mainstream fill {stage.id}"
        return {"stage": stage.id, "question": question.id, "text": text, "command": command}
    if here.ready and case.whole():
        text = say("{stage} is ready to be signed.", stage=stage.title)
        if case.project.settings.sample == "real_country":
            text = say("{sentence} {only}", sentence=text, only=FOR_PRACTICE)
        command = f"mainstream sign {stage.id} --by ACTOR --reference TEXT"
        return {"stage": stage.id, "question": "", "text": text, "command": command}
    text = say("{stage}: see what stands before its gate.", stage=stage.title)
    if here.unseen:
        text = say(
            "{stage}: its gate hinges on private/, which this copy does not have; the copy with it can sign.",
            stage=stage.title,
        )
    return {"stage": stage.id, "question": "", "text": text, "command": f"mainstream check {stage.id}"}
