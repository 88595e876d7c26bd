"""The context of the brief for development partners."""

from pydantic import Field

from mainstream_cli.documents.contexts.action_matrix import RateRow, TotalsRow
from mainstream_cli.documents.contexts.pictures import Picture
from mainstream_cli.documents.contexts.shared import Abbreviation, Chapter, Cited, Cover
from mainstream_cli.model.record import Record


class SupportRow(Record):
    """One action for which money is missing or not known."""

    number: str = Field(description="Number of the action in this brief, such as A4.")
    title: str = Field(description="The action.")
    sector: str = Field(description="Its sector.")
    lead: str = Field(description="Who answers for it, and when it runs.")
    cost: str = Field(description='Total cost, or "Not costed yet".')
    funding: str = Field(description="Funding by source with status.")
    gap: str = Field(description="What is not secured.")


class SourceRow(Record):
    """What one source pays for."""

    source: str = Field(description="The source of money.")
    actions: str = Field(description="Numbers of the actions it pays for.")
    secured: str = Field(description="Money secured.")
    pledged: str = Field(description="Money pledged.")
    sought: str = Field(description="Money sought.")


class DoesRow(Record):
    """What one organisation does."""

    title: str = Field(description="Name of the organisation.")
    role: str = Field(description="Its part in the process; may be empty.")
    leads: str = Field(description="Numbers of the actions it answers for; may be empty.")
    takes_part: str = Field(description="Numbers of the actions it takes part in; may be empty.")


class PartnerBrief(Record):
    """The brief for development partners."""

    cover: Cover = Field(description="Page one.")
    background: tuple[str, ...] = Field(description="The plan, and what is proposed.")
    objectives: tuple[str, ...] = Field(description="The objectives.")
    requested: Chapter = Field(description="What the government asks of partners.")
    support: tuple[SupportRow, ...] = Field(description="Actions with a gap, or with a gap that is not known.")
    support_note: str = Field(description="How many actions are left out of that table, and why; may be empty.")
    secured: tuple[str, ...] = Field(description="Those actions with their numbers; empty when no action is secured.")
    summary: tuple[TotalsRow, ...] = Field(description="One row per sector with actions, in plan order.")
    total: TotalsRow = Field(description="All sectors together.")
    money_notes: tuple[str, ...] = Field(description="How the totals were made and what they leave out.")
    rates: tuple[RateRow, ...] = Field(description="Exchange rates used.")
    pictures: tuple[Picture, ...] = Field(description="Money by source, and the gap; a picture for each currency.")
    sources: tuple[SourceRow, ...] = Field(description="Who pays for what, in alphabetical order.")
    does: tuple[DoesRow, ...] = Field(description="Who does what, in the order of the kinds of organisation.")
    together: Chapter = Field(description="How partners and government work together.")
    references: tuple[Cited, ...] = Field(description="Annex: sources in order of first use.")
    abbreviations: tuple[Abbreviation, ...] = Field(description="Annex: short forms.")
