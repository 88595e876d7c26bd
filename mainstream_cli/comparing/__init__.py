"""Compares two states of a project: values, not bytes, by what is decided, known and follow-up. Pure."""

from mainstream_cli.comparing.conditions import moved, moved_since
from mainstream_cli.comparing.projects import compare
from mainstream_cli.comparing.scope import laid_over

__all__ = ["compare", "laid_over", "moved", "moved_since"]
