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
    file = answers_file(catalogue, catalogue.questions[question].home)
    return _on_disk(folder, catalogue, Answer, file, question)


def read_entry(folder: Path, catalogue: Catalogue, register: str, id_: str, part: str) -> Entry | None:
    """Return an entry as it is on disk now, with what is private laid over it; None when there is none.

    Raises:
        MainstreamError: the file cannot be read, or the block is not an entry of that register.
    """
    return _on_disk(folder, catalogue, REGISTERS[register].entry, register_file(register, part), id_)


def save_seen_answer(
    folder: Path, catalogue: Catalogue, question: str, change: Mapping[str, Any], seen: Answer | None
) -> tuple[bool, Answer | None]:
    """Save *change* if the answer on disk is still *seen*; return whether it was, and the answer on disk afterwards.

    Raises:
        MainstreamError: the file cannot be read or written; it is then as it was.
    """
    with locked(folder):
        now = read_answer(folder, catalogue, question)
        if now != seen:
            return False, now
        put_answer(folder, catalogue, question, change)
        return True, read_answer(folder, catalogue, question)


def save_seen_entry(
    folder: Path,
    catalogue: Catalogue,
    register: str,
    id_: str,
    part: str,
    change: Mapping[str, Any],
    seen: Entry | None,
) -> tuple[bool, Entry | None]:
    """Save *change* if the entry on disk is still *seen*; return whether it was, and the entry on disk afterwards.

    Raises:
        MainstreamError: the file cannot be read or written; it is then as it was.
    """
    with locked(folder):
        now = read_entry(folder, catalogue, register, id_, part)
        if now != seen:
            return False, now
        put_entry(folder, register, id_, part, change)
        return True, read_entry(folder, catalogue, register, id_, part)


def _on_disk(folder: Path, catalogue: Catalogue, cls: type[R], file: str, key: str) -> R | None:
    public, hidden = block_on_disk(folder, file, key), block_on_disk(folder, f"{PRIVATE}/{file}", key)
    data = over(public, hidden, wrap=cls is Answer)
    if data is None:
        return None
    record, problems = parse(cls, data, catalogue.vocabulary)
    if record is None:
        action = nothing_changed(problems[0].action)
        raise MainstreamError(problems[0].message, action=action, where=f"{file}: {key}", code="F09")
    return record
