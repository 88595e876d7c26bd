"""Reads and saves for conversations, in one project folder."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mainstream_cli import store
from mainstream_cli.model.answer import Answer
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.registers.entry import Entry


class FolderSaving:
    """Saves what a conversation gives in *folder*; every save is on disk when it returns."""

    def __init__(self, folder: Path, catalogue: Catalogue) -> None:
        self.folder = folder
        self.catalogue = catalogue

    def read_answer(self, question: str) -> Answer | None:
        """Return an answer as it is on disk now."""
        return store.read_answer(self.folder, self.catalogue, question)

    def save_answer(self, question: str, change: Mapping[str, Any], seen: Answer | None) -> tuple[bool, Answer | None]:
        """Lay a change over an answer that is still as it was seen."""
        return store.save_seen_answer(self.folder, self.catalogue, question, change, seen)

    def read_entry(self, register: str, id_: str, sector: str) -> Entry | None:
        """Return an entry as it is on disk now."""
        return store.read_entry(self.folder, self.catalogue, register, id_, sector)

    def save_entry(
        self, register: str, id_: str, sector: str, change: Mapping[str, Any], seen: Entry | None
    ) -> tuple[bool, Entry | None]:
        """Lay a change over an entry that is still as it was seen, or add it."""
        return store.save_seen_entry(self.folder, self.catalogue, register, id_, sector, change, seen)

    def read_draft(self, register: str) -> dict[str, Any]:
        """Return the entry that was begun and not finished."""
        return store.read_draft(self.folder, self.catalogue, register)

    def save_draft(self, register: str, fields: Mapping[str, Any]) -> None:
        """Keep an entry that is not complete yet, or remove the draft."""
        store.save_draft(self.folder, self.catalogue, register, fields)
