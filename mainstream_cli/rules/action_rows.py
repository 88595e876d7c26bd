"""K: what an action serves, who leads it, and when it runs."""

from collections.abc import Iterator

from mainstream_cli.language import Text, say
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.project import Ref
from mainstream_cli.model.registers.actions import Action
from mainstream_cli.rules.case import Case, rests_on
from mainstream_cli.rules.entries import entry_rule, fault
from mainstream_cli.rules.roles import needs

PLAN = "planning"


def live(action: Action) -> bool:
    """Tell whether an action still counts: one that was dropped stays on record only."""
    return action.stands


@entry_rule("K03", "actions", "objectives", say("Add objectives: with the id of the objective it serves."), stage=PLAN)
def serves_nothing(_: Case, action: Action) -> Text | None:
    """An action serves no objective.

    Nobody can then say why it is in the plan, or which goal of the plan it helps. It may be dropped, or an objective
    is missing.

    Passes: ``objectives: [keep_staff]``
    Fails:  an action without ``objectives``
    """
    return say("this action serves no objective.") if live(action) and not action.objectives else None


@entry_rule(
    "K04", "actions", "lead", say("Add lead: with the id of the one institution that answers for it."), stage=PLAN
)
def led_by_nobody(_: Case, action: Action) -> Text | None:
    """An action has no lead institution.

    Partners help; one institution answers for the action and reports on it.

    Passes: ``lead: ministry_of_health``
    Fails:  an action with ``partners`` and no ``lead``
    """
    return say("no institution leads this action.") if live(action) and not action.lead else None


@entry_rule("K05", "actions", "output", say("Add output: with the id of a result of level output."), stage=PLAN)
def produces_nothing(_: Case, action: Action) -> Text | None:
    """An action names no output.

    The output ties the action to the results chain: what will be there when the action is done.

    Passes: ``output: desks_open`` with that output in registers/results.yaml
    Fails:  an action without ``output``
    """
    return say("it is not said which output this action produces.") if live(action) and not action.output else None


@rests_on("settings")
def outside_the_plan(case: Case) -> Iterator[Finding]:
    """An action starts before the plan or ends after it.

    The budget and the reports of the plan cover its own years only. An action on a programme that already runs
    (``new_or_lens: migration_lens``) may have begun earlier, so its start is only noted.

    Passes: ``start: "2026-09"`` and ``end: "2029"`` in a plan from 2026 to 2035
    Fails:  ``end: "2037"`` in that plan
    """
    plan = case.project.settings.plan
    action: Action
    for id_, action in case.project.entries("actions").items():
        for field, moment in (("start", action.start), ("end", action.end)):
            year = int(moment[:4]) if moment and live(action) else plan.start
            if plan.start <= year <= plan.end:
                continue
            running = field == "start" and year < plan.start and action.new_or_lens == "migration_lens"
            text = _outside(case, field, str(moment), early=year < plan.start)
            advice = say(
                "Correct {field}:, or say in note: why it lies outside the plan and shorten what the plan covers.",
                field=field,
            )
            yield fault(case, "K06", "note" if running else "warning", Ref("actions", id_, (field,)), text, advice)


def _outside(case: Case, field: str, moment: str, *, early: bool) -> Text:
    begins, ends = case.project.settings.plan.start, case.project.settings.plan.end
    if field == "start" and early:
        return say("its start ({day}) is before the plan begins ({year}).", day=moment, year=begins)
    if field == "start":
        return say("its start ({day}) is after the plan ends ({year}).", day=moment, year=ends)
    if early:
        return say("its end ({day}) is before the plan begins ({year}).", day=moment, year=begins)
    return say("its end ({day}) is after the plan ends ({year}).", day=moment, year=ends)


