"""What another edition of the catalogue means for a project: what there is, and what would change."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

STEPS = ("moved", "reworded", "new", "retired", "private", "review")


@dataclass(frozen=True)
class AnswerPage:
    """A file of answers as it is: what stands under its keys (None under a bare one) and the comments above them.

    ``wanted`` has the comment line that this edition writes above each question; it is empty for files in ``private/``.
    ``told`` has the same line in every language: what a comment says in another one is no other question. ``aside`` has
    the lines that stand in the place of sensitive questions: as they are here, and as they are wanted.
    """

    file: str
    sheet: str
    private: bool
    exists: bool
    blocks: Mapping[str, Any]
    comments: Mapping[str, tuple[str, ...]]
    wanted: Mapping[str, str]
    told: Mapping[str, frozenset[str]] = field(default_factory=dict)
    aside: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class UpgradeStep:
    """One thing to know: a question (``id``), its file, and the words before and after; ``note`` says what follows."""

    id: str
    file: str
    before: str = ""
    after: str = ""
    note: str = ""


@dataclass
class FileChange:
    """What changes in a file of answers: new bare keys, comment lines (old and new), answers carried to a new key.

    ``aside`` has the sensitive questions whose bare key goes, or whose comment is new: the old line and the new one.
    """

    keys: list[str] = field(default_factory=list)
    comments: dict[str, tuple[str, str]] = field(default_factory=dict)
    blocks: dict[str, Any] = field(default_factory=dict)
    aside: dict[str, tuple[str, str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Tell whether anything changes."""
        return bool(self.keys or self.comments or self.blocks or self.aside)


@dataclass
class Upgrade:
    """The steps from one edition to another, the changes of files, and the files that are new.

    ``texts`` counts, by file, the bare texts that become blocks; ``unsaid`` is the number of objectives with a check of
    which the result is not said. ``seals`` are the sign-offs without an edition whose values still match their seal, so
    that one is made, and ``only_seals`` those of which nothing else is kept; both by stage, with their day.
    """

    before: Mapping[str, str]
    after: Mapping[str, str]
    kept: int = 0
    renumbered: int = 0
    moved: list[UpgradeStep] = field(default_factory=list)
    reworded: list[UpgradeStep] = field(default_factory=list)
    new: list[UpgradeStep] = field(default_factory=list)
    retired: list[UpgradeStep] = field(default_factory=list)
    private: list[UpgradeStep] = field(default_factory=list)
    review: list[UpgradeStep] = field(default_factory=list)
    changes: dict[str, FileChange] = field(default_factory=dict)
    new_files: list[str] = field(default_factory=list)
    texts: dict[str, int] = field(default_factory=dict)
    unsaid: int = 0
    seals: dict[str, str] = field(default_factory=dict)
    only_seals: dict[str, str] = field(default_factory=dict)

    @property
    def stamped(self) -> bool:
        """Whether the project names this edition and digest already."""
        return self.before == self.after

    @property
    def pending(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.changes or self.new_files or self.texts or self.seals) or not self.stamped

    def as_data(self, *, written: bool) -> dict[str, Any]:
        """Return it as JSON carries it, and whether it was written."""
        return {
            "written": written,
            "pending": self.pending and not written,
            "from": dict(self.before),
            "to": dict(self.after),
            "kept": self.kept,
            "renumbered": self.renumbered,
            **{name: [asdict(step) for step in getattr(self, name)] for name in STEPS},
            "new_files": self.new_files,
            "changed_files": sorted({*self.changes, *self.texts}),
            "checks": {"moved": dict(self.texts), "without_result": self.unsaid},
            "seals": {"kept": dict(self.seals), "only_seal": dict(self.only_seals)},
        }
