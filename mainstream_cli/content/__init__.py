"""Reads what is shipped with the tool: the catalogue, what it offers to look up, the Word templates and the samples."""

from mainstream_cli.content.bundle import content_dir
from mainstream_cli.content.catalogue import load_catalogue
from mainstream_cli.content.reference import (
    crosswalk_names,
    load_crosswalk,
    load_evaluation,
    load_glossary,
    load_profile,
)

__all__ = [
    "content_dir",
    "crosswalk_names",
    "load_catalogue",
    "load_crosswalk",
    "load_evaluation",
    "load_glossary",
    "load_profile",
]
