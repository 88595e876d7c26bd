"""Translate the parser's complaint into what a planner sees on the line, and how to put it right.

The two parsers (libyaml and PyYAML's own) word the same mistake differently, hence the patterns.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from yaml import MarkedYAMLError

from mainstream_cli.language import Text, say
from mainstream_cli.yamlfile.lines import Lines
from mainstream_cli.yamlfile.problem import YamlProblem, problem_at, shorthand
from mainstream_cli.yamlfile.scalars import CONTROL

_QUOTE_IT = say('Put the whole text in quotation marks, like this: note: "Costs: 40".')
_INDENT = say("Indent keys of the same level by the same number of spaces, two per level.")
_QUOTE_ALL = say("Put the whole text in quotation marks.")
_SHORTHAND = re.compile(r"while (?:scanning|parsing) an? (alias|anchor|tag)|undefined (tag) handle")


class _Hint(NamedTuple):
    message: Text
    action: Text
    pattern: str
    at_start: bool = False  # the parser noticed late: the mistake stands where the unfinished thing began


_HINTS = (
    _Hint(
        say("This line has no colon after its key, or it belongs to a text that began above."),
        say(
            "Write it as key: value. If it continues a text, begin that text with | and indent its lines by two spaces."
        ),
        pattern="could not find expected ':'",
        at_start=True,
    ),
    _Hint(
        say("The quotation mark that opens here is never closed."),
        say('Close the text with the same mark. Inside "...", write \\" for a quotation mark.'),
        pattern="quoted.*(?:end of stream|document (?:indicator|separator))",
        at_start=True,
    ),
    _Hint(
        say("A backslash in double quotation marks begins a special character, and this one is unknown."),
        say("Use single quotation marks, like 'C:\\docs', or write the backslash twice."),
        pattern="quoted.*(?:escape|hexd?adecimal|hexdecimal)",
    ),
    _Hint(
        say("The list that begins here with [ is not closed with ], or a comma is missing in it."),
        say("Close the list with ], or write one item per line, each after a dash."),
        pattern="flow sequence",
        at_start=True,
    ),
    _Hint(
        say("The group that begins here with { is not closed with }, or a comma is missing in it."),
        say("Close it with }, or write one key per line. Put text that begins with { in quotation marks."),
        pattern="flow mapping",
        at_start=True,
    ),
    _Hint(
        say("A list cannot begin on the line of its key, and a text cannot begin with a dash and a space."),
        say("Begin the list on the next line, or put the text in quotation marks."),
        pattern="sequence entries are not allowed",
    ),
    _Hint(
        say("This line is at the level of a list but does not begin with a dash."),
        say("Begin it with a dash and a space, or correct its indentation."),
        pattern="block collection",
    ),
    _Hint(
        say("After the sign | or > that begins a text block, the rest of the line must be empty."),
        say("Move the text to the next line and indent it by two spaces."),
        pattern="block scalar",
    ),
    _Hint(
        say("A text cannot begin with this sign."),
        _QUOTE_ALL,
        pattern="cannot start any token",
    ),
    _Hint(
        say("A line cannot begin with the sign % here."),
        say("Put text that begins with % in quotation marks, or delete the line."),
        pattern="directive|incompatible YAML",
    ),
    _Hint(
        say("The content of the file ended above, and here begins something else."),
        say("Bring all keys to the same level, without braces around some of them, and delete any line of three dots."),
        pattern="<?document start>?",
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
        return YamlProblem(
            "F02", say("The file is not valid YAML."), action=say("Compare it with its last version in git.")
        )
    kind = _SHORTHAND.search(f"{error.context} {error.problem}")
    if kind:
        return shorthand(error.context_mark or mark, kind[1] or kind[2])
    return _tab(lines, mark) or _about_keys(lines, error, mark) or _from_table(error, mark)


def _control_character(lines: Lines, offset: int) -> YamlProblem:
    line = next(number for number, end in enumerate(lines.ends) if offset <= end)
    sign = f"U+{ord(lines.text[offset]):04X}"
    message = say("The file holds an invisible control character here ({sign}).", sign=sign)
    action = say(
        "Delete it: often it came with text pasted from another program. Typing the words around it anew helps."
    )
    return YamlProblem("F01", message, line + 1, offset - lines.starts[line] + 1, action=action)


def _tab(lines: Lines, mark: Any) -> YamlProblem | None:
    """Return the problem of a tab where spaces are expected, the mistake that no eye can see."""
    line = min(mark.line, len(lines) - 1)
    found = re.match(r" *(?:- *)*\t", lines[line])
    if not found:
        return None
    message = say("A tab stands where only spaces may indent a line.")
    action = say("Replace each tab by two spaces; most editors can do that for the whole file.")
    return YamlProblem("F02", message, line + 1, found.end(), action=action)


def _about_keys(lines: Lines, error: MarkedYAMLError, mark: Any) -> YamlProblem | None:
    """Return the problem of a line that the parser could not fit among the keys around it."""
    complaint = str(error.problem)
    if re.search("mapping values are not allowed", complaint):
        return _unexpected_colon(lines, mark)
    if re.search("block mapping", str(error.context)):
        return _unexpected_line(lines, mark)
    return None


def _unexpected_colon(lines: Lines, mark: Any) -> YamlProblem:
    before = lines[mark.line][: mark.column]
    glued = mark.line and re.match(r"( *[\w-]+:)[^\s/]", lines[mark.line - 1])
    if glued and ": " not in before:
        message = say("A space is missing after the colon.")
        return YamlProblem("F02", message, mark.line, glued.end(1) + 1, action=say("Write key: value, with a space."))
    if ": " in before:
        message = say("This line holds a second colon with a space after it, so it is unclear where the text begins.")
        return problem_at(mark, "F02", message, _QUOTE_IT)
    message = say("This line is indented as if it belonged to the line above, which has a value already.")
    return problem_at(mark, "F02", message, _INDENT)


def _unexpected_line(lines: Lines, mark: Any) -> YamlProblem:
    line = lines[mark.line] if mark.line < len(lines) else ""
    before, here = line[: mark.column].rstrip(), line[mark.column :]
    if before.endswith(("'", '"')):
        message = say("Text follows a closing quotation mark here, or an earlier quotation mark was never closed.")
        action = say(
            "Put the whole text in one pair of marks. Within '...' write '' for ', within \"...\" write \\\" for \"."
        )
    elif here.startswith(("]", "}")):
        message = say("This {sign} closes nothing.", sign=here[0])
        action = say("Delete it, or put the whole text in quotation marks.")
    elif here.startswith(":"):
        message = say("There is no key before this colon.")
        action = say("Write the name of the key before the colon.")
    elif here.startswith("- "):
        message = say("A list item stands here among keys.")
        action = say("Indent it by two spaces more than the key it belongs to, like the items above it.")
    else:
        message, action = say("The indentation of this line fits none of the lines above it."), _INDENT
    return problem_at(mark, "F02", message, action)


def _from_table(error: MarkedYAMLError, mark: Any) -> YamlProblem:
    complaint = f"{error.context} {error.problem}"
    for hint in _HINTS:
        if re.search(hint.pattern, complaint):
            place = error.context_mark if hint.at_start and error.context_mark else mark
            return problem_at(place, "F02", hint.message, hint.action)
    message = say("This line does not follow the rules of the format.")
    return problem_at(mark, "F02", message, say("Compare it with the lines above, or with its last version in git."))
