"""The box on page one: what a reader in a hurry needs to know, from data only."""

from collections import Counter
from collections.abc import Iterator, Sequence

from mainstream_cli.documents.contexts.shared import DataGap, SummaryLine
from mainstream_cli.documents.parts.process import milestones
from mainstream_cli.documents.parts.requests import requests
from mainstream_cli.documents.parts.sectors import proposed_sectors
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import capital, counted, labelled, listed, moment_in_words
from mainstream_cli.model.history import counts_in_words
from mainstream_cli.model.money import Amounts, Exchange, amounts_in_words, exchange, totals
from mainstream_cli.model.registers.actions import Action

SummaryBox = tuple[SummaryLine, ...]


def proposal_box(scribe: Scribe, gaps: Sequence[DataGap]) -> SummaryBox:
    """Return the box of the scoping proposal."""
    actions = list(scribe.project.entries("actions").values())
    rates = exchange(scribe.project.settings.finance, actions)
    return box(
        ("Asked for", _asked(scribe)),
        ("Timing", _timing(scribe)),
        ("Goals of the plan", goals_and_effects(scribe)),
        ("Sectors proposed", _sectors(scribe)),
        ("Conditions", conditions_in_short(scribe)),
        ("Actions", listed(_actions(actions, rates), " ") or "No action has been recorded yet."),
        ("Data gaps", data_gaps(gaps)),
    )


def matrix_box(scribe: Scribe, actions: Sequence[Action], rates: Exchange, gaps: Sequence[DataGap]) -> SummaryBox:
    """Return the box of the action matrix."""
    sums = totals(actions, rates)
    sectors = {scribe.project.part("actions", id_) for id_ in scribe.project.entries("actions")}
    objectives = counted(len(scribe.project.entries("objectives")), "objective")
    held = f"{counted(len(actions), 'action')} in {counted(len(sectors), 'sector')}, for {objectives}."
    funding = (
        labelled("secured", _money(sums.secured)),
        labelled("pledged", _money(sums.pledged)),
        labelled("sought", _money(sums.sought)),
    )
    return box(
        ("Actions", held if actions else "No action has been recorded yet."),
        ("Goals of the plan", _goals_served(scribe)),
        ("Cost", _cost(actions, rates)),
        ("Funding", f"{capital(listed(funding, '; '))}." if any(funding) else ""),
        ("Gap", _gap(actions, rates)),
        ("Conditions", conditions_in_short(scribe)),
        ("Data gaps", data_gaps(gaps)),
    )


def box(*found: tuple[str, str]) -> SummaryBox:
    """Return the lines that have a text."""
    return tuple(SummaryLine(label=label, text=text) for label, text in found if text)


def _asked(scribe: Scribe) -> str:
    first, *others = requests(scribe)
    more = f", and {counted(len(others), 'further decision')} listed under Conditions and decisions requested."
    return first.removesuffix(".") + more if others else first


def _timing(scribe: Scribe) -> str:
    settings, steps = scribe.project.settings, [each for each in milestones(scribe) if each.status != "dropped"]
    way = capital(scribe.term("timings", settings.timing))
    plan = f"{settings.plan.name} is {scribe.term('plan_statuses', settings.plan.status)}"
    if not steps:
        return f"{way}; {plan}."
    done, last = sum(step.status == "done" for step in steps), moment_in_words(steps[-1].due)
    return f"{way}; {plan}. {done} of {counted(len(steps), 'step')} done; the last is due {last}."


def goals_and_effects(scribe: Scribe) -> str:
    """Say how many goals of the plan migration touches, and the effects by sign."""
    goals, links = scribe.project.entries("plan_goals"), scribe.project.entries("linkages").values()
    if not goals:
        return "The goals of the plan have not been recorded yet."
    touched = {link.plan_goal for link in links} & goals.keys()
    signs = scribe.tally("signs", Counter(link.sign for link in links))
    found = f" {capital(counted(len(links), 'effect'))} found: {signs}." if links else ""
    return f"Migration touches {len(touched)} of {counted(len(goals), 'goal')}.{found}"


def _goals_served(scribe: Scribe) -> str:
    goals = scribe.project.entries("plan_goals")
    served = {goal for each in scribe.project.entries("objectives").values() for goal in each.plan_goals}
    return f"The objectives serve {len(served & goals.keys())} of {counted(len(goals), 'goal')}." if goals else ""


def _sectors(scribe: Scribe) -> str:
    sectors = [scribe.term("sectors", each) for each in proposed_sectors(scribe)]
    return f"{listed(sectors)}." if sectors else "No sector has been proposed yet."


def conditions_in_short(scribe: Scribe) -> str:
    """Count the conditions by how they stand."""
    assessed = scribe.dossier.assessments
    if not assessed:
        return "The conditions for success have not been assessed yet."
    secured = f"{sum(each.status == 'met' for each in assessed)} of {len(assessed)} secured"
    return f"{listed((secured, *counts_in_words(assessed)))}."


def _actions(actions: Sequence[Action], rates: Exchange) -> Iterator[str]:
    if actions:
        yield f"{counted(len(actions), 'action')} proposed so far."
        yield _cost(actions, rates)
        yield labelled("Gap", _gap(actions, rates))


def cost_and_gap(scribe: Scribe, actions: Sequence[Action]) -> str:
    """Say what the costed actions cost and what is not secured; nothing without actions."""
    rates = exchange(scribe.project.settings.finance, actions)
    return listed((_cost(actions, rates), labelled("Gap", _gap(actions, rates))), " ") if actions else ""


def _cost(actions: Sequence[Action], rates: Exchange) -> str:
    sums = totals(actions, rates)
    if not sums.actions:
        return ""
    costed = f"{sums.costed} of {sums.actions} costed"
    return f"{costed}: {listed(amounts_in_words(sums.cost))}." if sums.cost else f"{capital(costed)}."


def _gap(actions: Sequence[Action], rates: Exchange) -> str:
    sums = totals(actions, rates)
    unknown = sums.actions - sums.costed + sums.gap_unknown
    known = _money(sums.gap) or ("none, fully secured" if sums.gap else "")
    parts = (known, f"not known for {counted(unknown, 'action')}" if unknown else "")
    return f"{listed(parts, '; ')}." if any(parts) else ""


def _money(amounts: Amounts) -> str:
    return listed(amounts_in_words({currency: amount for currency, amount in amounts.items() if amount}))


def data_gaps(gaps: Sequence[DataGap]) -> str:
    """Count the gaps of the annex."""
    return f"{counted(len(gaps), 'data gap')} named in the annex." if gaps else "No data gap has been recorded."
