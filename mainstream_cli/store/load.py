"""Reads a whole project folder; never raises for what a file contains."""

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from mainstream_cli.language import Text, say, several
from mainstream_cli.model.answer import Answer, judge
from mainstream_cli.model.catalogue import Catalogue, Question
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.journal import JournalEntry, parse_entry
from mainstream_cli.model.project import HANDBOOK, SCHEMA, Project, Ref, Settings
from mainstream_cli.model.record import Path as DataPath
from mainstream_cli.model.record import Problem, R, Record, parse, with_nearest
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.model.registers.entry import Entry
from mainstream_cli.model.salvage import salvage
from mainstream_cli.model.types import ID_PATTERN
from mainstream_cli.store.editions import KeptEditions
from mainstream_cli.store.files import Files
from mainstream_cli.store.layout import (
    JOURNAL,
    OF_INSTITUTIONS,
    PRIVATE,
    SETTINGS,
    answer_files,
    answers_file,
    register_files,
)
from mainstream_cli.store.leftovers import entry_files, reporting
from mainstream_cli.store.misplaced import misplaced
from mainstream_cli.store.named import public_names
from mainstream_cli.store.pitfalls import pitfalls
from mainstream_cli.store.privacy import look_at_private
from mainstream_cli.store.read import ProjectFolder
from mainstream_cli.store.repairs import value_repair, with_repair, written_at
from mainstream_cli.yamlfile import UNNAMED

Block = tuple[type[Record], int]
Stands = tuple[Any, list[Problem], list[DataPath]]


def load(folder: Path, catalogue: Catalogue, texts: Mapping[str, str] | None = None) -> ProjectFolder:
    """Read the project in *folder*, with ``private/`` laid over a second copy of it; *texts* stand for files."""
    files = Files(folder, texts)
    kept = look_at_private(folder)
    reader = _ProjectReader(files, catalogue)
    public = project = replace(reader.project(private=False), private=kept)
    findings = reader.findings
    if kept.at_hand and _holds_something(folder / PRIVATE):
        reader = _ProjectReader(files, catalogue, reader.known)
        project = replace(reader.project(private=True), private=kept)
        findings = reader.findings
        sensitive = (question.id for question in catalogue.questions.values() if question.sensitive)
        lacks = any(public.answers.get(id_) != project.answers.get(id_) for id_ in sensitive)
        public = replace(public, private=replace(kept, at_hand=not lacks))
    editions = KeptEditions(folder)
    public, project = replace(public, editions=editions), replace(project, editions=editions)
    pointed_out = pitfalls(files, catalogue, reader.told)
    overlooked = list(misplaced(files, catalogue))
    findings = [*files.findings, *map(files.levelled, findings), *pointed_out, *overlooked]
    ordered = sorted(
        dict.fromkeys(findings),
        key=lambda finding: (finding.place.file, finding.place.line) if finding.place else ("", 0),
    )
    return ProjectFolder(folder, catalogue, project, public, ordered, files)


def _holds_something(folder: Path) -> bool:
    """Tell whether there is anything in a folder, or it cannot be known; over nothing the project is not read twice."""
    _, *inside = next(os.walk(folder), ("", [], ["unknown"]))
    return any(inside)


