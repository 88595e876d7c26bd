"""What was written, the line that is said to be right, and what check --fix makes of it."""

import difflib
import json

import pytest

from mainstream_cli.yamlfile import parse

STAKEHOLDERS = """\
mol:
  title: Ministry of Labour
  abbreviation: MoL
  kind: ministry
unhcr:
  title: UNHCR
  kind: un_agency
youth_north:
  title: Youth Council
  kind: civil_society
youth_south:
  title: Youth Council
  kind: civil_society
"""
SOURCES = "census_2014:\n  title: Census 2014\n  kind: law\n"
FIGURE = "f:\n  title: F\n  indicator: f\n  year: 2026\n  {}\n  unit: {}\n  source: census_2014\n"
ACTION = "a:\n  title: A\n  kind: service\n  {}\n"
MONEY = ACTION.format("funding:\n    - source: mol\n      {}\n      currency: GHS\n      status: secured")
MANDATE = "core_team_mandate:\n  {}\n"
FIGURES, HEALTH, TEAM = "registers/figures.yaml", "registers/actions/health.yaml", "answers/core_team.yaml"

# name: file, its text with a gap, what was written, the right lines: one is made, two are said, none is no guess
TABLE = {
    "decimal comma": (FIGURES, FIGURE, ["value: 7,2"], ['value: "7.2"']),
    "per cent": (FIGURES, FIGURE.replace("unit: {}", 'unit: "% of GDP"'), ["value: 3%"], ["value: 3"]),
    "per cent of persons": (FIGURES, FIGURE.replace("unit: {}", "unit: persons"), ["value: 3%"], []),
    "million": (FIGURES, FIGURE, ["value: 1.5 million"], ["value: 1500000"]),
    "billion": (FIGURES, FIGURE, ["value: 2 billion"], ["value: 2000000000", "value: 2000000000000"]),
    "sign of a currency": (HEALTH, MONEY, ["amount: ¢ 1,200,000"], ["amount: 1200000"]),
    "code of the currency": (HEALTH, MONEY, ["amount: GHS 1 200 000"], ["amount: 1200000"]),
    "another currency": (HEALTH, MONEY, ["amount: USD 1 200 000"], []),
    "spaces": (FIGURES, FIGURE, ["value: 200 000"], ["value: 200000"]),
    "no-break spaces": (FIGURES, FIGURE, ["value: 200\u00a0000"], ["value: 200000"]),
    "thin spaces": (FIGURES, FIGURE, ["value: 1\u2009200\u202f000"], ["value: 1200000"]),
    "apostrophe": (FIGURES, FIGURE, ["value: 1'200"], ["value: 1200"]),
    "lakhs": (FIGURES, FIGURE, ["value: 12,00,000"], ["value: 1200000"]),
    "French": (FIGURES, FIGURE, ["value: 1 234,5"], ['value: "1234.5"']),
    "German": (FIGURES, FIGURE, ["value: 1.234,5"], ['value: "1234.5"']),
    "one comma, three digits": (FIGURES, FIGURE, ["value: 1,200"], ["value: 1200", 'value: "1.2"']),
    "three decimals": (FIGURES, FIGURE, ["value: 1.500"], ["value: 1500", 'value: "1.5"']),
    "leading zero": (FIGURES, FIGURE, ["value: 017"], ["value: 17"]),
    "an exponent": (FIGURES, FIGURE, ["value: 1e3"], []),
    "an underscore": (FIGURES, FIGURE, ["value: 12_5"], []),
    "a year of other digits": (FIGURES, FIGURE.replace("year: 2026", "{}"), ["year: २०२६", "value: 1"], ["year: 2026"]),
    "an id of one's own": (
        FIGURES,
        FIGURE.replace("indicator: f", "{}"),
        ["indicator: Emigrant stock", "value: 1"],
        ["indicator: emigrant_stock"],
    ),
    "month": (HEALTH, ACTION, ["start: 01/2027"], ['start: "2027-01"']),
    "month in letters": (HEALTH, ACTION, ["start: Dec 2028"], ['start: "2028-12"']),
    "quarter": (HEALTH, ACTION, ["start: Q2 2027"], ['start: "2027-04"', 'start: "2027-06"']),
    "day in two ways": (TEAM, MANDATE, ["date: 7/6/2026"], ['date: "2026-06-07"', 'date: "2026-07-06"']),
    "day over twelve": (TEAM, MANDATE, ["date: 13/6/2026"], ['date: "2026-06-13"']),
    "day with points": (TEAM, MANDATE, ["date: 2026.06.07"], ['date: "2026-06-07"']),
    "day in words": (TEAM, MANDATE, ["date: 7 June 2026"], ['date: "2026-06-07"']),
    "day with a colon": (TEAM, MANDATE, ['date: "7 June 2026"'], ['date: "2026-06-07"']),
    "label": ("registers/stakeholders.yaml", "a:\n  title: A\n  {}\n", ["kind: UN agency"], ["kind: un_agency"]),
    "capitals": (TEAM, MANDATE, ["value: Partly"], ["value: partly"]),
    "label of a rating": (TEAM, MANDATE, ["value: in place"], ["value: in_place"]),
    "smart quotes on a term": (TEAM, MANDATE, ["value: “partly”"], ["value: partly"]),
    "a bare no on a rating": (TEAM, MANDATE, ["value: no"], []),
    "a bare true on a rating": (TEAM, MANDATE, ["value: true"], []),
    "a bare no in a text": (TEAM, MANDATE, ["note: no"], ['note: "no"']),
    "a bare no for an id": (FIGURES, FIGURE.replace("indicator: f", "{}"), ["indicator: no", "value: 1"], ['indicator: "no"']),
    "a bare TRUE in a text": (TEAM, MANDATE, ["note: TRUE"], ['note: "TRUE"']),
    "a bare true in a text": (TEAM, MANDATE, ["note: true"], ['note: "true"']),
    "a list as text": (HEALTH, ACTION, ["groups: women, youth"], ["groups: [women, youth]"]),
    "one for a list": (HEALTH, ACTION, ["gcm: 5"], ["gcm: [5]"]),
    "tags as text": (HEALTH, ACTION, ["sdg: 10.7, 8.8"], ['sdg: ["10.7", "8.8"]']),
    "one source": (TEAM, MANDATE, ["sources: Census 2014"], ["sources: [census_2014]"]),
    "abbreviations in a list": ("registers/bodies.yaml", "b:\n  title: B\n  kind: other\n  status: working\n  {}\n", ["members: MoL; UNHCR"], ["members: [mol, unhcr]"]),
    "an abbreviation in a list": ("registers/bodies.yaml", "b:\n  title: B\n  kind: other\n  status: working\n  members:\n    {}\n", ["- MoL"], ["- mol"]),
    "an abbreviation": (HEALTH, ACTION, ["lead: MoL"], ["lead: mol"]),
    "a full title": (HEALTH, ACTION, ["lead: ministry of labour"], ["lead: mol"]),
    "a title of two": (HEALTH, ACTION, ["lead: Youth Council"], ["lead: youth_north", "lead: youth_south"]),
    "a title nobody has": (HEALTH, ACTION, ["lead: Ministry of Magic"], []),
    "a title of a source": (FIGURES, FIGURE.replace("source: census_2014", "{}"), ["value: 1", "persons", "source: Census 2014"], ["source: census_2014"]),
    "a colon in a text": (TEAM, MANDATE, ["note: Decision: open"], ['note: "Decision: open"']),
    "smart quotes and a colon": (TEAM, MANDATE, ["note: “Costs: 40”"], ['note: "Costs: 40"']),
    "half a smart quote": (TEAM, MANDATE, ['note: "It costs 40”'], ["note: It costs 40"]),
    "a bracket in a text": (TEAM, MANDATE, ["note: [Draft] policy"], ['note: "[Draft] policy"']),
    "a dash in a text": (TEAM, MANDATE, ["note: - item"], ['note: "- item"']),
    "no space after the colon": (TEAM, MANDATE.replace("{}", "value: partly\n  {}"), ["note:open"], ["note: open"]),
    "an open quotation mark": (TEAM, MANDATE, ['note: "open'], []),
    "an open list": (TEAM, MANDATE, ["sources: [census_2014"], []),
    "a text cut by #": (TEAM, MANDATE, ["note: Room #3 of 5"], ['note: "Room #3 of 5"']),
    "a comment": (TEAM, MANDATE, ["note: Room  # 3 of 5"], []),
    "unindented": (TEAM, "core_team_mandate:\n{}\n", ["value: partly"], ["  value: partly"]),
    "a field of a block, unindented": (TEAM, "core_team_mandate:\n  value: partly\n{}\n", ["note: x"], ["  note: x"]),
}  # fmt: skip
POINTED_OUT = {"three decimals", "a text cut by #"}


