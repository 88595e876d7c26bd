"""The course: faults that bring exactly their findings, exercises that can be solved, and groups that are marked fairly."""

import csv
import io
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from mainstream_cli import yamlfile
from mainstream_cli.content import content_dir, load_catalogue
from mainstream_cli.course import exercises, start
from mainstream_cli.course.debriefing import solutions
from mainstream_cli.course.exercises import load_faults, load_lessons
from mainstream_cli.course.folder import lay_changes
from mainstream_cli.course.group import reported
from mainstream_cli.course.results import COLUMNS, as_csv
from mainstream_cli.course.start import begin, prepare
from mainstream_cli.errors import MainstreamError
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.model.training import Exercise, Lesson
from mainstream_cli.model.truth import holds
from mainstream_cli.rules import MANUAL, Case, check
from mainstream_cli.store import load
from mainstream_cli.workspace import Workspace

CATALOGUE = load_catalogue()
FAULTS = load_faults(CATALOGUE)
LESSONS = load_lessons(CATALOGUE)
SANDORIA = content_dir("sample_projects") / "sandoria"
FARM_INCOME = "443681fa17f6"  # the version of the objective that was checked
BY_RIGHTS = {"by": "human_rights_institution", "date": "2026-11-12", "of": FARM_INCOME}
BY_SOCIAL = {"by": "social_ministry", "date": "2026-11-12", "of": FARM_INCOME}
OWN_WORDS = {  # what a group writes in the exercises that ask for more than the sample has
    "missing_chairs": {
        "stakeholders/seasonal_workers": {
            "title": "Association of Seasonal Workers",
            "kind": "migrant_association",
            "role": "Member of the forum",
            "consulted": [{"date": "2026-11-10", "form": "meeting", "matter": "harvest work"}],
        }
    },
    "an_objective": {
        "objectives/fair_farm_income": {
            "title": "Farm families earn a fair income on land that is worked, whether or not a member is abroad",
            "plan_goals": ["living_villages"],
            "sectors": ["agriculture"],
            "linkages": ["land_idle", "farm_income_push"],
            "groups": ["rural_households"],
            "due": "2033",
            "owner": "agriculture_ministry",
            "taken_from": "own",
            "rights_check": {"result": "passed", "finding": "Nobody is bound to the land.", **BY_RIGHTS},
            "gender_check": {"result": "changed", "finding": "Titles in the names of women and men.", **BY_SOCIAL},
            "child_check": {"result": "passed", "finding": "No child works at harvest in school time.", **BY_SOCIAL},
        }
    },
    "a_team_that_works": {"bodies/focal_unit": {"deputy": "finance_ministry"}},
    "an_action": {
        "actions/nurse_mentors": {
            "title": "Give nurses in rural districts a mentor for two years",
            "objectives": ["keep_staff"],
            "output": "output_shifts",
            "kind": "capacity",
            "lead": "health_ministry",
            "start": "2027-03",
            "end": "2029-12",
            "indicators": ["nurses_leaving"],
            "cost": {
                "currency": "SDL",
                "price_year": 2026,
                "method": "unit_cost",
                "recurrent": {"2027": "400000", "2028": "600000", "2029": "600000"},
            },
            "possible_harm": "Mentors could watch instead of help.",
            "mitigation": "Mentors write no reports on those whom they help.",
        }
    },
}


@pytest.fixture(scope="module", autouse=True)
def read_lessons_once():
    """Read the exercises once: 28 folders need no more."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exercises, "load_lessons", lambda _: LESSONS)
        yield


@pytest.fixture(scope="module")
def sound():
    return load(SANDORIA, CATALOGUE)


@pytest.fixture(scope="module")
def silence():
    """What is found in the sound sample."""
    return findings(SANDORIA)


@pytest.fixture
def group(tmp_path):
    """Make a group's folder with a lesson in it, without the command line."""

    def make(lesson: Lesson) -> Path:
        folder = tmp_path / lesson.id
        shutil.copytree(SANDORIA, folder)
        prepare(folder, CATALOGUE, lesson)
        return folder

    return make


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    """Give a group's folder with an exercise that has begun; each exercise is begun once, and copied."""
    made = tmp_path_factory.mktemp("begun")

    def give(name, folder):
        if not (made / name).is_dir():
            begin(name, made / name, Workspace.open)
        return shutil.copytree(made / name, folder)

    return give


