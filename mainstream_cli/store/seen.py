"""Reads single blocks as they are on disk now, and saves one only if it is still as it was shown."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from mainstream_cli.errors import MainstreamError, nothing_changed
from mainstream_cli.model.answer import Answer
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.record import Record, parse
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.model.registers.entry import Entry
from mainstream_cli.store.files import over
from mainstream_cli.store.layout import PRIVATE, answers_file, register_file
from mainstream_cli.store.save import block_on_disk, locked, put_answer, put_entry

R = TypeVar("R", bound=Record)


def read_answer(folder: Path, catalogue: Catalogue, question: str) -> Answer | None:
    """Return the answer to *question* as it is on disk now, with what is private laid over it.

    Raises:
        MainstreamError: the file cannot be read, or the block is not an answer.
    """
    file, private = _files(catalogue, question)
    return _answer(catalogue, question, block_on_disk(folder, file, question), block_on_disk(folder, private, question))


def read_entry(folder: Path, catalogue: Catalogue, register: str, id_: str, sector: str) -> Entry | None:
    """Return an entry as it is on disk now, with what is private laid over it; None when there is none.

    Raises:
        MainstreamError: the file cannot be read, or the block is not an entry of that register.
    """
    file = register_file(register, sector)
    public, hidden = block_on_disk(folder, file, id_), block_on_disk(folder, f"{PRIVATE}/{file}", id_)
    return _record(REGISTERS[register].entry, over(public, hidden, wrap=False), f"{file}: {id_}", catalogue)


def save_seen_answer(
    folder: Path, catalogue: Catalogue, question: str, change: Mapping[str, Any], seen: Answer | None
) -> tuple[bool, Answer | None]:
    """Save *change* if the answer on disk is still *seen*; return whether it was, and the answer on disk afterwards.

    Raises:
        MainstreamError: the file cannot be read or written; it is then as it was.
    """
    file, private = _files(catalogue, question)
    with locked(folder):
        public, hidden = block_on_disk(folder, file, question), block_on_disk(folder, private, question)
        now = _answer(catalogue, question, public, hidden)
        if now != seen:
            return False, now
        put_answer(folder, catalogue, question, change)
        public, hidden = block_on_disk(folder, file, question), block_on_disk(folder, private, question)
    return True, _answer(catalogue, question, public, hidden)


def save_seen_entry(
    folder: Path,
    catalogue: Catalogue,
    register: str,
    id_: str,
    sector: str,
    change: Mapping[str, Any],
    seen: Entry | None,
) -> tuple[bool, Entry | None]:
    """Save *change* if the entry on disk is still *seen*; return whether it was, and the entry on disk afterwards.

    Raises:
        MainstreamError: the file cannot be read or written; it is then as it was.
    """
    with locked(folder):
        now = read_entry(folder, catalogue, register, id_, sector)
        if now != seen:
            return False, now
        put_entry(folder, register, id_, sector, change)
        return True, read_entry(folder, catalogue, register, id_, sector)


def _files(catalogue: Catalogue, question: str) -> tuple[str, str]:
    file = answers_file(catalogue, catalogue.questions[question].home)
    return file, f"{PRIVATE}/{file}"


def _answer(catalogue: Catalogue, question: str, public: object, hidden: object) -> Answer | None:
    where = f"{_files(catalogue, question)[0]}: {question}"
    return _record(Answer, over(public, hidden, wrap=True), where, catalogue)


def _record(cls: type[R], data: object, where: str, catalogue: Catalogue) -> R | None:
    if data is None:
        return None
    record, problems = parse(cls, data, catalogue.vocabulary)
    if record is None:
        action = nothing_changed(problems[0].action)
        raise MainstreamError(problems[0].message, action=action, where=where, code="F09")
    return record
