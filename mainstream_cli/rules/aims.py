"""K: what objectives rest on, and what follows from them."""

from collections.abc import Iterator

from mainstream_cli.language import Text, say
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.project import Ref
from mainstream_cli.model.registers.links import Linkage
from mainstream_cli.model.registers.results import Check, Indicator, Objective
from mainstream_cli.rules.action_rows import PLAN, denies, live
from mainstream_cli.rules.case import Case, rests_on
from mainstream_cli.rules.entries import entry_rule, fault
from mainstream_cli.rules.roles import needs
from mainstream_cli.rules.wording import finds_no_difference, speaks_of_sexes

GOALS = "aiming"
FEMALE = frozenset(("women", "girls"))


def kept(objective: Objective) -> bool:
    """Tell whether an objective is part of the plan; a candidate that is left out stays on record only."""
    return objective.stands


@entry_rule("K20", "objectives", "plan_goals", say("Add plan_goals: with the id of the goal it serves."), stage=GOALS)
def serves_no_goal(_: Case, objective: Objective) -> Text | None:
    """An objective serves no goal of the plan.

    An objective that serves no goal of the plan has no place in a plan that migration is brought into.

    Passes: ``plan_goals: [health_staff]``
    Fails:  an objective without ``plan_goals``
    """
    return say("this objective serves no goal of the plan.") if kept(objective) and not objective.plan_goals else None


@entry_rule("K21", "objectives", "linkages", say("Add linkages: with the id of the effect it answers."), stage=GOALS)
def answers_no_linkage(_: Case, objective: Objective) -> Text | None:
    """An objective answers no effect between migration and the plan.

    The linkages say what the assessment found. An objective without one rests on nothing that was found.

    Passes: ``linkages: [nurses_leave]``
    Fails:  an objective without ``linkages``
    """
    return say("it is not said which effect it answers.") if kept(objective) and not objective.linkages else None


@entry_rule("K22", "objectives", "owner", say("Add owner: with the id of the institution that answers."), stage=GOALS)
def owned_by_nobody(_: Case, objective: Objective) -> Text | None:
    """Nobody answers for an objective.

    Passes: ``owner: ministry_of_health``
    Fails:  an objective without ``owner``
    """
    return say("nobody answers for this objective.") if kept(objective) and not objective.owner else None


@rests_on("settings")
@entry_rule("K23", "objectives", "due", say("Correct due:, or the years of the plan in mainstream.yaml."))
def due_outside_the_plan(case: Case, objective: Objective) -> Text | None:
    """An objective is due before the plan begins or after it ends.

    Passes: ``due: "2030"`` in a plan from 2026 to 2035
    Fails:  ``due: "2040"`` in that plan
    """
    plan = case.project.settings.plan
    if not objective.due or not kept(objective) or plan.start <= int(objective.due[:4]) <= plan.end:
        return None
    return say(
        "it is due in {due}, outside the plan ({start} to {end}).", due=objective.due, start=plan.start, end=plan.end
    )


@needs("K24", PLAN)
@rests_on("actions")
def without_action(case: Case) -> Iterator[Finding]:
    """No action serves an objective.

    It is looked for once the first action is recorded. An objective without action stays a wish.

    Passes: an action with ``objectives: [keep_staff]``
    Fails:  the objective ``keep_staff`` with no action that names it, beside actions for other objectives
    """
    actions = case.project.entries("actions").values()
    served = {name for action in actions if live(action) for name in action.objectives}
    if not actions:
        return
    for id_, objective in case.project.entries("objectives").items():
        if kept(objective) and id_ not in served:
            text = say("no action serves this objective.")
            advice = say("Name {id} under objectives: of an action, plan one, or fill left_out_because.", id=id_)
            yield fault(case, "K24", "warning", Ref("objectives", id_), text, advice, stage=PLAN)