def findings(folder):
    loaded = load(folder, CATALOGUE)
    case = Case(loaded.project, loaded.public, CATALOGUE, loaded.project.settings.as_of)
    return {
        (f"{each.code} {each.ref.id if each.ref else ''}", each.severity) for each in [*loaded.findings, *check(case)]
    }


def repair(folder, lesson, sound):
    """Put back what the sound sample says in every place that the lesson has changed."""
    whole = {place: _as_in(sound, place) for place, _ in lesson.changes}
    gone = [(place, dict.fromkeys(fields)) for place, fields in lesson.changes if fields and whole[place]]
    changes = [*gone, *((place, fields) for place, fields in whole.items() if fields is not None)]
    lay_changes(folder, CATALOGUE, sound.project, changes)


def _as_in(sound, place):
    register, _, id_ = place.partition("/")
    sheets = [*SANDORIA.rglob(f"answers/**/{CATALOGUE.questions[id_].home}.yaml")] if register == "answers" else []
    files = sheets or [*SANDORIA.glob(f"registers/{register}.yaml"), *SANDORIA.glob(f"registers/{register}/*.yaml")]
    return next((data[id_] for file in files if id_ in (data := yamlfile.read(file).data or {})), None)


def alone(name):
    words = {"situation": "S", "task": "T", "begin": "check"}
    exercise = Exercise(
        title=name, kind="faults", stages=("situation",), minutes=5, difficulty=1, faults=(name,), **words
    )
    return Lesson(name, exercise, {name: FAULTS[name]})


def test_there_are_at_least_25_faults_of_every_difficulty():
    assert len(FAULTS) >= 25
    assert {each.difficulty for each in FAULTS.values()} == {1, 2, 3}
    assert len({each.stage for each in FAULTS.values()}) >= 8


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_alone_brings_exactly_its_findings(name, group, silence):
    """With the fault its findings are there and no other error or warning; the sound sample has none of them."""
    expected = set(FAULTS[name].expect)
    folder = group(alone(name))
    after = findings(folder)
    assert not {each for each, _ in silence} & expected
    assert expected <= {each for each, _ in after}
    assert {each for each, severity in after - silence if severity != "note"} <= expected


def test_a_condition_names_the_entry_that_stands_in_its_way(run, tmp_path):
    """Whoever reads that one of seven objectives lacks a check is told which, in the words that `fill` takes."""
    run("train", "start", "objectives_tested", tmp_path / "g")
    found = run("check", "--format", "json", "-p", tmp_path / "g").json["findings"]
    said = {each["code"]: each["message"] for each in found}
    assert "see objectives/ready_places" in said["C10"]
    assert "see objectives/cheaper_transfers" in said["C11"]


@pytest.mark.parametrize(
    ("name", "place", "fields", "point"),
    [
        ("a_team_that_works", "answers/core_team_continuity", {"value": "in_place"}, 2),
        ("missing_chairs", "stakeholders/new", {"title": "A", "kind": "academia", "role": "B", "consulted": [{"date": "2027-01-01", "form": "C", "matter": "D"}]}, 1),
        ("an_indicator", "indicators/new", {"title": "A", "measures": "output_grants", "definition": "B", "unit": "C", "target": {"value": "1", "year": 2030}, "owner": "us"}, 1),
    ],
)  # fmt: skip
def test_a_point_is_not_to_be_had_for_the_asking(name, place, fields, point, tmp_path, sound, begun):
    """A rating, a hearing still to come or an owner whom nobody knows is half a point at most: the record decides."""
    folder = tmp_path / name
    begun(name, folder)
    lay_changes(folder, CATALOGUE, sound.project, [(place, fields)])
    marks = reported(folder, Workspace.open).marks
    assert next(each.status for each in marks if each.number == point) in ("half", "open")


def test_every_fault_is_put_right_in_some_exercise():
    """So that each of them is hidden, found and repaired on disk by the test that solves all exercises."""
    assert {name for each in LESSONS.values() for name in each.faults} == set(FAULTS)


