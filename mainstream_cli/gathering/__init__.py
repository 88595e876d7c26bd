"""Brings the answers and entries of copies together with those of the project that they were made from."""

from mainstream_cli.gathering.compare import gather
from mainstream_cli.gathering.same_project import refusal, table_names

__all__ = ["gather", "refusal", "table_names"]
