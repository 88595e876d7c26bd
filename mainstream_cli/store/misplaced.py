"""Files in the project folder that nothing reads: a mistyped name, another ending, a copy or another leftover."""

import os
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from mainstream_cli.language import say
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.finding import Finding, Place
from mainstream_cli.model.record import with_nearest
from mainstream_cli.reading import within
from mainstream_cli.store.files import Files
from mainstream_cli.store.layout import (
    EDITIONS,
    FOLDERS,
    JOURNAL,
    OF_SECTORS,
    PRIVATE,
    READ_FROM,
    SETTINGS,
    answer_files,
    register_files,
)
from mainstream_cli.store.leftovers import leftover_finding, reporting, twin_files, twin_finding

FREELY_NAMED = ("checklists", "templates")
LOOK_LIKE_DATA = (".yaml", ".yml", ".yaml.txt", ".yml.txt")  # editors on Windows add .txt and do not show it


def misplaced(files: Files, catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for every file in the data folders whose content would be overlooked or is a leftover."""
    yield from _not_folders(files)
    yield from (twin_finding(file, other) for file, other in twin_files(files).items())
    known = {
        SETTINGS,
        *(file for _, file in answer_files(catalogue)),
        *(file for *_, file in register_files(catalogue, reporting(files))),
    }
    for top in ("", f"{PRIVATE}/"):
        for folder, names in sorted(_folders(files, top).items()):
            here = {file.rpartition("/")[2] for file in known if file.rpartition("/")[0] == folder}
            for name in sorted(names):
                file = f"{folder}/{name}" if folder else name
                found = leftover_finding(files, top + file, names, here) or _overlooked(top, file, known, catalogue)
                if found is not None:
                    yield found


def _folders(files: Files, top: str) -> dict[str, set[str]]:
    """Map the folders below *top* to the names of the files in them; at the top itself, to what is of the settings."""
    found: dict[str, set[str]] = defaultdict(set)
    root = files.folder / top
    inside = [name for name in READ_FROM if not files.leads_out(f"{top}{name}")]
    inside += [name for name in FREELY_NAMED if within(files.folder, root / name)]  # whoever reads them says what is
    for folder, _, names in (step for name in inside for step in os.walk(root / name)):
        place = Path(folder).relative_to(root).as_posix()
        if not place.startswith(EDITIONS):  # what lies there is judged by its seal
            found[place].update(names)
    _, _, names = next(os.walk(root), ("", [], []))
    found[""] = {name for name in names if SETTINGS.partition(".")[0] in name}
    return found


def _overlooked(top: str, file: str, known: set[str], catalogue: Catalogue) -> Finding | None:
    folder, _, name = file.rpartition("/")
    if (
        not folder.startswith(READ_FROM)
        or not name.lower().endswith(LOOK_LIKE_DATA)
        or name.startswith(".")
        or file in known
        or (folder == JOURNAL and name.endswith(".yaml"))
        or (folder in OF_SECTORS and catalogue.may_have(Path(name).stem))
    ):
        return None
    message = with_nearest(say("Nothing reads this file."), file, known)
    return Finding("F13", "error", message, say("Rename it, or move it out of this folder."), place=Place(top + file))


def _not_folders(files: Files) -> Iterator[Finding]:
    for name in (PRIVATE, *FOLDERS, *(f"{PRIVATE}/{name}" for name in FOLDERS)):
        path = files.folder / name
        if not files.leads_out(name) and os.path.lexists(path) and not path.is_dir():
            message = say("This is not a folder, where a folder is expected.")
            yield Finding("F01", "error", message, say("Rename it, or move it out of this folder."), place=Place(name))
