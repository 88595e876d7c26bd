"""Tables for a spreadsheet: the one place where CSV is written, so that no cell of it is ever worked out."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

_NUMBER = re.compile(r"[+-]?(?:0|[1-9][0-9]{0,30})(?:\.[0-9]{1,30})?")
_FORMULA = tuple("=+-@")
_QUOTES = "'\"`´‘’‚‛“”„‟«»‹›＇＂"
_UNSEEN = ("C", "Z", "M")  # control and format signs, spaces, marks without a letter


def table_as_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """Return rows as CSV under a header of *columns*; each value is made safe."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([as_cell(column) for column in columns])
    writer.writerows([as_cell(row.get(name)) for name in columns] for row in rows)
    return text.getvalue()


def as_cell(value: object) -> str:
    """Return a value as the text of a cell: a number stays one, and what could be a formula gets a ' before it."""
    text = "" if value is None else str(value)
    return f"'{text}" if _could_be_worked_out(text) else text


def _could_be_worked_out(text: str) -> bool:
    """Tell whether the first sign that shows is = + - @ in any width, or a tab or a line break comes before all."""
    if _NUMBER.fullmatch(text):
        return False
    seen = (sign for sign in text if sign not in _QUOTES and unicodedata.category(sign)[0] not in _UNSEEN)
    return text.startswith(("\t", "\r", "\n")) or unicodedata.normalize("NFKC", next(seen, "")) in _FORMULA
