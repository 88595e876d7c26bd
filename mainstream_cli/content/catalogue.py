"""Reads ``checklists/`` into a catalogue and refuses content that is not sound."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from mainstream_cli import yamlfile
from mainstream_cli.content.bundle import content_dir
from mainstream_cli.errors import MainstreamError
from mainstream_cli.model.catalogue import Catalogue, Condition, Content, Sector, Stage, TermList, Work
from mainstream_cli.model.record import parse

C = TypeVar("C", bound=Content)


def load_catalogue(folder: Path | None = None) -> Catalogue:
    """Read the catalogue from *folder*, by default the shipped ``checklists/``.

    Raises:
        MainstreamError: a file cannot be read or an item is not as it should be; the message names the file.
    """
    folder = folder or content_dir("checklists")
    index = _read(folder / "catalogue.yaml")
    words = _read(folder / "vocabulary.yaml")
    lists = {name: _record(TermList, data, "vocabulary.yaml", {}) for name, data in words["lists"].items()}
    terms: dict[str, Any] = {name: each.terms for name, each in lists.items()}
    return Catalogue(
        edition=index["edition"],
        title=index["title"],
        about=index["about"],
        sha256=_digest(folder),
        stages=tuple(
            _sheet(Stage, folder / "stages" / f"{id_}.yaml", number, terms)
            for number, id_ in _numbered(index["stages"])
        ),
        sectors=tuple(
            _sheet(Sector, folder / "sectors" / f"{id_}.yaml", f"S{number}", terms)
            for number, id_ in _numbered(index["sectors"])
        ),
        conditions=tuple(
            _record(Condition, data, "conditions.yaml", terms)
            for data in _read(folder / "conditions.yaml")["conditions"]
        ),
        lists=lists,
        answers=words["answers"],
        works={
            key: _record(Work, data, "bibliography.yaml", {})
            for key, data in _read(folder / "bibliography.yaml")["works"].items()
        },
        moved=index["moved"],
        retired=index["retired"],
    )


def _numbered(ids: list[str]) -> Iterator[tuple[str, str]]:
    for number, id_ in enumerate(ids, start=1):
        yield str(number), id_


def _sheet(cls: type[C], path: Path, number: str, terms: dict[str, Any]) -> C:
    data = _read(path)
    data["number"] = number
    for section_number, section in enumerate(data["sections"], start=1):
        for question_number, question in enumerate(section["questions"], start=1):
            question["number"] = f"{number}.{section_number}.{question_number}"
            question["home"] = data["id"]
    return _record(cls, data, path.name, terms)


def _record(cls: type[C], data: object, name: str, terms: dict[str, Any]) -> C:
    record, problems = parse(cls, data, terms)
    if record is None:
        first = problems[0]
        place = ".".join(str(step) for step in first.path)
        raise MainstreamError(
            f"{name}: {place}: {first.message}", action=first.action, where=f"checklists/{name}", code="L01"
        )
    return record


def _read(path: Path) -> Any:
    try:
        return yamlfile.read(path).data
    except yamlfile.YamlProblem as problem:
        where = f"checklists/{path.name}:{problem.line}:{problem.column}"
        raise MainstreamError(problem.message, action=problem.action, where=where, code="L01") from problem


def _digest(folder: Path) -> str:
    """Digest the content files so that line endings of a checkout make no difference."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.yaml"), key=lambda each: each.relative_to(folder).as_posix()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\n")
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()
