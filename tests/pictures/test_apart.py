"""Pictures are drawn apart: nothing around the program changes them, and letters without a font become a table."""

import base64
import json
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document

from mainstream_cli.pictures import fonts, illustrated
from mainstream_cli.pictures.painter import FAILED, Painter

HOSTILE_STYLE = (
    "savefig.dpi: 30\nfigure.dpi: 30\ntext.usetex: True\nfont.family: serif\nlines.linewidth: 9\nbackend: TkAgg\n"
)


def picture(label: str) -> dict:
    mark = {"label": label, "words": ["10", "20"], "numbers": ["10", "20"]}
    return {
        "picture": "financing",
        "caption": "Who pays",
        "alt": "A bar.",
        "columns": ["Source", "secured", "gap"],
        "legend": ["secured", "gap"],
        "unit": "USD",
        "marks": [mark],
        "image": "",
    }


PLAIN = json.dumps(picture("Ministry of Labour $5 and $6"))


@pytest.fixture(scope="module")
def painter():
    """Give a painter that lives by itself."""
    painter = Painter(os.environ)
    yield painter
    painter.close()


@pytest.fixture(scope="module")
def expected():
    """Draw the picture once, before anything around is changed."""
    painter = Painter(os.environ)
    yield painter.draw(PLAIN).image
    painter.close()


STRANGE_PYTHON = {
    "PYTHONWARNINGS": "error",
    "PYTHONPATH": ".",
    "PYTHONSTARTUP": "matplotlib.py",
    "PYTHONHASHSEED": "7",
}
STRANGE_PLACE = {"LANG": "tr_TR.UTF-8", "LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": "1"}


