"""The decisions that the scoping proposal asks for, as far as the project has something to decide on."""

from mainstream_cli.documents.parts.conditions import open_conditions
from mainstream_cli.documents.parts.process import milestones
from mainstream_cli.documents.parts.sectors import proposed_sectors
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import counted, listed, moment_in_words


def requests(scribe: Scribe, *, inside: bool = True) -> tuple[str, ...]:
    """Return the decisions requested; *inside* the scoping proposal they point to its own parts."""
    own = (_way(scribe), _lead(scribe), _sectors(scribe), _work_plan(scribe))
    return tuple(filter(None, (*own, _means(scribe, inside), _conditions(scribe, inside))))


def _way(scribe: Scribe) -> str:
    settings = scribe.project.settings
    ways = {
        "in_plan": f"Agree that migration is brought into {settings.plan.name} while it is being written.",
        "stand_alone": f"Agree that a strategy on migration is prepared that serves the goals of {settings.plan.name}.",
    }
    return ways.get(settings.timing, "")


def _lead(scribe: Scribe) -> str:
    lead = scribe.actor(scribe.project.settings.lead)
    return f"Confirm {lead} as lead institution." if lead else "Name a lead institution."


def _sectors(scribe: Scribe) -> str:
    sectors = listed(scribe.terms("sectors", [sector]) for sector in proposed_sectors(scribe))
    return f"Approve the sectors proposed for the full assessment: {sectors}." if sectors else ""


def _work_plan(scribe: Scribe) -> str:
    steps = [step for step in milestones(scribe) if step.status != "dropped"]
    return (
        f"Approve the work plan of {counted(len(steps), 'step')} up to {moment_in_words(steps[-1].due)}."
        if steps
        else ""
    )


def _means(scribe: Scribe, inside: bool) -> str:
    answer = scribe.project.answer("scoping_resources")
    where = "" if inside else " in the scoping proposal"
    return f"Release the means set out under capacity and resources{where}." if answer is not None else ""


def _conditions(scribe: Scribe, inside: bool) -> str:
    number = len(open_conditions(scribe))
    where = "listed below" if inside else "named in the overview of conditions"
    condition = counted(number, "condition for success that is", "conditions for success that are")
    return f"Decide who secures {condition} not secured yet, {where}, and by when." if number else ""
