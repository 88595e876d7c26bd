"""The context of the list of terms."""

from pydantic import Field

from mainstream_cli.documents.contexts.questionnaire import Head
from mainstream_cli.documents.contexts.shared import Abbreviation, Cited
from mainstream_cli.model.record import Record


class TermRow(Record):
    """One term."""

    term: str = Field(description="The term.")
    meaning: str = Field(description="What it means here.")
    basis: str = Field(description="The document that has the idea; empty for what this toolkit suggests.")


class TermGroup(Record):
    """Terms under one heading."""

    title: str = Field(description="Title of the group.")
    terms: tuple[TermRow, ...] = Field(description="The terms in alphabetical order.")


class TermsUsed(Record):
    """Terms used in the process and its documents."""

    cover: Head = Field(description="The head of page one.")
    edition: str = Field(description="Edition of the catalogue.")
    about: str = Field(description="What the definitions are and are not.")
    groups: tuple[TermGroup, ...] = Field(description="The terms by subject.")
    abbreviations: tuple[Abbreviation, ...] = Field(description="Short forms of the project; may be empty.")
    references: tuple[Cited, ...] = Field(description="The documents named as a basis.")
