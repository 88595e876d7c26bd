"""The public Python API, imported as a user would: open a project, look at it, change it, look again."""

import ast
import datetime
import hashlib
import inspect
import json
import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from mainstream_cli.cli.misuse import as_typed
from mainstream_cli.workspace import Given, MainstreamError, Pressed, Prompt, Workspace, new_project

TOP = Path(__file__).parent.parent
BY = "planning_office"
DAY = datetime.date(2026, 6, 7)


@pytest.fixture
def sandoria(tmp_path):
    """A copy of the invented sample, open."""
    shutil.copytree(TOP / "sample_projects" / "sandoria", tmp_path / "sandoria")
    return Workspace.open(tmp_path / "sandoria")


@pytest.fixture
def kenya(project):
    """A fresh project, open on a day."""
    return Workspace.open(project, today=DAY)


def content(folder):
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != ".lock")
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).digest() for path in files}


def on_disk(workspace):
    return Workspace.open(workspace.folder, today=workspace.today).project


def test_looking_changes_nothing_and_prints_nothing(sandoria, capsys):
    """Everything that can be looked at comes back as a value; no file changes and nothing is printed."""
    before = content(sandoria.folder)
    assert sandoria.today == datetime.date(2026, 11, 16)
    assert len(sandoria.status().stages) == 12
    assert {"C01", "C19"} <= {each.condition.code for each in sandoria.check().assessments}
    assert sandoria.room_screen().country == sandoria.project.settings.country.name
    assert sandoria.priorities().ranking[0].rank == 1
    assert sandoria.repairs().diffs == {}
    assert sandoria.session() is None
    assert "1.1.1" in str(sandoria.blank_form("added_value").model_dump())
    assert content(sandoria.folder) == before
    assert capsys.readouterr() == ("", "")


def test_a_page_of_the_manual_is_data(sandoria):
    """A question by id or number, a condition with how it stands here, and a code each have their page."""
    assert sandoria.explain("political_backing") == sandoria.explain(
        sandoria.catalogue.questions["political_backing"].number
    )
    assert dict(sandoria.explain("political_backing").parts)["Id"] == "political_backing"
    assert dict(sandoria.explain("c01").parts)["Now"] == "secured (seen: 1 source)"
    assert "Passes:" in sandoria.explain("A03").text


def test_a_check_can_be_of_a_stage_of_codes_and_without_what_is_private(kenya):
    """A stage brings its conditions, codes sift, and what is made for a server names no private file."""
    kenya.answer("political_backing", "in_place")
    assert {each.place.file for each in kenya.check(select=["A03"]).findings} == {"private/answers/added_value.yaml"}
    assert kenya.check().judged.id == "added_value"
    scoping = kenya.check("scoping")
    assert (scoping.judged.id, scoping.stops) == ("scoping", True)
    assert len(scoping.assessments) < len(kenya.check().assessments)
    everything = {each.code for each in kenya.check().findings}
    sifted = {each.code for each in kenya.check(select=["A"], ignore=["A01"]).findings}
    assert sifted == {code for code in everything if code[0] == "A"} - {"A01"} != everything
    assert not [each for each in kenya.check(public=True).findings if each.place.file.startswith("private/")]


@pytest.mark.parametrize(
    ("command", "data"),
    [
        (["status"], lambda workspace: workspace.status().as_data()),
        (["check"], lambda workspace: workspace.check().as_data()),
        (["check", "scoping"], lambda workspace: workspace.check("scoping").as_data()),
        (["check", "--fix"], lambda workspace: {"written": False, **workspace.repairs().as_data()}),
        (["priorities"], lambda workspace: workspace.priorities().as_data()),
    ],
)
def test_the_documents_of_the_command_line_come_from_here(sandoria, run, command, data):
    """What a page gets from ``as_data`` is what ``--format json`` prints."""
    printed = run(*command, "--format", "json", "-p", sandoria.folder).json
    assert printed == {"schema": 1, "language": "en", **json.loads(json.dumps(data(sandoria)))}


