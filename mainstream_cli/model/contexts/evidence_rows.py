"""Rows of the scoping proposal that show what is known: figures, links, policies and data sets."""

from pydantic import Field

from mainstream_cli.model.record import Record


class FigureRow(Record):
    """One thing measured, over the years, with other estimates beside the values used."""

    title: str = Field(description="What is measured, and for which group.")
    used: str = Field(description="The values used, by year, with unit, source, edition, method and quality.")
    others: str = Field(description="Other estimates of the same thing, with the same details; may be empty.")
    about: str = Field(description="Territory, definition, and why the values are used.")


class GoalRow(Record):
    """One goal of the plan."""

    code: str = Field(description="Number of the goal in the plan.")
    wording: str = Field(description="The wording as printed in the plan.")
    page: str = Field(description="Page in the plan.")
    responsible: str = Field(description="Ministry that answers for the goal.")
    sectors: str = Field(description="Sectors it belongs to.")
    links: str = Field(description="How many effects were found, by sign.")


class LinkRow(Record):
    """One effect between migration and a goal or sector."""

    end: str = Field(description="The plan goal or sector at the other end.")
    effect: str = Field(description="The effect in words, with its channel.")
    sign: str = Field(description="Positive, negative, mixed or unknown.")
    felt: str = Field(description="By whom, where and how strongly it is felt.")
    evidence: str = Field(description="What shows it, with the numbers of the references.")


class PolicyRow(Record):
    """One law, policy or programme."""

    title: str = Field(description="Title with kind and years.")
    status: str = Field(description="Whether it is in force.")
    responsible: str = Field(description="Sectors and the institution that answers for it.")
    extent: str = Field(description="How far migration is built in.")
    content: str = Field(description="What it says on migration, with the numbers of the references.")
    gap: str = Field(description="What it overlooks or contradicts.")


class DatasetRow(Record):
    """One body of data."""

    title: str = Field(description="Title, kind and holder.")
    covers: str = Field(description="What it covers, years and frequency.")
    split: str = Field(description="What it can be split by.")
    access: str = Field(description="Access and quality.")
    gaps: str = Field(description="What is missing.")


class SectorRow(Record):
    """What the sector sheet says, in short."""

    title: str = Field(description="Name of the sector.")
    proposed: str = Field(description="Whether the team proposes it for the assessment.")
    effect_in: str = Field(description="Strength of the effect of migration on the sector.")
    effect_out: str = Field(description="Strength of the effect of the sector on migration.")
    extent: str = Field(description="How far its plan deals with migration.")
    next_step: str = Field(description="First step that the team sees; may be empty.")
