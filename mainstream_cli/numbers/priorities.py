"""Compares candidate objectives by weighted criteria, and shows how firm the order is.

The score of a candidate is the weighted mean of its criteria, each being the mean of the tables that scored it.
Fractions keep it exact: equal candidates share a rank. Only objectives are compared, never sectors or ministries.
"""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from mainstream_cli.model.priorities import Candidate, Priorities, Unscored, Variation
from mainstream_cli.model.project import Project
from mainstream_cli.model.registers.results import Criterion, Objective

Weights = Mapping[str, Fraction]
Means = Mapping[str, Fraction]
CHANGES = (("halved", Fraction(1, 2)), ("doubled", Fraction(2)), ("left out", Fraction(0)))


def priorities(project: Project) -> Priorities:
    """Return the order of the candidate objectives and how it changes when the weights do."""
    criteria: Mapping[str, Criterion] = project.entries("criteria")
    objectives: Mapping[str, Objective] = project.entries("objectives")
    weights = {id_: Fraction(criterion.weight) for id_, criterion in criteria.items()}
    counting = [id_ for id_, weight in weights.items() if weight]
    means = {id_: _means(objective, criteria) for id_, objective in objectives.items()}
    whole = {id_: scored for id_, scored in means.items() if counting and set(counting) <= set(scored)}
    ranks = _ranks(whole, weights)
    return Priorities(
        weights=weights,
        titles={id_: criterion.title for id_, criterion in criteria.items()},
        tables=tuple(dict.fromkeys(score.table for objective in objectives.values() for score in objective.scores)),
        ranking=tuple(_candidate(id_, objectives[id_], ranks[id_], whole[id_], weights) for id_ in _order(ranks)),
        unscored=tuple(
            Unscored(
                id_,
                objective.title,
                tuple(criterion for criterion in counting if criterion not in means[id_]),
                objective.left_out_because,
            )
            for id_, objective in objectives.items()
            if id_ not in whole
        ),
        variations=tuple(_variations(whole, weights, ranks)),
    )


def _means(objective: Objective, criteria: Iterable[str]) -> dict[str, Fraction]:
    given = {id_: [score.score for score in objective.scores if score.criterion == id_] for id_ in criteria}
    return {id_: Fraction(sum(values), len(values)) for id_, values in given.items() if values}


def _score(means: Means, weights: Weights) -> Fraction:
    """Return the weighted mean over the criteria that have a score; 0 when none of them counts."""
    total = sum((weights[id_] for id_ in means), Fraction(0))
    return sum((weights[id_] * mean for id_, mean in means.items()), Fraction(0)) / total if total else Fraction(0)


def _ranks(whole: Mapping[str, Means], weights: Weights) -> dict[str, int]:
    """Return the rank of each candidate; equal scores share one, and the next rank is counted from all before it."""
    scores = {id_: _score(means, weights) for id_, means in whole.items()}
    return {id_: 1 + sum(other > score for other in scores.values()) for id_, score in scores.items()}


def _order(ranks: Mapping[str, int]) -> list[str]:
    return sorted(ranks, key=lambda id_: ranks[id_])


def _candidate(id_: str, objective: Objective, rank: int, means: Means, weights: Weights) -> Candidate:
    tables: dict[str, dict[str, Fraction]] = {}
    for score in objective.scores:
        if weights.get(score.criterion):
            tables.setdefault(score.table, {})[score.criterion] = Fraction(score.score)
    return Candidate(
        id=id_,
        title=objective.title,
        rank=rank,
        score=_score(means, weights),
        means=means,
        by_table={table: _score(values, weights) for table, values in tables.items()},
        left_out_because=objective.left_out_because,
        trade_offs=objective.trade_offs,
    )


def _variations(whole: Mapping[str, Means], weights: Weights, ranks: Mapping[str, int]) -> Iterator[Variation]:
    """Yield the order for each weight halved, doubled and left out; with one criterion there is nothing to vary."""
    counting = [id_ for id_, weight in weights.items() if weight]
    if len(counting) < 2 or len(whole) < 2:  # noqa: PLR2004 - one alone has nothing beside it
        return
    first = {id_ for id_, rank in ranks.items() if rank == 1}
    for criterion in counting:
        for change, factor in CHANGES:
            weight = weights[criterion] * factor
            new = _ranks(whole, {**weights, criterion: weight})
            moved = {id_: rank for id_, rank in new.items() if rank != ranks[id_]}
            leaders = {id_ for id_, rank in new.items() if rank == 1}
            yield Variation(criterion, change, weight, tuple(_order(new)), moved, leaders != first)
