"""The parts that the contexts of all documents have in common."""

from typing import Generic, TypeVar

from pydantic import Field

from mainstream_cli.model.record import Record

R = TypeVar("R", bound=Record)


class Rows(Record, Generic[R]):
    """The rows of one table, with the notes that several of its rows share."""

    rows: tuple[R, ...] = Field(description="The rows.")
    notes: tuple[str, ...] = Field((), description='Notes below the table, such as "(a) Illustrative date".')


class SummaryLine(Record):
    """One line of the box on page one."""

    label: str = Field(description="What the line is about, in one or two words.")
    text: str = Field(description="What a reader in a hurry needs to know of it.")


class Cover(Record):
    """Page one, the running heads and the properties of the file."""

    title: str = Field(description="Title of the document.")
    subject: str = Field(description="One line for the properties of the file: country and plan.")
    country: str = Field(description="The country, under the name that its government uses.")
    plan: str = Field(description="Name of the plan that migration is brought into.")
    period: str = Field(description="First and last year of the plan.")
    lead: str = Field(description="Lead institution; empty when none is named.")
    date: str = Field(description="Day as of which the document speaks, in words.")
    iso_date: str = Field(description="Date of the document as year-month-day.")
    standing: str = Field(description="Draft, ready for signature, signed by which role and when, or changed since.")
    running: str = Field(description="What every page repeats of it: training sample, draft, signed.")
    notice: str = Field(
        description="Notice that must stand on page one, such as that of a training sample; may be empty."
    )
    designations: str = Field(description="Sentence on the designations employed.")
    prepared: str = Field(description="Sentence on the tool the document was prepared with.")
    glance: tuple[SummaryLine, ...] = Field(description="The whole document at a glance, five to seven lines.")


class Said(Record):
    """What the team says to one question."""

    number: str = Field(description="Number of the question, for finding it again.")
    title: str = Field(description="Title of the question, two to four words.")
    text: str = Field(description="The question in full.")
    value: str = Field(description="The answer in words.")
    brief: bool = Field(description="Whether the value is a few words, so that the note can follow on the same line.")
    note: str = Field(description="What the team adds; may be empty.")
    cite: str = Field(description='Numbers of the sources, such as "[1, 3]"; may be empty.')


class Chapter(Record):
    """A chapter of a document: what the team says to its questions, and what is still missing."""

    answers: tuple[Said, ...] = Field((), description="The answers that belong here, in catalogue order.")
    missing: tuple[str, ...] = Field((), description="Sentences on what is missing here.")


class TitledChapter(Chapter):
    """A chapter on a section of a stage, under its own heading."""

    title: str = Field(description="Heading of the section, as in the catalogue.")


class AnswerSheet(Record):
    """All that was said on one stage or sector."""

    title: str = Field(description="Name of the stage or sector.")
    answers: tuple[Said, ...] = Field(description="The answers in catalogue order.")


class Cited(Record):
    """One entry of the list of references."""

    number: int = Field(description="Number in order of first use.")
    text: str = Field(description="Author, title, year, edition, place and address.")


class DataGap(Record):
    """One thing that is not known yet."""

    subject: str = Field(description="What is not known.")
    where: str = Field(description="Where it belongs: a stage, a sector or a register; may be empty.")
    gap: str = Field(description="What exactly is missing, without a full stop.")
    note: str = Field(description="What the team adds, such as who will find out; may be empty.")


class Abbreviation(Record):
    """A short form used in the document."""

    short: str = Field(description="The abbreviation.")
    long: str = Field(description="What it stands for.")
