"""A template that somebody sent: it is filled or refused with its place, and it can do no harm."""

import base64
import json
import os
import struct
import subprocess
import zlib
from collections.abc import Callable
from functools import cache
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from jinja2 import Environment
from jinja2.exceptions import SecurityError

from mainstream_cli.content import content_dir
from mainstream_cli.documents.contexts.describe import field_notes, shape
from mainstream_cli.documents.kinds import DOCUMENTS, Dossier
from mainstream_cli.documents.rendering import child, fill_isolated, isolated, package
from mainstream_cli.documents.rendering.carrying import carried, made_again
from mainstream_cli.documents.rendering.child import answer
from mainstream_cli.documents.rendering.inspect import inspect
from mainstream_cli.documents.rendering.package import MAX_WHOLE, MAX_XML, open_package
from mainstream_cli.documents.rendering.refusal import Refusal
from mainstream_cli.documents.rendering.sandbox import NarrowEnvironment, environment
from mainstream_cli.language import Text, count, label, say, several, speak, spoken

every_document = pytest.mark.parametrize("name", DOCUMENTS)
DATA: dict[str, Any] = {
    "cover": {"title": "Title & <more>", "standing": "Draft", "notice": "", "designations": "None implied"},
    "rows": [{"name": "one", "parts": ["a", "b"]}, {"name": "two", "parts": []}],
    "empty": [],
}
SHAPE = {
    "cover": dict.fromkeys(DATA["cover"]),
    "rows": [{"name": None, "parts": [None]}],
    "empty": [{"name": None}],
}
MUST = ("{{ cover.standing }}", "{{ cover.notice }}", "{{ cover.designations }}")


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


DOT = b"".join(
    (
        b"\x89PNG\r\n\x1a\n",
        chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        chunk(b"IDAT", zlib.compress(b"\0\0")),
        chunk(b"IEND", b""),
    )
)
"""A picture of one dark point."""


@cache
def empty_word() -> bytes:
    """Make an empty Word file without the styles for tables, which are nine tenths of python-docx's own."""
    document, saved = Document(), BytesIO()
    for style in [each for each in document.styles if each.type == WD_STYLE_TYPE.TABLE and each.name != "Normal Table"]:
        style.delete()
    rels = document.part.rels
    for id_ in [id_ for id_, each in rels.items() if each.reltype.endswith("/stylesWithEffects")]:
        del rels[id_]
    document.save(saved)
    return saved.getvalue()


@cache
def word(*texts: str, change: Callable[[Any], object] = lambda document: None) -> bytes:
    """Make a Word file with these paragraphs, once for all who want the same."""
    document = Document(BytesIO(empty_word()))
    for text in texts:
        document.add_paragraph(text)
    change(document)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def with_parts(content: bytes, change: Callable[[dict[str, bytes]], object]) -> bytes:
    """Change the parts of a Word file."""
    with ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return packed.getvalue()


def filled(content: bytes) -> tuple[list[str], list[str]]:
    """Fill a template here; return the codes of errors, and the paragraphs."""
    try:
        remarks, document = answer({"name": "own.docx", "shape": SHAPE, "data": {"": DATA}}, content)
    except Refusal as refusal:
        remarks, document = [refusal.remark], b""
    errors = [each.code for each in remarks if each.severity == "error"]
    return errors, [each.text for each in Document(BytesIO(document)).paragraphs] if document else []


