"""Reads what the catalogue offers to look up; nothing of it is read before it is asked for."""

import os
from pathlib import Path
from typing import Any, TypeVar

from mainstream_cli import yamlfile
from mainstream_cli.content.bundle import content_dir
from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import Text, say
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.content_item import Content
from mainstream_cli.model.record import parse
from mainstream_cli.model.reference import Crosswalk, EvaluationGuide, Glossary, Profile

C = TypeVar("C", bound=Content)
PROFILE = "profile.yaml"
CROSSWALKS = "crosswalks"
GLOSSARY = "glossary.yaml"
EVALUATION = "evaluation.yaml"
OURS = {"document": "toolkit", "place": "Reader", "basis": "suggested"}


def load_profile(catalogue: Catalogue, folder: Path | None = None) -> Profile:
    """Read the menu of indicators for a migration profile; it is empty where the catalogue has none.

    Raises:
        MainstreamError: the file cannot be read or an item is not as it should be.
    """
    return _read(Profile, catalogue, folder, PROFILE, say("Indicators"), groups=(), indicators=())


def crosswalk_names(folder: Path | None = None) -> list[str]:
    """Return the names of the crosswalks in *folder*, by default the shipped ones, in alphabetical order."""
    return sorted(path.stem for path in ((folder or content_dir("checklists")) / CROSSWALKS).glob("*.yaml"))


def load_crosswalk(catalogue: Catalogue, name: str, folder: Path | None = None) -> Crosswalk:
    """Read the crosswalk to one framework.

    Raises:
        MainstreamError: the file cannot be read or an item is not as it should be.
    """
    return _read(Crosswalk, catalogue, folder, f"{CROSSWALKS}/{name}.yaml")


def load_glossary(catalogue: Catalogue, folder: Path | None = None) -> Glossary:
    """Read the terms used in the process; there are none where the catalogue has none.

    Raises:
        MainstreamError: the file cannot be read or a term is not as it should be.
    """
    return _read(Glossary, catalogue, folder, GLOSSARY, say("Terms used"), groups=(), terms=())


def load_evaluation(catalogue: Catalogue, folder: Path | None = None) -> EvaluationGuide:
    """Read the questions for an evaluation; there are none where the catalogue has none.

    Raises:
        MainstreamError: the file cannot be read or a criterion is not as it should be.
    """
    return _read(EvaluationGuide, catalogue, folder, EVALUATION, say("Evaluation"), criteria=(), source=OURS)


def _read(
    cls: type[C], catalogue: Catalogue, folder: Path | None, name: str, title: Text | None = None, **nothing: Any
) -> C:
    """Read one file of the catalogue; where it is not there, *title* and *nothing* are what it would hold."""
    home = folder or catalogue.folder or content_dir("checklists")
    if nothing and not os.path.lexists(home / name):
        words = {"title": title, "about": say("This catalogue has none.")}
        return cls.model_validate({**words, **nothing}).model_copy(update=words)
    return parsed(cls, catalogue, content_data(home / name, f"checklists/{name}", home), f"checklists/{name}")


def content_data(path: Path, where: str, home: Path | None = None) -> Any:
    """Return what a file of content holds, which with *home* lies inside it; *where* names it as an author knows it.

    Raises:
        MainstreamError: the file cannot be read; the line is named.
    """
    try:
        return yamlfile.read(path, home).data
    except yamlfile.YamlProblem as problem:
        place = f"{where}:{problem.line}:{problem.column}"
        raise MainstreamError(problem.message, action=problem.action, where=place, code="L01") from problem


def parsed(cls: type[C], catalogue: Catalogue, data: object, where: str) -> C:
    """Return a record of content.

    Raises:
        MainstreamError: it is not as it should be; the first problem is named.
    """
    record, problems = parse(cls, data, catalogue.vocabulary)
    if record is None:
        first = problems[0]
        path = ".".join(str(step) for step in first.path)
        message = say("{field}: {problem}", field=path, problem=first.message)
        raise MainstreamError(message, action=first.action, where=where, code="L01")
    return record
