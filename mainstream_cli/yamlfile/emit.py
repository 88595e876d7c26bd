"""Lay a value out as lines: two spaces per level, lists indented under their key, long lines never folded."""

from __future__ import annotations

from typing import Any

from mainstream_cli.yamlfile.scalars import fits_text_block, inline

STEP = 2


def emit(value: Any, column: int, *, blocks: bool = True) -> tuple[str, list[str]]:
    """Return what follows a key or dash at *column* on its line, and the lines below; *blocks* allows ``|``."""
    if isinstance(value, dict) and value:
        return "", fields(value, column + STEP, blocks=blocks)
    if isinstance(value, list) and value:
        return "", items(value, column + STEP, blocks=blocks)
    if blocks and isinstance(value, str) and fits_text_block(value):
        pad = " " * (column + STEP)
        lines = value.removesuffix("\n").split("\n")
        return "|" if value.endswith("\n") else "|-", [pad + line if line else "" for line in lines]
    return inline(value), []


def fields(mapping: dict[str, Any], column: int, *, blocks: bool = True) -> list[str]:
    """Return the lines of a mapping whose keys stand at *column*."""
    lines = []
    for key, value in mapping.items():
        head, below = emit(value, column, blocks=blocks)
        lines += [f"{' ' * column}{inline(key)}: {head}".rstrip(" "), *below]
    return lines


def items(sequence: list[Any], column: int, *, blocks: bool = True) -> list[str]:
    """Return the lines of a list whose dashes stand at *column*."""
    lines = []
    for value in sequence:
        head, below = item(value, column, blocks=blocks)
        lines += [f"{' ' * column}- {head}".rstrip(" "), *below]
    return lines


def item(value: Any, column: int, *, blocks: bool = True) -> tuple[str, list[str]]:
    """Return what follows the dash at *column* on its line, and the lines below."""
    head, below = emit(value, column, blocks=blocks)
    if isinstance(value, dict | list) and value:
        head, below = below[0].lstrip(" "), below[1:]
    return head, below
