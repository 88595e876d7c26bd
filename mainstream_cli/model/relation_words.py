"""Relations in the words that people use, for the manual, for findings and for documents.

Each relation of each shape is one sentence: what it is about, a colon, and what is asked of it.
"""

from collections.abc import Callable, Sequence

from mainstream_cli.language import Text, count, label, say, several, verbatim
from mainstream_cli.model.relations import Comparison, Join, Not, Relation, Tally

Name = Callable[[str, str], str]
"""Gives the words for an id: ``name("question", id)``, and likewise for project, register, term and, with its register
before it, field: ``name("field", "actions.cost")``."""

_OPPOSITE = {"is": "is_not", "is_not": "is", "filled": "empty", "empty": "filled"}
_LEFT_OUT = {"filled": label("status", "left out"), "empty": label("status", "kept")}


def relation_in_words(relation: Relation, name: Name, register: str = "") -> Text:
    """Say a relation in words; fields are those of *register*."""
    match relation:
        case Join(how, parts):
            return _joined(how, parts, name, register)
        case Not(Comparison(subject, id_, operator, operand)) if operator in _OPPOSITE:
            return _compared(Comparison(subject, id_, _OPPOSITE[operator], operand), name, register)
        case Not(part):
            return say("not the case: {relation}", relation=relation_in_words(part, name, register))
        case Tally():
            return _tallied(relation, name)
    return _compared(relation, name, register)


def shortfall(tally: Tally, found: int, among: int, name: Name) -> Text:
    """Say what a register lacks that does not fulfil *tally*; *found* of *among* entries are of the kind meant."""
    operator, number = tally.count or ("at_least", 1)
    if tally.every is not None:
        return say("needed: {relation}", relation=relation_in_words(tally, name))
    if number == 0 and tally.where is not None:
        register, kind = name("register", tally.register), relation_in_words(tally.where, name, tally.register)
        return say("{register}: {kind} ({found} of {all})", register=register, kind=kind, found=found, all=among)
    if found == 0 and operator != "at_most":
        return _tallied(Tally(tally.register, tally.where, ("is", 0), None), name)
    return say("recorded: {found}; needed: {relation}", found=found, relation=relation_in_words(tally, name))


def _joined(how: str, parts: Sequence[Relation], name: Name, register: str) -> Text:
    """Join relations; of several fields of which one is filled in, or not, only the names are listed."""
    asked = _emptiness(parts)
    if how == "any" and asked:
        fields = (_subject(part, name, register) for part in parts if isinstance(part, Comparison))
        return _field(several(fields, "or"), is_empty=asked == "empty")
    words = [relation_in_words(part, name, register) for part in parts]
    for place, part in enumerate(parts if len(parts) > 1 else ()):
        if isinstance(part, Join) and not _emptiness(part.parts):
            words[place] = say("({relation})", relation=words[place])
    return several(words, "and" if how == "all" else "or")


def _emptiness(parts: Sequence[Relation]) -> str:
    """Return ``filled`` or ``empty`` when that is asked of each of *parts*, and all are fields."""
    asked = {part.operator if isinstance(part, Comparison) and part.subject == "field" else "" for part in parts}
    return next(iter(asked & {"filled", "empty"}), "") if len(asked) == 1 else ""


def _subject(test: Comparison, name: Name, register: str) -> str:
    return name(test.subject, f"{register}.{test.name}" if test.subject == "field" else test.name)


def _compared(test: Comparison, name: Name, register: str) -> Text:
    subject = _subject(test, name, register)
    if test.operator in ("filled", "empty"):
        return _filled(test, subject)
    value = name("term", str(test.operand))
    match test.operator:
        case "is_not":
            return say("{subject}: other than {value}", subject=subject, value=value)
        case "includes":
            return say("{subject}: includes {value}", subject=subject, value=value)
        case "at_least":
            return say("{subject}: at least {value}", subject=subject, value=value)
        case "at_most":
            return say("{subject}: at most {value}", subject=subject, value=value)
    return verbatim(value) if test.subject == "field" else say("{subject}: {value}", subject=subject, value=value)


def _filled(test: Comparison, subject: str) -> Text:
    match test.subject, test.operator:
        case "question", "filled":
            return say("{question}: answered", question=subject)
        case "question", _:
            return say("{question}: not answered yet", question=subject)
        case "project", "filled":
            return say("{setting}: set", setting=subject)
        case "project", _:
            return say("{setting}: not set yet", setting=subject)
    if test.name == "left_out_because":
        return _LEFT_OUT[test.operator]
    return _field(subject, is_empty=test.operator == "empty")


def _field(fields: str, *, is_empty: bool) -> Text:
    return say("not filled in: {fields}", fields=fields) if is_empty else say("filled in: {fields}", fields=fields)


def _tallied(tally: Tally, name: Name) -> Text:
    register = name("register", tally.register)
    kind = relation_in_words(tally.where, name, tally.register) if tally.where is not None else None
    if tally.every is not None:
        every = relation_in_words(tally.every, name, tally.register)
        return _every(register, kind, every)
    operator, number = tally.count or ("at_least", 1)
    if number == 0 and operator != "at_least":
        if kind is None:
            return say("{register}: no entry", register=register)
        return say("{register}: none of this kind: {kind}", register=register, kind=kind)
    return _counted(operator, number, register) if kind is None else _of_kind(operator, number, register, kind)


def _every(register: str, kind: Text | None, relation: Text) -> Text:
    if kind is None:
        return say("{register}: for every entry: {relation}", register=register, relation=relation)
    return say(
        "{register}: for every entry of this kind: {kind}; needed: {relation}",
        register=register,
        kind=kind,
        relation=relation,
    )


def _counted(operator: str, number: int, register: str) -> Text:
    match operator:
        case "at_least":
            return count(
                "{register}: at least {n} entry", "{register}: at least {n} entries", n=number, register=register
            )
        case "at_most":
            return count(
                "{register}: at most {n} entry", "{register}: at most {n} entries", n=number, register=register
            )
    return count("{register}: exactly {n} entry", "{register}: exactly {n} entries", n=number, register=register)


def _of_kind(operator: str, number: int, register: str, kind: Text) -> Text:
    match operator:
        case "at_least":
            return say(
                "{register}: at least {number} of this kind: {kind}", register=register, number=number, kind=kind
            )
        case "at_most":
            return say("{register}: at most {number} of this kind: {kind}", register=register, number=number, kind=kind)
    return say("{register}: exactly {number} of this kind: {kind}", register=register, number=number, kind=kind)
