"""What stands of plain data that is wrong in places: its sound fields, and which were left out."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from mainstream_cli.model.readings import Names
from mainstream_cli.model.record import Path, Problem, R, parse


def salvage(
    cls: type[R],
    data: object,
    vocabulary: Mapping[str, Any],
    spare: Mapping[str, Any] = MappingProxyType({}),
    names: Names | None = None,
) -> tuple[R | None, list[Problem], list[Path]]:
    """Turn into a record what is sound in plain data: as ``parse``, and the paths of the fields that were left out.

    *spare* has values for fields that cannot be missing. Without a record the whole is lost: its path is (). A problem
    that arises from leaving a field out is not told.
    """
    record, problems = parse(cls, data, vocabulary, names)
    left = problems
    lost: list[Path] = []
    while record is None:
        fields = {_field(data, problem.path) for problem in left}
        if () in fields:
            needed = {key: spare[key] for key in spare if not isinstance(data, dict) or key not in data}
            if not isinstance(data, dict) or not needed:
                return None, problems, [()]
            data, fields = data | needed, {(key,) for key in needed}
            lost += sorted(fields)
            record, left = parse(cls, data, vocabulary)
            continue
        lost += sorted(fields, key=str)
        for path in fields:
            data = _without(data, path)
        record, left = parse(cls, data, vocabulary)
    return record, problems, lost


def _field(data: Any, path: Path) -> Path:
    """Return the innermost named field on the way to *path*: of a list, all is left out."""
    field: Path = ()
    for step in path:
        if not isinstance(data, dict) or step not in data:
            break
        data, field = data[step], (*field, step)
    return field


def _without(data: Any, path: Path) -> Any:
    first, *rest = path
    if not isinstance(data, dict) or first not in data:  # left out with what it stands in
        return data
    if not rest:
        return {key: value for key, value in data.items() if key != first}
    return data | {first: _without(data[first], tuple(rest))}
