"""K: the results chain, from outputs over outcomes to an impact."""

from collections.abc import Iterator

from mainstream_cli.language import Text, say
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.project import Ref
from mainstream_cli.model.registers.results import Result
from mainstream_cli.rules.action_rows import PLAN, live
from mainstream_cli.rules.case import Case, rests_on
from mainstream_cli.rules.entries import entry_rule, fault
from mainstream_cli.rules.roles import needs

LEVELS = ("output", "outcome", "impact")


@entry_rule("K30", "results", "contributes_to", say("Add contributes_to: with the id of the outcome."), stage=PLAN)
def output_without_outcome(case: Case, result: Result) -> Text | None:
    """An output contributes to no outcome.

    What is produced then changes nothing that the plan wants changed. An impact is too far from an output: the change
    for people that lies between them is the outcome.

    Passes: ``level: output`` with ``contributes_to: fewer_vacancies``
    Fails:  ``level: output`` without ``contributes_to``, or with an impact there
    """
    if result.level != "output":
        return None
    above = case.project.entries("results").get(result.contributes_to or "")
    if above is not None and above.level == "impact":
        return say(
            "this output leads straight to an impact ({impact}), with no outcome between them.",
            impact=str(result.contributes_to),
        )
    return None if result.contributes_to else say("this output contributes to no outcome.")


@entry_rule(
    "K31",
    "results",
    "contributes_to",
    say("Add contributes_to: with an impact, or objective: with its id."),
    stage=PLAN,
)
def outcome_without_aim(_: Case, result: Result) -> Text | None:
    """An outcome leads to no impact and belongs to no objective.

    Passes: ``level: outcome`` with ``objective: keep_staff``
    Fails:  ``level: outcome`` with neither ``objective`` nor ``contributes_to``
    """
    loose = result.level == "outcome" and not result.contributes_to and not result.objective
    return say("this outcome leads to no impact and to no objective.") if loose else None


@entry_rule("K32", "results", "contributes_to", say("Turn the link round, or correct the level of one of the two."))
def upside_down(case: Case, result: Result) -> Text | None:
    """A result contributes to one of a lower level.

    Outputs lead to outcomes, outcomes to impacts. Two results of the same level may follow each other.

    Passes: an output that contributes to an outcome
    Fails:  an outcome with ``contributes_to: rural_bonus_paid``, which is an output
    """
    above = case.project.entries("results").get(result.contributes_to or "")
    if above is None or LEVELS.index(above.level) >= LEVELS.index(result.level):
        return None
    return say(
        "its level is {level}, and it contributes to {result}, which is of a lower level ({lower}).",
        level=result.level,
        result=str(result.contributes_to),
        lower=above.level,
    )


def circle_of_results(case: Case) -> Iterator[Finding]:
    """Results contribute to each other in a circle.

    Passes: a result that contributes to one above it
    Fails:  ``trained`` contributes to ``better_care`` and ``better_care`` to ``trained``
    """
    up = {id_: result.contributes_to for id_, result in case.project.entries("results").items()}
    for circle in circles(up):
        text = say("this result contributes to itself.")
        if len(circle) > 1:
            text = say("these results contribute to each other in a circle: {results}.", results=", ".join(circle))
        ref = Ref("results", circle[0], ("contributes_to",))
        advice = say("Remove or correct one contributes_to: of the circle.")
        yield fault(case, "K33", "warning", ref, text, advice)


def circles(up: dict[str, str | None]) -> Iterator[list[str]]:
    """Yield every circle in a mapping of each id to the one above it, from its first id on."""
    done: set[str] = set()
    for start in up:
        path: list[str] = []
        here: str | None = start
        while here is not None and here in up and here not in done and here not in path:
            path.append(here)
            here = up[here]
        if here in path:
            circle = path[path.index(here) :]
            first = min(circle, key=list(up).index)
            yield circle[circle.index(first) :] + circle[: circle.index(first)]
        done |= set(path)


@needs("K34", PLAN)
@rests_on("actions")
def output_of_no_action(case: Case) -> Iterator[Finding]:
    """No action produces an output of the results chain.

    It is looked for once an action names an output.

    Passes: an action with ``output: rural_bonus_paid``
    Fails:  the output ``rural_bonus_paid`` with no action that names it, beside actions that name others
    """
    produced = {action.output for action in case.project.entries("actions").values() if live(action)} - {None}
    if not produced:
        return
    result: Result
    for id_, result in case.project.entries("results").items():
        if result.level == "output" and id_ not in produced:
            advice = say("Name {id} as output: of an action, or remove it from the chain.", id=id_)
            text = say("no action produces this output.")
            yield fault(case, "K34", "warning", Ref("results", id_), text, advice, stage=PLAN)