def filled(frame, written):
    parts = [*written, *["persons"] * (frame.count("{}") - len(written))]
    order = sorted(range(len(written)), key=lambda n: n) if frame.count("{}") >= len(written) else []
    assert order or len(written) == 1
    return frame.format(*parts)


@pytest.fixture
def prepared(project):
    (project / "registers/stakeholders.yaml").write_text(STAKEHOLDERS, encoding="utf-8")
    (project / "registers/sources.yaml").write_text(SOURCES, encoding="utf-8")
    return project


@pytest.mark.parametrize("name", TABLE)
def test_the_right_line_is_said_and_made_where_it_is_one(prepared, run, name):
    """A wrong value is met with the exact right line, or the two; --fix shows the one, --write makes it and only it."""
    file, frame, written, right = TABLE[name]
    path = prepared / file
    text = f"# above\n{filled(frame, written)}# below\n"
    path.write_text(text, encoding="utf-8")
    found = [each for each in run("check", "--format", "json").json["findings"] if each["where"]["file"] == file]
    said = [each["lines"] for each in found if each["lines"]]
    assert (right in said) if right else not said
    assert all(line in each["action"] for each in found for line in each["lines"])

    clear = len(right) == 1 and name not in POINTED_OUT
    shown = run("check", "--fix")
    assert path.read_text(encoding="utf-8") == text
    assert (f"+++ b/{file}" in shown.out) == clear
    done = run("check", "--fix", "--write")
    after = path.read_text(encoding="utf-8")
    if not clear:
        assert after == text
        return
    changed = [line for line in difflib.ndiff(text.splitlines(), after.splitlines()) if line[:1] in "+-"]
    assert [line[2:].strip() for line in changed if line[0] == "+"] == [right[0].strip()]
    assert len(changed) == 2
    assert done.out == shown.out
    assert after.startswith("# above")
    assert after.endswith("# below\n")
    assert [each for each in run("check", "--format", "json").json["findings"] if each["lines"]] == []
    again = run("check", "--fix", "--write")
    assert (again.out, path.read_text(encoding="utf-8")) == ("", after)


