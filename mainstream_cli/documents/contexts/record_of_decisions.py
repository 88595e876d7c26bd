"""The context of the record of decisions, sign-offs, waivers and ratings."""

from pydantic import Field

from mainstream_cli.documents.contexts.pictures import Picture
from mainstream_cli.documents.contexts.shared import Abbreviation, Cover
from mainstream_cli.model.record import Record


class DecisionRow(Record):
    """One decision that was taken."""

    date: str = Field(description="Day of the decision.")
    text: str = Field(description="What was decided.")
    about: str = Field(description="The stage or the condition that it is about, and the letter or minute.")
    by: str = Field(description="Who decided, and which institutions confirmed it.")
    due: str = Field(description="By when it is to be done, and for a condition how that stands now; may be empty.")


class SignOffRow(Record):
    """One sign-off of a stage."""

    stage: str = Field(description="The stage.")
    by: str = Field(description="The role that signed, and the letter or minute.")
    date: str = Field(description="Day of the sign-off.")
    standing: str = Field(description="Whether it holds, has been overtaken by a change, or was replaced.")


class WaiverRow(Record):
    """One finding that was accepted for now."""

    what: str = Field(description="Code, what it means, and the question or entry that it is limited to.")
    reason: str = Field(description="Why it was accepted.")
    by: str = Field(description="Who accepted it, and when.")
    until: str = Field(description="Its last day, and whether it holds.")


class RatingRow(Record):
    """How the conditions stood on one day, as counts."""

    date: str = Field(description="Day of the rating.")
    occasion: str = Field(description="The stage that was signed, or who rated.")
    secured: str = Field(description="How many were secured, of how many.")
    partly: str = Field(description="How many were partly secured.")
    open: str = Field(description="How many were not secured.")
    unknown: str = Field(description="How many were not assessed; they are never counted as secured.")


class HistoryRow(Record):
    """How one condition was rated over the years."""

    title: str = Field(description="Code and title.")
    rated: str = Field(description="The first rating, each change and the last rating, one a line.")
    now: str = Field(description="How it stands on the day of the document.")


class RecordOfDecisions(Record):
    """Decisions, sign-offs, waivers and ratings, as the journal of the project keeps them."""

    cover: Cover = Field(description="Page one.")
    opening: tuple[str, ...] = Field(description="What the record holds and since when.")
    decisions: tuple[DecisionRow, ...] = Field(description="Decisions taken, the latest first.")
    stages: Picture = Field(description="How far each stage is answered, and whether it is signed; a picture.")
    sign_offs: tuple[SignOffRow, ...] = Field(description="Sign-offs, the latest first.")
    unsigned: str = Field(description="Stages that nobody has signed yet; empty when there is none.")
    waivers: tuple[WaiverRow, ...] = Field(description="Waivers, the latest first.")
    ratings: tuple[RatingRow, ...] = Field(description="Ratings of the conditions, the earliest first.")
    history: tuple[HistoryRow, ...] = Field(description="Every condition with its ratings; empty before the first one.")
    abbreviations: tuple[Abbreviation, ...] = Field(description="Annex: short forms.")
