"""Reads national content: the YAML files in a project's own ``checklists/``, as items to lay over the catalogue."""

import copy
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from mainstream_cli import yamlfile
from mainstream_cli.content.catalogue import number_questions
from mainstream_cli.content.places import place_in, problem_finding, yaml_finding
from mainstream_cli.language import Text, say
from mainstream_cli.model.catalogue import Catalogue, Question, Section, Sector, Work
from mainstream_cli.model.condition import Condition
from mainstream_cli.model.content_item import Content
from mainstream_cli.model.expected import no_block, shown
from mainstream_cli.model.finding import Finding, Place
from mainstream_cli.model.leftover import leftover
from mainstream_cli.model.national import PARTS, WORDS, ConditionWording, NewSection, QuestionWording, SheetWording
from mainstream_cli.model.record import Path as DataPath
from mainstream_cli.model.record import Problem, with_nearest
from mainstream_cli.model.salvage import salvage
from mainstream_cli.reading import within

R = TypeVar("R", bound=Content)
FOLDER = "checklists"
GUIDE = say("{page} shows each part of a file.", page="docs/national.md")
LATER = "0.0.0"  # the number of a question until its place is known


@dataclass(frozen=True)
class Item:
    """One thing that national content adds, rewords or switches off; ``after`` is the question it follows."""

    kind: str
    id: str
    content: Any
    after: str = ""


@dataclass
class National:
    """What the files of national content hold; ``whole`` is false when one of them could not be read."""

    items: list[Item] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    whole: bool = True


def national_folder(project: Path) -> Path | None:
    """Return the folder with the national content of a project, if it has one."""
    folder = project / FOLDER
    return folder if os.path.lexists(folder) else None


def misplaced_folder(folder: Path) -> Finding | None:
    """Return what keeps the national content of a project from being read at all, if anything does."""
    if not within(folder.parent, folder):
        message = say("The folder is a link that leads out of the project folder.")
        return Finding("L01", "error", message, say("Put the folder itself here."), place=Place(FOLDER))
    if folder.is_dir():
        return None
    message = say("This is not a folder, where a folder is expected.")
    return Finding("L01", "error", message, say("Rename it, or move it out of this folder."), place=Place(FOLDER))


def read_national(folder: Path, catalogue: Catalogue, label: str = FOLDER) -> National:
    """Read every YAML file in *folder*; what is wrong with one item leaves the others as they are."""
    national = National()
    for path in sorted(each for each in folder.rglob("*") if _looks_like_content(each)):
        if leftover(path.name, [each.name for each in path.parent.iterdir()]) is not None:
            continue  # the check of the folder says what it is
        file = f"{label}/{path.relative_to(folder).as_posix()}"
        if path.suffix == ".yml":
            message, action = say("Nothing reads this file."), say("Rename it so that it ends in .yaml.")
            national.findings.append(Finding("L01", "error", message, action, place=Place(file)))
        elif path.is_dir():
            message, action = say("Nothing goes through a link to a folder."), say("Put the folder itself here.")
            national.findings.append(Finding("L01", "error", message, action, place=Place(file)))
        else:
            _read_file(national, folder, path, file, catalogue)
    return national


def _looks_like_content(path: Path) -> bool:
    return path.is_symlink() if path.is_dir() else path.suffix in (".yaml", ".yml")


def _read_file(national: National, folder: Path, path: Path, file: str, catalogue: Catalogue) -> None:
    reading = yamlfile.salvage(path, folder)
    national.findings += [yaml_finding(problem.code, file, problem) for problem in reading.problems]
    national.whole = national.whole and not reading.lost
    if reading.document is not None:
        _Page(reading.document, file, catalogue, national).read()


EARLIER = ("met", "partly_met")
"""What carried the meaning of a condition in the first edition."""


