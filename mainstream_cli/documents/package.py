"""Opens the zip of a template that somebody sent, and refuses what must never reach a reader's Word."""

import re
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import urlsplit
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from mainstream_cli.documents.active import refuse_active_fields
from mainstream_cli.documents.refusal import Refusal

MB = 1_000_000
MAX_PARTS, MAX_WHOLE, MAX_XML = 1000, 100 * MB, 10 * MB
TYPES = "[Content_Types].xml"
_WORD = "application/vnd.openxmlformats-officedocument."
_MAIN = f"{_WORD}wordprocessingml.document.main+xml"
_TEMPLATE = f"{_WORD}wordprocessingml.template.main+xml"
_HARMLESS = (
    f"{_WORD}wordprocessingml.",
    f"{_WORD}drawingml.",
    f"{_WORD}theme",
    f"{_WORD}extended-properties",
    f"{_WORD}custom-properties",
    f"{_WORD}customXmlProperties",
    f"{_WORD}vmlDrawing",
    f"{_WORD}obfuscatedFont",
    "application/vnd.openxmlformats-package.",
    "application/vnd.ms-office.drawingml.",
    "application/vnd.ms-office.chart",
    "application/vnd.ms-office.classificationlabels",
    "application/vnd.ms-word.stylesWithEffects",
    "application/x-font",
    "application/xml",
    "image/",
)
_ACTIVE_LINKS = ("vbaProject", "oleObject", "package", "aFChunk", "control", "subDocument", "frame", "webextension")
_SAFE_SCHEMES = {"http", "https", "mailto"}
_OTHER_FORMATS = (
    (b"\xd0\xcf\x11\xe0", "it is in the old format .doc, or protected with a password"),
    (b"{\\rtf", "it is in the format .rtf"),
    (b"%PDF", "it is a PDF"),
)
_MACROS = re.compile(rb"macroEnabled|vbaProject|vbaData", re.IGNORECASE)
SAVE_AS = 'Open it in Word and save it as "Word document (.docx)", without a password.'


@dataclass
class Package:
    """The parts of a Word file by name; *types* gives the content type of each."""

    parts: dict[str, bytes]
    types: dict[str, str]

    def of_type(self, *ends: str) -> list[str]:
        """Return the names of the parts whose content type ends so, in order of name."""
        return sorted(name for name, type_ in self.types.items() if type_.endswith(ends))

    def packed(self) -> BytesIO:
        """Return the parts as a zip again."""
        packed = BytesIO()
        with ZipFile(packed, "w") as write:
            for name, content in self.parts.items():
                write.writestr(ZipInfo(name), content)
        packed.seek(0)
        return packed


def open_package(content: bytes) -> Package:
    """Read a Word file whose sizes, parts and links have been checked.

    Raises:
        Refusal: it is no Word document (T01), or holds what templates may not hold (T06).
    """
    for start, what in _OTHER_FORMATS:
        if content.startswith(start):
            raise Refusal("T01", f"It is not a Word document: {what}.", SAVE_AS)
    try:
        with ZipFile(BytesIO(content)) as archive:
            _refuse_sizes(archive.infolist())
            parts = {each.filename: archive.read(each) for each in archive.infolist() if not each.is_dir()}
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, UnicodeError) as error:
        raise Refusal("T01", "It is not a Word document (.docx), or it is damaged.", SAVE_AS) from error
    if TYPES not in parts:
        raise Refusal("T01", "It is not a Word document: it is another kind of file inside a zip.", SAVE_AS)
    package = Package(parts, _types(parts))
    _refuse_kinds(package)
    for name in sorted(parts):
        if name.endswith(".rels"):
            parts[name] = _safe_links(name, parts[name])
    for name in package.of_type("settings+xml"):
        parts[name] = _safe_settings(parts[name])
    return package


def parse(name: str, content: bytes) -> etree._Element:
    """Parse a part strictly: no entities, no document types, nothing fetched.

    Raises:
        Refusal: it is not sound XML (T01), or defines entities (T06).
    """
    if b"<!DOCTYPE" in content.replace(b"\0", b"") or b"<!ENTITY" in content.replace(b"\0", b""):
        raise Refusal("T06", f"Its part {name} defines entities, which no Word file needs.", SAVE_AS)
    try:
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError as error:
        raise Refusal("T01", f"Its part {name} is damaged: {error.msg}.", SAVE_AS) from error


