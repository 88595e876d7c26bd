"""The public Python API: open a project, look at it, change it, write its documents.

from mainstream_cli.workspace import Workspace

kenya = Workspace.open("kenya")
print(kenya.status().next["text"])
"""

from mainstream_cli.errors import MainstreamError
from mainstream_cli.workspace.talking import new_project
from mainstream_cli.workspace.workspace import Workspace

__all__ = ["MainstreamError", "Workspace", "new_project"]
