"""Drawings in SVG: a small part of the language, and no address but places in the drawing itself."""

import base64
import re
from urllib.parse import unquote_to_bytes

from lxml import etree

from mainstream_cli.documents.rendering import known

_SPACE = "http://www.w3.org/2000/svg"
_ACTS = {"script", "foreignObject"}
_ADDRESSES = {"href", "src", "base", "data"}
_REACHES_OUT = re.compile(
    r"url\(\s*+['\"]?+\s*+(?!#)|\\|@import|(?<![\w-])(?:src|element|image|image-set|expression)\(", re.IGNORECASE
)
_DATA = "data:image/"


def refers_to_nothing(drawing: etree._Element, dots: tuple[bytes, ...]) -> bool:
    """Tell whether a drawing stands alone; pictures written out inside it begin with one of *dots*."""
    outside = [*drawing.itersiblings(), *drawing.itersiblings(preceding=True)]
    nodes = [*drawing.iter(), *outside]
    if drawing.tag != f"{{{_SPACE}}}svg" or any(each.tag is etree.ProcessingInstruction for each in nodes):
        return False
    return all(_stays_inside(each, dots) for each in drawing.iter("*"))


def _stays_inside(element: etree._Element, dots: tuple[bytes, ...]) -> bool:
    name = etree.QName(element)
    drawn = name.localname in known.DRAWS or name.localname.startswith("fe")
    if name.localname in _ACTS or (name.namespace == _SPACE and not drawn):
        return False
    if name.localname == "style" and _REACHES_OUT.search("".join(map(str, element.itertext()))):
        return False
    return all(_harmless(etree.QName(key), str(value), dots) for key, value in element.attrib.items())


def _harmless(name: etree.QName, value: str, dots: tuple[bytes, ...]) -> bool:
    if name.localname in _ADDRESSES:
        value = value.strip()
        return not value or value.startswith("#") or (value.startswith(_DATA) and _written_out(value).startswith(dots))
    return bool(name.namespace) or not (name.localname.startswith("on") or _REACHES_OUT.search(value))


def _written_out(address: str) -> bytes:
    head, _, body = address.partition(",")
    try:
        return base64.b64decode(body) if head.endswith(";base64") else unquote_to_bytes(body)
    except ValueError:
        return b""
