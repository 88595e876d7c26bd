"""The context of the evaluation plan."""

from pydantic import Field

from mainstream_cli.documents.contexts.evidence_rows import DatasetRow
from mainstream_cli.documents.contexts.shared import Abbreviation, Chapter, Cited, Cover, DataGap, Rows
from mainstream_cli.model.record import Record


class CriterionRow(Record):
    """One criterion with the questions that this toolkit suggests."""

    title: str = Field(description="Name of the criterion.")
    asks: str = Field(description="What it asks in one line.")
    questions: tuple[str, ...] = Field(description="Suggested questions.")
    shown_by: str = Field(description="Where an answer can be found.")
    here: str = Field(description="What the project has recorded to answer from.")


class EventRow(Record):
    """One date of the evaluation."""

    when: str = Field(description="Day, month or year.")
    what: str = Field(description="What happens or is due.")
    owner: str = Field(description="Who sees to it; may be empty.")


class EvaluationPlan(Record):
    """The evaluation plan."""

    cover: Cover = Field(description="Page one.")
    purpose: Chapter = Field(description="What the evaluation should find out.")
    about: str = Field(description="Where the criteria and questions come from.")
    criteria: tuple[CriterionRow, ...] = Field(description="Questions by criterion.")
    method: Chapter = Field(description="Methods, ethics and obstacles.")
    timing: Chapter = Field(description="When it begins.")
    events: tuple[EventRow, ...] = Field(description="Dates in order.")
    people: Chapter = Field(description="Who evaluates.")
    budget: tuple[str, ...] = Field(description="What is known of its cost.")
    datasets: Rows[DatasetRow] = Field(description="Bodies of data to draw on.")
    use: Chapter = Field(description="What is done with the findings.")
    gaps: tuple[DataGap, ...] = Field(description="Annex: what cannot be measured yet.")
    references: tuple[Cited, ...] = Field(description="Annex: sources in order of first use.")
    abbreviations: tuple[Abbreviation, ...] = Field(description="Annex: short forms.")
