"""Fills Word templates with plain data. Sole home of docxtpl and python-docx; it knows no project and no clock."""

from mainstream_cli.documents.rendering.isolated import fill_isolated
from mainstream_cli.documents.rendering.office import to_pdf
from mainstream_cli.documents.rendering.render import render

__all__ = ["fill_isolated", "render", "to_pdf"]
