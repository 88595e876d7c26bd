"""The objectives of the action matrix."""

from mainstream_cli.documents.contexts.action_matrix import ObjectiveRow
from mainstream_cli.documents.contexts.shared import Rows
from mainstream_cli.documents.parts.action_rows import tags
from mainstream_cli.documents.parts.links import ordered_goals
from mainstream_cli.documents.words.legend import Legend
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import capital, labelled, lines, listed, moment_in_words
from mainstream_cli.model.registers.results import Objective


def kept_objectives(scribe: Scribe) -> list[Objective]:
    """Return the objectives that are proposed; a candidate that is left out for now is none of them."""
    return [each for each in scribe.project.entries("objectives").values() if not each.left_out_because]


def objective_rows(scribe: Scribe) -> Rows[ObjectiveRow]:
    """Return all objectives in the order of their register."""
    objectives = scribe.project.entries("objectives")
    legend = Legend([scribe.note(each)] for each in objectives.values())
    rows = tuple(_objective(scribe, id_, each, legend) for id_, each in objectives.items())
    return Rows(rows=rows, notes=legend.listed())


def _objective(scribe: Scribe, id_: str, objective: Objective, legend: Legend) -> ObjectiveRow:
    note = scribe.note(objective)
    goals = [goal for goal in ordered_goals(scribe) if goal in objective.plan_goals]
    goals += [goal for goal in objective.plan_goals if goal not in goals]
    return ObjectiveRow(
        title=f"{scribe.objective_number(id_)} {scribe.titled(objective, legend.letters(note))}",
        note=legend.own(note),
        goals=listed((_goal_in_words(scribe, goal, objective) for goal in goals), "; ") or "No plan goal named yet",
        people=lines(
            capital(scribe.terms("groups", objective.groups)) or "For whom: not stated yet", tags(scribe, objective)
        ),
        validated=lines(
            labelled("Owner", scribe.actor(objective.owner)) or "No owner yet",
            labelled("Due", moment_in_words(objective.due)) or "No date yet",
            labelled("Validated", objective.validated) or "Not validated yet",
            labelled("Pulls against", objective.trade_offs),
            labelled("Changed to fit the country", objective.adapted),
            labelled("Left out for now", objective.left_out_because),
        ),
    )


def objective_in_words(scribe: Scribe, id_: str) -> str:
    """Return number and title of an objective, for the sectors whose actions serve it."""
    objective = scribe.project.entries("objectives").get(id_)
    if objective is None:
        return scribe.entry("objectives", id_)
    return f"{scribe.objective_number(id_)} {scribe.title(objective)}"


def _goal_in_words(scribe: Scribe, id_: str, objective: Objective) -> str:
    """Return a plan goal with its number in the plan."""
    goal = scribe.project.entries("plan_goals").get(id_)
    return listed((goal.code if goal else "", scribe.entry("plan_goals", id_, objective)), " ")
