"""Puts drawn pictures into a Word document, in the text line where the template has them."""

import base64
from io import BytesIO
from typing import Any

from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from lxml import etree

from mainstream_cli.documents.rendering.text import clean

WIDTH = Mm(170)  # of the text on a portrait page
_PROPERTIES = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


class Drawn(InlineImage):  # type: ignore[misc]  # docxtpl has no type hints that mypy can read
    """A picture of the document's data with its alternative text."""

    def __init__(self, template: DocxTemplate, png: bytes, alt: str) -> None:
        super().__init__(template, BytesIO(png), width=WIDTH)
        self.alt = alt

    def _insert_image(self) -> str:
        return _described(super()._insert_image(), self.alt)


def _described(run: str, alt: str) -> str:
    """Return the WordprocessingML of a picture with its alternative text, which docxtpl leaves out."""
    before, rest = run.split("<w:drawing>", maxsplit=1)
    inside, after = rest.split("</w:drawing>", maxsplit=1)
    drawing = etree.fromstring(inside)
    for properties in drawing.iter(_PROPERTIES):
        properties.set("descr", clean(alt))
    return f"{before}<w:drawing>{etree.tostring(drawing, encoding='unicode')}</w:drawing>{after}"


def with_pictures(template: DocxTemplate, data: Any) -> Any:
    """Return the data with every drawn picture, a PNG in base 64, as something that a template can print."""
    if isinstance(data, list):
        return [with_pictures(template, each) for each in data]
    if not isinstance(data, dict):
        return data
    if data.get("image") and "picture" in data:
        return {**data, "image": Drawn(template, base64.b64decode(data["image"]), data["alt"])}
    return {name: with_pictures(template, value) for name, value in data.items()}
