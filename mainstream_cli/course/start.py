"""Begins an exercise: a fresh sample with faults hidden in it, in a folder for one group."""

import shutil
import tempfile
from pathlib import Path

from mainstream_cli.content import load_catalogue
from mainstream_cli.content.samples import SANDORIA, sample_folder
from mainstream_cli.course.exercises import find_lesson
from mainstream_cli.course.folder import (
    LOG,
    keep_copy,
    lay_changes,
    put_back,
    read_log,
    renew_sign_offs,
    save_log,
    save_sheet,
)
from mainstream_cli.course.group import Open, findings_of
from mainstream_cli.course.instructions import instructions
from mainstream_cli.course.marking import names_of
from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import say
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.training import Lesson, Log
from mainstream_cli.rules import digest
from mainstream_cli.store import load
from mainstream_cli.store.create import create_from


def begin(name: str, folder: Path, open_: Open) -> str:
    """Make *folder* for a group with the exercise called *name*, and return the sheet with situation, task and steps.

    Raises:
        MainstreamError: there is no such exercise, the folder is not empty or cannot be written, or it lies in the
            folder of another group, where its files would count as both groups' work.
    """
    around = next((place for place in folder.absolute().resolve().parents if (place / LOG).is_file()), None)
    if around is not None:
        message = say(
            "{folder} would lie inside {around}, the folder of a group; nothing was made.",
            folder=str(folder),
            around=around.name,
        )
        action = say(
            "Leave it first:  {command}  and then begin the next exercise in a new folder beside it.", command="cd .."
        )
        raise MainstreamError(message, action=action, code="P30")
    return _make(name, folder, open_)


def _make(name: str, folder: Path, open_: Open) -> str:
    catalogue = load_catalogue()
    lesson = find_lesson(catalogue, name)
    create_from(folder, sample_folder(SANDORIA), catalogue)
    try:
        return _fill(folder, catalogue, lesson, open_)
    except BaseException:  # Ctrl-C too: a folder that is half made could neither be used nor be named again
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _fill(folder: Path, catalogue: Catalogue, lesson: Lesson, open_: Open) -> str:
    prepare(folder, catalogue, lesson)
    found = names_of(findings_of(open_(folder)))
    save_log(folder, Log(schema=1, exercise=lesson.id, edition=catalogue.edition, found=tuple(found)))
    sheet = instructions(lesson, catalogue)
    save_sheet(folder, sheet)
    return sheet


def prepare(folder: Path, catalogue: Catalogue, lesson: Lesson) -> None:
    """Hide the faults of an exercise in a fresh sample, as if they had been there when its stages were signed.

    Raises:
        MainstreamError: a file cannot be written.
    """
    lay_changes(folder, catalogue, load(folder, catalogue).project, lesson.changes)
    public = load(folder, catalogue).public
    renew_sign_offs(folder, {stage.id: digest(public, stage) for stage in catalogue.stages}, catalogue.edition)


def begin_again(folder: Path, open_: Open) -> Path:
    """Put a group's folder back to the start of its exercise and return where its work is kept.

    Raises:
        MainstreamError: no exercise was begun here, or a file cannot be written.
    """
    name = read_log(folder).exercise
    kept = keep_copy(folder)
    with tempfile.TemporaryDirectory() as place:
        fresh = Path(place) / "fresh"
        _make(name, fresh, open_)
        put_back(folder, fresh)
    return kept
