"""Effects in both directions: at each goal of the plan, at each sector, and all of them at once."""

from collections import Counter
from collections.abc import Iterable, Iterator

from mainstream_cli.documents.contexts.evidence_rows import EffectRow
from mainstream_cli.documents.contexts.shared import Rows
from mainstream_cli.documents.contexts.situation_analysis import GoalPart, OverviewRow, SectorPart
from mainstream_cli.documents.parts.answering import answers, still_open
from mainstream_cli.documents.parts.links import INWARD, OUTWARD, link_row, ordered_goals
from mainstream_cli.documents.parts.sectors import examined, proposed_sectors
from mainstream_cli.documents.words.legend import Legend, with_notes
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import capital, labelled, lines, listed, sentence
from mainstream_cli.model.catalogue import Sector
from mainstream_cli.model.registers.links import Linkage, PlanGoal

NONE = "Not recorded"
NO_EFFECT = "No effect is recorded at this goal. That says nothing yet: say whether one was searched for."
HELPS, HARMS = ("positive", "mixed"), ("negative", "mixed")
MAIN = ("effect_in", "effect_out", "gains", "losses", "drives", "groups", "extent", "gaps")
"""The endings of the questions of a sector that carry the analysis; the sector sheets hold the rest."""


def links(scribe: Scribe) -> list[Linkage]:
    """Return all effects in the order of their register."""
    return list(scribe.project.entries("linkages").values())


def effect_rows(scribe: Scribe, of: Iterable[Linkage]) -> Rows[EffectRow]:
    """Put effects into words, those of migration on the plan first."""
    found = sorted(of, key=lambda link: link.direction != INWARD)
    return with_notes(scribe, found, _effect)


def _effect(scribe: Scribe, link: Linkage, legend: Legend) -> EffectRow:
    row = link_row(scribe, link, legend)
    return EffectRow(
        **row.model_dump(),
        direction=capital(scribe.term("directions", link.direction)),
        sure=labelled("Confidence", scribe.term("confidences", link.confidence)),
    )


def sectors_in_work(scribe: Scribe) -> list[Sector]:
    """Return the sectors that are proposed or examined or have goals, effects or actions, in plan order."""
    named = {*proposed_sectors(scribe), *(link.sector for link in links(scribe))}
    named |= {sector for goal in scribe.project.entries("plan_goals").values() for sector in goal.sectors}
    return [
        sector
        for sector in scribe.catalogue.sectors
        if sector.id in named or examined(scribe, sector) or scribe.project.actions_in(sector.id)
    ]


def overview(scribe: Scribe) -> tuple[OverviewRow, ...]:
    """Return every goal, and every sector in work, with the effects found at it."""
    goals = ordered_goals(scribe).items()
    at_goals = (
        _ends(scribe, _numbered(scribe, goal), "Goal", [link for link in links(scribe) if link.plan_goal == id_])
        for id_, goal in goals
    )
    at_sectors = (
        _ends(scribe, sector.title, "Sector", [link for link in links(scribe) if link.sector == sector.id])
        for sector in sectors_in_work(scribe)
    )
    return (*at_goals, *at_sectors)


def _numbered(scribe: Scribe, goal: PlanGoal) -> str:
    return listed((goal.code, scribe.title(goal)), " ")


def _ends(scribe: Scribe, end: str, kind: str, found: list[Linkage]) -> OverviewRow:
    signs = {way: Counter(link.sign for link in found if link.direction == way) for way in (INWARD, OUTWARD)}
    groups = dict.fromkeys(group for link in found for group in link.groups)
    return OverviewRow(
        end=end,
        kind=kind,
        inward=capital(scribe.tally("signs", signs[INWARD])) or NONE,
        outward=capital(scribe.tally("signs", signs[OUTWARD])) or NONE,
        groups=capital(scribe.terms("groups", groups)),
    )


def goal_parts(scribe: Scribe) -> Rows[GoalPart]:
    """Return the effects at each goal of the plan, in plan order."""
    goals = ordered_goals(scribe)
    legend = Legend(([scribe.note(goal)] for goal in goals.values()), "All goals")
    return Rows(rows=tuple(_goal(scribe, id_, goal, legend) for id_, goal in goals.items()), notes=legend.listed())


def _goal(scribe: Scribe, id_: str, goal: PlanGoal, legend: Legend) -> GoalPart:
    own = [link for link in links(scribe) if link.plan_goal == id_]
    wording = goal.wording if goal.wording and goal.wording != goal.title else None
    return GoalPart(
        title=listed((goal.code, scribe.titled(goal, legend.letters(scribe.note(goal)))), " "),
        about=lines(
            wording,
            listed(
                (
                    labelled("Page", goal.page),
                    labelled("Answers for it", scribe.actor(goal.responsible) or "not named yet"),
                    labelled("Sectors", scribe.terms("sectors", goal.sectors)),
                ),
                "; ",
            ),
            legend.own(scribe.note(goal)),
        ),
        effects=effect_rows(scribe, own),
        missing=tuple(_not_found(own)) if own else (NO_EFFECT,),
    )


def _not_found(own: list[Linkage]) -> Iterator[str]:
    """Say what a one-sided list of effects leaves open."""
    ways = {link.direction for link in own}
    signs = {link.sign for link in own}
    missing = (
        "no effect of migration on it" if INWARD not in ways else "",
        "no effect of it on migration" if OUTWARD not in ways else "",
        "nothing that helps" if not signs & {*HELPS} else "",
        "nothing that harms" if not signs & {*HARMS} else "",
    )
    if any(missing):
        yield f"{sentence(f'Not recorded at this goal: {listed(missing)}')[:-1]}; say whether it was searched for."


def sector_part(scribe: Scribe, sector: Sector) -> SectorPart:
    """Return what is known of a sector."""
    main = [each for each in sector.questions if each.id.removeprefix(f"{sector.id}_") in MAIN]
    said = answers(scribe, main)
    goals = (goal for goal in ordered_goals(scribe).values() if sector.id in goal.sectors)
    own = [link for link in links(scribe) if link.sector == sector.id and link.plan_goal is None]
    return SectorPart(
        title=sector.title,
        answers=said,
        missing=still_open(scribe, main, said),
        goals=labelled("Goals of the plan", listed((_numbered(scribe, goal) for goal in goals), "; ")),
        effects=effect_rows(scribe, own),
    )
