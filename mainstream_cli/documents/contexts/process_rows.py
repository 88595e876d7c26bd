"""Rows of the scoping proposal that show who does what and when, and what could go wrong."""

from pydantic import Field

from mainstream_cli.model.record import Record


class BodyRow(Record):
    """One body of the institutional framework."""

    title: str = Field(description="Name with the numbers of the references.")
    status: str = Field(description="Function, status, year and legal basis.")
    people: str = Field(description="Chair, secretariat and members.")
    mandate: str = Field(description="Mandate, rhythm, decision rule, reporting line and budget.")


class StakeholderRow(Record):
    """One organisation that takes part or should."""

    title: str = Field(description="Name and abbreviation with the numbers of the references.")
    kind: str = Field(description="Kind of organisation.")
    role: str = Field(description="Role and mandate.")
    consulted: str = Field(description="When it was heard, with the letters of the notes that say how.")


class SessionRow(Record):
    """One session of a workshop."""

    title: str = Field(description="Theme.")
    question: str = Field(description="The question of the session.")
    held: str = Field(description="Day and number of people and institutions.")
    findings: str = Field(description="Findings, and what was put aside for later.")


class RiskRow(Record):
    """One thing that could go wrong or do harm."""

    title: str = Field(description="The risk.")
    weight: str = Field(description="Kind, likelihood and impact, and what it concerns.")
    groups: str = Field(description="Whom it would hurt.")
    cause: str = Field(description="Where it comes from.")
    mitigation: str = Field(description="What is done about it, and who watches it.")


class ScreeningRow(Record):
    """What the checks of one objective found."""

    title: str = Field(description="The objective.")
    rights: str = Field(description="Check against human rights.")
    gender: str = Field(description="What it means for women and men.")
    children: str = Field(description="What it means for children and other ages.")


class MilestoneRow(Record):
    """One step of the work plan."""

    due: str = Field(description="By when.")
    title: str = Field(description="The step.")
    deliverable: str = Field(description="What will be on the table, and notes; may be empty.")
    stage: str = Field(description="The stage it belongs to.")
    owner: str = Field(description="Who sees to it.")
    status: str = Field(description="How far it is.")


class ConditionRow(Record):
    """How one condition for success stands."""

    code: str = Field(description="Code of the condition.")
    title: str = Field(description="Title of the condition.")
    text: str = Field(description="What the condition means.")
    status: str = Field(description="Secured, partly secured, not secured or not assessed yet.")
    because: str = Field(description="The answers behind it, and what the record shows of them.")
    remedy: str = Field(description="What would secure it.")
    who: str = Field(description="Who can act.")
    needed_by: str = Field(description="The stage that needs it.")


class Signature(Record):
    """One line of the signature block."""

    role: str = Field(description="The role that signs; never a person's name.")
