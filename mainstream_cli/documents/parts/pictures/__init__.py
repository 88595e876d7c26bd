"""What the pictures of documents show, each as plain data with all that it says in words."""

from mainstream_cli.documents.parts.pictures.board import conditions_board
from mainstream_cli.documents.parts.pictures.financing import financing
from mainstream_cli.documents.parts.pictures.sector_map import sector_map
from mainstream_cli.documents.parts.pictures.stages import stage_progress
from mainstream_cli.documents.parts.pictures.trends import trends

__all__ = ["conditions_board", "financing", "sector_map", "stage_progress", "trends"]
