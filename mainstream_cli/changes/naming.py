"""Ids for new entries, made from their titles."""

import re
import secrets
import unicodedata
from collections.abc import Container

LONGEST = 40
SUFFIX_CHARACTERS = "abcdefghijkmnpqrstuvwxyz23456789"  # without letters that look like digits
DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})


def new_id(title: str, taken: Container[str], stem: str) -> str:
    """Return an id for an entry called *title*; *stem* is used for titles that are not Latin.

    Four random characters are added where the id is taken or not Latin: running numbers would collide in merges.
    """
    decomposed = unicodedata.normalize("NFKD", title)
    slug = re.sub(r"[^a-z0-9]+", "_", decomposed.encode("ascii", "ignore").decode().casefold()).strip("_")
    slug = slug[:LONGEST].rstrip("_")
    letters = [letter for letter in decomposed if letter.isalpha()]
    latin = bool(letters) and sum(letter.isascii() for letter in letters) * 2 >= len(letters)
    usable = latin and slug[:1].isalpha() and not slug.startswith("x_") and slug not in DEVICES
    name = slug if usable else _suffixed(stem)
    while name in taken:
        name = _suffixed(slug if usable else stem)
    return name


def _suffixed(stem: str) -> str:
    return f"{stem}_{''.join(secrets.choice(SUFFIX_CHARACTERS) for _ in range(4))}"
