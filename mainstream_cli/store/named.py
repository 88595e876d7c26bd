"""Finds the public entries that words name; the registers are looked through only when somebody asks."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.readings import Names, names_in
from mainstream_cli.store.files import Files
from mainstream_cli.store.layout import register_files
from mainstream_cli.store.leftovers import reporting


def public_names(files: Files, catalogue: Catalogue) -> Names:
    """Return what leads from registers and words to ids, by title, abbreviation or id in other letters."""

    @cache
    def known() -> Names:
        entries: dict[str, dict[str, Any]] = {}
        for register, _, file in register_files(catalogue, reporting(files)):
            entries.setdefault(register, {}).update(files.data(file))
        return names_in(entries)

    def named(where: Iterable[str], words: str) -> list[str]:
        return known()(where, words)

    return named
