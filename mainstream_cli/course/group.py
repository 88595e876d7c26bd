"""The folder of a group: where it is, how far it has come, and what it is told."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from mainstream_cli.content import load_catalogue
from mainstream_cli.content.samples import SANDORIA, sample_folder
from mainstream_cli.course.debriefing import solutions
from mainstream_cli.course.exercises import find_lesson
from mainstream_cli.course.folder import BEGIN, LOG, SHEET, read_log, save_log
from mainstream_cli.course.marking import mark
from mainstream_cli.course.results import as_row
from mainstream_cli.errors import MainstreamError, UsageError
from mainstream_cli.language import Text, say
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.training import Lesson, Report, Solution
from mainstream_cli.rules import Case, check
from mainstream_cli.store import ProjectFolder, find, load


class Opened(Protocol):
    """A project that is open: what was read of it, and how rules look at it on the day."""

    @property
    def loaded(self) -> ProjectFolder: ...  # noqa: D102 (said above)
    @property
    def case(self) -> Case: ...  # noqa: D102


Open = Callable[[Path], Opened]
"""Opens the project in a folder, such as ``Workspace.open``; raises a MainstreamError where it cannot."""


def group_folder(project: Path | None) -> Path:
    """Return the folder of the group around or named.

    Raises:
        MainstreamError: there is none; the groups in the current folder are named.
    """
    if project is not None:
        return project
    here = Path.cwd()
    around = next((folder for folder in (here, *here.parents) if (folder / LOG).is_file()), find(here))
    if around is not None:
        return around
    groups = _groups(here)
    action = say("Begin an exercise: {command}. All exercises: {list}", command=BEGIN, list="mainstream train list")
    if groups:
        action = say("Go into it first, for instance:  {command}", command=f"cd {shlex.quote(groups[0].name)}")
    raise MainstreamError(say("This is not the folder of a group."), action=action, code="P30")


def _groups(folder: Path) -> list[Path]:
    """Return the groups' folders in *folder*, table-2 before table-10."""
    found = {path.parent for name in (LOG, SHEET) for path in folder.glob(f"*/{name}")}
    return sorted((group for group in found if "-before-reset-" not in group.name), key=_as_counted)


def _as_counted(folder: Path) -> list[tuple[int, str]]:
    parts = re.split(r"(\d+)", folder.name.casefold())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]


def findings_of(group: Opened) -> list[Finding]:
    """Return everything that is found in the project of a group."""
    return [*group.loaded.findings, *check(group.case)]


def reported(folder: Path, open_: Open) -> Report:
    """Return how far the group in *folder* has come with its exercise.

    Raises:
        MainstreamError: no exercise was begun here, or a file cannot be read.
    """
    log = read_log(folder)
    group = open_(folder)
    return mark(find_lesson(load_catalogue(), log.exercise), group.case, findings_of(group), log)


def hint(folder: Path, open_: Open, number: int | None = None) -> Text:
    """Return the next hint for one point, by default the first that is open, and count it.

    When all hints are taken it is the last one again, uncounted; where there is nothing to hint at, that is said.

    Raises:
        MainstreamError: no exercise was begun here, or a file cannot be read or written.
        UsageError: there is no point of that number.
    """
    report = reported(folder, open_)
    if number is not None and number not in {point.number for point in report.marks}:
        action = say("The numbers: {command}", command="mainstream train check")
        raise UsageError(say("There is no point {number}.", number=number), action=action, code="usage")
    left = [point.number for point in report.marks if point.status != "solved" and number in (None, point.number)]
    if not left:
        return say("That is solved already.") if number else say("Everything is reached: no hint is needed.")
    return _take_hint(folder, report.lesson, left[0])


def _take_hint(folder: Path, lesson: Lesson, number: int) -> Text:
    log, hints = read_log(folder), lesson.hints[number - 1]
    taken = log.hints.get(str(number), 0)
    if taken < len(hints):
        save_log(folder, log.model_copy(update={"hints": {**log.hints, str(number): taken + 1}}))
        return say(
            "{number}. Hint {place} of {hints}: {hint}",
            number=number,
            place=taken + 1,
            hints=len(hints),
            hint=hints[taken].strip(),
        )
    return say("{number}. There is no further hint. The last one was: {hint}", number=number, hint=hints[-1].strip())


def debriefing(name: str | None, project: Path | None) -> tuple[Lesson, list[Solution], bool]:
    """Return an exercise with its worked reading, and whether a group's folder was made to remember it.

    Raises:
        MainstreamError: there is no such exercise, none was named or begun, or a file cannot be read or written.
    """
    catalogue = load_catalogue()
    folder = group_folder(project) if name is None else project or find(Path.cwd())
    log = read_log(folder) if folder is not None and (name is None or (folder / LOG).is_file()) else None
    lesson = find_lesson(catalogue, name or (log.exercise if log else ""))
    noted = log is not None and log.exercise == lesson.id
    if folder is not None and log is not None and noted:
        save_log(folder, log.model_copy(update={"debriefed": True}))
    return lesson, solutions(lesson, catalogue, load(sample_folder(SANDORIA), catalogue).written), noted


def rows_of(folder: Path, open_: Open) -> tuple[list[dict[str, Any]], list[Text]]:
    """Return a line for every group in *folder*, and words on those that could not be read.

    Raises:
        MainstreamError: the folder is not there.
    """
    if not folder.is_dir():
        message = say("{folder} is not a folder.", folder=str(folder))
        raise MainstreamError(message, action=say("Name the folder of the groups."), code="P30")
    rows, left_out = [], []
    for group in _groups(folder):
        try:
            rows.append(as_row(group.name, reported(group, open_)))
        except MainstreamError as problem:
            left_out.append(say("{group}: left out. {sentence}", group=group.name, sentence=problem.message))
    return rows, left_out
