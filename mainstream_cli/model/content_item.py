"""What all items of content have in common."""

from typing import Annotated

from pydantic import ConfigDict

from mainstream_cli.model.record import Record
from mainstream_cli.model.types import Id, Term, Text


class Content(Record):
    """A record of the catalogue; unlike project files it may use any YAML scalar."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Provenance(Content):
    """Where an item of content comes from: a work of the bibliography, the place in it, and how far it says so."""

    document: Id
    place: Text
    basis: Annotated[str, Term("bases")]
