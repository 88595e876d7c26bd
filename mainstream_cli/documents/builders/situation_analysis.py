"""Builds the context of the situation analysis, in the order in which sources are numbered."""

from collections import Counter
from collections.abc import Iterator

from mainstream_cli.documents.contexts.situation_analysis import SituationAnalysis
from mainstream_cli.documents.dossier import Dossier
from mainstream_cli.documents.parts.answering import stage_sections
from mainstream_cli.documents.parts.cover import cover
from mainstream_cli.documents.parts.effects import goal_parts, links, overview, sector_part, sectors_in_work
from mainstream_cli.documents.parts.gaps import answer_gaps, evidence_gaps
from mainstream_cli.documents.parts.links import INWARD, OUTWARD, one_sided
from mainstream_cli.documents.parts.pictures import sector_map
from mainstream_cli.documents.parts.policies import policy_rows
from mainstream_cli.documents.parts.sectors import sector_rows
from mainstream_cli.documents.parts.summary_box import SummaryBox, box, data_gaps, goals_and_effects
from mainstream_cli.documents.words.abbreviations import abbreviations
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import capital, counted, listed
from mainstream_cli.model.relations import UNKNOWN

STAGE = "situation"
NOTHING = "No effect has been recorded yet. The analysis shows what has been said so far, and what is still open."
WAYS = {INWARD: "from migration to the plan", OUTWARD: "from the plan to migration"}


def situation_analysis(dossier: Dossier) -> SituationAnalysis:
    """Build the situation analysis: effects in both directions, by goal and by sector, and what is not known."""
    scribe = Scribe(dossier)
    sheets = [scribe.catalogue.sheets[STAGE], *scribe.catalogue.sectors]
    gaps = (*answer_gaps(scribe, sheets), *evidence_gaps(scribe))
    worked = {sector.id for sector in sectors_in_work(scribe)}
    others = listed(sector.title for sector in scribe.catalogue.sectors if sector.id not in worked)
    return SituationAnalysis(
        cover=cover(scribe, _summary(scribe, len(worked), data_gaps(gaps))),
        opening=tuple(_opening(scribe)),
        sections=stage_sections(scribe, [STAGE]),
        overview=overview(scribe),
        one_sided=one_sided(scribe),
        goals=goal_parts(scribe),
        sector_map=sector_map(scribe),
        strengths=sector_rows(scribe),
        sectors=tuple(sector_part(scribe, sector) for sector in sectors_in_work(scribe)),
        not_examined=f"Nothing has been said on these sectors yet: {others}." if others else "",
        policies=policy_rows(scribe),
        gaps=gaps,
        references=scribe.references.listed(),
        abbreviations=abbreviations(scribe),
    )


def _summary(scribe: Scribe, worked: int, gaps: str) -> SummaryBox:
    found = links(scribe)
    shown = sum(bool(link.evidence or link.sources) for link in found)
    groups = dict.fromkeys(group for link in found for group in link.groups)
    return box(
        ("Effects", _counts(scribe) if found else "No effect has been recorded yet."),
        ("Goals of the plan", goals_and_effects(scribe)),
        ("Sectors", f"{worked} of {len(scribe.catalogue.sectors)} in work." if worked else "No sector is in work yet."),
        ("Who is affected", f"{capital(scribe.terms('groups', groups))}." if groups else ""),
        ("Evidence", f"{shown} of {counted(len(found), 'effect')} with evidence named." if found else ""),
        ("One-sided", " ".join(one_sided(scribe))),
        ("Data gaps", gaps),
    )


def _counts(scribe: Scribe) -> str:
    ways = Counter(link.direction for link in links(scribe))
    said = (f"{ways[way]} {words}" for way, words in WAYS.items() if ways[way])
    return f"{listed(said)}."


def _opening(scribe: Scribe) -> Iterator[str]:
    """Say in sentences how many effects are recorded, and how sure the team is of them."""
    found = links(scribe)
    if not found:
        yield NOTHING
        return
    for way, words in WAYS.items():
        own = [link for link in found if link.direction == way]
        signs = scribe.tally("signs", Counter(link.sign for link in own))
        yield f"{capital(counted(len(own), 'effect'))} {words}{f': {signs}' if own else ' recorded'}."
    open_ = sum(link.sign == UNKNOWN for link in found)
    if open_:
        yield f"The sign of {counted(open_, 'effect')} is not known yet."
    unsure = sum(link.confidence == "low" for link in found)
    if unsure:
        yield f"{capital(counted(unsure, 'effect'))} held with low confidence."
