"""How one value stands in YAML: what may go without quotation marks, what needs them, what fits a text block."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,18})")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_ESCAPED = re.compile(r'[\\"\n\t]')
_AMBIGUOUS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "infinity"))
_UNSAFE = re.compile(r":(?:\s|$)|\s#|[\n\t]")
_UNSAFE_IN_FLOW = re.compile(r"[,\[\]{}:?]")


def clean(text: str) -> str:
    """Return *text* with one kind of line break and without control characters, which no document can hold."""
    return CONTROL.sub("", _BREAKS.sub("\n", text))


def plain(value: object) -> Any:
    """Return *value* exactly as the reader will give it back; raise TypeError for what a file cannot hold."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int | Decimal):
        return _number(value)
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {clean(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    raise TypeError(f"a project file cannot hold a {type(value).__name__}")


def _number(value: int | Decimal) -> int | str:
    """Return a whole number as a number and every other as text, which keeps 1.10 as it was typed."""
    text = format(value, "f") if isinstance(value, Decimal) else str(int(value))
    return int(text) if INTEGER.fullmatch(text) else text


def inline(value: Any, *, flow: bool = False) -> str:
    """Return a value on one line: a scalar, or a list or mapping in brackets."""
    if value is None:
        return "null" if flow else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "[" + ", ".join(inline(item, flow=True) for item in value) + "]"
    if isinstance(value, dict):
        pairs = (f"{inline(key, flow=True)}: {inline(item, flow=True)}" for key, item in value.items())
        return "{" + ", ".join(pairs) + "}"
    text = str(value)
    return text if isinstance(value, int) or _may_stand_plain(text, flow=flow) else _quoted(text)


def _may_stand_plain(text: str, *, flow: bool) -> bool:
    """Tell whether every YAML 1.1 and 1.2 reader takes *text* for this text when it has no quotation marks."""
    if not text[:1].isalpha() or text != text.strip() or text.lower() in _AMBIGUOUS or _UNSAFE.search(text):
        return False
    return not (flow and _UNSAFE_IN_FLOW.search(text))


def _quoted(text: str) -> str:
    return '"' + _ESCAPED.sub(lambda found: _ESCAPES[found[0]], text) + '"'


def fits_text_block(text: str) -> bool:
    """Tell whether *text* has several lines and survives in a block after ``|``."""
    lines = text.removesuffix("\n").split("\n")
    return "\n" in text and lines[0].strip() != "" and not lines[0][0].isspace() and lines[-1].strip() != ""