def test_a_plain_template_is_filled_in_a_process_of_its_own(tmp_path: Path) -> None:
    """What the tests below see refused is filled here: the way through the child works, and text is escaped."""
    path = tmp_path / "own.docx"
    path.write_bytes(word(*MUST, "{{ cover.title }}", "{%p for r in rows %}", "{{ r.name }}", "{%p endfor %}"))
    done = fill_isolated(path, SHAPE, {"": DATA}, os.environ)
    texts = [each.text for each in Document(BytesIO(done.document)).paragraphs]
    assert texts == ["Draft", "", "None implied", "Title & <more>", "one", "two"]
    assert [(each.code, each.message.split("'")[1]) for each in done.remarks] == [("T09", "empty")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ cover.titel }}", ["⟦'cover' ĥàš ñö ƒíéļđ 'titel'.⟧ ⟦Đíđ ýöü ḿéàñ 'title'?⟧"]),
        (
            "{% include 'a' %}",
            ["⟦À ţàĝ ŵöüļđ ŕéàđ àñöţĥéŕ ƒíļé (include); à ţéḿþļàţé šţàñđš íñ öñé ƒíļé.⟧"],
        ),
        (
            "{{ range(9999) }}",
            [
                "⟦Ŵíţĥ ţĥíš þŕöĵéćţ⟧: ⟦Ţĥé ţéḿþļàţé own.docx ćàññöţ ḃé ƒíļļéđ: ⟦à ţàĝ àšķš ƒöŕ šöḿéţĥíñĝ ţĥàţ "
                "ţéḿþļàţéš ḿàý ñöţ đö: ⟦range() íš ļíḿíţéđ ţö 1000 ñüḿḃéŕš⟧.⟧⟧"
            ],
        ),
    ],
)
def test_what_the_process_of_a_template_says_can_be_said_in_any_language(
    tmp_path: Path, text: str, said: list[str]
) -> None:
    """Errors come out of the process as sentences with their values, and not as English words."""
    path = tmp_path / "own.docx"
    path.write_bytes(word(text))
    remarks = fill_isolated(path, SHAPE, {say("With this project"): DATA}, os.environ).remarks
    with spoken("qps"):
        assert [speak(each.message).replace("~", "") for each in remarks if each.severity == "error"] == said
        assert all(speak(each.action).startswith("⟦") for each in remarks)


def test_a_text_that_was_carried_is_the_same() -> None:
    """Counts, contexts, lists, and texts in texts are said as before."""
    inner = count("{n} tag", "{n} tags", n=2, name="a")
    for text in (say("a {{"), label("holds", "text"), several(["a", inner], "or"), say("{x}: {y}", x="{z}", y=inner)):
        same = made_again(json.loads(json.dumps(carried(text))))
        assert (same, same.context) == (text, text.context)
        with spoken("qps"):
            assert speak(same) == speak(text)
    assert made_again(carried("words")) == "words"


@pytest.mark.parametrize("form", ["{a:>99999999}", "{a.__class__}", "{a[0]}", "{b}", "{a!r}"])
def test_a_text_that_is_none_of_ours_is_not_filled(form: str) -> None:
    """Whatever gets into the process of a template can make this one reckon with nothing but names of values."""
    said = made_again({"msgid": form, "many": "", "context": "", "values": {"a": "x"}})
    assert (said, isinstance(said, Text)) == (form, True)


