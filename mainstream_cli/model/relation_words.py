"""Relations in the words that people use, for the manual, for findings and for documents.

Each relation of each shape is one sentence: what it is about, a colon, and what is asked of it.
"""

from collections.abc import Callable, Sequence
from functools import reduce

from mainstream_cli.language import Text, count, label, say, several, verbatim
from mainstream_cli.model.ages import DATED
from mainstream_cli.model.relations import DOCUMENTS, Comparison, Join, Not, Relation, Tally

Name = Callable[[str, str], str]
"""Gives the words for an id: ``name("question", id)``, and likewise for project, register, term and, with its register
before it, field: ``name("field", "actions.cost")``."""

_OPPOSITE = {"is": "is_not", "is_not": "is", "filled": "empty", "empty": "filled"}
_SET = {"filled": label("setting", "set"), "empty": label("setting", "not set yet")}
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
        kind = relation_in_words(tally.where, name, tally.register)
        return _of(tally, name, say("{found} of {all} of this kind: {kind}", found=found, all=among, kind=kind))
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
    if register or not words:
        return several(words, "and" if how == "all" else "or")
    return reduce(lambda first, then: several((first, then), "and" if how == "all" else "or"), words)


def _emptiness(parts: Sequence[Relation]) -> str:
    """Return ``filled`` or ``empty`` when that is asked of each of *parts*, and all are fields."""
    asked = {part.operator if isinstance(part, Comparison) and part.subject == "field" else "" for part in parts}
    return next(iter(asked & {"filled", "empty"}), "") if len(asked) == 1 else ""


def _subject(test: Comparison, name: Name, register: str) -> str:
    match test.subject:
        case "field":
            return name("field", f"{register}.{test.name}")
        case "note":
            return say("{question}, note", question=name("question", test.name))
        case "reason":
            return say("{question}, reason", question=name("question", test.name))
        case "by":
            return say("{question}, answered by", question=name("question", test.name))
    return name(test.subject, test.name)


def _compared(test: Comparison, name: Name, register: str) -> Text:
    subject = _subject(test, name, register)
    if test.operator in ("filled", "empty"):
        return _filled(test, subject)
    if test.operator in (*DATED, "told"):
        return _dated(test, subject)
    choices = test.operand if test.operator == "is_in" else [test.operand]
    value = several((name("term", str(choice)) for choice in choices), "or")
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


def _dated(test: Comparison, subject: str) -> Text:
    match test.operator, test.operand:
        case "within_months", months:
            months = int(str(months))
            return count(
                "{subject}: within the last {n} month",
                "{subject}: within the last {n} months",
                n=months,
                subject=subject,
            )
        case "ahead", True:
            return say("{subject}: not over", subject=subject)
        case "ahead", _:
            return say("{subject}: over", subject=subject)
        case "past", True:
            return say("{subject}: has come", subject=subject)
        case "past", _:
            return say("{subject}: still to come", subject=subject)
    return say("{subject}: a whole sentence that no other entry has", subject=subject)


def _filled(test: Comparison, subject: str) -> Text:
    match test.subject, test.operator:
        case "question", "filled":
            return say("{question}: answered", question=subject)
        case "question", _:
            return say("{question}: not answered yet", question=subject)
        case "project", operator:
            return say("{setting}: {state}", setting=subject, state=_SET[operator])
    if test.name == "left_out_because":
        return _LEFT_OUT[test.operator]
    return _field(subject, is_empty=test.operator == "empty")


def _field(fields: str, *, is_empty: bool) -> Text:
    return say("not filled in: {fields}", fields=fields) if is_empty else say("filled in: {fields}", fields=fields)


def _of(tally: Tally, name: Name, sentence: Text) -> Text:
    if tally.distinct:
        field = name("field", f"{tally.register}.{tally.distinct}")
        sentence = say("{sentence}; counted once for each: {field}", sentence=sentence, field=field)
    if tally.register.startswith(DOCUMENTS):
        question = name("question", tally.register.removeprefix(DOCUMENTS))
        return say("{question}, its documents: {sentence}", question=question, sentence=sentence)
    return say("{register}: {sentence}", register=name("register", tally.register), sentence=sentence)


def _tallied(tally: Tally, name: Name) -> Text:
    kind = relation_in_words(tally.where, name, tally.register) if tally.where is not None else None
    if tally.every is not None:
        return _of(tally, name, _every(kind, relation_in_words(tally.every, name, tally.register)))
    operator, number = tally.count or ("at_least", 1)
    return _of(tally, name, _entries(operator, number) if kind is None else _of_kind(operator, number, kind))


def _every(kind: Text | None, relation: Text) -> Text:
    if kind is None:
        return say("for every entry: {relation}", relation=relation)
    return say("for every entry of this kind: {kind}; needed: {relation}", kind=kind, relation=relation)


def _entries(operator: str, number: int) -> Text:
    if number == 0 and operator != "at_least":
        return say("no entry")
    match operator:
        case "at_least":
            return count("at least {n} entry", "at least {n} entries", n=number)
        case "at_most":
            return count("at most {n} entry", "at most {n} entries", n=number)
    return count("exactly {n} entry", "exactly {n} entries", n=number)


def _of_kind(operator: str, number: int, kind: Text) -> Text:
    if number == 0 and operator != "at_least":
        return say("none of this kind: {kind}", kind=kind)
    match operator:
        case "at_least":
            return say("at least {number} of this kind: {kind}", number=number, kind=kind)
        case "at_most":
            return say("at most {number} of this kind: {kind}", number=number, kind=kind)
    return say("exactly {number} of this kind: {kind}", number=number, kind=kind)