def test_an_answer_is_on_disk_and_in_the_workspace(kenya):
    """An answer by id or by number is seen by the next look, and a look from elsewhere sees the same."""
    done = kenya.answer("core_team_mandate", "partly", note="Letter announced", by=BY, confidence="low")
    assert (done.question.id, done.change["value"], done.private) == ("core_team_mandate", "partly", ())
    assert kenya.project.answers["core_team_mandate"].value == "partly"
    kenya.answer(done.question.number, "in_place")
    answer = on_disk(kenya).answers["core_team_mandate"]
    assert (answer.value, answer.note, answer.by, answer.date) == ("in_place", "Letter announced", BY, DAY)
    assert [each.answered for each in kenya.status().stages if each.answered] == [1]


def test_several_values_answer_one_question(kenya):
    """Where several options may be chosen, a list or a tuple gives them."""
    question = next(each for each in kenya.catalogue.questions.values() if each.kind == "choices" and not each.when)
    chosen = list(kenya.catalogue.terms(question))[:2]
    for values in (chosen, tuple(chosen)):
        kenya.answer(question.id, values)
        assert list(on_disk(kenya).answers[question.id].value) == chosen


def test_what_is_sensitive_goes_to_private(kenya):
    """An answer to a sensitive question is kept apart, and the caller is told."""
    assert "value" in kenya.answer("political_backing", "partly").private
    assert "political_backing" in kenya.project.answers
    assert "political_backing" not in kenya.public.answers


@pytest.mark.parametrize(("value", "held"), [(3, "3"), (1.234, "1.2340"), (Decimal("1.500"), "1.5"), (0.1, "0.1")])
def test_a_number_of_python_is_taken_at_its_value(kenya, value, held):
    """A number is never mistaken for thousands, as the same digits in a text could be."""
    kenya.record("sources/census", title="Census", kind="census", year=2019)
    kenya.record("figures/stock", title="S", indicator="stock", value=value, year=2019, source="census", unit="persons")
    assert str(kenya.project.entries("figures")["stock"].value) == held


def test_an_entry_takes_values_and_words(kenya):
    """Lists, blocks and days may be values of Python or the words that ``set`` takes; None takes a field out."""
    kenya.record("stakeholders/mol", title="Ministry, of labour", kind="ministry", abbreviation="MoL")
    action = {
        "sector": "health",
        "kind": "law",
        "title": "Train nurses",
        "lead": "mol",
        "partners": ["mol", "Red Cross, Nairobi"],
    }
    assert kenya.record("actions/nurses", **action, start=datetime.date(2027, 1, 31)).added
    entry = kenya.project.entries("actions")["nurses"]
    assert (entry.partners, str(entry.start)) == (("mol", "Red Cross, Nairobi"), "2027-01-31")
    assert not kenya.record("actions/nurses", partners="mol,Red Cross").added
    assert on_disk(kenya).entries("actions")["nurses"].partners == ("mol", "Red Cross")
    kenya.record("stakeholders/mol", abbreviation=None)
    assert kenya.project.entries("stakeholders")["mol"].abbreviation is None


def test_the_journal_keeps_what_was_decided_accepted_rated_and_signed(kenya):
    """Each call adds one entry, which the next look takes into account."""
    kenya.answer("political_backing", "in_place")
    decided = kenya.decide("Health first", by=BY, code="c01", due=datetime.date(2026, 9, 1))
    assert decided.is_file()
    waived = kenya.waive("A03", reason="In the archive", by=BY, until="2026-12-31", where="political_backing")
    assert [each.code for each in waived.covered] == ["A03"]
    assert [each.waiver.by for each in kenya.check(select=["A03"]).findings] == [BY]
    rated = kenya.rate(by=BY)
    assert [(each.by, each.date) for each in kenya.case.ratings.values()] == [(BY, DAY)]
    for question in kenya.catalogue.sheets["regional"].questions:
        if question.core:
            kenya.answer(question.id, "unknown")
    signed = kenya.sign("regional", by="Minister", reference="Letter 7")
    assert {stage.stage.id for stage in kenya.status().stages if stage.signed} == {"regional"}
    assert len({decided, waived.entry, rated, signed.entry}) == len(on_disk(kenya).journal) == 4