def test_there_are_at_least_20_exercises_over_all_stages_and_kinds():
    assert len(LESSONS) >= 20
    stages = {stage for each in LESSONS.values() for stage in each.exercise.stages}
    assert stages == {stage.id for stage in CATALOGUE.stages}
    kinds = {each.exercise.kind for each in LESSONS.values()}
    assert kinds == {"rate", "faults", "write", "figures", "scope", "defend"}


@pytest.mark.parametrize("name", LESSONS)
def test_what_an_exercise_names_exists(name):
    """Places, questions and codes are real ones, and every fault is used with its stage."""
    lesson = LESSONS[name]
    for place, _ in lesson.changes:
        register, _, id_ = place.partition("/")
        assert (id_ in CATALOGUE.questions) if register == "answers" else (register in REGISTERS), place
    codes = {each.split(" ")[0] for goal in lesson.exercise.goals for each in goal.silent}
    assert codes <= {*MANUAL, *(each.code for each in CATALOGUE.conditions)}
    assert {goal.question for goal in lesson.exercise.goals} - {None} <= set(CATALOGUE.questions)
    assert {fault.stage for fault in lesson.faults.values()} <= set(lesson.exercise.stages)


@pytest.mark.parametrize("name", LESSONS)
def test_the_first_command_of_an_exercise_is_one(name):
    """A beginner types it as it stands: a verb, and a stage, register or question that exists."""
    verb, *rest = LESSONS[name].exercise.begin.split()
    known = {*(stage.id for stage in CATALOGUE.stages), *CATALOGUE.questions, *REGISTERS}
    assert verb in {"check", "status", "priorities"} or (verb == "fill" and rest)
    assert set(rest) <= known


@pytest.mark.parametrize("name", LESSONS)
def test_an_exercise_begins_at_zero_and_can_be_solved(name, tmp_path, sound, begun):
    """At the start nothing is reached; with the worked solution all is, and no error came in."""
    folder = tmp_path / name
    begun(name, folder)
    report = reported(folder, Workspace.open)
    assert (report.points, report.new_errors) == (0, ())
    repair(folder, LESSONS[name], sound)
    if name in OWN_WORDS:
        project = load(folder, CATALOGUE).project
        own = OWN_WORDS[name]
        sectors = {**project.part_of, ("actions", "nurse_mentors"): "health"}
        lay_changes(folder, CATALOGUE, replace(project, part_of=sectors), own.items())
    report = reported(folder, Workspace.open)
    assert [(each.number, each.status) for each in report.marks if each.status != "solved"] == []
    assert report.done


def test_nothing_is_given_away_before_it_is_reached(run, tmp_path, begun):
    """An open fault shows its stage only; title, code, place and reading come when it is solved."""
    folder = tmp_path / "g"
    begun("first_steps", folder)
    shown = run("train", "check", "-p", folder)
    assert shown.code == 0
    assert "A document that does not exist" not in shown.out
    assert "R01" not in shown.out
    run("set", "linkages/nurses_leave", "sources=health_register_2025", "-p", folder)
    report = run("train", "check", "-p", folder, "--format", "json").json
    first = report["marks"][0]
    assert (first["status"], report["points"], report["of"]) == ("solved", 2, 4)
    assert first["why"]
    assert first["rules"][0]["code"] == "R01"
    assert report["marks"][1]["why"] == ""


def test_a_beginner_is_told_exactly_what_to_type(run, tmp_path):
    """The start prints the way into the folder and every command, and keeps the sheet in the folder."""
    made = run("train", "start", "is_it_worth_it", tmp_path / "table 1")
    assert made.code == 0
    assert f"cd '{tmp_path / 'table 1'}'" in made.out
    for command in ("mainstream fill added_value_policy_reach", "mainstream train check", "mainstream train hint"):
        assert command in made.out
    assert "Aims without money" not in made.out
    assert (tmp_path / "table 1" / "EXERCISE.md").read_text(encoding="utf-8") in made.out


