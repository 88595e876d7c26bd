"""The process itself: its risks, milestones and sessions."""

from typing import Annotated

from pydantic import Field

from mainstream_cli.language import label, say
from mainstream_cli.model.record import Record
from mainstream_cli.model.registers.definition import Register
from mainstream_cli.model.registers.entry import Entry
from mainstream_cli.model.registers.results import Group
from mainstream_cli.model.types import Actor, Clock, Day, Id, Moment, Refers, Term, Text, Whole


class Risk(Entry):
    """Something that could go wrong or do harm."""

    kind: Annotated[str, Term("risk_kinds")] = Field(description="What kind of risk it is.")
    cause: str | None = Field(None, description="Where it comes from.")
    likelihood: Annotated[str, Term("confidences")] | None = Field(None, description="How likely it is.")
    impact: Annotated[str, Term("confidences")] | None = Field(None, description="How much it would hurt.")
    groups: tuple[Group, ...] = Field((), description="Whom it would hurt.")
    mitigation: str | None = Field(None, description="What is done about it.")
    owner: Actor | None = Field(None, description="Who watches it.")
    concerns: Annotated[Id, Refers("objectives", "actions")] | None = Field(
        None, description="The objective or action it concerns."
    )


RISKS = Register(
    "risks",
    label("register", "risk"),
    Risk,
    say("what could go wrong or do harm"),
    role="known",
)


class Milestone(Entry):
    """A step of the work plan of this process."""

    stage: Annotated[str, Term("stages")] | None = Field(None, description="The stage it belongs to.")
    due: Moment = Field(description="By when.")
    owner: Actor | None = Field(None, description="Who sees to it.")
    plan_step: str | None = Field(None, description="Which step in the calendar of the plan it is or goes into.")
    deliverable: str | None = Field(None, description="What will be on the table.")
    status: Annotated[str, Term("milestone_statuses")] = Field("planned", description="How far it is.")


MILESTONES = Register(
    "milestones",
    label("register", "milestone"),
    Milestone,
    say("steps of the work plan"),
    followed=frozenset({"status"}),
    role="known",
    follow_up=frozenset({"note"}),
)


class Attendance(Record):
    """How many people an institution sent; no names."""

    institution: Actor = Field(description="Stakeholder id or name of the institution.")
    people: Annotated[Whole, Field(ge=1, le=500)] = Field(description="Number of people.")


class HeardOtherwise(Record):
    """A group that was heard without an organisation that speaks for it, or where naming one would endanger people."""

    group: Group = Field(description="Who was heard.")
    form: Text = Field(description="In what form, such as a village meeting or interviews; no names.")
    people: Annotated[Whole, Field(ge=5, le=100_000)] = Field(description="How many people, 5 or more.")
    finding: Text = Field(description="What they said.")


class Session(Entry):
    """One session of a workshop: its title is its theme."""

    question: Text = Field(description="The question that the session answers.")
    date: Day = Field(description="Day of the session.")
    start: Clock | None = Field(None, description="Time it began.")
    end: Clock | None = Field(None, description="Time it ended.")
    facilitator: str | None = Field(None, description="Role of the facilitator.")
    rapporteur: str | None = Field(None, description="Role of the rapporteur.")
    attendance: tuple[Attendance, ...] = Field((), description="People by institution.")
    heard_otherwise: tuple[HeardOtherwise, ...] = Field(
        (), description="Groups that were heard without an organisation that speaks for them."
    )
    findings: Annotated[tuple[Text, ...], Field(max_length=3)] = Field(
        (), description="Up to three findings or recommendations."
    )
    parking_lot: tuple[Text, ...] = Field((), description="What was put aside for later.")


SESSIONS = Register(
    "sessions",
    label("register", "session"),
    Session,
    say("sessions of workshops"),
    alike=("date", "start"),
    role="follow_up",
)
