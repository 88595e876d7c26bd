"""Lay a value out as lines with ruamel.yaml, which is loaded only when something is written."""

from __future__ import annotations

import io
import re
from typing import Any

_ANY_LENGTH = 1 << 30  # long lines are never folded
_AMBIGUOUS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "infinity"))
_UNSAFE = re.compile(r":(?:\s|$)|\s#|[\n\t]")
_UNSAFE_IN_BRACKETS = re.compile(r"[,\[\]{}:?]")  # to YAML 1.1


def emit(value: Any, *, blocks: bool = True) -> list[str]:
    """Return the lines of a mapping or a list, from column 0; *blocks* allows ``|`` for text of several lines."""
    from ruamel.yaml import YAML

    yaml, stream = YAML(), io.StringIO()
    yaml.width = _ANY_LENGTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.dump(_styled(value, blocks=blocks), stream)
    lines = stream.getvalue().removesuffix("\n").split("\n")
    return [line[2:] for line in lines] if isinstance(value, list) else lines


def in_brackets(value: Any) -> Any:
    """Return a mapping or a list such that it will be laid out on one line."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    short = (CommentedMap if isinstance(value, dict) else CommentedSeq)(_styled(value, blocks=False))
    short.fa.set_flow_style()
    return short


def _styled(value: Any, *, blocks: bool) -> Any:
    if type(value) is dict:
        return {_styled(key, blocks=False): _styled(item, blocks=blocks) for key, item in value.items()}
    if type(value) is list:
        return [_styled(item, blocks=blocks) for item in value]
    return _styled_text(value, blocks=blocks) if isinstance(value, str) else value


def _styled_text(text: str, *, blocks: bool) -> Any:
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

    if blocks and _fits_block(text):
        return LiteralScalarString(text)
    plain = _may_stand_plain(text) and (blocks or not _UNSAFE_IN_BRACKETS.search(text))
    return text if plain else DoubleQuotedScalarString(text)


def _may_stand_plain(text: str) -> bool:
    """Tell whether every YAML 1.1 and 1.2 reader takes *text* for this text when it has no quotation marks."""
    return text[:1].isalpha() and text == text.strip() and text.lower() not in _AMBIGUOUS and not _UNSAFE.search(text)


def _fits_block(text: str) -> bool:
    """Tell whether *text* has several lines and survives in a block after ``|``."""
    lines = text.removesuffix("\n").split("\n")
    return "\n" in text and lines[0].strip() != "" and not lines[0][0].isspace() and lines[-1].strip() != ""
