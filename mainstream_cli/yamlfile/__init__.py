"""The files of a project: read strictly, changed one block at a time, written whole or not at all.

The sole home of YAML. It knows neither what the keys mean nor where a project keeps its files.
"""

from mainstream_cli.yamlfile.comments import comments_above, replace_comments, replace_line, take_bare
from mainstream_cli.yamlfile.decode import MAX_BYTES, content_of
from mainstream_cli.yamlfile.document import Cut, Document
from mainstream_cli.yamlfile.mend import Mended, indented, mended
from mainstream_cli.yamlfile.nest import nested
from mainstream_cli.yamlfile.problem import YamlProblem
from mainstream_cli.yamlfile.reader import parse, read
from mainstream_cli.yamlfile.replace import replace, replace_cache, sweep
from mainstream_cli.yamlfile.respell import respelled, right_line, spelled
from mainstream_cli.yamlfile.salvage import UNNAMED, Reading, salvage
from mainstream_cli.yamlfile.scalars import clean
from mainstream_cli.yamlfile.writer import dump, insert_bare, remove_block, replace_block, replace_blocks

__all__ = [
    "MAX_BYTES",
    "UNNAMED",
    "Cut",
    "Document",
    "Mended",
    "Reading",
    "YamlProblem",
    "clean",
    "comments_above",
    "content_of",
    "dump",
    "indented",
    "insert_bare",
    "mended",
    "nested",
    "parse",
    "read",
    "remove_block",
    "replace",
    "replace_block",
    "replace_blocks",
    "replace_cache",
    "replace_comments",
    "replace_line",
    "respelled",
    "right_line",
    "salvage",
    "spelled",
    "sweep",
    "take_bare",
]
