"""Files that hold what no file of a project should hold."""

from decimal import Decimal

import pytest

from mainstream_cli.model.answer import number

STAGE = "answers/core_team.yaml"
M = "core_team_mandate"
BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
)
SECRET = "caf\u00e9"

UNREADABLE = {
    "duplicate key": (f"{M}: partly\n{M}: absent\n", "F03", 2, "stands twice"),
    "duplicate field": (f"{M}:\n  value: partly\n  value: absent\n", "F03", 3, "value"),
    "tab": (f"{M}:\n\tvalue: partly\n", "F02", 2, "tab"),
    "anchor": (f"{M}: &x {{value: partly}}\n", "F04", 1, "&"),
    "alias": (f"{M}: *x\n", "F04", 1, "*"),
    "tag": (f"{M}: !!python/object/apply:os.system [id]\n", "F04", 1, "!"),
    "merge key": (f"{M}:\n  <<: {{value: partly}}\n", "F04", 2, "<<"),
    "bomb of aliases": (BOMB, "F04", 1, "anchor"),
    "complex key": (f"? [a, b]\n: c\n{M}: partly\n", "F02", 1, "key"),
    "unclosed quote": (f'{M}: "partly\n', "F02", 1, "quotation"),
    "second colon": (f"{M}: {{}}\nx_a: one: two\n", "F02", 2, "colon"),
    "NUL": (f"{M}: partly\n\0".encode(), "F01", 2, "U+0000"),
    "bell": (f"{M}: a\x07b\n".encode(), "F01", 1, "U+0007"),
    "Latin-1": (f"{M}: {SECRET}\n".encode("latin-1"), "F01", 1, "UTF-8"),
    "UTF-16": (f"{M}: partly\n".encode("utf-16"), "F01", 0, "UTF-16"),
    "UTF-16 without a mark": (f"{M}: partly\n".encode("utf-16-le"), "F01", 0, "UTF-16"),
    "all bytes": (bytes(range(256)), "F01", 3, "UTF-8"),
    "zeros": (bytes(500), "F01", 0, "zeros"),
    "a Word file": (b"PK\x03\x04 rest of the file", "F01", 0, "Word"),
    "100,000 brackets": ("[" * 100_000, "F05", 1, "nested"),
    "100,000 braces": ("{a: " * 100_000, "F05", 1, "nested"),
    "100,000 dashes": ("- " * 100_000, "F05", 1, "nested"),
    "1,000 levels": ("".join(f"{' ' * n}a:\n" for n in range(1000)), "F05", 21, "nested"),
    "3 MB of text": (f"{M}: '{'y' * 3_000_000}'\n", "F05", 0, "2 MB"),
    "two documents": (f"{M}: partly\n---\n{M}: absent\n", "F07", 2, "second document"),
    "git conflict": (f"<<<<<<< HEAD\n{M}: partly\n=======\n{M}: absent\n>>>>>>> branch\n", "F06", 1, "merge"),
}


BESIDE = {
    "bomb of aliases": [("F04", line) for line in range(2, 22)],
    "Latin-1": [("F09", 1)],
    "two documents": [("F03", 3)],
}
"""What else is wrong in these files, told in the same round."""


@pytest.mark.parametrize("name", UNREADABLE)
def test_an_unreadable_file_is_named_and_nothing_is_written(run, put, picture, stopped, name):
    """A file that cannot be read is named with its place and remedy; check and status go on, set changes no byte."""
    content, code, line, words = UNREADABLE[name]
    put(STAGE, content)
    before = picture()
    report = run("check", "--format", "json")
    finding, *more = [each for each in report.json["findings"] if each["severity"] == "error"]
    assert [(each["code"], each["where"]["line"]) for each in more] == BESIDE.get(name, [])
    assert (report.code, finding["code"]) == (1, code)
    assert (finding["where"]["file"], finding["where"]["line"]) == (STAGE, line)
    assert words in finding["message"] + finding["action"]
    assert finding["action"]
    assert run("status", "--format", "json").json["unreadable"] == [STAGE]
    for other in (("set", "core_team_lead", "Planning"), ("set", "sources/a", "title=A", "kind=law")):
        message = stopped(run(*other))
        assert STAGE in message
        assert "Nothing was changed" in message
    assert run("check", "core_team").code == 1
    assert picture() == before


