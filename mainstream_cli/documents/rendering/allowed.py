"""What a Word file may hold: one inspection, of a template that came in and of each document that goes out."""

from lxml import etree

from mainstream_cli.documents.rendering import known
from mainstream_cli.documents.rendering.addresses import harmless
from mainstream_cli.documents.rendering.fields import refuse_fields
from mainstream_cli.documents.rendering.images import refuse_disguise, refuse_image
from mainstream_cli.documents.rendering.package import TYPES, WORD, Package, parse
from mainstream_cli.documents.rendering.refusal import Refusal

_KINDS = {*known.OTHER_PARTS.split(), *(f"{WORD}{each}+xml" for each in known.PARTS.split())}
_OWN_DATA = "application/xml", "customxml/"
_LINKS = set(known.LINKS.split())
_ACTING = [f"{{*}}{each}" for each in known.ACTING.split()]
_POINTS = etree.XPath(
    "//@*[namespace-uri()!=$relations][local-name()='href' or local-name()='src' or local-name()='althref']"
)
_STYLED = etree.XPath("//@style[contains(., '(')]")
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DELETE = "Delete the object in Word, or replace it by a picture of it."


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
            raise Refusal("T06", f"It holds an embedded object or file ({name}).", _DELETE, name)
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
            what = "a picture that is only linked" if kind == "image" else f"a link to another file ({kind})"
            action = "Insert the picture itself, or take the link out; only web and mail addresses may be linked."
            raise Refusal("T06", f"It holds {what}: {target[:80]}.", action, name)
        if kind not in _LINKS or not (outside or _within(link.get("TargetMode"), target)):
            raise Refusal("T06", f"It holds an embedded object or file ({kind}: {target[:80]}).", _DELETE, name)


def _within(mode: str | None, target: str) -> bool:
    """Tell whether a target can only be a part of the same file."""
    return mode in (None, "Internal") and not (set(target) & set(":\\") or target.startswith("//"))


def _refuse_acting(name: str, tree: etree._Element) -> None:
    acting = next(tree.iter(*_ACTING), None)
    if acting is not None:
        word = etree.QName(acting).localname
        what = "a mail merge, which reads another file" if word == "mailMerge" else f"'{word}', which is more than text"
        raise Refusal("T06", f"It holds {what}.", _DELETE, name)
    for address in _POINTS(tree, relations=_RELATIONS):
        link = address.attrname == "href" and (address == "" or harmless(str(address)))
        if not link or etree.QName(address.getparent()).localname in ("imagedata", "fill", "stroke"):
            raise Refusal("T06", f"It holds a link to another file: {address[:80]}.", "Take it out in Word.", name)
    if any("url" in each.lower() or "\\" in each for each in _STYLED(tree)):
        raise Refusal("T06", "It holds a style that refers to another file.", "Take it out in Word.", name)
