"""The context of the sector sheets: one chapter for each sector in work."""

from pydantic import Field

from mainstream_cli.documents.contexts.action_matrix import ActionRow, IndicatorRow
from mainstream_cli.documents.contexts.evidence_rows import EffectRow, GoalRow, PolicyRow, SectorRow
from mainstream_cli.documents.contexts.shared import Abbreviation, Chapter, Cited, Cover, DataGap, Rows
from mainstream_cli.model.record import Record


class SectorPage(Chapter):
    """Everything on one sector."""

    title: str = Field(description="Name of the sector.")
    short: SectorRow = Field(description="Strength of the effects, extent and next step.")
    goals: Rows[GoalRow] = Field(description="Goals of the plan that belong to the sector.")
    effects: Rows[EffectRow] = Field(description="Effects in both directions.")
    policies: Rows[PolicyRow] = Field(description="Laws, policies and programmes of the sector.")
    actions: tuple[ActionRow, ...] = Field(description="Actions of the sector.")
    money: str = Field(description="How many actions are costed, cost and gap; empty without actions.")
    indicators: Rows[IndicatorRow] = Field(description="Indicators of its actions, with baseline and target.")
    gaps: tuple[DataGap, ...] = Field(description="What is not known yet on this sector.")
    unanswered: str = Field(description="Questions on the sector without an answer; may be empty.")


class SectorSheet(Record):
    """The sector sheets."""

    cover: Cover = Field(description="Page one.")
    opening: tuple[str, ...] = Field(description="Which sectors are in work and why.")
    strengths: tuple[SectorRow, ...] = Field(description="Sectors proposed or examined, in plan order.")
    sectors: tuple[SectorPage, ...] = Field(description="Sectors in work, in plan order.")
    others: tuple[str, ...] = Field(description="Sectors that are not in work.")
    references: tuple[Cited, ...] = Field(description="Annex: sources in order of first use.")
    abbreviations: tuple[Abbreviation, ...] = Field(description="Annex: short forms.")
