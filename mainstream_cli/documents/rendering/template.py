"""A Word template that refuses to lose text, and finishes the document while its tree is at hand."""

import datetime
import re
from typing import Any

from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from lxml import etree

from mainstream_cli.documents.rendering.contents import fill_contents
from mainstream_cli.documents.rendering.finish import let_long_rows_split, mark_right_to_left, number_captions
from mainstream_cli.documents.rendering.text import clean

AUTHOR = "mainstream"
NOTES = ("wordprocessingml.footnotes+xml", "wordprocessingml.endnotes+xml")
_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>.*?</w:p>", re.DOTALL)
_BREAKS = re.compile("[\t\n\a]")


class WordTemplate(DocxTemplate):  # type: ignore[misc]  # docxtpl has no type hints that mypy can read
    """docxtpl with a strict XML parser, with our core properties, and with what Word itself would add later."""

    def resolve_listing(self, xml: str) -> str:
        """Turn line breaks and blank lines in answers into Word's own, only in the paragraphs that have any."""
        resolve = super().resolve_listing
        return _PARAGRAPH.sub(lambda found: resolve(found[0]) if _BREAKS.search(found[0]) else found[0], xml)

    def fix_tables(self, xml: str) -> Any:
        """Parse the filled body strictly, where docxtpl recovers from broken XML by dropping text."""
        body = _parsed(xml)
        if any(_uneven(table) for table in body.iter(qn("w:tbl"))):
            body = super().fix_tables(xml)
        let_long_rows_split(body)
        fill_contents(body)
        number_captions(body)
        mark_right_to_left(body)
        return body

    def render_footnotes(self, context: dict[str, Any], jinja_env: Any = None) -> None:
        """Fill footnotes and endnotes, once; docxtpl fills footnotes again for every section."""
        for part in self.docx.part.package.parts:
            if part.content_type.endswith(NOTES):
                filled = self.render_xml_part(self.patch_xml(self.get_part_xml(part)), part, context, jinja_env)
                part._blob = etree.tostring(_parsed(filled), xml_declaration=True, encoding="UTF-8", standalone=True)

    def render_properties(self, context: dict[str, Any], jinja_env: Any = None) -> None:  # noqa: ARG002 - docxtpl's signature
        """Set the core properties from the cover; docxtpl would escape the text twice and leave the dates."""
        cover, properties = context.get("cover", {}), self.docx.core_properties
        day = datetime.date.fromisoformat(cover.get("iso_date") or "2000-01-01")
        properties.title, properties.subject = _short(cover.get("title", "")), _short(cover.get("subject", ""))
        properties.author = properties.last_modified_by = AUTHOR
        properties.language = "en-GB"
        properties.created = properties.modified = datetime.datetime(day.year, day.month, day.day)
        properties.revision = 1


def _parsed(xml: str) -> Any:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, huge_tree=True))


def _short(text: str) -> str:
    """Return one line of at most 255 characters, all that a core property holds."""
    return " ".join(clean(text).split())[:255]


def _uneven(table: Any) -> bool:
    """Tell whether a template's column loop gave the table other columns than its grid."""
    grid = table.find(qn("w:tblGrid"))
    columns = sum(1 for _ in grid) if grid is not None else 0
    return columns > 0 and any(_width(row) != columns for row in table.iter(qn("w:tr")))


def _width(row: Any) -> int:
    spans = (cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}") for cell in row.iterchildren(qn("w:tc")))
    return sum(1 if span is None else int(span.get(qn("w:val"))) for span in spans)