def test_what_a_template_may_not_reach_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A template that would have opened a door ends with one message, and not as an accident."""

    def reach(*_: Any) -> None:
        raise PermissionError("socket.connect")

    said = BytesIO()
    asked = b'{"seconds": 1, "memory": 1}\n{"data": []}\n'
    monkeypatch.setattr(child, "answer", reach)
    monkeypatch.setattr(child, "shut", lambda: None)
    monkeypatch.setattr(child, "_limit", lambda _: None)
    monkeypatch.setattr(child.sys, "stdin", TextIOWrapper(BytesIO(asked)))
    monkeypatch.setattr(child.sys, "stdout", TextIOWrapper(said))
    child.main()
    (remark,) = json.loads(said.getvalue())["remarks"]
    message = made_again(remark["message"])
    assert (remark["code"], message) == ("T04", "It asks for something that templates may not do: socket.connect.")


@every_document
def test_a_copy_of_a_shipped_template_is_clean(
    name: str, full: Dossier, empty: Dossier, make: Any, text_of: Any
) -> None:
    """Every shipped template passes the check, fills with a full and an empty project, and says the same as here."""
    kind = DOCUMENTS[name]
    template = (content_dir("templates") / kind.template).read_bytes()
    data = {words: kind.build(each).model_dump(mode="json") for words, each in (("empty", empty), ("full", full))}
    remarks, document = answer({"name": "own.docx", "shape": shape(kind.context), "data": data}, template)
    assert [each for each in remarks if each.severity != "note"] == []
    assert text_of(document) == text_of(make(name, full))


@every_document
def test_every_field_is_described(name: str) -> None:
    """A designer finds the meaning of each field in a sentence."""
    assert [note.path for note in field_notes(DOCUMENTS[name].context) if not note.meaning.endswith(".")] == []


@pytest.mark.parametrize("rules", [environment, NarrowEnvironment])
def test_a_field_that_is_called_as_a_method_is_the_field(rules: Callable[[], Environment]) -> None:
    """A field ``values`` or ``items`` is printed; without it the method is there, as elsewhere in Jinja."""
    page = rules().from_string("{{ a.values }} {% for key, value in b.items() %}{{ key }}{{ value }}{% endfor %}")
    assert page.render({"a": {"values": "given"}, "b": {"x": 1}}) == "given x1"


PICTURE = {"picture": "board", "alt": "Two of three", "image": base64.b64encode(DOT).decode()}


def test_a_picture_of_the_document_is_printed_and_described() -> None:
    """The pictures that the program draws reach an own template as well, with their alternative text."""
    request = {"name": "own.docx", "shape": {"board": dict.fromkeys(PICTURE)}, "data": {"": {"board": PICTURE}}}
    body = Document(BytesIO(answer(request, word("{{ board.image }}"))[1])).element.body
    assert [each.get("descr") for each in body.iter(qn("wp:docPr"))] == ["Two of three"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("{{ cover.standing|replace(\u201cDraft\u201d, \u2018done\u2019) }}", "done"),
        ("{{\u00a0cover.standing\u00a0}}", "Draft"),
        ("{{cover.stan\u00adding\u200b}}", "Draft"),
        ("{{r cover.title }}", "Title & <more>"),
        ("{{ r cover.title }}", "Title & <more>"),
        ("{# a remark #}{{ cover.standing }}", "Draft"),
        ("{% if cover.notice %}x{% else %}y{% endif %}", "y"),
        ("{{ nothing|default('none') }}", "none"),
        ("{% if nothing is defined %}x{% endif %}{{ rows|map(attribute='name')|join(', ') }}", "one, two"),
        ("{% for r in rows if r.parts %}{{ loop.index }}{{ r.parts|first }}{% endfor %}", "1a"),
        ("{% set n = namespace(t=0) %}{% for i in range(3) %}{% set n.t = n.t + i %}{% endfor %}{{ n.t }}", "3"),
    ],
)
def test_what_people_and_word_write_is_understood(written: str, shown: str) -> None:
    """Curly quotes, hard spaces, soft hyphens and docxtpl's prefixes do not disturb."""
    assert filled(word(written)) == ([], [shown])


def test_a_tag_that_word_split_is_made_whole() -> None:
    """Spelling marks, formats and line breaks inside a tag vanish; the text around keeps its format."""

    def split(document: Any) -> None:
        paragraph = document.add_paragraph("Is ")
        for piece in ("{", "{ cov", "er.sta"):
            paragraph.add_run(piece).bold = True
            paragraph._p.append(OxmlElement("w:proofErr"))
        paragraph.add_run("nding").italic = True
        paragraph.runs[-1].add_break()
        paragraph.add_run("}")
        paragraph.add_run("} now {{ cover.")
        paragraph.add_run("title }}!")

    assert filled(word(change=split)) == ([], ["Is Draft now Title & <more>!"])


def test_a_cell_that_spans_its_loop_works() -> None:
    """The tag hm makes one wide cell of a loop over columns."""

    def wide(document: Any) -> None:
        table = document.add_table(2, 3)
        table.cell(0, 0).text, table.cell(0, 2).text = "{%tc for r in rows %}", "{%tc endfor %}"
        table.cell(0, 1).text = "{% hm %}{{ cover.standing }}"
        table.cell(1, 0).text, table.cell(1, 2).text = "{%tc for r in rows %}", "{%tc endfor %}"
        table.cell(1, 1).text = "{{ r.name }}"

    made = answer({"name": "own.docx", "shape": SHAPE, "data": {"": DATA}}, word(change=wide))[1]
    first, second = Document(BytesIO(made)).tables[0].rows
    assert [len(first._tr.tc_lst), first.cells[0].text] == [1, "Draft"]
    assert [cell.text for cell in second.cells] == ["one", "two"]