WRONG = {
    "typo in a rating": (f"{M}: {{value: partli}}\n", "F09", "Did you mean 'partly'?"),
    "typo without a block": (f"{M}: partli\n", "F09", "Did you mean 'partly'?"),
    "a list for a rating": (f"{M}: {{value: [partly]}}\n", "F09", "a list"),
    "a block for a rating": (f"{M}: {{value: {{a: b}}}}\n", "F09", "a block"),
    "a bare true": (f"{M}: true\n", "F09", "Use one of: in_place, partly, absent"),
    "a bare no": (f"{M}: {{value: no}}\n", "F09", "Use one of: in_place, partly, absent"),
    "a bare no in a closed list": (f"{M}: {{value: partly, confidence: no}}\n", "F09", "Use one of: low, medium, high"),
    "a bare true in a closed list": (f"{M}: {{confidence: true}}\n", "F09", "Use one of: low, medium, high"),
    "a bare no in a text": ("core_team_lead: no\n", "F10", '"no"'),
    "a list for a text": ("core_team_lead: {value: [a, b]}\n", "F09", "a list"),
    "a truth value for a text": ("core_team_lead: {value: true}\n", "F09", "true"),
    "unknown question": ("core_team_mandat: partly\n", "F08", f"Did you mean '{M}'?"),
    "question of another stage": ("political_backing: partly\n", "F13", "answers/added_value.yaml"),
    "a sector for a question": ("health: partly\n", "F08", "health"),
    "unknown field": (f"{M}: {{value: partly, confidense: high}}\n", "F08", "Did you mean 'confidence'?"),
    "typo in a closed list": (f"{M}: {{value: partly, confidence: hihg}}\n", "F09", "Did you mean 'high'?"),
    "a day that no month has": (f"{M}: {{value: partly, date: 2026-02-30}}\n", "F09", "2026-06-07"),
    "month 13": (f"{M}: {{value: partly, date: 2026-13-45}}\n", "F09", "2026-06-07"),
    "year 99999": (f"{M}: {{value: partly, date: 99999-01-01}}\n", "F09", "2026-06-07"),
    "a week for a day": (f"{M}: {{value: partly, date: 2026-W01-1}}\n", "F09", "2026-06-07"),
    "one source for a list": (f"{M}: {{value: partly, sources: law}}\n", "F09", "a list"),
    "a list in a list": (f"{M}: {{value: partly, sources: [[law]]}}\n", "F09", "an id"),
    "a source that does not exist": (f"{M}: {{value: partly, sources: [law]}}\n", "R01", "'law'"),
    "a list for a name": (f"{M}: {{value: partly, by: [a]}}\n", "F09", "expected text"),
    "a blank name": (f"{M}: {{value: partly, by: ' '}}\n", "F09", "not empty"),
    "a position without a value": (f"{M}: {{value: partly, positions: [{{table: a}}]}}\n", "F11", "'value' is missing"),
    "a number for a position": (f"{M}: {{value: partly, positions: [1]}}\n", "F09", "a block"),
    "a word that looks like a gap": (f"{M}: {{value: '{{message}} {{0}} %s'}}\n", "F09", "'{message} {0} %s'"),
    "a term that looks like a gap": (f"{M}: {{value: partly, confidence: '{{{{a}}}}'}}\n", "F09", "'{{a}}'"),
    "keys that are no words": ("1: a\nnull: b\n2026-01-01: c\n", "F08", "There is no question '1'"),
    "a huge whole number": (f"{M}: {'9' * 5000}\n", "F09", "999..."),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_value_is_named_and_the_work_goes_on(run, put, picture, name):
    """A value that does not fit is named with its line and remedy, is kept as it is, and stops nothing else."""
    content, code, words = WRONG[name]
    put(STAGE, content)
    report = run("check", "--format", "json")
    found = [each for each in report.json["findings"] if each["code"] == code]
    assert report.code == 1
    assert any(words in each["message"] + each["action"] for each in found)
    assert all(each["where"]["line"] >= 1 and each["where"]["column"] >= 1 and each["action"] for each in found)
    assert words.split("'")[0] in run("check").out.replace("\n      ", " ")
    assert run("status").code == 0
    assert run("set", "national_leadership", "partly").code == 0
    kept = picture()[STAGE].decode().splitlines()
    assert all(line in kept for line in content.splitlines())


NUMBERS = [
    "1e3",
    "12_5",
    "1E3",
    "0x10",
    "0o17",
    "017",
    "1:30",
    ".5",
    "5.",
    "+5",
    "1\u0967",
    "²",
    "1e999999",
    "1e-999999",
    "NaN",
    ".nan",
    "sNaN",
    "Infinity",
    "25,1",
    "1 250 000",
    "0x1F",
    "9" * 6000,
    "12%",
]


@pytest.mark.parametrize("text", NUMBERS)
def test_what_is_no_number_never_becomes_one(run, put, stopped, picture, text):
    """A figure, an amount and a numeric answer take plain numbers of at most 24 digits, from files and from set alike."""
    put("registers/figures.yaml", f"f: {{title: F, indicator: p, year: 2012, value: '{text}', unit: x, source: s}}\n")
    put("answers/situation.yaml", f"situation_remittances: {{value: '{text}'}}\n")
    places = {
        each["where"]["file"]: each["message"]
        for each in run("check", "--format", "json").json["findings"]
        if each["code"] == "F09"
    }
    assert places.keys() == {"registers/figures.yaml", "answers/situation.yaml"}
    assert all("a number" in message for message in places.values())
    before = picture()
    assert "a number" in stopped(run("set", "situation_remittances", "--", text))
    assert "a number" in stopped(run("set", "figures/f", f"value={text}"))
    assert picture() == before


@pytest.mark.parametrize(
    ("longest", "too_long"),
    [("9" * 24, "9" * 25), (f"1{'0' * 23}", f"1{'0' * 24}"), (f"0.{'0' * 22}1", f"0.{'0' * 23}1")],
)
def test_a_number_has_24_digits_at_most(longest, too_long):
    """A number that any figure can be is taken to its last digit; one digit more is no number."""
    assert number(longest) == Decimal(longest)
    assert number(too_long) is None


ENTRIES = {
    "a list": ("sources", "a: [b]\n", "F09", "a block"),
    "a word": ("sources", "a: b\n", "F09", "a block"),
    "an empty block": ("sources", "a: {}\n", "F11", "'title' is missing"),
    "a bare title": ("sources", "a:\n  title:\n  kind: law\n", "F11", "'title' is missing"),
    "a blank title": ("sources", "a: {title: ' ', kind: law}\n", "F09", "not empty"),
    "a title that is a truth value": ("sources", "a: {title: true, kind: law}\n", "F09", "unquoted"),
    "capitals in an id": ("sources", "Aa: {title: A, kind: law}\n", "F09", "cannot be an id"),
    "an Arabic digit in an id": ("sources", "a\u0661: {title: A, kind: law}\n", "F09", "cannot be an id"),
    "year 99999": ("sources", "a: {title: A, kind: law, year: 99999}\n", "F09", "1800 to 2200"),
    "a long year": ("sources", f"a: {{title: A, kind: law, year: {'9' * 6000}}}\n", "F09", "1800 to 2200"),
    "an Arabic year": ("milestones", "a: {title: A, due: \u0662\u0660\u0662\u0666}\n", "F09", "2026-06"),
    "a moment that no calendar has": ("milestones", "a: {title: A, due: 2026-02-30}\n", "F09", "the calendar has"),
    "year zero": ("milestones", "a: {title: A, due: 0000}\n", "F09", "2026-06"),
    "no end of a linkage": (
        "linkages",
        "a: {title: A, direction: migration_to_sector, sign: positive}\n",
        "F09",
        "the other end",
    ),
    "an unknown sector": ("objectives", "a: {title: A, sectors: [helth]}\n", "F09", "Did you mean 'health'?"),
    "a goal that does not exist": ("objectives", "a: {title: A, plan_goals: [g1]}\n", "R01", "'g1'"),
    "minute 99": ("sessions", "a: {title: A, question: Q, date: 2026-01-01, start: '12:99'}\n", "F09", "09:30"),
    "no people": (
        "sessions",
        "a: {title: A, question: Q, date: 2026-01-01, attendance: [{institution: B, people: 0}]}\n",
        "F09",
        "at least 1",
    ),
    "too many findings": (
        "sessions",
        "a: {title: A, question: Q, date: 2026-01-01, findings: [a, b, c, d]}\n",
        "F09",
        "at most 3",
    ),
    "an amount below zero": (
        "actions/health",
        "a: {title: A, kind: law, funding: [{source: B, amount: -1, currency: USD, status: secured}]}\n",
        "F09",
        "at least 0",
    ),
    "a year that is no year": (
        "actions/health",
        "a: {title: A, kind: law, milestones: {' 2026': a}}\n",
        "F09",
        "1800 to 2200",
    ),
    "a period that runs backwards": (
        "actions/health",
        "a: {title: A, kind: law, start: 2030, end: 2029}\n",
        "F09",
        "2030",
    ),
}


@pytest.mark.parametrize("name", ENTRIES)
def test_a_wrong_entry_is_named(run, put, name):
    """An entry of a register that is not as it should be is named in words a planner knows; the others are kept."""
    register, content, code, words = ENTRIES[name]
    put(f"registers/{register}.yaml", content)
    report = run("check", "--format", "json")
    found = [each for each in report.json["findings"] if each["code"] == code]
    assert any(words in each["message"] + each["action"] for each in found)
    assert {each["where"]["file"] for each in found} == {f"registers/{register}.yaml"}
    assert not any("Input should" in each["message"] or "schema_" in each["action"] for each in found)
    assert run("status").code == 0


def test_one_id_in_three_sectors_is_named_each_time(run, put, picture):
    """An action id that stands in several sectors is reported for every further one, and set changes only the first."""
    for sector in ("education", "health", "trade"):
        put(f"registers/actions/{sector}.yaml", "train: {title: T, kind: law}\n")
    found = [each for each in run("check", "--format", "json").json["findings"] if each["code"] == "R03"]
    assert {each["where"]["file"] for each in found} == {
        "registers/actions/education.yaml",
        "registers/actions/trade.yaml",
    }
    before = picture()
    assert run("set", "actions/train", "lead=X").code == 0
    assert {file for file, content in picture().items() if before[file] != content} == {"registers/actions/health.yaml"}


def test_a_broken_action_still_owns_its_id(run, put, picture, stopped):
    """An action with a mistake in it is not recorded a second time in another sector."""
    put("registers/actions/health.yaml", "train: {title: T, kind: [bad]}\n")
    before = picture()
    assert "belongs to health" in stopped(run("set", "actions/train", "sector=trade", "title=T", "kind=law"), 2)
    assert picture() == before


ACCEPTED = {
    "an empty file": b"",
    "comments only": b"# nothing yet\n",
    "an empty pair of braces": b"{}\n",
    "CRLF": f"# c\r\n{M}:\r\n  value: partly\r\nx_a: 1\r\n".encode(),
    "a byte order mark": f"\ufeff{M}: partly\nx_a: 1\n".encode(),
    "a mark and CRLF": f"\ufeff{M}: partly\r\nx_a: 1\r\n".encode(),
    "a first line ---": f"---\n{M}: partly\n".encode(),
    "a last line ...": f"{M}: partly\n...\n".encode(),
    "no line end": f"{M}: partly".encode(),
    "indented throughout": f"  {M}:\n    value: partly\n  x_a: 1\n".encode(),
    "keys of one's own": f"x_: 1\nx_b: [{{c: d}}]\n{M}: {{value: partly, x_e: {{f: [g]}}}}\n".encode(),
    "bare fields": f"{M}:\n  value: partly\n  note:\n  sources:\n  positions:\n".encode(),
    "text from everywhere": f'{M}: {{value: partly, note: "& < {{{{ }}}} \u0639\u0631\u0628 \U0001f600"}}\n'.encode(),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_an_odd_file_is_read_and_can_be_written(run, put, picture, name):
    """What editors make of a file without changing its meaning is read without an error and stays workable for set."""
    put(STAGE, ACCEPTED[name])
    assert [each for each in run("check", "--format", "json").json["findings"] if each["severity"] == "error"] == []
    assert run("set", "core_team_lead", "Planning").code == 0
    assert run("set", "core_team_lead", "Ministry of Planning").code == 0
    after = picture()[STAGE].decode("utf-8-sig")
    assert after.count("Ministry of Planning") == 1
    for line in ACCEPTED[name].decode("utf-8-sig").splitlines():
        assert line.strip("{}") in after
    assert [each for each in run("check", "--format", "json").json["findings"] if each["severity"] == "error"] == []
