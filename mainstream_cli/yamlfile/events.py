"""Turn text into the parser's events: the one place that chooses a YAML parser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

import yaml

try:  # libyaml is twelve times faster, and comes with every usual build of PyYAML
    from yaml._yaml import CParser as FastestParser
except ImportError:  # pragma: no cover
    FastestParser = yaml.SafeLoader  # type: ignore[assignment,misc]

MAX_NODES = 200_000
MAX_DEPTH = 20

parser: Callable[[str], Any] = FastestParser


def events(text: str) -> Iterator[Any]:
    """Yield the events of *text* one at a time (deep nesting is harmless that way) and stop after MAX_NODES."""
    return islice(iter(parser(_as_editors_count(text)).get_event, None), MAX_NODES)


def _as_editors_count(text: str) -> str:
    """Return *text* such that lines end only where editors say so, and the last line always ends."""
    for invisible_break in ("\x85", "\u2028", "\u2029"):  # line breaks in YAML 1.1 only
        if invisible_break in text:
            text = text.replace(invisible_break, " ")
    return text if text.endswith("\n") else text + "\n"