def test_a_session_is_kept_while_people_talk(kenya):
    """From its question to its end, each call returns the session as it is then."""
    id_, begun = kenya.start_session("Families", "What do children need?", at="09:30", facilitator="planning office")
    assert (id_, begun.start, begun.date) == ("families", "09:30", DAY)
    assert [each.people for each in kenya.attend({"Network of women=1": 2, "Ministry": 3}).attendance] == [2, 3]
    for text in ("One", "Two", "Three"):
        kenya.add_finding(text)
    assert kenya.add_finding("Other", instead=2).findings == ("One", "Other", "Three")
    assert kenya.park("Pensions").parking_lot == ("Pensions",)
    assert kenya.session() == (id_, on_disk(kenya).entries("sessions")[id_])
    assert kenya.end_session(at="11:00").end == "11:00"
    assert kenya.session() is None


def test_what_others_wrote_meanwhile_is_not_lost(kenya):
    """A workspace that stays open adds to the session as it is on disk, whoever wrote there since it was read."""
    kenya.start_session("Families", "What?", at="09:30")
    assert kenya.session() is not None
    other = Workspace.open(kenya.folder, today=DAY)
    other.add_finding("Schools see first what is missing.")
    other.attend({"MoL": 4})
    kenya.add_finding("Clinics see it next.")
    _, session = kenya.session()
    assert session.findings == ("Schools see first what is missing.", "Clinics see it next.")
    assert [each.people for each in session.attendance] == [4]


def test_what_others_wrote_meanwhile_is_what_is_signed(sandoria):
    """A signature covers what is on disk when it is given, not what was there when the workspace was opened."""
    assert sandoria.status().stages[1].ready
    Workspace.open(sandoria.folder).answer("core_team_mandate", note="The order was renewed in May.")
    sandoria.sign("core_team", by="cabinet", reference="Minute 2")
    signed = Workspace.open(sandoria.folder).status().stages[1].signed
    assert (signed["by"], signed["stale"]) == ("cabinet", False)


def test_repairs_are_shown_before_they_are_made(kenya):
    """A plan changes nothing; carried out, the fault is gone and the plan is empty."""
    path = kenya.folder / "answers" / "core_team.yaml"
    path.write_text("core_team_mandate: {value: Partly}\n", encoding="utf-8")
    kenya.reread()
    before, plan = content(kenya.folder), kenya.repairs()
    assert list(plan.diffs) == ["answers/core_team.yaml"]
    assert content(kenya.folder) == before
    kenya.repair(plan)
    assert kenya.project.answers["core_team_mandate"].value == "partly"
    assert kenya.repairs().diffs == {}


def test_one_text_stands_for_a_list_of_one(kenya, tmp_path):
    """Where several can be given, one alone is one: a code, a source, a document, a folder, who came."""
    assert {each.code for each in kenya.check(select="P03").findings} == {"P03"}
    assert "P03" not in {each.code for each in kenya.check(ignore="P03").findings}
    kenya.record("sources/minute", title="Minute", kind="minutes")
    kenya.answer("political_backing", "partly", sources="minute")
    assert kenya.project.answers["political_backing"].sources == ("minute",)
    kenya.start_session("Families", "What?", at="09:30")
    assert [each.people for each in kenya.attend("MoL=4").attendance] == [4]
    assert kenya.report("terms_used").titles == ("Terms used",)
    shutil.copytree(kenya.folder, tmp_path / "table_1")
    assert kenya.gather(str(tmp_path / "table_1"), dry_run=True).result.tables == ("table_1",)


def test_a_moment_counts_as_its_day(kenya):
    """Where a day is asked for, a moment of Python (or of a table of pandas) is the day it lies in."""
    noon = datetime.datetime(2026, 12, 31, 12, 0)
    assert kenya.decide("Health first", by=BY, due=noon).exists()
    assert kenya.project.journal[sorted(kenya.project.journal)[0]].due == datetime.date(2026, 12, 31)
    kenya.record("sources/minute", title="Minute", kind="minutes", date=noon)
    assert kenya.project.entries("sources")["minute"].date == noon.date()
    assert Workspace.open(kenya.folder, today=noon).today == datetime.date(2026, 12, 31)


