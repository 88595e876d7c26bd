"""Reads a value that was typed in YAML's one-line form."""

from typing import Any

from mainstream_cli import yamlfile
from mainstream_cli.errors import UsageError
from mainstream_cli.language import say


def read_flow(text: str) -> Any:
    """Return the list or block that a text such as ``[a, b]`` or ``{value: 3, year: 2012}`` stands for.

    Raises:
        UsageError: the text is not valid YAML.
    """
    try:
        return yamlfile.parse(text, "value").data
    except yamlfile.YamlProblem as problem:
        message = say("{text} cannot be read: {problem}", text=repr(text), problem=problem.message)
        action = say("Write [a, b] or {name: value}; put a text that begins with a bracket in quotes.")
        raise UsageError(message, action=action, code="F02") from problem
