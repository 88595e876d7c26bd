"""Finds the bare texts of a register that are written as blocks today, and moves each into its block."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mainstream_cli import yamlfile
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.record import Record, is_bare, once_texts
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.store.layout import PRIVATE, register_files
from mainstream_cli.store.read import ProjectFolder
from mainstream_cli.store.rewriting import MARK
from mainstream_cli.store.save import read_page

Found = list[tuple[tuple[str | int, ...], str]]


def files_with_texts(loaded: ProjectFolder) -> dict[str, int]:
    """Count the bare texts that are to become blocks, by file; ``private/`` and the views of tables included."""
    counted = {file: len(_texts(cls, loaded.files.data(file))) for file, cls in _files(loaded.catalogue).items()}
    return {file: number for file, number in counted.items() if number}


def in_blocks(folder: Path, catalogue: Catalogue, file: str) -> tuple[str, dict[str, tuple[Any, Any]]]:
    """Return the text of a file as it is on disk now with its bare texts in blocks, and its entries before and after.

    Raises:
        MainstreamError: the file cannot be read, or the text would not read back as it was meant.
    """
    page = read_page(folder, folder / file)
    found, text = _texts(_files(catalogue)[file], page.data), page.text
    for name in dict.fromkeys(name for _, name in found):
        text = yamlfile.nested(yamlfile.parse(text, file), [path for path, inner in found if inner == name], name)
    after = yamlfile.parse(text).data
    mark = MARK.decode() if yamlfile.content_of(folder / file, folder).startswith(MARK) else ""
    return mark + text, {key: (page.data[key], after[key]) for key in dict.fromkeys(str(path[0]) for path, _ in found)}


def _files(catalogue: Catalogue) -> dict[str, type[Record]]:
    """Map the files of the registers in which a block can be written as a text to the class of their entries."""
    classes = {file: REGISTERS[register].entry for register, _, file in register_files(catalogue)}
    able = {file: cls for file, cls in classes.items() if once_texts(cls)}
    return {f"{folder}{file}": cls for file, cls in able.items() for folder in ("", f"{PRIVATE}/")}


def _texts(cls: type[Record], data: object) -> Found:
    """Return the path of each bare text with the key that it belongs under; what is the user's own (x_) stays."""
    entries = data.items() if isinstance(data, dict) else ()
    return [found for id_, entry in entries if not id_.startswith("x_") for found in _inside(cls, id_, entry)]


def _inside(cls: type[Record], id_: str, entry: object) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if not isinstance(entry, Mapping):
        return
    blocks: list[tuple[tuple[str | int, ...], Any]] = [((id_,), entry)]
    views = entry.get("positions")
    for at, view in enumerate(views if isinstance(views, list) else ()):
        blocks.append(((id_, "positions", at, "says"), view.get("says") if isinstance(view, Mapping) else None))
    for path, block in blocks:
        if isinstance(block, Mapping):
            yield from (((*path, name), key) for name, key in once_texts(cls).items() if is_bare(block.get(name)))
