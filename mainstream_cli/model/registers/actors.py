"""Who takes part: organisations, and the bodies they sit in. Roles, never personal names."""

from typing import Annotated

from pydantic import Field

from mainstream_cli.language import label, say
from mainstream_cli.model.record import Record
from mainstream_cli.model.registers.definition import Register
from mainstream_cli.model.registers.entry import Entry
from mainstream_cli.model.types import Actor, Day, Id, Moment, Refers, Sensitive, SourceIds, Term, Text


class Consultation(Record):
    """One occasion on which a stakeholder was heard."""

    date: Moment = Field(description="When.")
    form: Text = Field(description="In what form, such as workshop or letter.")
    matter: str | None = Field(None, description="On what.")


class Stakeholder(Entry):
    """An organisation that decides, delivers, knows or is affected."""

    abbreviation: str | None = Field(None, description="Short form used in documents.")
    kind: Annotated[str, Term("stakeholder_kinds")] = Field(description="What kind of organisation it is.")
    role: str | None = Field(None, description="Its part in this process.")
    mandate: str | None = Field(None, description="What its law or statute charges it with.")
    consulted: tuple[Consultation, ...] = Field((), description="When and how it was heard.")
    none_because: str | None = Field(
        None, description="Of a partner that neither pays for an action nor takes part in one: why."
    )
    interest: Annotated[str, Term("confidences"), Sensitive()] | None = Field(
        None, description="Interest in the matter. Sensitive: kept in private/."
    )
    influence: Annotated[str, Term("confidences"), Sensitive()] | None = Field(
        None, description="Influence on the outcome. Sensitive: kept in private/."
    )
    stance: Annotated[str, Term("stances"), Sensitive()] | None = Field(
        None, description="Where it stands. Sensitive: kept in private/."
    )


STAKEHOLDERS = Register(
    "stakeholders",
    label("register", "stakeholder"),
    Stakeholder,
    say("organisations that decide, deliver, know or are affected; roles, never personal names"),
    role="known",
    follow_up=frozenset({"consulted", "interest", "influence", "stance"}),
)


class Meeting(Record):
    """One meeting of a body."""

    date: Day = Field(description="Day of the meeting.")
    minutes: SourceIds = Field((), description="Ids of the minutes, from the register sources.")
    matter: str | None = Field(None, description="On what.")


class Body(Entry):
    """A body of the institutional framework, existing or proposed."""

    kind: Annotated[str, Term("body_kinds")] = Field(description="Its function in the framework.")
    also: tuple[Annotated[str, Term("body_kinds")], ...] = Field((), description="Further functions that it has.")
    status: Annotated[str, Term("body_statuses")] = Field(description="Whether it works already.")
    legal_basis: str | None = Field(None, description="Order, regulation or decision that creates it.")
    chair: Actor | None = Field(None, description="Who chairs it.")
    deputy: Actor | None = Field(None, description="Who carries on when the chair or the officer is away or leaves.")
    secretariat: Actor | None = Field(None, description="Who prepares its meetings and keeps its record.")
    members: tuple[Annotated[Id, Refers("stakeholders")], ...] = Field((), description="Ids of member organisations.")
    mandate: str | None = Field(None, description="What it decides or does.")
    meets: str | None = Field(None, description="How often it meets.")
    meetings: tuple[Meeting, ...] = Field((), description="When it met.")
    decision_rule: str | None = Field(None, description="How it decides.")
    reports_to: Actor | None = Field(None, description="The body or organisation it reports to.")
    budget: str | None = Field(None, description="What pays for it.")
    created: Moment | None = Field(None, description="When it was created.")


BODIES = Register(
    "bodies",
    label("register", "body"),
    Body,
    say("bodies of the institutional framework, existing or proposed"),
    followed=frozenset({"meetings"}),
    known=frozenset({"chair", "deputy", "secretariat", "members", "meets", "budget", "created"}),
)
