"""What the catalogue offers to look up: profile menu, crosswalks, what documents state; and the tags of a project."""

import re
from collections import Counter
from pathlib import Path

import pytest

from mainstream_cli.content.basis import items_by_basis
from mainstream_cli.content.reference import crosswalk_names, load_crosswalk, load_profile
from mainstream_cli.documents.words.tags import tags_of
from mainstream_cli.errors import MainstreamError
from mainstream_cli.model.project import Project, Settings
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.model.registers.actions import Action
from mainstream_cli.model.registers.results import Indicator, Objective, Result


@pytest.fixture(scope="module")
def profile(catalogue):
    return load_profile(catalogue)


@pytest.fixture(scope="module")
def crosswalks(catalogue):
    return [load_crosswalk(catalogue, name) for name in crosswalk_names()]


def settings(**more):
    return Settings.model_validate(
        {
            "schema": 1,
            "catalogue": {"edition": "x", "sha256": "y"},
            "country": {"name": "Sandoria"},
            "plan": {"name": "Plan", "start": 2026, "end": 2030},
            "timing": "in_plan",
            **more,
        },
        context={},
    )


def project(**more):
    objective = Objective(title="Keep staff", sectors=("health", "skills"), sdg=("3.c",), gcm=(18,))
    action = Action(title="Bonus", kind="finance", sdg=("3.c", "8.8"), gcm=(6, 18))
    indicator = Indicator(title="Posts filled", level="outcome", unit="%", measures="posts_filled")
    return Project(
        settings(**more),
        registers={
            "objectives": {"keep_staff": objective},
            "actions": {"bonus": action},
            "results": {"posts_filled": Result(title="Posts filled", level="outcome", objective="keep_staff")},
            "indicators": {"filled": indicator},
        },
        part_of={("actions", "bonus"): "health"},
    )


def codes(project, crosswalks, register, id_):
    thing = project.entries(register)[id_]
    return {tags.framework: tags.codes for tags in tags_of(project, crosswalks, thing)}


def test_the_profile_is_a_menu_of_all_parts(profile):
    """The menu has 60 indicators or more, each part of both sets has some, and no id stands twice."""
    assert len(profile.indicators) >= 60
    assert {group.part for group in profile.groups if group.set == "common"} == {"I", "II", "III", "IV"}
    assert {group.part[0] for group in profile.groups if group.set == "extended"} == set("ABCD")
    assert all(list(profile.of(group)) for group in profile.groups)
    assert {each.group for each in profile.indicators} == {group.id for group in profile.groups}
    assert max(Counter(each.id for each in profile.indicators).values()) == 1


def test_profile_and_crosswalks_name_their_sources(catalogue, profile, crosswalks):
    """Every group, indicator and crosswalk rests on a work of the bibliography; what the toolkit adds is suggested."""
    sources = [each.source for each in (*profile.groups, *profile.indicators, *crosswalks)]
    sources += [each.mapping for each in crosswalks]
    assert {source.document for source in sources} <= set(catalogue.works)
    assert {source.basis for source in sources if source.document == "toolkit"} == {"suggested"}
    assert all(each.edition and each.publisher and each.year for each in crosswalks)


def test_crosswalks_cover_their_frameworks(crosswalks):
    """The lists that have a fixed length are complete, and no code stands twice."""
    found = {each.id: [entry.code for entry in each.entries] for each in crosswalks}
    assert all(len(set(each)) == len(each) for each in found.values())
    assert found["gcm"] == [str(number) for number in range(1, 24)]
    assert [len(found[name]) for name in ("mmicd", "migof", "cofog")] == [9, 6, 10]
    assert {str(number) for number in range(1, 18)} <= set(found["sdg"])
    assert {"10.7", "10.c", "8.8", "3.c", "17.18", "10.7.2"} <= set(found["sdg"])
    assert {"15190", "24050"} <= set(found["dac"])
    assert {"mdg", "prsp", "undaf", "gmg"} <= set(found["then_to_now"])


def test_every_sector_has_its_codes(catalogue, crosswalks):
    """Each of the 13 sectors has a DAC code, a budget function and an SDG; MMICD has none for social protection."""
    by_name = {each.id: {sector for entry in each.entries for sector in entry.sectors} for each in crosswalks}
    sectors = {sector.id for sector in catalogue.sectors}
    assert all(by_name[name] == sectors for name in ("sdg", "dac", "cofog", "gcm"))
    assert by_name["mmicd"] == sectors - {"social_protection"}


def test_the_frameworks_that_a_project_can_use_are_those_that_tag(catalogue, crosswalks):
    """The closed list of frameworks is what there are crosswalks for, without the one that is only read."""
    tagging = {each.id for each in crosswalks if each.tagged_by != "none"}
    assert set(catalogue.vocabulary["frameworks"]) == tagging


def test_sdg_and_gcm_codes_of_the_catalogue_have_titles(catalogue, crosswalks):
    """Every SDG or Compact code that sectors, their indicators and the profile use has a title in its crosswalk."""
    titles = {each.id: each.titles for each in crosswalks}
    used = {code for sector in catalogue.sectors for each in (sector, *sector.indicators) for code in each.sdg}
    used |= {code for each in load_profile(catalogue).indicators for code in each.sdg}
    assert used <= set(titles["sdg"])


