"""One action in words, for the two rows that it has in the matrix."""

from collections.abc import Iterator

from mainstream_cli.documents.contexts.action_matrix import ActionRow
from mainstream_cli.documents.parts.sums import FULLY
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.tags import Tagged, tags_of
from mainstream_cli.documents.words.wording import capital, labelled, lines, listed, period_in_words, sentence
from mainstream_cli.model.money import Exchange, amounts_in_words, bare_amount, costed, gap, grouped, money
from mainstream_cli.model.registers.actions import Action, Cost, Funding
from mainstream_cli.model.registers.results import Baseline, Indicator


def action_row(scribe: Scribe, action: Action, rates: Exchange) -> ActionRow:
    """Put one action into words."""
    cost = action.cost if costed(action) else None
    return ActionRow(
        title=scribe.title(action),
        kind=_kind(scribe, action),
        note=scribe.note(action),
        serves=lines(*_serves(scribe, action)),
        lead=scribe.actor(action.lead) or "No lead named yet",
        partners=scribe.actors(action.partners),
        period=capital(period_in_words(action.start, action.end)) or "Not set yet",
        milestones=lines(*(f"{year}: {text}" for year, text in sorted(action.milestones.items()))),
        indicators=lines(*_indicators(scribe, action)) or "No indicator yet",
        cost=money(cost.total, cost.currency) if cost else "Not costed yet",
        cost_years=lines(*_years(cost)) if cost else "",
        cost_basis=sentence(f"prices of {cost.price_year}; {scribe.term('costing_methods', cost.method)}")
        if cost
        else "",
        funding=lines(*(_funding(scribe, each) for each in action.funding)) or "No funding named yet",
        gap=_gap(action, rates),
        budget=_budget(scribe, action),
        people=_people(scribe, action),
        harm=_harm(action),
        assumptions=action.assumptions or "",
        tags=tags(scribe, action),
        cite=scribe.cite(*action.sources),
    )


def _kind(scribe: Scribe, action: Action) -> str:
    words = (
        scribe.term("action_types", action.kind),
        scribe.term("action_origins", action.new_or_lens),
        labelled("phase", scribe.term("phases", action.phase)),
        labelled("place", scribe.term("places", action.place)),
        labelled("status", scribe.term("action_statuses", action.status)),
    )
    return capital(listed(words, "; "))


def _serves(scribe: Scribe, action: Action) -> Iterator[str]:
    numbers = listed(scribe.objective_number(id_) for id_ in action.objectives)
    yield labelled("Objective", numbers) or "No objective named yet"
    yield labelled("Output", scribe.entry("results", action.output, action))


def _indicators(scribe: Scribe, action: Action) -> Iterator[str]:
    for id_ in action.indicators:
        indicator = scribe.project.entries("indicators").get(id_)
        title = scribe.entry("indicators", id_, action)
        yield f"{title}: {_change(indicator)}" if indicator else title


def _change(indicator: Indicator) -> str:
    """Say from where to where an indicator is to move."""
    aim = f"{grouped(indicator.target.value)} ({indicator.target.year})" if indicator.target else "target not set yet"
    start = baseline_in_words(indicator.baseline)
    known = indicator.baseline is not None and indicator.baseline.value is not None
    return f"{f'from {start} to' if known else f'{start}, to reach'} {aim}; {indicator.unit}"


def baseline_in_words(baseline: Baseline | None) -> str:
    """Return value and year of a baseline, or that there is none."""
    if baseline is None or baseline.value is None:
        return "no baseline yet"
    return f"{grouped(baseline.value)} ({baseline.year or 'year not stated'})"


def _years(cost: Cost) -> Iterator[str]:
    for year in sorted({*cost.recurrent, *cost.capital}):
        kinds = (("recurrent", cost.recurrent.get(year)), ("capital", cost.capital.get(year)))
        yield f"{year}: {listed(f'{bare_amount(amount)} {kind}' for kind, amount in kinds if amount is not None)}"


def _funding(scribe: Scribe, funding: Funding) -> str:
    status = scribe.term("funding_statuses", funding.status)
    return f"{scribe.actor(funding.source)}: {money(funding.amount, funding.currency)} {status}"


def _gap(action: Action, rates: Exchange) -> str:
    """Say the gap of one action, in its own currency where that is possible."""
    if not costed(action):
        return "Gap not known: not costed"
    found = gap(action, Exchange())
    found = found if found is not None else gap(action, rates)
    if found is None:
        return "Gap not known: no exchange rate"
    missing = {currency: amount for currency, amount in found.items() if amount}
    return f"Gap: {listed(amounts_in_words(missing))}" if missing else FULLY


def _budget(scribe: Scribe, action: Action) -> str:
    code = f"Budget code {action.budget_code}" if action.budget_code else "No budget code yet"
    return listed((code, scribe.term("ceiling_statuses", action.in_ceiling)), "; ")


def _people(scribe: Scribe, action: Action) -> str:
    named = lines(
        labelled("For", capital(scribe.terms("groups", action.groups))),
        labelled("Rights holders", action.rights_holders),
        labelled("Duty bearer", scribe.actor(action.duty_bearer)),
    )
    return named or "For whom: not stated yet"


def _harm(action: Action) -> str:
    harm = labelled("Possible harm", action.possible_harm) or "Possible harm: not examined yet"
    return lines(harm, labelled("What is done about it", action.mitigation))


def tags(scribe: Scribe, thing: Tagged) -> str:
    """Return the codes of the frameworks that the project uses."""
    found = tags_of(scribe.project, scribe.dossier.crosswalks, thing)
    return listed((f"{each.label} {listed(each.codes)}" for each in found), "; ")
