"""The command line: one small file for each verb, imported only when it is called."""

import os
import sys

from mainstream_cli.errors import MainstreamError


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code. A closed pipe is silent; Ctrl-C is 130."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        code = _dispatch(arguments)
        sys.stdout.flush()
    except MainstreamError as problem:
        return _stop(problem, arguments)
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped. What was confirmed is saved.\n")
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _dispatch(arguments: list[str]) -> int:
    if not arguments:
        from mainstream_cli.cli.overview import overview

        return overview()
    from mainstream_cli.cli.app import invoke

    return invoke(arguments)


def _stop(problem: MainstreamError, arguments: list[str]) -> int:
    from mainstream_cli.output.problem import problem_as_json, problem_as_text

    if wants_json(arguments):
        sys.stdout.write(problem_as_json(problem))
    else:
        sys.stderr.write(problem_as_text(problem))
    return problem.exit_code


def wants_json(arguments: list[str]) -> bool:
    """Tell whether the caller asked for JSON, even when the command line could not be understood."""
    joined = " ".join(arguments)
    return "--format json" in joined or "--format=json" in joined