@pytest.mark.parametrize(
    "variables",
    [
        {},
        {"MPLBACKEND": "module://matplotlib_inline.backend_inline", "MATPLOTLIBRC": ".", **STRANGE_PYTHON},
        {"MPLBACKEND": "TkAgg", "MPLCONFIGDIR": ".", **STRANGE_PLACE},
        {"HOME": ".", "USERPROFILE": ".", "XDG_CONFIG_HOME": "config", "XDG_CACHE_HOME": "."},
    ],
    ids=lambda variables: "-".join(variables) or "folder only",
)
def test_nothing_around_changes_a_picture(tmp_path, monkeypatch, expected, variables):
    """A style file in a stranger's folder, backends, homes, paths and languages leave every byte as it is."""
    for folder in (tmp_path, tmp_path / "config" / "matplotlib", tmp_path / ".config" / "matplotlib"):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "matplotlibrc").write_text(HOSTILE_STYLE)
    (tmp_path / "matplotlib.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    for name, value in variables.items():
        monkeypatch.setenv(name, str(tmp_path / value) if value in (".", "config") else value)
    again = Painter(os.environ)
    try:
        assert again.draw(PLAIN) == (expected, ())
    finally:
        again.close()
    assert base64.b64decode(expected)[16:20] == (1340).to_bytes(4, "big")  # 6.7 inches at 200 dots


@pytest.mark.parametrize(
    ("label", "script"),
    [
        ("教育部", "CJK"),
        ("የሠራተኛ ሚኒስቴር", "Ethiopic"),
        ("श्रम मंत्रालय", "Devanagari"),
        ("กระทรวง", "Thai"),
        ("শ্রম", "Bengali"),
        ("노동부", "Hangul"),
        ("Ministry 🚀", "signs"),
    ],
)
def test_letters_without_a_font_become_a_table(label, script):
    """No boxes are drawn: the picture stays empty, so that its table is printed, and the reason names the script."""
    data, reasons = illustrated({"money": [picture(label), picture("Labour")]}, os.environ)
    assert [bool(each["image"]) for each in data["money"]] == [False, True]
    assert reasons == [script]


@pytest.mark.parametrize(
    "label", ["Ministère de l’Économie", "Министерство труда", "Bộ Lao động", "e\u0301 so\u00adft", "Υπουργείο"]
)
def test_letters_with_a_font_are_drawn(painter, label):
    """Accents, Greek, Cyrillic and invisible signs are no reason for a table."""
    assert painter.draw(json.dumps(picture(label))).reasons == ()


@pytest.mark.parametrize("label", ["وزارة العمل", "משרד העבודה"])
def test_letters_that_must_be_joined_or_turned_need_a_library_that_does(monkeypatch, label):
    """Arabic and Hebrew are drawn only by a matplotlib that shapes text; otherwise they take the table."""
    monkeypatch.setattr(fonts, "SHAPES", False)
    assert fonts.unshown(picture(label)) == [fonts._script(label[0])]
    monkeypatch.setattr(fonts, "SHAPES", True)
    assert fonts.unshown(picture(label)) == []


def test_charts_have_the_font_of_the_document_where_it_is_present(tmp_path, monkeypatch):
    """Calibri comes before its twin Carlito, plain and bold together, and the library's own font comes last."""
    own = Path(fonts.findfont("DejaVu Serif")).parent
    monkeypatch.setattr(fonts, "PLACES", (str(tmp_path),))
    monkeypatch.delenv("SYSTEMROOT", raising=False)
    found = fonts.families.__wrapped__
    assert found() == ("DejaVu Sans",)
    (tmp_path / "Carlito-Regular.ttf").write_bytes((own / "DejaVuSerif.ttf").read_bytes())
    assert found() == ("DejaVu Sans",)
    (tmp_path / "Carlito-Bold.ttf").write_bytes((own / "DejaVuSerif-Bold.ttf").read_bytes())
    assert found() == ("DejaVu Serif", "DejaVu Sans")
    (tmp_path / "calibri.ttf").write_bytes((own / "DejaVuSansMono.ttf").read_bytes())
    (tmp_path / "calibrib.ttf").write_bytes((own / "DejaVuSansMono-Bold.ttf").read_bytes())
    assert found() == ("DejaVu Sans Mono", "DejaVu Sans")


def test_a_picture_that_cannot_be_drawn_harms_no_other(painter, expected):
    """When drawing ends in an error, that picture becomes a table with a reason, and the next one is drawn."""
    broken = {**picture("x"), "marks": [{"label": "x", "words": [], "numbers": ["much"]}]}
    assert painter.draw(json.dumps(broken)) == ("", (FAILED,))
    assert painter.draw(PLAIN).image == expected


AMHARIC = "የሠራተኛ ሚኒስቴር"


def test_report_says_once_that_tables_take_the_place(tmp_path, run):
    """Two documents show who pays; one line says why both have a table, which has the name, and stderr is clean."""
    folder = tmp_path / "group"
    assert run("init", folder, "--sample", "moldova").code == 0
    assert run("set", "stakeholders/ministry_finance", f"title={AMHARIC}", "-p", folder).code == 0
    done = run("report", "action_matrix", "partner_brief", "-p", folder)
    assert (done.code, done.err) == (0, "")
    assert done.out.count("printed as tables where no font at hand shows Ethiopic letters") == 1
    for name in ("action_matrix", "partner_brief"):
        document = Document(folder / "reports" / f"{name}.docx")
        assert any(AMHARIC in cell.text for table in document.tables for cell in table._cells)


def test_a_report_is_the_same_in_a_strangers_folder(tmp_path, run):
    """The command itself, under Jupyter's backend, a style file and warnings as errors, gives the same file in silence."""
    folder, made = tmp_path / "group", []
    assert run("init", folder, "--sample", "jamaica").code == 0
    (folder / "matplotlibrc").write_text(HOSTILE_STYLE)
    hostile = {
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "PYTHONWARNINGS": "error",
        "MPLCONFIGDIR": str(folder),
    }
    for place, variables in ((tmp_path, {}), (folder, hostile)):
        command = [
            sys.executable,
            *(["-W", "error"] if variables else []),
            "-m",
            "mainstream_cli",
            "report",
            "scoping_proposal",
        ]
        out = tmp_path / f"out{len(made)}"
        done = subprocess.run(
            [*command, "-p", folder, "--out", out],
            cwd=place,
            env={**os.environ, **variables},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        made.append((out / "scoping_proposal.docx").read_bytes())
        with ZipFile(out / "scoping_proposal.docx") as archive:
            assert any(name.endswith(".png") for name in archive.namelist())
    assert made[0] == made[1]
