"""What a template holds, and what a filled document holds: text, known fields, links to web and mail, closed pictures."""

import base64
import struct
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx.oxml.ns import nsdecls

from mainstream_cli.documents.rendering import render
from mainstream_cli.documents.rendering.addresses import harmless
from mainstream_cli.documents.rendering.allowed import refuse_unsafe
from mainstream_cli.documents.rendering.child import answer
from mainstream_cli.documents.rendering.inspect import inspect
from mainstream_cli.documents.rendering.package import own_package
from mainstream_cli.documents.rendering.refusal import Refusal
from mainstream_cli.errors import MainstreamError
from tests.documents.test_own_templates import (
    DATA,
    DOT,
    SHAPE,
    WORD_TYPE,
    field,
    filled,
    in_body,
    part,
    relation,
    replace_end,
    with_parts,
    word,
)

BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
Parts = dict[str, bytes]


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def refusal_of(change: Callable[[Parts], object], text: str = "{{ cover.title }}") -> Refusal:
    with pytest.raises(Refusal) as refused:
        inspect(with_parts(word(text), change), SHAPE)
    return refused.value


STRAYED = {
    "instruction": in_body(field("{{ 'DDEAUTO c:/cmd.exe' }}")),
    "simple field": in_body("<w:fldSimple w:instr=\"{{ 'DDE' ~ 'AUTO' }} x\"/>"),
    "split over runs": in_body(field("{", "{ 'ddeauto'|upper }", "}")),
    "a statement": in_body(field("{% if cover.title %}INCLUDEPICTURE{% endif %} x")),
    "half in the instruction": in_body(run("{{ cover.title") + code(" }}")),
    "alternative text": in_body('<w:r><w:drawing descr="{{ cover.title }}"/></w:r>'),
    "name of a control": in_body('<w:sdt><w:sdtPr><w:alias w:val="{{ cover.title }}"/></w:sdtPr></w:sdt>'),
    "remark of the file": in_body("<!-- {{ cover.title }} -->"),
    "chart": part(
        "word/charts/chart1.xml",
        "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
        b"<a><b>{{ co</b><b>ver.title }}</b></a>",
    ),
    "property": lambda parts: replace_end(
        parts, "docProps/core.xml", "</cp:coreProperties>", "<a>{{ x }}</a></cp:coreProperties>"
    ),
    "over three paragraphs": in_body(f"{run('{')}</w:p><w:p>{run('{ cover.title }')}</w:p><w:p>{run('}')}"),
}


@pytest.mark.parametrize("change", STRAYED.values(), ids=STRAYED)
def test_a_tag_stands_in_the_text_of_a_paragraph_or_is_refused(change: Callable[[Parts], object]) -> None:
    """A tag in an instruction, attribute, property, chart or in pieces is refused, with the part that it stands in."""
    refused = refusal_of(change)
    assert (refused.code, bool(refused.remark.part)) == ("T02", True)


def test_a_strayed_tag_is_named_with_its_paragraph() -> None:
    """The place of a tag in a field can be found again."""
    remark = refusal_of(STRAYED["instruction"]).remark
    assert (remark.part, remark.paragraph, remark.text) == ("word/document.xml", 1, "{{ 'DDEAUTO c:/cmd.exe' }}")
    assert "in a field" in remark.message


CONDITION = (
    f"{BEGIN}{code(' IF ')}{BEGIN}{code(' PAGE ')}{SEPARATE}{run('1')}{END}{code(' = 1 &quot;first&quot; ')}{END}"
)
LINK = " HYPERLINK &quot;{}&quot; "
WRAPPED = "<w:smartTag>{}</w:smartTag>"


