"""What the commands of ``mainstream train`` share: making a group's folder, and reading how far it has come."""

import re
import shlex
import shutil
import tempfile
from pathlib import Path
from typing import Any

from mainstream_cli.cli.init_verb import sample_folder
from mainstream_cli.cli.options import case_of, opened
from mainstream_cli.content import load_catalogue
from mainstream_cli.course import as_row, instructions, mark, names_of, solutions
from mainstream_cli.course.exercises import SAMPLE, find_lesson, load_lessons
from mainstream_cli.course.folder import (
    LOG,
    SHEET,
    keep_copy,
    lay_changes,
    put_back,
    read_log,
    renew_sign_offs,
    save_log,
    save_sheet,
)
from mainstream_cli.errors import MainstreamError
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.training import Lesson, Log, Report, Solution
from mainstream_cli.rules import check, digest
from mainstream_cli.store import ProjectFolder, create_from, find, load


def begin(name: str, folder: Path) -> Lesson:
    """Make *folder* for a group with the exercise called *name*.

    Raises:
        MainstreamError: there is no such exercise, or the folder is not empty or cannot be written.
    """
    catalogue = load_catalogue()
    lesson = find_lesson(load_lessons(catalogue), name)
    create_from(folder, sample_folder(SAMPLE), catalogue)
    try:
        _fill(folder, catalogue, lesson)
    except BaseException:  # Ctrl-C too: a folder that is half made could neither be used nor be named again
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return lesson


def _fill(folder: Path, catalogue: Catalogue, lesson: Lesson) -> None:
    prepare(folder, catalogue, lesson)
    found = names_of(_findings(load(folder, catalogue)))
    save_log(folder, Log(schema=1, exercise=lesson.id, edition=catalogue.edition, found=tuple(found)))
    save_sheet(folder, instructions(lesson, catalogue))


def refuse_inside_group(folder: Path) -> None:
    """Refuse to make a group's folder inside another one, where its files would count as both groups' work.

    Raises:
        MainstreamError: *folder* lies in the folder of a group.
    """
    around = next((each for each in folder.absolute().resolve().parents if (each / LOG).is_file()), None)
    if around is not None:
        message = f"{folder} would lie inside {around.name}, the folder of a group; nothing was made."
        action = "Leave it first:  cd ..  and then begin the next exercise in a new folder beside it."
        raise MainstreamError(message, action=action, code="P30")


def group_folder(project: Path | None) -> Path:
    """Return the folder of the group around or named.

    Raises:
        MainstreamError: there is none; the groups in the current folder are named.
    """
    if project is not None:
        return project
    here = Path.cwd()
    around = next((each for each in (here, *here.parents) if (each / LOG).is_file()), find(here))
    if around is not None:
        return around
    groups = _groups(here)
    action = "Begin an exercise: mainstream train start EXERCISE DIR. All exercises: mainstream train list"
    if groups:
        action = f"Go into it first, for instance:  cd {shlex.quote(groups[0].name)}"
    raise MainstreamError("This is not the folder of a group.", action=action, code="P30")


def _groups(folder: Path) -> list[Path]:
    """Return the groups' folders in *folder*, table-2 before table-10."""
    found = {path.parent for name in (LOG, SHEET) for path in folder.glob(f"*/{name}")}
    return sorted((each for each in found if "-before-reset-" not in each.name), key=_as_counted)


def _as_counted(folder: Path) -> list[tuple[int, str]]:
    parts = re.split(r"(\d+)", folder.name.casefold())
    return [(int(each), "") if each.isdecimal() else (-1, each) for each in parts]


def prepare(folder: Path, catalogue: Catalogue, lesson: Lesson) -> None:
    """Hide the faults of an exercise in a fresh sample, as if they had been there when its stages were signed.

    Raises:
        MainstreamError: a file cannot be written.
    """
    lay_changes(folder, catalogue, load(folder, catalogue).project, lesson.changes)
    public = load(folder, catalogue).public
    renew_sign_offs(folder, {stage.id: digest(public, stage) for stage in catalogue.stages}, catalogue.edition)


def sheet_of(lesson: Lesson) -> str:
    """Return situation, task and steps of an exercise."""
    return instructions(lesson, load_catalogue())


def reported(project: Path | None) -> tuple[ProjectFolder, Log, Report]:
    """Return the project of a group, what it remembers, and how far it has come.

    Raises:
        MainstreamError: no exercise was begun here, or a file cannot be read.
    """
    folder = group_folder(project)
    log = read_log(folder)
    loaded = opened(folder)
    lesson = find_lesson(load_lessons(load_catalogue()), log.exercise)
    return loaded, log, mark(lesson, case_of(loaded), _findings(loaded), log)


def take_hint(loaded: ProjectFolder, log: Log, lesson: Lesson, number: int) -> str:
    """Return the next hint for one point and count it; when all are taken, the last one again, uncounted.

    Raises:
        MainstreamError: the count cannot be written.
    """
    hints = lesson.hints[number - 1]
    taken = log.hints.get(str(number), 0)
    if taken < len(hints):
        save_log(loaded.folder, log.model_copy(update={"hints": {**log.hints, str(number): taken + 1}}))
        return f"{number}. Hint {taken + 1} of {len(hints)}: {hints[taken].strip()}"
    return f"{number}. There is no further hint. The last one was: {hints[-1].strip()}"


def debriefing(name: str | None, project: Path | None) -> tuple[Lesson, list[Solution], bool]:
    """Return an exercise with its worked reading, and whether a group's folder was made to remember it.

    Raises:
        MainstreamError: there is no such exercise, none was named or begun, or a file cannot be read or written.
    """
    catalogue = load_catalogue()
    folder = group_folder(project) if name is None else project or find(Path.cwd())
    log = read_log(folder) if folder is not None and (name is None or (folder / LOG).is_file()) else None
    lesson = find_lesson(load_lessons(catalogue), name or (log.exercise if log else ""))
    noted = log is not None and log.exercise == lesson.id
    if folder is not None and log is not None and noted:
        save_log(folder, log.model_copy(update={"debriefed": True}))
    return lesson, solutions(lesson, catalogue, load(sample_folder(SAMPLE), catalogue).written), noted


def begin_again(project: Path | None) -> Path:
    """Put a group's folder back to the start of its exercise and return where its work is kept.

    Raises:
        MainstreamError: no exercise was begun here, or a file cannot be written.
    """
    folder = group_folder(project)
    name = read_log(folder).exercise
    kept = keep_copy(folder)
    with tempfile.TemporaryDirectory() as place:
        fresh = Path(place) / "fresh"
        begin(name, fresh)
        put_back(folder, fresh)
    return kept


def rows_of(folder: Path) -> tuple[list[dict[str, Any]], list[str]]:
    """Return a line for every group in *folder*, and words on those that could not be read.

    Raises:
        MainstreamError: the folder is not there.
    """
    if not folder.is_dir():
        raise MainstreamError(f"{folder} is not a folder.", action="Name the folder of the groups.", code="P30")
    rows, left_out = [], []
    for place in _groups(folder):
        try:
            rows.append(as_row(place.name, reported(place)[2]))
        except MainstreamError as problem:
            left_out.append(f"{place.name}: left out. {problem.message}")
    return rows, left_out


def _findings(loaded: ProjectFolder) -> list[Finding]:
    return [*loaded.findings, *check(case_of(loaded))]
