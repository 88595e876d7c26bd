"""The folder of a group in a course: a sample with changes, and a small file that remembers the exercise."""

import shutil
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from mainstream_cli import yamlfile
from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import say, speak
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.project import Project
from mainstream_cli.model.record import parse
from mainstream_cli.model.training import Log
from mainstream_cli.reading import read_bytes, within
from mainstream_cli.store.layout import EDITIONS, FORMER, JOURNAL, LOCK, PRIVATE, answers_file, register_file
from mainstream_cli.store.save import block_on_disk, locked, put_block, read_page, take_block, write
from mainstream_cli.store.scaffold import register_text

LOG = ".train.yaml"
SHEET = "EXERCISE.md"
HEADER = say("What mainstream train remembers of this group's exercise. No names of people.")
BEGIN = "mainstream train start EXERCISE DIR"
Changes = Iterable[tuple[str, Mapping[str, Any] | None]]
MAX_WORK = 100_000_000
RENEWED = ("answers", "registers", JOURNAL, PRIVATE)


def lay_changes(folder: Path, catalogue: Catalogue, project: Project, changes: Changes) -> None:
    """Change answers and entries of a sample; no fields at all empties the answer or removes the entry.

    Raises:
        MainstreamError: a file cannot be read or written.
    """
    with locked(folder):
        for place, fields in changes:
            register, _, id_ = place.partition("/")
            part = project.part(register, id_)
            is_answer = register == "answers"
            file = (
                answers_file(catalogue, catalogue.questions[id_].home) if is_answer else register_file(register, part)
            )
            if fields is not None:
                before = block_on_disk(folder, file, id_)
                merged = {**(before if isinstance(before, dict) else {}), **fields}
                kept = {name: value for name, value in merged.items() if value is not None}
                put_block(folder, file, "", id_, kept)
            elif is_answer:
                write(folder, folder / file, yamlfile.replace_block(read_page(folder, folder / file), id_, None))
            else:
                take_block(folder, file, id_, register_text(register, part))


def renew_sign_offs(folder: Path, digests: Mapping[str, str], edition: str) -> None:
    """Let the sign-offs of an invented country cover what stands there now; *digests* are by stage.

    Raises:
        MainstreamError: a file cannot be read or written.
    """
    with locked(folder):
        for path in sorted((folder / JOURNAL).glob("*.yaml")):
            page = read_page(folder, path)
            entry = page.data
            if isinstance(entry, dict) and entry.get("kind") == "sign_off" and "digest" in entry:
                now = {"digest": digests[str(entry["stage"])], "edition": edition}
                write(folder, path, yamlfile.replace_blocks(page, now))


def save_log(folder: Path, log: Log) -> None:
    """Write what the folder remembers of its exercise.

    Raises:
        MainstreamError: it cannot be written.
    """
    with locked(folder):
        write(folder, folder / LOG, yamlfile.dump(log.model_dump(mode="json", by_alias=True), header=speak(HEADER)))


def read_log(folder: Path) -> Log:
    """Return what a folder remembers of its exercise.

    Raises:
        MainstreamError: no exercise was begun here, or the file cannot be read.
    """
    path = folder / LOG
    if not path.is_file():
        message = say("No exercise was begun in {folder}.", folder=str(folder))
        action = say("Begin one: {command}", command=BEGIN)
        if (folder / SHEET).is_file():
            message = say(
                "{folder} has an exercise, but its file {file} was lost on the way.", folder=str(folder), file=LOG
            )
            action = say("Copy the whole folder again, with its hidden files; or begin again in a new folder.")
        raise MainstreamError(message, action=action, code="P30")
    log, problems = parse(Log, read_page(folder, path).data)
    if log is None:
        message = say("{file}: {sentence}", file=LOG, sentence=problems[0].message)
        action = say("Begin again in a new folder: {command}", command=BEGIN)
        raise MainstreamError(message, action=action, where=LOG, code="P30")
    return log


def save_sheet(folder: Path, text: str) -> None:
    """Write the sheet with situation, task and steps.

    Raises:
        MainstreamError: it cannot be written.
    """
    with locked(folder):
        write(folder, folder / SHEET, text)


def keep_copy(folder: Path) -> Path:
    """Copy the work of a group beside its folder and return the new folder.

    Raises:
        MainstreamError: the copy cannot be made.
    """
    names = (f"{folder.name}-before-reset-{number}" for number in range(1, 1000))
    target = next(path for name in names if not (path := folder.parent / name).exists())
    try:
        shutil.copytree(folder, target, symlinks=True, ignore=_not_work, copy_function=_copy)
    except OSError as error:
        message = say("The work cannot be kept in {folder}: {reason}.", folder=str(target), reason=str(error))
        action = say("Nothing was reset. Free some space, or copy the folder.")
        raise MainstreamError(message, action=action, code="P30") from error
    return target


def _not_work(place: str, names: list[str]) -> set[str]:
    """Return what stays behind: marks of the tool, documents, what is neither a folder nor a file of usual size."""
    found = {name: (Path(place) / name).lstat() for name in names}
    odd = {
        name
        for name, status in found.items()
        if not stat.S_ISDIR(status.st_mode)
        and not stat.S_ISLNK(status.st_mode)
        and (not stat.S_ISREG(status.st_mode) or status.st_size > MAX_WORK)
    }
    return odd | ({LOCK, FORMER, "reports"} & found.keys())


def _copy(source: str, target: str) -> str:
    Path(target).write_bytes(read_bytes(Path(source), MAX_WORK))
    return target


def put_back(folder: Path, fresh: Path) -> None:
    """Put the files of *fresh* in the place of those of a group; documents in ``reports/`` stay.

    Raises:
        MainstreamError: a file cannot be written or removed.
    """
    wanted = {path.relative_to(fresh).as_posix(): path for path in fresh.rglob("*") if path.is_file()}
    with locked(folder):
        for place in (folder / EDITIONS).glob("*") if within(folder, folder / EDITIONS) else ():
            if not any(name.startswith(f"{EDITIONS}/{place.name}/") for name in wanted):
                shutil.rmtree(place, ignore_errors=True)
        for name, path in wanted.items():
            if not path.name.startswith(LOCK):
                write(folder, folder / name, read_bytes(path, yamlfile.MAX_BYTES, fresh).decode("utf-8"))
        for top in RENEWED:
            inside = (folder / top).rglob("*.yaml") if within(folder, folder / top) else ()
            for path in sorted(inside):
                if path.relative_to(folder).as_posix() not in wanted:
                    path.unlink()
