"""Coherence, costing, indicators and the project: each planted fault is found at its place, each near miss passes."""

from pathlib import Path

import pytest

from mainstream_cli import yamlfile
from mainstream_cli.language import Text
from mainstream_cli.model.project import Ref
from mainstream_cli.rules import RULES, check
from mainstream_cli.store import load

TABLE = yamlfile.read(Path(__file__).with_name("faults.yaml")).data
FAULTS = [(code, case["plant"], case["at"]) for code, cases in TABLE.items() for case in cases if "plant" in case]
NEAR = [(code, case["pass"]) for code, cases in TABLE.items() for case in cases if "pass" in case]
FAMILIES = ("K", "M", "I")


def names(cases):
    return [f"{code}-{index}" for index, (code, *_) in enumerate(cases)]


def place(ref):
    return "/".join(str(step) for step in (ref.kind, ref.id, *ref.path))


def of_families(case):
    return [finding for finding in check(case) if finding.code[0] in FAMILIES or finding.code in TABLE]


def test_a_sound_project_has_no_finding(case_of):
    """A project that holds together has not even a note of coherence, costing or indicators, and no warning at all."""
    assert [(each.code, each.message) for each in of_families(case_of())] == []
    assert [each for each in check(case_of()) if each.severity != "note"] == []


@pytest.mark.parametrize(("code", "plant", "at"), FAULTS, ids=names(FAULTS))
def test_a_planted_fault_is_found_at_its_field(case_of, code, plant, at):
    """The rule finds the fault once, at the exact field, and says what to do and who can, in any language."""
    (finding,) = [each for each in of_families(case_of(plant)) if each.code == code]
    assert place(finding.ref) == at
    assert finding.action
    assert finding.who
    assert isinstance(finding.message, Text)
    assert isinstance(finding.action, Text)


@pytest.mark.parametrize(("code", "near"), NEAR, ids=names(NEAR))
def test_a_near_miss_passes(case_of, code, near):
    """What only resembles the fault has no finding of that code."""
    assert [each.message for each in of_families(case_of(near)) if each.code == code] == []


def test_every_rule_of_these_families_is_tried_both_ways():
    """Every code has at least one planted fault and one near miss."""
    ours = {code for code in RULES if code[0] in FAMILIES} | {"P06", "P07", "P08", "P19"}
    assert {code for code, *_ in FAULTS} == ours == {code for code, _ in NEAR}


def line_of(lines, path):
    """Return the line of the deepest step of a path that is there, in JSON with one key or item a line."""
    at = 0
    for depth, step in enumerate(path, start=1):
        inside = next((n for n in range(at + 1, len(lines)) if not lines[n].startswith(" " * depth)), len(lines))
        below = [n for n in range(at + 1, inside) if lines[n][depth] not in " ]}"]
        chosen = below[step : step + 1] if isinstance(step, int) else [n for n in below if f'"{step}":' in lines[n]]
        if not chosen:
            break
        at = chosen[0]
    return at + 1


@pytest.mark.parametrize(("code", "plant", "at"), FAULTS, ids=names(FAULTS))
def test_the_place_is_the_line_of_the_field(written, catalogue, code, plant, at):
    """In the files the finding stands on the line of the field; where the field is missing, on that of the entry."""
    loaded = load(written(plant), catalogue)
    kind, id_, *rest = at.split("/")
    path = tuple(int(step) if step in ("0", "1", "2") else step for step in rest)
    found = loaded.locate(Ref(kind, id_, path))
    lines = (loaded.folder / found.file).read_text().splitlines()
    assert found.line == line_of(lines, path if kind == "settings" else (id_, *path))
    assert found.column > 1


@pytest.mark.parametrize("code", ["K03", "K20", "I01"])
def test_what_is_missing_is_a_note_before_its_stage(case_of, code):
    """Before its stage a missing field is a note; at the gate that names it, an error."""
    plant = next(plant for name, plant, _ in FAULTS if name == code)
    gate = {"K": "action_plan", "I": "monitoring"}[code[0]] if code != "K20" else "goal_setting"
    found = {each.code: each.severity for each in check(case_of(plant))}
    judged = {each.code: each.severity for each in check(case_of(plant, gate=gate))}
    assert (found[code], judged[code]) == ("note", "error")


def test_an_unreadable_file_makes_nothing_missing(case_of):
    """Where a file of actions could not be read, no objective is said to be without action."""
    from dataclasses import replace

    case = case_of({"actions/skills_check": None, "sector_of/skills_check": None})
    assert "K24" in {each.code for each in check(case)}
    torn = replace(case.project, unread=frozenset({Ref("actions", "skills_check")}))
    assert "K24" not in {each.code for each in check(replace(case, project=torn))}
