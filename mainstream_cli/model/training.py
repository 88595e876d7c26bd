"""The course: faults to hide in a sample, exercises, and how far a group has come with one."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from mainstream_cli.language import say
from mainstream_cli.model.content_item import Content
from mainstream_cli.model.record import Record
from mainstream_cli.model.relations import Relation
from mainstream_cli.model.types import Id, Term, Text, Whole

Stage = Annotated[str, Term("stages")]
Difficulty = Annotated[Whole, Field(ge=1, le=3)]
Changes = dict[str, dict[str, Any] | None]
ExerciseKind = Literal["rate", "faults", "write", "figures", "scope", "defend"]
Status = Literal["solved", "half", "open", "removed"]
FULL, HALF = 2, 1


class Fault(Content):
    """One fault to hide in the sound sample: what is changed, and the findings that this must bring."""

    title: Text
    difficulty: Difficulty
    stage: Stage
    change: Changes
    expect: Annotated[tuple[Text, ...], Field(min_length=1)]
    why: Text
    hints: Annotated[tuple[Text, ...], Field(min_length=1)]


class Goal(Content):
    """One thing to reach: ``met`` and ``half`` are relations, ``silent`` names findings that must not be there.

    ``reading`` is the worked reading, shown once the group has reached it and in the debriefing; ``question`` names the
    question whose source stands behind the goal.
    """

    text: Text
    met: Relation | None = None
    half: Relation | None = None
    silent: tuple[Text, ...] = ()
    why: Text
    reading: Text | None = None
    hints: Annotated[tuple[Text, ...], Field(min_length=1)]
    question: Id | None = None

    @model_validator(mode="after")
    def _can_be_judged(self) -> "Goal":
        if self.met is None and not self.silent:
            raise ValueError(say("a goal with met: or silent:"))
        return self


class Exercise(Content):
    """One exercise; what is changed in the sample before it begins, and what the group is to reach."""

    title: Text
    kind: ExerciseKind
    stages: Annotated[tuple[Stage, ...], Field(min_length=1)]
    minutes: Annotated[Whole, Field(ge=5, le=45)]
    difficulty: Difficulty
    situation: Text
    task: Text
    begin: Text = Field(description="The first command to type, without 'mainstream'.")
    change: Changes = Field({}, description="What is changed in the sample, by answers/ID or REGISTER/ID.")
    faults: tuple[Id, ...] = ()
    goals: tuple[Goal, ...] = ()
    talk: tuple[Text, ...] = Field((), description="Questions for the round afterwards.")

    @model_validator(mode="after")
    def _has_an_aim(self) -> "Exercise":
        if not self.faults and not self.goals:
            raise ValueError(say("an exercise with goals: or faults:"))
        return self


class Log(Record):
    """What a group's folder remembers: the exercise, the hints taken, and the findings that were there at the start."""

    schema_: Whole = Field(1, alias="schema", ge=1)
    exercise: Id
    edition: Text
    hints: dict[str, int] = Field({}, description="Hints taken, by the number of the point.")
    found: tuple[str, ...] = ()
    debriefed: bool = Field(False, description="Whether the worked reading was shown here.")


@dataclass(frozen=True)
class Lesson:
    """An exercise with its id and the faults that it hides."""

    id: str
    exercise: Exercise
    faults: Mapping[str, Fault]

    @property
    def changes(self) -> list[tuple[str, dict[str, Any] | None]]:
        """What is changed in the sample, in order: its own changes, then those of the faults."""
        return [
            *self.exercise.change.items(),
            *(item for fault in self.faults.values() for item in fault.change.items()),
        ]

    def as_data(self) -> dict[str, Any]:
        """Return it as JSON carries it."""
        names = {"title", "kind", "stages", "minutes", "difficulty"}
        shown = self.exercise.model_dump(mode="json", include=names)
        return {"id": self.id, **shown, "points": FULL * len(self.hints)}

    @property
    def hints(self) -> list[tuple[str, ...]]:
        """The hints of every mark, in the order in which they are counted."""
        return [*(fault.hints for fault in self.faults.values()), *(goal.hints for goal in self.exercise.goals)]


@dataclass(frozen=True)
class Rule:
    """What stands behind a mark: a code or a question, in words, with its source."""

    code: str
    words: str
    source: str


@dataclass(frozen=True)
class LessonMark:
    """How one fault or goal stands; what would give the solution away is empty until it is reached."""

    number: int
    status: Status
    text: str
    why: str = ""
    reading: str = ""
    rules: tuple[Rule, ...] = ()

    @property
    def points(self) -> int:
        """Two for what is reached, one for half of it."""
        return {"solved": FULL, "half": HALF}.get(self.status, 0)


@dataclass(frozen=True)
class Solution:
    """What the debriefing says on one fault or goal: where it stands, how it reads when worked out, and why."""

    number: int
    text: str
    places: tuple[str, ...]
    reading: tuple[str, ...]
    why: str
    rules: tuple[Rule, ...]


@dataclass(frozen=True)
class Report:
    """All marks of a group, and the errors that came in while it worked."""

    lesson: Lesson
    marks: tuple[LessonMark, ...]
    new_errors: tuple[str, ...]
    hints: int
    debriefed: bool = False

    @property
    def points(self) -> int:
        """The points reached."""
        return sum(mark.points for mark in self.marks)

    @property
    def most(self) -> int:
        """The points that can be reached."""
        return FULL * len(self.marks)

    @property
    def done(self) -> bool:
        """Tell whether everything is reached and nothing broken on the way."""
        return self.points == self.most and not self.new_errors

    def as_data(self) -> dict[str, Any]:
        """Return it as JSON carries it."""
        head = {"exercise": self.lesson.id, "points": self.points, "of": self.most, "done": self.done}
        head |= {"hints": self.hints, "debriefed": self.debriefed}
        marks = [{**asdict(mark), "points": mark.points} for mark in self.marks]
        return {**head, "marks": marks, "new_errors": list(self.new_errors)}

    def count(self, status: Status) -> int:
        """Count the marks with one status."""
        return sum(mark.status == status for mark in self.marks)
