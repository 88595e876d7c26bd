"""Copies of tables come back: nothing is lost, nothing is decided for the room, nothing changes twice."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mainstream_cli.gathering.names import proposals
from mainstream_cli.gathering.views import agreement, same_answer
from mainstream_cli.model.answer import MAIN_COPY, Answer
from mainstream_cli.model.blocks import Copy, Shelf
from mainstream_cli.store import load
from mainstream_cli.store.save import save_answer
from mainstream_cli.yamlfile import read, replace_block

QUESTION = "core_team_mandate"
FILE = "answers/core_team.yaml"


@pytest.fixture
def room(project: Path, tmp_path: Path) -> Callable[[int], list[Path]]:
    """Make copies of the project for so many tables."""

    def copies(number: int) -> list[Path]:
        folders = [tmp_path / f"table_{place}" for place in range(1, number + 1)]
        for folder in folders:
            shutil.copytree(project, folder)
        return folders

    return copies


def edit(folder: Path, file: str, key: str, value: Any) -> None:
    """Change one block by hand."""
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(replace_block(text, key, value), encoding="utf-8")


def block(folder: Path, file: str, key: str) -> Any:
    return read(folder / file).data.get(key)


def texts(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.suffix in (".yaml", ".former")}


def test_a_view_that_nobody_contradicts_becomes_the_answer(project, room, run):
    """What only one table answered comes in whole, and it is recorded which table said it."""
    one, two = room(2)
    said = {"value": "partly", "note": "Order signed.", "confidence": "high", "date": "2026-06-07"}
    edit(one, FILE, QUESTION, said)
    assert run("gather", one, two).code == 0
    assert block(project, FILE, QUESTION) == {**said, "positions": [{"table": "table_1", **said}]}


def test_where_tables_differ_every_view_is_kept_and_none_chosen(project, room, run):
    """Five tables, three answers: all views stand in positions with their notes, and the question counts as open."""
    tables = room(5)
    for table, value in zip(tables, ["partly", "absent", "partly", "in_place", None], strict=True):
        if value:
            edit(table, FILE, QUESTION, {"value": value, "note": f"Said by {table.name}."})
    result = run("gather", *tables, "--format", "json").json
    answer = load(project, _catalogue()).project.answers[QUESTION]
    assert answer.disputed
    assert [(each.table, each.value) for each in answer.positions] == [
        ("table_1", "partly"),
        ("table_2", "absent"),
        ("table_3", "partly"),
        ("table_4", "in_place"),
    ]
    assert {each.note for each in answer.positions} == {f"Said by table_{n}." for n in (1, 2, 3, 4)}
    (views,) = result["questions"]
    assert (views["outcome"], views["silent"]) == ("differs", ["table_5"])
    assert views["views"] == [
        {"answer": "partly", "tables": 2},
        {"answer": "absent", "tables": 1},
        {"answer": "in place", "tables": 1},
    ]


def _catalogue():
    from mainstream_cli.content import load_catalogue

    return load_catalogue()


def test_the_answer_prepared_before_is_a_view_like_the_others(project, room, run):
    """Where a table contradicts what was prepared, the prepared answer steps back among the views; nothing is dropped."""
    run("set", QUESTION, "in_place", "--note", "As we think at the desk.", "--today", "2026-06-01")
    one, two, three = room(3)
    edit(one, FILE, QUESTION, {"value": "absent"})
    run("gather", one, two, three)
    found = block(project, FILE, QUESTION)
    assert "value" not in found
    main, table = found["positions"]
    assert (main["table"], main["value"], main["note"]) == (MAIN_COPY, "in_place", "As we think at the desk.")
    assert table == {"table": "table_1", "value": "absent"}


def test_what_a_table_left_as_it_was_is_no_view(project, room, run):
    """The project moves on after it was copied; copies that nobody touched bring the older answer not back."""
    run("set", QUESTION, "in_place", "--today", "2026-06-01")
    run("set", "stakeholders/mol", "title=Ministry of Labour", "kind=ministry")
    one, two = room(2)
    run("set", QUESTION, "partly", "--note", "Corrected in plenary.", "--today", "2026-06-01")
    run("set", "stakeholders/mol", "title=Ministry of Labour and Employment")
    before = texts(project)
    result = run("gather", one, two, "--format", "json").json
    assert texts(project) == before
    assert {(each["table"], each["id"]) for each in result["older"]} == {
        (table, id_) for table in ("table_1", "table_2") for id_ in (QUESTION, "mol")
    }


def test_views_that_were_dropped_do_not_come_back_with_an_old_copy(project, room, run, tmp_path):
    """A copy that was made while views stood on record brings none of them back once the room has dropped them."""
    tables = room(2)
    for table, value in zip(tables, ["partly", "absent"], strict=True):
        edit(table, FILE, QUESTION, {"value": value})
    run("gather", *tables)
    late = shutil.copytree(project, tmp_path / "late")
    save_answer(project, _catalogue(), QUESTION, {"value": "partly", "positions": None})
    edit(late, FILE, "core_team_lead", "planning ministry")
    assert run("gather", late).code == 0
    assert block(project, FILE, QUESTION) == {"value": "partly"}
    assert block(project, FILE, "core_team_lead")["value"] == "planning ministry"


def test_gathering_the_same_copies_again_changes_nothing(project, room, run):
    """The second time no byte changes, also after the room has chosen, with and without dissent on record."""
    tables = room(3)
    edit(tables[0], FILE, QUESTION, {"value": "partly"})
    edit(tables[1], FILE, QUESTION, {"value": "absent"})
    edit(tables[2], FILE, "core_team_lead", "planning ministry")
    edit(tables[2], "registers/stakeholders.yaml", "mol", {"title": "Ministry of Labour", "kind": "ministry"})
    run("gather", *tables)
    for change in ({}, {"value": "partly"}, {"value": "partly", "positions": None}):
        save_answer(project, _catalogue(), QUESTION, change)
        before = texts(project)
        assert run("gather", *tables).code == 0
        assert texts(project) == before


def test_the_order_of_gathering_does_not_matter(project, room, run, tmp_path):
    """Tables gathered one by one give the same as all at once."""
    other = shutil.copytree(project, tmp_path / "other")
    tables = room(3)
    for table, value in zip(tables, ["partly", "partly", "absent"], strict=True):
        edit(table, FILE, QUESTION, {"value": value, "note": table.name, "date": "2026-06-07"})
    run("gather", *tables)
    for table in tables:
        run("gather", table, "-p", other)
    assert block(project, FILE, QUESTION) == block(other, FILE, QUESTION)


def test_tables_that_agree_are_counted_and_their_notes_stand_together(project, room, run):
    """Tables with one answer make it the answer; their different notes follow one another."""
    tables = room(3)
    for table in tables:
        edit(table, FILE, QUESTION, {"value": "partly", "note": f"{table.name} knows."})
    run("gather", *tables)
    found = block(project, FILE, QUESTION)
    assert found["value"] == "partly"
    assert found["note"].split("\n") == [f"table_{n} knows." for n in (1, 2, 3)]
    assert len(found["positions"]) == 3


def test_a_table_that_comes_later_and_says_the_same_is_counted(project, room, run):
    """Its answer is a view of its own, although word for word it is what stands in the project by then."""
    one, two, three = room(3)
    for table in (one, two, three):
        edit(table, FILE, QUESTION, {"value": "partly"})
    run("gather", one, two)
    run("gather", three)
    found = block(project, FILE, QUESTION)
    assert [each["table"] for each in found["positions"]] == ["table_1", "table_2", "table_3"]


@pytest.mark.parametrize(
    ("kind", "one", "other", "same"),
    [
        *(("number", "12.50", "12.5", True), ("number", 12, "12.0", True), ("number", "12.5", "12.51", False)),
        *(("number", "unknown", "unknown", True), ("number", "unknown", "12", False)),
        *(("choices", ["a", "b"], ["b", "a"], True), ("choices", ["a", "b"], ["a"], False)),
        *(("text", "One  two\n", "One two", True), ("text", "One two", "One Two", False)),
    ],
)
def test_two_answers_are_the_same_whatever_their_order_and_layout(catalogue, kind, one, other, same):
    """Tables agree on a number however it is written, on a list in any order, on words whatever the spaces."""
    question = next(each for each in catalogue.questions.values() if each.kind == kind)
    assert same_answer(question, one, other) is same
    assert same_answer(question, other, one) is same


def test_what_was_prepared_before_is_no_table(catalogue):
    """The answer of the project itself stands among the views and is not counted with the tables that agree."""
    views = [{"table": name, "value": "partly"} for name in (MAIN_COPY, "table_1", "table_2")]
    answer = Answer.model_validate({"value": "partly", "positions": [*views, {"table": "table_3", "value": "absent"}]})
    assert agreement(catalogue.questions[QUESTION], answer) == (2, 3)


@pytest.mark.parametrize(
    ("register", "field", "one", "other"),
    [
        ("figures", "year", 2012, 2014),
        ("figures", "group", "women", "men"),
        ("figures", "source", "census", "survey"),
        ("linkages", "sign", "positive", "negative"),
        ("linkages", "direction", "migration_to_sector", "sector_to_migration"),
        ("sessions", "date", "2026-06-07", "2026-06-08"),
        ("sessions", "start", "09:00", "14:00"),
        ("indicators", "unit", "persons", "%"),
        ("results", "level", "output", "outcome"),
    ],
)
def test_entries_of_one_title_are_one_only_where_what_tells_them_apart_is_equal(register, field, one, other):
    """The same figure of another year, or a session of another day, is not proposed as one with it."""
    file = f"registers/{register}.yaml"

    def proposed(value):
        host = Copy("", {file: {"a": {"title": "Families", field: one}}})
        table = Copy("table_1", {file: {"b": {"title": "families", field: value}}})
        return [(each.id, each.keep) for each in proposals(host, [table], {file: Shelf(file, register)})]

    assert proposed(one) == [("b", "a")]
    assert proposed(other) == []


def test_a_late_view_does_not_undo_what_the_room_chose(project, room, run):
    """Once a view was chosen among others, a table that comes late stays on record beside it."""
    tables = room(3)
    for table, value in zip(tables, ["partly", "absent", "in_place"], strict=True):
        edit(table, FILE, QUESTION, {"value": value})
    run("gather", *tables[:2])
    run("set", QUESTION, "partly")
    result = run("gather", *tables, "--format", "json").json
    found = block(project, FILE, QUESTION)
    assert found["value"] == "partly"
    assert [each["value"] for each in found["positions"]] == ["partly", "absent", "in_place"]
    assert result["questions"][0]["outcome"] == "settled"


def test_the_preview_writes_nothing_and_says_the_same(project, room, run):
    """--dry-run reports what the gathering then does."""
    one, two = room(2)
    edit(one, FILE, QUESTION, {"value": "partly"})
    edit(two, FILE, QUESTION, {"value": "absent"})
    before = texts(project)
    preview = run("gather", one, two, "--dry-run", "--format", "json").json
    assert texts(project) == before
    done = run("gather", one, two, "--format", "json").json
    assert {**preview, "dry_run": False} == done
    assert "Nothing was written" in run("gather", one, two, "--dry-run").out


def test_an_entry_is_filled_and_never_overwritten(project, room, run):
    """What a table adds to an entry comes in; what it records otherwise is kept beside the entry of the project."""
    run("set", "stakeholders/mol", "title=Ministry of Labour", "kind=ministry", "role=chairs")
    one, two = room(2)
    edit(
        one,
        "registers/stakeholders.yaml",
        "mol",
        {"title": "Ministry of Labour", "kind": "ministry", "role": "chairs", "abbreviation": "MoL"},
    )
    edit(
        two,
        "registers/stakeholders.yaml",
        "mol",
        {"title": "Ministry of Labour", "kind": "ministry", "role": "only a member"},
    )
    result = run("gather", one, two, "--format", "json").json
    found = block(project, "registers/stakeholders.yaml", "mol")
    assert (found["role"], found["abbreviation"]) == ("chairs", "MoL")
    assert found["positions"] == [{"table": "table_2", "says": {"role": "only a member"}}]
    assert [(each["table"], each["news"], each["fields"]) for each in result["entries"]] == [
        ("table_1", "filled", ["abbreviation"]),
        ("table_2", "differs", ["role"]),
    ]
    run("set", "stakeholders/mol", "positions=")
    assert "positions" not in block(project, "registers/stakeholders.yaml", "mol")


def test_entries_of_one_title_are_proposed_as_one_and_joined_on_demand(project, room, run):
    """Two ids with one title are named; with --join one stays, and everything that referred to the other follows."""
    run("set", "stakeholders/mol", "title=Ministry of Labour", "kind=ministry")
    (one,) = room(1)
    edit(
        one,
        "registers/stakeholders.yaml",
        "labour_ministry",
        {"title": "ministry of labour", "kind": "ministry", "role": "chairs"},
    )
    edit(one, FILE, QUESTION, {"value": "partly", "by": "labour_ministry"})
    edit(
        one,
        "registers/bodies.yaml",
        "council",
        {"title": "Council", "kind": "support_group", "status": "planned", "members": ["labour_ministry"]},
    )
    for round_ in ("preview", "side by side"):
        preview = run("gather", one, *(["--dry-run"] if round_ == "preview" else []), "--format", "json").json
        assert [(each["id"], each["keep"]) for each in preview["proposals"]] == [("labour_ministry", "mol")]
    assert "labour_ministry" in read(project / "registers/stakeholders.yaml").data
    assert "may be one" in run("gather", one, "--dry-run").out
    run("gather", one, "--join", "stakeholders/labour_ministry")
    stakeholders = read(project / "registers/stakeholders.yaml").data
    assert list(stakeholders) == ["mol"]
    assert stakeholders["mol"]["role"] == "chairs"
    assert block(project, FILE, QUESTION)["by"] == "mol"
    assert block(project, "registers/bodies.yaml", "council")["members"] == ["mol"]
    before = texts(project)
    run("gather", one, "--join", "all")
    assert texts(project) == before


def test_an_action_id_that_stands_in_another_sector_gets_a_name_of_its_own(project, room, run):
    """Ids of actions are unique over sectors, so the second one is renamed with what refers to it."""
    one, two = room(2)
    edit(one, "registers/actions/health.yaml", "train", {"title": "Train nurses", "kind": "capacity"})
    edit(two, "registers/actions/education.yaml", "train", {"title": "Train teachers", "kind": "capacity"})
    edit(two, "registers/risks.yaml", "staff", {"title": "No staff", "kind": "institutional", "concerns": "train"})
    run("gather", one, two)
    assert block(project, "registers/actions/education.yaml", "train_education")["title"] == "Train teachers"
    assert block(project, "registers/risks.yaml", "staff")["concerns"] == "train_education"
    before = texts(project)
    run("gather", one, two)
    assert texts(project) == before


def test_a_damaged_copy_is_named_with_its_line_and_the_good_ones_come_in(project, room, run):
    """One stick is broken: the message names file and line, the exit code says so, and the other tables are in."""
    one, two = room(2)
    edit(one, FILE, QUESTION, {"value": "partly"})
    broken = (two / FILE).read_text(encoding="utf-8") + "  value: [a\n"
    (two / FILE).write_text(broken, encoding="utf-8")
    result = run("gather", one, two)
    assert result.code == 1
    assert f"{two / FILE}:" in result.out
    assert "table_2 is left out" in result.out
    assert block(project, FILE, QUESTION)["value"] == "partly"
    alone = run("gather", two)
    assert alone.code == 1
    assert str(two / FILE) in alone.err
    assert "Nothing was changed" in alone.err


def test_what_would_be_misread_is_refused(project, room, run):
    """A copy with a word that is no answer is left out whole; a table's work never comes in by halves."""
    (one,) = room(1)
    edit(one, FILE, QUESTION, {"value": "mostly"})
    edit(one, FILE, "core_team_lead", {"value": "planning ministry"})
    before = texts(project)
    result = run("gather", one, "--format", "json")
    assert result.code == 1
    assert result.json["error"]["where"].startswith(str(one / FILE))
    assert texts(project) == before


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("name: Kenya\n  iso3: KEN", "name: Uganda\n  iso3: UGA", "another country"),
        ("Vision 2035", "Vision 2040", "another plan"),
    ],
)
def test_a_copy_of_another_country_or_plan_is_refused(project, room, run, old, new, words):
    """Nothing of another project comes in."""
    (one,) = room(1)
    settings = one / "mainstream.yaml"
    assert old in settings.read_text(encoding="utf-8")
    settings.write_text(settings.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    edit(one, FILE, QUESTION, {"value": "partly"})
    result = run("gather", one)
    assert result.code == 1
    assert words in result.err
    assert block(project, FILE, QUESTION) is None


def test_the_project_itself_is_no_copy(project, run, tmp_path):
    """The project's own folder is refused, and so is a folder without any project."""
    assert "this project itself" in run("gather", project).err
    (tmp_path / "empty").mkdir()
    result = run("gather", tmp_path / "empty")
    assert result.code == 1
    assert "no project in this folder" in result.err


def test_a_folder_of_copies_stands_for_all_of_them(project, room, run, tmp_path):
    """Where the shell expands no pattern, the folder that holds the copies is enough; equal names are told apart."""
    one, two = room(2)
    edit(one, FILE, QUESTION, {"value": "partly"})
    edit(two, FILE, QUESTION, {"value": "absent"})
    for stick, table in (("usb1", one), ("usb2", two)):
        (tmp_path / "sticks" / stick).mkdir(parents=True)
        shutil.copytree(table, tmp_path / "sticks" / stick / "kenya")
    result = run("gather", tmp_path / "sticks" / "usb1", tmp_path / "sticks" / "usb2", "--format", "json").json
    assert result["tables"] == ["usb1/kenya", "usb2/kenya"]
    assert len(block(project, FILE, QUESTION)["positions"]) == 2


def test_sensitive_views_go_to_private_and_are_not_shown(project, room, run):
    """What tables say about political backing is kept in private/ and shown as counts only."""
    tables = room(2)
    for table, value in zip(tables, ["absent", "partly"], strict=True):
        run("set", "political_backing", value, "-p", table)
    edit(
        tables[0],
        "registers/stakeholders.yaml",
        "mof",
        {"title": "Ministry of Finance", "kind": "ministry", "stance": "opposes"},
    )
    result = run("gather", *tables)
    assert "absent" not in result.out
    assert "political_backing" not in (
        run("gather", *tables, "--format", "json")
        .out.replace('"question": "political_backing"', "")
        .replace('political_backing"\n', "")
    )
    assert block(project, "answers/added_value.yaml", "political_backing") is None
    assert len(block(project, "private/answers/added_value.yaml", "political_backing")["positions"]) == 2
    assert block(project, "private/registers/stakeholders.yaml", "mof") == {"stance": "opposes"}
    assert "stance" not in block(project, "registers/stakeholders.yaml", "mof")


def test_comments_and_other_answers_keep_their_bytes(project, room, run):
    """A gathering fills the prepared keys; every line that was there stays where it was."""
    before = (project / FILE).read_text(encoding="utf-8").splitlines()
    one, two = room(2)
    edit(one, FILE, QUESTION, {"value": "partly"})
    edit(two, FILE, "core_team_lead", {"value": "planning ministry"})
    run("gather", one, two)
    after = (project / FILE).read_text(encoding="utf-8").splitlines()
    assert [line for line in after if line in before] == before


def test_a_note_without_an_answer_is_not_lost(project, room, run):
    """A table that only took a note adds it to the answer; it is no view, and comes in once."""
    run("set", QUESTION, "partly", "--note", "Order signed.")
    one, two = room(2)
    for table, note in ((one, "Ask the cabinet office."), (two, "Order of June?")):
        edit(table, FILE, QUESTION, {"note": note})
    for _ in range(2):
        run("gather", one, two)
        found = block(project, FILE, QUESTION)
        assert found["value"] == "partly"
        assert found["note"] == "Order signed.\nAsk the cabinet office.\nOrder of June?"
        assert "positions" not in found