BEGINNINGS = {"country": "KEN", "plan": "Vision 2035", "start": 2026, "end": 2035}


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"plan": None}, "Missing: plan"),
        ({"led": "Planning"}, "Did you mean 'lead'"),
        ({"start": "soon"}, "plan.start"),
    ],
)
def test_a_project_is_not_made_of_facts_that_are_missing_or_unknown(facts, said, tmp_path):
    """What is needed and not said, or said under a name that is none, is a message, and there is no folder."""
    with pytest.raises(MainstreamError) as stop:
        Workspace.create(tmp_path / "new", **BEGINNINGS | facts)
    assert said in str(stop.value)
    assert not (tmp_path / "new").exists()


def test_a_conversation_is_led_with_what_the_room_exports(kenya):
    """Prompt, Given and Pressed come from the facade; a key that nobody knows is said, and the same is asked again."""
    talk = kenya.fill("added_value")
    first = next(talk)
    assert isinstance(first, Prompt)
    again = talk.send(Pressed("zzz"))
    assert (again.text, "zzz" in again.problem) == (first.text, True)
    talk.send(Given("12 in 100"))
    with pytest.raises(StopIteration) as end:
        talk.send(Pressed("quit"))
    assert end.value.value.answered == 1


STOPS = {
    "no such question": lambda each: each.answer("political_bcking", "partly"),
    "nothing said": lambda each: each.answer("political_backing"),
    "a value that is none": lambda each: each.answer("political_backing", "partially"),
    "no letters": lambda each: each.answer("political_backing", "partly", note="caf\udce9"),
    "an actor that is empty": lambda each: each.answer("political_backing", "partly", by=""),
    "no such register": lambda each: each.record("stakeholder/mol", title="Ministry"),
    "no id": lambda each: each.record("stakeholders", title="Ministry"),
    "no such field": lambda each: each.record("stakeholders/mol", titel="Ministry"),
    "a value that no file holds": lambda each: each.record("stakeholders/mol", title=object()),
    "a number that is none": lambda each: each.record("figures/share", title="Share", value=float("nan")),
    "a reference to nothing": lambda each: each.answer("political_backing", "partly", sources=["census"]),
    "a blocked gate": lambda each: each.sign("added_value", by=BY, reference="Minute"),
    "a decision of nobody": lambda each: each.decide("Health first", by=" "),
    "a remedy without a day": lambda each: each.decide("Health first", by=BY, code="C01"),
    "a day that is past": lambda each: each.decide("Health first", by=BY, due=datetime.date(2026, 6, 6)),
    "a waiver of nothing": lambda each: each.waive("A03", reason="r", by=BY, until="2026-12-31"),
    "a rating by nobody": lambda each: each.rate(by=""),
    "no open session": lambda each: each.park("Pensions"),
    "a time that is none": lambda each: each.start_session("Families", "What?", at="nine"),
    "a session without a question": lambda each: each.start_session("Families", ""),
    "a check of no stage": lambda each: each.check("scopping"),
    "a room at no stage": lambda each: each.room_screen("scopping"),
    "what must stay in sight": lambda each: each.check(ignore=["F"]),
    "no such page": lambda each: each.explain("X99"),
    "no such questions": lambda each: each.blank_form("helth"),
}


CALLS = {name: call for name, call in inspect.getmembers(Workspace, callable) if not name.startswith("_")} | {
    "new_project": new_project
}
TEXTS = [
    (name, each.name)
    for name, call in CALLS.items()
    for each in inspect.signature(call).parameters.values()
    if "str" in str(each.annotation)
]


