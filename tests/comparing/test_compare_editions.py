"""``mainstream compare`` with what was approved: stage by stage, by a day, and one edition with another."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run

SANDORIA = Path(__file__).parents[2] / "sample_projects" / "sandoria"
MOVED = "The title changed from 'Introduce fair shift plans"


def editions(folder: Path) -> list[str]:
    return sorted(place.name for place in (folder / "journal" / "editions").iterdir())


@pytest.fixture
def approved(run: Callable[..., Run], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Sandoria as it was approved: the core team in September, the action plan in November, nothing else."""
    folder = tmp_path / "sandoria"
    shutil.copytree(SANDORIA, folder)
    shutil.rmtree(folder / "journal" / "editions", ignore_errors=True)
    for entry in (folder / "journal").glob("*sign_off*.yaml"):
        entry.unlink()
    monkeypatch.chdir(folder)
    for stage, day in (("core_team", "2026-11-15"), ("action_plan", "2026-11-16")):
        signed = run("sign", stage, "--by", "council", "--reference", "Minute 5", "--today", day)
        assert signed.code == 0, signed.err
    return folder


def edit(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_by_default_what_was_last_approved_is_compared_with_today(run: Callable[..., Run], approved: Path):
    """Nothing is different after signing; then only what an approval covers is told, with what none covers."""
    result = run("compare", "--exit-code")
    assert result.code == 0
    assert result.out.startswith("Nothing is different between what was last approved and this project on ")
    assert "Not covered, so not compared: Added value, Awareness, " in result.out
    edit(approved, "registers/actions/health.yaml", '"2027": "8000000"', '"2027": "18000000"')
    edit(approved, "answers/institutions.yaml", "value: in_place", "value: absent")  # approved by nobody
    found = run("compare", "--format", "json").json
    assert [(each["group"], each["id"]) for each in found["changes"]] == [("weakened", "district_shifts")]
    assert found["before"]["kind"] == "approved"
    assert "Institutional framework" in found["before"]["lacks"]
    assert run("compare", "--exit-code").code == 1


def test_a_stage_is_compared_with_its_own_approval(run: Callable[..., Run], approved: Path):
    """With --stage it is what that stage was approved with; a stage that was not approved is refused."""
    edit(approved, "answers/core_team.yaml", "value: in_place", "value: absent")
    edit(approved, "registers/actions/health.yaml", '"2027": "8000000"', '"2027": "18000000"')
    found = run("compare", "--stage", "core_team", "--format", "json").json
    assert {each["kind"] for each in found["changes"]} == {"answers"}
    assert found["before"]["lacks"] == []
    assert run("compare", "--stage", "situation").code == 2


def test_a_day_means_what_was_approved_by_then(run: Callable[..., Run], approved: Path):
    """A day takes what was approved on it or before, names what was not, and is refused before the first approval."""
    edit(approved, "registers/actions/health.yaml", '"2027": "8000000"', '"2027": "18000000"')
    found = run("compare", "2026-11-15", "--format", "json").json
    assert not [each for each in found["changes"] if each["kind"] == "actions"]
    assert "Action planning" in found["before"]["lacks"]
    assert run("compare", "2026-11-16", "--format", "json").json["counts"]["weakened"] == {"changed": 1}
    early = run("compare", "2026-11-14")
    assert early.code == 2
    assert "Nothing was approved by 14 November 2026" in early.err


def test_one_edition_is_compared_with_another(run: Callable[..., Run], approved: Path):
    """Two editions of one stage tell what the later approval changed, and not what neither covers."""
    edit(approved, "registers/actions/health.yaml", "title: Introduce fair shift plans", "title: Plan shifts fairly")
    [first] = [name for name in editions(approved) if "action_plan" in name]
    again = run("sign", "action_plan", "--by", "council", "--reference", "Minute 6")
    assert again.code == 0, again.err
    [second] = [name for name in editions(approved) if "action_plan" in name and name != first]
    found = run("compare", first, second, "--format", "json").json
    assert [(each["group"], each["how"], each["id"]) for each in found["changes"]] == [
        ("decided", "changed", "district_shifts")
    ]
    assert (found["before"]["kind"], found["after"]["kind"]) == ("edition", "edition")
    assert MOVED in found["changes"][0]["sentence"]
    assert run("compare", second).out.startswith(f"Nothing is different between the edition {second} of ")


def test_an_edition_that_was_changed_is_refused(run: Callable[..., Run], approved: Path):
    """One byte more in a kept edition, and nothing is compared with it."""
    [name] = [name for name in editions(approved) if "action_plan" in name]
    file = approved / "journal" / "editions" / name / "registers.yaml"
    file.write_bytes(file.read_bytes() + b" ")
    for words in ((), (name,), ("2026-11-16",)):
        result = run("compare", *words)
        assert result.code == 1
        assert "does not match its seal" in result.err


def test_conditions_are_compared_with_their_ratings_of_the_day(run: Callable[..., Run], approved: Path):
    """A condition that was secured when it was approved, and is not now, is told with the answer as its cause."""
    edit(approved, "answers/core_team.yaml", "value: in_place", "value: partly")
    moved = {each["code"]: each for each in run("compare", "--format", "json").json["conditions"]}
    assert (moved["C01"]["before"], moved["C01"]["after"], moved["C01"]["causes"]) == ("met", "partly_met", ["answer"])


EDITS = [
    ("registers/actions/health.yaml", "title: Introduce fair shift plans", "title: Plan shifts fairly", True),
    ("registers/actions/health.yaml", '"2027": "8000000"', '"2027": "7000000"', True),
    ("registers/actions/education.yaml", "status: not_started", "status: dropped", True),
    ("registers/actions/education.yaml", "status: not_started", "status: running", False),
    ("registers/indicators.yaml", 'value: "75"', 'value: "50"', True),
    ("registers/indicators.yaml", 'value: "32"', 'value: "31"', False),
    ("registers/actions/health.yaml", "possible_harm: Hospitals", "possible_harm: All hospitals", False),
    ("answers/action_plan.yaml", "value: in_place", "value: partly", True),
    ("answers/institutions.yaml", "value: in_place", "value: partly", False),
    ("mainstream.yaml", "lead: ", "lead: cabinet # ", False),
    ("mainstream.yaml", "end: 2035", "end: 2037", False),
]


def test_compare_and_check_agree_on_what_needs_an_approval(run: Callable[..., Run], approved: Path):
    """Whatever is edited, `compare --stage` finds something decided exactly where G01 finds the approval amended."""
    for file, old, new, decided in EDITS:
        before = (approved / file).read_bytes()
        edit(approved, file, old, new)
        found = run("check", "--select", "G01", "--format", "json").json["findings"]
        amended = any("Action planning" in each["message"] for each in found)
        code = run("compare", "--stage", "action_plan", "--exit-code").code
        assert (amended, code) == (decided, int(decided)), (file, new)
        (approved / file).write_bytes(before)
