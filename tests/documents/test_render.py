"""Filling a template: strict, sandboxed, escaped, and finished."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

from mainstream_cli.documents.rendering import render
from mainstream_cli.documents.rendering.text import clean
from mainstream_cli.errors import MainstreamError

Template = Callable[..., Path]


@pytest.fixture
def template(tmp_path: Path) -> Template:
    """Make a small template of our own with the given paragraphs and the cells of one row."""

    def build(*paragraphs: str, row: tuple[str, ...] = ()) -> Path:
        document = Document()
        for text in paragraphs:
            document.add_paragraph(text)
        if row:
            for cell, text in zip(document.add_table(1, len(row)).rows[0].cells, row, strict=True):
                cell.text = text
        path = tmp_path / "own.docx"
        document.save(str(path))
        return path

    return build


def opened(made: bytes) -> Any:
    return Document(BytesIO(made))


def test_clean_leaves_only_what_xml_can_hold() -> None:
    assert clean("a\x00\x07b\x0bc\x0cd\re\r\nf\u2028g\ud800h\ufffei\uffff") == "ab\nc\nd\ne\nf\ng\ufffdhi"
    assert clean("tab\tstays, so does \U0001f642") == "tab\tstays, so does \U0001f642"


def test_a_refused_call_is_named_the_same_each_time(template: Template) -> None:
    """A message never shows an address in the memory of the machine."""
    with pytest.raises(MainstreamError) as caught:
        render(template("{{ '{0.__class__}'.format(a) }}"), {"a": "one"})
    assert caught.value.code == "T04"
    assert " 0x" not in str(caught.value)


def test_line_breaks_and_paragraphs_are_kept(template: Template) -> None:
    made = opened(render(template("{{ a }} end"), {"a": "one\ntwo\n\nthree\n"}))
    assert [each.text for each in made.paragraphs] == ["one\ntwo", "three end"]


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("{{ nothing }}", "T03"),
        ("{{ a.b }}", "T03"),
        ("{% for %}", "T02"),
        ("{{ a | nofilter }}", "T02"),
        ("{{ a.__class__.__mro__ }}", "T04"),
        ("{{ cycler.__init__.__globals__ }}", "T04"),
        ("{{ 1 / 0 }}", "T02"),
        ("{% if a %}never closed", "T02"),
    ],
)
def test_a_wrong_tag_is_one_message_with_the_name_of_the_template(template: Template, tag: str, code: str) -> None:
    with pytest.raises(MainstreamError) as caught:
        render(template(tag), {"a": "text"})
    assert caught.value.code == code
    assert "own.docx" in caught.value.message
    assert caught.value.action


def test_what_is_no_word_file_is_said(tmp_path: Path) -> None:
    for name, content in (("text.docx", b"just text"), ("empty.docx", b"")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(MainstreamError, match=name):
            render(tmp_path / name, {})
    with pytest.raises(MainstreamError, match=r"gone\.docx"):
        render(tmp_path / "gone.docx", {})


def test_a_loop_that_leaves_broken_xml_is_refused(template: Template) -> None:
    with pytest.raises(MainstreamError):
        render(template("{%p for x in a %}", "text {%p endfor %} {{ a }}", "{% endfor %}"), {"a": ["1"]})


def test_column_loops_still_get_a_grid(template: Template) -> None:
    made = opened(
        render(template(row=("{%tc for x in a %}", "{{ x }}", "{%tc endfor %}")), {"a": ["1", "2", "3", "4"]})
    )
    assert len(made.tables[0].columns) == 4


def test_right_to_left_text_is_marked(template: Template) -> None:
    arabic = "\u0645\u0631\u062d\u0628\u0627 \u0628\u0627\u0644\u062c\u0645\u064a\u0639"
    first, second = opened(
        render(template("{{ a }}", "{{ b }}"), {"a": arabic, "b": f"Latin text with {arabic[:3]}"})
    ).paragraphs
    assert first._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None
    assert first.runs[0].font.rtl
    assert second._p.find(f".//{qn('w:bidi')}") is None


@pytest.mark.parametrize(
    ("text", "marked"),
    [("\u0645\u0631 ab", False), ("\u0645\u0631\u062d ab", True), ("\u05e9\u05dc abc", False), ("12 \u0645 34", True)],
)
def test_text_is_set_from_the_right_when_more_than_half_of_its_letters_are(
    template: Template, text: str, marked: bool
) -> None:
    """Only a majority of Arabic or Hebrew letters turns a line; digits and signs have no direction."""
    (paragraph,) = opened(render(template("{{ a }}"), {"a": text})).paragraphs
    assert (paragraph._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None) is marked
    assert bool(paragraph.runs[0].font.rtl) is marked


def test_long_rows_may_break_across_pages_and_short_ones_not(template: Template) -> None:
    path = template(row=("{{ a }}",))
    document = Document(str(path))
    properties = document.tables[0].rows[0]._tr.get_or_add_trPr()
    properties.append(properties.makeelement(qn("w:cantSplit")))
    document.save(str(path))
    kept = {length: b"cantSplit" in _body(render(path, {"a": "x" * length})) for length in (100, 5000)}
    assert kept == {100: True, 5000: False}


def _body(made: bytes) -> bytes:
    with ZipFile(BytesIO(made)) as archive:
        return archive.read("word/document.xml")


def test_properties_are_one_clean_line(template: Template) -> None:
    cover = {"title": "Tom & <b>\x07\nJerry", "subject": "x" * 400, "iso_date": "2026-06-07"}
    properties = opened(render(template("text"), {"cover": cover})).core_properties
    assert properties.title == "Tom & <b> Jerry"
    assert len(properties.subject) == 255
