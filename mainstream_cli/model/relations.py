"""The closed vocabulary of relations that ``when`` and the criteria of conditions use, in three-valued logic.

A relation is true, false or unknown (None). A test on a missing or ``unknown`` value is unknown, except ``filled``
and ``empty``, for which ``unknown`` counts as filled. ``not`` keeps unknown. ``every`` over no entries is unknown. On
what could not be read (``UNREAD``) every test is unknown. ``within_months``, ``ahead`` and ``past`` compare a day,
month or year with today; ``told`` asks whether a text says something that no other entry says too.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Protocol

from pydantic import BeforeValidator, InstanceOf, PlainSerializer, WithJsonSchema

from mainstream_cli.language import say
from mainstream_cli.model import ages

NOT_APPLICABLE = "not_applicable"
UNKNOWN = "unknown"
UNREAD = object()
"""The value of what could not be read: nothing is known of it, not even whether it is there."""
DOCUMENTS, JOURNAL = "documents_of.", "journal."
"""How the registers of relations begin that are none of the project: documents of an answer, entries of the journal."""
RATINGS = ("absent", "partly", "in_place")
OPERATORS = ("is", "is_not", "is_in", "includes", "at_least", "at_most", "filled", "empty", "told", *ages.DATED)
SUBJECTS = ("question", "note", "reason", "by", "project", "field")


@dataclass(frozen=True)
class Comparison:
    """One operator applied to a question, its note, reason or author, a setting or, inside ``where``, a field."""

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
    """A statement on the entries of a register: how many there are, or what ``every`` one of them fulfils.

    With ``distinct``, a field, entries count once for each value. Registers are those of the project,
    ``documents_of.QUESTION`` for the documents that an answer names, ``journal.sign_off`` and ``journal.decision``.
    """

    register: str
    where: "Relation | None"
    count: tuple[str, int] | None
    every: "Relation | None"
    distinct: str = ""


Relation = Annotated[
    InstanceOf[Comparison] | InstanceOf[Join] | InstanceOf[Not] | InstanceOf[Tally],
    BeforeValidator(lambda data: read(data)),  # noqa: PLW0108 - read is defined below
    PlainSerializer(lambda relation: relation_as_data(relation)),  # noqa: PLW0108
    WithJsonSchema({"title": "Relation"}),
]


class Facts(Protocol):
    """Where relations look values up, on the day ``today``."""

    @property
    def today(self) -> datetime.date:
        """The day that days are compared with."""

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
    if not keys <= {"register", "where", "count", "every", "distinct"} or ("count" in keys) == ("every" in keys):
        raise ValueError(
            say("a register relation has register, perhaps where, and either count, perhaps with distinct, or every")
        )
    where = read(data["where"]) if "where" in keys else None
    if "every" in keys:
        return Tally(str(data["register"]), where, None, read(data["every"]))
    count = data["count"]
    if not isinstance(count, Mapping) or len(count) != 1 or not set(count) <= {"at_least", "at_most", "is"}:
        raise ValueError(say("count is a block such as {example}", example="{at_least: 1}"))
    operator, number = next(iter(count.items()))
    return Tally(str(data["register"]), where, (operator, int(number)), None, str(data.get("distinct", "")))


def relation_as_data(relation: "Relation") -> dict[str, Any]:
    """Turn a relation back into the plain data that it was read from."""
    match relation:
        case Join(how, parts):
            return {how: [relation_as_data(part) for part in parts]}
        case Not(part):
            return {"not": relation_as_data(part)}
        case Tally(register, where, count, every, distinct):
            data: dict[str, Any] = {"register": register}
            data |= {} if where is None else {"where": relation_as_data(where)}
            data |= {"distinct": distinct} if distinct else {}
            return data | (
                {"every": relation_as_data(every)} if every is not None else {"count": dict([count or ("at_least", 1)])}
            )
    return {relation.subject: relation.name, relation.operator: relation.operand}


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