def test_rows_cells_and_merged_cells_of_docxtpl_work() -> None:
    """Loops over rows and columns, a colour and a width for a cell, and merged cells come out as docxtpl has them."""

    def tables(document: Any) -> None:
        rows = document.add_table(3, 2)
        rows.cell(0, 0).text, rows.cell(2, 0).text = "{%tr for r in rows %}", "{%tr endfor %}"
        rows.cell(1, 0).text = "{% vm %}{{ cover.standing }}"
        rows.cell(1, 1).text = "{% cellbg 'FF0000' %}{{ r.name }}"
        columns = document.add_table(1, 3)
        columns.cell(0, 0).text, columns.cell(0, 2).text = "{%tc for r in rows %}", "{%tc endfor %}"
        columns.cell(0, 1).text = "{{ r.name }}"

    made = answer({"name": "own.docx", "shape": SHAPE, "data": {"": DATA}}, word(change=tables))[1]
    first, second = Document(BytesIO(made)).tables
    assert [[cell.text for cell in row.cells] for row in first.rows] == [["Draft", "one"], ["Draft", "two"]]
    assert [cell.text for cell in second.rows[0].cells] == ["one", "two"]
    assert first._tbl.find(f".//{qn('w:shd')}").get(qn("w:fill")) == "FF0000"


BOX = (
    f"<w:r {nsdecls('w')}><w:pict xmlns:v='urn:schemas-microsoft-com:vml'><v:shape><v:textbox><w:txbxContent><w:p><w:r>"
    "<w:t>{}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
NOTE = "<w:footnotes {}><w:footnote w:id='1'><w:p><w:r><w:t>{{}}</w:t></w:r></w:p></w:footnote></w:footnotes>".format(
    nsdecls("w")
)
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def with_footnotes(content: bytes, text: str) -> bytes:
    def add(parts: dict[str, bytes]) -> None:
        parts["word/footnotes.xml"] = NOTE.format(text).encode()
        override = f'<Override PartName="/word/footnotes.xml" ContentType="{WORD_TYPE}.footnotes+xml"/></Types>'
        link = f'<Relationship Id="rId99" Type="{RELATIONSHIP_TYPE.FOOTNOTES}" Target="footnotes.xml"/></Relationships>'
        replace_end(parts, "[Content_Types].xml", "</Types>", override)
        replace_end(parts, "word/_rels/document.xml.rels", "</Relationships>", link)

    return with_parts(content, add)


def replace_end(parts: dict[str, bytes], name: str, end: str, new: str) -> None:
    parts[name] = parts[name].decode().replace(end, new).encode()


def everywhere(text: str) -> bytes:
    """Make a template with a tag in header, footer, text box, content control and footnote."""

    def place(document: Any) -> None:
        section = document.sections[0]
        section.header.paragraphs[0].text = section.footer.paragraphs[0].text = text
        document.add_paragraph()._p.append(parse_xml(BOX.format(text)))
        control = f"<w:sdt {nsdecls('w')}><w:sdtPr><w:showingPlcHdr/><w:dataBinding w:xpath='/a' w:storeItemID='b'/></w:sdtPr>"
        content = f"<w:sdtContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        document.element.body.insert(0, parse_xml(control + content))

    return with_footnotes(word("Body", change=place), text)


def test_header_footer_box_control_and_footnote_are_filled() -> None:
    """Tags work wherever a letterhead has them; a content control does not put its old text back."""
    made = answer({"name": "own.docx", "shape": SHAPE, "data": {"": DATA}}, everywhere("{{ cover.title }}"))[1]
    with ZipFile(BytesIO(made)) as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist() if name.startswith("word/")}
    for name in ("word/header1.xml", "word/footer1.xml", "word/footnotes.xml"):
        assert texts[name].count("Title &amp; &lt;more&gt;") == 1
    assert texts["word/document.xml"].count("Title &amp; &lt;more&gt;") == 2
    assert "dataBinding" not in texts["word/document.xml"]


def test_a_fault_is_found_in_header_footer_box_and_footnote() -> None:
    """An unknown field is named with the part and the paragraph that it stands in."""
    found = inspect(everywhere("{{ cover.tittle }}"), SHAPE).remarks
    places = [(each.part, each.paragraph) for each in found if each.code == "T03"]
    assert places == [("body", 1), ("body", 4), ("header", 1), ("footer", 1), ("footnotes", 1)]
    assert "Did you mean 'title'?" in found[0].message


