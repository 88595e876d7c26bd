"""The sample projects are sound, and what they claim can be traced."""

from pathlib import Path

import pytest

from mainstream_cli.content import content_dir
from mainstream_cli.rules import Case, assess, check
from mainstream_cli.store import load
from mainstream_cli.store.scaffold import question_line

EXPECTED = Path(__file__).parent / "expected"
# All others are answered to the last stage.
STANDS_AT = {"bangladesh": "goal_setting", "jamaica": "capacity_financing", "mali": "scoping"}
SAMPLES = sorted(path.name for path in content_dir("sample_projects").iterdir() if (path / "mainstream.yaml").is_file())

REAL = [name for name in SAMPLES if name != "sandoria"]


@pytest.fixture(params=SAMPLES)
def sample(request, catalogue):
    return load(content_dir("sample_projects") / request.param, catalogue)


@pytest.fixture(params=REAL)
def real(request, catalogue):
    return load(content_dir("sample_projects") / request.param, catalogue)


@pytest.fixture
def case(sample):
    return Case(sample.project, sample.public, sample.catalogue, sample.project.settings.as_of)


def test_a_sample_reads_and_checks_without_errors(sample, case):
    """A sample reads without a finding on its form and checks without errors."""
    assert sample.findings == []
    assert [finding.message for finding in check(case) if finding.severity == "error"] == []


def test_a_sample_has_the_findings_that_are_expected_of_it(sample, case, request):
    """Every warning, note and status of a condition is listed: a rule that changes shows here, and so does a sample.

    Answers that are still open (A01) are left out of the list; how many are known as unknown (A04) is counted.
    """
    findings = [each for each in check(case) if each.code not in ("A01", "A04", "P04") and each.code[0] != "C"]
    lines = sorted(f"{each.severity} {each.code} {each.ref.kind}/{each.ref.id}" for each in findings)
    unknown = sum(each.value == "unknown" for each in sample.project.answers.values())
    lines += [f"condition {each.condition.code} {each.status}" for each in assess(case)]
    text = "\n".join([*lines, f"answers unknown: {unknown}"]) + "\n"
    path = EXPECTED / f"{sample.folder.name}.txt"
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8"), "run pytest --update-golden and read the difference"


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


def test_what_is_sourced_names_a_source_and_what_is_illustrative_is_marked_once(real):
    """A sourced answer leads to a document with an address or author; of an illustrative one its origin says so."""
    sources = real.project.entries("sources")
    for id_, answer in real.project.answers.items():
        if answer.origin == "sourced":
            assert all(sources[source].address or sources[source].author for source in answer.sources), id_
        else:
            assert not f"{answer.value}".startswith("Illustrative."), id_
            assert not f"{answer.note}".startswith("Illustrative."), id_


def test_comments_in_a_sample_are_those_of_the_catalogue(sample):
    """The comment above every key is the question as it stands now, also of the sensitive one that a sample answers."""
    for sheet in sample.catalogue.sheets:
        asked = [f"# {question_line(sample.catalogue, each)}" for each in sample.catalogue.sheets[sheet].questions]
        folder = "answers/sectors" if sheet in {each.id for each in sample.catalogue.sectors} else "answers"
        text = (sample.folder / folder / f"{sheet}.yaml").read_text(encoding="utf-8")
        comments = [line for line in text.splitlines() if line.startswith("# ")]
        assert asked == comments[1:], sheet


def test_remittances_never_fund_an_action(sample):
    """Money that migrants send belongs to their families and is never entered as funding."""
    for action in sample.project.entries("actions").values():
        assert not any("remittance" in funding.source.casefold() for funding in action.funding)


def test_a_sample_of_a_real_country_asks_for_no_signature_in_its_name(sample, tmp_path, run):
    """Where a stage of a real country's sample is ready, the next step says who alone may sign it."""
    folder = tmp_path / "copy"
    assert run("init", folder, "--sample", sample.folder.name).code == 0
    text = run("status", "--project", folder, "--format", "json").json["next"]["text"]
    real = sample.project.settings.sample == "real_country"
    assert ("only a group may sign" in text) == (real and "ready to be signed" in text)
