"""From a project to what its documents print: one pure builder per document."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import get_type_hints

from mainstream_cli.documents.builders.action_matrix import action_matrix
from mainstream_cli.documents.builders.cabinet_note import cabinet_note
from mainstream_cli.documents.builders.conditions_overview import conditions_overview
from mainstream_cli.documents.builders.evaluation_plan import evaluation_plan
from mainstream_cli.documents.builders.institutional_setup import institutional_setup
from mainstream_cli.documents.builders.migration_profile import migration_profile
from mainstream_cli.documents.builders.monitoring_framework import monitoring_framework
from mainstream_cli.documents.builders.partner_brief import partner_brief
from mainstream_cli.documents.builders.proceedings import proceedings
from mainstream_cli.documents.builders.questionnaire import questionnaire
from mainstream_cli.documents.builders.record_of_decisions import record_of_decisions
from mainstream_cli.documents.builders.scoping_proposal import scoping_proposal
from mainstream_cli.documents.builders.sector_sheet import sector_sheet
from mainstream_cli.documents.builders.situation_analysis import situation_analysis
from mainstream_cli.documents.builders.terms_of_reference import terms_of_reference
from mainstream_cli.documents.builders.terms_used import terms_used
from mainstream_cli.documents.dossier import Dossier
from mainstream_cli.documents.readiness import JOURNAL
from mainstream_cli.documents.words.abbreviations import with_used_only
from mainstream_cli.language import Text, say
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.record import Record, unknown_name


@dataclass(frozen=True)
class DocumentKind:
    """A document: title, the stage whose gate ends the draft, builder, and what it is for in one line.

    The stage is empty for the record of a workshop, and None for what is never a draft. With a catalogue that has no
    such stage the document is off.

    What *prints* something is a paper that is approved: an approval of its stage covers these registers and answers
    (``answers`` means all, ``sectors`` those of all sectors, a stage its own). It signs the stages in *signs* as well.
    """

    title: Text
    stage: str | None
    builder: Callable[[Dossier], Record]
    purpose: Text
    prints: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What commands and files call it: the name of its builder."""
        return self.builder.__name__

    @property
    def template(self) -> str:
        """The file name of the shipped Word template."""
        return f"{self.name}.docx"

    @property
    def context(self) -> type[Record]:
        """The context model that the builder returns: what the document offers to its template."""
        found: type[Record] = get_type_hints(self.builder)["return"]
        return found

    def build(self, dossier: Dossier) -> Record:
        """Return what the document prints; what says nothing of the answers lists every short form."""
        document = self.builder(replace(dossier, title=self.title))
        return document if self.stage is None else with_used_only(document)


_KINDS = (
    DocumentKind(
        say("Scoping proposal"),
        "scoping",
        scoping_proposal,
        say("asks for the decision to bring migration into the plan, with what is known so far"),
        prints=(
            "answers",
            "figures",
            "datasets",
            "stakeholders",
            "bodies",
            "policies",
            "plan_goals",
            "linkages",
            "objectives",
            "actions",
            "indicators",
            "risks",
            "milestones",
        ),
        signs=(
            "added_value",
            "core_team",
            "awareness",
        ),
    ),
    DocumentKind(
        say("Action matrix"),
        "action_plan",
        action_matrix,
        say("who does what by when, at what cost, and how it is measured, sector by sector"),
        prints=(
            "goal_setting",
            "capacity_financing",
            "implementation",
            "monitoring",
            "regional",
            "plan_goals",
            "criteria",
            "objectives",
            "results",
            "actions",
            "indicators",
        ),
    ),
    DocumentKind(
        say("Situation analysis"),
        "situation",
        situation_analysis,
        say("how migration and the plan act on each other, goal by goal and sector by sector"),
        prints=(
            "sectors",
            "figures",
            "datasets",
            "policies",
            "plan_goals",
            "linkages",
        ),
    ),
    DocumentKind(
        say("Migration profile"),
        "situation",
        migration_profile,
        say("figures with source, edition and quality, trends, and what has no figure"),
    ),
    DocumentKind(
        say("Institutional set-up"),
        "institutions",
        institutional_setup,
        say("bodies, who sits in them, who reports to whom, and what is missing"),
        prints=(
            "core_team",
            "bodies",
            "stakeholders",
        ),
    ),
    DocumentKind(
        say("Sector sheets"),
        "situation",
        sector_sheet,
        say("all that is known of each sector in work, one chapter each"),
    ),
    DocumentKind(say("Proceedings"), "", proceedings, say("the record of a workshop, session by session")),
    DocumentKind(
        say("Record of decisions"),
        JOURNAL,
        record_of_decisions,
        say("decisions, sign-offs, waivers and how the conditions were rated over time"),
    ),
    DocumentKind(
        say("Core team terms of reference"),
        "core_team",
        terms_of_reference,
        say("what the core team is charged with, who is on it, and by when it delivers"),
        prints=(
            "added_value",
            "scoping",
            "bodies",
            "milestones",
        ),
    ),
    DocumentKind(
        say("Monitoring and evaluation framework"),
        "monitoring",
        monitoring_framework,
        say("what is to change, how it is measured, by whom and when"),
        prints=(
            "situation",
            "objectives",
            "results",
            "actions",
            "indicators",
            "risks",
        ),
    ),
    DocumentKind(
        say("Evaluation plan"),
        "monitoring",
        evaluation_plan,
        say("what the evaluation is to find out, when, by whom, and what is done with it"),
        prints=(
            "datasets",
            "actions",
            "indicators",
            "milestones",
        ),
    ),
    DocumentKind(
        say("Overview of conditions"),
        "scoping",
        conditions_overview,
        say("all conditions for success on one page, with status and who can act"),
    ),
    DocumentKind(
        say("Cabinet note"),
        "scoping",
        cabinet_note,
        say("two pages for those who decide: issue, proposal, cost, risks, decisions requested"),
        prints=(
            "added_value",
            "objectives",
            "actions",
            "risks",
            "milestones",
        ),
    ),
    DocumentKind(
        say("Brief for development partners"),
        "capacity_financing",
        partner_brief,
        say("support requested, financing gap, and who does what"),
        prints=(
            "stakeholders",
            "objectives",
            "actions",
        ),
    ),
    DocumentKind(say("Terms used"), None, terms_used, say("the words of the process, for handing out")),
    DocumentKind(say("Core questions"), None, questionnaire, say("the core questions with room to write")),
)
DOCUMENTS: dict[str, DocumentKind] = {kind.name: kind for kind in _KINDS}


def document_kind(name: str) -> DocumentKind:
    """Return the document of that name.

    Raises:
        UsageError: there is none.
    """
    if name not in DOCUMENTS:
        raise unknown_name(say("There is no document '{name}'.", name=name), name, DOCUMENTS)
    return DOCUMENTS[name]


def papers_of(stage: str) -> list[DocumentKind]:
    """Return the papers that an approval of a stage covers."""
    return [kind for kind in _KINDS if kind.prints and kind.stage == stage]


def without_stage(catalogue: Catalogue) -> dict[str, str]:
    """Return the documents that belong to a stage which the catalogue has not, each with that stage."""
    known = {JOURNAL, "", *(stage.id for stage in catalogue.stages)}
    return {kind.name: kind.stage for kind in _KINDS if kind.stage is not None and kind.stage not in known}
