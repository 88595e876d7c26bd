"""The context of the scoping proposal, section by section."""

from pydantic import Field

from mainstream_cli.documents.contexts.evidence_rows import (
    DatasetRow,
    FigureRow,
    GoalRow,
    LinkRow,
    PolicyRow,
    SectorRow,
)
from mainstream_cli.documents.contexts.pictures import Picture
from mainstream_cli.documents.contexts.process_rows import (
    BodyRow,
    ConditionRow,
    MilestoneRow,
    RiskRow,
    ScreeningRow,
    SessionRow,
    Signature,
    StakeholderRow,
)
from mainstream_cli.documents.contexts.shared import Abbreviation, AnswerSheet, Chapter, Cited, Cover, DataGap, Rows
from mainstream_cli.model.record import Record


class MigrationPicture(Chapter):
    """The migration picture."""

    figures: Rows[FigureRow] = Field(description="Figures; other estimates stand beside the value used.")


class Links(Chapter):
    """The links between migration and the plan, in both directions."""

    goals: Rows[GoalRow] = Field(description="The goals of the plan, in plan order.")
    inward: Rows[LinkRow] = Field(description="Effects of migration on goals and sectors.")
    outward: Rows[LinkRow] = Field(description="Effects of goals and sectors on migration.")
    one_sided: tuple[str, ...] = Field((), description="Which sign has not been found in which direction.")


class Policies(Chapter):
    """The policy inventory."""

    table: Rows[PolicyRow] = Field(description="Laws, policies and programmes.")


class Institutions(Chapter):
    """The institutional set-up."""

    table: Rows[BodyRow] = Field(description="Bodies, existing and planned.")


class Calendar(Chapter):
    """Entry points and calendar."""

    sentences: tuple[str, ...] = Field((), description="The plan, its period and what its timing means.")


class Stakeholders(Chapter):
    """Who takes part and how they were heard."""

    table: Rows[StakeholderRow] = Field(description="Organisations.")
    sessions: Rows[SessionRow] = Field(description="Sessions held.")


class Datasets(Chapter):
    """The data inventory and its gaps."""

    table: Rows[DatasetRow] = Field(description="Bodies of data.")


class Sectors(Chapter):
    """Priority sectors, in plan order."""

    rows: tuple[SectorRow, ...] = Field((), description="Sectors proposed or examined.")


class Risks(Chapter):
    """Risks and the screening for rights, gender and children."""

    table: Rows[RiskRow] = Field(description="Risks.")
    screening: tuple[ScreeningRow, ...] = Field((), description="Checks of the objectives.")


class WorkPlan(Chapter):
    """The work plan."""

    table: Rows[MilestoneRow] = Field(description="Steps by date.")


class Monitoring(Chapter):
    """How the process itself is followed."""

    sentences: tuple[str, ...] = Field((), description="How far the work plan is.")


class Decisions(Chapter):
    """What the reader is asked to decide."""

    requests: tuple[str, ...] = Field((), description="Decisions requested.")
    taken: tuple[str, ...] = Field((), description="Decisions taken so far, the latest first.")
    board: Picture = Field(description="All conditions with their status; a picture.")
    conditions: tuple[ConditionRow, ...] = Field((), description="Conditions that are not secured yet.")


class ScopingProposal(Record):
    """The scoping proposal."""

    cover: Cover = Field(description="Page one.")
    purpose: Chapter = Field(description="Purpose and mandate.")
    picture: MigrationPicture = Field(description="Migration picture.")
    links: Links = Field(description="Links with the goals of the plan.")
    policies: Policies = Field(description="Policy inventory.")
    institutions: Institutions = Field(description="Institutional set-up.")
    calendar: Calendar = Field(description="Entry points and calendar.")
    stakeholders: Stakeholders = Field(description="Stakeholders and consultations.")
    datasets: Datasets = Field(description="Data inventory and gaps.")
    resources: Chapter = Field(description="Capacity and resources.")
    sectors: Sectors = Field(description="Priority sectors.")
    risks: Risks = Field(description="Risks and screening.")
    work_plan: WorkPlan = Field(description="Work plan.")
    monitoring: Monitoring = Field(description="Monitoring of the process.")
    decisions: Decisions = Field(description="Conditions and decisions requested.")
    signatures: tuple[Signature, ...] = Field(description="Signature block.")
    signature_note: str = Field(description="Why it is not to be signed, for samples; may be empty.")
    conditions: tuple[ConditionRow, ...] = Field(description="Annex: all conditions with reasons.")
    further: tuple[AnswerSheet, ...] = Field(description="Annex: answers of the first stages that no section holds.")
    sheets: tuple[AnswerSheet, ...] = Field(description="Annex: all answers on the sectors.")
    gaps: tuple[DataGap, ...] = Field(description="Annex: what is not known yet.")
    references: tuple[Cited, ...] = Field(description="Annex: sources in order of first use.")
    abbreviations: tuple[Abbreviation, ...] = Field(description="Annex: short forms.")
