"""Builds the context of the migration profile, in the order in which sources are numbered."""

from collections import Counter
from collections.abc import Iterator

from mainstream_cli.documents.contexts.migration_profile import MigrationProfile
from mainstream_cli.documents.dossier import Dossier
from mainstream_cli.documents.parts.answering import stage_sections
from mainstream_cli.documents.parts.cover import cover
from mainstream_cli.documents.parts.figures import dataset_rows, unchosen
from mainstream_cli.documents.parts.gaps import answer_gaps, evidence_gaps
from mainstream_cli.documents.parts.menu import coverage, figure_groups, recorded, without_figure
from mainstream_cli.documents.parts.pictures import trends
from mainstream_cli.documents.parts.summary_box import SummaryBox, box, data_gaps
from mainstream_cli.documents.parts.trends import not_compared, trend_rows
from mainstream_cli.documents.words.abbreviations import abbreviations
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import counted, listed
from mainstream_cli.model.catalogue import Section

STAGE = "situation"
ON_FIGURES = ("situation_patterns", "evidence_base")
"""Questions whose sections of the situation stage speak of figures; the situation analysis holds the others."""
NOTHING = "No figure has been recorded yet. The menu in the annex says what could be looked for first, and where."


def migration_profile(dossier: Dossier) -> MigrationProfile:
    """Build the migration profile: figures with all that is needed to judge them, and what has no figure."""
    scribe = Scribe(dossier)
    gaps = (*answer_gaps(scribe, [scribe.catalogue.sheets[STAGE]]), *evidence_gaps(scribe))
    return MigrationProfile(
        cover=cover(scribe, _summary(scribe, data_gaps(gaps))),
        opening=tuple(_opening(scribe)),
        groups=figure_groups(scribe),
        pictures=trends(scribe),
        trends=trend_rows(scribe),
        not_compared=tuple(not_compared(scribe)),
        sections=stage_sections(scribe, [STAGE], _on_figures),
        datasets=dataset_rows(scribe),
        coverage=coverage(scribe),
        menu=without_figure(scribe),
        gaps=gaps,
        references=scribe.references.listed(),
        abbreviations=abbreviations(scribe),
    )


def _on_figures(section: Section) -> bool:
    return any(question.id in ON_FIGURES for question in section.questions)


def _summary(scribe: Scribe, gaps: str) -> SummaryBox:
    menu, figures = scribe.dossier.menu, scribe.project.entries("figures").values()
    years = sorted(figure.year for figure in figures)
    known = sum(each.id in recorded(scribe) for each in menu.indicators)
    sources = {figure.source for figure in figures}
    return box(
        ("Figures", _counted(scribe) if figures else "No figure has been recorded yet."),
        ("Years", f"{years[0]} to {years[-1]}." if years else ""),
        ("Sources", f"{counted(len(sources), 'source')}." if figures else ""),
        ("Quality", _quality(scribe)),
        ("Menu", f"{known} of {len(menu.indicators)} indicators of the menu have a figure; nobody needs them all."),
        ("Data gaps", gaps),
    )


def _counted(scribe: Scribe) -> str:
    figures = scribe.project.entries("figures")
    return (
        f"{counted(len(figures), 'figure')} on {counted(len(recorded(scribe)), 'thing measured', 'things measured')}."
    )


def _quality(scribe: Scribe) -> str:
    """Count the figures by quality, also those whose quality nobody has judged."""
    figures = scribe.project.entries("figures").values()
    counts = Counter(figure.quality for figure in figures)
    words = (scribe.tally("qualities", counts), f"{counts[None]} not judged yet" if counts[None] else "")
    return f"{listed(words)}." if figures else ""


def _opening(scribe: Scribe) -> Iterator[str]:
    if not scribe.project.entries("figures"):
        yield NOTHING
        return
    yield f"The profile holds {_counted(scribe)}"
    undecided = sum(1 for _ in unchosen(scribe))
    if undecided:
        yield f"For {counted(undecided, 'thing')} several values stand and none is chosen yet; all are shown."
