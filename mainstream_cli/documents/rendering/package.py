"""Opens the zip of a template that somebody sent, and refuses what must never reach a reader's Word."""

from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from mainstream_cli.documents.rendering.refusal import Refusal
from mainstream_cli.language import say

MB = 1_000_000
MAX_PARTS, MAX_WHOLE, MAX_XML = 1000, 100 * MB, 10 * MB
TYPES = "[Content_Types].xml"
WORD = "application/vnd.openxmlformats-officedocument."
_MAIN, _TEMPLATE = (f"{WORD}{each}.main+xml" for each in ("wordprocessingml.document", "wordprocessingml.template"))
_OTHER_FORMATS = (
    (
        b"\xd0\xcf\x11\xe0",
        say("It is not a Word document: it is in the old format .doc, or protected with a password."),
    ),
    (b"{\\rtf", say("It is not a Word document: it is in the format .rtf.")),
    (b"%PDF", say("It is not a Word document: it is a PDF.")),
)
FILLED = {"document.main+xml": "body", "header+xml": "header", "footer+xml": "footer", "footnotes+xml": "footnotes"}
FILLED["endnotes+xml"] = "endnotes"
_TIED = ("settings+xml", *FILLED)
_RICH_BINDING = "{http://schemas.microsoft.com/office/word/2012/wordml}dataBinding"
_MACROS = ("macroenabled", "vbaproject", "vbadata")
SAVE_AS = say('Open it in Word and save it as "Word document (.docx)", without a password.')


@dataclass
class Package:
    """The parts of a Word file by name; *types* gives the content type of each."""

    parts: dict[str, bytes]
    types: dict[str, str]

    def of_type(self, *ends: str) -> list[str]:
        """Return the names of the parts whose content type ends so, in order of name."""
        return sorted(name for name, type_ in self.types.items() if type_.endswith(ends))

    def xml(self) -> list[str]:
        """Return the names of the parts that are written in XML, without pictures."""
        return [name for name in self.of_type("xml", "vmlDrawing") if not self.types[name].startswith("image/")]

    def packed(self) -> BytesIO:
        """Return the parts as a zip again."""
        packed = BytesIO()
        with ZipFile(packed, "w") as write:
            for name, content in self.parts.items():
                write.writestr(ZipInfo(name), content)
        packed.seek(0)
        return packed


def open_package(content: bytes) -> Package:
    """Read a Word file that somebody sent, if its sizes are those of a template.

    Raises:
        Refusal: it is no Word document (T01), or is too large or brings macros (T06).
    """
    for start, message in _OTHER_FORMATS:
        if content.startswith(start):
            raise Refusal("T01", message, SAVE_AS)
    try:
        with ZipFile(BytesIO(content)) as archive:
            _refuse_sizes(archive.infolist())
            package = _unpacked(archive)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, UnicodeError) as error:
        raise Refusal("T01", say("It is not a Word document (.docx), or it is damaged."), SAVE_AS) from error
    _refuse_other_files(package)
    return package


def own_package(document: BytesIO) -> Package:
    """Read a document that was just filled."""
    with ZipFile(document) as archive:
        return _unpacked(archive)


def _unpacked(archive: ZipFile) -> Package:
    parts = {each.filename: archive.read(each) for each in archive.infolist() if not each.is_dir()}
    if TYPES not in parts:
        raise Refusal("T01", say("It is not a Word document: it is another kind of file inside a zip."), SAVE_AS)
    return Package(parts, _types(parts))


def without_home(package: Package) -> Package:
    """Take out, silently, what ties a letterhead to its writer's computer: the link to Word's template, hidden data."""
    for name in package.parts:
        if name.endswith(".rels") or package.types.get(name, "").endswith(_TIED):
            tree = parse(name, package.parts[name])
            etree.strip_elements(tree, "{*}attachedTemplate", "{*}fldData", _RICH_BINDING, with_tail=False)
            for link in list(tree.iterchildren("{*}Relationship")):
                if (link.get("Type") or "").endswith("/attachedTemplate"):
                    tree.remove(link)
            package.parts[name] = as_bytes(tree)
    return package


def parse(name: str, content: bytes) -> etree._Element:
    """Parse a part strictly: no entities, no document types, nothing fetched.

    Raises:
        Refusal: it is not sound XML (T01), or defines entities (T06).
    """
    try:
        tree = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError as error:
        message = say("Its part {part} is damaged: {reason}.", part=name, reason=error.msg)
        raise Refusal("T01", message, SAVE_AS, name) from error
    if tree.getroottree().docinfo.internalDTD is not None:
        message = say("Its part {part} defines entities, which no Word file needs.", part=name)
        raise Refusal("T06", message, SAVE_AS, name)
    return tree


def as_bytes(tree: etree._Element) -> bytes:
    """Write a part as Word does."""
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))


def _refuse_sizes(entries: list[ZipInfo]) -> None:
    """Judge the sizes that the directory of the zip states; reading never goes beyond them."""
    xml = sum(each.file_size for each in entries if each.filename.endswith((".xml", ".rels")))
    if len(entries) > MAX_PARTS or sum(each.file_size for each in entries) > MAX_WHOLE or xml > MAX_XML:
        message = say(
            "Unpacked it is larger than a template may be ({whole} MB, {text} MB of text).",
            whole=MAX_WHOLE // MB,
            text=MAX_XML // MB,
        )
        raise Refusal("T06", message, say("Use smaller pictures, and a template instead of a finished report."))
    names = [each.filename for each in entries]
    if len({name.lower() for name in names}) < len(names):
        raise Refusal("T06", say("A part stands in it twice, so that two programs would see two documents."), SAVE_AS)


def _types(parts: dict[str, bytes]) -> dict[str, str]:
    """Return the content type of each part that has one."""
    default: dict[str, str] = {}
    named: dict[str, str] = {}
    for entry in parse(TYPES, parts[TYPES]):
        key = entry.get("PartName") or entry.get("Extension") or ""
        (named if entry.get("PartName") else default)[key.lower()] = entry.get("ContentType") or ""
    found = {name: named.get(f"/{name}".lower()) or default.get(name.rpartition(".")[2].lower()) for name in parts}
    return {name: type_ for name, type_ in found.items() if type_ and name != TYPES}


def _refuse_other_files(package: Package) -> None:
    if any(each in type_.lower() for type_ in package.types.values() for each in _MACROS):
        raise Refusal("T06", say("It holds macros, which no template may bring along."), SAVE_AS)
    if _TEMPLATE in package.types.values():
        raise Refusal("T01", say("It is a Word template file (.dotx), not a document."), SAVE_AS)
    if _MAIN not in package.types.values():
        raise Refusal("T01", say("It is not a Word document: another program made it."), SAVE_AS)
