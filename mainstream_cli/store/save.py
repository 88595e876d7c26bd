"""Changes one block of one file, under a lock, from what is on disk now."""

import datetime
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from mainstream_cli import yamlfile
from mainstream_cli.errors import MainstreamError
from mainstream_cli.model.answer import Answer
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.store.files import within
from mainstream_cli.store.layout import JOURNAL, LOCK, answers_file, register_file
from mainstream_cli.store.scaffold import answers_text, register_text

PATIENCE_SECONDS = 10
Block = dict[str, Any]


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    try:
        with FileLock(folder / LOCK, timeout=PATIENCE_SECONDS):
            yield
    except Timeout as error:
        message = f"Another mainstream has been writing in {folder} for {PATIENCE_SECONDS} seconds."
        raise MainstreamError(
            message, action="Wait until it has finished, then try again. Nothing was changed.", code="P02"
        ) from error
    except OSError as error:
        message = f"The project folder {folder} cannot be written to: {error.strerror}."
        raise MainstreamError(
            message, action="Check the permissions of the folder, or copy the project elsewhere.", code="P02"
        ) from error


@contextmanager
def _file_named(file: str) -> Iterator[None]:
    """Let a message about the text of *file* say which file that is."""
    try:
        yield
    except MainstreamError as problem:
        problem.where = f"{file}, {problem.where}" if problem.where.startswith("line ") else file
        raise


def save_answer(folder: Path, catalogue: Catalogue, question: str, change: Mapping[str, Any]) -> None:
    """Lay *change* over the answer to *question* and write it; fields of *change* that are None are removed.

    Raises:
        MainstreamError: the file cannot be read or written; it is then as it was.
    """
    sheet = catalogue.questions[question].home
    file = answers_file(catalogue, sheet)
    with _locked(folder), _file_named(file):
        path = folder / file
        document = _read(path) if path.exists() else yamlfile.parse(answers_text(catalogue, sheet))
        _save(folder, path, document, question, change, tuple(Answer.model_fields))


def save_entry(folder: Path, register: str, id_: str, sector: str, change: Mapping[str, Any]) -> None:
    """Lay *change* over the entry *id_* of a register, or add it at its sorted place.

    Raises:
        MainstreamError: the file cannot be read or written; it is then as it was.
    """
    file = register_file(register, sector)
    with _locked(folder), _file_named(file):
        path = folder / file
        document = _read(path) if path.exists() else yamlfile.parse(register_text(register, sector))
        _save(folder, path, document, id_, change, tuple(REGISTERS[register].model_fields))


def save_sign_off(folder: Path, stage: str, day: datetime.date, fields: Mapping[str, Any]) -> Path:
    """Write a sign-off as a new file of the journal and return its path; files of the journal are never rewritten.

    Raises:
        MainstreamError: the file cannot be written.
    """
    with _locked(folder):
        path = folder / JOURNAL / f"{day.isoformat()}-sign_off-{stage}-{secrets.token_hex(3)}.yaml"
        header = "A sign-off: it records an approval and is no electronic signature. This file is never changed."
        _write(folder, path, yamlfile.dump({"kind": "sign_off", "stage": stage, **fields}, header=header))
    return path


def _read(path: Path) -> yamlfile.Document:
    try:
        return yamlfile.read(path)
    except yamlfile.YamlProblem as problem:
        line = f"line {problem.line}" if problem.line else ""
        raise MainstreamError(problem.message, action=problem.action, where=line, code=problem.code) from problem


def _save(
    folder: Path, path: Path, document: yamlfile.Document, key: str, change: Mapping[str, Any], order: tuple[str, ...]
) -> None:
    before = document.data.get(key) if isinstance(document.data, dict) else None
    _write(folder, path, yamlfile.replace_block(document, key, _laid_over(before, change, order)))


def _laid_over(before: object, change: Mapping[str, Any], order: tuple[str, ...]) -> Block:
    below = before if isinstance(before, dict) else {} if before is None else {"value": before}
    merged = {**below, **change}
    own = [name for name in merged if name not in order]
    return {name: merged[name] for name in (*order, *own) if merged.get(name) is not None}


def _write(folder: Path, path: Path, text: str) -> None:
    if not within(folder, path.parent):
        message = f"{path.parent.relative_to(folder).as_posix()} is a link that leads out of the project folder."
        raise MainstreamError(message, action="Put the folder itself here. Nothing was changed.", code="F01")
    path.parent.mkdir(parents=True, exist_ok=True)
    yamlfile.replace(path, text.encode("utf-8"))
