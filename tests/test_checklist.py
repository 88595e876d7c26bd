"""Showing, printing and publishing the catalogue; what its first edition promised."""

import io
import json
import zipfile
from pathlib import Path

import jsonschema
import pytest

from mainstream_cli.content.selection import select

EDITION = Path(__file__).parent / "edition_2026_1.txt"


def first_edition(kind):
    lines = EDITION.read_text(encoding="utf-8").splitlines()
    return [line.split(" ")[1:] for line in lines if line.startswith(f"{kind} ")]


@pytest.fixture(scope="module")
def validator():
    from mainstream_cli.model.published import schema

    made = schema()
    jsonschema.Draft202012Validator.check_schema(made)
    return jsonschema.Draft202012Validator(made)


def test_no_id_of_the_first_edition_disappears(catalogue):
    """Every question, stage, sector and condition of edition 2026.1 is there, or named as moved or retired."""
    gone = {*catalogue.moved, *catalogue.retired}
    assert [id_ for id_, _ in first_edition("question") if id_ not in {*catalogue.questions, *gone}] == []
    assert [id_ for kind in ("stage", "sector") for (id_,) in first_edition(kind) if id_ not in catalogue.sheets] == []
    codes = {condition.code for condition in catalogue.conditions}
    assert [code for (code,) in first_edition("condition") if code not in codes] == []


def test_no_id_changes_its_meaning(catalogue):
    """A question of edition 2026.1 keeps its kind, its list and its options, so that old answers stay right."""
    questions = catalogue.questions
    assert [id_ for id_, kind in first_edition("question") if id_ in questions and questions[id_].kind != kind] == []
    assert [id_ for id_, name in first_edition("list") if id_ in questions and questions[id_].choices != name] == []
    options = [(id_, choice) for id_, choice in first_edition("choice") if id_ in questions]
    assert [pair for pair in options if pair[1] not in catalogue.terms(questions[pair[0]])] == []
    terms = first_edition("term")
    assert [pair for pair in terms if pair[1] not in catalogue.vocabulary.get(pair[0], {})] == []


def test_the_published_catalogue_fits_its_schema(run, validator, catalogue):
    """What ``show --format json`` prints validates against what ``show --schema`` prints, whole and in part."""
    printed = json.loads(run("checklist", "show", "--schema").out)
    assert printed == validator.schema
    whole = run("checklist", "show", "--format", "json").json
    assert list(validator.iter_errors(whole)) == []
    assert len(whole["conditions"]) == len(catalogue.conditions)
    for name in ("core_team", "health", "2.1", "core_team_lead", "room", "core"):
        validator.validate(run("checklist", "show", name, "--format", "json").json)


def test_the_schema_refuses_what_is_no_catalogue(run, validator):
    """The schema is strict: unknown keys, missing fields and relations outside the vocabulary do not fit."""
    whole = run("checklist", "show", "scoping", "--format", "json").json
    question = whole["sheets"][0]["sections"][0]["questions"][0]
    for changes in (
        {"colour": "red"},
        {"when": {"question": "a", "like": "b"}},
        {"when": {"all": {}}},
        {"minutes": 90},
    ):
        question.update(changes)
        assert not validator.is_valid(whole), changes
        for name in changes:
            question.pop(name)
        question["minutes"] = 5
        assert validator.is_valid(whole)


def test_a_relation_is_published_as_it_is_written(run):
    """Relations go out in the form in which authors write them."""
    whole = run("checklist", "show", "--format", "json").json
    whens = [q["when"] for sheet in whole["sheets"] for s in sheet["sections"] for q in s["questions"] if "when" in q]
    assert {"project": "timing", "is": "in_plan"} in whens


@pytest.mark.parametrize(
    ("name", "number"),
    [("core_team", 15), ("2", 15), ("S5", 15), ("s5", 15), ("2.1", 4), ("2.1.1", 1), ("health_groups", 1)],
)
def test_selections(catalogue, name, number):
    """Stages, sectors, sections and questions are chosen by id or number."""
    assert len(list(select(catalogue, name).questions)) >= number


def test_sets_of_questions(catalogue):
    """``room``, ``core`` and ``all`` choose over the whole catalogue."""
    assert {question.setting for question in select(catalogue, "room").questions} == {"room"}
    assert all(question.core for question in select(catalogue, "core").questions)
    assert list(select(catalogue, "all").questions) == list(catalogue.questions.values())


@pytest.mark.parametrize("name", ["2.1", "room", "core_team_mandate", "2.1.1", "S5"])
def test_show_finds_sections_questions_and_sets(run, name):
    """Show prints a section, a question and a set of questions."""
    result = run("checklist", "show", name)
    assert (result.code, result.err) == (0, "")
    assert "min" in result.out


def test_show_names_the_nearest(run):
    """A mistyped name gives the nearest one."""
    result = run("checklist", "show", "core_taem")
    assert result.code == 2
    assert "core_team" in result.err


def test_printed_text_holds_every_question_once(run, catalogue):
    """The text of everything has each question once, boxes for its options and lines to write on, in 80 columns."""
    out = run("checklist", "print", "all", "--format", "text").out
    joined = " ".join(out.split())
    for question in catalogue.questions.values():
        assert joined.count(f"{question.number} {' '.join(question.text.split())}") == 1, question.id
    assert all(len(line) <= 80 for line in out.splitlines())
    assert out.count("[ ] not known") == len(catalogue.questions)


def test_print_without_guidance_leaves_out_reasons_and_examples(run, catalogue):
    """--no-guidance leaves the questions with their options and room to write."""
    out = run("checklist", "print", "core_team", "--no-guidance", "--format", "text").out
    assert "Why:" not in out
    assert "Example:" not in out
    assert "[ ] In place: Signed order with terms of reference" in out


def test_print_writes_word_and_never_over_a_file(run, tmp_path, monkeypatch, catalogue):
    """The Word file holds every question chosen; a second print keeps the first file, which may have been filled in."""
    monkeypatch.chdir(tmp_path)
    assert run("checklist", "print", "health").code == 0
    path = tmp_path / "questionnaire-health.docx"
    first = path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        xml = archive.read("word/document.xml").decode()
    assert all(question.number in xml for question in catalogue.sheets["health"].questions)
    assert "{{" not in xml
    result = run("checklist", "print", "health")
    assert (result.code, path.read_bytes()) == (1, first)
    assert "kept" in result.err
    assert run("checklist", "print", "health", "--out", "b.docx").code == 0
    assert (tmp_path / "b.docx").read_bytes() == first


def test_print_in_a_project_names_the_country(run, project):
    """In a project the questionnaire carries country and plan."""
    assert "Kenya: Vision 2035" in run("checklist", "print", "2.1", "--format", "text").out


def test_a_place_that_cannot_be_written_is_one_message(run, tmp_path):
    """A folder that does not exist is named, with what to do."""
    result = run("checklist", "print", "2.1", "--out", tmp_path / "nowhere/a.docx")
    assert result.code == 1
    assert "--out" in result.err


def test_a_sector_shows_its_idea_bank(run, catalogue):
    """A sector ends with typical effects, ideas that name a sourced programme or say that none was found, and indicators."""
    shown = " ".join(run("checklist", "show", "health").out.split())
    health = next(sector for sector in catalogue.sectors if sector.id == "health")
    assert all(" ".join(idea.title.split()) in shown for idea in health.interventions)
    assert all(" ".join(indicator.title.split()) in shown for indicator in health.indicators)
    assert "no sourced programme found" in shown
    assert len(health.interventions) >= 8
    assert len(health.indicators) >= 8
