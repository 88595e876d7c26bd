"""An edition: the public values of some stages as they stood on a day, and how far an approval of it still stands."""

import datetime
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from mainstream_cli.model.registers.definition import Role

if TYPE_CHECKING:
    from mainstream_cli.model.project import Project

SCHEME = "v2"
"""The way in which blocks are digested; another way gets another name, and this one stays."""

BlockRole = Literal["decided", "known", "follow_up", "cited"]
"""The role of a part of a block; what is merely cited by others is known, whatever it is in its own register."""

EditionKind = Literal["submitted", "approved", "kept"]

BlockPart = tuple[str, str, str]
"""Role, kind (answers, settings or a register) and id."""

StandingCode = Literal[
    "holds",
    "holds_with_additions",
    "facts_updated",
    "amended_since",
    "superseded",
    "withdrawn",
    "of_an_earlier_plan",
    "seal_broken",
]
HOLDING = frozenset({"holds", "holds_with_additions", "facts_updated"})


@dataclass(frozen=True)
class Coverage:
    """What an approval covers: sheets of answers and registers, its *own* and what its papers print *also*.

    An addition to what is its own needs an approval; an addition to the rest is added since, and no part of it.
    """

    own: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Manifest:
    """What an edition holds: its stages, its scope, a digest of every part of a block, and one of every file."""

    stages: tuple[str, ...] = ()
    scope: Coverage = Coverage()
    parts: Mapping[BlockPart, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """One line each, sorted: what the line is, what it speaks of, and where there is one the digest."""
        lines: list[tuple[str, ...]] = [("stage", f"{number:02}", stage) for number, stage in enumerate(self.stages)]
        lines += [("own", name) for name in self.scope.own] + [("also", name) for name in self.scope.also]
        lines += [("file", name, digest) for name, digest in self.files.items()]
        lines += [(role, f"{kind}/{id_}", digest) for (role, kind, id_), digest in self.parts.items()]
        return "".join(f"{line}\n" for line in [SCHEME, *sorted(map(" ".join, lines))])

    @property
    def seal(self) -> str:
        """The digest that an entry of the journal keeps: of this text, and so of all files."""
        return seal_of(self.text)

    @property
    def counts(self) -> dict[str, int]:
        """How many answers and entries of each register it holds, without what is merely cited."""
        blocks = sorted({(kind, id_) for role, kind, id_ in self.parts if role != "cited" and kind != "settings"})
        return {kind: sum(other == kind for other, _ in blocks) for kind in dict.fromkeys(kind for kind, _ in blocks)}


def seal_of(text: str) -> str:
    """Return the seal of the text of a manifest."""
    return f"{SCHEME}:{hashlib.sha256(text.encode()).hexdigest()}"


def read_manifest(text: str) -> Manifest | None:
    """Return the manifest that a text holds, None when it is none of a known scheme."""
    scheme, *lines = text.split("\n")
    found: dict[str, list[list[str]]] = {}
    for line in lines:
        word, *rest = line.split(" ")
        found.setdefault(word, []).append(rest)
    try:
        parts = {
            (role, *place.split("/", 1)): digest
            for role in ("decided", "known", "follow_up", "cited")
            for place, digest in found.get(role, ())
        }
        own, also = (frozenset(name for (name,) in found.get(word, ())) for word in ("own", "also"))
        files = {name: digest for name, digest in found.get("file", ())}  # noqa: C416 (a line of another length is no pair)
        stages = tuple(stage for _, stage in found.get("stage", ()))
    except ValueError:
        return None
    sound = scheme == SCHEME and all(len(part) == len(("role", "kind", "id")) for part in parts)
    return Manifest(stages, Coverage(own, also), parts, files) if sound else None  # type: ignore[arg-type]


@dataclass(frozen=True)
class KeptEdition:
    """An edition as it lies in the folder: its seal as it is now, None where a file does not match its manifest."""

    manifest: Manifest
    seal: str | None


@dataclass(frozen=True)
class Edition:
    """A kept edition with its values; they are a project without journal, private values, or what was not covered."""

    id: str
    day: datetime.date
    kind: EditionKind
    manifest: Manifest
    values: "Project"

    @property
    def stages(self) -> tuple[str, ...]:
        """The stages that an approval of it signs."""
        return self.manifest.stages


@dataclass(frozen=True)
class BlockChange:
    """One answer, entry or setting that is not as it was approved."""

    role: Role
    kind: str
    id: str
    how: Literal["changed", "removed", "added"]


@dataclass(frozen=True)
class Standing:
    """How a sign-off stands today, and what is not as it was approved."""

    code: StandingCode
    changes: tuple[BlockChange, ...] = ()

    @property
    def decided(self) -> dict[str, int]:
        """How many answers, settings and entries of each register were changed without an approval."""
        kinds = [change.kind for change in self.changes if change.role == "decided"]
        return {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}

    @property
    def facts(self) -> int:
        """How many known things were changed or removed, or approved anew with another stage."""
        return sum(change.role == "known" and change.how != "added" for change in self.changes)
