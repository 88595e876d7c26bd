"""Whether relations hold, in three-valued logic: true, false or unknown (None)."""

import datetime
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from mainstream_cli.model import ages
from mainstream_cli.model.numbers import number
from mainstream_cli.model.relations import (
    NOT_APPLICABLE,
    RATINGS,
    UNKNOWN,
    UNREAD,
    Comparison,
    Facts,
    Join,
    Not,
    Relation,
    Tally,
)
from mainstream_cli.model.told import letters, told

MANY = 10**9
Truth = bool | None


def holds(relation: Relation, facts: Facts) -> Truth:
    """Tell whether a relation is true, false or unknown (None)."""
    return _holds(relation, facts, None)


def _holds(relation: Relation, facts: Facts, entry: object | None) -> Truth:
    match relation:
        case Join(how, parts):
            return join(how, (_holds(part, facts, entry) for part in parts))
        case Not(part):
            inner = _holds(part, facts, entry)
            return None if inner is None else not inner
        case Tally():
            return _counted(relation, facts)
    value = _value(relation, facts, entry)
    if relation.operator in ages.DATED:
        return None if value is UNREAD else ages.compared(value, relation.operator, relation.operand, facts.today)
    if relation.operator == "told":
        return None if value is UNREAD else told(value) and getattr(entry, "is_own", _any)(relation.name)
    order = () if relation.subject == "field" else facts.order(relation.subject, relation.name)
    return compare(value, relation.operator, relation.operand, order or RATINGS)


def _any(_: str) -> bool:
    return True


def _value(test: Comparison, facts: Facts, entry: object | None) -> object:
    return _field(entry, test.name) if test.subject == "field" else facts.value(test.subject, test.name)


def turning_days(relation: Relation, facts: Facts, entry: object | None = None) -> Iterator[datetime.date]:
    """Yield the days after which a test on a day turns from true to false, as far as days stand in the records."""
    match relation:
        case Join(_, parts):
            for part in parts:
                yield from turning_days(part, facts, entry)
        case Not(part):
            yield from turning_days(part, facts, entry)
        case Tally(register, where, _, every):
            inside = [part for part in (where, every) if part is not None]
            for found in facts.entries(register) if inside else ():
                for part in inside:
                    yield from turning_days(part, facts, found)
        case Comparison(_, _, operator, operand) if operator in ages.DATED:
            day = ages.turning_day(_value(relation, facts, entry), operator, operand)
            if day is not None:
                yield day


def chosen(relation: Relation, facts: Facts) -> Iterator[tuple[str, object]]:
    """Yield every entry that makes a true relation true, with its register; of alternatives, those that hold."""
    match relation:
        case Join(_, parts):
            for part in parts:
                if _holds(part, facts, None) is True:
                    yield from chosen(part, facts)
        case Comparison("reason" | "note", name, _, _):
            yield relation.subject, name
        case Tally(register, _, _, _):
            yield from ((register, entry) for entry, truth in _chosen(relation, facts) if truth is True)


def join(how: str, truths: Iterable[Truth]) -> Truth:
    """Join truths by ``all`` or ``any``: one deciding value decides, else unknown stays unknown."""
    deciding = how == "any"
    found: Truth = not deciding
    for truth in truths:
        if truth is deciding:
            return deciding
        found = None if truth is None else found
    return found


def tallied(tally: Tally, facts: Facts) -> tuple[int, int]:
    """Return how many entries of the register surely are of the kind meant, and how many entries it has."""
    found = _chosen(tally, facts)
    return sum(truth is True for _, truth in found), len(found)


def in_the_way(tally: Tally, facts: Facts) -> list[object]:
    """Return the entries of the kind meant that lack what every one needs, or where there should be none."""
    if tally.every is not None:
        of_kind = (entry for entry, truth in _chosen(tally, facts) if truth is True)
        return [entry for entry in of_kind if _holds(tally.every, facts, entry) is not True]
    none_wanted = tally.where is not None and (tally.count or ("", 1))[1] == 0
    return [entry for entry, truth in _chosen(tally, facts) if truth is True] if none_wanted else []


def _chosen(tally: Tally, facts: Facts) -> list[tuple[object, Truth]]:
    entries = facts.entries(tally.register)
    return [(entry, True if tally.where is None else _holds(tally.where, facts, entry)) for entry in entries]


def _counted(tally: Tally, facts: Facts) -> Truth:
    found = _chosen(tally, facts)
    if tally.every is not None:
        inside = [_holds(tally.every, facts, entry) for entry, truth in found if truth is not False]
        inside += [] if facts.whole(tally.register) else [None]
        return join("all", inside) if inside else None
    surely, perhaps = _number(tally, found, (True,)), _number(tally, found, (True, None))
    perhaps = perhaps if facts.whole(tally.register) else MANY
    operator, number = tally.count or ("at_least", 1)
    low, high = (compare(counted, operator, number, ()) for counted in (surely, perhaps))
    between = operator == "is" and surely < number < perhaps
    return low if low == high and not between else None


def _number(tally: Tally, found: list[tuple[object, Truth]], truths: tuple[Truth, ...]) -> int:
    counted = [entry for entry, truth in found if truth in truths]
    if not tally.distinct:
        return len(counted)
    return len({letters(value) for entry in counted if (value := _field(entry, tally.distinct))})


def compare(value: object, operator: str, operand: Any, order: tuple[str, ...]) -> Truth:
    """Apply one operator to one value; *order* lists the words of a scale from least to most."""
    if value is UNREAD:
        return None
    empty = value in (None, (), []) or (isinstance(value, str) and not any(map(str.isalnum, value)))
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
        case "is_in":
            return any(_same(one, choice) for one in _each(value) for choice in operand)
        case "includes":
            return any(_same(one, operand) for one in _each(value))
    return _ranked(value, operator, operand, order)


def _each(value: Any) -> Iterable[object]:
    return value if isinstance(value, list | tuple) else (value,)


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
