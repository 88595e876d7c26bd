"""What ``train pack`` writes: one pure builder per document, from the courses, the exercises and the catalogue."""

from collections.abc import Callable
from dataclasses import dataclass

from mainstream_cli.course.pack.guide import trainers_guide
from mainstream_cli.course.pack.handed_out import certificates, evaluation_form, participant_handout
from mainstream_cli.course.pack.material import Teaching
from mainstream_cli.course.pack.sheets import exercise_sheets
from mainstream_cli.language import Text, say
from mainstream_cli.model.record import Record


@dataclass(frozen=True)
class PackKind:
    """A document of the pack: name, builder, and what it is for in one line."""

    name: str
    build: Callable[[Teaching], Record]
    purpose: Text

    @property
    def template(self) -> str:
        """The file name of the shipped Word template."""
        return f"{self.name}.docx"


_KINDS = (
    PackKind("trainers_guide", trainers_guide, say("both agendas, and the worked readings; for the trainer only")),
    PackKind("participant_handout", participant_handout, say("method, words and commands; one for each participant")),
    PackKind("exercise_sheets", exercise_sheets, say("a page for each exercise; for the tables")),
    PackKind("evaluation_form", evaluation_form, say("one page, without names; one for each participant")),
    PackKind("certificate", certificates, say("a page for each course; names are written by hand and never stored")),
)
PACK: dict[str, PackKind] = {kind.name: kind for kind in _KINDS}

__all__ = ["PACK", "PackKind", "Teaching"]