@pytest.mark.parametrize(
    "xml",
    [
        *map(field, (" PAGE ", "NUMPAGES", " sectionpages ", " DATE \\@ &quot;d MMMM yyyy&quot; ", " REF _Ref1 \\h ")),
        field(" SEQ Table \\* ARABIC "),
        field(" TOC \\o ", "&quot;1-2&quot; \\h \\z "),
        field(LINK.format("https://example.org/a?b=c")),
        field(LINK.format("mailto:office@example.org")),
        field(" HYPERLINK \\l &quot;_Toc9000&quot; \\o &quot;See page: 3&quot; \\h "),
        '<w:fldSimple w:instr=" PAGE \\* MERGEFORMAT "/>',
        f"{BEGIN}{code(' PAGE ')}{SEPARATE}{run('DDEAUTO is a word')}{END}",
        CONDITION,
        run("DDEAUTO, INCLUDEPICTURE and file:///etc/passwd are only words here"),
    ],
)
def test_fields_that_papers_need_are_filled(xml: str) -> None:
    """Numbers, dates, references, contents, conditions on them and safe links pass, and words are words."""
    assert filled(with_parts(word("{{ cover.title }}"), in_body(xml)))[0] == []


OTHER = "xmlns:x='urn:other'"
STRICT = "xmlns:s='http://purl.oclc.org/ooxml/wordprocessingml/main'"
TRAPS = {
    "a tag over instruction and text": code("{") + run("{ 'DDEAUTO' }") + code("}"),
    "DDE": field("DDEAUTO c:\\\\cmd.exe"),
    "case and quotes": field(" &quot;dDeAuTo&quot; x"),
    "split": field("DD", "EAU", "TO x"),
    "simple": '<w:fldSimple w:instr="INCLUDETEXT c:/secret.docx"/>',
    "include picture": field(" INCLUDEPICTURE &quot;http://example.org/x.png&quot;"),
    "import": field("IMPORT x.png"),
    "link": field("LINK Excel.Sheet.8 a.xlsx"),
    "embed": field("EMBED Package"),
    "quote": field("QUOTE 68 68 69"),
    "auto text": field("AUTOTEXT x"),
    "macro button": field("MACROBUTTON x y"),
    "a later one of Word": field("FETCH x"),
    "ask": field("ASK x y"),
    "database": field("DATABASE \\d x"),
    "referenced document": field("RD c:/secret.docx"),
    "user": field("USERNAME"),
    "printer": field("PRINT 27"),
    "no name": field(""),
    "after a good one": field(" PAGE ") + field("DDE x"),
    "in the result of another": f"{BEGIN}{code(' PAGE ')}{SEPARATE}{field('DDE x')}{END}",
    "in a condition": f"{BEGIN}{code(' IF 1 = 1 ')}{field('DDE x')}{END}",
    "without an end": f"{BEGIN}{code('DDE x')}",
    "name from another field": f"{BEGIN}{field('REF a')}{code(' PAGE')}{END}",
    "name from text": f"{BEGIN}{run('DDEAUTO x')}{code(' PAGE ')}{END}",
    "text in the instruction": f"{BEGIN}{code(' PAGE ')}{run('x')}{SEPARATE}{END}",
    "hidden beginning": f"{BEGIN}<x:a {OTHER}>{code('PAGE ')}</x:a>{code('DDE x')}{END}",
    "alternative": f"{BEGIN}<mc:AlternateContent xmlns:mc='urn:m'><mc:Fallback>{code('PAGE ')}</mc:Fallback>"
    f"</mc:AlternateContent>{code('DDE x')}{END}",
    "struck out": f"{BEGIN}<w:del>{code('PAGE ')}</w:del>{code('DDE x')}{END}",
    "bound to data": f"{BEGIN}<w:sdt><w:sdtContent>{code('PAGE ')}</w:sdtContent></w:sdt>{code('DDE x')}{END}",
    "instruction after the result": f"{BEGIN}{code(' PAGE ')}{SEPARATE}{code('DDE x')}{END}",
    "instruction outside": code(" PAGE "),
    "strict names": f"<s:r {STRICT}><s:fldChar s:fldCharType='begin'/><s:instrText>DDE x</s:instrText></s:r>",
    "other names": f"<x:fldSimple {OTHER} x:instr='DDE x'/>",
    "link to a file": field(LINK.format("file:///c:/secret.docx")),
    "link to a share": field(LINK.format("\\\\\\\\host\\\\share")),
    "link with a script": field(LINK.format("javascript:alert(1)")),
    "link to a program": field(LINK.format("ms-word:ofe|u|http://x")),
    "second address": field(LINK.format("https://example.org") + "&quot;file:///c:/a&quot;"),
    "behind a tip": field(" HYPERLINK \\o &quot;https://example.org&quot; &quot;file:///c:/a&quot;"),
    "place in a file": field(" HYPERLINK \\l &quot;file:///c:/a&quot;"),
    "simple link": '<w:fldSimple w:instr=" HYPERLINK c:/secret.docx "/>',
    "address from a field": f"{BEGIN}{code(' HYPERLINK ')}{field('REF a')}{END}",
}


