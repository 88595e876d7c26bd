"""What comes out of scoring candidate objectives: an order with everything that it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction


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
