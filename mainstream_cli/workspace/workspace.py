"""The facade: one project folder, open for work."""

from mainstream_cli.workspace.changing import Changing
from mainstream_cli.workspace.looking import Looking
from mainstream_cli.workspace.making import Making
from mainstream_cli.workspace.talking import Talking


class Workspace(Looking, Changing, Talking, Making):
    """A project that is open: look at it, change it, write its documents.

    Every change is on disk when the call returns, and the workspace then holds what is on disk. Values are plain
    records of ``mainstream_cli.model``. What stops a call is a ``MainstreamError`` that says what, where, what to do.
    """
