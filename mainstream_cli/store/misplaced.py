"""Files in the project folder that nothing reads: a mistyped name, another ending, a copy."""

import os
from collections.abc import Iterator
from pathlib import Path

from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.finding import Finding, Place
from mainstream_cli.model.record import nearest
from mainstream_cli.store.files import Files
from mainstream_cli.store.layout import FOLDERS, JOURNAL, PRIVATE, READ_FROM, answer_files, register_files

LOOK_LIKE_DATA = (".yaml", ".yml", ".yaml.txt", ".yml.txt")  # editors on Windows add .txt and do not show it


def misplaced(files: Files, catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for every YAML file in the data folders whose content would be overlooked."""
    yield from _not_folders(files)
    known = {file for _, file in answer_files(catalogue)} | {file for *_, file in register_files(catalogue)}
    for top in ("", f"{PRIVATE}/"):
        for path in _like_data(files, top):
            file = path.relative_to(files.folder / top).as_posix()
            if (
                path.name.startswith(".")
                or file in known
                or (file == f"{JOURNAL}/{path.name}" and path.suffix == ".yaml")
            ):
                continue
            hint = nearest(file, known)
            place = Place(path.relative_to(files.folder).as_posix())
            yield Finding(
                "F13",
                "error",
                f"Nothing reads this file.{hint}",
                "Rename it, or move it out of this folder.",
                place=place,
            )


def _like_data(files: Files, top: str) -> list[Path]:
    """Return what looks like data below *top*; a link out, which may lead to a whole disk, is not gone through."""
    folders = [files.folder / f"{top}{name}" for name in READ_FROM if not files.leads_out(f"{top}{name}")]
    return sorted(path for each in folders for path in each.rglob("*") if path.name.lower().endswith(LOOK_LIKE_DATA))


def _not_folders(files: Files) -> Iterator[Finding]:
    for name in (PRIVATE, *FOLDERS, *(f"{PRIVATE}/{name}" for name in FOLDERS)):
        path = files.folder / name
        if not files.leads_out(name) and os.path.lexists(path) and not path.is_dir():
            message = "This is not a folder, where a folder is expected."
            yield Finding("F01", "error", message, "Rename it, or move it out of this folder.", place=Place(name))