class _Page:
    """One file of national content."""

    def __init__(self, document: yamlfile.Document, file: str, catalogue: Catalogue, national: National) -> None:
        self.document = document
        self.file = file
        self.catalogue = catalogue
        self.national = national
        self.terms: Mapping[str, Any] = {name: each.terms for name, each in catalogue.lists.items()}

    def read(self) -> None:
        """Add the items of the file to the national content."""
        data = copy.deepcopy(self.document.data)
        if data is None:
            return
        if not isinstance(data, dict):
            message = say("expected 'name: value' lines, found something else.")
            self.lose((), message, say("Begin with one of: {parts}.", parts=", ".join(PARTS)))
            return
        for part, content in data.items():
            if part not in PARTS and not part.startswith("x_"):
                message = say("'{part}' is not a part of national content.", part=part)
                use = say("Use one of: {parts}.", parts=", ".join(PARTS))
                action = say("{first} {second}", first=use, second=GUIDE)
                self.lose((part,), with_nearest(message, part, PARTS), action)
            elif content is not None and part in PARTS:
                self.national.items += getattr(self, f"_{part}")(content)

    def find(self, path: DataPath, message: Text, action: Text, code: str = "L01") -> None:
        """Note something wrong with the file."""
        self.national.findings.append(
            Finding(code, "error", message, action, place=place_in(self.document, self.file, path))
        )

    def lose(self, path: DataPath, message: Text, action: Text) -> None:
        """Note something wrong for which nobody can tell what the file adds."""
        self.find(path, message, action)
        self.national.whole = False

    def record(self, cls: type[R], data: Any, at: DataPath, id_: str = "") -> R | None:
        """Parse one item; what is wrong with its words is left out, else the whole item with all its ids."""
        record, problems, lost = salvage(cls, data, self.terms)
        self.report(problems, at)
        if record is not None and all(path[0] in WORDS for path in lost):
            return record
        ids = {id_} - {""} if id_ else set(_ids(data))
        self.national.refused |= ids
        self.national.whole = self.national.whole and bool(ids)
        return None

    def report(self, problems: Iterable[Problem], at: DataPath) -> None:
        """Note the problems of an item."""
        for problem in problems:
            path = (*at, *problem.path)
            self.national.findings.append(problem_finding(problem, place_in(self.document, self.file, path)))

    def _blocks(self, part: str, content: Any, at: DataPath = ()) -> Iterator[tuple[DataPath, dict[str, Any]]]:
        if not isinstance(content, list):
            message = say(
                "{field}: expected a list, one '- ' a block, found: {found}.", field=part, found=shown(content)
            )
            self.lose((*at, part), message, GUIDE)
            return
        for index, block in enumerate(content):
            if isinstance(block, dict):
                yield (*at, part, index), block
            else:
                self.lose((*at, part, index), no_block(shown(block)), GUIDE)

    def _entries(self, part: str, content: Any) -> Iterator[tuple[str, Any]]:
        if isinstance(content, dict):
            yield from content.items()
        else:
            message = say("{field}: expected 'id: ...' lines, found: {found}.", field=part, found=shown(content))
            self.lose((part,), message, GUIDE)

    def _works(self, content: Any) -> Iterator[Item]:
        for id_, data in self._entries("works", content):
            work = self.record(Work, data, ("works", id_), id_)
            if work is not None:
                yield Item("works", id_, work)

    def _questions(self, content: Any) -> Iterator[Item]:
        for at, data in self._blocks("questions", content):
            after = data.pop("after", None)
            question = self._question(data, at)
            if not isinstance(after, str):
                message = say("'{field}' is missing.", field="after")
                self.find(
                    at, message, say("Add '{field}:' with the id of the question that it follows.", field="after")
                )
                self.national.refused.add(str(data.get("id")))
            elif question is not None:
                yield Item("questions", question.id, question, after)

    def _question(self, data: dict[str, Any], at: DataPath) -> Question | None:
        return self.record(Question, {**data, "number": LATER, "home": "later"}, at)

    def _sections(self, content: Any) -> Iterator[Item]:
        for at, data in self._blocks("sections", content):
            new = self.record(NewSection, data, at)
            blocks = list(self._blocks("questions", data.get("questions"), at)) if new is not None else []
            questions = tuple(each for place, block in blocks if (each := self._question(block, place)) is not None)
            if new is not None and questions:
                yield Item("sections", new.title, Section(title=new.title, questions=questions), new.after)

    def _sectors(self, content: Any) -> Iterator[Item]:
        for at, data in self._blocks("sectors", content):
            sections = data.get("sections")
            for section in sections if isinstance(sections, list) else ():
                number_questions(section, "0.0", str(data.get("id")))
            nothing: dict[str, list[str]] = {"positive": [], "negative": []}
            effects = {"migration_to_sector": nothing, "sector_to_migration": nothing}
            whole = {"effects": effects, "interventions": [], "indicators": [], **data, "number": LATER}
            sector = self.record(Sector, whole, at)
            if sector is not None:
                yield Item("sectors", sector.id, sector)

    def _conditions(self, content: Any) -> Iterator[Item]:
        for at, data in self._blocks("conditions", content):
            condition = self.record(Condition, data, at)
            if condition is not None:
                yield Item("conditions", condition.code, condition)

    def _switch_off(self, content: Any) -> Iterator[Item]:
        for id_, reason in self._entries("switch_off", content):
            if isinstance(reason, str) and reason.strip():
                yield Item("switch_off", id_, reason)
            else:
                self.national.refused.add(id_)
                message = say("'{id}' is switched off without a reason, found: {found}.", id=id_, found=shown(reason))
                self.find(("switch_off", id_), message, say("Write one sentence that says why."), "L05")

    def _wording(self, content: Any) -> Iterator[Item]:
        for id_, data in self._entries("wording", content):
            known = _wording_of(self.catalogue, id_)
            if known is None:
                names = [*self.catalogue.questions, *self.catalogue.sheets, *_codes(self.catalogue)]
                message = with_nearest(
                    say("There is no question, stage, sector or condition '{id}'.", id=id_), id_, names
                )
                self.find(("wording", id_), message, say("Name an item of the shipped catalogue."), "L03")
                continue
            cls, wording = known
            words = self.record(wording, self._allowed(id_, data, cls, wording), ("wording", id_), id_)
            if words is not None:
                yield Item("wording", id_, words)

    def _allowed(self, id_: str, data: Any, cls: type[Content], wording: type[Content]) -> Any:
        """Take out the fields that carry the meaning of an item, or that it does not have, and say so."""
        if not isinstance(data, dict):
            return data
        allowed = dict(data)
        for name in data:
            if name in (*cls.model_fields, *EARLIER) and name not in wording.model_fields:
                message = say(
                    "'{field}' of '{id}' cannot be changed: the id would no longer mean the same.", field=name, id=id_
                )
                action = say("Switch '{id}' off with a reason, and add your own under another id.", id=id_)
                self.find(("wording", id_, name), message, action, "L04")
                del allowed[name]
            elif name in wording.model_fields and name not in cls.model_fields:
                message = say("'{id}' has no '{field}'.", id=id_, field=name)
                self.find(("wording", id_, name), message, say("Take the line out."))
                del allowed[name]
        return allowed


def _ids(data: Any) -> Iterator[str]:
    """Yield the ids and codes of everything that an item holds, itself included."""
    if isinstance(data, dict):
        yield from (data[name] for name in ("id", "code") if isinstance(data.get(name), str))
    for inner in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _ids(inner)


def _codes(catalogue: Catalogue) -> list[str]:
    return [condition.code for condition in catalogue.conditions]


def _wording_of(catalogue: Catalogue, id_: str) -> tuple[type[Content], type[Content]] | None:
    if id_ in catalogue.questions:
        return Question, QuestionWording
    if id_ in catalogue.sheets:
        return type(catalogue.sheets[id_]), SheetWording
    return (Condition, ConditionWording) if id_ in _codes(catalogue) else None
