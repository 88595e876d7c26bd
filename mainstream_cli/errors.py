"""What stops the tool: raised anywhere, caught once in ``cli``.

What the *answers* get wrong is a finding (a value, see ``model.finding``); this is for everything that
keeps a command from doing its work and that the user can put right.
"""

from typing import Self

from mainstream_cli.language import Text, say, verbatim

NO_TEXT = verbatim("")


class Argument(str):
    """The name of an argument of a call as a value of a message; the command line writes it as it is typed there.

    *holds* is what then stands for its value, such as DATE.
    """

    __slots__ = ("holds",)
    holds: str

    def __new__(cls, name: str, holds: str = "") -> Self:
        """Name the argument as it is called in Python."""
        argument = super().__new__(cls, name)
        argument.holds = holds
        return argument


class MainstreamError(Exception):
    """A problem that the user can put right: what is wrong, where, and what to do about it.

    ``line``, where it is known, is that of a file; whoever knows which file calls ``in_file``.
    """

    exit_code = 1

    def __init__(
        self, message: Text, *, action: Text = NO_TEXT, where: str = "", code: str = "", line: int = 0
    ) -> None:
        super().__init__(message)
        self.message = message
        self.action = action
        self.where = say("line {line}", line=line) if line else where
        self.line = line
        self.code = code

    def in_file(self, file: str) -> None:
        """Name the file that the message is about."""
        self.where = say("{file}, line {line}", file=file, line=self.line) if self.line else file


def nothing_changed(action: Text) -> Text:
    """Return what to do, and that all is as it was."""
    return say("{action} {state}", action=action, state=say("Nothing was changed."))


class UsageError(MainstreamError):
    """The command was called in a way that cannot work (exit code 2)."""

    exit_code = 2


class Stopped(MainstreamError):  # noqa: N818 (a wish, not an error)
    """The person stopped a conversation before it had made anything (exit code 130)."""

    exit_code = 130
