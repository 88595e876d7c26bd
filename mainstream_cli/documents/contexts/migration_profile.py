"""The context of the migration profile."""

from pydantic import Field

from mainstream_cli.documents.contexts.evidence_rows import DatasetRow, FigureRow
from mainstream_cli.documents.contexts.pictures import Picture
from mainstream_cli.documents.contexts.shared import Abbreviation, Cited, Cover, DataGap, Rows, TitledChapter
from mainstream_cli.model.record import Record


class FigureGroup(Record):
    """The figures of one part of the menu of indicators, or those outside it."""

    title: str = Field(description='Part and title, such as "IV Migration".')
    figures: Rows[FigureRow] = Field(description="Figures; other estimates stand beside the value used.")


class TrendRow(Record):
    """One thing over the years, as one edition of one source gives it."""

    title: str = Field(description="What is measured, with its unit and group.")
    points: str = Field(description="Year and value, one a line.")
    change: str = Field(description="Difference between the first and the last year.")
    source: str = Field(description="The one source and edition of all values.")


class CoverageRow(Record):
    """How much of one part of the menu has a figure."""

    title: str = Field(description="Part and title.")
    recorded: str = Field(description='How many indicators have a figure, such as "3 of 9".')
    titles: str = Field(description="The indicators with a figure; may be empty.")


class MenuRow(Record):
    """One indicator of the menu that has no figure yet."""

    part: str = Field(description="Part of the menu.")
    title: str = Field(description="The indicator.")
    about: str = Field(description="Definition and unit.")
    usual_source: str = Field(description="Where it is usually found, and the limits of that.")


class MigrationProfile(Record):
    """The migration profile."""

    cover: Cover = Field(description="Page one.")
    opening: tuple[str, ...] = Field(description="How many figures, of which quality, and how to read them.")
    groups: tuple[FigureGroup, ...] = Field(description="Figures by part of the menu, then those outside it.")
    pictures: tuple[Picture, ...] = Field(description="Figures over the years, one line for each edition; pictures.")
    trends: tuple[TrendRow, ...] = Field(description="Series of one edition over several years.")
    not_compared: tuple[str, ...] = Field(description="What stands in several editions or sources and is not compared.")
    sections: tuple[TitledChapter, ...] = Field(description="What the team says on the picture and on the evidence.")
    datasets: Rows[DatasetRow] = Field(description="Bodies of data.")
    coverage: tuple[CoverageRow, ...] = Field(description="Parts of the menu in its order.")
    menu: tuple[MenuRow, ...] = Field(description="Annex: indicators of the menu without a figure.")
    gaps: tuple[DataGap, ...] = Field(description="Annex: what is not known yet.")
    references: tuple[Cited, ...] = Field(description="Annex: sources in order of first use.")
    abbreviations: tuple[Abbreviation, ...] = Field(description="Annex: short forms.")
