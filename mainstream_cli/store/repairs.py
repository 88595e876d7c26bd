"""The right line for what is wrong in a file: from readings of a value, or from the form of the file itself."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from mainstream_cli import yamlfile
from mainstream_cli.model.answer import Answer
from mainstream_cli.model.finding import Finding, Repair
from mainstream_cli.model.record import Record
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.model.shapes import annotation_at, is_text
from mainstream_cli.store.layout import PRIVATE

LEVELS = ("F03", "F08", "F09", "F11")
DataPath = tuple[str | int, ...]


def record_of(file: str) -> type[Record] | None:
    """Return what each block of a file of answers or of a register is, None for another file."""
    top, *rest = file.removeprefix(f"{PRIVATE}/").split("/")
    if top == "answers":
        return Answer
    register = REGISTERS.get(rest[0].removesuffix(".yaml")) if top == "registers" and rest else None
    return register.entry if register else None


@cache
def closed_names() -> frozenset[str]:
    """Return the names of fields that hold no free text in some record."""
    records: tuple[type[Record], ...] = (Answer, *(register.entry for register in REGISTERS.values()))
    names = {name for cls in records for name in cls.model_fields if not is_text(annotation_at(cls, (name,)))}
    return frozenset(names - {"value"})


def value_repair(document: yamlfile.Document | None, file: str, path: DataPath, values: Sequence[Any]) -> Repair | None:
    """Return the right line for each of the *values* that can be meant at *path*."""
    if document is None or not values:
        return None
    path = written_at(document, path)
    lines = tuple(line for value in values if (line := yamlfile.right_line(document, path, value)))
    return Repair(file, lines, path, tuple(values)) if lines else None


def written_at(document: yamlfile.Document, path: DataPath) -> DataPath:
    """Return where the value at *path* is written: an answer can stand right behind the name of its question."""
    short = tuple(step for number, step in enumerate(path) if number != 1 or step != "value")
    return short if document.node(path) is None and document.node(short) is not None else path


def form_repair(file: str, text: str, problem: yamlfile.YamlProblem) -> Repair | None:
    """Return the right line where the form of a file is wrong in one line."""
    mended = yamlfile.mended(text, problem, closed_names())
    if mended is not None:
        (line,) = mended.lines.values()
        return Repair(file, (line.strip(),), text=mended.text)
    return level_repair(file, text, problem.line or 0) if problem.code in LEVELS else None


def level_repair(file: str, text: str, line: int) -> Repair | None:
    """Return the right line where a field stands at the level of the ids, below the id that it belongs to."""
    mended = _levelled(file, text)
    return Repair(file, (mended.lines[line],), text=mended.text) if mended and line in mended.lines else None


@lru_cache(maxsize=8)
def _levelled(file: str, text: str) -> yamlfile.Mended | None:
    cls = record_of(file)
    mended = yamlfile.indented(text, cls.model_fields) if cls else None
    return mended if mended and _wrongs(mended.text) <= _wrongs(text) else None


def _wrongs(text: str) -> int:
    return len(yamlfile.salvage(Path(), text=text).problems)


def with_repair(finding: Finding, repair: Repair | None) -> Finding:
    """Return a finding that says the right line."""
    return finding if repair is None else replace(finding, repair=repair, action=repair.instead_of(finding.action))