MIXED = """\
# The team.  “Quotes” stay here
core_team_mandate:   # decided
value: Partly   # by the room
note: no
date: 13/6/2026
core_team_lead: “Planning: Commission”

national_leadership:
  value: no      # nobody knows
  x_own: 7,2
  sources: Census 2014
"""


@pytest.mark.parametrize(("mark", "ending"), [("", "\n"), ("\ufeff", "\n"), ("", "\r\n")])
def test_comments_line_ends_and_every_other_byte_stay(prepared, run, mark, ending):
    """Many repairs of one file change their own spans and nothing else, whatever the file begins or its lines end with."""
    path = prepared / TEAM
    path.write_bytes((mark + MIXED.replace("\n", ending)).encode())
    run("check", "--fix", "--write")
    after = path.read_bytes().decode()
    wanted = mark + MIXED.replace("\nvalue: P", "\n  value: P").replace("\nnote: no", '\n  note: "no"')
    wanted = wanted.replace("\ndate: 13/6/2026", '\n  date: "2026-06-13"').replace("Partly", "partly")
    wanted = wanted.replace("“Planning: Commission”", '"Planning: Commission"')
    wanted = wanted.replace("sources: Census 2014", "sources: [census_2014]")
    assert after == wanted.replace("\n", ending)


TORN = """\
core_team_mandate:
  value: Partly
core_team_tasks:
  note: "half a text
core_team_lead:
value: Planning
core_team_skills: {value: [
"""


def test_what_cannot_be_read_loses_no_byte_to_a_repair(prepared, run):
    """Beside blocks that nobody can read, what has one reading waits or is put right; the blocks stay to the letter."""
    path = prepared / TEAM
    path.write_text(TORN)
    run("check", "--fix", "--write")
    assert path.read_text() == TORN.replace("\nvalue: Planning", "\n  value: Planning")


def test_only_what_is_changed_is_counted(prepared, run):
    """Where a file stays broken, its values are not put right yet, and nobody is told that they were."""
    text = STAKEHOLDERS.replace("UNHCR", "UNHCR: office").replace("kind: ministry", "kind: Ministry")
    file = prepared / "registers/stakeholders.yaml"
    file.write_text(text + 'broken:\n  title: "never closed\n  kind: media\n')
    done = run("check", "--fix", "--write")
    assert "1 place (files: 1)" in done.err
    assert 'title: "UNHCR: office"' in file.read_text()
    assert "kind: Ministry" in file.read_text()