@pytest.mark.parametrize("xml", TRAPS.values(), ids=TRAPS)
def test_any_other_field_is_refused(xml: str) -> None:
    """A field that is not known, or whose instruction Word could read otherwise than we do, is refused with its part."""
    refused = refusal_of(in_body(xml))
    assert (refused.code, refused.remark.part) == ("T06", "word/document.xml")


PLACES = {
    "header": ("hdr", f"{WORD_TYPE}.header+xml", "<w:p>{}</w:p>"),
    "footer": ("ftr", f"{WORD_TYPE}.footer+xml", "<w:tbl><w:tr><w:tc><w:p>{}</w:p></w:tc></w:tr></w:tbl>"),
    "footnotes": ("footnotes", f"{WORD_TYPE}.footnotes+xml", "<w:footnote w:id='1'><w:p>{}</w:p></w:footnote>"),
    "endnotes": ("endnotes", f"{WORD_TYPE}.endnotes+xml", "<w:endnote w:id='1'><w:p>{}</w:p></w:endnote>"),
    "comments": ("comments", f"{WORD_TYPE}.comments+xml", "<w:comment w:id='1'><w:p>{}</w:p></w:comment>"),
    "glossary": ("glossaryDocument", f"{WORD_TYPE}.document.glossary+xml", "<w:p>{}</w:p>"),
    "text box": (
        "hdr",
        f"{WORD_TYPE}.header+xml",
        "<w:p><w:r><w:pict><w:txbxContent><w:p>{}</w:p></w:txbxContent></w:pict></w:r></w:p>",
    ),
}


@pytest.mark.parametrize(("root", "type_", "around"), PLACES.values(), ids=PLACES)
def test_fields_are_seen_in_every_part(root: str, type_: str, around: str) -> None:
    """Headers, footers, notes, comments, text boxes and building blocks are held to the same list."""
    for instruction, ok in ((" PAGE ", True), (" DDE x", False)):
        content = f"<w:{root} {nsdecls('w')}>{around.format(field(instruction))}</w:{root}>".encode()
        package = own_package(BytesIO(with_parts(word("x"), part("word/more1.xml", type_, content))))
        if ok:
            refuse_unsafe(package)
            continue
        with pytest.raises(Refusal) as refused:
            refuse_unsafe(package)
        assert refused.value.remark.part == "word/more1.xml"


def test_the_filled_document_is_what_is_inspected(tmp_path: Path) -> None:
    """A shipped template is held to it as well: a field that comes to be only by filling is refused, and nothing comes out."""
    path = tmp_path / "shipped.docx"
    for instruction, ok in (("{{ cover.title }} \\* X", False), ("{% if cover.title %}PAGE{% endif %} ", True)):
        path.write_bytes(with_parts(word("x"), in_body(field(instruction))))
        data = {**DATA, "cover": {"title": "DDEAUTO c:/cmd.exe"}}
        if ok:
            assert render(path, data)
            continue
        with pytest.raises(MainstreamError) as refused:
            render(path, data)
        assert (refused.value.code, "DDEAUTO" in refused.value.message) == ("T06", True)


def test_hostile_text_stays_text() -> None:
    """What somebody types can look like a field, a tag or markup; it is filled in as it is."""
    text = "{{ 1 }} </w:t></w:r><w:fldSimple w:instr='DDE x'/> DDEAUTO \x13 DDE \x14"
    data = {"name": "own.docx", "shape": SHAPE, "data": {"": {**DATA, "cover": {**DATA["cover"], "title": text}}}}
    made = own_package(BytesIO(answer(data, word("{{ cover.title }}"))[1])).parts["word/document.xml"]
    assert (made.count(b"fldSimple"), made.count(b"&lt;w:fldSimple")) == (1, 1)


