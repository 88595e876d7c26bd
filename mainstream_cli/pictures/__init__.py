"""Draws the pictures of documents. Sole home of matplotlib, an extra: without it, tables say the same."""

from mainstream_cli.pictures.illustrate import available, illustrated
from mainstream_cli.pictures.painter import FAILED, SIGNS

__all__ = ["FAILED", "SIGNS", "available", "illustrated"]
