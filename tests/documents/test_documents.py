"""Every document: complete with a full project, sensible with a half-filled one, never failing with an empty one."""

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

import mainstream_cli
from mainstream_cli.content import content_dir
from mainstream_cli.documents.kinds import DOCUMENTS, Dossier

STATES = ("full", "half", "empty")
SENTENCES = (
    "The designations employed imply no opinion on the legal status of any country, territory or area.",
    "Prepared with mainstream, an independent toolkit; not endorsed by IOM or the United Nations.",
)
every_document = pytest.mark.parametrize("name", DOCUMENTS)
DRAFTS = [name for name, kind in DOCUMENTS.items() if kind.stage is not None]
WITHOUT_CONTENTS = {"conditions_overview", "cabinet_note", "terms_used", "questionnaire"}
FEWEST_TABLES = {"conditions_overview": 1, "cabinet_note": 2, "questionnaire": 0}
every_draft = pytest.mark.parametrize("name", DRAFTS)
every_state = pytest.mark.parametrize("state", STATES)


@every_document
def test_the_outline_of_the_template(
    name: str, outline: Callable[..., str], golden: Callable[[str, str], None]
) -> None:
    template = (content_dir("templates") / DOCUMENTS[name].template).read_bytes()
    golden(f"{name}_template", outline(template, words=True))


@every_state
@every_document
def test_the_outline_of_the_document(
    name: str,
    state: str,
    request: pytest.FixtureRequest,
    make: Callable[..., bytes],
    outline: Callable[..., str],
    golden: Callable[[str, str], None],
) -> None:
    golden(f"{name}_{state}", outline(make(name, request.getfixturevalue(state))))


@every_state
@every_document
def test_no_tag_nothing_python_like_and_both_sentences(
    name: str, state: str, request: pytest.FixtureRequest, make: Callable[..., bytes], text_of: Callable[[bytes], str]
) -> None:
    text = text_of(make(name, request.getfixturevalue(state)))
    assert not re.search(r"\{[{%]|\bNone\b(?! [a-z])|<[A-Za-z_]+ |\bDecimal|datetime|\(\)|\[\]", text)
    assert all(sentence in text for sentence in SENTENCES)


@every_draft
def test_page_one_says_draft_until_the_gate_is_ready(
    name: str, full: Dossier, make: Callable[..., bytes], text_of: Callable[[bytes], str]
) -> None:
    draft, ready = (text_of(make(name, each)) for each in (full, replace(full, ready=True)))
    assert "Draft for consultation" in draft
    assert "Draft for consultation" not in ready
    assert "Training sample on an invented country" in draft.split("Contents")[0]


@every_document
def test_who_said_it_and_what_is_sensitive_is_never_printed(
    name: str, full: Dossier, make: Callable[..., bytes], text_of: Callable[[bytes], str]
) -> None:
    text = text_of(make(name, full))
    assert "SECRET" not in text
    assert "opposes" not in text


@every_document
def test_the_same_input_gives_the_same_bytes(
    name: str, full: Dossier, make: Callable[..., bytes], make_anew: Callable[..., bytes]
) -> None:
    assert make(name, full) == make_anew(name, full)


SCRIPT = """
import sys, hashlib, json; sys.path.insert(0, sys.argv[1])
from mainstream_cli.content import content_dir, load_catalogue
from mainstream_cli.documents.kinds import DOCUMENTS, Dossier
from mainstream_cli.documents.rendering import render
from mainstream_cli.rules import Case, assess
from mainstream_cli.store import load
c = load_catalogue(); p = load(content_dir("sample_projects") / "moldova", c).public; d = p.settings.as_of
m = Dossier(p, c, assess(Case(p, p, c, d)), False, d)
made = {n: render(content_dir("templates") / k.template, k.build(m).model_dump(mode="json")) for n, k in DOCUMENTS.items()}
print(json.dumps([hash("a"), {name: hashlib.sha256(document).hexdigest() for name, document in made.items()}]))
"""


def test_the_order_of_hashes_changes_nothing(moldova: Dossier, make: Callable[..., bytes]) -> None:
    """A process of its own, in which Python orders sets otherwise than here, makes the same bytes of every document."""
    root = str(Path(mainstream_cli.__file__).parent.parent)
    seed = "2" if os.environ.get("PYTHONHASHSEED") == "1" else "1"
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, root],
        env={"PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    hashed, there = json.loads(done.stdout)
    assert hashed != hash("a")
    assert there == {name: hashlib.sha256(make(name, moldova)).hexdigest() for name in DOCUMENTS}


@every_document
def test_tables_are_described_and_their_header_rows_repeat(
    name: str, full: Dossier, make: Callable[..., bytes]
) -> None:
    body = Document(BytesIO(make(name, full))).element.body
    tables = list(body.iter(qn("w:tbl")))
    assert len(tables) >= FEWEST_TABLES.get(name, 5)
    for table in tables:
        mark = table.find(f"{qn('w:tr')}/{qn('w:trPr')}/{qn('w:tblHeader')}")
        assert mark is not None
        assert not mark.attrib
        assert table.find(f"{qn('w:tblPr')}/{qn('w:tblDescription')}").get(qn("w:val"))
        assert all(len(cell) for cell in table.iter(qn("w:tc")))


@every_document
def test_properties_language_and_fixed_dates(name: str, full: Dossier, make: Callable[..., bytes]) -> None:
    made = make(name, full)
    properties = Document(BytesIO(made)).core_properties
    assert properties.title == DOCUMENTS[name].title
    assert (properties.author, properties.last_modified_by, properties.language) == (
        "mainstream",
        "mainstream",
        "en-GB",
    )
    assert properties.subject == "Sandoria: Sandoria 2035"
    assert f"{properties.created:%Y-%m-%d}" == ("2026-06-07" if name in DRAFTS else "2000-01-01")
    with ZipFile(BytesIO(made)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b'w:lang w:val="en-GB"' in archive.read("word/styles.xml")
        assert b"<w:updateFields" in archive.read("word/settings.xml")


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name not in WITHOUT_CONTENTS])
def test_the_table_of_contents_is_filled_in(name: str, full: Dossier, make: Callable[..., bytes]) -> None:
    document = Document(BytesIO(make(name, full)))
    entries = [
        p.text
        for p in document.element.body.iter(qn("w:p"))
        if p.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val")) == "TOC1"
    ]
    headings = [p.text for p in document.paragraphs if p.style.style_id in ("Heading1", "AnnexHeading")]
    assert [re.sub(r"^\d+ +", "", "".join(each)) for each in entries] == headings


def test_no_builder_and_no_renderer_reads_a_clock() -> None:
    for path in (Path(mainstream_cli.__file__).parent / "documents").rglob("*.py"):
        clock = r"\.now\(|\.today\(|\btime\.|import time\b|os\.environ"
        assert not re.search(clock, path.read_text(encoding="utf-8")), path
