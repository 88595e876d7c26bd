"""What a document offers to its template, read from its builder."""

from typing import get_type_hints

from mainstream_cli.documents.kinds import DocumentKind
from mainstream_cli.model.record import Record


def context_of(kind: DocumentKind) -> type[Record]:
    """Return the context model that the builder of a document returns."""
    found: type[Record] = get_type_hints(kind.builder)["return"]
    return found
