"""Last touches on the tree of a filled document that a template cannot make."""

import re
from collections import Counter
from typing import Any

from docx.oxml.ns import qn

LONG_ROW = 900  # characters; a row of this length may break across pages
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_LEFT_TO_RIGHT = re.compile("[A-Za-z\u00c0-\u058f\u1e00-\u1fff]")


def let_long_rows_split(body: Any) -> None:
    """Let a table row with much text break across pages; a short one stays whole."""
    for mark in list(body.iter(qn("w:cantSplit"))):
        row = mark.getparent().getparent()
        if sum(len(text.text or "") for text in row.iter(qn("w:t"))) > LONG_ROW:
            mark.getparent().remove(mark)


def number_captions(body: Any) -> None:
    """Number tables and pictures in the fields of their captions, for readers that never update fields."""
    numbers: Counter[str] = Counter()
    for field in body.iter(qn("w:instrText")):
        kind, *label = (field.text or "").split() or [""]
        if kind == "SEQ" and label:
            numbers[label[0]] += 1
            runs = (run.find(qn("w:t")) for run in field.getparent().itersiblings(qn("w:r")))
            result = next((text for text in runs if text is not None), None)
            if result is not None:
                result.text = str(numbers[label[0]])


def mark_right_to_left(body: Any) -> None:
    """Mark the runs and paragraphs whose text is mostly Arabic or Hebrew, so that Word sets them right."""
    for text in body.iter(qn("w:t")):
        if _mostly_right_to_left(text.text or ""):
            run = text.getparent()
            _mark(run, "w:rPr", "w:rtl")
            paragraph = run.getparent()
            if paragraph.tag == qn("w:p") and _mostly_right_to_left(
                "".join(each.text or "" for each in paragraph.iter(qn("w:t")))
            ):
                _mark_paragraph(paragraph)


def _mostly_right_to_left(text: str) -> bool:
    found = _RIGHT_TO_LEFT.findall(text)
    return bool(found) and len(found) > len(_LEFT_TO_RIGHT.findall(text))


def _mark(parent: Any, properties: str, mark: str) -> Any:
    found = parent.find(qn(properties))
    if found is None:
        found = parent.makeelement(qn(properties))
        parent.insert(0, found)
    if found.find(qn(mark)) is None:
        found.append(found.makeelement(qn(mark)))
    return found


def _mark_paragraph(paragraph: Any) -> None:
    """Add ``w:bidi`` where the schema wants it: before spacing, indents and alignment."""
    properties = paragraph.find(qn("w:pPr"))
    if properties is None:
        properties = paragraph.makeelement(qn("w:pPr"))
        paragraph.insert(0, properties)
    if properties.find(qn("w:bidi")) is not None:
        return
    mark = properties.makeelement(qn("w:bidi"))
    before = {
        qn(name)
        for name in ("w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:widowControl", "w:numPr", "w:shd")
    }
    place = sum(1 for child in properties if child.tag in before)
    properties.insert(place, mark)