def ui(parts: Parts) -> None:
    parts["customUI/customUI.xml"] = (
        b'<customUI xmlns="http://schemas.microsoft.com/office/2006/01/customui" onLoad="x"/>'
    )
    link = '<Relationship Id="rId97" Type="http://schemas.microsoft.com/office/2006/relationships/ui/extensibility" Target="customUI/customUI.xml"/></Relationships>'
    replace_end(parts, "_rels/.rels", "</Relationships>", link)


def inside(kind: str, target: str, mode: str = "") -> Callable[[Parts], None]:
    link = f'<Relationship Id="rId98" Type="http://x/{kind}" Target="{target}"{mode}/></Relationships>'
    return lambda parts: replace_end(parts, "word/_rels/document.xml.rels", "</Relationships>", link)


def setting(xml: str) -> Callable[[Parts], None]:
    return lambda parts: replace_end(parts, "word/settings.xml", "</w:settings>", f"{xml}</w:settings>")


VML = "xmlns:v='urn:schemas-microsoft-com:vml' xmlns:o='urn:schemas-microsoft-com:office:office'"
FORM = "<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:{}Macro w:val='x'/></w:ffData></w:fldChar></w:r>"
FONT = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
PACKAGES = {
    "custom ribbon": ui,
    "ribbon as data": part("customXml/item9.xml", "application/xml", b"<customUI xmlns='urn:x'/>"),
    "entry macro": in_body(FORM.format("entry") + code(" FORMTEXT ") + END),
    "exit macro": in_body(FORM.format("exit") + code(" FORMTEXT ") + END),
    "object": in_body("<w:r><w:object/></w:r>"),
    "OLE": in_body(f"<w:r><w:pict><o:OLEObject {VML} Type='Link'/></w:pict></w:r>"),
    "ActiveX": in_body("<w:r><w:control/></w:r>"),
    "chunk": in_body("<w:altChunk/>"),
    "subdocument": in_body("<w:subDoc/>"),
    "online video": in_body("<w:r><x:webVideoPr xmlns:x='urn:x' embeddedHtml='&lt;iframe/&gt;'/></w:r>"),
    "ink": in_body("<w:r><w:contentPart/></w:r>"),
    "frames": part("word/web2.xml", f"{WORD_TYPE}.webSettings+xml", b"<a><frameset/></a>"),
    "XSLT": setting("<w:saveThroughXslt/>"),
    "mail merge": setting("<w:mailMerge/>"),
    "add-in": part("word/webextensions/a.xml", "application/vnd.ms-office.webextension+xml", b"<a/>"),
    "add-in as XML": part("word/webextensions/a.xml", "application/xml", b"<a/>"),
    "keyboard macros": part("word/customizations.xml", "application/vnd.ms-word.keyMapCustomizations+xml", b"<a/>"),
    "no type": lambda parts: parts.update({"word/media/a.svgz": b"x"}),
    "other document": part("word/b.docx", f"{WORD_TYPE}.document"),
    "unknown relation": inside("somethingNew", "media/a.xml"),
    "package relation": inside("package", "embeddings/a.xlsx"),
    "template relation": inside("attachedTemplate2", "a.dotm"),
    "part outside": inside("header", "file:///c:/a.xml"),
    "part on a share": inside("image", "//host/a.png"),
    "odd mode": inside("image", "a.png", ' TargetMode="external"'),
    "inner link to a file": inside("hyperlink", "../../secret.docx"),
    "linked sound": relation("audio", "http://example.org/a.wav"),
    "linked picture": relation("image", "https://example.org/a.png"),
    "linked header": relation("header", "https://example.org/a.xml"),
    "data source": relation("mailMergeSource", "file:///c:/a.csv"),
    "picture of VML": in_body(f"<w:r><w:pict><v:imagedata {VML} src='file:///c:/a.png'/></w:pict></w:r>"),
    "fill of VML": in_body(f"<w:r><w:pict><v:fill {VML} o:href='http://example.org/a.png'/></w:pict></w:r>"),
    "link of VML": in_body(f"<w:r><w:pict><v:shape {VML} href='file:///c:/a'/></w:pict></w:r>"),
    "style of VML": in_body(f"<w:r><w:pict><v:shape {VML} style='behavior:URL (x)'/></w:pict></w:r>"),
    "VML part": part(
        "word/a.vml",
        "application/vnd.openxmlformats-officedocument.vmlDrawing",
        f"<xml {VML}><v:fill src='a'/></xml>".encode(),
    ),
    "drawing as data": part("customXml/item9.xml", "application/xml", b"<svg><image href='x'/></svg>"),
    "drawing as a font": part("word/fonts/a.odttf", FONT, b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    "drawing as a font, in two bytes": part("word/fonts/a.odttf", FONT, "<svg/>".encode("utf-16")),
    "packed drawing as a font": part("word/fonts/a.odttf", FONT, b"\x1f\x8b\x08"),
    "document type in another alphabet": part(
        "word/header9.xml",
        f"{WORD_TYPE}.header+xml",
        b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a []><a/>',
    ),
}


@pytest.mark.parametrize("change", PACKAGES.values(), ids=PACKAGES)
def test_what_acts_or_lies_outside_is_refused(change: Callable[[Parts], object]) -> None:
    """Ribbons, macros of form fields, objects, chunks, frames, data sources, and parts and links that lead out."""
    assert refusal_of(change).code == "T06"


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("https://example.org", True),
        ("HTTP://example.org/a b", True),
        ("mailto:a@example.org?subject=x", True),
        ("#_Toc1", True),
        ("", False),
        ("http:", False),
        ("https:///etc/passwd", False),
        ("file:///etc/passwd", False),
        ("\\\\host\\share", False),
        ("//host/share", False),
        ("secret.docx", False),
        ("ftp://example.org", False),
        (" javascript:alert(1)", False),
        ("java\tscript:alert(1)", False),
        ("search-ms:query=x", False),
        ("data:text/html,x", False),
        ("#file:///etc/passwd", False),
        ("mailto:a@example.org?attach=c:/secret.docx", False),
        ("http://[x", False),
    ],
)
def test_links_lead_to_web_mail_and_the_document(address: str, good: bool) -> None:
    """One judgement for links in fields, relations and drawings."""
    assert harmless(address) is good


