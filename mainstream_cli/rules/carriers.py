"""K: who and what carries the process: bodies, goals, policies, risks and the work plan."""

from collections.abc import Iterator

from mainstream_cli.language import Text, say
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.project import Ref
from mainstream_cli.model.registers.actors import Body
from mainstream_cli.model.registers.links import PlanGoal, Policy
from mainstream_cli.model.registers.process import Milestone, Risk
from mainstream_cli.rules.case import Case, rests_on
from mainstream_cli.rules.chain import circles
from mainstream_cli.rules.entries import entry_rule, fault
from mainstream_cli.rules.roles import needs

MEETING = frozenset(("support_group", "inter_ministerial", "consultative", "technical_group"))
FRAME = "framing"
CARRY = "carrying_out"
WATCH = "watching"


@entry_rule("K40", "bodies", "chair", say("Add chair: with the id of the institution that chairs it."), stage=FRAME)
def body_without_chair(_: Case, body: Body) -> Text | None:
    """A body that meets has no chair.

    Meant are groups that decide or advise together; a focal point, a facilitator or a network of local bodies has
    none.

    Passes: ``kind: inter_ministerial`` with ``chair: planning_commission``
    Fails:  ``kind: inter_ministerial`` without ``chair``
    """
    return say("nobody chairs this body.") if _meets(body) and not body.chair else None


@entry_rule("K41", "bodies", "members", say("Add members: with the ids of the organisations in it."), stage=FRAME)
def body_without_members(_: Case, body: Body) -> Text | None:
    """A body that meets has no members.

    Passes: ``members: [health_ministry, labour_ministry]``
    Fails:  ``kind: consultative`` without ``members``
    """
    return say("no organisation sits in this body.") if _meets(body) and not body.members else None


def _meets(body: Body) -> bool:
    return body.kind in MEETING and body.status != "dormant"


def circle_of_reporting(case: Case) -> Iterator[Finding]:
    """A body reports to itself, or bodies report to each other in a circle.

    Passes: a working group that reports to a council, which reports to the cabinet
    Fails:  ``council`` with ``reports_to: council``
    """
    for circle in circles({id_: body.reports_to for id_, body in case.project.entries("bodies").items()}):
        text = say("this body reports to itself.")
        if len(circle) > 1:
            text = say("these bodies report to each other in a circle: {bodies}.", bodies=", ".join(circle))
        ref = Ref("bodies", circle[0], ("reports_to",))
        advice = say("Correct reports_to: name the body or organisation above it.")
        yield fault(case, "K42", "warning", ref, text, advice)


@entry_rule("K43", "plan_goals", "responsible", say("Add responsible: with the id of the ministry."), stage="aiming")
def goal_of_no_ministry(_: Case, goal: PlanGoal) -> Text | None:
    """No ministry answers for a goal of the plan.

    The plan usually says it; without it nobody can be asked to take migration up under that goal.

    Passes: ``responsible: health_ministry``
    Fails:  a plan goal without ``responsible``
    """
    return say("it is not said which ministry answers for this goal.") if not goal.responsible else None


@rests_on("settings")
@entry_rule("K44", "policies", "status", say("Set status: expired, or correct until: if it was prolonged."))
def policy_past_its_years(case: Case, policy: Policy) -> Text | None:
    """A policy counts as in force, and the last year it covers is over.

    Passes: ``status: in_force`` with ``until: 2030``, read in 2026
    Fails:  ``status: in_force`` with ``until: 2024``, read in 2026
    """
    if policy.status != "in_force" or policy.until is None or policy.until >= case.today.year:
        return None
    return say("it is recorded as in force, and covers the years until {year}.", year=policy.until)


@needs("K45", CARRY)
def risk_without_answer(case: Case) -> Iterator[Finding]:
    """Nothing is done about a risk.

    It is a warning where the impact is high, for others once implementation is reached.

    Passes: ``mitigation: A line in the medium-term budget``
    Fails:  ``impact: high`` without ``mitigation``
    """
    risk: Risk
    for id_, risk in case.project.entries("risks").items():
        if not risk.mitigation:
            high = risk.impact == "high"
            text = say("nothing is done about this risk.")
            if high:
                text = say("nothing is done about this risk, whose impact is high.")
            ref = Ref("risks", id_, ("mitigation",))
            advice = say("Add mitigation: with what is done about it, and by whom.")
            yield fault(case, "K45", "warning", ref, text, advice, stage="" if high else CARRY)


@entry_rule("K46", "risks", "owner", say("Add owner: with the id of who watches it."), stage=CARRY)
def risk_without_owner(_: Case, risk: Risk) -> Text | None:
    """Nobody watches a risk.

    Passes: ``owner: finance_ministry``
    Fails:  a risk without ``owner``
    """
    return say("nobody watches this risk.") if not risk.owner else None


@rests_on("settings")
@entry_rule("K47", "milestones", "status", say("Set status: done, late or dropped, or agree on a new date in due:."))
def milestone_overdue(case: Case, milestone: Milestone) -> Text | None:
    """The day of a milestone is past, and it still counts as planned.

    A month or a year is past when it is over.

    Passes: ``due: "2026-03"`` with ``status: done``, read in June 2026
    Fails:  ``due: "2026-03"`` with ``status: planned``, read in June 2026
    """
    over = milestone.due < case.today.isoformat()[: len(milestone.due)]
    late = over and milestone.status == "planned"
    return say("it was due {day} and still counts as planned.", day=milestone.due) if late else None


@rests_on("settings")
@entry_rule("K48", "milestones", "due", say("Correct due:, or drop the milestone."))
def milestone_after_the_plan(case: Case, milestone: Milestone) -> Text | None:
    """A milestone of the work plan lies after the end of the plan.

    Passes: ``due: "2030-06-30"`` in a plan until 2035; an evaluation in the year after the plan
    Fails:  ``due: "2041"`` in that plan
    """
    end = case.project.settings.plan.end
    watched = milestone.stage is not None and milestone.stage == case.catalogue.roles.get(WATCH)
    evaluation = watched and int(milestone.due[:4]) == end + 1
    late = int(milestone.due[:4]) > end and not evaluation and milestone.status != "dropped"
    return say("it is due in {day}, after the plan ends ({end}).", day=milestone.due, end=end) if late else None
