"""Kept editions: each a folder in ``journal/editions/`` that is written whole or not at all, and never rewritten."""

import hashlib
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from mainstream_cli import yamlfile
from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import say
from mainstream_cli.model.answer import Answer
from mainstream_cli.model.edition import Edition, EditionKind, KeptEdition, Manifest, read_manifest, seal_of
from mainstream_cli.model.journal import Frozen, SignOff, Submission
from mainstream_cli.model.project import Project, Settings
from mainstream_cli.model.record import R
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.model.registers.entry import Entry
from mainstream_cli.model.salvage import salvage
from mainstream_cli.model.types import day
from mainstream_cli.reading import Unreadable, read_bytes, within
from mainstream_cli.store.layout import EDITIONS
from mainstream_cli.store.read import ProjectFolder

MANIFEST = "manifest.txt"
NAME = re.compile(r"(\d{4}-\d{2}-\d{2})-[a-z][a-z0-9_]*-[0-9a-f]{6}")
HALF = re.compile(r"\.mainstream-[0-9a-f]{16}\.tmp")


class KeptEditions(Mapping[str, KeptEdition]):
    """The editions in a project folder: nothing is read before one is asked for, and then no value is parsed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._known: dict[str, KeptEdition | None] = {}

    def __getitem__(self, id_: str) -> KeptEdition:
        if id_ not in self._known:
            self._known[id_] = self._look(id_)
        found = self._known[id_]
        if found is None:
            raise KeyError(id_)
        return found

    def __iter__(self) -> Iterator[str]:
        with suppress(OSError):
            yield from sorted(filter(NAME.fullmatch, os.listdir(self.folder / EDITIONS)))  # noqa: PTH208

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _look(self, id_: str) -> KeptEdition | None:
        place = self.folder / EDITIONS / id_
        if not NAME.fullmatch(id_) or not (place / MANIFEST).exists():
            return None
        try:
            text = _content(self.folder, place / MANIFEST).decode()
            manifest = read_manifest(text)
            sound = manifest is not None and all(
                hashlib.sha256(_content(self.folder, place / name)).hexdigest() == digest
                for name, digest in manifest.files.items()
            )
        except (Unreadable, UnicodeDecodeError):
            return KeptEdition(Manifest(), None)
        return KeptEdition(manifest or Manifest(), seal_of(text) if sound else None)


def _content(folder: Path, path: Path) -> bytes:
    """Return the bytes of a file of an edition with LF, whatever git made of the ends of its lines."""
    return read_bytes(path, yamlfile.MAX_BYTES, folder).replace(b"\r\n", b"\n")


def sweep_editions(folder: Path) -> None:
    """Remove what a killed process left half written, for a caller that holds the lock."""
    with suppress(OSError):
        for name in filter(HALF.fullmatch, os.listdir(folder / EDITIONS)):  # noqa: PTH208
            if within(folder, folder / EDITIONS / name):
                shutil.rmtree(folder / EDITIONS / name, ignore_errors=True)


def editions(folder: ProjectFolder) -> list[str]:
    """Return the ids of the editions that an entry of the journal names, the earliest first."""
    named = (getattr(entry, "edition_id", None) for entry in folder.project.journal.values())
    return sorted({id_ for id_ in named if id_})


def load_edition(folder: ProjectFolder, id_: str) -> Edition:
    """Return a kept edition with its values.

    Raises:
        MainstreamError: no entry of the journal names it, or it is missing or does not match its seal.
    """
    entries = [each for each in folder.project.journal.values() if isinstance(each, Frozen) and each.edition_id == id_]
    kept = folder.project.editions.get(id_)
    if not entries:
        message = say("There is no edition '{edition}'.", edition=id_)
        known = ", ".join(editions(folder)) or "-"
        raise MainstreamError(message, action=say("Known: {names}.", names=known), code="P33")
    made = day(id_[:10])
    if kept is None or made is None or any(kept.seal != entry.covers for entry in entries):
        message = say("The edition {edition} is missing, or it was changed: it does not match its seal.", edition=id_)
        action = say("Restore {file} from git or a copy.", file=f"{EDITIONS}/{id_}")
        raise MainstreamError(message, action=action, where=f"{EDITIONS}/{id_}", code="G11")
    kinds = {type(entry) for entry in entries}
    kind: EditionKind = "approved" if SignOff in kinds else "submitted" if Submission in kinds else "kept"
    return Edition(id_, made, kind, kept.manifest, _values(folder, folder.folder / EDITIONS / id_))


def _values(folder: ProjectFolder, place: Path) -> Project:
    data = {name: yamlfile.read(place / f"{name}.yaml").data or {} for name in ("settings", "answers", "registers")}

    def read(cls: type[R], plain: Any) -> R | None:
        return salvage(cls, plain, {})[0]

    registers: dict[str, dict[str, Entry]] = {name: {} for name in REGISTERS}
    part_of: dict[tuple[str, str], str] = {}
    for name, definition in REGISTERS.items():
        whole = data["registers"].get(name, {})
        parts = whole.items() if definition.split else [("", whole)]
        for part, entries in parts:
            for id_, plain in entries.items():
                if (entry := read(definition.entry, plain)) is not None:
                    registers[name][id_] = entry
                    part_of |= {(name, id_): part} if part else {}
    answers = {id_: each for id_, plain in data["answers"].items() if (each := read(Answer, plain))}
    settings = read(Settings, data["settings"])
    return Project(settings or folder.public.settings, answers, registers, part_of)
