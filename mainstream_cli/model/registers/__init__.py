"""The registers: what a team records, each a mapping id -> entry."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from pydantic.fields import FieldInfo

from mainstream_cli.model.record import Path, Record, record_in
from mainstream_cli.model.registers.actions import Action
from mainstream_cli.model.registers.actors import Body, Stakeholder
from mainstream_cli.model.registers.entry import Entry
from mainstream_cli.model.registers.evidence import Dataset, Figure, SourceDocument
from mainstream_cli.model.registers.links import Linkage, PlanGoal, Policy
from mainstream_cli.model.registers.process import Milestone, Risk, Session
from mainstream_cli.model.registers.results import Criterion, Indicator, Objective, Result
from mainstream_cli.model.types import Refers, Sensitive, Term

REGISTERS: dict[str, type[Entry]] = {
    "sources": SourceDocument,
    "figures": Figure,
    "datasets": Dataset,
    "stakeholders": Stakeholder,
    "bodies": Body,
    "policies": Policy,
    "plan_goals": PlanGoal,
    "linkages": Linkage,
    "criteria": Criterion,
    "objectives": Objective,
    "results": Result,
    "actions": Action,
    "indicators": Indicator,
    "risks": Risk,
    "milestones": Milestone,
    "sessions": Session,
}


@dataclass(frozen=True)
class FieldQuestion:
    """One field of a register in the shape of a question."""

    id: str
    text: str
    kind: str
    choices: str | None
    refers: tuple[str, ...]
    required: bool
    many: bool
    sensitive: bool = False
    inside: tuple["FieldQuestion", ...] = ()


def fields(register: str) -> list[FieldQuestion]:
    """Return the fields of a register as questions, in the order of the form; what ``gather`` keeps is no field."""
    return [field for field in fields_of(REGISTERS[register]) if field.id != "positions"]


def fields_of(cls: type[Record]) -> list[FieldQuestion]:
    """Return the fields of a record as questions; a field that holds blocks names their own fields in ``inside``."""
    return [_as_question(cls, name, info) for name, info in cls.model_fields.items()]


@cache
def sensitive_fields(register: str) -> frozenset[str]:
    """Return the names of the fields of a register that are kept in ``private/``."""
    return frozenset(field.id for field in fields(register) if field.sensitive)


def _as_question(cls: type[Record], name: str, info: FieldInfo) -> FieldQuestion:
    marks = list(_marks(info))
    term = next((mark.name for mark in marks if isinstance(mark, Term)), None)
    refers = next((mark.to for mark in marks if isinstance(mark, Refers)), ())
    sensitive = any(isinstance(mark, Sensitive) for mark in marks)
    many = "tuple" in str(info.annotation)
    kind = "reference" if refers else ("choices" if many else "choice") if term else _plain_kind(info)
    block = record_in(cls, name)
    inside = tuple(fields_of(block)) if block else ()
    return FieldQuestion(name, info.description or "", kind, term, refers, info.is_required(), many, sensitive, inside)


def _plain_kind(info: FieldInfo) -> str:
    words = str(info.annotation)
    if "registers." in words:
        return "block"
    if words.startswith("dict"):
        return "by year"
    if "Decimal" in words or "int" in words:
        return "number"
    return "date" if "datetime.date" in words else "text"


def _marks(info: FieldInfo) -> Iterator[Any]:
    yield from info.metadata
    yield from _marks_in(info.annotation)


def _marks_in(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        if not isinstance(part, type):
            yield from _marks_in(part)


@cache
def _references_of(cls: type[Record]) -> tuple[tuple[str, Refers], ...]:
    found = (
        (name, mark) for name, info in cls.model_fields.items() for mark in _marks(info) if isinstance(mark, Refers)
    )
    return tuple(found)


def references(record: Record, path: Path = ()) -> Iterator[tuple[Path, Refers, str]]:
    """Yield every reference in a record: the path of the field, where it may point to, and the id named."""
    cls = type(record)
    for name, refers in _references_of(cls):
        value = getattr(record, name)
        for place, each in _each(value, (*path, name)):
            yield place, refers, each
    for name in cls.model_fields:
        if record_in(cls, name) is not None:
            for place, each in _each(getattr(record, name), (*path, name)):
                yield from references(each, place)


def renamed(cls: type[Record], data: Any, names: Mapping[tuple[str, str], str]) -> Any:
    """Return plain *data* of a record with ids of other entries replaced; *names* maps (register, old id) to new."""
    if not isinstance(data, dict):
        return data
    result = dict(data)
    for name, refers in _references_of(cls):
        if name in result:
            result[name] = _with_names(result[name], refers, names)
    for name in cls.model_fields.keys() & result.keys():
        inner = record_in(cls, name)
        if inner is not None:
            value = result[name]
            many = isinstance(value, list)
            result[name] = [renamed(inner, each, names) for each in value] if many else renamed(inner, value, names)
    return result


def _with_names(value: Any, refers: Refers, names: Mapping[tuple[str, str], str]) -> Any:
    if isinstance(value, list):
        return list(dict.fromkeys(_with_names(each, refers, names) for each in value if isinstance(each, str)))
    return next((names[register, value] for register in refers.to if (register, value) in names), value)


def _each(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, tuple):
        yield from (((*path, index), each) for index, each in enumerate(value))
    elif value is not None:
        yield path, value
