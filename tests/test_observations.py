"""The register of observations: measured values, one file for each institution that reports them."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from mainstream_cli import cli
from mainstream_cli.model.prompt import QUIT, Given, Pressed, Prompt
from mainstream_cli.model.record import parse
from mainstream_cli.model.registers.observations import Observation
from mainstream_cli.prompts import converse
from mainstream_cli.store import load
from mainstream_cli.store.drafts import read_draft
from mainstream_cli.workspace import Workspace
from mainstream_cli.yamlfile import read

FACTS = ["--country", "KEN", "--plan", "Vision 2035", "--start", "2026", "--end", "2035", "--no-input"]
RECORDED = (
    ["stakeholders/nso", "title=Statistics office", "kind=ministry"],
    ["stakeholders/health_ministry", "title=Ministry of health", "kind=ministry"],
    ["indicators/vacancy_rate", "title=Vacant posts", "level=outcome", "unit=%", "accumulates=share"],
)
VACANT = "indicator=vacancy_rate"
FILE = "registers/observations/{}.yaml"


@pytest.fixture(scope="module")
def recorded(tmp_path_factory):
    """A project with an indicator and two institutions that can report."""
    folder = tmp_path_factory.mktemp("recorded") / "kenya"
    assert cli.run(["init", str(folder), *FACTS]) == 0
    for words in RECORDED:
        assert cli.run(["set", *words, "-p", str(folder)]) == 0
    return folder


@pytest.fixture
def project(recorded, tmp_path, monkeypatch):
    folder = Path(shutil.copytree(recorded, tmp_path / "kenya"))
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def reported(project, run):
    """The project with one value in the file of each institution."""
    assert run("set", "observations/nurses_2027", VACANT, "period=2027", "value=12", "by=nso").code == 0
    assert run("set", "observations/posts_2027", VACANT, "period=2027", "value=9", "by=health_ministry").code == 0
    return project


def write(project, institution, text):
    path = project / FILE.format(institution)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def found(run, *codes):
    """The findings of some codes or families: code, file and line."""
    findings = run("check", "--format", "json", "--select", ",".join(codes)).json["findings"]
    return [(each["code"], each["where"]["file"], each["where"]["line"]) for each in findings]


@pytest.mark.parametrize(
    ("period", "until"),
    [
        ("2027", date(2027, 12, 31)),
        ("2027-H1", date(2027, 6, 30)),
        ("2027-H2", date(2027, 12, 31)),
        ("2027-Q1", date(2027, 3, 31)),
        ("2027-Q4", date(2027, 12, 31)),
        ("2028-02", date(2028, 2, 29)),
        ("2027-12", date(2027, 12, 31)),
    ],
)
def test_a_period_ends_on_its_last_day(period, until):
    """A year, half year, quarter or month has a last day, in leap years as well."""
    assert Observation(indicator="vacancy_rate", period=period, value=1).until == until


@pytest.mark.parametrize(
    ("period", "readings"),
    [
        ("2027-Q5", ()),
        ("2027-13", ()),
        ("2027-06-07", ()),
        ("q2 2027", ("2027-Q2",)),
        ("H2 2027", ("2027-H2",)),
        ("1st half of 2027", ("2027-H1",)),
        ("03/2027", ("2027-03",)),
        ("2026/27", ("2026", "2027")),
    ],
)
def test_another_period_is_refused_with_what_it_can_mean(period, readings):
    """What is none of the four forms gives one problem, with the period that can be meant where there is one."""
    record, problems = parse(Observation, {"indicator": "vacancy_rate", "period": period, "value": 1})
    assert record is None
    assert [(problem.path, problem.readings) for problem in problems] == [(("period",), readings)]


@pytest.mark.parametrize("said", [{}, {"value": 0, "not_measured": "Strike"}])
def test_a_value_is_there_or_why_there_is_none(said):
    """Neither of the two, and both of them, are one problem in one sentence; nought is a value."""
    data = {"indicator": "vacancy_rate", "period": 2027}
    _, problems = parse(Observation, data | said)
    assert [p.message for p in problems] == ["expected: either a value, or in not_measured why there is none."]
    for right in ({"value": 0}, {"not_measured": "Strike"}):
        assert parse(Observation, data | right)[1] == []


def test_its_title_need_not_be_written():
    """Indicator and period make the title, unless somebody gave one."""
    data = {"indicator": "vacancy_rate", "period": 2027, "value": 1}
    assert Observation(**data).title == "vacancy_rate, 2027"
    assert Observation(**data, title="Vacant posts, first count").title == "Vacant posts, first count"


def test_set_writes_into_the_file_of_who_reports(reported, run, catalogue):
    """A new entry goes to its institution, or to who it is by; what changes later stays where it is."""
    words = "period=2028-Q1", "value=11", "groups=[{by: sex, group: women, value: 14}]", "state=provisional"
    assert run("set", "observations/count", "institution=nso", VACANT, *words, "by=health_ministry").code == 0
    assert run("set", "observations/count", "state=final", "by=").code == 0
    loaded = load(reported, catalogue)
    assert loaded.findings == []
    entry = loaded.project.entries("observations")["count"]
    assert (entry.title, entry.until, entry.state, entry.by) == (
        "vacancy_rate, 2028-Q1",
        date(2028, 3, 31),
        "final",
        None,
    )
    parts = {id_: loaded.project.part("observations", id_) for id_ in loaded.project.entries("observations")}
    assert parts == {"posts_2027": "health_ministry", "count": "nso", "nurses_2027": "nso"}
    assert "title" not in read(reported / FILE.format("nso")).data["count"]
    assert "3 observations" in run("status").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "needs the institution that reports it."),
        (["by=Ministry of Trade"], "There is no stakeholder or body 'Ministry of Trade'."),
        (["institution=nsu"], "Did you mean 'nso'?"),
    ],
)
def test_set_refuses_what_nobody_reports(project, run, words, said):
    """Without an institution, or with one that nobody recorded, nothing is written."""
    done = run("set", "observations/count", VACANT, "period=2027", "value=1", *words)
    assert (done.code, said in done.err) == (2, True)
    assert not (project / "registers/observations").exists()


def test_set_moves_no_entry(reported, run):
    """An entry that stands in one file is not taken into another; the message names both."""
    done = run("set", "observations/nurses_2027", "institution=health_ministry")
    assert (done.code, "registers/observations/nso.yaml to health_ministry.yaml" in done.err) == (2, True)


def test_fill_asks_who_reports(project, run, catalogue):
    """The form begins with the institution, goes on where it was left, and makes an id of indicator and period."""

    def hold(*replies: object) -> list[Prompt]:
        seen, script = [], list(replies)

        def person(prompt: Prompt) -> Given | Pressed:
            seen.append(prompt)
            reply = script.pop(0) if script else Pressed(QUIT)
            return reply if isinstance(reply, Pressed) else Given(reply)

        converse(Workspace.open(project).fill("observations"), person)
        return seen

    asked = hold("add", "nso", "vacancy_rate", "2027-H1")
    assert "Who reports it?" in asked[1].text
    assert [option.id for option in asked[1].options] == ["health_ministry", "nso", "+"]
    draft = {"indicator": "vacancy_rate", "period": "2027-H1", "institution": "nso"}
    assert read_draft(project, catalogue, "observations") == draft
    again = hold("add", "go_on", "vacancy_rate", "2027-H1", "12.5", Pressed("skip"))
    assert "vacancy_rate, 2027-H1" in again[1].text
    loaded = load(project, catalogue)
    assert loaded.project.part("observations", "vacancy_rate_2027_h1") == "nso"
    assert not (project / "private/registers/observations/nso.yaml").exists()
    assert loaded.findings == []


def test_two_institutions_report_without_a_conflict(reported, run):
    """What two institutions add on two branches merges in git."""

    def git(*words: str) -> None:
        who = "-c", "user.name=Team", "-c", "user.email=team@example.org"
        subprocess.run(["git", *who, *words], cwd=reported, check=True, capture_output=True)

    git("init", "--initial-branch=main")
    git("add", ".")
    git("commit", "-m", "Begin")
    for branch in ("nso", "health_ministry"):
        git("checkout", "-b", branch, "main")
        assert run("set", f"observations/{branch}_2028", VACANT, "period=2028", "value=1", f"by={branch}").code == 0
        git("commit", "-am", branch)
    git("merge", "nso")
    assert run("status", "--format", "json").json["registers"]["observations"] == 4
    assert found(run, "F", "R") == []


def test_a_file_named_after_nobody_is_found_once(reported, run):
    """A file of an institution that nobody recorded is read, and one finding at its first entry says what is near."""
    text = "".join(f"n{year}:\n  {VACANT.replace('=', ': ')}\n  period: {year}\n  value: 1\n" for year in (2028, 2029))
    write(reported, "helth_ministry", text)
    assert found(run, "F", "R") == [("R01", FILE.format("helth_ministry"), 1)]
    assert "Did you mean 'health_ministry'?" in " ".join(run("check", "--select", "R01").out.split())
    assert run("status", "--format", "json").json["registers"]["observations"] == 4
    with (reported / "registers/stakeholders.yaml").open("a", encoding="utf-8") as stakeholders:
        stakeholders.write("helth_ministry: [\n")  # what stands there cannot be read, and may be that institution
    assert [code for code, *_ in found(run, "R01")] == ["F02"]


def test_a_copy_of_a_file_is_a_leftover(reported, run):
    """Copies and other endings beside a file are found and not read; an institution may be called like a copy."""
    for name in ("nso (1).yaml", "nso_copy.yaml", "nso.yaml.bak", "Statistics Office.yaml"):
        shutil.copy(reported / FILE.format("nso"), reported / "registers/observations" / name)
    assert {(code, Path(file).name) for code, file, _ in found(run, "F", "R")} == {
        ("F13", "nso (1).yaml"),
        ("F13", "nso_copy.yaml"),
        ("F13", "nso.yaml.bak"),
        ("F13", "Statistics Office.yaml"),
    }
    for path in (reported / "registers/observations").glob("[nS]*[!o].yaml"):
        path.unlink()
    (reported / "registers/observations/nso.yaml.bak").unlink()
    assert run("set", "stakeholders/nso_conflict_desk", "title=Conflict desk", "kind=ministry").code == 0
    words = "period=2028", "value=1", "by=nso_conflict_desk"
    assert run("set", "observations/conflicts", VACANT, *words).code == 0
    assert found(run, "F", "R") == []
    assert run("status", "--format", "json").json["registers"]["observations"] == 3


def test_one_id_stands_in_one_file(reported, run):
    """The same id in the files of two institutions is found, and both are named."""
    write(reported, "nso", "posts_2027:\n  indicator: vacancy_rate\n  period: 2027\n  value: 1\n")
    assert found(run, "R") == [("R03", FILE.format("nso"), 1)]
    assert "stands in the files of health_ministry and nso." in " ".join(run("check", "--select", "R03").out.split())


def test_a_broken_period_is_shown_at_its_line_and_put_right(reported, run):
    """A period in other words has its own line, and ``check --fix`` writes the one that can be meant."""
    write(reported, "nso", "nurses:\n  indicator: vacancy_rate\n  period: Q2 2027\n  value: 1\n")
    assert found(run, "F") == [("F09", FILE.format("nso"), 3)]
    assert run("check", "--fix", "--write").code == 0
    assert read(reported / FILE.format("nso")).data["nurses"]["period"] == "2027-Q2"
    assert found(run, "F", "R") == []


def test_what_cannot_be_looked_into_is_no_empty_register(reported, run, catalogue):
    """Where a file stands in the place of the folder, that is the finding, and what is in it counts as not read."""
    shutil.rmtree(reported / "registers/observations")
    (reported / "registers/observations").write_text("", encoding="utf-8")
    assert found(run, "F") == [("F01", "registers/observations", 0)]
    assert not load(reported, catalogue).project.whole("observations")


def test_private_lies_over_the_file_of_an_institution(reported, run, catalogue):
    """A field in ``private/`` is laid over the public file of the institution, and what stands there is not public."""
    private = reported / "private" / FILE.format("nso")
    private.parent.mkdir(parents=True)
    text = (
        "nurses_2027:\n  note: Not for everybody\nonly_here:\n  indicator: vacancy_rate\n  period: 2028\n  value: 1\n"
    )
    private.write_text(text, encoding="utf-8")
    loaded = load(reported, catalogue)
    assert loaded.project.entries("observations")["nurses_2027"].note == "Not for everybody"
    assert loaded.public.entries("observations")["nurses_2027"].note is None
    assert loaded.public.entries("observations").keys() == {"nurses_2027", "posts_2027"}
    assert run("set", "observations/only_here", "value=2").code == 0
    assert "only_here" not in (reported / FILE.format("nso")).read_text(encoding="utf-8")


@pytest.fixture
def tables(reported, tmp_path):
    """Two copies of the project."""
    return [Path(shutil.copytree(reported, tmp_path / name)) for name in ("one", "two")]


def test_gather_brings_files_of_institutions_together(reported, tables, run):
    """New files and entries of copies come in, what differs is kept beside, and a second time nothing changes."""
    one, two = tables
    assert run("set", "bodies/council", "title=Council", "kind=consultative", "status=in_place", "-p", one).code == 0
    write(one, "council", "met:\n  indicator: vacancy_rate\n  period: 2027\n  value: 3\n")
    assert run("set", "observations/nurses_2027", "value=13", "-p", two).code == 0
    assert run("gather", one, two).code == 0
    assert read(reported / FILE.format("council")).data["met"]["value"] == 3
    nurses = read(reported / FILE.format("nso")).data["nurses_2027"]
    assert (nurses["value"], nurses["positions"]) == (12, [{"table": "two", "says": {"value": 13}}])
    files = {path: path.read_bytes() for path in reported.rglob("*.yaml")}
    assert run("gather", one, two).code == 0
    assert files == {path: path.read_bytes() for path in reported.rglob("*.yaml")}


def test_gather_keeps_two_values_of_one_name_apart(reported, tables, run):
    """The same id in the files of two institutions comes in under a second id, also where entries are joined."""
    one, two = tables
    words = VACANT, "period=2029", "value=1"
    assert run("set", "observations/of_2029", *words, "institution=nso", "-p", one).code == 0
    assert (
        run("set", "observations/of_2029", VACANT, "period=2029", "value=7", "by=health_ministry", "-p", two).code == 0
    )
    assert run("set", "observations/nurses_2029", *words, "institution=nso", "-p", two).code == 0
    done = run("gather", one, two, "--join", "all")
    assert "of_2029 is the id of another entry here" in done.out
    assert read(reported / FILE.format("health_ministry")).data["of_2029_health_ministry"]["value"] == 7
    assert read(reported / FILE.format("nso")).data.keys() == {"nurses_2027", "of_2029"}
    assert found(run, "F", "R") == []


@pytest.mark.parametrize("keep", ["nso", "statistics"])
def test_joined_institutions_report_in_one_file(reported, tables, run, keep):
    """Where two stakeholders are joined, what either reported stands in the file of the one that stays."""
    gone = {"nso": "statistics", "statistics": "nso"}[keep]
    one = tables[0]
    assert run("set", "stakeholders/statistics", "title=Statistics Office", "kind=ministry", "-p", one).code == 0
    assert run("set", "observations/late", VACANT, "period=2030", "value=1", "by=statistics", "-p", one).code == 0
    for _ in range(2):
        assert run("gather", one, "--join", f"stakeholders/{gone}").code == 0
        there = read(reported / FILE.format(keep)).data
        assert there.keys() == {"late", "nurses_2027"}
        assert there["late"]["by"] == keep
        assert found(run, "F", "R") == []


def test_upgrade_makes_no_file_that_nobody_asked_for(reported, run):
    """A project keeps its files of institutions byte for byte, and gets no others."""
    files = {path: path.read_bytes() for path in reported.rglob("*.yaml")}
    shutil.rmtree(reported / "registers/actions")
    assert run("upgrade", "--write").code == 0
    assert files == {path: path.read_bytes() for path in reported.rglob("*.yaml")}
