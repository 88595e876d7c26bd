"""The plan, and what it means for this process whether the plan is being written or stands already."""

from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import listed

WHAT_TIMING_MEANS = {
    "in_plan": (
        "Migration goes into the plan while it is being written. "
        "The entry points are the chapters still open for drafting, the results framework and the budget annex. "
        "What is not proposed before the drafting ends waits for the next review."
    ),
    "stand_alone": (
        "The plan stands. Migration is therefore taken up in a strategy of its own that serves goals of the plan. "
        "The entry points are the annual budget, the sector programmes and the next review, "
        "at which the plan itself can be changed."
    ),
}


def plan_sentences(scribe: Scribe) -> tuple[str, ...]:
    """Say which plan is meant, how far it is and what the timing means."""
    settings = scribe.project.settings
    plan = settings.plan
    described = listed((scribe.term("plan_kinds", plan.kind), scribe.term("plan_statuses", plan.status)))
    belongs = listed(
        (f"Level: {plan.level}." if plan.level else "", f"It belongs to {plan.parent}." if plan.parent else ""), " "
    )
    first = f"{plan.name} ({described}) runs from {plan.start} to {plan.end}."
    return tuple(filter(None, (f"{first} {belongs}".strip(), WHAT_TIMING_MEANS.get(settings.timing, ""))))