def test_half_an_answer_has_half_the_points_and_gives_nothing_away(run, tmp_path, begun):
    """Another rating than the worked one earns one point of two; the reading comes when it is reached."""
    folder = tmp_path / "g"
    begun("is_it_worth_it", folder)
    run("set", "added_value_policy_reach", "absent", "-p", folder)
    first = run("train", "check", "-p", folder, "--format", "json").json["marks"][0]
    assert (first["status"], first["points"], first["reading"], first["why"]) == ("half", 1, "", "")
    assert "half way: something is there" in run("train", "check", "-p", folder).out
    run("set", "added_value_policy_reach", "partly", "--source", "census_2024", "-p", folder)
    report = run("train", "check", "-p", folder, "--format", "json").json
    assert report["marks"][0]["reading"].startswith("Partly.")
    assert report["new_errors"] == []


def test_not_knowing_earns_nothing_where_the_situation_says_it():
    """In exercises that rate a situation `unknown` is no half answer, whatever the record shows: the situation tells it."""

    class Unknown:
        def value(self, subject, name):
            return "unknown"

        def order(self, subject, name):
            return tuple(CATALOGUE.terms(CATALOGUE.questions[name]))

        def entries(self, register):
            return ()

        def whole(self, register):
            return False

    goals = [goal for each in LESSONS.values() if each.exercise.kind == "rate" for goal in each.exercise.goals]
    judged = [relation for goal in goals if goal.half for relation in (goal.met, goal.half)]
    assert len(judged) > 40
    assert [each for each in judged if holds(each, Unknown())] == []


def test_the_debriefing_says_what_the_sound_sample_says(run, tmp_path, monkeypatch):
    """The trainer sees every point with the repair, the reasons and the rules; outside a group nothing is noted."""
    monkeypatch.chdir(tmp_path)
    shown = run("train", "debrief", "first_steps")
    assert shown.code == 0
    assert "linkages/nurses_leave sources: health_register_2025" in shown.out
    assert "Rule R01" in shown.out
    assert "What would a reader of the Word document have noticed?" in shown.out
    solutions = run("train", "debrief", "how_many_abroad", "--format", "json").json["solutions"]
    assert solutions[0]["reading"][0].startswith("The census")
    assert run("train", "debrief").code == 1
    assert run("train", "debrief", "first_step").code == 2


@pytest.mark.parametrize("name", LESSONS)
def test_a_trainer_has_something_to_say_on_every_point(name, sound):
    """Each point has a worked reading or a repair, and a reason."""
    for each in solutions(LESSONS[name], CATALOGUE, sound.written):
        assert each.reading, each.text
        assert each.why


def test_a_group_that_looked_at_the_worked_reading_is_marked_so(run, tmp_path, begun):
    """Giving up is allowed, and results say that it happened; the debriefing of another exercise is no giving up."""
    for name in ("a", "b"):
        begun("first_steps", tmp_path / name)
    assert "was shown" in run("train", "debrief", "-p", tmp_path / "a").out
    run("train", "debrief", "is_it_worth_it", "-p", tmp_path / "b")
    rows = run("train", "results", tmp_path, "--format", "json").json["groups"]
    assert [(each["group"], each["debriefed"]) for each in rows] == [("a", True), ("b", False)]


def test_the_next_exercise_is_not_begun_inside_the_last_one(run, tmp_path):
    """A group that forgot to leave its folder is told to, and nothing is made."""
    folder = tmp_path / "table-1"
    run("train", "start", "first_steps", folder)
    inner = run("train", "start", "is_it_worth_it", folder / "next")
    assert (inner.code, "cd .." in inner.err) == (1, True)
    assert not (folder / "next").exists()


def test_a_group_beside_its_folder_is_told_where_to_go(run, tmp_path, monkeypatch, begun):
    """Outside a group's folder check names the first one there is, or how to begin."""
    monkeypatch.chdir(tmp_path)
    assert "mainstream train start EXERCISE DIR" in run("train", "check").err
    begun("first_steps", tmp_path / "table 1")
    assert "cd 'table 1'" in run("train", "check").err


