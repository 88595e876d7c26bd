"""Reads what the catalogue offers to look up; nothing of it is read before it is asked for."""

from pathlib import Path
from typing import Any, TypeVar

from mainstream_cli import yamlfile
from mainstream_cli.content.bundle import content_dir
from mainstream_cli.errors import MainstreamError
from mainstream_cli.model.catalogue import Catalogue, Content
from mainstream_cli.model.record import parse
from mainstream_cli.model.reference import Crosswalk, EvaluationGuide, Glossary, Profile

C = TypeVar("C", bound=Content)
PROFILE = "profile.yaml"
CROSSWALKS = "crosswalks"
GLOSSARY = "glossary.yaml"
EVALUATION = "evaluation.yaml"


def load_profile(catalogue: Catalogue, folder: Path | None = None) -> Profile:
    """Read the menu of indicators for a migration profile.

    Raises:
        MainstreamError: the file cannot be read or an item is not as it should be.
    """
    return _read(Profile, catalogue, folder, PROFILE)


def crosswalk_names(folder: Path | None = None) -> list[str]:
    """Return the names of the crosswalks, in alphabetical order."""
    return sorted(path.stem for path in ((folder or content_dir("checklists")) / CROSSWALKS).glob("*.yaml"))


def load_crosswalk(catalogue: Catalogue, name: str, folder: Path | None = None) -> Crosswalk:
    """Read the crosswalk to one framework.

    Raises:
        MainstreamError: the file cannot be read or an item is not as it should be.
    """
    return _read(Crosswalk, catalogue, folder, f"{CROSSWALKS}/{name}.yaml")


def load_glossary(catalogue: Catalogue, folder: Path | None = None) -> Glossary:
    """Read the terms used in the process.

    Raises:
        MainstreamError: the file cannot be read or a term is not as it should be.
    """
    return _read(Glossary, catalogue, folder, GLOSSARY)


def load_evaluation(catalogue: Catalogue, folder: Path | None = None) -> EvaluationGuide:
    """Read the questions for an evaluation.

    Raises:
        MainstreamError: the file cannot be read or a criterion is not as it should be.
    """
    return _read(EvaluationGuide, catalogue, folder, EVALUATION)


def _read(cls: type[C], catalogue: Catalogue, folder: Path | None, name: str) -> C:
    path = (folder or content_dir("checklists")) / name
    return parsed(cls, catalogue, content_data(path, f"checklists/{name}"), f"checklists/{name}")


def content_data(path: Path, where: str) -> Any:
    """Return what a file of content holds; *where* names it as an author knows it.

    Raises:
        MainstreamError: the file cannot be read; the line is named.
    """
    try:
        return yamlfile.read(path).data
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
        raise MainstreamError(f"{path}: {first.message}", action=first.action, where=where, code="L01")
    return record
