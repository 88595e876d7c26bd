"""``mainstream template`` and the own templates and PDFs of ``mainstream report``, as people call them."""

import json
import sys
from pathlib import Path
from threading import Event

import pytest
from docx import Document

from mainstream_cli.cli import run
from mainstream_cli.content import content_dir
from mainstream_cli.documents.rendering import office
from mainstream_cli.output import progress
from mainstream_cli.rules.templates import MANUAL

NAME = "proceedings"


@pytest.fixture
def inside(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(project)
    return project


def change(path: Path, old: str, new: str) -> None:
    """Replace the text of the paragraph that holds *old*, as a designer would."""
    document = Document(str(path))
    paragraph = next(each for each in document.paragraphs if old in each.text)
    paragraph.runs[0].text = new
    for other in paragraph.runs[1:]:
        other.text = ""
    document.save(str(path))


def test_a_copied_and_changed_template_is_used_and_said_to_be(inside: Path, capsys: pytest.CaptureFixture) -> None:
    """Copy, change in Word, check, report: the document has the change, and the output names the template."""
    assert run(["template", "copy", NAME]) == 0
    own = inside / "templates" / f"{NAME}.docx"
    assert own.read_bytes() == (content_dir("templates") / f"{NAME}.docx").read_bytes()
    change(own, "{{ cover.title }}", "Ministry of Plans: {{ cover.title }}")
    assert run(["template", "check", NAME]) == 0
    assert run(["template", "list"]) == 0
    assert run(["report", NAME]) == 0
    printed = capsys.readouterr().out
    assert f"your own: {own}" in printed
    assert f"from your template {own}" in printed
    texts = [each.text for each in Document(str(inside / "reports" / f"{NAME}.docx")).paragraphs]
    assert "Ministry of Plans: Proceedings" in texts


def test_a_copy_never_overwrites(inside: Path, capsys: pytest.CaptureFixture) -> None:
    """A template that is there already is somebody's work."""
    own = inside / "templates" / f"{NAME}.docx"
    own.parent.mkdir(exist_ok=True)
    own.write_bytes(b"work")
    assert run(["template", "copy", NAME]) == 1
    assert "exists already" in capsys.readouterr().err
    assert own.read_bytes() == b"work"


def test_a_copy_is_not_written_through_a_link_that_leads_out(inside: Path, tmp_path: Path, capsys) -> None:
    """A folder templates that is a link to somewhere else stays without a copy, and nothing is written there."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (inside / "templates").symlink_to(outside)
    assert run(["template", "copy", NAME]) == 1
    assert "leads out of the project" in capsys.readouterr().err
    assert list(outside.iterdir()) == []


@pytest.mark.usefixtures("in_this_process")
def test_a_bad_template_stops_its_own_document_only(inside: Path, capsys: pytest.CaptureFixture) -> None:
    """The others are written; the message says what, where and what to do; check says the same with exit code 1."""
    run(["template", "copy", NAME])
    change(inside / "templates" / f"{NAME}.docx", "{{ cover.title }}", "{{ cover.titel }}")
    assert run(["report", "action_matrix", NAME]) == 1
    assert sorted(path.name for path in (inside / "reports").glob("*.docx")) == ["action_matrix.docx"]
    problem = capsys.readouterr().err
    assert "Did you mean 'title'?" in problem
    assert "body: paragraph" in problem
    assert f"mainstream template check {NAME}" in problem
    assert run(["template", "check", NAME, "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["schema"] == 1
    assert found["template"] == f"templates/{NAME}.docx"
    assert [(each["code"], each["where"]["text"]) for each in found["findings"]] == [("T03", "{{ cover.titel }}")]
    assert found["findings"][0]["values"]["sentence"]["message_id"] == "'{block}' has no field '{name}'."


@pytest.mark.usefixtures("in_this_process")
def test_a_template_can_be_named_for_one_document(inside: Path, tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    """``--template`` fills any file, for one document; for several it is wrong usage; a name that is no file is said."""
    own = tmp_path / "letterhead.docx"
    assert run(["template", "copy", NAME, "--out", str(own)]) == 0
    assert run(["report", NAME, "--template", str(own)]) == 0
    assert f"from your template {own}" in capsys.readouterr().out
    assert run(["template", "check", NAME, "--template", str(own)]) == 0
    assert run(["template", "check", str(own)]) == 2
    assert run(["report", "--template", str(own)]) == 2
    assert run(["report", NAME, "--template", str(tmp_path / "no.docx")]) == 1
    assert "The file does not exist" in capsys.readouterr().err


@pytest.mark.usefixtures("in_this_process")
def test_a_template_is_checked_beside_a_project_that_cannot_be_read(inside: Path) -> None:
    """A broken file of the project does not keep the designer from working."""
    (inside / "mainstream.yaml").write_text("schema: [", encoding="utf-8")
    assert run(["template", "check", NAME]) == 0


def test_progress_is_for_a_terminal_only(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture) -> None:
    """What lasts is named with its count on stderr where somebody watches; a pipe gets nothing."""
    monkeypatch.setattr(progress, "PATIENCE_SECONDS", 0.0)
    steps = progress.Progress(2)
    with steps.step("Writing"):
        pass
    assert capsys.readouterr() == ("", "")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    shown = Event()
    monkeypatch.setattr(progress.Live, "start", lambda live: shown.set())
    with steps.step("Writing"):
        assert shown.wait(5)
    assert steps.done == 2


def test_the_fields_of_a_document_are_listed(tmp_path: Path, monkeypatch, capsys: pytest.CaptureFixture) -> None:
    """Each field with its meaning and a tag to paste, also outside a project and as JSON."""
    monkeypatch.chdir(tmp_path)
    assert run(["template", "list", NAME]) == 0
    printed = capsys.readouterr().out
    assert "{{ cover.title }}" in printed
    assert "Title of the document." in printed
    assert run(["template", "list", NAME, "--format=json"]) == 0
    fields = json.loads(capsys.readouterr().out)["fields"]
    loop = next(field for field in fields if field["path"] == "sessions")
    assert loop["tag"] == "{%tr for sessions_item in sessions %}\n...\n{%tr endfor %}"
    assert {"path": "sessions_item.title", "holds": "text", "tag": "{{ sessions_item.title }}"}.items() <= next(
        field for field in fields if field["path"] == "sessions_item.title"
    ).items()
    assert run(["template", "list", "proceeding"]) == 2
    assert "Did you mean 'proceedings'?" in capsys.readouterr().err


def test_a_template_behind_a_link_is_refused(inside: Path, tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    """A project that somebody sent cannot point at files elsewhere."""
    (inside / "templates").mkdir(exist_ok=True)
    (inside / "templates" / f"{NAME}.docx").symlink_to(content_dir("templates") / f"{NAME}.docx")
    assert run(["report", NAME]) == 1
    assert "leads out of the project" in capsys.readouterr().err


@pytest.mark.parametrize("code", MANUAL)
def test_every_code_has_its_page(code: str, capsys: pytest.CaptureFixture) -> None:
    assert run(["explain", code]) == 0
    page = capsys.readouterr().out
    assert "Passes:" in page
    assert "Fails:" in page


OFFICE = """#!{python}
import pathlib, sys, time
time.sleep({seconds})
folder = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
assert sys.argv[1].startswith("-env:UserInstallation=file:") and '"UseTaggedPDF"' in " ".join(sys.argv)
for name in sys.argv[sys.argv.index("--outdir") + 2:]:
    (folder / name).with_suffix(".pdf").write_bytes(b"%PDF of " + pathlib.Path(name).read_bytes()[:2])
"""


@pytest.fixture
def pretend_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Put a small program in the place of LibreOffice."""

    def put(seconds: float = 0) -> None:
        program = tmp_path / "soffice"
        program.write_text(OFFICE.format(python=sys.executable, seconds=seconds), encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setattr(office, "find_office", lambda _: program)

    return put


@pytest.mark.skipif(sys.platform == "win32", reason="stands in for LibreOffice with a script")
def test_pdf_is_written_beside_and_an_edited_one_is_kept(inside: Path, pretend_office, capsys) -> None:
    """A PDF that somebody has signed or marked up is never replaced."""
    pretend_office()
    assert run(["report", NAME, "--pdf"]) == 0
    pdf = inside / "reports" / f"{NAME}.pdf"
    assert pdf.read_bytes() == b"%PDF of PK"
    pdf.write_bytes(b"signed")
    assert run(["report", NAME, "--pdf"]) == 0
    assert (pdf.read_bytes(), pdf.with_stem(f"{NAME}-2").read_bytes()) == (b"signed", b"%PDF of PK")
    assert f"{NAME}.pdf was edited" in capsys.readouterr().err


def test_without_libreoffice_the_word_files_are_written(inside: Path, monkeypatch, capsys) -> None:
    """One message says what is missing; the exit code is 1, and the Word file is there."""
    monkeypatch.setattr(office, "find_office", lambda _: None)
    assert run(["report", NAME, "--pdf"]) == 1
    assert "LibreOffice, which was not found" in capsys.readouterr().err
    assert (inside / "reports" / f"{NAME}.docx").is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="stands in for LibreOffice with a script")
def test_libreoffice_that_hangs_is_ended(inside: Path, pretend_office, monkeypatch, capsys) -> None:
    """A LibreOffice that waits for somebody is stopped, and the Word file stays."""
    pretend_office(seconds=60)
    monkeypatch.setattr(office, "START_SECONDS", 0)
    monkeypatch.setattr(office, "FILE_SECONDS", 1)
    assert run(["report", NAME, "--pdf"]) == 1
    assert "stopped after 1 second." in capsys.readouterr().err
    assert (inside / "reports" / f"{NAME}.docx").is_file()
