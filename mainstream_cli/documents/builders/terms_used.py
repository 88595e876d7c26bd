"""Builds the list of terms, for handing out: from the glossary, and the short forms of the project."""

from mainstream_cli.documents.contexts.shared import Cited
from mainstream_cli.documents.contexts.terms_used import TermGroup, TermRow, TermsUsed
from mainstream_cli.documents.dossier import Dossier
from mainstream_cli.documents.parts.cover import head
from mainstream_cli.documents.words.abbreviations import abbreviations
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import capital, listed
from mainstream_cli.model.catalogue import Catalogue, Work
from mainstream_cli.model.content_item import Provenance
from mainstream_cli.model.reference import EvaluationGuide, Glossary, GlossaryGroup

CRITERIA = "Criteria of an evaluation"
SUGGESTED = "suggested"


def terms_used(dossier: Dossier) -> TermsUsed:
    """Build the list of terms; it speaks of the process and not of the answers, so it is never a draft."""
    scribe, catalogue = Scribe(dossier), dossier.catalogue
    glossary = dossier.glossary
    named = {each.source.document for each in glossary.terms if each.source.basis != SUGGESTED}
    works = [key for key in catalogue.works if key in named]
    return TermsUsed(
        cover=head(glossary.title, dossier.project.settings),
        edition=f"{catalogue.title}, edition {catalogue.edition}",
        about=glossary.about,
        groups=(*(_group(catalogue, glossary, each, works) for each in glossary.groups), _criteria(dossier.evaluation)),
        references=tuple(_work(number, catalogue.works[key]) for number, key in enumerate(works, start=1)),
        abbreviations=abbreviations(scribe, *dossier.crosswalks),
    )


def _group(catalogue: Catalogue, glossary: Glossary, group: GlossaryGroup, works: list[str]) -> TermGroup:
    rows = (
        TermRow(term=term.term, meaning=term.meaning, basis=_basis(catalogue, term.source, works))
        for term in glossary.of(group)
    )
    return TermGroup(title=group.title, terms=tuple(rows))


def _criteria(guide: EvaluationGuide) -> TermGroup:
    rows = (TermRow(term=each.title, meaning=each.asks, basis="") for each in guide.criteria)
    return TermGroup(title=CRITERIA, terms=tuple(rows))


def _basis(catalogue: Catalogue, source: Provenance, works: list[str]) -> str:
    if source.basis == SUGGESTED:
        return ""
    return f"{capital(catalogue.label('bases', source.basis))} [{works.index(source.document) + 1}], {source.place}"


def _work(number: int, work: Work) -> Cited:
    return Cited(number=number, text=f"{listed((work.author, work.title, work.year), '. ')}.")
