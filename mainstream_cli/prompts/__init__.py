"""How things are asked in a terminal: on a screen, on the wall for a room, or plainly line by line."""

from mainstream_cli.prompts.style import asker, converse, has_terminal

__all__ = ["asker", "converse", "has_terminal"]
