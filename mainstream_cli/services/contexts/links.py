"""The goals of the plan, the effects between them and migration, and the policies that stand already."""

from collections import Counter

from mainstream_cli.model.contexts.evidence_rows import GoalRow, LinkRow, PolicyRow
from mainstream_cli.model.registers.links import Linkage, PlanGoal, Policy
from mainstream_cli.services.contexts.scribe import Scribe
from mainstream_cli.services.contexts.wording import capital, labelled, lines, listed

INWARD, OUTWARD = "migration_to_sector", "sector_to_migration"
IN_WORDS = {INWARD: "in which migration acts on the plan", OUTWARD: "in which the plan acts on migration"}


def goal_rows(scribe: Scribe) -> tuple[GoalRow, ...]:
    """Return the goals of the plan in plan order."""
    return tuple(_goal(scribe, id_, goal) for id_, goal in ordered_goals(scribe).items())


def ordered_goals(scribe: Scribe) -> dict[str, PlanGoal]:
    """Return the goals in the order of their numbers in the plan, goals without number last."""
    goals = scribe.project.entries("plan_goals")
    return dict(sorted(goals.items(), key=lambda item: (item[1].code is None, _numbers(item[1].code or ""))))


def _numbers(code: str) -> list[tuple[int, str]]:
    """Split a code such as "2.10" so that it sorts after "2.9"."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in code.replace("-", ".").split(".")]


def _goal(scribe: Scribe, id_: str, goal: PlanGoal) -> GoalRow:
    signs = Counter(link.sign for link in scribe.project.entries("linkages").values() if link.plan_goal == id_)
    found = listed(
        f"{signs[sign]} {label}" for sign, label in scribe.catalogue.vocabulary["signs"].items() if signs[sign]
    )
    wording = goal.wording if goal.wording and goal.wording != goal.title else None
    return GoalRow(
        code=goal.code or "",
        wording=lines(f"{scribe.title(goal)} {scribe.cite(*goal.sources)}".strip(), wording, goal.note),
        page=goal.page or "",
        responsible=scribe.actor(goal.responsible) or "Not named yet",
        sectors=capital(scribe.terms("sectors", goal.sectors)),
        links=capital(found) or "No effect recorded yet",
    )


def link_rows(scribe: Scribe, direction: str) -> tuple[LinkRow, ...]:
    """Return the effects in one direction, in the order of goals and then of sectors."""
    goals, sectors = list(ordered_goals(scribe)), list(scribe.catalogue.vocabulary["sectors"])
    links = [link for link in scribe.project.entries("linkages").values() if link.direction == direction]

    def place(link: Linkage) -> tuple[int, int]:
        goal = goals.index(link.plan_goal) if link.plan_goal in goals else len(goals)
        return goal, sectors.index(link.sector) if link.sector in sectors else len(sectors)

    return tuple(_link(scribe, link) for link in sorted(links, key=place))


def _link(scribe: Scribe, link: Linkage) -> LinkRow:
    felt = (
        capital(scribe.terms("groups", link.groups)),
        labelled("Level", scribe.term("levels", link.level)),
        labelled("Side", scribe.term("dimensions", link.dimension)),
        labelled("Strength", scribe.term("strengths", link.strength)),
    )
    return LinkRow(
        end=lines(scribe.entry("plan_goals", link.plan_goal), scribe.term("sectors", link.sector)),
        effect=lines(
            scribe.title(link), labelled("Form", scribe.term("migration_forms", link.form)), link.channel, link.note
        ),
        sign=capital(scribe.term("signs", link.sign)),
        felt=lines(*felt) or "Not stated yet",
        evidence=listed((link.evidence or "", scribe.cite(*link.sources)), " ") or "No evidence named yet",
    )


def one_sided(scribe: Scribe, direction: str) -> tuple[str, ...]:
    """Say which sign has not been found in a direction, so that a search that found nothing is told from none."""
    signs = {link.sign for link in scribe.project.entries("linkages").values() if link.direction == direction}
    absent = [sign for sign in ("positive", "negative") if signs and not signs & {sign, "mixed"}]
    where = IN_WORDS[direction]
    return tuple(
        f"No {sign} effect is recorded in the direction {where}; say whether one was searched for." for sign in absent
    )


def policy_rows(scribe: Scribe) -> tuple[PolicyRow, ...]:
    """Return the policy inventory."""
    return tuple(_policy(scribe, policy) for policy in scribe.project.entries("policies").values())


def _policy(scribe: Scribe, policy: Policy) -> PolicyRow:
    years = f"{policy.year or ''}–{policy.until}" if policy.until else str(policy.year or "")
    return PolicyRow(
        title=lines(scribe.title(policy), capital(listed((scribe.term("policy_kinds", policy.kind), years)))),
        status=capital(scribe.term("policy_statuses", policy.status)),
        responsible=lines(
            scribe.actor(policy.responsible) or "Not named yet", capital(scribe.terms("sectors", policy.sectors))
        ),
        extent=capital(scribe.term("extents", policy.extent)) or "Not assessed yet",
        content=listed((lines(policy.content, policy.note), scribe.cite(*policy.sources)), " ")
        or "Nothing recorded yet",
        gap=policy.gap or "No gap recorded",
    )