def test_a_group_can_begin_again_whatever_it_deleted(run, tmp_path, monkeypatch, begun):
    """Without its settings or answers the folder is still that of the group: reset puts all back."""
    folder = tmp_path / "g"
    begun("is_it_worth_it", folder)
    (folder / "mainstream.yaml").unlink()
    shutil.rmtree(folder / "answers")
    monkeypatch.chdir(folder)
    assert "mainstream.yaml" in run("train", "check").err
    assert run("train", "reset").code == 0
    assert run("train", "check", "--format", "json").json["new_errors"] == []


def test_many_new_errors_do_not_fill_the_screen(run, tmp_path, begun):
    """Five are shown, the others counted."""
    folder = tmp_path / "g"
    begun("is_it_worth_it", folder)
    (folder / "registers" / "linkages.yaml").unlink()
    shown = run("train", "check", "-p", folder).out
    assert shown.count("✗ came in while you worked:") == 5
    assert " more" in shown


def test_a_folder_that_lost_its_hidden_file_is_named(run, tmp_path, begun):
    """A copy without .train.yaml is said to be incomplete, to the group and in the results."""
    folder = tmp_path / "table-1"
    begun("first_steps", folder)
    (folder / ".train.yaml").unlink()
    assert "Copy the whole folder again" in run("train", "check", "-p", folder).err
    assert "table-1: left out" in run("train", "results", tmp_path).err


def test_to_remove_an_entry_is_no_repair(run, tmp_path, begun):
    """A fault whose entry was deleted counts nothing, and what refers to it is named as a new error."""
    folder = tmp_path / "g"
    begun("first_steps", folder)
    lay_changes(folder, CATALOGUE, load(folder, CATALOGUE).project, [("linkages/nurses_leave", None)])
    report = run("train", "check", "-p", folder, "--format", "json").json
    assert report["marks"][0]["status"] == "removed"
    assert report["points"] == 0
    assert any(each.startswith("R01") for each in report["new_errors"])


def test_hints_come_one_by_one_and_are_counted(run, tmp_path, begun):
    """Each call gives the next hint; the last one is repeated and no longer counted."""
    folder = tmp_path / "g"
    begun("first_steps", folder)
    said = [run("train", "hint", "2", "-p", folder).out for _ in range(3)]
    assert "Hint 1 of 2" in said[0]
    assert "Hint 2 of 2" in said[1]
    assert "no further hint" in said[2]
    assert run("train", "check", "-p", folder, "--format", "json").json["hints"] == 2
    assert run("train", "hint", "9", "-p", folder).code == 2


def test_reset_begins_again_and_loses_nothing(run, tmp_path, begun):
    """The folder is as at the start, hints included; what the group wrote is kept beside it."""
    folder = tmp_path / "g"
    begun("is_it_worth_it", folder)
    fresh = {path.name: path.read_bytes() for path in folder.rglob("*.yaml")}
    run("set", "added_value_policy_reach", "partly", "--note", "our own words", "-p", folder)
    run("set", "sources/our_letter", "title=Our letter", "kind=letter", "-p", folder)
    run("train", "hint", "-p", folder)
    assert run("train", "reset", "-p", folder).code == 0
    assert {path.name: path.read_bytes() for path in folder.rglob("*.yaml")} == fresh
    kept = tmp_path / "g-before-reset-1" / "answers" / "added_value.yaml"
    assert "our own words" in kept.read_text(encoding="utf-8")


def test_results_are_by_group(run, tmp_path, begun):
    """One line for each folder, readable by a spreadsheet; kept copies and other folders are left out."""
    for name in ("table-10", "table-2", "=table"):
        begun("first_steps", tmp_path / name)
    run("set", "linkages/nurses_leave", "sources=health_register_2025", "-p", tmp_path / "table-2")
    run("train", "reset", "-p", tmp_path / "=table")
    (tmp_path / "notes").mkdir()
    rows = list(csv.DictReader(io.StringIO(run("train", "results", tmp_path, "--format", "csv").out)))
    assert [(each["group"], each["points"], each["of"]) for each in rows] == [
        ("'=table", "0", "4"),
        ("table-2", "2", "4"),
        ("table-10", "0", "4"),
    ]
    assert run("train", "results", tmp_path, "--format", "json").json["groups"][1]["solved"] == 1
    assert "table-2" in run("train", "results", tmp_path).out


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "＝", "＋", "－", "＠"])
def test_no_spreadsheet_works_out_the_name_of_a_group(sign):
    """A name that begins like a formula, with the signs of any keyboard, is quoted; any other stays as it is."""
    row = dict.fromkeys(COLUMNS, 0)
    text = as_csv([{**row, "group": f"{sign}1+1"}, {**row, "group": f"table {sign}"}])
    groups = [each["group"] for each in csv.DictReader(io.StringIO(text, newline=""))]
    assert groups == [f"'{sign}1+1", f"table {sign}"]


