"""The sample projects are sound, and what they claim can be traced."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from mainstream_cli.content import content_dir
from mainstream_cli.rules import Case, check
from mainstream_cli.store import load
from mainstream_cli.store.scaffold import answers_text

DATA = Path(__file__).parent.parent.parent / "shared" / "data"
STANDS_AT = {"bangladesh": "goal_setting"}  # all others are answered to the last stage
SAMPLES = sorted(path.name for path in content_dir("sample_projects").iterdir() if (path / "mainstream.yaml").is_file())

REAL = [name for name in SAMPLES if name != "sandoria"]


@pytest.fixture(params=SAMPLES)
def sample(request, catalogue):
    return load(content_dir("sample_projects") / request.param, catalogue)


@pytest.fixture(params=REAL)
def real(request, catalogue):
    return load(content_dir("sample_projects") / request.param, catalogue)


def test_a_sample_has_neither_errors_nor_warnings(sample):
    """A sample reads without a finding on its form and checks without errors or warnings."""
    assert sample.findings == []
    case = Case(sample.project, sample.public, sample.catalogue, sample.project.settings.as_of)
    assert [finding.message for finding in check(case) if finding.severity != "note"] == []


def test_all_core_questions_of_a_sample_are_answered(sample):
    """Every core question up to the stage where the sample stands is answered, if only with unknown."""
    stages = [stage.id for stage in sample.catalogue.stages]
    last = STANDS_AT.get(sample.folder.name, stages[-1])
    homes = set(stages[: stages.index(last) + 1])
    core = {each.id for each in sample.catalogue.questions.values() if each.core and each.home in homes}
    assert {id_ for id_ in core if sample.project.answer(id_) is None} == set()


def test_a_sample_of_a_real_country_says_what_it_is(real):
    """It carries the notice, signs nothing in anybody's name, and every answer and entry says its origin."""
    settings = real.project.settings
    assert "not reviewed or endorsed" in settings.notice.casefold()
    assert real.project.journal == {}
    records = [
        *real.project.answers.values(),
        *(entry for each in real.project.registers.values() for entry in each.values()),
    ]
    assert {record.origin for record in records} == {"sourced", "illustrative"}


def test_what_is_sourced_names_a_source_and_what_is_illustrative_says_so(real):
    """A sourced entry leads to a document with an address or author; an illustrative answer says so in words."""
    sources = real.project.entries("sources")
    for id_, answer in real.project.answers.items():
        if answer.origin == "sourced":
            assert all(sources[source].address or sources[source].author for source in answer.sources), id_
        else:
            assert "llustrative" in f"{answer.value} {answer.note} {answer.reason}" or answer.value == "unknown", id_


def test_comments_in_a_sample_are_those_of_the_catalogue(sample):
    """The comment above every key is the question as it stands now, so that a sample reads like a fresh project."""
    for sheet in sample.catalogue.sheets:
        fresh = answers_text(sample.catalogue, sheet)
        folder = "answers/sectors" if sheet in {each.id for each in sample.catalogue.sectors} else "answers"
        text = (sample.folder / folder / f"{sheet}.yaml").read_text(encoding="utf-8")
        comments = [line for line in text.splitlines() if line.startswith("# ")]
        assert [line for line in fresh.splitlines() if line.startswith("# ")][1:] == comments[1:], sheet


def test_remittances_never_fund_an_action(sample):
    """Money that migrants send belongs to their families and is never entered as funding."""
    for action in sample.project.entries("actions").values():
        assert not any("remittance" in funding.source.casefold() for funding in action.funding)


@pytest.mark.skipif(not DATA.is_dir(), reason="the reference data are not part of the repository")
def test_figures_are_those_of_the_reference_data(catalogue):
    """Every figure of the sample stands in the reference data, but for the one that only a cited fact gives."""
    known = set()
    with (DATA / "pilots_summary.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            known |= {Decimal(row[f"MDA_{year}"]) for year in ("2010", "2011", "2012", "latest") if row[f"MDA_{year}"]}
    for name, columns in (
        ("pilots_crosscheck.csv", ("value", "check_1", "check_2")),
        ("remittance_corridor_costs.csv", None),
        ("migrant_stock_top_corridors.csv", None),
    ):
        with (DATA / name).open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                for cell in row.values() if columns is None else (row[column] for column in columns):
                    try:
                        known.add(Decimal(cell))
                    except ArithmeticError:
                        continue
    figures = load(content_dir("sample_projects") / "moldova", catalogue).project.entries("figures")
    near = {
        id_
        for id_, figure in figures.items()
        if not any(abs(figure.value - value) <= abs(value) / 10_000 for value in known)
    }
    assert near <= {"age_15_59_2008"}
