"""From a project to what its documents print: one pure builder per document."""

from collections.abc import Callable
from dataclasses import dataclass

from mainstream_cli.model.record import Record
from mainstream_cli.services.contexts.documents.action_matrix import action_matrix
from mainstream_cli.services.contexts.documents.cabinet_note import cabinet_note
from mainstream_cli.services.contexts.documents.conditions_overview import conditions_overview
from mainstream_cli.services.contexts.documents.evaluation_plan import evaluation_plan
from mainstream_cli.services.contexts.documents.institutional_setup import institutional_setup
from mainstream_cli.services.contexts.documents.migration_profile import migration_profile
from mainstream_cli.services.contexts.documents.monitoring_framework import monitoring_framework
from mainstream_cli.services.contexts.documents.partner_brief import partner_brief
from mainstream_cli.services.contexts.documents.proceedings import proceedings
from mainstream_cli.services.contexts.documents.questionnaire import core_questionnaire
from mainstream_cli.services.contexts.documents.record_of_decisions import record_of_decisions
from mainstream_cli.services.contexts.documents.scoping_proposal import scoping_proposal
from mainstream_cli.services.contexts.documents.sector_sheet import sector_sheet
from mainstream_cli.services.contexts.documents.situation_analysis import situation_analysis
from mainstream_cli.services.contexts.documents.terms_of_reference import terms_of_reference
from mainstream_cli.services.contexts.documents.terms_used import terms_used
from mainstream_cli.services.contexts.material import Material
from mainstream_cli.services.contexts.readiness import JOURNAL, is_ready
from mainstream_cli.services.contexts.words.abbreviations import with_used_only


@dataclass(frozen=True)
class DocumentKind:
    """A document: name, title, the stage whose gate ends the draft, builder, and what it is for in one line.

    The stage is empty for the record of a workshop, and None for what is never a draft.
    """

    name: str
    title: str
    stage: str | None
    builder: Callable[[Material], Record]
    purpose: str

    @property
    def template(self) -> str:
        """The file name of the shipped Word template."""
        return f"{self.name}.docx"

    def build(self, material: Material) -> Record:
        """Return what the document prints; what says nothing of the answers lists every short form."""
        document = self.builder(material)
        return document if self.stage is None else with_used_only(document)


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
    DocumentKind(
        "situation_analysis",
        "Situation analysis",
        "situation",
        situation_analysis,
        "how migration and the plan act on each other, goal by goal and sector by sector",
    ),
    DocumentKind(
        "migration_profile",
        "Migration profile",
        "situation",
        migration_profile,
        "figures with source, edition and quality, trends, and what has no figure",
    ),
    DocumentKind(
        "institutional_setup",
        "Institutional set-up",
        "institutions",
        institutional_setup,
        "bodies, who sits in them, who reports to whom, and what is missing",
    ),
    DocumentKind(
        "sector_sheet",
        "Sector sheets",
        "situation",
        sector_sheet,
        "all that is known of each sector in work, one chapter each",
    ),
    DocumentKind("proceedings", "Proceedings", "", proceedings, "the record of a workshop, session by session"),
    DocumentKind(
        "record_of_decisions",
        "Record of decisions",
        JOURNAL,
        record_of_decisions,
        "decisions, sign-offs, waivers and how the conditions were rated over time",
    ),
    DocumentKind(
        "terms_of_reference",
        "Core team terms of reference",
        "core_team",
        terms_of_reference,
        "what the core team is charged with, who is on it, and by when it delivers",
    ),
    DocumentKind(
        "monitoring_framework",
        "Monitoring and evaluation framework",
        "monitoring",
        monitoring_framework,
        "what is to change, how it is measured, by whom and when",
    ),
    DocumentKind(
        "evaluation_plan",
        "Evaluation plan",
        "monitoring",
        evaluation_plan,
        "what the evaluation is to find out, when, by whom, and what is done with it",
    ),
    DocumentKind(
        "conditions_overview",
        "Overview of conditions",
        "scoping",
        conditions_overview,
        "all conditions for success on one page, with status and who can act",
    ),
    DocumentKind(
        "cabinet_note",
        "Cabinet note",
        "scoping",
        cabinet_note,
        "two pages for those who decide: issue, proposal, cost, risks, decisions requested",
    ),
    DocumentKind(
        "partner_brief",
        "Brief for development partners",
        "capacity_financing",
        partner_brief,
        "support requested, financing gap, and who does what",
    ),
    DocumentKind("terms_used", "Terms used", None, terms_used, "the words of the process, for handing out"),
    DocumentKind("questionnaire", "Core questions", None, core_questionnaire, "the core questions with room to write"),
)
DOCUMENTS: dict[str, DocumentKind] = {kind.name: kind for kind in _KINDS}

__all__ = ["DOCUMENTS", "DocumentKind", "Material", "is_ready"]
