"""The catalogue of a project: its own, or the shipped one with the project's national content over it."""

import os
from dataclasses import replace
from pathlib import Path

from mainstream_cli.content import content_dir, load_catalogue
from mainstream_cli.content.catalogue import INDEX, refuse
from mainstream_cli.content.national import FOLDER, Item, National, misplaced_folder, national_folder, read_national
from mainstream_cli.content.overlay import lay_over
from mainstream_cli.content.places import Places
from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import Text, say
from mainstream_cli.model.catalogue import Catalogue, Section
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.project import HANDBOOK, SCHEMA, Ref, Settings
from mainstream_cli.store import find, load, project_folder
from mainstream_cli.store.files import Files
from mainstream_cli.store.layout import SETTINGS

Key = tuple[str, str]
AUTHOR = say("author of the content")
KIND_OF = {"sheets": "sectors"}


def project_catalogue(project: Path | None) -> tuple[Catalogue, list[Finding]]:
    """Return the catalogue for the project in the folder *project*, and what is wrong with its national content.

    A folder ``checklists/`` with a ``catalogue.yaml`` is a whole catalogue, and has to be sound. Without one it is laid
    over the shipped catalogue: an item with a mistake is left out, everything else is in place. Without a project it is
    the shipped catalogue.

    Raises:
        MainstreamError: the catalogue cannot be read, or is not the one that mainstream.yaml names.
    """
    if project is None:
        return load_catalogue(), []
    folder = national_folder(project)
    problem = misplaced_folder(folder) if folder else None
    own = folder is not None and problem is None and os.path.lexists(folder / INDEX)
    catalogue = _whole(folder) if own and folder else load_catalogue()
    _refuse_other(project, catalogue.id, own=own)
    if problem:
        return replace(catalogue, whole=False), [problem]
    return (catalogue, []) if own or folder is None else with_national(catalogue, folder, FOLDER)


def _whole(folder: Path) -> Catalogue:
    """Read a catalogue that is no shipped one, with the documents for which it has no stage."""
    from mainstream_cli.documents.kinds import without_stage
    from mainstream_cli.rules.lint import LintCase, sound

    catalogue = load_catalogue(folder)
    locate = Places((folder, FOLDER)).locate
    refuse([replace(finding, place=locate(finding.ref)) for finding in sound(LintCase(catalogue)) if finding.ref])
    return replace(catalogue, unwritten=without_stage(catalogue))


def _refuse_other(project: Path, name: str, *, own: bool) -> None:
    named = _named(project)
    if named in ("", name):
        return
    message = say(
        "This project names the catalogue '{named}', which is not here: checklists/ holds '{name}'. "
        "Nothing was changed.",
        named=named,
        name=name,
    )
    action = say(
        "Write name: {name} under catalogue:, or put the folder of '{named}' in the place of checklists/.",
        name=name,
        named=named,
    )
    if not own:
        message = say(
            "This project names the catalogue '{named}', which is not here. Nothing was changed.", named=named
        )
        action = say(
            "Put its folder into the project as checklists/, or name the one that is shipped: {name}.", name=name
        )
    raise MainstreamError(message, action=action, where=SETTINGS, code="P20")


def _named(project: Path) -> str:
    """Return the catalogue that mainstream.yaml names; empty where that cannot be known."""
    data = Files(project).data(SETTINGS)
    stamp = data.get("catalogue")
    if data.get("schema") not in range(1, SCHEMA + 1) or not isinstance(stamp, dict):
        return ""
    name = stamp.get("name", HANDBOOK)
    return name if isinstance(name, str) else ""


def languages_of(project: Path | None) -> list[str]:
    """Return the languages that mainstream.yaml of a project names, as far as they can be read."""
    named = Files(project).data(SETTINGS).get("languages") if project is not None else None
    return [str(code) for code in named] if isinstance(named, list) else []


def project_around(named: Path | None = None) -> Path | None:
    """Return the folder of the project that is named, else of the nearest one from the current folder upwards, if any.

    Raises:
        MainstreamError: there is no project in the folder that is named.
    """
    return project_folder(named) if named else find(Path.cwd())


