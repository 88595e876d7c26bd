"""The one way out: every text and every JSON document that a command prints passes here.

What people read has a visible mark for each sign that could rewrite a screen or turn a line around; JSON has an escape,
so that programs get the value as it is (``model.visible``). Whatever a terminal says of itself, UTF-8 goes out, also
for a file name that is none. A pipe that is closed raises BrokenPipeError, which ends a command in silence.
"""

import os
import sys
from collections.abc import Mapping

from mainstream_cli.language import current, speak


def open_streams() -> None:
    """Speak UTF-8 whatever the terminal says, and do without a stream that is closed.

    A stream of Python's own making, such as that of a notebook or ``io.StringIO``, takes texts as they are.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 (open until the end)
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="replace")


def discard_output() -> None:
    """Let what is still to be printed go nowhere, so that Python does not complain at its end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def write(text: str = "", end: str = "\n") -> None:
    """Print a line, or several, for people; with another *end* something is typed behind it, so it has to be seen."""
    sys.stdout.write(f"{_shown(text)}{end}")
    if end != "\n":
        sys.stdout.flush()


def write_beside(text: str) -> None:
    """Print what stands beside the result, such as a warning, to stderr."""
    sys.stderr.write(f"{_shown(text)}\n")


def write_json(document: Mapping[str, object]) -> None:
    """Print one JSON document with its schema number; decimals and dates go out as strings."""
    write(as_json({"schema": 1, "language": current().code, **document}))


def as_json(document: Mapping[str, object]) -> str:
    """Return plain data as JSON of many lines, which any terminal shows harmlessly and which reads back the same.

    Its texts are in the language that is spoken.
    """
    import json

    from mainstream_cli.model.visible import escaped

    return escaped(json.dumps(_spoken(document), ensure_ascii=False, indent=2, default=str))


def _spoken(data: object) -> object:
    if isinstance(data, str):
        return speak(data)
    if isinstance(data, Mapping):
        return {key: _spoken(value) for key, value in data.items()}
    return [_spoken(value) for value in data] if isinstance(data, list | tuple) else data


def _shown(said: str) -> str:
    text = speak(said)
    if text.isascii() and text.replace("\n", "").isprintable():  # most text is, and loads nothing
        return text
    from mainstream_cli.model.visible import visible

    return visible(text)
