"""The context of the action matrix."""

from pydantic import Field

from mainstream_cli.documents.contexts.pictures import Picture
from mainstream_cli.documents.contexts.shared import Abbreviation, AnswerSheet, Cited, Cover, DataGap, Rows
from mainstream_cli.model.record import Record

Lines = str  # one thing a line
Sentences = tuple[str, ...]


class TotalsRow(Record):
    """One row of the summary, or the totals of one sector; money as printed, one line per currency."""

    title: str = Field(description="Name of the sector, or of the whole.")
    actions: int = Field(description="Number of actions.")
    costed: str = Field(description='How many have a cost, such as "14 of 22".')
    cost: Lines = Field(description="Cost of the costed actions.")
    secured: Lines = Field(description="Money secured.")
    pledged: Lines = Field(description="Money pledged.")
    sought: Lines = Field(description="Money sought.")
    gap: Lines = Field(description="Cost not covered by secured money, or why it cannot be given.")


class ObjectiveRow(Record):
    """One objective."""

    title: str = Field(description="The objective, after its number in this document.")
    note: str = Field(description="What the team adds; may be empty.")
    goals: str = Field(description="The plan goals it serves.")
    people: str = Field(description="Whom it is for, with SDG targets and GCM objectives.")
    validated: str = Field(description="Owner, due date and who validated it.")


class ActionRow(Record):
    """One action: the cells of its main row, then those of the row below it."""

    title: str = Field(description="What will be done.")
    kind: str = Field(description="Kind of action, phase, place and status.")
    note: str = Field(description="What the team adds; may be empty.")
    serves: Lines = Field(description="Numbers of its objectives, and the output it produces.")
    lead: str = Field(description="Who answers for it.")
    partners: str = Field(description="Who takes part; may be empty.")
    period: str = Field(description="First and last year or month.")
    milestones: Lines = Field(description="What is to be reached by the end of a year.")
    indicators: Lines = Field(description="Indicators with baseline and target.")
    cost: str = Field(description='Total cost, or "Not costed yet".')
    cost_years: Lines = Field(description="Cost by year, recurrent and capital.")
    cost_basis: str = Field(description="Price year and method; may be empty.")
    funding: Lines = Field(description="Funding by source with status.")
    gap: str = Field(description="What is not secured.")
    budget: str = Field(description="Budget code and expenditure ceiling.")
    people: str = Field(description="Groups, rights holders and duty bearer.")
    harm: str = Field(description="Possible harm and what is done about it.")
    assumptions: str = Field(description="What must hold for it to work; may be empty.")
    tags: str = Field(description="SDG targets and Global Compact objectives.")
    cite: str = Field(description="Numbers of the references; may be empty.")


class SectorMatrix(Record):
    """The actions of one sector."""

    title: str = Field(description="Name of the sector.")
    objectives: Sentences = Field(description="Objectives that its actions serve.")
    actions: tuple[ActionRow, ...] = Field(description="The actions.")
    totals: TotalsRow = Field(description="Totals of the sector.")
    prices: str = Field(description="Price years behind the totals; may be empty.")


class ResultRow(Record):
    """One link of the results chain."""

    level: str = Field(description="Impact, outcome or output.")
    title: str = Field(description="The result.")
    note: str = Field(description="What the team adds; may be empty.")
    contributes_to: str = Field(description="The result one level up.")
    assumptions: str = Field(description="What must hold; may be empty.")
    shown_by: str = Field(description="Indicators that measure it, and actions that produce it.")


class Chain(Record):
    """The results of one objective."""

    title: str = Field(description="The objective.")
    results: Rows[ResultRow] = Field(description="Impact, outcomes and outputs.")


class IndicatorRow(Record):
    """One indicator."""

    title: str = Field(description="The indicator.")
    about: str = Field(description="Unit, definition and notes.")
    measures: str = Field(description="What it measures and at which level.")
    baseline: str = Field(description="Value, year and source, or why there is none.")
    milestones: Lines = Field(description="Values on the way.")
    target: str = Field(description="Value and year aimed at, with the direction.")
    groups: Lines = Field(description="Groups it is reported for, each with its baseline.")
    reporting: Lines = Field(description="Owner, means of verification and rhythm.")
    tags: str = Field(description="SDG indicators and Global Compact objectives; may be empty.")


class RateRow(Record):
    """One exchange rate used."""

    rate: str = Field(description="One unit in words.")
    date: str = Field(description="Day of the rate.")
    source: str = Field(description="Source with the number of the reference.")


class IdleSector(Record):
    """A sector without actions, and what is known of it."""

    title: str = Field(description="Name of the sector.")
    extent: str = Field(description="How far its plan deals with migration.")
    gaps: str = Field(description="What the team says on gaps.")
    next_step: str = Field(description="What the team proposes next, or that the sector was not examined.")


class ActionMatrix(Record):
    """The action matrix."""

    cover: Cover = Field(description="Page one.")
    opening: Sentences = Field(description="What the matrix holds, in sentences.")
    money_notes: Sentences = Field(description="How the totals were made and what they leave out.")
    summary: tuple[TotalsRow, ...] = Field(description="One row per sector with actions, in plan order.")
    total: TotalsRow = Field(description="All sectors together.")
    pictures: tuple[Picture, ...] = Field(description="Money by source, and the gap; a picture for each currency.")
    objectives: Rows[ObjectiveRow] = Field(description="All objectives.")
    sectors: tuple[SectorMatrix, ...] = Field(description="Sectors with actions, in plan order.")
    chains: tuple[Chain, ...] = Field(description="Results chain by objective.")
    indicators: Rows[IndicatorRow] = Field(description="All indicators.")
    rates: tuple[RateRow, ...] = Field(description="Exchange rates used.")
    idle: tuple[IdleSector, ...] = Field(description="Sectors without actions.")
    sheets: tuple[AnswerSheet, ...] = Field(
        description="Annex: answers on goals, actions, means, implementation and monitoring."
    )
    gaps: tuple[DataGap, ...] = Field(description="Annex: what is not known yet.")
    references: tuple[Cited, ...] = Field(description="Annex: sources in order of first use.")
    abbreviations: tuple[Abbreviation, ...] = Field(description="Annex: short forms.")
