"""From a project to what its documents print: one pure builder per document."""

from collections.abc import Callable
from dataclasses import dataclass

from mainstream_cli.model.record import Record
from mainstream_cli.services.contexts.documents.action_matrix import action_matrix
from mainstream_cli.services.contexts.documents.proceedings import proceedings
from mainstream_cli.services.contexts.documents.scoping_proposal import scoping_proposal
from mainstream_cli.services.contexts.material import Material
from mainstream_cli.services.contexts.readiness import is_ready


@dataclass(frozen=True)
class DocumentKind:
    """A document: name, title, the stage whose gate ends the draft, builder, and what it is for in one line."""

    name: str
    title: str
    stage: str
    build: Callable[[Material], Record]
    purpose: str

    @property
    def template(self) -> str:
        """The file name of the shipped Word template."""
        return f"{self.name}.docx"


_KINDS = (
    DocumentKind(
        "scoping_proposal",
        "Scoping proposal",
        "scoping",
        scoping_proposal,
        "asks for the decision to bring migration into the plan, with what is known so far",
    ),
    DocumentKind(
        "action_matrix",
        "Action matrix",
        "action_plan",
        action_matrix,
        "who does what by when, at what cost, and how it is measured, sector by sector",
    ),
    DocumentKind("proceedings", "Proceedings", "", proceedings, "the record of a workshop, session by session"),
)
DOCUMENTS: dict[str, DocumentKind] = {kind.name: kind for kind in _KINDS}

__all__ = ["DOCUMENTS", "DocumentKind", "Material", "is_ready"]
