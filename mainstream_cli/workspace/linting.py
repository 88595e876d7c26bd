"""Looks at content, shipped or national: what is wrong with it, and what it consists of."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from mainstream_cli.content import content_dir
from mainstream_cli.content.catalogue import LABEL, read_catalogue
from mainstream_cli.content.national import misplaced_folder, national_folder
from mainstream_cli.content.places import Places
from mainstream_cli.content.reference import (
    crosswalk_names,
    load_crosswalk,
    load_evaluation,
    load_glossary,
    load_profile,
)
from mainstream_cli.content.words import load_words
from mainstream_cli.course.exercises import load_lessons
from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import say
from mainstream_cli.model.catalogue import Catalogue, Question
from mainstream_cli.model.finding import Finding, Place, counted
from mainstream_cli.model.reference import Glossary
from mainstream_cli.model.training import Lesson
from mainstream_cli.rules.lint import LintCase, lint
from mainstream_cli.workspace.catalogue import project_around, with_national
from mainstream_cli.workspace.findings import located

INDEX = "catalogue.yaml"
GLOSSARY = "glossary.yaml"
LOADERS: dict[str, Callable[[Catalogue, Path], object]] = {
    "profile.yaml": load_profile,
    GLOSSARY: load_glossary,
    "evaluation.yaml": load_evaluation,
}
"""What a catalogue may offer to look up beside its crosswalks."""
Counts = dict[str, dict[str, int]]


@dataclass(frozen=True)
class Linted:
    """What the lint found, and how many questions there are by stage or sector, setting, basis, kind and tag."""

    findings: list[Finding]
    counts: Counts

    def as_data(self) -> dict[str, Any]:
        """Return it as JSON carries it; ``content`` counts the questions, ``counts`` the findings."""
        findings = [finding.as_data() for finding in self.findings]
        return {"findings": findings, "counts": counted(self.findings), "content": self.counts}


def national_around() -> Path | None:
    """Return the project around the current folder, if it has national content."""
    around = project_around()
    return around if around is not None and national_folder(around) is not None else None


def lint_content(folder: Path | None) -> Linted:
    """Look at a whole catalogue, or at a folder of national content laid over the shipped one; by default the shipped.

    Raises:
        MainstreamError: there is no content in *folder*.
    """
    if folder is None:
        return _whole(content_dir("checklists"), LABEL, with_course=True)
    if (folder / LABEL).is_dir() and not (folder / INDEX).is_file() and (problem := misplaced_folder(folder / LABEL)):
        raise MainstreamError(problem.message, action=problem.action, where=LABEL, code="L01")
    inner = folder if (folder / INDEX).is_file() else folder / LABEL if (folder / LABEL).is_dir() else folder
    label = inner.as_posix()
    if not inner.is_dir() or not any(inner.rglob("*.y*ml")):
        action = say(
            "Name a project with a checklists/ folder, a folder of national content, or one with a catalogue.yaml."
        )
        raise MainstreamError(say("There is no content in {folder}.", folder=str(folder)), action=action, code="L00")
    return _whole(inner, label) if (inner / INDEX).is_file() else _national(inner, label)


def _whole(folder: Path, label: str, *, with_course: bool = False) -> Linted:
    catalogue, findings = read_catalogue(folder, label)
    if catalogue is None:
        return Linted(located(findings, lambda _: Place("")), {})
    lessons, unread = _lessons(catalogue) if with_course else ((), [])
    findings = [
        *_looked_up(catalogue, folder, label),
        *unread,
        *lint(LintCase(catalogue, load_words(folder), _terms(catalogue, folder), lessons)),
    ]
    return Linted(located(findings, Places((folder, label)).locate), counts(catalogue.questions.values()))


def _looked_up(catalogue: Catalogue, folder: Path, label: str) -> Iterator[Finding]:
    """Say what keeps the profile menu, the terms and the crosswalks of a catalogue from being read or used."""
    loaders: dict[str, Callable[[], object]] = {
        file: partial(load, catalogue, folder) for file, load in LOADERS.items() if (folder / file).is_file()
    }
    for name in crosswalk_names(folder):
        loaders[f"crosswalks/{name}.yaml"] = partial(load_crosswalk, catalogue, name, folder)
    for file, loader in loaders.items():
        try:
            loader()
        except MainstreamError as problem:
            yield Finding("L01", "error", problem.message, problem.action, place=Place(f"{label}/{file}"))


def _terms(catalogue: Catalogue, folder: Path) -> Glossary | None:
    """Return the terms where they can be read; that they cannot is said elsewhere."""
    try:
        return load_glossary(catalogue, folder) if (folder / GLOSSARY).is_file() else None
    except MainstreamError:
        return None


def _lessons(catalogue: Catalogue) -> tuple[tuple[Lesson, ...], list[Finding]]:
    """Return the exercises of the course, or what keeps them from being read."""
    try:
        return tuple(load_lessons(catalogue).values()), []
    except MainstreamError as problem:
        return (), [Finding("L01", "error", problem.message, problem.action, place=Place(problem.where))]


def _national(folder: Path, label: str) -> Linted:
    """Look at national content; what it does not touch is taken as it is."""
    shipped = content_dir("checklists")
    base, findings = read_catalogue(shipped)
    if base is None:
        return Linted(findings, {})
    catalogue, findings = with_national(base, folder, label)
    places = Places((shipped, LABEL), (folder, label))
    found = located(lint(LintCase(catalogue, load_words(shipped))), places.locate)
    own = [
        finding
        for finding in found
        if finding.place
        and finding.place.file.startswith(f"{label}/")
        and (label != LABEL or _is_own(finding, catalogue))
    ]
    touched = (
        question for question in catalogue.questions.values() if question.id in catalogue.added | catalogue.reworded
    )
    return Linted(located([*findings, *own], places.locate), counts(touched))


def _is_own(finding: Finding, catalogue: Catalogue) -> bool:
    return finding.ref is not None and finding.ref.id in catalogue.added | catalogue.reworded | set(
        catalogue.switched_off
    )


def counts(questions: Iterable[Question]) -> Counts:
    """Count questions by stage or sector, setting, basis, kind and tag."""
    group = list(questions)
    return {
        "total": {"questions": len(group), "core": sum(question.core for question in group)},
        "home": dict(Counter(question.home for question in group)),
        "setting": dict(Counter(question.setting for question in group)),
        "core_setting": dict(Counter(question.setting for question in group if question.core)),
        "basis": dict(Counter(question.source.basis for question in group)),
        "kind": dict(Counter(question.kind for question in group)),
        "tag": dict(Counter(tag for question in group for tag in question.tags)),
    }
