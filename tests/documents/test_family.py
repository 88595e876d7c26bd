"""All Word templates are one family: the same styles, readable colours, captions that count."""

import re
import runpy
from collections.abc import Callable, Iterator
from importlib import import_module
from io import BytesIO
from pathlib import Path
from pkgutil import iter_modules
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from mainstream_cli.content import content_dir
from mainstream_cli.documents import contexts as home
from mainstream_cli.documents.kinds import DOCUMENTS, Dossier
from mainstream_cli.model.record import Record

script = runpy.run_path(str(Path(__file__).parent.parent / "refresh_templates.py"))
MASTER, SHARED = script["MASTER"], script["SHARED"]
TEMPLATES = sorted(content_dir("templates").glob("*.docx"))
ENOUGH = 4.5  # WCAG 2 AA for text of ordinary size
PAPER, TABLE_HEAD = "FFFFFF", "E4EFF1"
every_template = pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)


def parts(path: Any) -> dict[str, bytes]:
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@every_template
def test_styles_numbering_settings_fonts_and_theme_are_those_of_the_family(path: Any) -> None:
    """A style that is changed in one template only is noticed; ``make templates`` copies it to all."""
    own, master = parts(path), parts(content_dir("templates") / MASTER)
    assert [name for name in SHARED if own[name] != master[name]] == []


@every_template
def test_every_style_that_is_used_is_in_the_family(path: Any) -> None:
    own = parts(path)
    used = {name for part in own.values() for name in re.findall(rb'<w:(?:p|r|tbl)Style w:val="(\w+)"', part)}
    assert used <= set(re.findall(rb'w:styleId="(\w+)"', own["word/styles.xml"]))


@every_template
def test_looks_come_from_styles_alone(path: Any) -> None:
    """No paragraph or run of a template has a font, size or colour of its own."""
    document = parts(path)["word/document.xml"]
    assert not re.findall(rb"<w:(?:rFonts|sz|color)\b[^>]*>", document)


def luminance(colour: str) -> float:
    parts_of = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts_of)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def styled() -> Iterator[tuple[str, str, str]]:
    """Yield each style with its own colour and the ground that it is read on."""
    styles = etree.fromstring(parts(content_dir("templates") / MASTER)["word/styles.xml"])
    for style in styles.iter(qn("w:style")):
        colour = style.find(f"{qn('w:rPr')}/{qn('w:color')}")
        ground = style.find(f"{qn('w:pPr')}/{qn('w:shd')}")
        if colour is not None:
            name, on = style.get(qn("w:styleId")), None if ground is None else ground.get(qn("w:fill"))
            for each in [on] if on else [PAPER, TABLE_HEAD] if style.get(qn("w:type")) == "paragraph" else [PAPER]:
                yield name, colour.get(qn("w:val")), each


@pytest.mark.parametrize(("style", "colour", "ground"), [each for each in styled() if each[0] not in ("WriteLine",)])
def test_every_text_can_be_read_on_its_ground(style: str, colour: str, ground: str) -> None:
    assert contrast(colour, ground) >= ENOUGH, style


@pytest.mark.parametrize("name", DOCUMENTS)
def test_captions_count_from_one_without_a_gap(name: str, full: Dossier, make: Callable[..., bytes]) -> None:
    """Tables are numbered in the file itself, so that a reader which never updates fields shows the right numbers."""
    document = Document(BytesIO(make(name, full)))
    captions = [each.text for each in document.paragraphs if each.style.style_id == "Caption"]
    for kind in ("Table", "Figure"):
        found = [each.split(".")[0] for each in captions if each.startswith(kind)]
        assert found == [f"{kind} {place + 1}" for place in range(len(found))]


def test_no_field_of_a_context_hides_behind_a_method_of_plain_data() -> None:
    """In a template ``row.values`` is a method of every dictionary, so no field may be called like one."""
    contexts = [import_module(f"{home.__name__}.{each.name}") for each in iter_modules(home.__path__)]
    records = {one for module in contexts for one in vars(module).values() if isinstance(one, type)}
    named = {(one.__name__, field) for one in records if issubclass(one, Record) for field in one.model_fields}
    assert len(named) > 200
    assert not {(record, field) for record, field in named if hasattr(dict, field)}
