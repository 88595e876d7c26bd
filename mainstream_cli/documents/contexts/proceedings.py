"""The context of the proceedings, the record of a workshop."""

from pydantic import Field

from mainstream_cli.documents.contexts.shared import Abbreviation, AnswerSheet, Cited, Cover
from mainstream_cli.model.record import Record


class AttendanceRow(Record):
    """One institution that was present."""

    institution: str = Field(description="Name of the institution.")
    sessions: str = Field(description="Numbers of the sessions that it took part in.")


class SessionPage(Record):
    """One session as it is recorded."""

    number: str = Field(description="Number of the session in this record.")
    title: str = Field(description="Theme, with the numbers of its sources.")
    question: str = Field(description="The question that the session was to answer.")
    held: str = Field(description="Day, beginning and end.")
    roles: str = Field(description="Facilitator and rapporteur, as roles.")
    present: str = Field(description="Institutions with the number of people.")
    findings: tuple[str, ...] = Field(description="Up to three findings or recommendations.")
    note: str = Field(description="What else was noted; may be empty.")


class ParkedRow(Record):
    """One matter put aside for later."""

    matter: str = Field(description="The matter.")
    session: str = Field(description="Number and theme of the session.")


class DifferenceRow(Record):
    """One question on which tables differed."""

    question: str = Field(description="Number and title of the question.")
    text: str = Field(description="The question in full.")
    views: str = Field(description="Every view with the number of tables, and their notes.")
    outcome: str = Field(description="What was agreed and by how many tables, or that nothing is chosen yet.")


class Proceedings(Record):
    """The record of a workshop."""

    cover: Cover = Field(description="Page one.")
    opening: tuple[str, ...] = Field(description="When, how many sessions, who, how many tables.")
    attendance: tuple[AttendanceRow, ...] = Field(description="Institutions in alphabetical order.")
    sessions: tuple[SessionPage, ...] = Field(description="Sessions as they were held.")
    parked: tuple[ParkedRow, ...] = Field(description="The parking lots of all sessions.")
    answers: tuple[AnswerSheet, ...] = Field(description="Answers given on the days of the sessions.")
    differences: tuple[DifferenceRow, ...] = Field(description="Questions on which tables differed.")
    references: tuple[Cited, ...] = Field(description="Annex: sources in order of first use.")
    abbreviations: tuple[Abbreviation, ...] = Field(description="Annex: short forms.")
