"""Files in the project folder that nothing reads: a mistyped name, another ending, a copy."""

from collections.abc import Iterator
from pathlib import Path

from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.finding import Finding, Place
from mainstream_cli.model.record import nearest
from mainstream_cli.store.files import Files
from mainstream_cli.store.layout import JOURNAL, PRIVATE, answer_files, register_files

READ_FROM = ("answers", "registers", JOURNAL)
FOLDERS = (*READ_FROM, "answers/sectors", "registers/actions")
OF_SECTORS = ("answers/sectors", "registers/actions")
LOOK_LIKE_DATA = (".yaml", ".yml", ".yaml.txt", ".yml.txt")  # editors on Windows add .txt and do not show it


def misplaced(files: Files, catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for every YAML file in the data folders whose content would be overlooked."""
    yield from _not_folders(files)
    known = {file for _, file in answer_files(catalogue)} | {file for *_, file in register_files(catalogue)}
    for top in (files.folder, files.folder / PRIVATE):
        for path in sorted(
            path for name in READ_FROM for path in (top / name).rglob("*") if path.name.lower().endswith(LOOK_LIKE_DATA)
        ):
            file = path.relative_to(top).as_posix()
            if (
                path.name.startswith(".")
                or file in known
                or (file == f"{JOURNAL}/{path.name}" and path.suffix == ".yaml")
                or (Path(file).parent.as_posix() in OF_SECTORS and catalogue.may_have(Path(file).stem))
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


def _not_folders(files: Files) -> Iterator[Finding]:
    for name in (PRIVATE, *FOLDERS, *(f"{PRIVATE}/{name}" for name in FOLDERS)):
        if (files.folder / name).is_file():
            message = "This is a file, where a folder is expected."
            yield Finding("F01", "error", message, "Rename it, or move it out of this folder.", place=Place(name))
