"""Where an item of content stands: file, line and column, looked up only when a finding needs it."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from mainstream_cli import yamlfile
from mainstream_cli.language import say
from mainstream_cli.model.finding import Finding, Place
from mainstream_cli.model.project import Ref
from mainstream_cli.model.record import Path as DataPath
from mainstream_cli.model.record import Problem

Key = tuple[str, str]


def place_in(document: yamlfile.Document, file: str, path: DataPath) -> Place:
    """Return the line and column of a path of keys in *document*, or of the nearest key above it."""
    for length in range(len(path), 0, -1):
        at = tuple(path[:length])
        mark = document.key_marks.get(at) if length < len(path) or length == 1 else None
        mark = mark or document.marks.get(at) or document.key_marks.get(at)
        if mark:
            return Place(file, mark.line, mark.column)
    return Place(file, 1, 1)


def yaml_finding(code: str, file: str, problem: yamlfile.YamlProblem) -> Finding:
    """Return the finding for a file that cannot be read."""
    return Finding(
        code, "error", problem.message, problem.action, place=Place(file, problem.line or 0, problem.column or 0)
    )


def problem_finding(problem: Problem, place: Place) -> Finding:
    """Return the finding for data that is not as its record wants it."""
    name = ".".join(str(step) for step in problem.path)
    message = say("{field}: {problem}", field=name, problem=problem.message) if name else problem.message
    return Finding("L01", "error", message, problem.action, place=place)


class Places:
    """Finds items in the files of folders of content; reads nothing before the first question."""

    def __init__(self, *folders: tuple[Path, str]) -> None:
        self.folders = folders

    def locate(self, ref: Ref) -> Place:
        """Return the place of an item; a reworded field stands where the new words are."""
        wording = self._index.get(("wording", ref.id))
        if wording and ref.path and (*wording[2], ref.path[0]) in wording[1].marks:
            file, document, path = wording
        elif (ref.kind, ref.id) in self._index:
            file, document, path = self._index[ref.kind, ref.id]
        else:
            return Place(next((label for _, label in self.folders), ""))
        return place_in(document, file, (*path, *ref.path))

    @cached_property
    def _index(self) -> dict[Key, tuple[str, yamlfile.Document, DataPath]]:
        found: dict[Key, tuple[str, yamlfile.Document, DataPath]] = {}
        for folder, label in self.folders:
            for file in sorted(folder.rglob("*.yaml")):
                try:
                    document = yamlfile.read(file)
                except yamlfile.YamlProblem:
                    continue
                name = f"{label}/{file.relative_to(folder).as_posix()}"
                for key, path in _items(document.data):
                    found[key] = (name, document, path)
        return found


def _items(data: Any) -> Iterator[tuple[Key, DataPath]]:
    """Yield every item that a file of content holds, by kind and id, with its path."""
    if not isinstance(data, dict):
        return
    yield from _sheet(data, ())
    for kind in ("wording", "switch_off", "works", "lists", "moved", "retired", "roles"):
        block = data.get(kind)
        if isinstance(block, dict):
            yield from (((kind, str(id_)), (kind, id_)) for id_ in block)
    for place, condition in _blocks(data, "conditions", ()):
        yield ("conditions", str(condition.get("code"))), place
    for place, sector in _blocks(data, "sectors", ()):
        yield from _sheet(sector, place)
    for place, term in _blocks(data, "terms", ()):
        yield ("terms", str(term.get("id"))), place
    for place, question in _blocks(data, "questions", ()):
        yield ("questions", str(question.get("id"))), place


def _sheet(sheet: dict[str, Any], at: DataPath) -> Iterator[tuple[Key, DataPath]]:
    if "id" in sheet:
        yield ("sheets", str(sheet["id"])), at
    for place, section in _blocks(sheet, "sections", at):
        yield ("sections", str(section.get("title"))), place
        for where, question in _blocks(section, "questions", place):
            yield ("questions", str(question.get("id"))), where


def _blocks(data: dict[str, Any], name: str, at: DataPath) -> Iterator[tuple[DataPath, dict[str, Any]]]:
    listing = data.get(name)
    for index, block in enumerate(listing if isinstance(listing, list) else ()):
        if isinstance(block, dict):
            yield (*at, name, index), block
