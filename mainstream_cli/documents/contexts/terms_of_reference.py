"""The context of the terms of reference and work plan of the core team."""

from pydantic import Field

from mainstream_cli.documents.contexts.process_rows import BodyRow, ConditionRow, MilestoneRow, Signature
from mainstream_cli.documents.contexts.shared import Abbreviation, Chapter, Cited, Cover, Rows
from mainstream_cli.model.record import Record


class TaskRow(Record):
    """What the team delivers in one stage."""

    stage: str = Field(description="The stage.")
    delivers: str = Field(description="What comes out of the stage, one thing a line.")
    steps: str = Field(description="Steps of the work plan with date and owner, or that none is dated yet.")


class TermsOfReference(Record):
    """The terms of reference and work plan of the core team."""

    cover: Cover = Field(description="Page one.")
    background: tuple[str, ...] = Field(description="The plan, its period and what its timing means.")
    mandate: Chapter = Field(description="Mandate, lead and authority.")
    tasks: Chapter = Field(description="How tasks are shared out.")
    task_rows: tuple[TaskRow, ...] = Field(description="What the team delivers, stage by stage.")
    composition: Chapter = Field(description="Who is on the team, and what is missing.")
    usual: tuple[str, ...] = Field(description="Who is usually on a core team, as suggested by this toolkit.")
    bodies: Rows[BodyRow] = Field(description="The bodies that carry the work from day to day.")
    reporting: Chapter = Field(description="Records, reporting and handover.")
    resources: Chapter = Field(description="Time, skills and money of the team.")
    work_plan: Rows[MilestoneRow] = Field(description="Steps by date.")
    progress: tuple[str, ...] = Field(description="How far the work plan is.")
    conditions: tuple[ConditionRow, ...] = Field(description="Conditions that the team has to see to, not secured yet.")
    signatures: tuple[Signature, ...] = Field(description="Signature block.")
    signature_note: str = Field(description="Why it is not to be signed, for samples; may be empty.")
    references: tuple[Cited, ...] = Field(description="Annex: sources in order of first use.")
    abbreviations: tuple[Abbreviation, ...] = Field(description="Annex: short forms.")
