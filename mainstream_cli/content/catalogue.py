"""Reads a folder of content into a catalogue; what is not sound is a finding with its place."""

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from mainstream_cli import yamlfile
from mainstream_cli.content.bundle import content_dir
from mainstream_cli.content.compiled import compiled, digest_of
from mainstream_cli.content.places import place_in, problem_finding, yaml_finding
from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import say
from mainstream_cli.model.catalogue import Catalogue, Sector, Stage
from mainstream_cli.model.content_files import Bibliography, Conditions, Index, Vocabulary
from mainstream_cli.model.content_item import Content
from mainstream_cli.model.finding import Finding, Place
from mainstream_cli.model.record import parse

C = TypeVar("C", bound=Content)
S = TypeVar("S", Stage, Sector)
LABEL = "checklists"
INDEX = "catalogue.yaml"
VOCABULARY = "vocabulary.yaml"


def load_catalogue(folder: Path | None = None) -> Catalogue:
    """Read the catalogue from *folder*, by default the shipped ``checklists/``.

    Raises:
        MainstreamError: a file cannot be read or an item is not as it should be; the message names the place.
    """
    catalogue, findings = read_catalogue(folder or content_dir("checklists"))
    refuse(findings)
    assert catalogue is not None  # noqa: S101 - without a finding there is one
    return catalogue


def refuse(findings: Sequence[Finding]) -> None:
    """Stop at the first of *findings*.

    Raises:
        MainstreamError: there is one.
    """
    for first in findings[:1]:
        place = first.place
        where = f"{place.file}:{place.line}:{place.column}" if place and place.line else place.file if place else ""
        raise MainstreamError(first.message, action=first.action, where=where, code=first.code)


def read_catalogue(folder: Path, label: str = LABEL) -> tuple[Catalogue | None, list[Finding]]:
    """Read the catalogue from *folder*, which findings call *label*; None when something in it cannot be used.

    Closed lists that it does not have are the shipped ones; without ``conditions.yaml`` it has none.
    """
    sha256, data = compiled(folder)
    reader = _Reader(folder, label, data)
    index = reader.record(Index, INDEX, {})
    words = _words(reader)
    if index is None or words is None:
        return None, reader.findings
    terms: dict[str, Any] = {name: each.terms for name, each in words.lists.items()}
    stages = reader.sheets(Stage, "stages", _numbered(index.stages), terms)
    sectors = reader.sheets(Sector, "sectors", _numbered(index.sectors, "S"), terms)
    conditions = reader.record(Conditions, "conditions.yaml", terms, optional=True)
    works = reader.record(Bibliography, "bibliography.yaml", {})
    if conditions is None or works is None or reader.findings:
        return None, reader.findings
    catalogue = Catalogue(
        id=index.name,
        edition=index.edition,
        title=index.title,
        about=index.about,
        sha256=sha256 or digest_of(folder),
        stages=stages,
        sectors=sectors,
        conditions=conditions.conditions,
        lists=words.lists,
        answers=words.answers,
        works=works.works,
        moved=index.moved,
        retired=index.retired,
        roles=index.roles,
        folder=folder,
    )
    return catalogue, []


def _words(reader: "_Reader") -> Vocabulary | None:
    """Return the lists of the catalogue, with the shipped ones under its own: the fields of registers rest on them."""
    own = reader.record(Vocabulary, VOCABULARY, {}, optional=True)
    shipped = content_dir("checklists")
    if own is None or reader.folder == shipped:
        return own
    rest = _Reader(shipped, LABEL).record(Vocabulary, VOCABULARY, {})
    lists, answers = (rest.lists, rest.answers) if rest else ({}, {})
    return Vocabulary(lists={**lists, **own.lists}, answers={**answers, **own.answers})


def _numbered(ids: tuple[str, ...], letter: str = "") -> Iterator[tuple[str, str]]:
    yield from ((id_, f"{letter}{number}") for number, id_ in enumerate(ids, start=1))


class _Reader:
    """Parses files into records, collecting what is wrong; *data* of files that were checked stands for them."""

    def __init__(self, folder: Path, label: str, data: Mapping[str, Any] | None = None) -> None:
        self.folder = folder
        self.label = label
        self.data = data or {}
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
                message = say(
                    "The id is '{found}', where the name of the file and {index} say '{id}'.",
                    found=sheet.id,
                    index=INDEX,
                    id=id_,
                )
                self.findings.append(Finding("L01", "error", message, say("Let both say the same."), place=place))
            found += [] if sheet is None else [sheet]
        return tuple(found)

    def record(
        self, cls: type[C], name: str, terms: Mapping[str, Any], number: str = "", *, optional: bool = False
    ) -> C | None:
        """Read one file as a record."""
        if optional and not os.path.lexists(self.folder / name):
            return cls()
        file = f"{self.label}/{name}"
        try:
            kept = yamlfile.Document(self.data[name], "") if name in self.data else None
            document = kept or yamlfile.read(self.folder / name, self.folder)
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
