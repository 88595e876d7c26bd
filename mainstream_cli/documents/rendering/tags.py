"""Finds the tags of a template in its paragraphs, and makes each whole: Word splits and beautifies what people type."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from docx.oxml.ns import qn

TAG = re.compile(r"\{\{(?:(?!\{\{).)*?\}\}|\{%(?:(?!\{%).)*?%\}|\{#(?:(?!\{#).)*?#\}", re.DOTALL)
"""A tag within a tag of its kind ends the search: else a row of opening braces is read to its end from each of them."""
HALF = re.compile(r"\{\{|\{%|\{#|\}\}|%\}")
_BEAUTIFIED = str.maketrans(
    {
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2039\u203a\u2032", "'"),
        **dict.fromkeys("\u00a0\u2000\u2002\u2003\u2009\u202f\t\n", " "),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
    }
)
SNIPPET = 60
_PREFIX = re.compile(r"^\{([{%#])(-?) ?(p|tr|tc|r) +(?=\w)")
PIECES = (qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:noBreakHyphen"))


@dataclass(frozen=True)
class Tag:
    """One tag as Jinja reads it (*source*); *scope* is how much it stands for: p, tr, tc, r or nothing."""

    source: str
    scope: str
    printing: bool


@dataclass
class Paragraph:
    """One paragraph of a part: its place, its text, its tags."""

    number: int
    element: Any
    text: str
    tags: list[Tag] = field(default_factory=list)

    def home(self, scope: str) -> Any | None:
        """Return the paragraph, row or cell that a tag of this scope stands for."""
        return self.element if scope == "p" else next(self.element.iterancestors(qn(f"w:{scope}")), None)

    @property
    def snippet(self) -> str:
        """Return the beginning of the text, for finding it again."""
        line = " ".join(self.text.split())
        return line if len(line) <= SNIPPET else f"{line[: SNIPPET - 3]}..."


def paragraphs(part: Any) -> Iterator[Paragraph]:
    """Yield the paragraphs of a part with their tags, each of which then stands whole in one piece of text."""
    for number, element in enumerate(part.iter(qn("w:p")), 1):
        pieces = _pieces(element)
        text = "".join(_text(piece) for piece in pieces)
        paragraph = Paragraph(number, element, text)
        if HALF.search(text):
            paragraph.tags = [tag_of(found[0]) for found in TAG.finditer(text)]
            _make_whole(pieces, text)
            _unbind(element)
        yield paragraph


def tag_of(written: str) -> Tag:
    """Read a tag as it was meant: straight quotes, plain spaces, and the short prefixes of docxtpl."""
    plain = " ".join(written.translate(_BEAUTIFIED).split())
    prefix = _PREFIX.match(plain)
    if not prefix:
        return Tag(plain, "", plain.startswith("{{"))
    kind, dash, scope = prefix.groups()
    return Tag(f"{{{kind}{dash} {plain[prefix.end() :]}", scope, kind == "{")


def in_docxtpl(tag: Tag) -> str:
    """Write a tag as docxtpl wants it; a value is always plain text, so ``{{r x }}`` is ``{{ x }}``."""
    if not tag.scope or tag.printing:
        return tag.source
    return f"{tag.source[:2]}{tag.scope} {tag.source[2:].lstrip(' -')}"


def _pieces(paragraph: Any) -> list[Any]:
    """Return what the text of the paragraph is made of; a text box inside has paragraphs of its own."""
    return [
        piece
        for piece in paragraph.iter(*PIECES)
        if piece.getparent().tag == qn("w:r") and next(piece.iterancestors(qn("w:p"))) is paragraph
    ]


def _text(piece: Any) -> str:
    if piece.tag == qn("w:t"):
        return str(piece.text or "")
    return "-" if piece.tag == qn("w:noBreakHyphen") else "\t" if piece.tag == qn("w:tab") else "\n"


def _make_whole(pieces: list[Any], text: str) -> None:
    """Put each tag into the piece that it begins in, and take its rest out of the pieces that follow."""
    starts, ends = _bounds(pieces)
    for found in reversed(list(TAG.finditer(text))):
        touched = [n for n in range(len(pieces)) if starts[n] < found.end() and ends[n] > found.start()]
        first, *others = touched
        for n in others:
            _keep_after(pieces[n], found.end() - starts[n])
        whole, begin = _text(pieces[first]), found.start() - starts[first]
        rest = whole[found.end() - starts[first] :] if not others else ""
        _write(pieces[first], whole[:begin] + in_docxtpl(tag_of(found[0])) + rest)


def _bounds(pieces: list[Any]) -> tuple[list[int], list[int]]:
    ends = list(accumulate(len(_text(piece)) for piece in pieces))
    return [0, *ends[:-1]], ends


def _keep_after(piece: Any, count: int) -> None:
    if piece.tag == qn("w:t"):
        _write(piece, _text(piece)[count:])
    else:
        piece.getparent().remove(piece)


def _write(piece: Any, text: str) -> None:
    piece.text = text
    piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _unbind(paragraph: Any) -> None:
    """Free content controls around a tag from what Word would put there again when the document is opened."""
    for control in (*paragraph.iterancestors(qn("w:sdt")), *paragraph.iter(qn("w:sdt"))):
        properties = control.find(qn("w:sdtPr"))
        for name in ("w:dataBinding", "w:showingPlcHdr"):
            mark = None if properties is None else properties.find(qn(name))
            if mark is not None:
                properties.remove(mark)
