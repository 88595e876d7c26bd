"""Lay a value out as lines. ruamel.yaml does it, and is loaded only where a text needs more than to be copied."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

_ANY_LENGTH = 1 << 30  # long lines are never folded
_AMBIGUOUS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "infinity"))
_UNSAFE = re.compile(r":(?:\s|$)|\s#|[\n\t]")
_SIMPLE = re.compile(r"[ !#-\[\]-~]*")  # between quotation marks these signs need nothing more
_UNSAFE_IN_BRACKETS = re.compile(r"[,\[\]{}:?]")  # to YAML 1.1


def emit(value: Any, *, blocks: bool = True) -> list[str]:
    """Return the lines of a mapping or a list, from column 0; *blocks* allows ``|`` for text of several lines.

    Lists and mappings are put together here, which is much faster for long ones; texts of several lines or of other
    scripts, where quotation marks are needed, are laid out by ruamel.yaml, all at once.
    """
    if not _is_common(value):
        return dumped(value, blocks=blocks)
    special = [text for text in dict.fromkeys(_texts(value)) if not _goes_plain(text, blocks=blocks)]
    laid_out = {text: [f'"{text}"'] for text in special if _SIMPLE.fullmatch(text)}
    unusual = [text for text in special if text not in laid_out]
    if unusual:
        laid_out |= zip(unusual, _items(dumped(unusual, blocks=blocks)), strict=True)
    return _put_together(value, laid_out)


def _is_common(value: Any) -> bool:
    """Tell whether a value has text, whole numbers, and neither unusual keys nor a style of its own."""
    if type(value) is dict and value:
        return all(_may_stand_plain(key) for key in value) and all(_is_common(item) for item in value.values())
    if type(value) is list and value:
        return all(_is_common(item) and type(item) is not list for item in value)
    return type(value) is str or type(value) is int


def _texts(value: Any) -> Iterator[str]:
    if type(value) is str:
        yield value
    elif type(value) in (dict, list):
        for item in value.values() if type(value) is dict else value:
            yield from _texts(item)


def _items(lines: list[str]) -> Iterator[list[str]]:
    """Cut the lines of a list of texts into those of each text, without its dash."""
    starts = [number for number, line in enumerate(lines) if line.startswith("- ")]
    for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield [lines[start][2:], *lines[start + 1 : stop]]


def _put_together(value: Any, laid_out: dict[str, list[str]]) -> list[str]:
    lines: list[str] = []
    if type(value) is dict:
        for key, item in value.items():
            if type(item) in (dict, list):
                lines.append(f"{key}:")
                lines += [f"  {line}" if line else "" for line in _put_together(item, laid_out)]
            else:
                first, *more = laid_out.get(item) or [str(item)]
                lines += [f"{key}: {first}", *more]
        return lines
    for item in value:
        nested = type(item) is dict
        first, *more = _put_together(item, laid_out) if nested else laid_out.get(item) or [str(item)]
        lines += [f"- {first}", *(f"  {line}" if nested and line else line for line in more)]
    return lines


def dumped(value: Any, *, blocks: bool) -> list[str]:
    """Return what ``emit`` returns, laid out by ruamel.yaml alone."""
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
    return text if _goes_plain(text, blocks=blocks) else DoubleQuotedScalarString(text)


def _goes_plain(text: str, *, blocks: bool) -> bool:
    return _may_stand_plain(text) and (blocks or not _UNSAFE_IN_BRACKETS.search(text))


def _may_stand_plain(text: str) -> bool:
    """Tell whether every YAML 1.1 and 1.2 reader takes *text* for this text when it has no quotation marks."""
    return text[:1].isalpha() and text == text.strip() and text.lower() not in _AMBIGUOUS and not _UNSAFE.search(text)


def _fits_block(text: str) -> bool:
    """Tell whether *text* has several lines and survives in a block after ``|``."""
    lines = text.removesuffix("\n").split("\n")
    return "\n" in text and lines[0].strip() != "" and not lines[0][0].isspace() and lines[-1].strip() != ""