def settings_of(project: Path | None, catalogue: Catalogue) -> Settings | None:
    """Return the settings of a project, None where there is none or they cannot be read."""
    loaded = load(project, catalogue) if project is not None else None
    return loaded.project.settings if loaded is not None and loaded.project.whole("settings") else None


def with_national(catalogue: Catalogue, folder: Path, label: str) -> tuple[Catalogue, list[Finding]]:
    """Lay the national content of *folder* over a catalogue, leaving out every item that is not sound."""
    from mainstream_cli.rules.lint import LintCase, sound

    national = read_national(folder, catalogue, label)
    places = Places((content_dir("checklists"), FOLDER), (folder, label))
    findings: list[Finding] = []
    items, refused = national.items, set(national.refused)
    while True:
        attempt = _Attempt(items, refused)
        laid = lay_over(catalogue, items, attempt.refuse)
        for finding in sound(LintCase(laid)):
            attempt.judge(finding)
        if not attempt.out:
            break
        told = [finding for finding in attempt.findings if not _follows(finding, national)]
        findings += [replace(finding, place=places.locate(finding.ref)) for finding in told if finding.ref]
        refused |= {id_ for _, id_ in attempt.out}
        items = [kept for item in items if (kept := _without(item, attempt.out)) is not None]
    whole = replace(laid, refused=frozenset(refused), whole=national.whole)
    return whole, [*national.findings, *dict.fromkeys(findings)]


def _follows(finding: Finding, national: National) -> bool:
    """Tell whether a name is only missing because what has it could not be read."""
    missing = not national.whole or any(f"'{id_}'" in finding.message for id_ in national.refused)
    return finding.code == "L03" and missing


class _Attempt:
    """One attempt: which items have to go, and what is said about them."""

    def __init__(self, items: list[Item], refused: set[str]) -> None:
        self.refused = refused
        self.keys = {(item.kind, item.id) for item in items}
        self.inside = {question for item in items for question in _questions(item)}
        self.out: set[Key] = set()
        self.findings: list[Finding] = []

    def refuse(self, item: Item, code: str, message: Text, action: Text) -> None:
        """Take out an item that has no place; the cause is said once, where it lies."""
        self.out.add((item.kind, item.id))
        if item.after not in self.refused:
            ref = Ref(item.kind, item.id)
            said = say("{id}: {sentence}", id=item.id, sentence=message)
            self.findings.append(Finding(code, "error", said, action, (AUTHOR,), ref))

    def judge(self, finding: Finding) -> None:
        """Take out the item of national content that a finding is about; one on shipped content is left to the lint."""
        ref = finding.ref
        if ref is None:
            return
        named = [(KIND_OF.get(ref.kind, ref.kind), ref.id), ("wording", ref.id)]
        key = next((key for key in named if key in self.keys), None)
        if key is None and ref.kind == "questions" and ref.id in self.inside:
            key = ("questions", ref.id)
        if key is not None:
            self.out.add(key)
            self.findings.append(finding)


def _questions(item: Item) -> list[str]:
    return [question.id for question in item.content.questions] if item.kind in ("sections", "sectors") else []


def _without(item: Item, out: set[Key]) -> Item | None:
    """Return an item without what has to go, None when nothing of it stays."""
    if (item.kind, item.id) in out:
        return None
    gone = {id_ for kind, id_ in out if kind == "questions"}
    if not gone & set(_questions(item)):
        return item
    if item.kind == "sections":
        section = _thinned(item.content, gone)
        return replace(item, content=section) if section.questions else None
    sections = tuple(_thinned(section, gone) for section in item.content.sections)
    return replace(item, content=item.content.model_copy(update={"sections": sections}))


def _thinned(section: Section, gone: set[str]) -> Section:
    kept = tuple(question for question in section.questions if question.id not in gone)
    return section.model_copy(update={"questions": kept})
