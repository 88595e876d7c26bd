"""Columns are wide enough: no word of a header or of a closed list breaks in the middle."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from mainstream_cli.documents.kinds import DOCUMENTS
from mainstream_cli.documents.parts.conditions import STATUS_WORDS
from mainstream_cli.documents.words.wording import MONTHS
from mainstream_cli.model.catalogue import Catalogue

# Widths of the bold face of the metric-compatible Carlito, in thousandths of the size; the regular face is narrower.
WIDTHS = {
    **dict.fromkeys("il'", 246),
    **dict.fromkeys("jfJtrI.,;:-()", 355),
    **dict.fromkeys("zscLxFvSgyZkEaT/", 495),
    **dict.fromkeys("e0123456789YCPbdhnpquo", 538),
    **dict.fromkeys("KXBRVA", 606),
    **dict.fromkeys("DHGUNOQ", 686),
    **dict.fromkeys("%w", 745),
    **dict.fromkeys("mMW", 906),
}
SIZE = 9  # points; no table has larger text, except the box on page one
MARGINS = 2 * 85  # twentieths of a point left and right of a cell


def width(word: str) -> float:
    """Return the width of a word in twentieths of a point, never too small."""
    return sum(WIDTHS.get(letter, 906) for letter in word) * SIZE * 20 / 1000


def cells(table: Any) -> Iterator[tuple[int, Any]]:
    grid = [int(column.get(qn("w:w"))) for column in table.find(qn("w:tblGrid"))]
    for row in table.iter(qn("w:tr")):
        column = 0
        for cell in row.iterchildren(qn("w:tc")):
            span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
            columns = 1 if span is None else int(span.get(qn("w:val")))
            yield sum(grid[column : column + columns]) - MARGINS, cell
            column += columns


def words(element: Any) -> set[str]:
    """Return what Word does not break: it breaks at blanks and after hyphens and slashes."""
    text = " ".join("".join(each.text or "" for each in p.iter(qn("w:t"))) for p in element.iter(qn("w:p")))
    return set(re.findall(r"[^\s\-/–]+[\-/–]?", text))


@pytest.mark.parametrize("project", ["full", "moldova"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_word_of_a_header_or_closed_list_breaks(
    name: str, project: str, request: pytest.FixtureRequest, catalogue: Catalogue, make: Callable[..., bytes]
) -> None:
    labels = " ".join(label for terms in catalogue.vocabulary.values() for label in terms.values())
    own = " ".join((*STATUS_WORDS.values(), *MONTHS, "(illustrative)", labels))
    known = {each.lower() for each in re.findall(r"[^\s\-/–]+[\-/–]?", own)}
    too_wide = set()
    for table in Document(BytesIO(make(name, request.getfixturevalue(project)))).element.body.iter(qn("w:tbl")):
        head = table.find(qn("w:tr"))
        for room, cell in cells(table):
            wanted = {each for each in words(cell) if cell.getparent() is head or each.strip(".,;:()").lower() in known}
            too_wide |= {(each, room) for each in wanted if width(each) > room}
    assert not too_wide
