"""What a picture shows, as plain data: drawn into Word now, into a page later, or read as a table without either."""

from decimal import Decimal
from typing import Literal

from pydantic import Field

from mainstream_cli.model.record import Record

PictureKind = Literal["board", "progress", "sector_map", "financing", "lines"]


class Mark(Record):
    """One thing that a picture shows: a condition, stage, sector, source of money, or a year."""

    label: str = Field(description="What it is called.")
    words: tuple[str, ...] = Field((), description="What the table says about it, one text for each further column.")
    numbers: tuple[Decimal | None, ...] = Field((), description="What is drawn, in the order of the legend.")


class Picture(Record):
    """A picture with all that it says in words; where it cannot be drawn, a table of its marks takes its place."""

    picture: PictureKind = Field(description="What kind of picture it is.")
    caption: str = Field(description="Caption, without a number.")
    alt: str = Field(description="What the picture shows, in one or two sentences, for those who cannot see it.")
    columns: tuple[str, ...] = Field(description="Headings of the table: the mark, then its words.")
    legend: tuple[str, ...] = Field((), description="Names of the values.")
    unit: str = Field("", description="Unit of the values, such as persons or USD; may be empty.")
    marks: tuple[Mark, ...] = Field((), description="What it shows, in the order of the document.")
    image: str = Field("", description="The drawn picture, empty where pictures are not installed.")
