"""How a stop looks: one message with what is wrong, where, and what to do."""

import json
import re

from mainstream_cli.errors import MainstreamError

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # what a terminal could take for a command


def problem_as_text(problem: MainstreamError) -> str:
    """Return the message for stderr."""
    lines = [f"mainstream: {problem.where + ': ' if problem.where else ''}{problem.message}"]
    if problem.action:
        lines.append(f"  {problem.action}")
    return CONTROL.sub("\ufffd", "\n".join(lines)) + "\n"


def problem_as_json(problem: MainstreamError) -> str:
    """Return the one JSON document for stdout."""
    error = {"code": problem.code, "message": problem.message, "action": problem.action, "where": problem.where}
    return json.dumps({"schema": 1, "error": error}, ensure_ascii=False, indent=2) + "\n"