@needs("K07", PLAN)
def undated(case: Case) -> Iterator[Finding]:
    """An action has no start or no end.

    Without dates it cannot be budgeted by year, and nobody can see that it is late.

    Passes: ``start: "2026-09"`` with ``end: "2029"``
    Fails:  an action with ``start`` and without ``end``
    """
    action: Action
    for id_, action in case.project.entries("actions").items():
        missing = [field for field in ("start", "end") if getattr(action, field) is None]
        if missing and live(action):
            text = say("this action has no end.") if action.start else say("this action has no start.")
            if len(missing) > 1:
                text = say("this action has no start and no end.")
            advice = say("Add {field}: with a year or a month such as 2027-03.", field=missing[0])
            yield fault(case, "K07", "warning", Ref("actions", id_, (missing[0],)), text, advice, stage=PLAN)


def serves_what_is_left_out(case: Case) -> Iterator[Finding]:
    """An action serves an objective that the team has left out.

    Either the objective came back in, or the action should go out with it.

    Passes: an action for an objective without ``left_out_because``
    Fails:  ``objectives: [new_ministry]`` where that objective has ``left_out_because``
    """
    objectives = case.project.entries("objectives")
    action: Action
    for id_, action in case.project.entries("actions").items():
        for index, name in enumerate(action.objectives if live(action) else ()):
            if name in objectives and objectives[name].left_out_because:
                text = say("this action serves an objective that was left out ({objective}).", objective=name)
                advice = say("Name another objective, set status: dropped, or clear left_out_because of the objective.")
                yield fault(case, "K08", "warning", Ref("actions", id_, ("objectives", index)), text, advice)


def milestone_outside_dates(case: Case) -> Iterator[Finding]:
    """An action has a milestone in a year in which it does not run.

    Passes: ``milestones: {2027: ten desks open}`` for an action from 2026 to 2029
    Fails:  ``milestones: {2031: all desks open}`` for that action
    """
    action: Action
    for id_, action in case.project.entries("actions").items():
        for year in action.milestones if live(action) else ():
            if not runs_in(action, year):
                ref = Ref("actions", id_, ("milestones", str(year)))
                text = say("a milestone stands in {year}, when this action does not run.", year=year)
                advice = say("Correct the year of the milestone, or the dates of the action.")
                yield fault(case, "K09", "warning", ref, text, advice)


def runs_in(action: Action, year: int) -> bool:
    """Tell whether an action can run in a year; a date that is missing limits nothing."""
    after_start = action.start is None or int(action.start[:4]) <= year
    return after_start and (action.end is None or year <= int(action.end[:4]))


@entry_rule("K10", "actions", "mitigation", say("Add mitigation: with what is done about that harm."), stage=PLAN)
def harm_without_answer(_: Case, action: Action) -> Text | None:
    """An action names whom it could harm and not what is done about it.

    Passes: ``possible_harm: Urban wards could lose staff.`` with ``mitigation: Staffing norms are kept.``
    Fails:  ``possible_harm`` alone
    """
    open_harm = action.possible_harm and not denies(action.possible_harm) and not action.mitigation
    return say("a possible harm is named, and nothing is done about it.") if live(action) and open_harm else None


def denies(text: str) -> bool:
    """Tell whether a text says that there is nothing: "None.", "No effect found", "Not known"."""
    first = text.casefold().split(maxsplit=1)
    return bool(first) and first[0].strip(".,;:") in {"no", "none", "nothing", "nobody", "not", "n/a", "-"}


@entry_rule("K11", "actions", "output", say("Name a result of level output, or correct the level of the result."))
def output_of_other_level(case: Case, action: Action) -> Text | None:
    """The output that an action names is recorded as an outcome or an impact.

    An action brings about outputs directly; outcomes follow when people use them.

    Passes: ``output: desks_open`` where that result has ``level: output``
    Fails:  ``output: fewer_accidents`` where that result has ``level: outcome``
    """
    result = case.project.entries("results").get(action.output or "")
    if result is None or result.level == "output" or not live(action):
        return None
    return say("the result it names as output is of level {level}.", level=result.level)
