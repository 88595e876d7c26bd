"""Relations in the words that people use, for the manual, for findings and for documents."""

from collections.abc import Callable, Iterable

from mainstream_cli.model.relations import Comparison, Join, Not, Relation, Tally

Name = Callable[[str, str], str]
"""Gives the words for an id: ``name("question", id)``, and likewise for project, field, register and term."""

_OPERATORS = {
    "is": "is",
    "is_not": "is not",
    "includes": "includes",
    "at_least": "is at least",
    "at_most": "is at most",
}
_FILLED = {
    "question": {"filled": "is answered", "empty": "is not answered yet"},
    "project": {"filled": "is set", "empty": "is not set yet"},
    "field": {"filled": "is filled in", "empty": "is not filled in"},
}
_HAVING = {"filled": "with", "empty": "without"}
_SAID = {("left_out_because", "empty"): "kept", ("left_out_because", "filled"): "left out"}


def relation_in_words(relation: Relation, name: Name) -> str:
    """Say a relation in words."""
    match relation:
        case Join(how, parts):
            return (" and " if how == "all" else " or ").join(_bracketed(part, name) for part in parts)
        case Not(part):
            return f"not ({relation_in_words(part, name)})"
        case Tally():
            return _tally_in_words(relation, name)
    subject = name(relation.subject, relation.name)
    if relation.operator in _HAVING:
        return f"{subject} {_FILLED[relation.subject][relation.operator]}"
    return f"{subject} {_OPERATORS[relation.operator]} {name('term', str(relation.operand))}"


def shortfall(tally: Tally, found: int, among: int, name: Name) -> str:
    """Say what a register lacks that does not fulfil *tally*; *found* of *among* entries are of the kind meant."""
    register = name("register", tally.register)
    what = _entry(tally.where, name)
    operator, number = tally.count or ("at_least", 1)
    if tally.every is not None:
        return f"needed: {relation_in_words(tally, name)}"
    if number == 0 and tally.where is not None:
        having = what.removeprefix("entry ").removeprefix("that is ")
        return f"{found} of {among} {register} are {having}"
    if found == 0 and operator != "at_most":
        return f"no {what} is recorded in {register}"
    return f"recorded in {register}: {found}; needed: {_OPERATORS[operator].removeprefix('is ')} {number} {what}"


def _tally_in_words(tally: Tally, name: Name) -> str:
    register = name("register", tally.register)
    what = _entry(tally.where, name)
    if tally.every is not None:
        return f"for every {what} in {register}, {relation_in_words(tally.every, name)}"
    operator, number = tally.count or ("at_least", 1)
    if number == 0 and operator != "at_least":
        return f"no {what} is recorded in {register}"
    amount = _OPERATORS[operator].removeprefix("is ").replace("is", "exactly")
    return f"{amount} {'one' if number == 1 else number} {what} is recorded in {register}"


def _entry(where: Relation | None, name: Name) -> str:
    """Name the entries meant: "national focal point in place", "entry without cost or funding"."""
    if where is None:
        return "entry"
    parts = where.parts if isinstance(where, Join) and where.how == "all" else (where,)
    kinds = [_quality(part, name) for part in parts if _names_kind(part)]
    qualities = " and ".join(_quality(part, name) for part in parts if not _names_kind(part))
    if kinds:
        return f"{' and '.join(kinds)} {qualities}".strip()
    return f"entry {qualities}" if qualities.startswith(tuple(_HAVING.values())) else f"entry that is {qualities}"


def _names_kind(part: Relation) -> bool:
    if isinstance(part, Join):
        return part.how == "any" and all(_names_kind(inner) for inner in part.parts)
    return isinstance(part, Comparison) and (part.name, part.operator) == ("kind", "is")


def _quality(part: Relation, name: Name) -> str:
    match part:
        case Comparison(_, field, operator, _) if (field, operator) in _SAID:
            return _SAID[field, operator]
        case Join("any", parts) if (
            shared := {inner.operator for inner in parts if isinstance(inner, Comparison)}
        ) and (len(shared) == 1 and shared <= _HAVING.keys()):
            names = (name(inner.subject, inner.name) for inner in parts if isinstance(inner, Comparison))
            return f"{_HAVING[shared.pop()]} {_either(names)}"
        case Join("any", parts):
            return _either(_quality(inner, name) for inner in parts)
        case Comparison(subject, field, operator, _) if operator in _HAVING:
            return f"{_HAVING[operator]} {name(subject, field)}"
        case Comparison(_, _, "is" | "is_not" as operator, operand):
            return f"{'not ' if operator == 'is_not' else ''}{name('term', str(operand))}"
    return relation_in_words(part, name)


def _either(words: Iterable[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last


def _bracketed(part: Relation, name: Name) -> str:
    words = relation_in_words(part, name)
    return f"({words})" if isinstance(part, Join) else words
