"""The closed vocabulary of relations that ``when`` and the criteria of conditions use, in three-valued logic.

A relation is true, false or unknown (None). A test on a missing or ``unknown`` value is unknown, except ``filled``
and ``empty``, for which ``unknown`` counts as filled. ``not`` keeps unknown. ``every`` over no entries is unknown. On
what could not be read (``UNREAD``) every test is unknown.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Protocol

from pydantic import BeforeValidator, InstanceOf, PlainSerializer, WithJsonSchema

from mainstream_cli.language import say
from mainstream_cli.model.numbers import number

NOT_APPLICABLE = "not_applicable"
UNKNOWN = "unknown"
UNREAD = object()
"""The value of what could not be read: nothing is known of it, not even whether it is there."""
RATINGS = ("absent", "partly", "in_place")
OPERATORS = ("is", "is_not", "includes", "at_least", "at_most", "filled", "empty")
SUBJECTS = ("question", "project", "field")
MANY = 10**9
Truth = bool | None


@dataclass(frozen=True)
class Comparison:
    """One operator applied to a question, a setting of the project or, inside ``where``, a field of an entry."""

    subject: str
    name: str
    operator: str
    operand: Any


@dataclass(frozen=True)
class Join:
    """Several relations of which ``all`` or ``any`` must hold."""

    how: str
    parts: tuple["Relation", ...]


@dataclass(frozen=True)
class Not:
    """The opposite of a relation."""

    part: "Relation"


@dataclass(frozen=True)
class Tally:
    """A statement on the entries of a register: how many there are, or what ``every`` one of them fulfils."""

    register: str
    where: "Relation | None"
    count: tuple[str, int] | None
    every: "Relation | None"


Relation = Annotated[
    InstanceOf[Comparison] | InstanceOf[Join] | InstanceOf[Not] | InstanceOf[Tally],
    BeforeValidator(lambda data: read(data)),  # noqa: PLW0108 - read is defined below
    PlainSerializer(lambda relation: relation_as_data(relation)),  # noqa: PLW0108
    WithJsonSchema({"title": "Relation"}),
]


class Facts(Protocol):
    """Where relations look values up."""

    def value(self, subject: str, name: str) -> object:
        """Return the value of a question or of a setting, None when there is none, UNREAD when nobody can tell."""

    def order(self, subject: str, name: str) -> tuple[str, ...]:
        """Return the terms of a question from least to most, empty when they have no order."""

    def entries(self, register: str) -> Iterable[object]:
        """Return the entries of a register; a field that could not be read has the value UNREAD."""

    def whole(self, register: str) -> bool:
        """Tell whether a register was read to its last entry."""


def read(data: Any) -> "Relation":
    """Turn plain data into a relation.

    Raises:
        ValueError: the data is not a relation; the text says what is wrong.
    """
    if not isinstance(data, Mapping):
        raise ValueError(say("a relation is a block such as {example}", example="{question: id, is: in_place}"))
    keys = set(data)
    match keys:
        case _ if keys in ({"all"}, {"any"}):
            how = next(iter(keys))
            return Join(how, tuple(read(part) for part in data[how]))
        case _ if keys == {"not"}:
            return Not(read(data["not"]))
        case _ if "register" in keys:
            return _tally(data, keys)
    return _test(data, keys)


def _test(data: Mapping[str, Any], keys: set[str]) -> Comparison:
    subject = [key for key in SUBJECTS if key in keys]
    operator = [key for key in OPERATORS if key in keys]
    if len(subject) != 1 or len(operator) != 1 or len(keys) != 2:  # noqa: PLR2004
        message = say(
            "a relation that names one of {subjects} and one of {operators}; found {keys}",
            subjects=", ".join(SUBJECTS),
            operators=", ".join(OPERATORS),
            keys=str(sorted(keys)),
        )
        raise ValueError(message)
    return Comparison(subject[0], str(data[subject[0]]), operator[0], data[operator[0]])


def _tally(data: Mapping[str, Any], keys: set[str]) -> Tally:
    if not keys <= {"register", "where", "count", "every"} or ("count" in keys) == ("every" in keys):
        raise ValueError(say("a register relation has register, perhaps where, and either count or every"))
    where = read(data["where"]) if "where" in keys else None
    if "every" in keys:
        return Tally(str(data["register"]), where, None, read(data["every"]))
    count = data["count"]
    if not isinstance(count, Mapping) or len(count) != 1 or not set(count) <= {"at_least", "at_most", "is"}:
        raise ValueError(say("count is a block such as {example}", example="{at_least: 1}"))
    operator, number = next(iter(count.items()))
    return Tally(str(data["register"]), where, (operator, int(number)), None)


def relation_as_data(relation: "Relation") -> dict[str, Any]:
    """Turn a relation back into the plain data that it was read from."""
    match relation:
        case Join(how, parts):
            return {how: [relation_as_data(part) for part in parts]}
        case Not(part):
            return {"not": relation_as_data(part)}
        case Tally(register, where, count, every):
            data: dict[str, Any] = {"register": register}
            data |= {} if where is None else {"where": relation_as_data(where)}
            return data | (
                {"every": relation_as_data(every)} if every is not None else {"count": dict([count or ("at_least", 1)])}
            )
    return {relation.subject: relation.name, relation.operator: relation.operand}


def holds(relation: "Relation", facts: Facts) -> Truth:
    """Tell whether a relation is true, false or unknown (None)."""
    return _holds(relation, facts, None)


def _holds(relation: "Relation", facts: Facts, entry: object | None) -> Truth:
    match relation:
        case Join(how, parts):
            return join(how, (_holds(part, facts, entry) for part in parts))
        case Not(part):
            inner = _holds(part, facts, entry)
            return None if inner is None else not inner
        case Tally():
            return _counted(relation, facts)
        case Comparison("field", name, operator, operand):
            return compare(_field(entry, name), operator, operand, RATINGS)
    order = facts.order(relation.subject, relation.name) or RATINGS
    return compare(facts.value(relation.subject, relation.name), relation.operator, relation.operand, order)


def join(how: str, truths: Iterable[Truth]) -> Truth:
    """Join truths by ``all`` or ``any``: one deciding value decides, else unknown stays unknown."""
    values = list(truths)
    deciding = how == "any"
    if deciding in values:
        return deciding
    return None if None in values else not deciding


def tallied(tally: Tally, facts: Facts) -> tuple[int, int]:
    """Return how many entries of the register surely are of the kind meant, and how many entries it has."""
    chosen = _chosen(tally, facts)
    return sum(truth is True for _, truth in chosen), len(chosen)


def in_the_way(tally: Tally, facts: Facts) -> list[object]:
    """Return the entries of the kind meant where there should be none; empty for every other test."""
    none_wanted = tally.every is None and tally.where is not None and (tally.count or ("", 1))[1] == 0
    return [entry for entry, truth in _chosen(tally, facts) if truth is True] if none_wanted else []


def _chosen(tally: Tally, facts: Facts) -> list[tuple[object, Truth]]:
    entries = facts.entries(tally.register)
    return [(entry, True if tally.where is None else _holds(tally.where, facts, entry)) for entry in entries]


def _counted(tally: Tally, facts: Facts) -> Truth:
    chosen = _chosen(tally, facts)
    if tally.every is not None:
        inside = [_holds(tally.every, facts, entry) for entry, truth in chosen if truth is not False]
        inside += [] if facts.whole(tally.register) else [None]
        return join("all", inside) if inside else None
    surely = sum(truth is True for _, truth in chosen)
    perhaps = surely + sum(truth is None for _, truth in chosen) if facts.whole(tally.register) else MANY
    operator, number = tally.count or ("at_least", 1)
    low, high = (compare(counted, operator, number, ()) for counted in (surely, perhaps))
    between = operator == "is" and surely < number < perhaps
    return low if low == high and not between else None


def compare(value: object, operator: str, operand: Any, order: tuple[str, ...]) -> Truth:
    """Apply one operator to one value; *order* lists the words of a scale from least to most."""
    if value is UNREAD:
        return None
    empty = value is None or value in ("", (), [])
    match operator:
        case "filled":
            return not empty
        case "empty":
            return empty
    if empty or value == UNKNOWN:
        return None
    match operator:
        case "is":
            return _same(value, operand)
        case "is_not":
            return not _same(value, operand)
        case "includes":
            return operand in value if isinstance(value, list | tuple) else _same(value, operand)
    return _ranked(value, operator, operand, order)


def _same(value: object, operand: object) -> bool:
    return value == operand or str(value) == str(operand)


def _ranked(value: object, operator: str, operand: object, order: tuple[str, ...]) -> Truth:
    if value == NOT_APPLICABLE:
        return False
    ranks = [_rank(side, order) for side in (value, operand)]
    if None in ranks:
        return None
    left, right = ranks
    return bool(left >= right if operator == "at_least" else left <= right)  # type: ignore[operator]


def _rank(value: object, order: tuple[str, ...]) -> Decimal | None:
    if isinstance(value, str) and value in order:
        return Decimal(order.index(value))
    return number(value)


def _field(entry: object, name: str) -> object:
    for step in name.split("."):
        entry = entry if entry is UNREAD else getattr(entry, step, None)
    return entry


def leaves(relation: "Relation") -> Iterator[Comparison | Tally]:
    """Yield the tests and tallies that a relation is made of, in order."""
    match relation:
        case Join(_, parts):
            for part in parts:
                yield from leaves(part)
        case Not(part):
            yield from leaves(part)
        case _:
            yield relation
