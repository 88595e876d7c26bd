"""The command line: one small file for each verb, imported only when it is called."""

import os
import sys
from contextvars import copy_context
from itertools import pairwise

from mainstream_cli import __version__
from mainstream_cli.cli.chosen_language import begin
from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import say, speak
from mainstream_cli.output.writer import discard_output, open_streams, write, write_beside


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code. A closed pipe is silent; Ctrl-C is 130."""
    return copy_context().run(_run, arguments)  # the language that a command speaks ends with it


def _run(arguments: list[str]) -> int:
    open_streams()
    code = 0
    try:
        code, problem = _outcome(arguments)
        if problem is not None:
            _say(problem, arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        discard_output()
    except OSError as error:  # what was to be printed has no place, as on a full disk
        discard_output()
        code = code or 1
        said = say("The output cannot be written: {reason}.", reason=error.strerror or str(error))
        write_beside(f"mainstream: {speak(said)}")
    return code


def _outcome(arguments: list[str]) -> tuple[int, MainstreamError | None]:
    """Run the command and return its exit code, and what stopped it, if anything."""
    try:
        return _dispatch(arguments), None
    except MainstreamError as problem:
        return problem.exit_code, problem
    except KeyboardInterrupt:
        return 130, MainstreamError(say("Stopped. What was confirmed is saved."), code="stopped")
    except BrokenPipeError:
        raise
    except OSError as error:
        where = str(error.filename or "")
        message = say("The system does not allow it: {reason}.", reason=error.strerror or str(error))
        action = say("Check the name and the rights of the file or folder, and the space on the disk.")
        return 1, MainstreamError(message, action=action, where=where, code="P14")


def _dispatch(arguments: list[str]) -> int:
    begin(os.environ)
    if arguments in (["--version"], ["-V"]):
        write(f"mainstream {__version__}")
        return 0
    if not arguments:
        from mainstream_cli.cli.overview import overview

        return overview()
    from mainstream_cli.cli.app import invoke

    return invoke(arguments)


def _say(problem: MainstreamError, arguments: list[str]) -> None:
    from mainstream_cli.cli.misuse import as_typed
    from mainstream_cli.output.problem import print_problem, print_problem_as_json

    problem.message, problem.action = as_typed(problem.message), as_typed(problem.action)
    (print_problem_as_json if wants_json(arguments) else print_problem)(problem)


def wants_json(arguments: list[str]) -> bool:
    """Tell whether the caller asked for JSON, even when the command line could not be understood."""
    return "--format=json" in arguments or ("--format", "json") in pairwise(arguments)
