"""Which entries a record names, and the same record with other names for them."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from mainstream_cli.model.record import Path, Record, record_in
from mainstream_cli.model.registers.definition import marks_of
from mainstream_cli.model.types import Refers


@cache
def references_of(cls: type[Record]) -> tuple[tuple[str, Refers], ...]:
    """Return the fields of a record class that hold references, each with where it may point to."""
    found = ((name, mark) for name in cls.model_fields for mark in marks_of(cls, name) if isinstance(mark, Refers))
    return tuple(found)


def references(record: Record, path: Path = ()) -> Iterator[tuple[Path, Refers, str]]:
    """Yield every reference in a record: the path of the field, where it may point to, and the id named."""
    cls = type(record)
    for name, refers in references_of(cls):
        value = getattr(record, name)
        for place, id_ in _each(value, (*path, name)):
            yield place, refers, id_
    for name in cls.model_fields:
        if record_in(cls, name) is not None:
            for place, inner in _each(getattr(record, name), (*path, name)):
                yield from references(inner, place)


def renamed(cls: type[Record], data: Any, names: Mapping[tuple[str, str], str]) -> Any:
    """Return plain *data* of a record with ids of other entries replaced; *names* maps (register, old id) to new."""
    if not isinstance(data, dict):
        return data
    result = dict(data)
    for name, refers in references_of(cls):
        if name in result:
            result[name] = _with_names(result[name], refers, names)
    for name in cls.model_fields.keys() & result.keys():
        inner = record_in(cls, name)
        if inner is not None:
            value = result[name]
            many = isinstance(value, list)
            result[name] = [renamed(inner, item, names) for item in value] if many else renamed(inner, value, names)
    return result


def _with_names(value: Any, refers: Refers, names: Mapping[tuple[str, str], str]) -> Any:
    if isinstance(value, list):
        return list(dict.fromkeys(_with_names(item, refers, names) for item in value if isinstance(item, str)))
    return next((names[register, value] for register in refers.to if (register, value) in names), value)


def _each(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, tuple):
        yield from (((*path, index), item) for index, item in enumerate(value))
    elif value is not None:
        yield path, value