@pytest.mark.parametrize(
    ("texts", "code", "paragraph", "words"),
    [
        (["x", "{{ cover.titel }}"], "T03", 2, "Did you mean 'title'?"),
        (["{{ covr.title }}"], "T03", 1, "Did you mean 'cover'?"),
        (["{{ rows.name }}"], "T03", 1, "is a list"),
        (["{%p for r in rows %}", "{{ r.nam }}", "{%p endfor %}"], "T03", 2, "Did you mean 'name'?"),
        (["a", "{{ cover.title"], "T02", 2, "begins and ends in the same paragraph"),
        (["{{ cover..title }}"], "T02", 1, "is not written correctly"),
        (["{% if cover.title %}"], "T02", 1, "endif"),
        (["{{ cover.title|pprint }}"], "T02", 1, "pprint"),
        (["{{ cover.title|safe }}"], "T02", 1, "safe"),
        (["{%p if cover.title %} kept?", "{%p endif %}"], "T02", 1, "'kept?' would be lost"),
        (["{%p if cover.title %}{%p endif %}"], "T02", 1, "would be lost"),
        (["{%tr if cover.title %}", "{%tr endif %}"], "T02", 1, "outside a table"),
        (["{%p if cover.title %}", "{% endif %}"], "T05", 2, "endif does not fit the if of paragraph 1"),
        (["{% include 'other.docx' %}"], "T04", 1, "include"),
        (["{% import 'os' as os %}"], "T04", 1, "import"),
    ],
)
def test_faults_are_named_with_their_paragraph(texts: list[str], code: str, paragraph: int, words: str) -> None:
    """Each fault has its code, the number and words of its paragraph, and says what is near."""
    first = inspect(word(*texts), SHAPE).remarks[0]
    assert (first.code, first.severity, first.part, first.paragraph) == (code, "error", "body", paragraph)
    assert words in first.message
    assert first.text == texts[paragraph - 1]


def test_what_page_one_needs_and_what_is_left_out_is_said() -> None:
    """A template without the standing, the notice and the designations is warned of; unused data is a note."""
    found = inspect(word("{{ cover.title }}"), SHAPE).remarks
    assert [(each.code, each.severity) for each in found] == [("T10", "warning")] * 3 + [("T09", "note")] * 2
    assert inspect(word(*MUST, "{{ rows }}{{ empty }}"), SHAPE).remarks == []


@pytest.mark.parametrize("mark", ["w:ins", "w:del", "w:moveFrom", "w:moveTo"])
def test_tracked_changes_are_refused(mark: str) -> None:
    """Nobody can tell whether a struck tag is meant: the changes are to be accepted first."""

    def track(document: Any) -> None:
        paragraph = document.paragraphs[0]._p
        change = OxmlElement(mark)
        change.append(paragraph.r_lst[0])
        paragraph.append(change)

    found = inspect(word("{{ cover.title }}", change=track), SHAPE).remarks[0]
    assert (found.code, found.paragraph) == ("T08", 1)
    assert "accept the changes first" in found.message


def test_a_row_that_was_struck_out_is_a_tracked_change() -> None:
    """Word marks a row as a whole, away from its text."""

    def strike(document: Any) -> None:
        row = document.add_table(1, 1).rows[0]
        row.cells[0].text = "{{ cover.title }}"
        row._tr.get_or_add_trPr().append(OxmlElement("w:del"))

    assert [each.code for each in inspect(word(change=strike), SHAPE).remarks if each.severity == "error"] == ["T08"]


def test_comments_are_warned_of() -> None:
    """A comment of the ministry's designer would go out with every document."""
    noted = word(*MUST, change=lambda document: document.add_comment(document.paragraphs[0].runs, "Is this right?"))
    assert [each.code for each in inspect(noted, SHAPE).remarks if each.severity == "warning"] == ["T11"]


