"""The course, for a trainer and for a group: exercises, hints, marks, the debriefing, results over groups, the pack."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mainstream_cli.content import load_catalogue
from mainstream_cli.language import Text
from mainstream_cli.model.training import Lesson, Report, Solution
from mainstream_cli.workspace.typed import typed
from mainstream_cli.workspace.workspace import Workspace

if TYPE_CHECKING:
    from mainstream_cli.course.pack import PackKind

    Packed = tuple[PackKind, Path, Path | None]


@dataclass(frozen=True)
class Debriefing:
    """An exercise with its worked reading; *noted* says that a group's folder now remembers that it was shown."""

    lesson: Lesson
    solutions: tuple[Solution, ...]
    noted: bool

    def as_data(self) -> dict[str, Any]:
        """Return it as JSON carries it."""
        talk = [question.strip() for question in self.lesson.exercise.talk]
        return {"exercise": self.lesson.id, "solutions": [asdict(each) for each in self.solutions], "talk": talk}


@dataclass(frozen=True)
class Results:
    """A row for each group, never for a person, and words on the folders that could not be read."""

    rows: tuple[dict[str, Any], ...]
    left_out: tuple[Text, ...]

    def as_csv(self) -> str:
        """Return the rows as CSV with a header; what a spreadsheet would work out is made text."""
        from mainstream_cli.course.results import as_csv

        return as_csv(self.rows)


@typed
class Training:
    """The exercises on an invented country. *folder* is that of a group, by default the one around."""

    def __init__(self, folder: str | PathLike[str] | None = None) -> None:
        self._named = Path(folder) if folder is not None else None

    @property
    def folder(self) -> Path:
        """The folder of the group.

        Raises:
            MainstreamError: there is none; the groups in the current folder are named.
        """
        from mainstream_cli.course.group import group_folder

        return group_folder(self._named)

    @property
    def stages(self) -> Mapping[str, str]:
        """The titles of the stages that exercises name."""
        return load_catalogue().vocabulary["stages"]

    def exercises(self) -> list[Lesson]:
        """Return all exercises, from easy to hard and short to long."""
        from mainstream_cli.course.exercises import load_lessons

        return list(load_lessons(load_catalogue()).values())

    def start(self, exercise: str, folder: str | PathLike[str]) -> str:
        """Make *folder* for a group with an exercise in it; return its sheet: situation, task, and the first steps.

        Raises:
            MainstreamError: there is no such exercise, or the folder is not empty or lies in that of another group.
        """
        from mainstream_cli.course.start import begin

        return begin(exercise, Path(folder), Workspace.open)

    def hint(self, number: int | None = None) -> Text:
        """Return one more hint on a point, by default the first that is open; it is counted.

        Raises:
            MainstreamError: no exercise was begun in the folder, or there is no point of that number.
        """
        from mainstream_cli.course.group import hint

        return hint(self.folder, Workspace.open, number)

    def mark(self) -> Report:
        """Return what the group has reached, what is open, and why it matters.

        Raises:
            MainstreamError: no exercise was begun in the folder.
        """
        from mainstream_cli.course.group import reported

        return reported(self.folder, Workspace.open)

    def reset(self) -> Path:
        """Begin the exercise again; return where the work so far is kept.

        Raises:
            MainstreamError: no exercise was begun in the folder, or a file cannot be written.
        """
        from mainstream_cli.course.start import begin_again

        return begin_again(self.folder, Workspace.open)

    def debrief(self, exercise: str | None = None) -> Debriefing:
        """Return the worked reading of an exercise, by default that of the group, whose folder remembers it.

        Raises:
            MainstreamError: there is no such exercise, or none was begun.
        """
        from mainstream_cli.course.group import debriefing

        lesson, solutions, noted = debriefing(exercise, self._named)
        return Debriefing(lesson, tuple(solutions), noted)

    def results(self, folder: str | PathLike[str]) -> Results:
        """Return how far the groups have come whose folders lie in *folder*.

        Raises:
            MainstreamError: the folder is not there.
        """
        from mainstream_cli.course.group import rows_of

        rows, left_out = rows_of(Path(folder), Workspace.open)
        return Results(tuple(rows), tuple(left_out))

    def pack(self, folder: str | PathLike[str]) -> "Iterable[Packed]":
        """Write the trainer's pack for Word; iterate: each is yielded with its path, and an edited file that was kept.

        Raises:
            MainstreamError: the folder or a file cannot be written.
        """
        from mainstream_cli.course.pack.writing import write_pack

        return write_pack(Path(folder))
