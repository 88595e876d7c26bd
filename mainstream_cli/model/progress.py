"""How far a project is, as counts."""

from dataclasses import asdict, dataclass, field
from typing import Any

from mainstream_cli.model.catalogue import Stage
from mainstream_cli.model.finding import Finding


@dataclass(frozen=True)
class StageProgress:
    """Counts of one stage. Hidden questions are not counted; ``unknown`` and ``not_applicable`` are answers.

    ``unseen`` names the questions on which alone its gate hinges; only the copy with ``private/`` sees them.
    """

    stage: Stage
    asked: int
    answered: int
    core_open: int
    ready: bool
    signed: dict[str, Any] | None
    unseen: tuple[str, ...] = ()

    def as_data(self) -> dict[str, Any]:
        """Return the counts as JSON carries them."""
        return {
            "id": self.stage.id,
            "asked": self.asked,
            "answered": self.answered,
            "core_open": self.core_open,
            "gate": "ready" if self.ready else "blocked",
            "signed": self.signed,
        }


@dataclass(frozen=True)
class JournalCounts:
    """What the journal holds: decisions, the text of the last one, findings accepted for now and the next end.

    ``rated`` is the day on which the conditions were last rated; days are written as 2026-06-07.
    """

    decisions: int = 0
    last_decision: str = ""
    waived: int = 0
    waived_until: str | None = None
    rated: str | None = None


@dataclass(frozen=True)
class ProjectProgress:
    """All counts of a project; ``open_conditions`` says in words how many conditions are not secured, and how.

    ``unreadable`` holds what kept files from being read; what stands in them is not judged. ``to_confirm`` has title
    and question of the conditions that the record shows and nobody rated, ``runs_out`` code, title and last day of
    those that are secured and will soon not be, the earliest first.
    """

    stages: tuple[StageProgress, ...]
    sectors: dict[str, tuple[int, int]]
    registers: dict[str, int]
    conditions: dict[str, int]
    next: dict[str, str]
    session: dict[str, Any] | None = None
    differences: int = 0
    journal: JournalCounts = field(default_factory=JournalCounts)
    open_conditions: tuple[str, ...] = ()
    unreadable: tuple[Finding, ...] = ()
    to_confirm: tuple[tuple[str, str], ...] = ()
    runs_out: tuple[tuple[str, str, str], ...] = ()

    @property
    def unseen(self) -> tuple[str, ...]:
        """The questions on which alone gates hinge and whose answers this copy does not have."""
        return tuple(dict.fromkeys(id_ for stage in self.stages for id_ in stage.unseen))

    def as_data(self) -> dict[str, Any]:
        """Return the counts as JSON carries them."""
        sectors = [{"id": id_, "asked": asked, "answered": answered} for id_, (asked, answered) in self.sectors.items()]
        return {
            "stages": [stage.as_data() for stage in self.stages],
            "sectors": sectors,
            "registers": self.registers,
            "conditions": self.conditions,
            "next": self.next,
            "session": self.session,
            "differences": self.differences,
            "journal": asdict(self.journal),
            "to_confirm": [{"title": title, "question": question} for title, question in self.to_confirm],
            "runs_out": [{"code": code, "title": title, "until": day} for code, title, day in self.runs_out],
            "unseen": list(self.unseen),
            "unreadable": list(dict.fromkeys(found.place.file for found in self.unreadable if found.place)),
        }
