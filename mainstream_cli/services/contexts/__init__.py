"""From a project to what its documents print: one pure builder per document."""

from collections.abc import Callable
from dataclasses import dataclass

from mainstream_cli.model.record import Record
from mainstream_cli.services.contexts.action_matrix import action_matrix
from mainstream_cli.services.contexts.material import Material
from mainstream_cli.services.contexts.proceedings import proceedings
from mainstream_cli.services.contexts.proposal import scoping_proposal
from mainstream_cli.services.contexts.readiness import is_ready


@dataclass(frozen=True)
class DocumentKind:
    """A document: name, title, template, the stage whose gate ends the draft, and builder."""

    name: str
    title: str
    template: str
    stage: str
    build: Callable[[Material], Record]


_KINDS = (
    DocumentKind("scoping_proposal", "Scoping proposal", "scoping_proposal.docx", "scoping", scoping_proposal),
    DocumentKind("action_matrix", "Action matrix", "action_matrix.docx", "action_plan", action_matrix),
    DocumentKind("proceedings", "Proceedings", "proceedings.docx", "", proceedings),
)
DOCUMENTS: dict[str, DocumentKind] = {kind.name: kind for kind in _KINDS}

__all__ = ["DOCUMENTS", "DocumentKind", "Material", "is_ready"]
