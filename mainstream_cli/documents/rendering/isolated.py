"""Fills templates that are not shipped in a process of their own, with limits on time, memory and what it can reach."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mainstream_cli.documents.rendering.carrying import carried, remark_made_again
from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import Text, count, say
from mainstream_cli.model.remark import Remark
from mainstream_cli.reading import Unreadable, read_bytes

MAX_FILE = 20_000_000
SECONDS = 60
MEMORY = 1_000_000_000
"""Address space in bytes; what Python and its libraries merely reserve counts as well."""
NEEDED = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""Without these some builds of Python do not start."""


@dataclass(frozen=True)
class Filled:
    """What came back: the document, empty when it could not be made, and the remarks."""

    document: bytes
    remarks: list[Remark]


def fill_isolated(
    template: Path,
    shape: Mapping[str, Any],
    data: Mapping[str, Mapping[str, Any]],
    variables: Mapping[str, str],
) -> Filled:
    """Check *template* and fill it with each of *data*, named as in "With this project"; return the last document.

    Of the environment *variables* the process gets only those without which Python does not start.

    Raises:
        MainstreamError: the file cannot be read.
    """
    content = _content(template)
    limits = {"seconds": SECONDS, "memory": MEMORY}
    named = [(carried(name), each) for name, each in data.items()]
    lines = [json.dumps(limits), json.dumps({"name": template.name, "shape": shape, "data": named})]
    request = "".join(f"{line}\n" for line in lines).encode() + content
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-B", "-X", "utf8", "-m", "mainstream_cli.documents.rendering.child"],
            input=request,
            capture_output=True,
            timeout=SECONDS,
            env={name: variables[name] for name in NEEDED if name in variables},
            cwd=tempfile.gettempdir(),
            check=False,
        )
    except subprocess.TimeoutExpired:
        stopped = count(
            "Filling it was stopped after {n} second.", "Filling it was stopped after {n} seconds.", n=SECONDS
        )
        return Filled(b"", [_too_costly(stopped)])
    return _answered(done)


def _answered(done: subprocess.CompletedProcess[bytes]) -> Filled:
    """Return what the process has said, or how it ended."""
    head, _, document = done.stdout.partition(b"\n")
    if done.returncode < 0 or (not done.returncode and not head):
        return Filled(b"", [_too_costly(say("The system stopped filling it: it needed too much time or memory."))])
    if done.returncode:
        why = done.stderr.decode(errors="replace").strip().rpartition("\n")[2][:200]
        action = say("Begin again from a fresh copy: {command}", command="mainstream template copy DOCUMENT")
        return Filled(b"", [Remark("T12", "error", say("It cannot be filled: {reason}.", reason=why), action)])
    return Filled(document, [remark_made_again(each) for each in json.loads(head)["remarks"]])


def _too_costly(message: Text) -> Remark:
    return Remark("T07", "error", message, say("Look for loops inside loops, and take them out."))


def _content(template: Path) -> bytes:
    """Read the file, if it is one and not too large.

    Raises:
        MainstreamError: it is not.
    """
    try:
        return read_bytes(template, MAX_FILE)
    except Unreadable as problem:
        expected = say("A Word file (.docx) is expected.")
        action = say("{first} {second}", first=problem.action, second=expected)
        action = say("Use smaller pictures.") if problem.code == "F05" else action
        message = say("The template {file} cannot be used. {sentence}", file=template.name, sentence=problem.message)
        raise MainstreamError(message, action=action, where=str(template), code="T01") from problem