SVG = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>{}</svg>"
DATA_DOT = f"data:image/png;base64,{base64.b64encode(DOT).decode()}"
HIDDEN = base64.b64encode(SVG.format("<image href='file:///etc/passwd'/>").encode()).decode()


def emf(*records: int, more: bytes = b"") -> bytes:
    head = struct.pack("<II", 1, 88) + b"\0" * 32 + b" EMF" + b"\0" * 44
    return head + b"".join(struct.pack("<III", kind, 12, 0) for kind in records) + more


def wmf(function: int, argument: int = 0) -> bytes:
    return b"\1\0\x09\0" + b"\0" * 14 + struct.pack("<IHH", 4, function, argument)


GOOD_IMAGES = {
    "png": DOT,
    "jpeg": b"\xff\xd8\xff\xe0",
    "svg": SVG.format(
        "<style>a{fill:url(#b)}</style><defs><path id='a' d='M0 0'/></defs><use xlink:href='#a'/>"
    ).encode(),
    "svg with its own picture": SVG.format(f"<image href='{DATA_DOT}'/><rect fill='url( &quot;#g&quot;)'/>").encode(),
    "svg of inkscape": SVG.format(
        "<x:namedview xmlns:x='urn:x' x:file='C:\\a'/><metadata><x:a xmlns:x='urn:x'/></metadata>"
    ).encode(),
    "emf": emf(14),
    "wmf": wmf(0x0626, 15),
}
BAD_IMAGES = {
    "two kinds": b"BM" + SVG.format("<image href='file:///etc/passwd'/>").encode(),
    "image": SVG.format("<image href='file:///etc/passwd'/>"),
    "xlink": SVG.format("<image xlink:href='secret.png'/>"),
    "web": SVG.format("<image href='https://example.org/a.png'/>"),
    "use": SVG.format("<use href='other.svg#a'/>"),
    "link": SVG.format("<a href='https://example.org'><path/></a>"),
    "css": SVG.format("<style>@import 'a.css'</style>"),
    "css url": SVG.format("<style>a{fill:URL( 'file:///a')}</style>"),
    "css escape": SVG.format("<style>a{fill:u\\72l(file:///a)}</style>"),
    "attribute url": SVG.format("<rect fill='url(file:///a)'/>"),
    "style url": SVG.format("<rect style=\"fill:url('a.svg#b')\"/>"),
    "image set": SVG.format("<rect style=\"fill:image-set('a' 1x)\"/>"),
    "script": SVG.format("<script>x</script>"),
    "script elsewhere": SVG.format("<x:script xmlns:x='urn:x'>x</x:script>"),
    "handler": SVG.format("<rect onload='x'/>"),
    "foreign": SVG.format("<foreignObject/>"),
    "animation": SVG.format("<image href=''><set attributeName='href' to='file:///a'/></image>"),
    "base": SVG.format("<g xml:base='file:///etc/'><use href='#a'/></g>"),
    "svg in svg": SVG.format(f"<image href='data:image/svg+xml;base64,{HIDDEN}'/>"),
    "svg called png": SVG.format(f"<image href='data:image/png;base64,{HIDDEN}'/>"),
    "filter": SVG.format("<filter><feImage href='file:///a'/></filter>"),
    "style sheet": "<?xml-stylesheet href='a.css'?>" + SVG.format(""),
    "entity": "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + SVG.format("<text>&a;</text>"),
    "no namespace": "<svg><image href='file:///a'/></svg>",
    "html": "<html><img src='file:///a'/></html>",
    "postscript": b"%!PS-Adobe-3.0 EPSF-3.0",
    "pdf": b"%PDF-1.7",
    "compressed": b"\x1f\x8b\x08",
    "emf profile": emf(122),
    "emf escape": emf(105),
    "emf with postscript": emf(70, more=b"EPSF %!PS"),
    "wmf escape": wmf(0x0626, 9),
    "wmf with emf": wmf(0x0626, 15) + b"WMFC",
}


