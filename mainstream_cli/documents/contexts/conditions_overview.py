"""The context of the overview of conditions, which is one page long."""

from pydantic import Field

from mainstream_cli.documents.contexts.shared import Cover
from mainstream_cli.model.record import Record


class StatusRow(Record):
    """One condition in a line or two."""

    code: str = Field(description="Code of the condition.")
    title: str = Field(description="Title of the condition.")
    sign: str = Field(description="A sign for the status, which stands beside the words and never alone.")
    status: str = Field(description="Secured, partly secured, not secured or not assessed yet.")
    needed_by: str = Field(description="The stage that needs it.")
    who: str = Field(description="Who can act; empty where nothing has to be done.")
    waiver: str = Field(description="Until when and why it is accepted as it stands; may be empty.")


class ConditionsOverview(Record):
    """All conditions on one page."""

    cover: Cover = Field(description="The head of the page.")
    counts: str = Field(description="How many conditions stand how.")
    rows: tuple[StatusRow, ...] = Field(description="The conditions in the order of their codes.")
    left_out: tuple[str, ...] = Field(description="What the page has no room for, and where it stands.")
    elsewhere: str = Field(description="Where reasons and remedies stand.")