class _ProjectReader:
    """Parses the data of the files into records, collecting what is wrong."""

    def __init__(self, files: Files, catalogue: Catalogue, known: dict[Block, Stands] | None = None) -> None:
        self.files = files
        self.known = {} if known is None else known
        self.catalogue = catalogue
        self.vocabulary = catalogue.vocabulary
        self.names = public_names(files, catalogue)
        self.sectors_known = catalogue.whole and not catalogue.refused
        self.findings: list[Finding] = []
        self.unread: set[Ref] = set()
        self.set_aside: set[str] = set()
        self.told: set[tuple[str, tuple[str | int, ...]]] = set()
        self.private = False

    def project(self, *, private: bool) -> Project:
        """Read everything, with or without the private overlay."""
        self.private = private
        settings = self._settings()
        answers = {
            id_: answer
            for sheet, file in answer_files(self.catalogue)
            for id_, answer in self._answers(sheet, file).items()
        }
        registers, part_of = self._registers()
        journal = self._journal()
        return Project(
            settings, answers, registers, part_of, journal, frozenset(self.unread), frozenset(self.set_aside)
        )

    def _settings(self) -> Settings:
        data, lost = self._data(SETTINGS), self._lost(SETTINGS)
        spare = _stand_in(self.files.folder.name, self.catalogue)
        filled = data | {key: spare[key] for key in spare if key in lost or (UNNAMED in lost and key not in data)}
        settings, problems, left = salvage(Settings, filled, self.vocabulary, spare, self.names)
        self._report(SETTINGS, (), problems)
        self._miss("settings", "", [*((key,) for key in lost - {UNNAMED}), *left, *[()] * (UNNAMED in lost)])
        schema, stamp = str(data.get("schema")), data.get("catalogue")
        if re.fullmatch("[0-9]+", schema) and Decimal(schema) > SCHEMA:
            action = say("Install a newer mainstream; until then nothing here is changed.")
            message = say(
                "This project was made with schema {schema}; this version of the tool knows {known}.",
                schema=schema[:9],
                known=SCHEMA,
            )
            self._find("F12", SETTINGS, ("schema",), message, action)
        if schema == str(SCHEMA) and isinstance(stamp, dict) and stamp.get("name") is None:
            message = say("'{field}' is missing.", field="name")
            action = say(
                "Add {field}: with the name of the catalogue; that of the handbook is {handbook}.",
                field="name",
                handbook=HANDBOOK,
            )
            self._find("F11", SETTINGS, ("catalogue",), message, action)
        return settings or Settings.model_validate(spare, context={})

    def _answers(self, sheet: str, file: str) -> dict[str, Answer]:
        answers = {}
        for id_, data in self._data(file).items():
            question = self.catalogue.questions.get(id_)
            if id_ in self.catalogue.refused and question is None:
                continue
            if id_ in self.catalogue.switched_off or self.catalogue.is_earlier(id_):
                self.set_aside |= {id_} if data is not None else set()
                continue
            if question is None or question.home != sheet:
                self._stray(file, id_, sheet)
                continue
            if data is None:
                continue
            answer = self._answer(file, question, data)
            if answer is not None:
                answers[id_] = answer
        lost = self._lost(file)
        asked = (question.id for question in self.catalogue.sheets[sheet].questions)
        for id_ in asked:
            unknown = UNNAMED in lost or self.catalogue.may_have(id_)  # it may be switched off
            if id_ in lost or (unknown and id_ not in answers):
                self._miss("answers", id_)
        return answers

    def _answer(self, file: str, question: Question, data: object) -> Answer | None:
        """Return what stands of an answer; views of tables stand or fall with its value."""
        answer, problems, left = self._stands(Answer, data)
        problem = answer and judge(question, answer.value, self.catalogue.terms(question))
        if answer is not None and problem:
            answer = answer.model_copy(update={"value": None, "positions": ()})
            known = question.choices != "sectors" or self.sectors_known
            problems, left = [*problems, *[problem] * known], [*left, ("value",), ("positions",)]
        self._report(file, (question.id,), problems)
        self._miss("answers", question.id, left)
        return answer

    def _stands(self, cls: type[R], data: object) -> tuple[R | None, list[Problem], list[DataPath]]:
        """Return what stands of a block; one that ``private/`` leaves alone is the same object, and is read once."""
        found = self.known.get((cls, id(data))) or salvage(cls, data, self.vocabulary, names=self.names)
        if not self.private:  # the files keep these, so that no later block has the same identity
            self.known[cls, id(data)] = found
        return found

    def _stray(self, file: str, id_: str, sheet: str) -> None:
        question = self.catalogue.questions.get(id_)
        if question is not None:
            right = answers_file(self.catalogue, question.home)
            message = say("The question '{question}' does not belong in this file.", question=id_)
            self._find("F13", file, (id_,), message, say("Move the block to {file}.", file=right))
            return
        if id_.startswith("x_") or self.catalogue.may_have(id_):
            return  # with national content that could not be read, nobody knows which names there are
        asked = [question.id for question in self.catalogue.sheets[sheet].questions]
        message = with_nearest(say("There is no question '{question}'.", question=id_), id_, asked)
        self._find("F08", file, (id_,), message, say("Correct the name, or start it with x_ if it is your own."))

    def _registers(self) -> tuple[dict[str, dict[str, Entry]], dict[tuple[str, str], str]]:
        registers: dict[str, dict[str, Entry]] = {name: {} for name in REGISTERS}
        part_of: dict[tuple[str, str], str] = {}
        for register, part, file in register_files(self.catalogue, reporting(self.files)):
            for id_, data in self._data(file).items():
                if id_.startswith("x_") or data is None:
                    continue
                if (register, id_) in part_of:
                    message = _stands_twice(register, id_, (part_of[register, id_], part))
                    self._find("R03", file, (id_,), message, say("Give one of them another id."))
                    continue
                entry = self._entry(register, file, id_, data)
                part_of.update({(register, id_): part} if part else {})
                if entry is not None:
                    registers[register][id_] = entry
            for id_ in self._lost(file):
                self._miss(register, id_)
                part_of.update({(register, id_): part} if part and id_ else {})
        for folder in OF_INSTITUTIONS:
            if self._lost(f"{folder}/any.yaml"):  # a folder that cannot be looked into; nobody knows who reports
                self._miss(Path(folder).name, "")
        return registers, part_of

    def _entry(self, register: str, file: str, id_: str, data: object) -> Entry | None:
        if not ID_PATTERN.fullmatch(id_):
            message = say("'{name}' cannot be an id.", name=id_)
            self._find("F09", file, (id_,), message, say("Use small letters, digits and _, starting with a letter."))
            return None
        entry, problems, left = self._stands(REGISTERS[register].entry, data)
        if problems and not self.sectors_known:  # a sector of national content that could not be read is no mistake
            _, problems = parse(REGISTERS[register].entry, data, {**self.vocabulary, "sectors": None}, self.names)
        self._report(file, (id_,), problems)
        self._miss(register, id_, left)
        return entry

    def _journal(self) -> dict[str, JournalEntry]:
        journal = {}
        for file in entry_files(self.files):
            entry, problems, left = parse_entry(self._data(file), self.vocabulary)
            lost = self._lost(file)
            self._report(file, (), [problem for problem in problems if not lost or problem.kind != "missing"])
            self._miss("journal", Path(file).stem, [*left, *((key,) for key in lost)])
            if entry is not None:
                journal[Path(file).stem] = entry
        if self.files.blocked(f"{JOURNAL}/entry"):
            self._miss("journal", "")
        return journal

    def _data(self, file: str) -> dict[str, Any]:
        return self.files.laid_over(file, f"{PRIVATE}/{file}") if self.private else self.files.data(file)

    def _lost(self, file: str) -> set[str]:
        """Return the keys of a file that could not be read, in its namesake in ``private/`` as well."""
        return self.files.lost(file) | (self.files.lost(f"{PRIVATE}/{file}") if self.private else set())

    def _miss(self, kind: str, id_: str, paths: Iterable[DataPath] = ((),)) -> None:
        """Note what could not be read: fields, or by default the whole."""
        self.unread |= {Ref(kind, id_, path) for path in paths}

    def _report(self, file: str, at: tuple[str | int, ...], problems: list[Problem]) -> None:
        for problem in problems:
            code = {"unknown_key": "F08", "missing": "F11"}.get(problem.kind, "F09")
            self._find(code, file, (*at, *problem.path), problem.message, problem.remedy, problem.readings)

    def _find(
        self,
        code: str,
        file: str,
        path: tuple[str | int, ...],
        message: Text,
        action: Text,
        readings: tuple[Any, ...] = (),
    ) -> None:
        private = f"{PRIVATE}/{file}"
        if self.private and path and path[0] in self.files.data(private):
            file = private if self.files.has(private, path) or not self.files.has(file, path) else file
        name = ".".join(str(step) for step in path)
        said = say("{field}: {problem}", field=name, problem=message) if name else message
        finding = Finding(code, "error", said, action, place=self.files.place(file, path))
        document = self.files.document(file)
        self.findings.append(with_repair(finding, value_repair(document, file, path, readings)))
        if document is not None:
            self.told.add((file, written_at(document, path)))


def _stands_twice(register: str, id_: str, parts: tuple[str, str]) -> Text:
    if REGISTERS[register].split == "sector":
        return say("The entry '{entry}' stands in two sectors ({sectors}).", entry=id_, sectors=several(parts))
    return say("The entry '{entry}' stands in the files of {institutions}.", entry=id_, institutions=several(parts))


def _stand_in(name: str, catalogue: Catalogue) -> dict[str, Any]:
    """Return what stands in for what cannot be used in ``mainstream.yaml``, so that checking can go on."""
    return {
        "schema": SCHEMA,
        "catalogue": catalogue.stamp,
        "country": {"name": name},
        "plan": {"name": "?", "start": 1800, "end": 2200},
        "timing": "in_plan",
    }
