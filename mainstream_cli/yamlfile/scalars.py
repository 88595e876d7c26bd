"""What text and numbers may look like in a file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,18})")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


def clean(text: str) -> str:
    """Return *text* with one kind of line break and without control characters, which no document can hold."""
    return CONTROL.sub("", _BREAKS.sub("\n", text))


def plain_value(value: object) -> Any:
    """Return *value* exactly as the reader will give it back; raise TypeError for what a file cannot hold."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int | Decimal):
        return _number(value)
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {clean(key): plain_value(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain_value(item) for item in value]
    raise TypeError(type(value).__name__)


def _number(value: int | Decimal) -> int | str:
    """Return a whole number as a number and every other as text, which keeps 1.10 as it was typed."""
    text = format(value, "f") if isinstance(value, Decimal) else str(int(value))
    return int(text) if INTEGER.fullmatch(text) else text
