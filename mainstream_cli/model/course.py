"""The trainer's pack as data: courses with their agenda, and what participants are handed."""

from datetime import datetime, timedelta
from typing import Annotated, Literal

from pydantic import Field, model_validator

from mainstream_cli.language import say
from mainstream_cli.model.content_item import Content
from mainstream_cli.model.types import Id, Term, Text, Whole

StepKind = Literal["input", "demonstration", "group_work", "discussion", "findings"]
Hour = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
Texts = Annotated[tuple[Text, ...], Field(min_length=1)]


class Step(Content):
    """One step of a session: who does what for how many minutes, with which exercise, sample and commands."""

    kind: StepKind
    minutes: Annotated[Whole, Field(ge=5, le=90)]
    text: Text
    exercises: tuple[Id, ...] = Field((), description="Each group does all of them, one after the other.")
    either: tuple[Id, ...] = Field((), description="Each group does one of them.")
    sample: Id | None = None
    commands: tuple[Text, ...] = ()


class CourseSession(Content):
    """A session of the agenda; a break has minutes of its own, everything else those of its steps."""

    title: Text
    pause: Annotated[Whole, Field(ge=5, le=120)] | None = None
    aim: Text | None = None
    facilitator: Text | None = None
    rapporteur: Text | None = None
    steps: tuple[Step, ...] = ()
    debriefing: tuple[Text, ...] = ()
    mistakes: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _is_whole(self) -> "CourseSession":
        told = bool(self.aim and self.facilitator and self.rapporteur and self.steps and self.debriefing)
        if told == (self.pause is not None):
            raise ValueError(say("either pause:, or aim:, facilitator:, rapporteur:, steps: and debriefing:"))
        return self

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return self.pause or sum(step.minutes for step in self.steps)


class Day(Content):
    """One day of a course; the minutes of its sessions lead exactly from its start to its end."""

    title: Text
    start: Hour
    end: Hour
    sessions: Annotated[tuple[CourseSession, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _adds_up(self) -> "Day":
        last = clock(self.start, self.minutes)
        if last != self.end:
            raise ValueError(say("sessions that end at {end}; their minutes lead to {last}", end=self.end, last=last))
        return self

    @property
    def minutes(self) -> int:
        """How long it takes, with its breaks."""
        return sum(session.minutes for session in self.sessions)


class People(Content):
    """Who takes part: how many, and from where."""

    least: Annotated[Whole, Field(ge=6)]
    most: Annotated[Whole, Field(le=60)]
    categories: Texts


class Course(Content):
    """A course in the form of a concept note: why, for whom, how, with what, and the agenda."""

    title: Text
    short: Text = Field(description="The course in two or three words, as on the certificate.")
    background: Texts
    objectives: Texts
    outputs: Texts
    format: Texts
    people: People
    room: Texts
    materials: Texts
    evening_before: Texts
    costs: Texts
    mistakes: Texts
    days: Annotated[tuple[Day, ...], Field(min_length=1)]

    @property
    def steps(self) -> list[Step]:
        """All steps, in the order of the agenda."""
        return [step for day in self.days for session in day.sessions for step in session.steps]

    @property
    def exercises(self) -> list[str]:
        """The names of all exercises of the agenda, each once, in its order."""
        return list(dict.fromkeys(name for step in self.steps for name in (*step.exercises, *step.either)))

    @property
    def hours(self) -> int:
        """Hours of work without breaks, rounded to whole ones."""
        return round(sum(step.minutes for step in self.steps) / 60)


class Command(Content):
    """A command for the hand, with what it does; ``DIR`` and ``NAME`` stand for what the reader types."""

    type: Text
    does: Text


class HandoutPart(Content):
    """A part of the method in short paragraphs or points."""

    title: Text
    text: tuple[Text, ...] = ()
    points: tuple[Text, ...] = ()


class Handout(Content):
    """What each participant takes home, and the questions of the evaluation form."""

    title: Text
    parts: Annotated[tuple[HandoutPart, ...], Field(min_length=1)]
    example: HandoutPart
    steps: dict[Annotated[str, Term("stages")], Text] = Field(description="For each stage, the question it answers.")
    words: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(description="Ids of terms of the glossary.")
    commands: Annotated[tuple[Command, ...], Field(min_length=1)]
    scale: Texts
    statements: Texts
    open_questions: Texts


def clock(start: str, minutes: int) -> str:
    """Return the time of day *minutes* after *start*."""
    return (datetime.strptime(start, "%H:%M") + timedelta(minutes=minutes)).strftime("%H:%M")
