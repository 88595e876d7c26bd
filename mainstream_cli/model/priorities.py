"""What comes out of scoring candidate objectives: an order with everything that it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any


@dataclass(frozen=True)
class Candidate:
    """A candidate objective with a score on every criterion that counts."""

    id: str
    title: str
    rank: int
    score: Fraction
    means: Mapping[str, Fraction]
    by_table: Mapping[str, Fraction]
    left_out_because: str | None
    trade_offs: str | None

    def as_data(self) -> dict[str, Any]:
        """Return the candidate as JSON carries it."""
        return {
            **vars(self),
            "score": _written(self.score),
            "means": {id_: _written(mean) for id_, mean in self.means.items()},
            "by_table": {table: _written(score) for table, score in self.by_table.items()},
        }


@dataclass(frozen=True)
class Unscored:
    """A candidate that has no place in the order, and the criteria on which nobody scored it."""

    id: str
    title: str
    missing: tuple[str, ...]
    left_out_because: str | None


@dataclass(frozen=True)
class Variation:
    """The order under other weights: ``moved`` maps the candidates whose rank changes to the new rank."""

    criterion: str
    change: str
    weight: Fraction
    order: tuple[str, ...]
    moved: Mapping[str, int]
    first_changes: bool


@dataclass(frozen=True)
class Priorities:
    """Criteria with their weights, tables that scored, the order, what has none, and how firm the order is."""

    weights: Mapping[str, Fraction]
    titles: Mapping[str, str]
    tables: tuple[str, ...]
    ranking: tuple[Candidate, ...]
    unscored: tuple[Unscored, ...]
    variations: tuple[Variation, ...]

    def as_data(self) -> dict[str, Any]:
        """Return all of it as JSON carries it; numbers are texts with two decimals."""
        criteria = self.weights.items()
        return {
            "criteria": [
                {"id": id_, "title": self.titles[id_], "weight": _written(weight)} for id_, weight in criteria
            ],
            "tables": self.tables,
            "ranking": [candidate.as_data() for candidate in self.ranking],
            "unscored": [vars(candidate) for candidate in self.unscored],
            "sensitivity": [{**vars(varied), "weight": _written(varied.weight)} for varied in self.variations],
        }


def _written(value: Fraction) -> str:
    return f"{float(value):.2f}"
