"""Answers and entries as a file has them: the blocks that copies of a project are compared by."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Block = dict[str, Any]
Blocks = Mapping[str, Mapping[str, Block]]
"""File -> key -> block."""


@dataclass(frozen=True)
class Shelf:
    """What a file of a project holds: answers, or entries of one register (of one sector or institution)."""

    file: str
    register: str = ""
    part: str = ""
    private: bool = False


@dataclass(frozen=True)
class Copy:
    """A copy of a project that a table worked in, or the project itself; ``former`` says what once stood there."""

    name: str
    blocks: Blocks
    former: frozenset[str] = field(default=frozenset(), repr=False)


def as_block(value: object) -> Block:
    """Return what stands under a key as a block without empty fields; ``question: partly`` means its value."""
    if isinstance(value, dict):
        return {name: each for name, each in value.items() if each not in (None, "", [], {})}
    return {} if value is None else {"value": value}


def statement(block: Mapping[str, Any]) -> Block:
    """Return what a block itself says, without the views of tables kept in it."""
    return {name: each for name, each in block.items() if name != "positions"}


def fingerprint(file: str, key: str, said: Mapping[str, Any]) -> str:
    """Return a short mark of a statement and its place, by which it is known again."""
    text = json.dumps([file, key, said], sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
