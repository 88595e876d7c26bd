"""The context of the blank questionnaire."""

from pydantic import Field

from mainstream_cli.model.record import Record


class Head(Record):
    """The head of page one and the properties of the file."""

    title: str = Field(description="What was chosen: a stage, a sector, a set of questions.")
    subject: str = Field(description="One line for the properties of the file.")
    country: str = Field(description="The country; empty outside a project.")
    plan: str = Field(description="Name of the plan; empty outside a project.")
    period: str = Field(description="First and last year of the plan; empty outside a project.")
    iso_date: str = Field(description="Empty: a blank form has no date.")
    designations: str = Field(description="Sentence on the designations employed.")
    prepared: str = Field(description="Sentence on the tool the form was made with.")


class BlankQuestion(Record):
    """One question with room to write."""

    number: str = Field(description="Number of the question, for saying it aloud.")
    text: str = Field(description="The question.")
    facts: str = Field(description="Core or not, where it is answered, how long it takes, need for a source.")
    asked_when: str = Field(description="When it is asked, in words; empty when always.")
    why: str = Field(description="Why it is asked; empty without guidance.")
    example: str = Field(description="What an answer looks like; empty without guidance.")
    options: tuple[str, ...] = Field(description="The boxes to tick.")
    hint: str = Field(description='What to write, such as "One date" or "Tick all that apply".')
    lines: tuple[int, ...] = Field(description="One entry for each empty line.")


class BlankSection(Record):
    """Questions under one heading."""

    title: str = Field(description="Number and title of the section.")
    questions: tuple[BlankQuestion, ...] = Field(description="The questions.")


class BlankSheet(Record):
    """One stage or sector."""

    title: str = Field(description="Number and title.")
    facts: str = Field(description="How many questions are printed, and how long they take.")
    purpose: str = Field(description="What it is for; empty without guidance.")
    effects: tuple[str, ...] = Field(description="Typical effects to look for in a sector; empty without guidance.")
    done: str = Field(description="When a stage is done; empty without guidance.")
    sections: tuple[BlankSection, ...] = Field(description="The sections.")


class Questionnaire(Record):
    """A blank questionnaire."""

    cover: Head = Field(description="The head of page one.")
    facts: str = Field(description="How many questions are printed, and how long they take.")
    edition: str = Field(description="Edition of the catalogue.")
    sheets: tuple[BlankSheet, ...] = Field(description="Stages and sectors, in catalogue order.")