@pytest.mark.parametrize(
    ("trap", "control"),
    [
        ("{{ ''.__class__ }}", "{{ cover.title.upper() }}"),
        ("{{ cover['__class__'] }}", "{{ cover['title'] }}"),
        ("{{ cycler.__init__.__globals__ }}", "{% for r in rows %}{{ loop.cycle('a', 'b') }}{% endfor %}"),
        ("{{ namespace.__init__.__globals__ }}", "{% set n = namespace(a=1) %}{{ n.a }}"),
        ("{{ lipsum.__globals__.os.popen('id').read() }}", "{{ rows|length }}"),
        ("{{ self.__dict__ }}", "{{ rows[0].name }}"),
        ("{{ '{0.__class__}'.format(cover) }}", "{{ cover.title.lower() }}"),
        ("{{ '{0.__class__}'|format(cover) }}", "{{ cover.title|title }}"),
        ("{{ cover.title|attr('__class__') }}", "{{ rows|map(attribute='name')|list }}"),
        ("{{ rows.append(1) }}", "{{ rows|list }}"),
        ("{{ cover.update(title='x') }}", "{{ cover.get('title') }}"),
        ("{{ 'a' * 10 ** 9 }}", "{{ 3 * 4 }}"),
        ("{{ [0] * 999999999 }}", "{{ [0, 1] }}"),
        ("{{ '%0999999999d' % 1 }}", "{{ 7 % 4 }}"),
        ("{{ 'a'.center(999999999) }}", "{{ 'a '.strip() }}"),
        ("{{ 'a'|center(999999999) }}", "{{ 'a'|trim }}"),
        ("{% for i in range(1001) %}{% endfor %}", "{% for i in range(1000) %}{% endfor %}"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "{% macro m() %}x{% endmacro %}{{ m() }}"),
        ("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", "{{ ((1)) }}"),
    ],
)
def test_a_tag_cannot_reach_out_or_blow_up(trap: str, control: str) -> None:
    """Every trap is refused with one error, while the harmless tag beside it is filled."""
    errors, texts = filled(word(trap[:4000]))
    assert errors
    assert texts == []
    assert filled(word(control))[0] == []


def test_an_object_in_the_data_is_a_closed_box() -> None:
    """A picture can be printed; what the program keeps inside it cannot be reached."""

    class Box:
        inside = "secret"

    environment, data = NarrowEnvironment(), {"box": Box(), "block": {"inside": "plain"}}
    assert environment.from_string("{{ block.inside }}").render(data) == "plain"
    with pytest.raises(SecurityError):
        environment.from_string("{{ box.inside }}").render(data)


def test_the_traps_are_real() -> None:
    """In a plain Jinja environment the first of them does hand out the insides of Python."""
    assert "globals" in str(dir(Environment().from_string("{{ ''.__class__ }}")))
    assert "<module 'os'" in Environment().from_string("{{ cycler.__init__.__globals__.os }}").render()


@pytest.mark.parametrize(
    ("trap", "words"),
    [
        (
            "{% for a in range(999) %}{% for b in range(999) %}{% for c in range(999) %}{% endfor %}{% endfor %}{% endfor %}",
            "stopped",
        ),
        ("{% if cover.title %}" * 500 + "{% endif %}" * 500, "too deeply"),
        ("{% set n = namespace(t='aa') %}{% for i in range(60) %}{% set n.t = n.t ~ n.t %}{% endfor %}", "memory"),
    ],
)
def test_a_template_cannot_hang_or_fill_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trap: str, words: str
) -> None:
    """Loops in loops, and a text that doubles, end with one message."""
    path = tmp_path / "own.docx"
    path.write_bytes(word(trap))
    monkeypatch.setattr(isolated, "SECONDS", 2 if words == "stopped" else 30)
    done = fill_isolated(path, SHAPE, {"": DATA}, os.environ)
    errors = [each for each in done.remarks if each.severity == "error"]
    assert ([each.code for each in errors], done.document) == (["T07"], b"")
    assert words in errors[0].message


def test_the_process_of_a_template_reaches_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even Python code that got into that process could read no file, start nothing and call nobody."""
    guards: list[Any] = []
    monkeypatch.setattr(child.sys, "addaudithook", guards.append)
    child.shut()
    guards[0]("open", (child.__file__, "r", 0))
    for event, arguments in (
        ("open", ("/etc/passwd", "r", 0)),
        ("open", (child.__file__, "w", 0)),
        ("open", (0, "r", 0)),
        ("os.system", ("id",)),
        ("os.remove", ("a", -1)),
        ("ctypes.dlopen", ("libc",)),
        ("subprocess.Popen", ("id", [], None, None)),
        ("socket.connect", (None, ("localhost", 1))),
    ):
        with pytest.raises(PermissionError):
            guards[0](event, arguments)


def test_the_process_of_a_template_is_told_no_secret(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Of the variables around, only those are passed on without which Python does not start."""
    called: dict[str, Any] = {}

    def run(*_: Any, **options: Any) -> subprocess.CompletedProcess[bytes]:
        called.update(options)
        return subprocess.CompletedProcess([], 0, b'{"remarks": []}\n', b"")

    monkeypatch.setattr("mainstream_cli.documents.rendering.isolated.subprocess.run", run)
    path = tmp_path / "own.docx"
    path.write_bytes(word("text"))
    fill_isolated(path, SHAPE, {"": DATA}, {"SYSTEMROOT": "here", "TOKEN": "secret", "PYTHONPATH": "elsewhere"})
    assert called["env"] == {"SYSTEMROOT": "here"}


