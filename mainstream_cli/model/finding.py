"""One thing that a rule noticed."""

from dataclasses import dataclass
from typing import Literal

from mainstream_cli.model.catalogue import Condition
from mainstream_cli.model.journal import ConditionStatus, Decision, Waiver
from mainstream_cli.model.project import Ref

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@dataclass(frozen=True)
class Place:
    """Where in the project folder: a relative path with ``/``, line and column counted from 1 (0 when not known)."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Return the place as editors understand it."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True)
class Finding:
    """A code, how serious it is, what was noticed, what to do and who can act; with a ``ref`` or a ``place``.

    A ``waiver`` stands beside the finding and leaves its severity as it is.
    """

    code: str
    severity: Severity
    message: str
    action: str
    who: tuple[str, ...] = ()
    ref: Ref | None = None
    place: Place | None = None
    waiver: Waiver | None = None

    @property
    def stops(self) -> bool:
        """Whether a gate stays shut for it: an error that nobody has accepted for now."""
        return self.severity == "error" and self.waiver is None


@dataclass(frozen=True)
class Assessment:
    """How a condition stands: ``because`` names the answers behind it, ``due`` that it is needed by now.

    ``remedy`` is the latest decision on it; neither that nor a ``waiver`` changes the status. ``unread`` says that it
    rests on something that could not be read, so that nobody can tell.
    """

    condition: Condition
    status: ConditionStatus
    due: bool
    because: tuple[str, ...]
    waiver: Waiver | None = None
    remedy: Decision | None = None
    unread: bool = False
