"""The goals of the plan, and the effects between them and migration."""

from collections import Counter
from collections.abc import Callable

from mainstream_cli.documents.contexts.evidence_rows import GoalRow, LinkRow
from mainstream_cli.documents.contexts.shared import Rows
from mainstream_cli.documents.words.legend import Legend, with_notes
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import capital, labelled, lines, listed
from mainstream_cli.model.registers.links import Linkage, PlanGoal

INWARD, OUTWARD = "migration_to_sector", "sector_to_migration"
IN_WORDS = {INWARD: "in which migration acts on the plan", OUTWARD: "in which the plan acts on migration"}


def goal_rows(scribe: Scribe, wanted: Callable[[PlanGoal], bool] = lambda _: True) -> Rows[GoalRow]:
    """Return the wanted goals of the plan in plan order."""
    goals = {id_: goal for id_, goal in ordered_goals(scribe).items() if wanted(goal)}
    legend = Legend([scribe.note(each)] for each in goals.values())
    return Rows(rows=tuple(_goal(scribe, id_, goal, legend) for id_, goal in goals.items()), notes=legend.listed())


def ordered_goals(scribe: Scribe) -> dict[str, PlanGoal]:
    """Return the goals in the order of their numbers in the plan, goals without number last."""
    goals = scribe.project.entries("plan_goals")
    return dict(sorted(goals.items(), key=lambda item: (item[1].code is None, _numbers(item[1].code or ""))))


def _numbers(code: str) -> list[tuple[int, str]]:
    """Split a code such as "2.10" so that it sorts after "2.9"."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in code.replace("-", ".").split(".")]


def _goal(scribe: Scribe, id_: str, goal: PlanGoal, legend: Legend) -> GoalRow:
    signs = Counter(link.sign for link in scribe.project.entries("linkages").values() if link.plan_goal == id_)
    note = scribe.note(goal)
    wording = goal.wording if goal.wording and goal.wording != goal.title else None
    return GoalRow(
        code=goal.code or "",
        title=scribe.titled(goal, legend.letters(note)),
        wording=lines(wording, legend.own(note)),
        page=goal.page or "",
        responsible=scribe.actor(goal.responsible) or "Not named yet",
        sectors=capital(scribe.terms("sectors", goal.sectors)),
        links=capital(scribe.tally("signs", signs)) or "No effect recorded yet",
    )


def link_rows(scribe: Scribe, direction: str) -> Rows[LinkRow]:
    """Return the effects in one direction, in the order of goals and then of sectors."""
    goals = list(ordered_goals(scribe))
    links = [link for link in scribe.project.entries("linkages").values() if link.direction == direction]

    def place(link: Linkage) -> tuple[int, int]:
        goal = goals.index(link.plan_goal) if link.plan_goal in goals else len(goals)
        return goal, scribe.rank("sectors", link.sector)

    return with_notes(scribe, sorted(links, key=place), link_row)


def link_row(scribe: Scribe, link: Linkage, legend: Legend) -> LinkRow:
    """Put one effect into words."""
    note = scribe.note(link)
    how = (
        scribe.term("migration_forms", link.form),
        scribe.term("levels", link.level),
        scribe.term("dimensions", link.dimension),
        labelled("strength", scribe.term("strengths", link.strength)),
    )
    ends = dict.fromkeys((scribe.entry("plan_goals", link.plan_goal, link), scribe.term("sectors", link.sector)))
    return LinkRow(
        end=lines(*ends),
        title=listed((scribe.title(link), legend.letters(note)), " "),
        effect=lines(link.channel, legend.own(note)),
        sign=capital(scribe.term("signs", link.sign)),
        felt=lines(capital(scribe.terms("groups", link.groups)), capital(listed(how, "; "))) or "Not stated yet",
        evidence=listed((link.evidence or "", scribe.cite(*link.sources)), " ") or "No evidence named yet",
    )


def one_sided(scribe: Scribe) -> tuple[str, ...]:
    """Say which sign has not been found in a direction, so that a search that found nothing is told from none."""
    return tuple(
        f"No {sign} effect is recorded in the direction {where}; say whether one was searched for."
        for direction, where in IN_WORDS.items()
        for sign in _absent(scribe, direction)
    )


def _absent(scribe: Scribe, direction: str) -> list[str]:
    signs = {link.sign for link in scribe.project.entries("linkages").values() if link.direction == direction}
    return [sign for sign in ("positive", "negative") if signs and not signs & {sign, "mixed"}]
