"""The context of the institutional set-up."""

from pydantic import Field

from mainstream_cli.documents.contexts.process_rows import BodyRow, ConditionRow
from mainstream_cli.documents.contexts.shared import Abbreviation, Cited, Cover, DataGap, Rows, TitledChapter
from mainstream_cli.model.record import Record


class Box(Record):
    """One box of the drawing of reporting lines; it stands below the box that it reports to."""

    depth: int = Field(description="0 for the top, at most 4; a box reports to the next one above it that has less.")
    title: str = Field(description="The body or organisation.")
    kind: str = Field(description="Function and status of a body, or kind of organisation.")
    people: str = Field(description="Chair and secretariat; may be empty.")
    reports_to: str = Field(description="In words, for those who do not see the drawing; empty at the top.")


class LineRow(Record):
    """How one body reports, meets and decides."""

    title: str = Field(description="The body.")
    reports_to: str = Field(description="To whom it reports, or that this is not set yet.")
    meets: str = Field(description="How often it meets.")
    decides: str = Field(description="How it decides.")
    secretariat: str = Field(description="Who prepares its meetings.")
    budget: str = Field(description="What pays for it.")


class SeatRow(Record):
    """One institution and the bodies it sits in."""

    title: str = Field(description="The institution with its short form.")
    kind: str = Field(description="Kind of organisation.")
    seats: str = Field(description="Bodies with its part in them, one a line.")
    role: str = Field(description="Its role in the process; may be empty.")


class InstitutionalSetup(Record):
    """The institutional set-up."""

    cover: Cover = Field(description="Page one.")
    opening: tuple[str, ...] = Field(description="Bodies and institutions, counted.")
    boxes: tuple[Box, ...] = Field(description="The drawing from the top down.")
    bodies: Rows[BodyRow] = Field(description="Bodies with composition and mandate.")
    lines: tuple[LineRow, ...] = Field(description="Reporting lines and working methods.")
    seats: tuple[SeatRow, ...] = Field(description="Institutions that sit in a body.")
    without_seat: str = Field(description="Institutions on record that sit in no body; may be empty.")
    missing: tuple[str, ...] = Field(description="What is missing for a clear set-up, in sentences.")
    sections: tuple[TitledChapter, ...] = Field(description="Answers on the core team and on lasting institutions.")
    conditions: tuple[ConditionRow, ...] = Field(description="Conditions that these two stages need and that are open.")
    gaps: tuple[DataGap, ...] = Field(description="Annex: what is not known yet.")
    references: tuple[Cited, ...] = Field(description="Annex: sources in order of first use.")
    abbreviations: tuple[Abbreviation, ...] = Field(description="Annex: short forms.")
