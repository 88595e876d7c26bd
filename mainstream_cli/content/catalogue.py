"""Reads ``checklists/`` into a catalogue; what is not sound is a finding with its place."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from mainstream_cli import yamlfile
from mainstream_cli.content.bundle import content_dir
from mainstream_cli.content.places import place_in, problem_finding, yaml_finding
from mainstream_cli.errors import MainstreamError
from mainstream_cli.model.catalogue import Catalogue, Content, Sector, Stage
from mainstream_cli.model.content_files import Bibliography, Conditions, Index, Vocabulary
from mainstream_cli.model.finding import Finding, Place
from mainstream_cli.model.record import parse
from mainstream_cli.reading import read_bytes

C = TypeVar("C", bound=Content)
S = TypeVar("S", Stage, Sector)
LABEL = "checklists"


def load_catalogue(folder: Path | None = None) -> Catalogue:
    """Read the catalogue from *folder*, by default the shipped ``checklists/``.

    Raises:
        MainstreamError: a file cannot be read or an item is not as it should be; the message names the place.
    """
    catalogue, findings = read_catalogue(folder or content_dir("checklists"))
    if catalogue is None or findings:
        first = findings[0]
        place = first.place
        where = f"{place.file}:{place.line}:{place.column}" if place and place.line else place.file if place else ""
        raise MainstreamError(first.message, action=first.action, where=where, code=first.code)
    return catalogue


def read_catalogue(folder: Path, label: str = LABEL) -> tuple[Catalogue | None, list[Finding]]:
    """Read the catalogue from *folder*, which findings call *label*; None when something in it cannot be used."""
    reader = _Reader(folder, label)
    index = reader.record(Index, "catalogue.yaml", {})
    words = reader.record(Vocabulary, "vocabulary.yaml", {})
    if index is None or words is None:
        return None, reader.findings
    terms: dict[str, Any] = {name: each.terms for name, each in words.lists.items()}
    stages = reader.sheets(Stage, "stages", _numbered(index.stages), terms)
    sectors = reader.sheets(Sector, "sectors", _numbered(index.sectors, "S"), terms)
    conditions = reader.record(Conditions, "conditions.yaml", terms)
    works = reader.record(Bibliography, "bibliography.yaml", {})
    if conditions is None or works is None or reader.findings:
        return None, reader.findings
    catalogue = Catalogue(
        edition=index.edition,
        title=index.title,
        about=index.about,
        sha256=_digest(folder),
        stages=stages,
        sectors=sectors,
        conditions=conditions.conditions,
        lists=words.lists,
        answers=words.answers,
        works=works.works,
        moved=index.moved,
        retired=index.retired,
    )
    return catalogue, []


def _numbered(ids: tuple[str, ...], letter: str = "") -> Iterator[tuple[str, str]]:
    yield from ((id_, f"{letter}{number}") for number, id_ in enumerate(ids, start=1))


class _Reader:
    """Parses files into records, collecting what is wrong."""

    def __init__(self, folder: Path, label: str) -> None:
        self.folder = folder
        self.label = label
        self.findings: list[Finding] = []

    def sheets(
        self, cls: type[S], name: str, order: Iterator[tuple[str, str]], terms: Mapping[str, Any]
    ) -> tuple[S, ...]:
        """Read the sheets of one kind in their order."""
        found = []
        for id_, number in order:
            sheet = self.record(cls, f"{name}/{id_}.yaml", terms, number)
            if sheet is not None and sheet.id != id_:
                place = Place(f"{self.label}/{name}/{id_}.yaml", 1, 1)
                message = f"The id is '{sheet.id}', where the name of the file and catalogue.yaml say '{id_}'."
                self.findings.append(Finding("L01", "error", message, "Let both say the same.", place=place))
            found += [] if sheet is None else [sheet]
        return tuple(found)

    def record(self, cls: type[C], name: str, terms: Mapping[str, Any], number: str = "") -> C | None:
        """Read one file as a record."""
        file = f"{self.label}/{name}"
        try:
            document = yamlfile.read(self.folder / name)
        except yamlfile.YamlProblem as problem:
            self.findings.append(yaml_finding("L01", file, problem))
            return None
        if number:
            number_sheet(document.data, number)
        record, problems = parse(cls, document.data, terms)
        self.findings += [problem_finding(each, place_in(document, file, each.path)) for each in problems]
        return record


def number_sheet(sheet: Any, number: str) -> None:
    """Number a sheet and its questions by their place; data of another shape is left for the models to refuse."""
    if not isinstance(sheet, dict):
        return
    sheet["number"] = number
    for place, section in enumerate(_list(sheet.get("sections")), start=1):
        number_questions(section, f"{number}.{place}", str(sheet.get("id")))


def number_questions(section: Any, number: str, home: str) -> None:
    """Number the questions of a section by their place."""
    questions = _list(section.get("questions")) if isinstance(section, dict) else []
    for place, question in enumerate(questions, start=1):
        if isinstance(question, dict):
            question["number"] = f"{number}.{place}"
            question["home"] = home


def _list(data: Any) -> list[Any]:
    return data if isinstance(data, list) else []


def _digest(folder: Path) -> str:
    """Digest the content files so that line endings of a checkout make no difference."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.yaml"), key=lambda each: each.relative_to(folder).as_posix()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\n")
        digest.update(read_bytes(path, yamlfile.MAX_BYTES).replace(b"\r\n", b"\n"))
    return digest.hexdigest()