@pytest.mark.parametrize(("name", "argument"), TEXTS)
def test_an_argument_of_a_wrong_type_is_said_with_its_name(kenya, name, argument):
    """Bytes, an object, a kind, or a list of them where a text belongs: one sentence names the argument and what fits."""
    call = new_project if name == "new_project" else getattr(kenya, name)
    made = inspect.signature(call).bind_partial()
    parameters = [each for each in inspect.signature(call).parameters.values() if each.kind is not each.VAR_KEYWORD]
    needed = {
        each.name: {} if "Mapping" in str(each.annotation) else "x" for each in parameters if each.default is each.empty
    }
    before = content(kenya.folder.parent)
    for wrong in (b"abc", object(), str, [b"abc"], [object()]):
        several = inspect.signature(call).parameters[argument].kind is inspect.Parameter.VAR_POSITIONAL
        made.arguments = needed | {argument: (wrong,) if several else wrong}
        with pytest.raises(MainstreamError) as stop:
            call(*made.args, **made.kwargs)
        assert str(stop.value).startswith(f"{argument}: ")
        assert "str" in stop.value.action or "Mapping" in stop.value.action
    assert content(kenya.folder.parent) == before


@pytest.mark.parametrize("value", [b"abc", bytearray(b"abc"), [b"abc"], {"de": b"abc"}])
@pytest.mark.parametrize("field", ["title", "note", "partners"])
def test_bytes_are_no_text_of_an_entry(kenya, field, value):
    """Bytes in a field, in a list or in a block are refused with a sentence on this field, and nothing is written."""
    before = content(kenya.folder)
    with pytest.raises(MainstreamError, match=f"^{field}"):
        kenya.record("actions/nurses", **{"sector": "health", "kind": "law", "title": "Train nurses", field: value})
    assert content(kenya.folder) == before


@pytest.mark.parametrize("fact", ["country", "name", "plan", "kind", "status", "timing", "lead", "languages"])
@pytest.mark.parametrize("value", [b"abc", 5, [5], object()])
def test_a_fact_of_a_wrong_type_makes_nothing(tmp_path, fact, value):
    """A fact of a new project that is no text is a sentence that names it, and there is no folder."""
    with pytest.raises(MainstreamError, match=f"^{fact}: "):
        Workspace.create(tmp_path / "new", **BEGINNINGS | {fact: value})
    assert not (tmp_path / "new").exists()


NAMED = {
    "by of an answer": lambda each, who: each.answer("core_team_mandate", "partly", by=who),
    "by of a decision": lambda each, who: each.decide("Health first", by=who),
    "by of a rating": lambda each, who: each.rate(by=who),
    "by of a waiver": lambda each, who: each.waive("C02", reason="Later", by=who, until="2026-12-31"),
    "facilitator": lambda each, who: each.start_session("Families", "What?", at="09:30", facilitator=who),
    "lead of an action": lambda each, who: each.record("actions/a", sector="health", kind="law", title="A", lead=who),
    "partners": lambda each, who: each.record(
        "actions/a", sector="health", kind="law", title="A", partners=[who, "MoL"]
    ),
}


@pytest.mark.parametrize("named", NAMED)
def test_a_person_who_was_written_down_is_a_warning(kenya, named):
    """After each change the workspace says of each person in the place of a role that the name stays; not of a role."""
    NAMED[named](kenya, "Mrs Amina Odhiambo")
    assert ["like the name of a person" in each for each in kenya.warnings] == [True]
    assert named.split()[0] in kenya.warnings[0]
    kenya.decide("Skills next", by="Ministry of Planning")
    assert kenya.warnings == ()


def test_other_places_where_people_may_be_named(kenya, tmp_path):
    """Who came to a session and who leads a new project are looked at as well."""
    kenya.start_session("Families", "What?", at="09:30")
    kenya.attend({"Mrs Amina Odhiambo": 1, "Ministry of Labour": 2})
    assert ["people: this looks like" in each for each in kenya.warnings] == [True]
    made = Workspace.create(tmp_path / "new", **BEGINNINGS, lead="Mrs Amina Odhiambo")
    assert ["the lead looks like" in each for each in made.warnings] == [True]


