"""The context of the cabinet note, which is at most two pages long."""

from pydantic import Field

from mainstream_cli.documents.contexts.action_matrix import TotalsRow
from mainstream_cli.documents.contexts.shared import Cover
from mainstream_cli.model.record import Record

Sentences = tuple[str, ...]


class CabinetNote(Record):
    """The cabinet note; texts that are too long for it say where they go on."""

    cover: Cover = Field(description="The head of page one.")
    issue: Sentences = Field(description="What the matter is.")
    why_now: Sentences = Field(description="Why it comes to the cabinet now.")
    proposed: Sentences = Field(description="Opening of what is proposed.")
    objectives: Sentences = Field(description="The objectives, as far as there is room.")
    costs: tuple[TotalsRow, ...] = Field(description="Cost and gap in one row; empty without actions.")
    cost_notes: Sentences = Field(description="How the totals were made, or that there are none.")
    risks: Sentences = Field(description="The weightiest risks with what is done about them.")
    decisions: Sentences = Field(description="The latest decisions taken; empty before the first one.")
    requests: Sentences = Field(description="Decisions requested.")
    steps: Sentences = Field(description="The next steps.")
    rest: str = Field(description="Where the rest stands.")
