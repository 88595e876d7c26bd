"""Folders, settings, journals and private files that are not as they should be."""

import os
import sys
from pathlib import Path

import pytest

STAGE = "answers/core_team.yaml"
BY = 'by: x\ndate: "2026-01-01"\n'
WAIVER = f'kind: waiver\ncode: A03\nreason: r\nuntil: "2026-12-31"\n{BY}'
DECISION = f"kind: decision\ncode: C04\ntext: t\n{BY}"
RATING = f'kind: rating\nratings:\n  C04: not_met\nedition: "2026.1"\n{BY}'
SIGN_OFF = 'kind: sign_off\nstage: core_team\nby: x\nreference: r\ndate: "2026-01-01"\ndigest: abc\nedition: "2026.1"\n'
SET = ("set", "core_team_lead", "Planning")


def errors(run):
    findings = run("check", "--format", "json").json["findings"]
    return [each for each in findings if each["severity"] == "error"]


SETTINGS = {
    "empty": (lambda text: "", "F11", "'country' is missing"),
    "a list": (lambda text: "- a\n", "F09", "name: value"),
    "a word": (lambda text: "hello\n", "F09", "name: value"),
    "UTF-16": (lambda text: text.encode("utf-16"), "F01", "UTF-16"),
    "Latin-1": (lambda text: text.encode() + b"x_a: \xe9\n", "F01", "E9"),
    "3 MB": (lambda text: text + "#" * 3_000_000, "F05", "2 MB"),
    "a git conflict": (
        lambda text: f"<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> b\n",
        "F06",
        "merge",
    ),
    "a tab": (lambda text: text + "x_a:\n\tb: c\n", "F02", "tab"),
    "100,000 levels": (lambda text: "[" * 100_000, "F05", "nested"),
    "no schema": (lambda text: text.replace("schema: 2\n", ""), "F11", "'schema' is missing"),
    "schema 0": (lambda text: text.replace("schema: 2", "schema: 0"), "F09", "at least 1"),
    "schema 1.5": (lambda text: text.replace("schema: 2", "schema: 1.5"), "F09", "a whole number"),
    "a plan that runs backwards": (lambda text: text.replace("end: 2035", "end: 2020"), "F09", "not before the start"),
    "year 99999": (lambda text: text.replace("end: 2035", "end: 99999"), "F09", "1800 to 2200"),
    "a country without a name": (lambda text: text.replace("name: Kenya", 'name: " "'), "F09", "not empty"),
    "a country code of Norway": (lambda text: text.replace("iso3: KEN", "iso3: NO"), "F09", "three capitals"),
    "a timing with a typo": (lambda text: text.replace("in_plan", "in_plann"), "F09", "Did you mean 'in_plan'?"),
    "a day without a calendar": (lambda text: text + "as_of: 2026-02-30\n", "F09", "2026-06-07"),
    "a list for the lead": (lambda text: text + "lead: [a]\n", "F09", "expected text"),
    "an unknown key": (lambda text: text + "plann: x\n", "F08", "Did you mean 'plan'?"),
    "an unknown kind of sample": (lambda text: text + "sample: real\n", "F09", "'real_country'"),
    "a rate of nothing": (
        lambda text: (
            text + "finance: {currency: USD, rates: [{currency: EUR, value: 0, date: 2026-01-01, source: s}]}\n"
        ),
        "F09",
        "greater than 0",
    ),
}


@pytest.mark.parametrize("name", SETTINGS)
def test_broken_settings_are_named_first_and_stop_every_change(run, put, picture, stopped, name):
    """What is wrong in mainstream.yaml is named, without talk of what follows from it; nothing is written until then."""
    change, code, words = SETTINGS[name]
    put("mainstream.yaml", change((Path.cwd() / "mainstream.yaml").read_text()))
    before = picture()
    found = errors(run)
    assert {each["where"]["file"] for each in found} == {"mainstream.yaml"}
    assert any(each["code"] == code and words in each["message"] + each["action"] for each in found)
    assert not any("Input should" in each["message"] or "schema_" in each["action"] for each in found)
    if code in {"F01", "F02", "F05", "F06"}:
        assert len(found) == 1
    assert "mainstream.yaml" in stopped(run(*SET))
    assert run("status").code == 0
    assert picture() == before


@pytest.mark.parametrize("schema", ["3", '"3"', "99999999999999999999", "3\nfuture: {key: value}"])
def test_a_project_of_a_newer_schema_is_never_written_to(run, put, picture, stopped, schema):
    """A project made by a newer version is shown, and every command that would change it stops and says why."""
    put("mainstream.yaml", (Path.cwd() / "mainstream.yaml").read_text().replace("schema: 2", f"schema: {schema}"))
    before = picture()
    assert "F12" in {each["code"] for each in errors(run)}
    sign = ("sign", "core_team", "--by", "x", "--reference", "y")
    for command in (SET, ("set", "sources/a", "title=A", "kind=law"), sign, ("report",)):
        assert "newer mainstream" in stopped(run(*command))
    assert picture() == before