def test_a_start_that_is_broken_off_leaves_nothing(run, tmp_path, monkeypatch):
    """After Ctrl-C the same folder can be named again."""

    def stopped(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(start, "save_sheet", stopped)
        assert run("train", "start", "first_steps", tmp_path / "g").code == 130
    assert list(tmp_path.iterdir()) == []
    assert run("train", "start", "first_steps", tmp_path / "g").code == 0


def test_names_stay_whole_on_a_narrow_screen(run, tmp_path, monkeypatch, begun):
    """What has to be typed is never cut short, in the list and in the results."""
    monkeypatch.setattr("mainstream_cli.output.training.console", lambda: Console(width=60))
    begun("figures_under_the_lens", tmp_path / "a group with a rather long name")
    shown = run("train", "results", tmp_path).out
    assert "figures_under_the_lens" in shown
    assert "…" not in shown
    shown = run("train", "list").out
    assert [each for each in LESSONS if each not in shown] == []


def test_a_damaged_group_does_not_hold_up_the_others(run, tmp_path, begun):
    """A folder that cannot be read is named, the others are counted, and the exit code says so."""
    for name in ("a", "b"):
        begun("first_steps", tmp_path / name)
    (tmp_path / "a" / ".train.yaml").write_text("exercise: [", encoding="utf-8")
    results = run("train", "results", tmp_path, "--format", "csv")
    assert results.code == 1
    assert "a: left out" in results.err
    assert [each["group"] for each in csv.DictReader(io.StringIO(results.out))] == ["b"]


def test_the_list_is_for_programs_too(run):
    """Every exercise with kind, stages, minutes and points, from easy to hard."""
    rows = run("train", "list", "--format", "json").json["exercises"]
    assert {each["id"] for each in rows} == set(LESSONS)
    assert [each["difficulty"] for each in rows] == sorted(each["difficulty"] for each in rows)
    assert all(5 <= each["minutes"] <= 45 and each["points"] >= 2 for each in rows)
    assert "first_steps" in run("train", "list").out


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("start", "first_step", "new"), 2, "Did you mean 'first_steps'?"),
        (("start", "first_steps", "."), 1, "is not empty"),
        (("check", "-p", str(SANDORIA)), 1, "No exercise was begun"),
        (("results", "nowhere"), 1, "is not a folder"),
        (("results", "."), 1, "There is no group"),
    ],
)
def test_wrong_calls_are_answered_with_one_message(run, tmp_path, monkeypatch, arguments, code, words):
    """A wrong name, folder or place is said in words, and nothing is made."""
    (tmp_path / "file.txt").write_text("x", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = run("train", *arguments)
    assert (result.code, words in result.err) == (code, True)
    assert [path.name for path in tmp_path.iterdir()] == ["file.txt"]


def test_an_exercise_that_is_written_wrongly_is_refused_with_its_place(tmp_path, monkeypatch):
    """A mistyped fault or field is a message that names the file."""
    folder = tmp_path / "exercises"
    shutil.copytree(content_dir("exercises"), folder)
    path = folder / "first_steps.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("- lost_source", "- lost_sauce"), encoding="utf-8")
    monkeypatch.setattr(exercises, "content_dir", lambda _: folder)
    with pytest.raises(MainstreamError, match="Did you mean 'lost_source'") as wrong:
        load_lessons(CATALOGUE)
    assert wrong.value.where == "exercises/first_steps.yaml"
    path.write_text(text.replace("minutes: 10", "minutes: 90"), encoding="utf-8")
    with pytest.raises(MainstreamError, match="minutes"):
        load_lessons(CATALOGUE)
