"""Fills Word templates with plain data. Sole home of docxtpl and python-docx; it knows no project and no clock."""

from mainstream_cli.documents.render import render

__all__ = ["render"]
