"""The context of the monitoring framework."""

from pydantic import Field

from mainstream_cli.documents.contexts.action_matrix import Chain, IndicatorRow
from mainstream_cli.documents.contexts.process_rows import RiskRow
from mainstream_cli.documents.contexts.shared import Abbreviation, AnswerSheet, Chapter, Cited, Cover, DataGap, Rows
from mainstream_cli.model.record import Record


class YearRow(Record):
    """What is due by the end of one year."""

    year: str = Field(description="The year.")
    figures: str = Field(description="Values that indicators should have reached, one a line; may be empty.")
    steps: str = Field(description="What actions should have reached, one a line; may be empty.")


class OwnerRow(Record):
    """What one institution reports."""

    owner: str = Field(description="The institution, or that no owner is named yet.")
    indicators: str = Field(description="Its indicators with their rhythm, one a line.")


class MonitoringFramework(Record):
    """The monitoring framework."""

    cover: Cover = Field(description="Page one.")
    logic: Chapter = Field(description="How actions are expected to bring about change, and when to change course.")
    chains: tuple[Chain, ...] = Field(description="Results chain by objective.")
    indicators: Rows[IndicatorRow] = Field(description="All indicators.")
    groups: Chapter = Field(description="Figures by group.")
    calendar: Chapter = Field(description="How often progress is reported.")
    years: tuple[YearRow, ...] = Field(description="What is due by the end of each year.")
    owners: tuple[OwnerRow, ...] = Field(description="Who reports what, in alphabetical order.")
    risks: Rows[RiskRow] = Field(description="Risks that monitoring keeps an eye on.")
    use: Chapter = Field(description="Who uses the results.")
    sheets: tuple[AnswerSheet, ...] = Field(description="Annex: other answers on monitoring.")
    gaps: tuple[DataGap, ...] = Field(description="Annex: what cannot be measured yet.")
    references: tuple[Cited, ...] = Field(description="Annex: sources in order of first use.")
    abbreviations: tuple[Abbreviation, ...] = Field(description="Annex: short forms.")