def as_bytes(tree: etree._Element) -> bytes:
    """Write a part as Word does."""
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))


def _refuse_sizes(entries: list[ZipInfo]) -> None:
    """Judge the sizes that the directory of the zip states; reading never goes beyond them."""
    xml = sum(each.file_size for each in entries if each.filename.endswith((".xml", ".rels")))
    if len(entries) > MAX_PARTS or sum(each.file_size for each in entries) > MAX_WHOLE or xml > MAX_XML:
        message = f"Unpacked it is larger than a template may be ({MAX_WHOLE // MB} MB, {MAX_XML // MB} MB of text)."
        raise Refusal("T06", message, "Use smaller pictures, and a template instead of a finished report.")
    names = [each.filename for each in entries]
    if len({name.lower() for name in names}) < len(names):
        raise Refusal("T06", "A part stands in it twice, so that two programs would see two documents.", SAVE_AS)


def _types(parts: dict[str, bytes]) -> dict[str, str]:
    """Return the content type of each part that has one."""
    default: dict[str, str] = {}
    named: dict[str, str] = {}
    for each in parse(TYPES, parts[TYPES]):
        key = each.get("PartName") or each.get("Extension") or ""
        (named if each.get("PartName") else default)[key.lower()] = each.get("ContentType") or ""
    found = {name: named.get(f"/{name}".lower()) or default.get(name.rpartition(".")[2].lower()) for name in parts}
    return {name: type_ for name, type_ in found.items() if type_ and name != TYPES}


def _refuse_kinds(package: Package) -> None:
    if _MACROS.search(package.parts[TYPES]):  # declared at all, whatever the parts are called
        raise Refusal("T06", "It holds macros, which no template may bring along.", SAVE_AS)
    if _TEMPLATE in package.types.values():
        raise Refusal("T01", "It is a Word template file (.dotx), not a document.", SAVE_AS)
    if _MAIN not in package.types.values():
        raise Refusal("T01", "It is not a Word document: another program made it.", SAVE_AS)
    for name, type_ in sorted(package.types.items()):
        if not type_.startswith(_HARMLESS) or name.startswith("word/embeddings/"):
            action = "Delete the object in Word, or replace it by a picture of it."
            raise Refusal("T06", f"It holds an embedded object or file ({name}).", action)
        if type_.endswith("xml"):
            refuse_active_fields(parse(name, package.parts[name]))


def _safe_links(name: str, content: bytes) -> bytes:
    """Take out the link to the writer's own Word template; refuse every other link but those a reader clicks."""
    links = parse(name, content)
    for link in list(links):
        kind, target = (link.get("Type") or "").rpartition("/")[2], link.get("Target") or ""
        if link.get("TargetMode") == "External" and kind == "attachedTemplate":
            links.remove(link)
        elif link.get("TargetMode") == "External" and not (kind == "hyperlink" and _harmless(target)):
            what = "a picture that is only linked" if kind == "image" else f"a link to another file ({kind})"
            action = "Insert the picture itself, or take the link out; only web and mail addresses may be linked."
            raise Refusal("T06", f"It holds {what}: {target[:80]}.", action)
        elif kind.startswith(_ACTIVE_LINKS):
            action = "Delete the object in Word, or replace it by a picture of it."
            raise Refusal("T06", f"It holds an embedded object or file ({kind}: {target[:80]}).", action)
    return as_bytes(links)


def _harmless(target: str) -> bool:
    try:
        address = urlsplit(target)
    except ValueError:
        return False
    return address.scheme.lower() in _SAFE_SCHEMES


def _safe_settings(content: bytes) -> bytes:
    settings = parse("settings", content)
    for each in list(settings):
        word = etree.QName(each).localname if isinstance(each.tag, str) else ""
        if word == "mailMerge":
            raise Refusal("T06", "It is a mail merge, which reads another file.", "End the mail merge in Word.")
        if word == "attachedTemplate":
            settings.remove(each)
    return as_bytes(settings)
