"""Builds the trainer's guide: the courses in the form of a concept note, and the worked readings."""

from collections.abc import Iterator
from itertools import count

from mainstream_cli.course.pack.contexts import (
    AgendaRow,
    CoursePage,
    DayPage,
    ReadingPage,
    ReadingPoint,
    SessionGuide,
    StepRow,
    TrainersGuide,
)
from mainstream_cli.course.pack.material import Teaching
from mainstream_cli.documents.parts.cover import head
from mainstream_cli.model.course import Course, CourseSession, Day, HandoutPart, Step, clock
from mainstream_cli.model.training import Lesson

KINDS = {
    "input": "Input",
    "demonstration": "Demonstration",
    "group_work": "Group work",
    "discussion": "Discussion",
    "findings": "Findings",
}


def trainers_guide(teaching: Teaching) -> TrainersGuide:
    """Build the guide; it gives the solutions of all exercises of the agendas away."""
    used = {name for course in teaching.courses.values() for name in course.exercises}
    return TrainersGuide(
        cover=head("Trainer's guide", None, "Courses on bringing migration into a development plan"),
        edition=teaching.edition,
        courses=tuple(_course(teaching, each) for each in teaching.courses.values()),
        readings=tuple(_reading(teaching, each) for name, each in teaching.lessons.items() if name in used),
    )


def _course(teaching: Teaching, course: Course) -> CoursePage:
    people = course.people
    parts = (
        ("Background", course.background, ()),
        ("Objectives", ("At the end participants can:",), course.objectives),
        ("Expected outcome", (), course.outputs),
        ("Format", course.format, ()),
        ("Participants", (f"{people.least} to {people.most} people, from:",), people.categories),
        ("Room", (), course.room),
        ("Dossier", (), course.materials),
        ("The evening before", (), course.evening_before),
        ("Costs and who bears them", (), course.costs),
        ("Common mistakes of trainers", (), course.mistakes),
    )
    numbers = count(1)
    return CoursePage(
        title=course.title,
        note=tuple(HandoutPart(title=title, text=text, points=points) for title, text, points in parts),
        days=tuple(_day(teaching, day, numbers) for day in course.days),
    )


def _day(teaching: Teaching, day: Day, numbers: Iterator[int]) -> DayPage:
    agenda, pages, passed = [], [], 0
    for session in day.sessions:
        begin, end = clock(day.start, passed), clock(day.start, passed + session.minutes)
        time, title = f"{begin} to {end}", session.title
        who = ""
        if session.pause is None:
            title = f"{next(numbers)}. {session.title}"
            who = f"Facilitator: {session.facilitator}. Rapporteur: {session.rapporteur}."
            pages.append(_session(teaching, session, title, time))
        agenda.append(AgendaRow(time=time, minutes=str(session.minutes), title=title, who=who))
        passed += session.minutes
    work = sum(each.minutes for each in day.sessions if each.pause is None)
    facts = f"{day.start} to {day.end}: {day.minutes} minutes, of which {work} are work and {passed - work} breaks."
    return DayPage(title=day.title, facts=facts, agenda=tuple(agenda), sessions=tuple(pages))


def _session(teaching: Teaching, session: CourseSession, title: str, time: str) -> SessionGuide:
    rows, passed = [], 0
    for step in session.steps:
        rows.append(_step(teaching, step, clock(time[:5], passed)))
        passed += step.minutes
    return SessionGuide(
        title=title,
        time=f"{time}, {passed} minutes",
        aim=session.aim or "",
        facilitator=session.facilitator or "",
        rapporteur=session.rapporteur or "",
        steps=tuple(rows),
        debriefing=session.debriefing,
        mistakes=session.mistakes,
    )


def _step(teaching: Teaching, step: Step, time: str) -> StepRow:
    exercises = [teaching.lessons[name] for name in (*step.exercises, *step.either)]
    named = [f"{each.exercise.title} ({each.exercise.minutes} min)" for each in exercises]
    begun = [f"mainstream train start {each.id} {each.id}/table_1" for each in exercises]
    return StepRow(
        time=time,
        minutes=str(step.minutes),
        kind=KINDS[step.kind],
        text=step.text.strip(),
        exercises=(" or " if step.either else ", then ").join(named),
        commands=(*begun, *step.commands),
    )


def _reading(teaching: Teaching, lesson: Lesson) -> ReadingPage:
    faults = (
        ReadingPoint(text=fault.title, reading=f"Hidden in {', '.join(fault.change)}.", why=fault.why.strip())
        for fault in lesson.faults.values()
    )
    goals = (
        ReadingPoint(
            text=goal.text.strip(), reading=(goal.reading or " ".join(goal.hints)).strip(), why=goal.why.strip()
        )
        for goal in lesson.exercise.goals
    )
    return ReadingPage(
        title=lesson.exercise.title, facts=f"{lesson.id}. {teaching.facts(lesson)}", points=(*faults, *goals)
    )
