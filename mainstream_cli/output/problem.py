"""How a stop looks: one message with what is wrong, where, and what to do."""

from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import speak
from mainstream_cli.output.writer import write_beside, write_json


def print_problem(problem: MainstreamError) -> None:
    """Print the message on stderr."""
    where = f"{speak(problem.where)}: " if problem.where else ""
    write_beside(f"mainstream: {where}{speak(problem.message)}")
    if problem.action:
        write_beside(f"  {speak(problem.action)}")


def print_problem_as_json(problem: MainstreamError) -> None:
    """Print the one JSON document on stdout."""
    error = {"code": problem.code, "message": problem.message, "action": problem.action, "where": problem.where}
    write_json({"error": error})
