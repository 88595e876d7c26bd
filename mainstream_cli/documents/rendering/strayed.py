"""Tags are text that a reader sees: anywhere else in a template they are refused."""

import re
from collections.abc import Iterator

from docx.oxml.ns import qn
from lxml import etree

from mainstream_cli.documents.rendering.package import FILLED, Package, parse
from mainstream_cli.documents.rendering.refusal import Refusal
from mainstream_cli.documents.rendering.tags import HALF, TAG
from mainstream_cli.language import Text, say

_JOINED = re.compile(rb"\{(?:<[^>]*>)+[{%#]|[%}#](?:<[^>]*>)+\}")
"""What docxtpl takes for a tag that Word has split, whatever stands in between."""
_BRACE = re.compile("[{}]")
_READ = (qn("w:t"), qn("w:delText"))  # what is struck out is refused as a tracked change
_ACTION = say("Write tags as text of a paragraph; not in fields, names, alternative texts, charts or properties.")


def refuse_strayed_tags(package: Package) -> None:
    """Look for tags in everything that is no text of a paragraph: instructions of fields, attributes, properties.

    Raises:
        Refusal: there is one (T02).
    """
    filled = package.of_type(*FILLED)
    for name in package.xml():
        for element, text in _other_texts(parse(name, package.parts[name])):
            if TAG.search(text) or (name in filled and HALF.search(text)):
                raise _refusal(name, element, text)


def refuse_joined(part: str, content: bytes) -> None:
    """Look for braces in different pieces of a part that would become a tag by being joined.

    Raises:
        Refusal: there are some (T02).
    """
    if _JOINED.search(content):
        message = say("Two braces that stand in different places would be joined to a tag.")
        raise Refusal("T02", message, say("Write each tag whole, in one paragraph; or delete the braces."), part)


def _other_texts(tree: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Yield all texts but those that a reader sees in a paragraph; pieces of an instruction are one text."""
    if not _BRACE.search(etree.tostring(tree, encoding="unicode")):  # most parts have none, and thousands of texts
        return
    for element in tree.iter():
        if element.tag not in _READ:
            yield element, element.text or ""
        yield element, element.tail or ""
        if isinstance(element.tag, str):
            yield from ((element, str(value)) for value in element.attrib.values())
    yield tree, "".join(each.text or "" for each in tree.iter() if each.tag not in _READ)


def _message(element: etree._Element) -> Text:
    name = etree.QName(element).localname if isinstance(element.tag, str) else ""
    match name:
        case "":
            return say("A tag stands in a remark of the file, where tags are not filled.")
        case "instrText" | "fldSimple":
            return say("A tag stands in a field, where tags are not filled.")
        case "docPr":
            return say("A tag stands in an alternative text, where tags are not filled.")
    return say("A tag stands in '{element}', where tags are not filled.", element=name)


def _refusal(part: str, element: etree._Element, text: str) -> Refusal:
    own = next(element.iterancestors(qn("w:p")), None)
    numbers = {each: number for number, each in enumerate(element.getroottree().iter(qn("w:p")), 1)}
    return Refusal("T02", _message(element), _ACTION, part, numbers.get(own, 0), " ".join(text.split())[:60])
