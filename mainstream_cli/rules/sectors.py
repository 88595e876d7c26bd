"""K: what the links with migration say about a sector, and whether both sides were looked at."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from mainstream_cli.language import say
from mainstream_cli.model.finding import Finding, Severity
from mainstream_cli.model.project import Ref
from mainstream_cli.model.registers.links import Linkage
from mainstream_cli.model.relations import NOT_APPLICABLE, UNKNOWN
from mainstream_cli.rules.action_rows import PLAN, live
from mainstream_cli.rules.case import Case, rests_on
from mainstream_cli.rules.entries import CORE_TEAM
from mainstream_cli.rules.roles import needs

INTO, OUT_OF = "migration_to_sector", "sector_to_migration"
RATED = {INTO: "effect_in", OUT_OF: "effect_out"}
FEW = 2
FILL = "mainstream fill actions"


@needs("K02", PLAN)
@rests_on("actions", "answers", "linkages", "objectives")
def high_without_action(case: Case) -> Iterator[Finding]:
    """A sector matters much to migration and migration much to it, and no action is planned there.

    Both directions are high: in the questions of the sector, or by a linkage of high strength. Where the sector has no
    action of its own, and one of another sector serves an objective that belongs to this one too, it is a note.

    Passes: health rated high in both directions, with an action in registers/actions/health.yaml
    Fails:  health rated high in both directions, without any
    """
    own, shared = _acted_upon(case)
    for sector in case.catalogue.sectors:
        places = {direction: _high(case, sector.id, direction) for direction in (INTO, OUT_OF)}
        first = places[INTO]
        if first is None or places[OUT_OF] is None or sector.id in own:
            continue
        message = say("{sector}: rated high in both directions, and no action is planned there.", sector=sector.title)
        action = say(
            "Plan an action: {fill}; or say why none is: {waive}",
            fill=FILL,
            waive=f"mainstream waive K02 --where {first.id}",
        )
        if sector.id in shared:
            message = say(
                "{sector}: rated high in both directions, and only actions of other sectors touch it.",
                sector=sector.title,
            )
            action = say(
                "See that they reach {sector}, or plan an action there: {fill}", sector=sector.title, fill=FILL
            )
        severity: Severity = "note" if sector.id in shared else "warning"
        yield Finding("K02", severity, message, action, CORE_TEAM, first, needed_by=PLAN)


def _acted_upon(case: Case) -> tuple[set[str], set[str]]:
    """Return the sectors with an action of their own, and those whose objectives an action of any sector serves."""
    objectives = case.project.entries("objectives")
    own: set[str] = set()
    shared: set[str] = set()
    for id_, action in case.project.entries("actions").items():
        if live(action):
            own |= {case.project.part("actions", id_)}
            shared |= {
                sector for name in action.objectives if name in objectives for sector in objectives[name].sectors
            }
    return own, shared


def _high(case: Case, sector: str, direction: str) -> Ref | None:
    """Return where a sector is rated high in one direction, None when it is not; its own question decides."""
    question = f"{sector}_{RATED[direction]}"
    answer = case.project.answer(question)
    if answer is not None and answer.value != UNKNOWN:
        return Ref("answers", question, ("value",)) if answer.value == "high" else None
    for id_, linkage in case.project.entries("linkages").items():
        if (linkage.sector, linkage.direction, linkage.strength) == (sector, direction, "high"):
            return Ref("linkages", id_, ("strength",))
    return None


@rests_on("answers", "linkages")
def one_sign_only(case: Case) -> Iterator[Finding]:
    """All effects recorded for a sector, or for a plan goal, are gains, or all are harms.

    It is judged once two effects are recorded and their signs are known. Where the questions of the sector say what
    was found on the other side, nothing is noted.

    Passes: two linkages on health, one ``positive`` and one ``negative``; or one ``mixed``
    Fails:  two linkages on health, both ``sign: positive``
    """
    for end, name, linkages in _by_end(case):
        signs = {linkage.sign for _, linkage in linkages}
        if len(linkages) < FEW or signs not in ({"positive"}, {"negative"}):
            continue
        gains = signs == {"positive"}
        other = f"{end}_{'losses' if gains else 'gains'}"
        if not _said(case, other):
            if gains:
                message = say("{name}: only gains are recorded.", name=name)
                action = say("Ask what the costs are, for whom; note it where you searched in vain.")
            else:
                message = say("{name}: only harms are recorded.", name=name)
                action = say("Ask what the gains are, for whom; note it where you searched in vain.")
            yield Finding("K12", "note", message, action, CORE_TEAM, Ref("linkages", linkages[0][0], ("sign",)))


@rests_on("answers", "linkages")
def one_direction_only(case: Case) -> Iterator[Finding]:
    """All effects recorded for a sector, or for a plan goal, run in one direction.

    Migration changes a sector, and what the sector does changes who moves. It is judged once two effects are
    recorded; an answer on the other direction in the questions of the sector is enough.

    Passes: linkages on health with ``migration_to_sector`` and with ``sector_to_migration``
    Fails:  two linkages on health, both ``direction: migration_to_sector``
    """
    for end, name, linkages in _by_end(case):
        directions = {linkage.direction for _, linkage in linkages}
        if len(linkages) < FEW or len(directions) > 1:
            continue
        inward = directions == {INTO}
        asked = ("effect_out", "drives") if inward else ("effect_in", "gains", "losses")
        if not any(_said(case, f"{end}_{effect}") for effect in asked):
            if inward:
                message = say(
                    "{name}: all effects recorded run one way; what it does to migration is not looked at.", name=name
                )
            else:
                message = say(
                    "{name}: all effects recorded run one way; what migration does to it is not looked at.", name=name
                )
            action = say("Ask for the other direction, and record what you find.")
            yield Finding("K13", "note", message, action, CORE_TEAM, Ref("linkages", linkages[0][0], ("direction",)))


def _said(case: Case, question: str) -> bool:
    answer = case.project.answer(question)
    return answer is not None and answer.value not in (UNKNOWN, NOT_APPLICABLE)


def _by_end(case: Case) -> Iterable[tuple[str, str, list[tuple[str, Linkage]]]]:
    """Group the linkages by sector, and those without a sector by plan goal."""
    groups: dict[tuple[str, str], list[tuple[str, Linkage]]] = defaultdict(list)
    for id_, linkage in case.project.entries("linkages").items():
        end = linkage.sector or linkage.plan_goal or ""
        groups[end, "sector" if linkage.sector else "goal"].append((id_, linkage))
    goals = case.project.entries("plan_goals")
    for (end, kind), linkages in groups.items():
        title = case.catalogue.label("sectors", end) if kind == "sector" else end
        yield end, goals[end].title if kind == "goal" and end in goals else title, linkages
