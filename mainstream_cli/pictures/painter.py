"""Keeps a process that draws, apart from whatever this one is told about matplotlib by folders and variables."""

import atexit
import json
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer
from typing import NamedTuple

SECONDS = 60
NEEDED = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""Without these some builds of Python do not start."""
_START = "import sys; sys.path += sys.argv[1:]; from mainstream_cli.pictures.child import main; main()"
FAILED, SIGNS = "failed", "signs"


class Drawing(NamedTuple):
    """A picture as a PNG in base 64; where there is none, ``FAILED``, ``SIGNS`` or the scripts it would need."""

    image: str
    reasons: tuple[str, ...] = ()


class Painter:
    """A process with a folder and an environment of its own; it starts with the first picture and ends with us."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        self._variables = {name: variables[name] for name in NEEDED if name in variables}
        self._folder = TemporaryDirectory(prefix="mainstream-pictures-", ignore_cleanup_errors=True)
        self._process: subprocess.Popen[bytes] | None = None
        atexit.register(self.close)

    def draw(self, picture: str) -> Drawing:
        """Draw a picture given as JSON."""
        process = self._process = self._process or self._started()
        assert process.stdin is not None  # noqa: S101 (both are pipes)
        assert process.stdout is not None  # noqa: S101
        stop = Timer(SECONDS, process.kill)
        stop.start()
        try:
            process.stdin.write(picture.encode() + b"\n")
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
        except (OSError, ValueError):  # it ended
            self._end()
            return Drawing("", (FAILED,))
        finally:
            stop.cancel()
        return Drawing(answer["image"], tuple(answer["reasons"]))

    def close(self) -> None:
        """End the process, and take its folder away."""
        self._end()
        self._folder.cleanup()

    def _started(self) -> subprocess.Popen[bytes]:
        places = (find_spec(name) for name in ("mainstream_cli", "matplotlib"))
        paths = [str(Path(each.origin).parent.parent) for each in places if each is not None and each.origin]
        return subprocess.Popen(  # noqa: S603 (this Python, and nothing that anybody has typed)
            [sys.executable, "-I", "-B", "-X", "utf8", "-c", _START, *paths],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=self._folder.name,
            env={**self._variables, "MPLCONFIGDIR": self._folder.name, "MPL_IGNORE_SYSTEM_FONTS": "1"},
        )

    def _end(self) -> None:
        if self._process is not None:
            with suppress(OSError), self._process as ending:  # which closes its pipes and waits
                ending.kill()
            self._process = None


@lru_cache(maxsize=1)
def painter(variables: tuple[tuple[str, str], ...]) -> Painter:
    """Return the painter of this run, who learns no more of the environment than how to start Python."""
    return Painter(dict(variables))