def test_private_files_are_put_right_here(prepared, run):
    """What stands in private/ is repaired on this computer too, and the public file is left alone."""
    (prepared / "private/answers").mkdir(parents=True)
    private = prepared / "private" / TEAM
    private.write_text("core_team_mandate:\n  value: Partly\n  note: no\n", encoding="utf-8")
    public = (prepared / TEAM).read_bytes()
    assert "+++ b/private/answers/core_team.yaml" in run("check", "--fix").out
    run("check", "--fix", "--write")
    assert private.read_text(encoding="utf-8") == 'core_team_mandate:\n  value: partly\n  note: "no"\n'
    assert (prepared / TEAM).read_bytes() == public


def test_the_exit_code_is_that_of_what_stands_there(prepared, run):
    """Shown only, errors still stand: 1. Made, and nothing is left: 0. What cannot be combined is wrong usage: 2."""
    (prepared / "registers/sources.yaml").write_text(SOURCES.replace("law", "Law"), encoding="utf-8")
    assert run("check", "--fix").code == 1
    assert run("check", "--fix", "--write").code == 0
    assert run("check", "--fix").code == 0
    wrong = (["--write"], ["--fix", "--room"], ["core_team", "--fix"], ["--fix", "--format", "sarif"])
    assert [run("check", *each).code for each in wrong] == [2] * 4
    assert run("check", "--fix", "--record", "--by", "mol").code == 2


def test_the_repairs_as_json(prepared, run):
    """With --format json what would be changed is one document with schema, files, diffs and the right lines."""
    (prepared / TEAM).write_text("core_team_mandate: {value: Partly}\n", encoding="utf-8")
    document = run("check", "--fix", "--format", "json").json
    assert (document["schema"], document["written"]) == (1, False)
    assert [each["file"] for each in document["files"]] == [TEAM]
    assert "+core_team_mandate: {value: partly}" in document["files"][0]["diff"]
    assert [each["lines"] for each in document["repairs"]] == [["core_team_mandate: {value: partly}"]]
    assert run("check", "--fix", "--write", "--format", "json").json["written"] is True
    assert run("check", "--fix", "--write", "--format", "json").json == {
        "schema": 1,
        "language": "en",
        "written": False,
        "files": [],
        "repairs": [],
    }


def test_only_chosen_codes_are_put_right(prepared, run):
    """--select and --ignore choose repairs as they choose findings."""
    (prepared / HEALTH).write_text(ACTION.format("lead: MoL"), encoding="utf-8")
    assert run("check", "--fix", "--ignore", "R").out == ""
    assert "+  lead: mol" in run("check", "--fix", "--select", "R").out


def test_the_journal_is_never_rewritten(prepared, run):
    """An entry of the journal is named with its right line, but --fix leaves it: entries are never rewritten."""
    entry = prepared / "journal/2026-06-07-decision-scoping-aaaaaa.yaml"
    entry.parent.mkdir(exist_ok=True)
    entry.write_text("kind: decision\nby: mol\ndate: 13/6/2026\ntext: T\n", encoding="utf-8")
    (finding,) = [each for each in run("check", "--format", "json").json["findings"] if each["code"] == "F09"]
    assert finding["lines"] == ['date: "2026-06-13"']
    assert run("check", "--fix", "--write").out == ""
    assert "13/6/2026" in entry.read_text(encoding="utf-8")


def test_a_file_that_changes_meanwhile_is_left_alone(prepared, run, monkeypatch):
    """What somebody writes between looking and writing is kept: nothing is changed, and it is said."""
    path = prepared / TEAM
    path.write_text("core_team_mandate: {value: Partly}\n", encoding="utf-8")
    from mainstream_cli.store.rewriting import save_repairs

    def late(folder, texts):
        path.write_text("core_team_mandate: {value: absent}\n", encoding="utf-8")
        save_repairs(folder, texts)

    monkeypatch.setattr("mainstream_cli.store.rewriting.save_repairs", late)
    stopped = run("check", "--fix", "--write")
    assert (stopped.code, stopped.out) == (1, "")
    assert "Nothing was changed" in stopped.err
    assert parse(path.read_text(encoding="utf-8")).data == {"core_team_mandate": {"value": "absent"}}


def test_a_sound_sample_has_nothing_to_put_right(tmp_path, run):
    """On samples, --fix is silent: it cries no wolf."""
    for sample in ("sandoria", "moldova"):
        assert run("init", tmp_path / sample, "--sample", sample).code == 0
        assert run("check", "--fix", "-p", tmp_path / sample).out == ""
        found = json.loads(run("check", "-p", tmp_path / sample, "--format", "json").out)["findings"]
        assert [each for each in found if each["code"] in ("F10", "F14", "F15")] == []