CALLED = {"a.png": "image/png", "a.svg": "image/svg+xml", "a.emf": "image/x-emf"}


@pytest.mark.parametrize("content", GOOD_IMAGES.values(), ids=GOOD_IMAGES)
def test_a_closed_picture_is_let_in(content: bytes) -> None:
    """Dots pass, and drawings that refer to nothing outside, whatever they are called."""
    for name, type_ in CALLED.items():
        assert inspect(with_parts(word("x"), part(f"word/media/{name}", type_, content)), SHAPE).sound


@pytest.mark.parametrize("bad", BAD_IMAGES.values(), ids=BAD_IMAGES)
def test_a_picture_that_reaches_out_is_refused(bad: str | bytes) -> None:
    """What a picture holds counts, and not what it is called: addresses, scripts and other languages are refused."""
    content = bad.encode() if isinstance(bad, str) else bad
    for name, type_ in CALLED.items():
        refused = refusal_of(part(f"word/media/{name}", type_, content))
        assert (refused.code, refused.remark.part) == ("T06", f"word/media/{name}")


def test_hidden_data_of_fields_is_dropped() -> None:
    """Word keeps data of its own in some fields, which nobody can read; they go, and the field stays."""
    begin = "<w:r><w:fldChar w:fldCharType='begin'><w:fldData>AAAA</w:fldData></w:fldChar></w:r>"
    content = with_parts(word("x"), in_body(begin + code(" PAGEREF _Toc1 ") + END))
    kept: Any = inspect(content, SHAPE).package.parts["word/document.xml"]
    assert (b"fldData" in kept, b"PAGEREF" in kept) == (False, True)
