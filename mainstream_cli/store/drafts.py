"""Entries that were begun and not finished: kept in ``private/`` under a key of our own, which nothing else reads."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.store.files import Files
from mainstream_cli.store.layout import PRIVATE, register_files
from mainstream_cli.store.leftovers import reporting
from mainstream_cli.store.save import block_on_disk, locked, put_block, take_block
from mainstream_cli.store.scaffold import private_text

KEY = "x_draft"


def read_draft(folder: Path, catalogue: Catalogue, register: str) -> dict[str, Any]:
    """Return the fields of the unfinished entry of a register, with the part where it is split; empty without one.

    Raises:
        MainstreamError: a file in ``private/`` cannot be read.
    """
    for name, part, file in register_files(catalogue, reporting(Files(folder))):
        if name == register:
            draft = block_on_disk(folder, f"{PRIVATE}/{file}", KEY)
            if isinstance(draft, dict) and draft:
                return {**draft, REGISTERS[register].split: part} if part else draft
    return {}


def save_draft(folder: Path, catalogue: Catalogue, register: str, fields: Mapping[str, Any]) -> None:
    """Keep *fields* as the draft of a register, in the file of its part if it is split; no fields remove it.

    Raises:
        MainstreamError: a file cannot be read or written.
    """
    split = REGISTERS[register].split
    part = str(fields.get(split, "")) if split else ""
    kept = {name: value for name, value in fields.items() if name != split}
    with locked(folder):
        for name, other, file in register_files(catalogue, {*reporting(Files(folder)), part}):
            path = f"{PRIVATE}/{file}"
            if name == register and other == part and kept:
                put_block(folder, path, private_text(file), KEY, kept)
            elif name == register and block_on_disk(folder, path, KEY) is not None:
                take_block(folder, path, KEY, private_text(file))