def test_a_log_for_code_review_comes_from_the_check(sandoria, run):
    """What a page gets from ``as_sarif`` is what ``--format sarif`` prints."""
    printed = run("check", "--format", "sarif", "-p", sandoria.folder).json
    assert printed == json.loads(json.dumps(sandoria.check(public=True).as_sarif()))


@pytest.mark.parametrize("stopped", STOPS)
def test_what_stops_a_call_is_said_and_leaves_everything_as_it_was(kenya, stopped):
    """A wrong call raises a MainstreamError that says what and what to do; no file changes."""
    before = content(kenya.folder)
    with pytest.raises(MainstreamError) as stop:
        STOPS[stopped](kenya)
    assert stop.value.message
    assert stop.value.action
    assert content(kenya.folder) == before


def test_a_project_with_a_broken_file_opens_for_looking(kenya):
    """It is refused for work with file and line; with ``whole`` off it can be looked at, and says what is not known."""
    (kenya.folder / "answers" / "core_team.yaml").write_text("a: [\n", encoding="utf-8")
    with pytest.raises(MainstreamError) as stop:
        Workspace.open(kenya.folder)
    assert stop.value.where.startswith("answers/core_team.yaml:")
    looked = Workspace.open(kenya.folder, whole=False)
    assert looked.status().as_data()["unreadable"] == ["answers/core_team.yaml"]
    assert looked.check().stops


def test_no_project_is_a_message(tmp_path):
    """Where there is no project, opening says so."""
    with pytest.raises(MainstreamError, match="project"):
        Workspace.open(tmp_path)


def test_the_lines_in_the_readme_run(project, monkeypatch, capsys):
    """The Python of the README runs as it stands beside the project of its first lines."""
    (lines,) = re.findall("```python\n(.*?)```", (TOP / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    monkeypatch.chdir(project.parent)
    exec(compile(lines, "README.md", "exec"), {})
    printed = capsys.readouterr().out
    assert "Added value" in printed
    assert "political_backing" in printed
    assert Workspace.open(project).project.answers["political_backing"].value == "partly"


TALK_TO_PROGRAMS = {"store/privacy.py", "store/git.py", "store/revisions.py", "documents/rendering/office.py"}


def texts_of_the_facade():
    """Where, and what, each string says that is no docstring and stands below the command line."""
    package = TOP / "mainstream_cli"
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package).as_posix()
        if not name.startswith(("cli/", "prompts/", "output/")) and name not in TALK_TO_PROGRAMS:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            apart = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
            apart |= {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in apart:
                    yield name, node.value
                elif isinstance(node, ast.JoinedStr):
                    yield name, ast.unparse(node)[2:-1]


def test_no_message_speaks_of_an_option_of_the_command_line():
    """A caller of Python meets names of arguments; a whole command that anybody can type may have its options."""
    found = list(texts_of_the_facade())
    bare = [(name, re.sub("(mainstream|git) [a-z].*|^ --where {.*", "", words)) for name, words in found]
    wrong = [each for each in bare if re.search(r"(^|[^-\w])--[a-z]", each[1])]
    assert (len(found) > 5000, wrong) == (True, [])


@pytest.mark.parametrize(
    ("call", "python", "typed"),
    [
        (lambda each: each.decide(" ", by=BY), "text must not be empty.", "TEXT must not be empty."),
        (lambda each: each.decide("x", by=""), "by must not be empty.", "--by must not be empty."),
        (
            lambda each: each.fill("sources", core=True),
            "room, core and setting are for",
            "--room, --core and --setting are for",
        ),
        (lambda each: each.decide("x", by=BY, code="C01"), "done: due. Nothing", "done: --due DATE. Nothing"),
        (lambda each: each.check(ignore="F"), "F out of ignore.", "F out of --ignore."),
    ],
)
def test_the_command_line_adds_what_is_typed(kenya, call, python, typed):
    """A message names the argument as it is called in Python, and the same message is shown as it is typed."""
    with pytest.raises(MainstreamError) as stop:
        call(kenya)
    message, action = stop.value.message, stop.value.action
    assert python in f"{message} {action}"
    assert typed in f"{as_typed(message)} {as_typed(action)}"
