"""The course: what a group has reached in an exercise, by the rules and relations of every project."""

from mainstream_cli.services.training.debriefing import solutions
from mainstream_cli.services.training.instructions import instructions
from mainstream_cli.services.training.marking import mark, names_of
from mainstream_cli.services.training.results import as_csv, as_row

__all__ = ["as_csv", "as_row", "instructions", "mark", "names_of", "solutions"]
