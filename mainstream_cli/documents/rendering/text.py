"""Makes any text safe for a Word file without losing what it says."""

import re

from jinja2 import Undefined
from markupsafe import Markup, escape

NEW_PARAGRAPH = "\a"
_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028]")
_PARAGRAPHS = re.compile("\n[ \t]*\n\\s*|\u2029")
# XML 1.0 has no place for these; a parser in recovery mode drops text after them.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """Return *text* with XML 1.0 characters only and with one kind of line break."""
    text = _LINE_BREAKS.sub("\n", text)
    return _LONE_SURROGATE.sub("\ufffd", _NOT_XML.sub("", text))


def in_word(value: object) -> Markup | Undefined:
    """Return a value as escaped text for a Word template: a blank line starts a new paragraph.

    Braces are written as character references because docxtpl rewrites ``{_{`` and its like in the filled text.
    """
    if isinstance(value, Undefined):
        return value
    if hasattr(value, "__html__"):  # a picture, or what was escaped before
        return Markup(value)  # noqa: S704
    text = clean("" if value is None else str(value)).strip("\n")
    marked = escape(_PARAGRAPHS.sub(NEW_PARAGRAPH, text))
    return Markup(str(marked).replace("{", "&#123;").replace("}", "&#125;"))  # noqa: S704 - it was escaped just above
