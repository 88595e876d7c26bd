"""The course: what a group has reached in an exercise, by the rules and relations of every project."""

from mainstream_cli.course.debriefing import solutions
from mainstream_cli.course.instructions import instructions
from mainstream_cli.course.marking import mark, names_of
from mainstream_cli.course.results import as_csv, as_row

__all__ = ["as_csv", "as_row", "instructions", "mark", "names_of", "solutions"]
