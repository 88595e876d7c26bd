"""The one way this layer says that a file cannot be used as it is."""

from __future__ import annotations

from typing import Any

from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import Text, say


class YamlProblem(Exception):  # noqa: N818 (it becomes a finding, a value; it does not stop the tool)
    """What is wrong with a file, where, and what to do; line and column are None where the whole file is meant."""

    def __init__(
        self, code: str, message: Text, line: int | None = None, column: int | None = None, *, action: Text
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.line = line
        self.column = column
        self.action = action

    def as_error(self) -> MainstreamError:
        """Return it as what stops a command that needs the file."""
        return MainstreamError(self.message, action=self.action, code=self.code, line=self.line or 0)


def problem_at(mark: Any, code: str, message: Text, action: Text) -> YamlProblem:
    """Return the problem at a parser's *mark*, which counts from 0 where people count from 1."""
    return YamlProblem(code, message, mark.line + 1, mark.column + 1, action=action)


_SHORTHAND = {
    "alias": (
        say("A value that begins with * points to another place (an alias), which project files do not use."),
        "*",
    ),
    "anchor": (
        say("A value that begins with & is named for reuse (an anchor), which project files do not use."),
        "&",
    ),
    "tag": (say("A value that begins with ! has a type of its own (a tag), which project files do not use."), "!"),
}


def shorthand(mark: Any, kind: str) -> YamlProblem:
    """Return the F04 problem for an "alias", "anchor" or "tag" at *mark*."""
    message, sign = _SHORTHAND[kind]
    action = say(
        "Write the content out in full. If it is text that begins with {sign}, put it in quotation marks.", sign=sign
    )
    return problem_at(mark, "F04", message, action)
