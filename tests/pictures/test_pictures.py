"""Pictures: what they show is said in words too, and the same data gives the same picture."""

import base64
import datetime
import io
import json
import os
import sys
import zipfile

import pytest
from docx import Document

from mainstream_cli.content import content_dir
from mainstream_cli.documents.contexts.pictures import Picture
from mainstream_cli.documents.kinds import DOCUMENTS, Dossier
from mainstream_cli.documents.parts import pictures
from mainstream_cli.documents.rendering import render
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.pictures import illustrated
from mainstream_cli.pictures.painter import Painter
from mainstream_cli.rules import Case, assess
from mainstream_cli.store import load

ALT = "What <it> shows & says"
PNG_START = b"\x89PNG"


@pytest.fixture
def scribe(tmp_path, run, catalogue):
    folder = tmp_path / "group"
    assert run("init", folder, "--sample", "moldova").code == 0
    loaded = load(folder, catalogue)
    case = Case(loaded.public, loaded.public, catalogue, datetime.date(2013, 12, 31))
    return Scribe(Dossier(loaded.public, catalogue, assess(case), False, case.today))


def all_pictures(scribe):
    return [
        pictures.conditions_board(scribe),
        pictures.stage_progress(scribe),
        pictures.sector_map(scribe),
        *pictures.financing(scribe),
        *pictures.trends(scribe),
    ]


def drawn(pictures):
    """Draw pictures afresh, with nothing kept from before."""
    painter = Painter(os.environ)
    drawings = [painter.draw(json.dumps(each)) for each in pictures]
    painter.close()
    assert [each.reasons for each in drawings] == [()] * len(pictures)
    return [each.image for each in drawings]


def test_every_kind_of_picture_is_drawn_the_same_twice(scribe):
    """The same data gives the same bytes, and every kind of picture is among those of the sample."""
    found = all_pictures(scribe)
    assert {each.picture for each in found} == set(Picture.model_fields["picture"].annotation.__args__)
    pictures = list({each.picture: each.model_dump(mode="json") for each in found}.values())
    first, again = drawn(pictures), drawn(pictures[::-1])[::-1]
    assert all(base64.b64decode(each).startswith(PNG_START) for each in first)
    assert first == again


def test_the_table_of_a_picture_says_what_it_draws(scribe):
    """Every mark has a word for each further column of the table, and the picture has an alternative text."""
    for picture in all_pictures(scribe):
        assert picture.alt.endswith(".")
        assert picture.marks
        assert all(len(mark.words) == len(picture.columns) - 1 for mark in picture.marks)


def test_a_sector_whose_effect_is_not_known_is_named_below_the_map(scribe):
    """Nothing is left out of a picture without saying so."""
    picture = pictures.sector_map(scribe)
    unknown = [mark.label for mark in picture.marks if None in mark.numbers[:2]]
    assert unknown
    assert all(name in picture.unit for name in unknown)


def test_a_line_never_joins_two_editions(scribe):
    """All points of a line are of one source, edition and territory."""
    for picture in pictures.trends(scribe):
        years = [(mark.label, mark.numbers[0]) for mark in picture.marks]
        assert len(set(years)) == len(years)


def test_the_gap_is_the_one_of_the_matrix(scribe):
    """The bar of the gap is what the action matrix gives as the gap, and an uncosted action is not taken for zero."""
    from mainstream_cli.model.money import exchange, totals

    actions = list(scribe.project.entries("actions").values())
    sums = totals(actions, exchange(scribe.project.settings.finance, actions))
    (picture,) = pictures.financing(scribe)
    assert picture.marks[-1].numbers[-1] == sums.gap["USD"]
    assert f"{sums.costed} of {sums.actions} actions costed" in picture.unit


def test_an_empty_project_has_pictures_without_marks_or_with_open_ones(project, catalogue):
    """Nothing that is missing stops a picture; one without marks is not drawn."""
    loaded = load(project, catalogue)
    case = Case(loaded.public, loaded.public, catalogue, datetime.date(2026, 6, 7))
    scribe = Scribe(Dossier(loaded.public, catalogue, assess(case), False, case.today))
    assert pictures.financing(scribe) == pictures.trends(scribe) == ()
    assert illustrated(pictures.sector_map(scribe).model_dump(mode="json"), {})[0]["image"] == ""


def test_without_the_extra_the_data_stays_as_it_is(scribe, monkeypatch):
    """Where matplotlib is not installed nothing is drawn and nothing fails."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    monkeypatch.setattr("mainstream_cli.pictures.illustrate.find_spec", lambda _: None)
    data = {"board": pictures.conditions_board(scribe).model_dump(mode="json")}
    assert illustrated(data, {}) == (data, [])


def test_a_picture_in_word_has_its_alternative_text(tmp_path, scribe):
    """A template prints the picture where it stands, once, with what it says for those who cannot see it."""
    template = tmp_path / "board.docx"
    document = Document(content_dir("templates") / "proceedings.docx")
    for child in list(document.element.body)[:-1]:
        document.element.body.remove(child)
    document.add_paragraph("{{ board.image }}")
    document.save(template)
    board = pictures.conditions_board(scribe).model_copy(update={"alt": ALT})
    record = DOCUMENTS["proceedings"].build(scribe.dossier).model_dump(mode="json")
    data, _ = illustrated({**record, "board": board.model_dump(mode="json")}, os.environ)
    content = render(template, data)
    assert content == render(template, data)
    (shape,) = Document(io.BytesIO(content)).inline_shapes
    assert shape._inline.docPr.get("descr") == ALT
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        images = [name for name in archive.namelist() if name.startswith("word/media/")]
        assert len(images) == 1
        assert archive.read(images[0]).startswith(PNG_START)
