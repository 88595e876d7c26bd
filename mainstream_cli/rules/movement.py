"""K and M: people's own choices and people's own money."""

from collections import defaultdict
from collections.abc import Iterator

from mainstream_cli.language import Text, say
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.project import Ref
from mainstream_cli.model.registers.actions import Action
from mainstream_cli.model.registers.results import Indicator, Objective
from mainstream_cli.rules.action_rows import live
from mainstream_cli.rules.aims import kept, objectives_of
from mainstream_cli.rules.case import Case, rests_on
from mainstream_cli.rules.entries import actor, fault
from mainstream_cli.rules.wording import movement_as_aim, movement_counted, private_money

ADVICE = say(
    "Say what should change in people's lives: income, safety, rights, services; and keep every move voluntary."
)
AIMS = {
    "fewer_departures": say(
        "this reads as if fewer departures were the aim itself. Everyone may leave a country and return to their own."
    ),
    "more_deployments": say(
        "this reads as if more deployments were the aim itself. Everyone may leave a country and return to their own."
    ),
    "more_returns": say(
        "this reads as if more returns were the aim itself. Everyone may leave a country and return to their own."
    ),
}
COUNTED: dict[tuple[str, bool], Text] = {
    ("fewer_departures", False): say(
        "the outcome is measured by fewer departures. Everyone may leave a country and return to their own."
    ),
    ("fewer_departures", True): say(
        "the outcome is measured by fewer departures only. Everyone may leave a country and return to their own."
    ),
    ("more_deployments_or_returns", False): say(
        "the outcome is measured by more deployments or returns. Everyone may leave a country and return to their own."
    ),
    ("more_deployments_or_returns", True): say(
        "the outcome is measured by more deployments or returns only. "
        "Everyone may leave a country and return to their own."
    ),
}


@rests_on("indicators", "results")
def movement_is_the_aim(case: Case) -> Iterator[Finding]:
    """An objective makes fewer departures, more deployments or more returns an aim in itself.

    Everyone may leave a country and return to their own. An aim in numbers of people who move says nothing about
    their welfare, and it tempts an administration to push or to hold back. The title is read, and the indicators of
    outcomes: one that is to rise with deployments or returns, or those that are to fall with departures when an
    objective has no others. It is a note, since it rests on words.

    Passes: ``title: Reduce the costs and risks of departure``; ``title: People who return find work``
    Fails:  ``title: Reduce emigration of nurses by half``; ``title: Deploy 50,000 workers abroad``
    """
    measured = _measured(case)
    objective: Objective
    for id_, objective in case.project.entries("objectives").items():
        aim = movement_as_aim(objective.title) if kept(objective) else None
        if aim:
            yield fault(case, "K14", "note", Ref("objectives", id_, ("title",)), AIMS[aim], ADVICE)
        elif kept(objective):
            yield from _indicators_count_moves(case, measured[id_])


def _indicators_count_moves(case: Case, indicators: list[tuple[str, Indicator]]) -> Iterator[Finding]:
    counted = [movement_counted(indicator.title, indicator.direction) for _, indicator in indicators]
    alone = bool(counted) and all(counted)
    rewarding = [
        id_
        for (id_, indicator), what in zip(indicators, counted, strict=True)
        if what and indicator.direction == "increase"
    ]
    for id_ in [indicators[0][0]] if alone else rewarding[:1]:
        what = next(words for words in counted if words)
        advice = say("Measure people's welfare in its place, or set direction: none.")
        yield fault(case, "K14", "note", Ref("indicators", id_, ("direction",)), COUNTED[what, alone], advice)


def _measured(case: Case) -> dict[str, list[tuple[str, Indicator]]]:
    """Return the indicators of outcomes and impacts by the objective that they measure."""
    found: dict[str, list[tuple[str, Indicator]]] = defaultdict(list)
    for id_, indicator in case.project.entries("indicators").items():
        for objective in objectives_of(case, indicator.measures) if indicator.level in ("outcome", "impact") else ():
            found[objective].append((id_, indicator))
    return found


@rests_on("stakeholders", "bodies")
def private_money_as_funding(case: Case) -> Iterator[Finding]:
    """Remittances or migrants' savings are entered as funding of an action.

    They are private money of families: the State cannot plan with them, and they replace no budget. What an
    association of migrants gives under an agreement, also where the State matches it, is a contribution like any other.
    It is a note, since it rests on the words by which somebody named the money.

    Passes: ``source: Federation of hometown associations, matched 3x1 by agreement``
    Fails:  ``source: remittances``; ``source: Savings of returning migrants``
    """
    action: Action
    for id_, action in case.project.entries("actions").items():
        for index, funding in enumerate(action.funding if live(action) else ()):
            if private_money(payer := actor(case, funding.source)):
                text = say(
                    "private money of migrants or their families is entered as funding ('{payer}').", payer=payer
                )
                advice = say("Leave it out, or name the association that contributes, and the agreement.")
                yield fault(case, "M02", "note", Ref("actions", id_, ("funding", index, "source")), text, advice)
