"""Projects of an invented country for the tests of documents, and eyes for Word files."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from mainstream_cli import yamlfile
from mainstream_cli.content import content_dir
from mainstream_cli.documents.kinds import DOCUMENTS, Dossier
from mainstream_cli.documents.rendering import render
from mainstream_cli.model.answer import Answer
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.journal import parse_entry
from mainstream_cli.model.project import Project, Settings
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.rules import Case, assess
from mainstream_cli.store import load

TODAY = datetime.date(2026, 6, 7)
GOLDEN = Path(__file__).with_name("golden")
BARE = {"finance": None, "lead": None, "notice": None, "sample": None}
Data = dict[str, Any]


@pytest.fixture(scope="session")
def sandoria() -> Data:
    """The plain data of the invented country; tests change copies only."""
    data: Data = yamlfile.read(Path(__file__).with_name("sandoria.yaml")).data
    return data


@pytest.fixture(scope="session")
def material(catalogue: Catalogue) -> Callable[..., Dossier]:
    """Build the material of a document from plain data."""

    def build(data: Mapping[str, Any], *, today: datetime.date = TODAY) -> Dossier:
        words = {"vocabulary": catalogue.vocabulary}
        registers = {
            name: {id_: REGISTERS[name].entry.model_validate(entry, context=words) for id_, entry in entries.items()}
            for name, entries in data["registers"].items()
        }
        project = Project(
            settings=Settings.model_validate(data["settings"]),
            answers={id_: Answer.model_validate(answer) for id_, answer in data["answers"].items()},
            registers=registers,
            part_of={("actions", id_): sector for id_, sector in data["sector_of"].items()},
            journal={id_: entry for id_, each in data["journal"].items() if (entry := parse_entry(each, {})[0])},
        )
        return Dossier(project, catalogue, assess(Case(project, project, catalogue, today)), False, today)

    return build


@pytest.fixture(scope="session")
def full(material: Callable[..., Dossier], sandoria: Data) -> Dossier:
    """A project with something of everything."""
    return material(sandoria)


@pytest.fixture(scope="session")
def half(material: Callable[..., Dossier], sandoria: Data) -> Dossier:
    """A project after its first workshop day: some answers, few entries."""
    few = ("stakeholders", "sources", "plan_goals", "actions")
    registers = {name: dict(list(sandoria["registers"][name].items())[:2]) for name in few}
    answers = dict(list(sandoria["answers"].items())[:12])
    return material({**sandoria, "answers": answers, "registers": registers, "journal": {}})


@pytest.fixture(scope="session")
def empty(material: Callable[..., Dossier], sandoria: Data) -> Dossier:
    """A project right after init."""
    return material(
        {**sandoria, "settings": {**sandoria["settings"], **BARE}, "answers": {}, "registers": {}, "journal": {}}
    )


@pytest.fixture(scope="session")
def shipped(catalogue: Catalogue) -> Callable[[str], Dossier]:
    """Return the material of a shipped sample at its reference date; each is read once."""

    @cache
    def read(name: str) -> Dossier:
        project: Project = load(content_dir("sample_projects") / name, catalogue).public
        today = project.settings.as_of
        assert today is not None
        return Dossier(project, catalogue, assess(Case(project, project, catalogue, today)), False, today)

    return read


@pytest.fixture(scope="session")
def moldova(shipped: Callable[[str], Dossier]) -> Dossier:
    """The longest of the shipped samples of real countries."""
    return shipped("moldova")


REAL = sorted({path.parent.name for path in content_dir("sample_projects").glob("*/mainstream.yaml")} - {"sandoria"})


@pytest.fixture(scope="session", params=REAL)
def real(request: pytest.FixtureRequest, shipped: Callable[[str], Dossier]) -> Dossier:
    """Each shipped sample of a real country in turn."""
    return shipped(request.param)


def made_anew(name: str, material: Dossier) -> bytes:
    """Make a document, as the command does."""
    kind = DOCUMENTS[name]
    return render(content_dir("templates") / kind.template, kind.build(material).model_dump(mode="json"))


@pytest.fixture(scope="session")
def make_anew() -> Callable[[str, Dossier], bytes]:
    """Make a document, as the command does, each time it is called."""
    return made_anew


@pytest.fixture(scope="session")
def make() -> Callable[[str, Dossier], bytes]:
    """Make each document of a material once, for the many tests that only look at it."""
    made: dict[tuple[str, int], tuple[Dossier, bytes]] = {}

    def document(name: str, material: Dossier) -> bytes:
        key = name, id(material)  # which stays its own as long as the material is kept here
        if key not in made:
            made[key] = material, made_anew(name, material)
        return made[key][1]

    return document


@pytest.fixture(scope="session")
def text_of() -> Callable[[bytes], str]:
    """Read all text of a document: body, tables, headers and footers, one paragraph a line."""

    @cache
    def read(document: bytes) -> str:
        whole = Document(BytesIO(document))
        parts = [whole.element.body]
        for section in whole.sections:
            heads = (section.header, section.footer, section.first_page_header, section.first_page_footer)
            parts += [head._element for head in heads]
        return "\n".join(_paragraph(each) for part in parts for each in part.iter(qn("w:p")))

    return read


def _paragraph(element: Any) -> str:
    shown = {qn("w:t"): lambda each: each.text or "", qn("w:br"): lambda _: "\n", qn("w:tab"): lambda _: "\t"}
    return "".join(shown[each.tag](each) for each in element.iter() if each.tag in shown)


@pytest.fixture(scope="session")
def outline() -> Callable[..., str]:
    """Describe a document line by line: headings with text, other paragraphs by style, tables by size and header."""

    def describe(document: bytes, *, words: bool = False) -> str:
        lines = list(_lines(Document(BytesIO(document)), words))
        return "\n".join(_repeated(line, len(list(group))) for line, group in groupby(lines)) + "\n"

    return describe


def _repeated(line: str, times: int) -> str:
    return line if times == 1 else f"{line} (x{times})"


def _lines(document: Any, words: bool) -> Iterator[str]:
    """Yield the outline; with *words* also every paragraph of a template with its tags, inside tables too."""
    for element in document.element.body.iter(qn("w:p"), qn("w:tbl")):
        if element.tag == qn("w:tbl"):
            table = Table(element, document)
            header = [cell.text for cell in table.rows[0].cells]
            yield f"Table {len(table.rows)}x{len(table.columns)}, {table.style.name}: {' | '.join(header)}"
            continue
        style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val"))
        text = Paragraph(element, document).text
        if words:
            yield f"{style}: {text}"
        elif not any(each.tag == qn("w:tbl") for each in element.iterancestors()):
            yield f"{style}: {text}" if "Heading" in style or style == "Title" else style


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the golden file of a name, or rewrite the file."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / f"{name}.txt"
        if request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_text(encoding="utf-8"), "run pytest --update-golden and read the difference"

    return compare