def relation(kind: str, target: str) -> Callable[[dict[str, bytes]], None]:
    link = f'<Relationship Id="rId98" Type="http://x/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    return lambda parts: replace_end(parts, "word/_rels/document.xml.rels", "</Relationships>", link)


def part(name: str, type_: str, content: bytes = b"x") -> Callable[[dict[str, bytes]], None]:
    def add(parts: dict[str, bytes]) -> None:
        parts[name] = content
        override = f'<Override PartName="/{name}" ContentType="{type_}"/></Types>'
        replace_end(parts, "[Content_Types].xml", "</Types>", override)

    return add


def main_type(type_: str) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        name = "[Content_Types].xml"
        parts[name] = parts[name].replace(f"{WORD_TYPE}.document.main+xml".encode(), type_.encode())

    return change


def in_body(xml: str) -> Callable[[dict[str, bytes]], None]:
    return lambda parts: replace_end(parts, "word/document.xml", "<w:body>", f"<w:body><w:p>{xml}</w:p>")


def field(*pieces: str) -> str:
    texts = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    return f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{texts}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


ENTITY = b'<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>'
XXE = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><a>&a;</a>'.encode("utf-16")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (part("word/vbaProject.bin", "application/vnd.ms-office.vbaProject"), "macros"),
        (main_type("application/vnd.ms-word.document.macroEnabled.main+xml"), "macros"),
        (part("word/embeddings/oleObject1.bin", f"{WORD_TYPE}.oleObject"), "embedded"),
        (
            part("word/embeddings/a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            "embedded",
        ),
        (part("word/%76baProject.bin", "application/vnd.ms-office.vbaProject"), "macros"),
        (lambda parts: parts.update({"word/Document.xml": b"<a/>"}), "twice"),
        (part("word/activeX/activeX1.bin", "application/vnd.ms-office.activeX"), "embedded"),
        (part("word/chunk.htm", "text/html"), "embedded"),
        (relation("image", "http://example.org/logo.png"), "only linked"),
        (relation("hyperlink", "file:///C:/secret.docx"), "link to another file"),
        (relation("hyperlink", "javascript:alert(1)"), "link to another file"),
        (relation("oleObject", "file:///C:/a.xlsx"), "link to another file"),
        (relation("frame", "http://example.org"), "link to another file"),
        (part("word/settings2.xml", f"{WORD_TYPE}.settings+xml", b"<a><mailMerge/></a>"), "mail merge"),
        (part("word/header9.xml", f"{WORD_TYPE}.header+xml", ENTITY), "entities"),
        (part("word/header9.xml", f"{WORD_TYPE}.header+xml", XXE), "entities"),
        (part("word/header9.xml", f"{WORD_TYPE}.header+xml", b" " * (MAX_XML + 1)), "larger"),
        (lambda parts: parts.update({f"word/media/{n}.png": b"" for n in range(1001)}), "larger"),
        (in_body(field("DDE", "AUTO c:\\\\cmd.exe")), "DDEAUTO"),
        (in_body(field(" includepicture &quot;http://example.org/x.png&quot;")), "INCLUDEPICTURE"),
        (in_body('<w:fldSimple w:instr="INCLUDETEXT c:/secret.docx"/>'), "INCLUDETEXT"),
    ],
)
def test_a_file_with_traps_is_refused(change: Any, words: str) -> None:
    """Macros, objects, links, entities, bombs and fields that fetch are refused before anything is filled."""
    with pytest.raises(Refusal) as refusal:
        inspect(with_parts(word("{{ cover.title }}"), change), SHAPE)
    assert refusal.value.code == "T06"
    assert words in refusal.value.message


def test_a_file_that_unpacks_to_more_than_allowed_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """All parts together count, pictures and all: at the limit a file is opened, with one byte more it is not."""
    assert MAX_WHOLE == 100_000_000
    content = with_parts(word("text"), lambda parts: parts.update({"word/media/a.png": b"\0" * 5000}))
    with ZipFile(BytesIO(content)) as archive:
        size = sum(each.file_size for each in archive.infolist())
    monkeypatch.setattr(package, "MAX_WHOLE", size)
    assert open_package(content).parts
    monkeypatch.setattr(package, "MAX_WHOLE", size - 1)
    with pytest.raises(Refusal, match="larger"):
        open_package(content)


