"""What a Word file may hold: one inspection, of a template that came in and of each document that goes out."""

from lxml import etree

from mainstream_cli.documents.rendering import known
from mainstream_cli.documents.rendering.addresses import harmless
from mainstream_cli.documents.rendering.fields import refuse_fields
from mainstream_cli.documents.rendering.images import refuse_disguise, refuse_image
from mainstream_cli.documents.rendering.package import TYPES, WORD, Package, parse
from mainstream_cli.documents.rendering.refusal import Refusal
from mainstream_cli.language import Text, say

_KINDS = {*known.OTHER_PARTS, *(f"{WORD}{each}+xml" for each in known.PARTS)}
_OWN_DATA = "application/xml", "customxml/"
_ACTING = [f"{{*}}{each}" for each in known.ACTING]
_POINTS = etree.XPath(
    "//@*[namespace-uri()!=$relations][local-name()='href' or local-name()='src' or local-name()='althref']"
)
_STYLED = etree.XPath("//@style[contains(., '(')]")
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DELETE = say("Delete the object in Word, or replace it by a picture of it.")
_TAKE_OUT = say("Take it out in Word.")


def refuse_unsafe(package: Package) -> None:
    """Hold every part to what letterheads and papers need: kinds of parts, links, fields, pictures.

    Raises:
        Refusal: it holds anything else (T06), or a part is damaged (T01).
    """
    written = set(package.xml())
    for name, content in sorted(package.parts.items()):
        type_ = package.types.get(name, "")
        if name == TYPES:
            continue
        if type_.startswith("image/") and not name.endswith(".rels"):
            refuse_image(name, content)
        elif type_ not in _KINDS and (type_ != _OWN_DATA[0] or not name.lower().startswith(_OWN_DATA[1])):
            raise Refusal("T06", say("It holds an embedded object or file ({what}).", what=name), _DELETE, name)
        elif name.endswith(".rels"):
            _refuse_links(name, parse(name, content))
        elif name in written:
            tree = parse(name, content)
            refuse_fields(name, tree)
            _refuse_acting(name, tree)
        else:
            refuse_disguise(name, content)


def _refuse_links(name: str, links: etree._Element) -> None:
    for link in links.iterchildren("*"):
        kind, target = (link.get("Type") or "").rpartition("/")[2], link.get("Target") or ""
        outside = link.get("TargetMode") == "External" or kind == "hyperlink"
        if outside and not (kind == "hyperlink" and harmless(target)):
            action = say("Insert the picture itself, or take the link out; only web and mail addresses may be linked.")
            raise Refusal("T06", _linked(kind, target[:80]), action, name)
        if kind not in known.LINKS or not (outside or _within(link.get("TargetMode"), target)):
            message = say("It holds an embedded object or file ({what}).", what=f"{kind}: {target[:80]}")
            raise Refusal("T06", message, _DELETE, name)


def _linked(kind: str, target: str) -> Text:
    if kind == "image":
        return say("It holds a picture that is only linked: {address}.", address=target)
    return say("It holds a link to another file ({kind}): {address}.", kind=kind, address=target)


def _within(mode: str | None, target: str) -> bool:
    """Tell whether a target can only be a part of the same file."""
    return mode in (None, "Internal") and not (set(target) & set(":\\") or target.startswith("//"))


def _refuse_acting(name: str, tree: etree._Element) -> None:
    acting = next(tree.iter(*_ACTING), None)
    if acting is not None:
        word = etree.QName(acting).localname
        message = say("It holds '{element}', which is more than text.", element=word)
        if word == "mailMerge":
            message = say("It holds a mail merge, which reads another file.")
        raise Refusal("T06", message, _DELETE, name)
    written = etree.tostring(tree, encoding="unicode")  # looking there first is faster than in each attribute
    for address in _POINTS(tree, relations=_RELATIONS) if "href" in written or "src" in written else ():
        link = address.attrname == "href" and (address == "" or harmless(str(address)))
        if not link or etree.QName(address.getparent()).localname in ("imagedata", "fill", "stroke"):
            message = say("It holds a link to another file: {address}.", address=address[:80])
            raise Refusal("T06", message, _TAKE_OUT, name)
    if any("url" in each.lower() or "\\" in each for each in _STYLED(tree)):
        raise Refusal("T06", say("It holds a style that refers to another file."), _TAKE_OUT, name)