def test_a_folder_in_place_of_a_file_is_named(run, project, stopped):
    """A folder where a file belongs is a finding, and nothing is written."""
    (project / STAGE).unlink()
    (project / STAGE).mkdir()
    assert [(each["code"], each["where"]["file"]) for each in errors(run)] == [("F01", STAGE)]
    assert "folder" in stopped(run(*SET))
    assert list((project / STAGE).iterdir()) == []


@pytest.mark.parametrize("name", ["answers", "registers/actions", "journal", "private"])
def test_a_file_in_place_of_a_folder_is_named(run, project, stopped, name):
    """A file where a folder belongs is a finding: its answers are not simply taken as missing."""
    path = project / name
    if path.is_dir():
        path.rename(project / "elsewhere")
    path.write_text("x")
    assert [(each["code"], each["where"]["file"]) for each in errors(run)] == [("F01", name)]
    assert name in stopped(run(*SET))
    assert path.read_text() == "x"


LINKS = {
    "out of the folder": "/etc/hostname",
    "to nothing": "nothing.yaml",
    "to itself": "core_team.yaml",
    "to an endless device": "/dev/zero",
    "by way of its parents": "../../outside.yaml",
}


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
@pytest.mark.parametrize("name", LINKS)
def test_a_link_that_leads_away_is_neither_read_nor_followed(run, project, stopped, name):
    """A link that leaves the project, dangles or turns in a circle is a finding; what it points to stays untouched."""
    outside = project.parent / "outside.yaml"
    outside.write_text("core_team_mandate: partly\n")
    (project / STAGE).unlink()
    (project / STAGE).symlink_to(LINKS[name])
    assert [(each["code"], each["where"]["file"]) for each in errors(run)] == [("F01", STAGE)]
    assert STAGE in stopped(run(*SET))
    assert outside.read_text() == "core_team_mandate: partly\n"


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
@pytest.mark.parametrize(
    ("folder", "command"), [("answers", SET), ("registers", ("set", "sources/a", "title=A", "kind=law"))]
)
def test_nothing_is_written_through_a_folder_that_is_a_link(run, project, stopped, folder, command):
    """A data folder that is a link out of the project is not written through."""
    outside = project.parent / "outside"
    outside.mkdir()
    (project / folder).rename(project / "elsewhere")
    (project / folder).symlink_to(outside)
    assert "leads out" in stopped(run(*command))
    assert list(outside.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_documents_are_not_written_through_a_link(run, project, stopped):
    """A folder of reports that is a link out of the project is not written through; --out may name any folder."""
    outside = project.parent / "outside"
    outside.mkdir()
    (project / "reports").symlink_to(outside)
    assert "leads out" in stopped(run("report"))
    assert list(outside.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("file", [STAGE, "journal/2026.yaml", "private/answers/core_team.yaml"])
def test_a_pipe_in_place_of_a_file_does_not_hang(run, project, stopped, file):
    """A named pipe where a file belongs is a finding, and no command waits for it."""
    path = project / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    assert [(each["code"], each["where"]["file"]) for each in errors(run)] == [("F01", file)]
    assert file in stopped(run(*SET))


JOURNAL = {
    "broken": ("a.yaml", "\t", "F02"),
    "foreign": ("a.yaml", "hello: 1\n", "F11"),
    "a list": ("a.yaml", "- 1\n", "F09"),
    "empty": ("a.yaml", "", "F11"),
    "an unknown stage": ("a.yaml", SIGN_OFF.replace("core_team", "cor_team"), "F09"),
    "an impossible day": ("a.yaml", SIGN_OFF.replace("2026-01-01", "2026-13-45"), "F09"),
    "an unknown kind": ("a.yaml", SIGN_OFF.replace("sign_off", "sing_off"), "F09"),
    "a waiver without its end": ("a.yaml", WAIVER.replace("until", "x_until"), "F11"),
    "a decision on no code": ("a.yaml", DECISION.replace("C04", "early"), "F09"),
    "a rating in other words": ("a.yaml", RATING.replace("not_met", "bad"), "F09"),
    "a field of another kind": ("a.yaml", RATING + "stage: scoping\n", "F08"),
    "another ending": ("a.yml", SIGN_OFF, "F13"),
    "a folder too deep": ("2026/a.yaml", SIGN_OFF, "F13"),
}


@pytest.mark.parametrize("name", JOURNAL)
def test_a_foreign_file_in_the_journal_is_named(run, put, name):
    """A file in the journal that is no entry is a finding with its place; it signs nothing and hides nothing."""
    file, content, code = JOURNAL[name]
    put(f"journal/{file}", content)
    found = errors(run)
    assert code in {each["code"] for each in found}
    assert {each["where"]["file"] for each in found} == {f"journal/{file}"}
    stages = run("status", "--format", "json").json["stages"]
    assert all(each["signed"] is None for each in stages)


def test_every_kind_of_entry_is_read(run, put):
    """Sign-offs, waivers, decisions and ratings stand in the journal side by side and are no fault of form."""
    for name, content in {"a": SIGN_OFF, "b": WAIVER, "c": DECISION, "d": RATING}.items():
        put(f"journal/{name}.yaml", content)
    assert errors(run) == []


HARMLESS = [
    "answers/core_team.yaml.orig",
    "answers/core_team.yaml~",
    "answers/.core_team.yaml.swp",
    "answers/#core_team.yaml#",
    "answers/.DS_Store",
    "answers/.mainstream-0123.tmp",
    "registers/Thumbs.db",
    "journal/notes.txt",
    ".git/HEAD",
    "notes.yaml",
]
OVERLOOKED = {
    "answers/core_team.yml": "answers/core_team.yaml",
    "answers/core_team.YAML": "answers/core_team.yaml",
    "answers/core_team.yaml.txt": "answers/core_team.yaml",
    "answers/core_team (copy).yaml": "answers/core_team.yaml",
    "answers/core_team_BACKUP_123.yaml": "answers/core_team.yaml",
    "answers/health.yaml": "answers/sectors/health.yaml",
    "registers/actions/helth.yaml": "registers/actions/health.yaml",
    "private/answers/core-team.yaml": "answers/core_team.yaml",
}


def test_what_editors_and_git_leave_behind_is_harmless(run, put):
    """Backup files, swap files and what the system keeps in folders are no finding."""
    for file in HARMLESS:
        put(file, b"\x00\x01 not for us")
    assert errors(run) == []
    assert run(*SET).code == 0


def test_a_file_that_nothing_reads_is_named(run, put):
    """Answers in a file with a mistyped name, another ending or the name of a copy are not silently overlooked."""
    for file in OVERLOOKED:
        put(file, "core_team_mandate: partly\n")
    found = {each["where"]["file"]: each for each in errors(run)}
    assert {file: each["code"] for file, each in found.items()} == dict.fromkeys(OVERLOOKED, "F13")
    assert all(right in found[file]["message"] for file, right in OVERLOOKED.items())


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_file_name_cannot_rewrite_the_screen(run, put, project):
    """A file name with an escape sequence or bytes that are not UTF-8 is shown without harm."""
    put("answers/a\x1b[31mb.yaml", "x_a: 1\n")
    Path(os.fsdecode(os.fsencode(project) + b"/answers/c\xff.yaml")).write_text("x_a: 1\n")
    result = run("check")
    assert result.code == 1
    assert result.out.count("F13") == 2
    assert "\x1b" not in result.out
    assert len(errors(run)) == 2


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("\t", "F02"),
        ("- a\n", "F09"),
        ("core_team_mandat: partly\n", "F08"),
        ("core_team_mandate: {value: partli}\n", "F09"),
        ("core_team_mandate: {value: [partly]}\n", "F09"),
        ("political_backing: partly\n", "F13"),
    ],
)
def test_a_broken_private_file_is_named_as_such(run, put, content, code):
    """A mistake in private/ is reported with the path in private/, not with that of the file below it."""
    put(STAGE, "core_team_mandate: {value: partly}\n")
    put(f"private/{STAGE}", content)
    assert {(each["code"], each["where"]["file"]) for each in errors(run)} == {(code, f"private/{STAGE}")}


