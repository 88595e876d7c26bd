"""What the documents of the pack are built from, and how an exercise is named in them."""

from collections.abc import Mapping
from dataclasses import dataclass

from mainstream_cli.course.instructions import facts
from mainstream_cli.language import say, several
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.course import Course, Handout
from mainstream_cli.model.training import Lesson

MOST_STAGES = 3


@dataclass(frozen=True)
class Teaching:
    """The courses, the exercises by name, and the handout."""

    catalogue: Catalogue
    courses: Mapping[str, Course]
    lessons: Mapping[str, Lesson]
    handout: Handout

    @property
    def edition(self) -> str:
        """The edition of the catalogue, in words."""
        return f"{self.catalogue.title}, edition {self.catalogue.edition}"

    def facts(self, lesson: Lesson) -> str:
        """Return minutes, difficulty and stages of an exercise."""
        exercise = lesson.exercise
        if len(exercise.stages) > MOST_STAGES:
            return facts(exercise, say("nearly all stages"))
        return facts(exercise, several((self.catalogue.label("stages", each) for each in exercise.stages), "unit"))
