"""Fills the table of contents before Word does, for readers that never update fields."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml.ns import nsdecls, qn
from lxml import etree

LEVELS = {"Heading1": 1, "AnnexHeading": 1, "Heading2": 2}
FIRST_BOOKMARK = 9000


@dataclass(frozen=True)
class Heading:
    """A heading as the table of contents shows it, and the bookmark that leads to it."""

    level: int
    text: str
    bookmark: str


def fill_contents(body: Any) -> None:
    """Write the headings into the table of contents, if there is one; Word replaces them when it updates fields."""
    field = next((each for each in body.iter(qn("w:instrText")) if (each.text or "").strip().startswith("TOC ")), None)
    headings = [] if field is None else list(_headings(body))
    if field is None or not headings:
        return
    paragraph = next(field.iterancestors(qn("w:p")))
    for place, heading in enumerate(headings):
        instruction = field.text if place == 0 else ""
        paragraph.addprevious(_entry(heading, instruction, ends=place == len(headings) - 1))
    for element in _spanned(paragraph):
        element.getparent().remove(element)


def _spanned(paragraph: Any) -> list[Any]:
    """Return the paragraphs of the field that begins in *paragraph*; Word writes one for each line it has filled in."""
    found, open_ = [], 0
    for element in (paragraph, *paragraph.itersiblings()):
        found.append(element)
        kinds = [mark.get(qn("w:fldCharType")) for mark in element.iter(qn("w:fldChar"))]
        open_ += kinds.count("begin") - kinds.count("end")
        if open_ <= 0:
            return found
    return [paragraph]


def _headings(body: Any) -> Iterator[Heading]:
    """Yield the headings in order and put a bookmark around each."""
    numbers = [0, 0]
    for order, (name, paragraph) in enumerate(list(_heading_paragraphs(body))):
        text = " ".join(each.text or "" for each in paragraph.iter(qn("w:t"))).strip()
        bookmark = f"_Toc{FIRST_BOOKMARK + order}"
        _surround(paragraph, str(FIRST_BOOKMARK + order), bookmark)
        number = "" if name == "AnnexHeading" else _next_number(numbers, LEVELS[name])
        yield Heading(LEVELS[name], f"{number}  {text}".strip(), bookmark)


def _heading_paragraphs(body: Any) -> Iterator[tuple[str, Any]]:
    for style in body.iter(qn("w:pStyle")):
        name = style.get(qn("w:val"))
        if name in LEVELS:
            yield name, style.getparent().getparent()


def _next_number(numbers: list[int], level: int) -> str:
    numbers[level - 1] += 1
    numbers[level:] = [0] * (len(numbers) - level)
    return ".".join(str(number) for number in numbers[:level])


def _surround(paragraph: Any, id_: str, name: str) -> None:
    start = paragraph.makeelement(qn("w:bookmarkStart"), {qn("w:id"): id_, qn("w:name"): name})
    paragraph.insert(1, start)  # after the properties, which hold the style
    paragraph.append(paragraph.makeelement(qn("w:bookmarkEnd"), {qn("w:id"): id_}))


def _entry(heading: Heading, instruction: str, *, ends: bool) -> Any:
    """Return one line; page numbers are left to Word, since only a layout knows them."""
    opening = _OPENING.format(escape(instruction)) if instruction else ""
    return etree.fromstring(
        f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="TOC{heading.level}"/></w:pPr>{opening}'
        f'<w:hyperlink w:anchor="{heading.bookmark}" w:history="1">'
        f'<w:r><w:t xml:space="preserve">{escape(heading.text)}</w:t></w:r></w:hyperlink>'
        f"{_CLOSING if ends else ''}</w:p>"
    )


_OPENING = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve">{}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_CLOSING = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
