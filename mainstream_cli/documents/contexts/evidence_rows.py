"""Rows of the scoping proposal that show what is known: figures, links, policies and data sets."""

from pydantic import Field

from mainstream_cli.model.record import Record


class Estimate(Record):
    """Another value for the same thing and year."""

    value: str = Field(description="The value, with its unit where that differs.")
    title: str = Field(description="How this value is called; may be empty.")
    source: str = Field(description="Source, edition, method and quality.")


class FigureYear(Record):
    """One thing measured in one year: the value used, with other estimates beside it."""

    title: str = Field(description="What is measured; empty where the row above says it.")
    unit: str = Field(description="Unit and group; empty where the row above says it.")
    year: str = Field(description="Year of the value.")
    value: str = Field(description="The value used, or that none is chosen yet.")
    source: str = Field(description="Source, edition, method and quality.")
    others: tuple[Estimate, ...] = Field(description="Other estimates for the same year.")


class FigureRow(Record):
    """One thing measured, over the years."""

    years: tuple[FigureYear, ...] = Field(description="One line for each year.")
    about: str = Field(description="Territory, definition, notes, and why the values are used; may be empty.")


class GoalRow(Record):
    """One goal of the plan."""

    code: str = Field(description="Number of the goal in the plan.")
    title: str = Field(description="Title of the goal.")
    wording: str = Field(description="The wording as printed in the plan, and notes; may be empty.")
    page: str = Field(description="Page in the plan.")
    responsible: str = Field(description="Ministry that answers for the goal.")
    sectors: str = Field(description="Sectors it belongs to.")
    links: str = Field(description="How many effects were found, by sign.")


class LinkRow(Record):
    """One effect between migration and a goal or sector."""

    end: str = Field(description="The plan goal or sector at the other end.")
    title: str = Field(description="The effect in words.")
    effect: str = Field(description="How it comes about, and notes; may be empty.")
    sign: str = Field(description="Positive, negative, mixed or unknown.")
    felt: str = Field(description="By whom, where and how strongly it is felt.")
    evidence: str = Field(description="What shows it, with the numbers of the references.")


class EffectRow(LinkRow):
    """One effect where both directions stand in one table."""

    direction: str = Field(description="Which end acts on which.")
    sure: str = Field(description="How sure the team is; may be empty.")


class PolicyRow(Record):
    """One law, policy or programme."""

    title: str = Field(description="Title with the numbers of the references.")
    kind: str = Field(description="Kind, years and status.")
    responsible: str = Field(description="The institution that answers for it, and its sectors.")
    extent: str = Field(description="How far migration is built in.")
    content: str = Field(description="What it says on migration.")
    gap: str = Field(description="What it overlooks or contradicts.")


class DatasetRow(Record):
    """One body of data."""

    title: str = Field(description="Title with the numbers of the references.")
    kind: str = Field(description="Kind and holder.")
    covers: str = Field(description="What it covers, years, frequency, and what it can be split by.")
    access: str = Field(description="Access and quality.")
    gaps: str = Field(description="What is missing.")


class SectorRow(Record):
    """What the sector sheet says, in short."""

    title: str = Field(description="Name of the sector; says whether its answers are illustrative.")
    proposed: str = Field(description="Whether the team proposes it for the assessment.")
    effect_in: str = Field(description="Strength of the effect of migration on the sector.")
    effect_out: str = Field(description="Strength of the effect of the sector on migration.")
    extent: str = Field(description="How far its plan deals with migration.")
    next_step: str = Field(description="First step that the team sees; may be empty.")
