"""Reads what is shipped with the tool: the catalogue, the Word templates and the sample projects."""

from mainstream_cli.content.bundle import content_dir
from mainstream_cli.content.catalogue import load_catalogue

__all__ = ["content_dir", "load_catalogue"]