@pytest.mark.parametrize(
    "change",
    [
        relation("hyperlink", "https://example.org"),
        relation("hyperlink", "mailto:office@example.org"),
        in_body(field(" HYPERLINK &quot;https://example.org/link&quot;")),
        in_body(field(" PAGE ")),
        part("customXml/item1.xml", "application/xml", b"<a/>"),
        part("docMetadata/LabelInfo.xml", "application/vnd.ms-office.classificationlabels+xml", b"<a/>"),
        part("word/header9.xml", f"{WORD_TYPE}.header+xml", b"<a>&lt;</a>"),
        lambda parts: parts.update({f"word/media/{n}.jpeg": b"" for n in range(100)}),
    ],
)
def test_what_letterheads_have_is_let_in(change: Any) -> None:
    """Web addresses, page numbers, labels and pictures are no traps."""
    assert filled(with_parts(word("{{ cover.title }}"), change))[0] == []


def test_the_link_to_the_writers_own_word_template_is_dropped() -> None:
    """Nearly every letterhead has one; it goes, silently, with its mark in the settings."""

    def attach(parts: dict[str, bytes]) -> None:
        mark = '<w:attachedTemplate xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/>'
        replace_end(parts, "word/settings.xml", "</w:settings>", f"{mark}</w:settings>")
        parts["word/_rels/settings.xml.rels"] = (
            b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
            b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
            b'Target="file:///C:/Users/a/Normal.dotm" TargetMode="External"/></Relationships>'
        )

    _, made = answer({"name": "a", "shape": SHAPE, "data": {"": DATA}}, with_parts(word("x"), attach))
    with ZipFile(BytesIO(made)) as archive:
        assert not [name for name in archive.namelist() if b"ttachedTemplate" in archive.read(name)]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\xd0\xcf\x11\xe0" + b"x" * 600, "old format"),
        (b"{\\rtf1 x}", ".rtf"),
        (b"%PDF-1.7", "PDF"),
        (b"", "damaged"),
        (word("x")[:2000], "damaged"),
        (with_parts(word("x"), lambda parts: parts.pop("[Content_Types].xml")), "another kind of file"),
        (with_parts(word("x"), main_type(f"{WORD_TYPE}.template.main+xml")), ".dotx"),
        (with_parts(word("x"), main_type("application/x")), "another program"),
        (with_parts(word("x"), lambda parts: parts.update({"word/document.xml": b"<w:"})), "damaged"),
    ],
    ids=[
        "doc",
        "rtf",
        "pdf",
        "empty",
        "cut off",
        "no types",
        "dotx",
        "other program",
        "no xml",
    ],  # a zip holds the time
)
def test_a_file_that_is_no_word_document_is_named_as_what_it_is(content: bytes, words: str) -> None:
    """Old Word files, protected ones, PDFs and halves of files get a message with the way out."""
    with pytest.raises(Refusal) as refusal:
        inspect(content, SHAPE)
    assert (refusal.value.code, "Word document (.docx)" in refusal.value.action) == ("T01", True)
    assert words in refusal.value.message


def test_a_table_of_contents_that_word_has_filled_is_filled_again() -> None:
    """When the designer has updated the fields in Word, the old entries go and the field stays whole."""

    def contents(document: Any) -> None:
        first = document.add_paragraph()
        for mark in ("begin", "TOC \\\\o", "separate"):
            run = OxmlElement("w:r")
            inner = OxmlElement("w:instrText" if mark.startswith("TOC") else "w:fldChar")
            inner.text = mark if mark.startswith("TOC") else None
            if inner.text is None:
                inner.set(qn("w:fldCharType"), mark)
            run.append(inner)
            first._p.append(run)
        document.add_paragraph("Old entry")
        document.add_paragraph("Old last entry")._p.append(parse_xml(FIELD_END))
        document.add_paragraph("{{ cover.title }}", style="Heading 1")

    texts = filled(word(change=contents))[1]
    assert texts == ["1  Title & <more>", "Title & <more>"]


FIELD_END = f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="end"/></w:r>'
