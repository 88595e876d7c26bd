"""The command line: one small file for each verb, imported only when it is called."""

import os
import sys
from itertools import pairwise

from mainstream_cli import __version__
from mainstream_cli.errors import MainstreamError


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code. A closed pipe is silent; Ctrl-C is 130."""
    _prepare_streams()
    code = 0
    try:
        code, problem = _outcome(arguments)
        if problem is not None:
            _say(problem, arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        _discard_output()
    except OSError as error:  # what was to be printed has no place, as on a full disk
        _discard_output()
        code = code or 1
        sys.stderr.write(f"mainstream: The output cannot be written: {error.strerror or error}.\n")
    return code


def _prepare_streams() -> None:
    """Speak UTF-8 whatever the terminal says, and do without a stream that is closed."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 (open until the end)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]


def _outcome(arguments: list[str]) -> tuple[int, MainstreamError | None]:
    """Run the command and return its exit code, and what stopped it, if anything."""
    try:
        return _dispatch(arguments), None
    except MainstreamError as problem:
        return problem.exit_code, problem
    except KeyboardInterrupt:
        return 130, MainstreamError("Stopped. What was confirmed is saved.", code="stopped")
    except BrokenPipeError:
        raise
    except OSError as error:
        where = str(error.filename or "")
        message = f"The system does not allow it: {error.strerror or error}."
        action = "Check the name and the rights of the file or folder, and the space on the disk."
        return 1, MainstreamError(message, action=action, where=where, code="P14")


def _discard_output() -> None:
    """Let what is still to be printed go nowhere, so that Python does not complain at its end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _dispatch(arguments: list[str]) -> int:
    if arguments in (["--version"], ["-V"]):
        sys.stdout.write(f"mainstream {__version__}\n")
        return 0
    if not arguments:
        from mainstream_cli.cli.overview import overview

        return overview()
    from mainstream_cli.cli.app import invoke

    return invoke(arguments)


def _say(problem: MainstreamError, arguments: list[str]) -> None:
    from mainstream_cli.output.problem import problem_as_json, problem_as_text

    if wants_json(arguments):
        sys.stdout.write(problem_as_json(problem))
    else:
        sys.stderr.write(problem_as_text(problem))


def wants_json(arguments: list[str]) -> bool:
    """Tell whether the caller asked for JSON, even when the command line could not be understood."""
    return "--format=json" in arguments or ("--format", "json") in pairwise(arguments)
