"""Translate the parser's complaint into what a planner sees on the line, and how to put it right.

The two parsers (libyaml and PyYAML's own) word the same mistake differently, hence the patterns.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from yaml import MarkedYAMLError

from mainstream_cli.yamlfile.lines import Lines
from mainstream_cli.yamlfile.problem import YamlProblem, problem_at, shorthand
from mainstream_cli.yamlfile.scalars import CONTROL

_QUOTE_IT = 'Put the whole text in quotation marks, like this: note: "Costs: 40".'
_INDENT = "Indent keys of the same level by the same number of spaces, two per level."
_SHORTHAND = re.compile(r"while (?:scanning|parsing) an? (alias|anchor|tag)|undefined (tag) handle")


class _Hint(NamedTuple):
    pattern: str
    message: str
    action: str
    at_start: bool = False  # the parser noticed late: the mistake stands where the unfinished thing began


_HINTS = (
    _Hint(
        "could not find expected ':'",
        "This line has no colon after its key, or it belongs to a text that began above.",
        "Write it as key: value. If it continues a text, begin that text with | and indent its lines by two spaces.",
        at_start=True,
    ),
    _Hint(
        "quoted.*(?:end of stream|document (?:indicator|separator))",
        "The quotation mark that opens here is never closed.",
        'Close the text with the same mark. Inside "...", write \\" for a quotation mark.',
        at_start=True,
    ),
    _Hint(
        "quoted.*(?:escape|hexd?adecimal|hexdecimal)",
        "A backslash in double quotation marks begins a special character, and this one is unknown.",
        "Use single quotation marks, like 'C:\\docs', or write the backslash twice.",
    ),
    _Hint(
        "flow sequence",
        "The list that begins here with [ is not closed with ], or a comma is missing in it.",
        "Close the list with ], or write one item per line, each after a dash.",
        at_start=True,
    ),
    _Hint(
        "flow mapping",
        "The group that begins here with { is not closed with }, or a comma is missing in it.",
        "Close it with }, or write one key per line. Put text that begins with { in quotation marks.",
        at_start=True,
    ),
    _Hint(
        "sequence entries are not allowed",
        "A list cannot begin on the line of its key, and a text cannot begin with a dash and a space.",
        "Begin the list on the next line, or put the text in quotation marks.",
    ),
    _Hint(
        "block collection",
        "This line is at the level of a list but does not begin with a dash.",
        "Begin it with a dash and a space, or correct its indentation.",
    ),
    _Hint(
        "block scalar",
        "After the sign | or > that begins a text block, the rest of the line must be empty.",
        "Move the text to the next line and indent it by two spaces.",
    ),
    _Hint("cannot start any token", "A text cannot begin with this sign.", "Put the whole text in quotation marks."),
    _Hint(
        "directive|incompatible YAML",
        "A line cannot begin with the sign % here.",
        "Put text that begins with % in quotation marks, or delete the line.",
    ),
    _Hint(
        "<?document start>?",
        "The content of the file ended above, and here begins something else.",
        "Bring all keys to the same level, without braces around some of them, and delete any line of three dots.",
    ),
)


def explain(text: str, error: Exception | None) -> YamlProblem:
    """Return the problem (F01, F02 or F04) behind the parser's *error* on *text*."""
    lines = Lines(text)
    control = CONTROL.search(text)
    if control:
        return _control_character(lines, control.start())
    mark = getattr(error, "problem_mark", None)
    if not isinstance(error, MarkedYAMLError) or mark is None:
        return YamlProblem("F02", "The file is not valid YAML.", action="Compare it with its last version in git.")
    kind = _SHORTHAND.search(f"{error.context} {error.problem}")
    if kind:
        return shorthand(error.context_mark or mark, kind[1] or kind[2])
    return _tab(lines, mark) or _about_keys(lines, error, mark) or _from_table(error, mark)


def _control_character(lines: Lines, offset: int) -> YamlProblem:
    line = next(number for number, end in enumerate(lines.ends) if offset <= end)
    message = f"The file holds an invisible control character here (U+{ord(lines.text[offset]):04X})."
    action = "Delete it: often it came with text pasted from another program. Typing the words around it anew helps."
    return YamlProblem("F01", message, line + 1, offset - lines.starts[line] + 1, action)


def _tab(lines: Lines, mark: Any) -> YamlProblem | None:
    """Return the problem of a tab where spaces are expected, the mistake that no eye can see."""
    line = min(mark.line, len(lines) - 1)
    found = re.match(r" *(?:- *)*\t", lines[line])
    if not found:
        return None
    action = "Replace each tab by two spaces; most editors can do that for the whole file."
    return YamlProblem("F02", "A tab stands where only spaces may indent a line.", line + 1, found.end(), action)


def _about_keys(lines: Lines, error: MarkedYAMLError, mark: Any) -> YamlProblem | None:
    """Return the problem of a line that the parser could not fit among the keys around it."""
    complaint = str(error.problem)
    if "mapping values are not allowed" in complaint:
        return _unexpected_colon(lines, mark)
    if "block mapping" in str(error.context):
        return _unexpected_line(lines, mark)
    return None


def _unexpected_colon(lines: Lines, mark: Any) -> YamlProblem:
    before = lines[mark.line][: mark.column]
    glued = mark.line and re.match(r"( *[\w-]+:)[^\s/]", lines[mark.line - 1])
    if glued and ": " not in before:
        message = "A space is missing after the colon."
        return YamlProblem("F02", message, mark.line, glued.end(1) + 1, "Write key: value, with a space.")
    if ": " in before:
        message = "This line holds a second colon with a space after it, so it is unclear where the text begins."
        return problem_at(mark, "F02", message, _QUOTE_IT)
    message = "This line is indented as if it belonged to the line above, which has a value already."
    return problem_at(mark, "F02", message, _INDENT)


def _unexpected_line(lines: Lines, mark: Any) -> YamlProblem:
    line = lines[mark.line] if mark.line < len(lines) else ""
    before, here = line[: mark.column].rstrip(), line[mark.column :]
    if before.endswith(("'", '"')):
        message = "Text follows a closing quotation mark here, or an earlier quotation mark was never closed."
        action = (
            "Put the whole text in one pair of marks. Within '...' write '' for ', within \"...\" write \\\" for \"."
        )
    elif here.startswith(("]", "}")):
        message, action = f"This {here[0]} closes nothing.", "Delete it, or put the whole text in quotation marks."
    elif here.startswith(":"):
        message, action = "There is no key before this colon.", "Write the name of the key before the colon."
    elif here.startswith("- "):
        message = "A list item stands here among keys."
        action = "Indent it by two spaces more than the key it belongs to, like the items above it."
    else:
        message, action = "The indentation of this line fits none of the lines above it.", _INDENT
    return problem_at(mark, "F02", message, action)


def _from_table(error: MarkedYAMLError, mark: Any) -> YamlProblem:
    complaint = f"{error.context} {error.problem}"
    for hint in _HINTS:
        if re.search(hint.pattern, complaint):
            place = error.context_mark if hint.at_start and error.context_mark else mark
            return problem_at(place, "F02", hint.message, hint.action)
    message = "This line does not follow the rules of the format."
    return problem_at(mark, "F02", message, "Compare it with the lines above, or with its last version in git.")
