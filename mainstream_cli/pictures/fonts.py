"""The fonts of pictures: that of the documents where this computer has it, then the one that comes with matplotlib."""

import os
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from matplotlib import ft2font
from matplotlib.font_manager import FontProperties, findfont, fontManager, get_font

from mainstream_cli.pictures.painter import SIGNS

os.environ.pop("MPL_IGNORE_SYSTEM_FONTS", None)  # it kept the import from looking for fonts; now we name ours

DOCUMENT_FONTS = (("calibri.ttf", "calibrib.ttf"), ("carlito-regular.ttf", "carlito-bold.ttf"))
"""The font of the templates and its twin of the same widths: files of the plain and the bold letters."""
FALLBACK = "DejaVu Sans"
PLACES = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/usr/lib/libreoffice/share/fonts",
    "/opt/libreoffice/share/fonts",
    "/Library/Fonts",
    "/System/Library/Fonts",
    "/Applications/Microsoft Word.app/Contents/Resources/DFonts",
    "/Applications/LibreOffice.app/Contents/Resources/fonts",
)
"""Fonts of the computer, not of the person who is logged in: everybody on it gets the same pictures."""
SHAPES = bool(getattr(ft2font, "__libraqm_version__", ""))
"""Whether this matplotlib joins and turns the letters of Arabic, Hebrew and their like."""


@cache
def families() -> tuple[str, ...]:
    """Return the names of the fonts, in the order in which a letter is looked for."""
    found = {path.name.lower(): path for path in sorted(_files(), reverse=True)}
    for pair in DOCUMENT_FONTS:
        if all(name in found for name in pair):
            for name in pair:
                fontManager.addfont(found[name])
            return (str(get_font(found[pair[0]]).family_name), FALLBACK)
    return (FALLBACK,)


def unshown(picture: dict[str, Any]) -> list[str]:
    """Return why the texts of a picture cannot be drawn: the scripts that the fonts do not show, or ``SIGNS``."""
    letters = {letter for text in _texts(picture) for letter in text if not _blank(letter)}
    lacking = {letter for letter in letters if ord(letter) not in _shown() or _turns(letter)}
    return sorted({_script(letter) for letter in lacking})


def _files() -> Iterator[Path]:
    windows = [str(Path(os.environ["SYSTEMROOT"]) / "Fonts")] if "SYSTEMROOT" in os.environ else []
    for place in (*windows, *PLACES):
        for folder, _, names in os.walk(place):
            yield from (Path(folder, name) for name in names if name.lower().startswith(("calibri", "carlito")))


@cache
def _shown() -> frozenset[int]:
    """Return the code points that the fonts show in plain and in bold letters."""
    plain, bold = (_covered(weight) for weight in ("normal", "bold"))
    return frozenset(plain & bold)


def _covered(weight: str) -> set[int]:
    paths = (findfont(FontProperties(family=name, weight=weight)) for name in families())
    return {code for path in paths for code in get_font(path).get_charmap()}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from () if name in ("alt", "caption", "image") else _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _blank(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter) in ("Cc", "Cf")


def _turns(letter: str) -> bool:
    return not SHAPES and unicodedata.bidirectional(letter) in ("R", "AL", "AN")


def _script(letter: str) -> str:
    """Name the script of a letter as Unicode does."""
    if unicodedata.category(letter)[0] not in "LM":
        return SIGNS
    name = unicodedata.name(letter, "unknown").split()[0]
    return name if name == "CJK" else name.capitalize()
