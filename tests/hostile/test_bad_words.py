"""Words on the command line that no command can use, and texts that must come through unharmed."""

import pytest
import yaml

from mainstream_cli import yamlfile

M = "core_team_mandate"
LEAD = "core_team_lead"
ENTRY = ("title=A", "kind=law")

REFUSED = {
    "a typo in a rating": (("set", M, "partli"), 1, "Did you mean 'partly'?"),
    "a capital in a rating": (("set", M, "Partly"), 1, "Write partly."),
    "yes": (("set", M, "yes"), 1, "Use one of: in_place"),
    "two ratings": (("set", M, "partly", "absent"), 1, "Use one of: in_place"),
    "no value": (("set", M), 2, "Give a value"),
    "an empty value": (("set", M, ""), 2, "the value is empty"),
    "a blank value": (("set", LEAD, " \t\n"), 2, "the value is empty"),
    "a value of control characters": (("set", LEAD, "\x00\x07"), 2, "the value is empty"),
    "not applicable without a reason": (("set", M, "not_applicable"), 2, "--reason"),
    "not applicable with a blank reason": (("set", M, "not_applicable", "--reason", " "), 2, "--reason"),
    "unknown among choices": (("set", "health_groups", "women", "unknown"), 1, "'unknown' is not one of"),
    "a typo in a question": (("set", "core_team_mandat", "partly"), 2, f"Did you mean '{M}'?"),
    "an empty question": (("set", "", "partly"), 2, "There is no question ''"),
    "a source that is not there": (("set", M, "partly", "--source", "law"), 1, "there is no 'law'"),
    "an empty source": (("set", M, "partly", "--source", ""), 1, "an id"),
    "a typo in a level": (("set", M, "partly", "--confidence", "hi"), 1, "Did you mean 'high'?"),
    "a blank actor": (("set", M, "partly", "--by", " "), 1, "not empty"),
    "a text that is not UTF-8": (("set", LEAD, "caf\udce9"), 2, "not UTF-8"),
    "a note that is not UTF-8": (("set", LEAD, "x", "--note", "caf\udce9"), 2, "not UTF-8"),
    "a day that is none": (("set", "goal_setting_next_opening", "2026-13-45"), 1, "2026-06-07"),
    "a day without dashes": (("set", "goal_setting_next_opening", "20260607"), 1, "2026-06-07"),
    "an unknown register": (("set", "source/a", *ENTRY), 2, "Did you mean 'sources'?"),
    "an empty register": (("set", "/a", *ENTRY), 2, "There is no register ''"),
    "an empty id": (("set", "sources/", *ENTRY), 2, "cannot be an id"),
    "a path for an id": (("set", "sources/../../a", *ENTRY), 2, "cannot be an id"),
    "capitals in an id": (("set", "sources/A", *ENTRY), 2, "cannot be an id"),
    "an id that nothing reads": (("set", "sources/x_a", *ENTRY), 2, "cannot be an id"),
    "an id without end": (("set", f"sources/{'a' * 3000}", *ENTRY), 2, "cannot be an id"),
    "a field without a value": (("set", "sources/a", "title"), 2, "FIELD=VALUE"),
    "a value without a field": (("set", "sources/a", "=x", *ENTRY), 1, "'' is not a field"),
    "an unknown field": (("set", "sources/a", *ENTRY, "yaer=2020"), 1, "Did you mean 'year'?"),
    "a missing field": (("set", "sources/a", "title=A"), 1, "'kind' is missing"),
    "a blank title": (("set", "sources/a", "title= ", "kind=law"), 1, "not empty"),
    "a title of control characters": (("set", "sources/a", "title=\x00", "kind=law"), 1, "'title' is missing"),
    "an open bracket": (("set", "sources/a", "sources=[a", *ENTRY), 2, "closed with ]"),
    "a hundred thousand brackets": (("set", "sources/a", f"sources={'[' * 100_000}", *ENTRY), 2, "nested"),
    "an alias in brackets": (("set", "sources/a", "sources=[*x]", *ENTRY), 2, "*"),
    "a block inside a text": (("set", "sources/a", *ENTRY, "title.x=1"), 1, "expected text"),
    "dots": (("set", "sources/a", *ENTRY, "..=1"), 1, "is not a field"),
    "an action without a sector": (("set", "actions/a", *ENTRY), 2, "needs its sector"),
    "an action in no sector": (("set", "actions/a", *ENTRY, "sector=helth"), 2, "Did you mean 'health'?"),
    "options of answers for an entry": (("set", "sources/a", *ENTRY, "--note", "n"), 2, "belong to answers"),
    "a signature by nobody": (("sign", "core_team", "--by", " ", "--reference", "r"), 1, "cannot be signed yet"),
    "a signature too early": (("sign", "core_team", "--by", "x", "--reference", "r"), 1, "cannot be signed yet"),
    "an unknown stage": (("sign", "core_tem", "--by", "x", "--reference", "r"), 2, "Did you mean 'core_team'?"),
    "init over a project": (
        ("init", ".", "--country", "KEN", "--plan", "P", "--start", "2026", "--end", "2035"),
        1,
        "empty",
    ),
    "an unknown document": (("report", "scoping_propsal"), 2, "Did you mean 'scoping_proposal'?"),
    "a file for a folder of reports": (("report", "--out", "mainstream.yaml"), 1, "--out"),
    "an unknown command": (("chekc",), 2, "--help"),
    "an unknown question": (("explain", "x" * 100_000), 2, "There is no question"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_command_that_cannot_work_changes_nothing(run, picture, stopped, name):
    """A command that cannot work says what is wrong and what to do, names the nearest right word, and changes nothing."""
    command, code, words = REFUSED[name]
    before = picture()
    assert words in stopped(run(*command), code)
    assert picture() == before


INIT = ("--country", "KEN", "--plan", "P", "--start", "2026", "--end", "2035")
NO_PROJECT = {
    "no country": (INIT[2:], 2, "--country"),
    "an unknown country": (("--country", "Kenia", *INIT[2:]), 2, "Did you mean 'Kenya'?"),
    "a name of control characters": (("--name", "\x07", *INIT[2:]), 2, "--country"),
    "a blank plan": (("--country", "KEN", "--plan", " ", *INIT[4:]), 2, "--plan"),
    "a plan that runs backwards": ((*INIT[:6], "--end", "2020"), 1, "not before the start"),
    "year 99999": ((*INIT[:6], "--end", "99999"), 1, "1800 to 2200"),
    "a word for a year": ((*INIT[:6], "--end", "soon"), 2, "whole number"),
    "an unknown timing": ((*INIT, "--timing", "in_plann"), 1, "Did you mean 'in_plan'?"),
    "a blank lead": ((*INIT, "--lead", " "), 1, "not empty"),
    "an unknown sample": (("--sample", "moldva"), 2, "Did you mean 'moldova'?"),
    "a sample out of the folder": (("--sample", "../../etc"), 2, "There is no sample"),
    "a sample with a plan": (("--sample", "moldova", "--plan", "P"), 2, "--plan"),
}


@pytest.mark.parametrize("name", NO_PROJECT)
def test_a_project_that_cannot_be_made_leaves_nothing_behind(run, tmp_path, stopped, name):
    """When init cannot make a project it says why, and not even an empty folder is left."""
    arguments, code, words = NO_PROJECT[name]
    assert words in stopped(run("init", tmp_path / "new" / "land", *arguments), code)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("command", [("init", *INIT), ("demo",), ("check", "-p"), ("report", "--out")])
def test_a_name_that_the_system_refuses_is_a_message(run, project, picture, stopped, command):
    """A path that is longer than the system allows stops a command like any other mistake."""
    before = picture()
    assert "too long" in stopped(run(command[0], *command[1:], "n" * 300))
    assert picture() == before


TEXTS = {
    "signs": "A & <B> {{ x }} {% y %} ]]> &amp; %s {0} \\",
    "Arabic and emoji": "\u0648\u0632\u0627\u0631\u0629 \U0001f468\u200d\U0001f469\u200d\U0001f467 \u00e9",
    "20,000 characters": "word " * 4000 + "end",
    "one line of 20,000": "w" * 20_000,
    "lines": "first\n\n  second: # no comment\n\tthird\n- fourth\n",
    "a first line of spaces": "  \n  a\nb",
    "marks of YAML": "a: b # c, [d] {e} *f &g !h |i >j @k %l `m",
    "a conflict": "<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> branch",
    "a document": "---\na: b\n...\n",
    "invisible breaks": "a\u2028b\u0085c\u00a0d",
    "a mark inside": "a\ufeffb",
    "control characters": "a\x00b\x07c\x1b[31md\x0be",
    **{word: word for word in ("no", "Yes", "null", "~", "true", "1e5", "0x1F", "012", "2026-01-01", "12:30", ".inf")},
    **{sign: sign for sign in ("- a", "?", ":", "#", "|", "[a", "{a", "'", '"', "...", "<<", "=", "[red]x[/red]")},
}


@pytest.mark.parametrize("name", TEXTS)
def test_every_text_comes_back_as_it_was_said(run, project, name):
    """A text that set stores is read back the same by this tool and by any other YAML reader, and checks without error."""
    text = TEXTS[name]
    expected = yamlfile.clean(text)
    assert run("set", LEAD, "--note", text, "--by", text, "--", text).code == 0
    assert run("set", "sources/a", "kind=law", "title=T", f"author=. {text}").code == 0
    assert yamlfile.read(project / "registers/sources.yaml").data["a"]["author"] == f". {expected}"
    path = project / "answers/core_team.yaml"
    for data in (yamlfile.read(path).data, yaml.safe_load(path.read_text(encoding="utf-8"))):
        assert {field: data[LEAD][field] for field in ("value", "note", "by")} == dict.fromkeys(
            ("value", "note", "by"), expected
        )
    assert [each for each in run("check", "--format", "json").json["findings"] if each["severity"] == "error"] == []
    shown = run("check").out + run("status").out
    assert "\x1b" not in shown
    assert "\x00" not in shown


def test_unknown_is_one_answer_of_a_question_with_choices(run, project):
    """``unknown`` to a question with several choices is stored as the answer itself, so that it counts as a data gap."""
    assert run("set", "health_groups", "unknown").code == 0
    assert yamlfile.read(project / "answers/sectors/health.yaml").data["health_groups"]["value"] == "unknown"
    notes = [each["where"]["id"] for each in run("check", "--format", "json").json["findings"] if each["code"] == "A04"]
    assert notes == ["health_groups"]


def test_set_keeps_what_it_does_not_know(run, put):
    """Changing one field keeps the user's own keys beside it and in the blocks and lists of the same entry."""
    path = put(
        "registers/indicators.yaml",
        "i:\n  title: I\n  level: outcome\n  unit: '%'\n  x_top: 1\n  baseline: {value: 1, x_in: [a]}\n"
        "  disaggregation:\n    - {by: sex, group: women, x_deep: {b: c}}\n",
    )
    assert run("set", "indicators/i", "baseline.value=2", "note=N").code == 0
    entry = yamlfile.read(path).data["i"]
    assert entry["baseline"] == {"value": 2, "x_in": ["a"]}
    assert entry["disaggregation"][0]["x_deep"] == {"b": "c"}
    assert (entry["x_top"], entry["note"]) == (1, "N")


def test_set_carries_nothing_private_into_a_public_file(run, put):
    """What private/ lies over is changed in private/: the public file keeps its own, and gets nothing private."""
    path = put("registers/indicators.yaml", "i: {title: I, level: outcome, unit: x, baseline: {value: 1}}\n")
    hidden = put("private/registers/indicators.yaml", "i: {baseline: {value: 7, not_available: secret}}\n")
    done = run("set", "indicators/i", "baseline.year=2020", "note=Open")
    assert done.code == 0
    assert "baseline: private/ holds this already" in done.out
    assert yamlfile.read(path).data["i"]["baseline"] == {"value": 1}
    assert yamlfile.read(path).data["i"]["note"] == "Open"
    assert yamlfile.read(hidden).data["i"] == {"baseline": {"value": 7, "year": 2020, "not_available": "secret"}}


@pytest.mark.parametrize(
    ("file", "content", "command"),
    [
        ("answers/core_team.yaml", f"{M}: {{confidense: high}}\n", ("set", M, "partly")),
        ("registers/sources.yaml", "a: word\n", ("set", "sources/a", *ENTRY)),
        ("registers/sources.yaml", "a: [word]\n", ("set", "sources/a", *ENTRY)),
        ("registers/sources.yaml", "a: {title: A, kind: lwa}\n", ("set", "sources/a", "year=2020")),
    ],
)
def test_an_answer_is_not_accepted_into_a_block_that_stays_broken(run, put, picture, stopped, file, content, command):
    """``set`` does not say yes to an answer that would not count because something else in its block is wrong."""
    put(file, content)
    before = picture()
    stopped(run(*command))
    assert picture() == before


def test_a_mistake_is_put_right_by_set(run, put):
    """A value that does not fit can be replaced with set."""
    put("answers/core_team.yaml", f"{M}: {{value: partli, note: n}}\n")
    assert run("set", M, "partly").code == 0
    assert run("check").code == 0


@pytest.mark.parametrize("content", ["- a\n", "word\n", "{core_team_mandate: partly}\n", "---\n...\n"])
def test_a_file_without_place_for_an_answer_is_named(run, put, picture, stopped, content):
    """When a file has no place for an answer the message names the file, and the file stays as it is."""
    put("answers/core_team.yaml", content)
    before = picture()
    assert "answers/core_team.yaml" in stopped(run("set", LEAD, "Planning"))
    assert picture() == before


STOPS = [
    ((), 2),
    (("chekc",), 2),
    (("check", "--bogus"), 2),
    (("check", "a", "b"), 2),
    (("check", "nostage"), 2),
    (("check", "--today", "2026-13-45"), 2),
    (("check", "--today", "99999-01-01"), 2),
    (("check", "-p", "/nowhere"), 1),
    (("check", "-p", "mainstream.yaml"), 1),
    (("check", "-p", "n" * 5000), 1),
    (("status", "-p", "answers"), 1),
    (("status", "--today", "x" * 10_000), 2),
    (("checklist", "show", ""), 2),
    (("checklist", "prnit"), 2),
    (("explain", "nothing"), 2),
    (("set", M, "partly"), 2),
    (("sign", "core_team"), 2),
    (("init",), 2),
    (("report",), 2),
    (("demo",), 2),
]


@pytest.mark.parametrize(("arguments", "code"), STOPS)
def test_every_stop_is_one_json_document(run, picture, arguments, code):
    """With --format json a stop is one JSON document on stdout with code, message, action and where, and nothing else."""
    before = picture()
    option = ("--format", "json") if len(arguments) % 2 else ("--format=json",)
    result = run(*arguments, *option)
    assert (result.code, result.err) == (code, "")
    assert result.json.keys() == {"schema", "language", "error"}
    assert result.json["schema"] == 1
    assert result.json["error"].keys() == {"code", "message", "action", "where"}
    assert all(result.json["error"][name] for name in ("code", "message", "action"))
    assert picture() == before


def test_words_that_look_like_the_option_ask_for_no_json(run, project, stopped):
    """A note about "--format json" does not turn a message for people into JSON."""
    assert "Did you mean" in stopped(run("set", M, "partli", "--note", "use --format json"))


@pytest.mark.parametrize("value", ["soon", "99999999999999999999", "-99999999999999"])
def test_an_impossible_clock_is_a_message(run, project, stopped, monkeypatch, value):
    """A SOURCE_DATE_EPOCH that is no moment stops a command with a message that shows it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    assert f"'{value}' is not a date" in stopped(run("check"), 2)
