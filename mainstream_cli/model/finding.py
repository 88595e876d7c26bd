"""One thing that a rule noticed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from mainstream_cli.language import Text, say, several, verbatim
from mainstream_cli.model.condition import Condition
from mainstream_cli.model.journal import ConditionStatus, Decision, Waiver
from mainstream_cli.model.project import Ref

Severity = Literal["error", "warning", "note"]
Claim = Literal["in_place", "partly", "absent", "none"]
Evidence = Literal["seen", "some", "none", "against"]
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
class Repair:
    """How a finding can be put right in a file: the right line of each reading, and the values or the text behind it.

    With one line ``check --fix`` makes it: the only one of ``values`` at ``path``, or ``text`` as the whole file.
    """

    file: str
    lines: tuple[str, ...]
    path: tuple[str | int, ...] = ()
    values: tuple[Any, ...] = field(default=(), hash=False)
    text: str = ""

    @property
    def is_clear(self) -> bool:
        """Whether only one thing can be meant."""
        return len(self.lines) == 1 and (bool(self.text) or len(self.values) == 1)

    def instead_of(self, action: Text) -> Text:
        """Return what to do: the right line where it is known, or the two; else *action*."""
        if len(self.lines) == 1:
            return say("Write this line: {line}", line=self.lines[0])
        return say("Write as it is meant: {lines}", lines=several(self.lines, "or")) if self.lines else action


@dataclass(frozen=True)
class Finding:
    """A code, how serious it is, what was noticed, what to do and who can act; with a ``ref`` or a ``place``.

    ``repair`` holds the right line where it could be worked out. With ``needed_by``, a stage, ``severity`` is the most
    that it can become: it is a note before that stage, and a warning once that is signed.

    A ``waiver`` stands beside the finding and leaves its severity as it is.
    """

    code: str
    severity: Severity
    message: Text
    action: Text
    who: tuple[str, ...] = ()
    ref: Ref | None = None
    place: Place | None = None
    waiver: Waiver | None = None
    repair: Repair | None = None
    needed_by: str = ""

    @property
    def stops(self) -> bool:
        """Whether a gate stays shut for it: an error that nobody has accepted for now."""
        return self.severity == "error" and self.waiver is None

    def as_data(self) -> dict[str, Any]:
        """Return the finding as JSON carries it; the waiver is for whoever knows the journal to put in."""
        place = self.place or Place("")
        where = {"file": place.file, "line": place.line, "column": place.column, "id": self.ref.id if self.ref else ""}
        return {
            "code": self.code,
            "severity": self.severity,
            "message": self.message,
            **verbatim(self.message).remembered(),
            "action": self.action,
            "who": list(self.who),
            "where": where,
            "lines": list(self.repair.lines) if self.repair else [],
            "waiver": None,
        }


@dataclass(frozen=True)
class Assessment:
    """How a condition stands: ``because`` names what is behind it or in its way, ``due`` that it is needed by now.

    ``claim`` is what the answers say, ``evidence`` what the record shows: ``seen``, ``some``, ``none`` or ``against``.
    ``seen`` names the entries that show it, ``missing`` says in words what does not show yet, or what contradicts.
    ``needed_at`` is the title of the stage that needs it, ``secured_until`` the last day on which all was shown, before
    that became too old. ``answers`` is the part of ``because`` that names answers only.

    ``remedy`` is the latest decision on it; neither that nor a ``waiver`` changes the status. ``unread`` says that it
    rests on something that could not be read, so that nobody can tell.
    """

    condition: Condition
    status: ConditionStatus
    due: bool
    because: tuple[Text, ...]
    waiver: Waiver | None = None
    remedy: Decision | None = None
    unread: bool = False
    claim: Claim = "none"
    evidence: Evidence = "none"
    seen: tuple[str, ...] = ()
    missing: tuple[Text, ...] = ()
    needed_at: str = ""
    secured_until: date | None = None
    answers: tuple[Text, ...] = ()


def counted(findings: Iterable[Finding]) -> dict[str, int]:
    """Count findings by how serious they are."""
    found = Counter(finding.severity for finding in findings)
    return {severity: found[severity] for severity in SEVERITIES}
