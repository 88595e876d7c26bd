"""What all register entries have in common."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from mainstream_cli.model.record import Record
from mainstream_cli.model.types import SourceIds, Term, Text


class EntryPosition(Record):
    """The fields of an entry that one table records otherwise."""

    table: Text
    says: dict[str, Any]


class Entry(Record):
    """One thing that the team records; its id is the key in the file."""

    title: Text = Field(description="What it is called, in the words of a document.")
    note: str | None = Field(None, description="Anything worth remembering.")
    sources: SourceIds = Field((), description="Ids of the documents that show it, from the register sources.")
    origin: Annotated[str, Term("origins")] | None = Field(
        None, description="In samples of real countries: sourced, or illustrative when no source states it."
    )
    positions: tuple[EntryPosition, ...] = Field((), description="What tables record otherwise, until it is settled.")

    @property
    def stands(self) -> bool:
        """Whether it is part of the plan; what was left out or dropped stays on record only."""
        return True

    @classmethod
    def titled(cls, data: Mapping[str, Any]) -> str:
        """Return the title of an entry from its plain *data*, empty where these give none."""
        return str(data.get("title") or "")


def plain_title(title: object) -> str:
    """Return a title without case, spaces and signs, in any script."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", str(title)).casefold()))