PRIVATE = {
    "a bare key covers nothing": ("{value: partly, note: n}", "", ("partly", "n")),
    "a bare value is the value": ("{value: partly, note: n}", "absent", ("absent", "n")),
    "a block goes around a bare value": ("partly", "{note: secret}", ("partly", "secret")),
    "a field covers a field": ("{value: partly, note: n}", "{note: secret}", ("partly", "secret")),
    "a bare field covers nothing": ("{value: partly, note: n}", "{note: }", ("partly", "n")),
}


@pytest.mark.parametrize("name", PRIVATE)
def test_private_values_hide_no_public_answer(project, put, catalogue, name):
    """What stands in private/ is laid over an answer field by field and never makes the answer itself disappear."""
    from mainstream_cli.store import load

    below, above, expected = PRIVATE[name]
    put(STAGE, f"core_team_mandate: {below}\n")
    put(f"private/{STAGE}", f"core_team_mandate: {above}\n")
    loaded = load(project, catalogue)
    answer = loaded.project.answers["core_team_mandate"]
    assert (answer.value, answer.note) == expected
    assert loaded.public.answers["core_team_mandate"].value == "partly"


def test_broken_private_settings_stop_a_change(run, put, picture, stopped):
    """A mistake in private/mainstream.yaml stops every change, like one in mainstream.yaml."""
    put("private/mainstream.yaml", "plan: [x]\n")
    before = picture()
    assert "private/mainstream.yaml" in stopped(run(*SET))
    assert picture() == before