def test_only_frameworks_switched_on_are_told(crosswalks):
    """A project has SDG and Compact tags unless it says otherwise; a framework that is off says nothing."""
    assert codes(project(), crosswalks, "actions", "bonus") == {"sdg": ("3.c", "8.8"), "gcm": ("6", "18")}
    assert codes(project(frameworks=["gcm"]), crosswalks, "actions", "bonus") == {"gcm": ("6", "18")}
    assert codes(project(frameworks=[]), crosswalks, "actions", "bonus") == {}


def test_tags_follow_from_sector_and_compact(crosswalks):
    """DAC, COFOG and MMICD follow from the sector, MiGOF from the objectives of the Compact."""
    whole = project(frameworks=["dac", "cofog", "mmicd", "migof"])
    assert codes(whole, crosswalks, "actions", "bonus") == {
        "dac": ("12110",),
        "cofog": ("07",),
        "mmicd": ("health",),
        "migof": ("4",),
    }


def test_an_indicator_has_the_sectors_of_its_objective(crosswalks):
    """An indicator of a result belongs to the sectors of the objective behind it; one that hangs in the air to none."""
    whole = project(frameworks=["cofog"])
    assert codes(whole, crosswalks, "indicators", "filled") == {"cofog": ("07", "09")}
    loose = Indicator(title="Loose", level="output", unit="number", measures="nothing_there")
    assert tags_of(whole, crosswalks, loose) == ()


def test_the_list_of_stated_items_is_whole(catalogue, profile, crosswalks):
    """Every item that claims to be stated is listed with document and place, and none besides."""
    listed = [each for items in items_by_basis(catalogue, profile, crosswalks, "stated").values() for each in items]
    stated = [question.id for question in catalogue.questions.values() if question.source.basis == "stated"]
    assert sorted(each.id for each in listed if each.kind == "question") == sorted(stated)
    assert {each.document for each in listed}.isdisjoint({"toolkit"})
    assert all(each.place for each in listed)


def test_what_can_be_looked_up_is_shown(run):
    """The menu, a crosswalk, the bibliography and the stated items are printed, as text and as JSON."""
    for name, word in (("profile", "Known"), ("sdg", "10.7"), ("then_to_now", "now:"), ("bibliography", "handbook")):
        shown = run("checklist", "show", name)
        assert shown.code == 0
        assert word.lower() in shown.out.lower() or name == "profile"
        assert run("checklist", "show", name, "--format", "json").json["schema"] == 1
    stated = run("checklist", "show", "--basis", "stated", "--format", "json").json
    assert stated["basis"] == "stated"
    assert {"kind", "id", "text", "document", "place"} == set(stated["items"][0])
    one = run("checklist", "show", "gfmd_2011_report", "--basis", "stated", "--format", "json").json
    assert {each["document"] for each in one["items"]} == {"gfmd_2011_report"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(("--basis", "statd"), "stated"), (("handbok", "--basis", "stated"), "handbook"), (("profil",), "profile")],
)
def test_a_slip_names_the_nearest(run, arguments, words):
    """An unknown basis, document or list is refused with the nearest name."""
    refused = run("checklist", "show", *arguments)
    assert refused.code == 2
    assert f"Did you mean '{words}'" in refused.err


def test_a_broken_crosswalk_names_its_place(catalogue, tmp_path):
    """A crosswalk with a slip stops with file and field; one that is no YAML with line and column."""
    (tmp_path / "crosswalks").mkdir()
    path = tmp_path / "crosswalks" / "odd.yaml"
    path.write_text("id: odd\nentries: [\n", encoding="utf-8")
    with pytest.raises(MainstreamError) as stop:
        load_crosswalk(catalogue, "odd", tmp_path)
    assert stop.value.where.startswith("checklists/crosswalks/odd.yaml:")
    path.write_text("id: odd\ntagged_by: none\n", encoding="utf-8")
    with pytest.raises(MainstreamError, match="missing"):
        load_crosswalk(catalogue, "odd", tmp_path)


def test_the_coverage_table_names_what_exists(catalogue):
    """Every id in the table of what the sources say is a question, condition, stage, sector, register, list or work."""
    text = (Path(__file__).parent.parent / "docs" / "coverage.md").read_text(encoding="utf-8")
    rows = [line.split("|")[2] for line in text.splitlines() if line.startswith("| ") and "---" not in line]
    named = {id_ for row in rows for id_ in re.findall(r"`([a-z_0-9]+)`", row)}
    known = {*catalogue.questions, *catalogue.sheets, *REGISTERS, *catalogue.works, *crosswalk_names(), "profile"}
    assert named - known == set()
    codes = {code for row in rows for code in re.findall(r"\bC\d\d\b", row)}
    assert codes <= {condition.code for condition in catalogue.conditions}
    assert len(rows) > 150
    assert {stage.id for stage in catalogue.stages} <= named


def test_the_bibliography_is_complete(catalogue):
    """Every work names publisher, year (or that it has none), what was verified, and an address or that none is known."""
    for key, work in catalogue.works.items():
        assert work.publisher, key
        assert re.fullmatch(r"\d{4}|undated", work.year or ""), key
        assert work.address or "address of it is known" in " ".join(work.verified.split()) or key == "toolkit", key
