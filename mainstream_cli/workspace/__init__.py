"""The public Python API: open a project, look at it, change it, write its documents.

from mainstream_cli.workspace import Workspace

kenya = Workspace.open("kenya")
print(kenya.status().next["text"])

A conversation yields prompts and is sent replies, until it returns what came of it:

talk = kenya.fill("added_value")
prompt = next(talk)                     # a Prompt: its kind, text, options and keys
prompt = talk.send(Given("partly"))     # the id of an option, a tuple of them for "choices", else a text
talk.send(Pressed("quit"))              # or one of its keys; at the end StopIteration has the value
"""

from mainstream_cli.errors import MainstreamError
from mainstream_cli.model.prompt import Given, Option, Pressed, Prompt
from mainstream_cli.workspace.talking import new_project
from mainstream_cli.workspace.training import Training
from mainstream_cli.workspace.workspace import Workspace

__all__ = ["Given", "MainstreamError", "Option", "Pressed", "Prompt", "Training", "Workspace", "new_project"]
