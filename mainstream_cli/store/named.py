"""Finds the public entries that words name; the registers are looked through only when somebody asks."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.readings import Names, names_in
from mainstream_cli.store.files import Files
from mainstream_cli.store.layout import register_files


class PublicNames:
    """From registers and words to ids, by title, abbreviation or id in other letters."""

    def __init__(self, files: Files, catalogue: Catalogue) -> None:
        self.files = files
        self.catalogue = catalogue

    def __call__(self, where: Iterable[str], words: str) -> list[str]:
        """Return the ids of the entries in the registers *where* that *words* name."""
        return self._names(where, words)

    @cached_property
    def _names(self) -> Names:
        entries: dict[str, dict[str, Any]] = {}
        for register, _, file in register_files(self.catalogue):
            entries.setdefault(register, {}).update(self.files.data(file) or {})
        return names_in(entries)
