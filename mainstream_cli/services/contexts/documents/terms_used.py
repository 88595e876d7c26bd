"""Builds the list of terms, for handing out: from the glossary, and the short forms of the project."""

from mainstream_cli.content import load_evaluation, load_glossary
from mainstream_cli.model.catalogue import Catalogue, Provenance
from mainstream_cli.model.contexts.terms_used import TermGroup, TermRow, TermsUsed
from mainstream_cli.model.reference import EvaluationGuide, Glossary
from mainstream_cli.services.contexts.documents.questionnaire import head
from mainstream_cli.services.contexts.material import Material
from mainstream_cli.services.contexts.words.abbreviations import abbreviations
from mainstream_cli.services.contexts.words.scribe import Scribe

SUGGESTED = "suggested"


def terms_used(material: Material) -> TermsUsed:
    """Build the list of terms; it speaks of the process and not of the answers, so it is never a draft."""
    scribe = Scribe(material)
    catalogue = material.catalogue
    glossary, guide = load_glossary(catalogue), load_evaluation(catalogue)
    return TermsUsed(
        cover=head(glossary.title, material.project.settings),
        edition=f"{catalogue.title}, edition {catalogue.edition}",
        about=glossary.about,
        groups=(*_groups(catalogue, glossary), _criteria(guide)),
        abbreviations=abbreviations(scribe, *scribe.crosswalks),
        works=_works(catalogue, glossary),
    )


def _groups(catalogue: Catalogue, glossary: Glossary) -> tuple[TermGroup, ...]:
    return tuple(
        TermGroup(
            title=group.title,
            terms=tuple(
                TermRow(term=each.term, meaning=each.meaning, basis=_basis(catalogue, each.source))
                for each in glossary.of(group)
            ),
        )
        for group in glossary.groups
    )


def _criteria(guide: EvaluationGuide) -> TermGroup:
    return TermGroup(
        title="Criteria of an evaluation",
        terms=tuple(TermRow(term=each.title, meaning=each.asks, basis="") for each in guide.criteria),
    )


def _basis(catalogue: Catalogue, source: Provenance) -> str:
    if source.basis == SUGGESTED:
        return ""
    return f"{catalogue.works[source.document].title}: {source.place} ({catalogue.label('bases', source.basis)})"


def _works(catalogue: Catalogue, glossary: Glossary) -> tuple[str, ...]:
    used = {each.source.document for each in glossary.terms if each.source.basis != SUGGESTED}
    works = (catalogue.works[key] for key in catalogue.works if key in used)
    return tuple(f"{work.author}. {work.title}. {work.year}." for work in works)
