"""The one way out: every text and every JSON document that a command prints passes here."""

import json
import sys
from typing import Any


def say(text: str = "") -> None:
    """Print a line, or several, for people."""
    sys.stdout.write(f"{text}\n")


def say_beside(text: str) -> None:
    """Print what stands beside the result, such as a warning, to stderr."""
    sys.stderr.write(f"{text}\n")


def write_json(document: dict[str, Any]) -> None:
    """Print one JSON document with its schema number; decimals and dates go out as strings."""
    sys.stdout.write(json.dumps({"schema": 1, **document}, ensure_ascii=False, indent=2, default=str) + "\n")