@rests_on("linkages", "plan_goals")
def sectors_disagree(case: Case) -> Iterator[Finding]:
    """An objective shares no sector with any effect that it answers, or an effect names a sector foreign to its goal.

    The sectors of the plan goals at either end count as well. An objective may reach over sectors: one effect in its
    own is enough.

    Passes: an objective with ``sectors: [health, skills]`` that answers an effect on ``skills`` and one on ``trade``
    Fails:  an objective with ``sectors: [health]`` that answers an effect on ``trade`` only
    """
    linkages = case.project.entries("linkages")
    for id_, objective in case.project.entries("objectives").items():
        own = {*objective.sectors, *_of_goals(case, objective.plan_goals)}
        answered = [_ends(case, linkages[name]) for name in objective.linkages if name in linkages]
        theirs = set[str]().union(*answered)
        if objective.sectors and kept(objective) and answered and all(answered) and not own & theirs:
            text = say("the effects it answers belong to other sectors ({sectors}).", sectors=", ".join(sorted(theirs)))
            advice = say("Name the sector under sectors: as well, or another effect.")
            yield fault(case, "K25", "note", Ref("objectives", id_, ("linkages",)), text, advice)
    for id_, linkage in linkages.items():
        of_goal = _of_goals(case, (linkage.plan_goal or "",))
        if linkage.sector and of_goal and linkage.sector not in of_goal:
            text = say(
                "its sector ({sector}) is none of its plan goal ({sectors}).",
                sector=linkage.sector,
                sectors=", ".join(sorted(of_goal)),
            )
            advice = say("Correct sector:, or add the sector to the plan goal.")
            yield fault(case, "K25", "note", Ref("linkages", id_, ("sector",)), text, advice)


def _of_goals(case: Case, goals: tuple[str, ...]) -> set[str]:
    known = case.project.entries("plan_goals")
    return {sector for goal in goals if goal in known for sector in known[goal].sectors}


def _ends(case: Case, linkage: Linkage) -> set[str]:
    return {*((linkage.sector,) if linkage.sector else ()), *_of_goals(case, (linkage.plan_goal or "",))}


@needs("K01", PLAN)
@rests_on("indicators", "results", "actions")
def gender_unmeasured(case: Case) -> Iterator[Finding]:
    """An objective is about women or girls, or its gender check found something, and no indicator shows them apart.

    Its indicators are those that measure the objective, its results, or the actions that serve it. One indicator
    split by sex, or counting women or girls, is enough. A gender check that says "no effect found" asks for none.

    Passes: an indicator of the objective with ``disaggregation: [{by: sex, group: women}]``
    Fails:  ``groups: [women]`` and no indicator that is split by sex
    """
    shown = _shown_by_sex(case)
    for id_, objective in case.project.entries("objectives").items():
        checked = _found_something(case, objective.gender_check)
        if kept(objective) and id_ not in shown and (checked or FEMALE & set(objective.groups)):
            text = say("women and men matter to this objective, and no indicator of it is split by sex.")
            advice = say("Add disaggregation: with by: sex to one of its indicators.")
            field = "gender_check" if checked else "groups"
            yield fault(case, "K01", "warning", Ref("objectives", id_, (field,)), text, advice, stage=PLAN)


def _found_something(case: Case, check: Check | None) -> bool:
    found = check.finding if check and check.result != "not_concerned" and case.reads_words else None
    return bool(found) and not (denies(str(found)) or finds_no_difference(str(found)))


def _shown_by_sex(case: Case) -> set[str]:
    """Return the objectives of which an indicator shows women and men apart."""
    results, indicators = case.project.entries("results"), case.project.entries("indicators")
    split = {id_ for id_, indicator in indicators.items() if _by_sex(indicator)}
    shown: set[str] = set()
    for id_ in split:
        shown |= objectives_of(case, indicators[id_].measures)
    for action in case.project.entries("actions").values():
        if split & set(action.indicators):
            shown |= set(action.objectives)
    return shown | {name for measured in shown if measured in results for name in objectives_of(case, measured)}


def _by_sex(indicator: Indicator) -> bool:
    splits = any(split.by == "sex" or speaks_of_sexes(split.group) for split in indicator.disaggregation)
    return splits or speaks_of_sexes(f"{indicator.title} {indicator.unit} {indicator.definition or ''}")


def objectives_of(case: Case, measured: str | None) -> set[str]:
    """Return the objectives that a result belongs to, itself or through the results above it."""
    found: set[str] = set()
    seen: set[str] = set()
    results = case.project.entries("results")
    if measured in case.project.entries("objectives"):
        found.add(str(measured))
    while measured in results and measured not in seen:
        seen.add(str(measured))
        found |= {results[str(measured)].objective} - {None}
        measured = results[str(measured)].contributes_to
    return found
