"""The context of the situation analysis."""

from pydantic import Field

from mainstream_cli.documents.contexts.evidence_rows import EffectRow, PolicyRow, SectorRow
from mainstream_cli.documents.contexts.pictures import Picture
from mainstream_cli.documents.contexts.shared import Abbreviation, Chapter, Cited, Cover, DataGap, Rows, TitledChapter
from mainstream_cli.model.record import Record


class OverviewRow(Record):
    """One goal or sector with the effects found at its end."""

    end: str = Field(description="The plan goal with its number, or the sector.")
    kind: str = Field(description="Goal of the plan, or sector.")
    inward: str = Field(description="Effects of migration on it, by sign, or that none is recorded.")
    outward: str = Field(description="Its effects on migration, by sign, or that none is recorded.")
    groups: str = Field(description="Who feels them; may be empty.")


class GoalPart(Record):
    """The effects at one goal of the plan."""

    title: str = Field(description="Number and title of the goal, with the numbers of the references.")
    about: str = Field(description="Wording as printed, page, and who answers for it.")
    effects: Rows[EffectRow] = Field(description="Effects in both directions.")
    missing: tuple[str, ...] = Field(description="What has not been found or searched for at this goal.")


class SectorPart(Chapter):
    """What is known of one sector: the main answers of its sheet, and effects that belong to no goal."""

    title: str = Field(description="Name of the sector.")
    goals: str = Field(description="Goals of the plan that belong to it; may be empty.")
    effects: Rows[EffectRow] = Field(description="Effects that are recorded for the sector and for no goal.")


class SituationAnalysis(Record):
    """The situation analysis."""

    cover: Cover = Field(description="Page one.")
    opening: tuple[str, ...] = Field(description="What was found, in sentences that count.")
    sections: tuple[TitledChapter, ...] = Field(description="Answers of the situation stage, section by section.")
    overview: tuple[OverviewRow, ...] = Field(description="Goals in plan order, then sectors in plan order.")
    one_sided: tuple[str, ...] = Field(description="Which sign has not been found in which direction.")
    goals: Rows[GoalPart] = Field(description="Goals of the plan in plan order.")
    sector_map: Picture = Field(description="Sectors by effect in both directions, and the extent; a picture.")
    strengths: tuple[SectorRow, ...] = Field(description="Sectors proposed or examined, in plan order.")
    sectors: tuple[SectorPart, ...] = Field(description="Sectors in work, in plan order.")
    not_examined: str = Field(description="Sectors on which nothing has been said yet; may be empty.")
    policies: Rows[PolicyRow] = Field(description="Laws, policies and programmes with what they overlook.")
    gaps: tuple[DataGap, ...] = Field(description="Annex: what is not known yet.")
    references: tuple[Cited, ...] = Field(description="Annex: sources in order of first use.")
    abbreviations: tuple[Abbreviation, ...] = Field(description="Annex: short forms.")
