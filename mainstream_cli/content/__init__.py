"""Reads what is shipped: catalogue, templates, samples; ``reference`` has what the catalogue offers to look up."""

from mainstream_cli.content.bundle import content_dir
from mainstream_cli.content.catalogue import load_catalogue

__all__ = ["content_dir", "load_catalogue"]
