"""``upgrade`` moves each check of an objective that is a text into a block, byte for byte, and guesses nothing."""

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mainstream_cli.model.registers.results import CHECKS, Objective
from mainstream_cli.workspace import Workspace
from mainstream_cli.yamlfile import nested, parse
from mainstream_cli.yamlfile.problem import YamlProblem

OBJECTIVES = "registers/objectives.yaml"
NEST = re.compile(r":\r?\n +finding(?=:)")
BRACES = re.compile(r"""\{finding: (["'].*?["'])\}""")
STYLES = {
    "plain": "keep_staff:\n  title: A\n  rights_check: Nobody is bound.   # asked in June\n  due: '2030'\n",
    "plain on several lines": "keep_staff:\n  title: A\n  rights_check: Nobody\n   is\n\n      bound.  # all\n  due: '2030'\n",
    "below its key": "keep_staff:\n  title: A\n  rights_check:   # why\n    # who\n\n    Nobody is\n    bound.\n  due: '2030'\n",
    "single": "keep_staff:\n  title: A\n  rights_check: 'Nobody''s bound: #1'\n",
    "double": 'keep_staff:\n  title: A\n  rights_check : "Nobody\\n is\n    bound \\\n    here"  # so\n  due: "2030"\n',
    "literal": "keep_staff:\n  title: A\n  rights_check: |  # read\n    Nobody\n      is\n\n    bound.\n   # a note\n  due: '2030'\n",
    "literal that keeps": "keep_staff:\n  title: A\n  rights_check: |+\n     Nobody\n\n\n  due: '2030'\n",
    "literal with its depth": "keep_staff:\n  title: A\n  rights_check: |2-\n      Nobody\n    is bound\n  due: '2030'\n",
    "folded": "keep_staff:\n  title: A\n  rights_check: >-\n    Nobody\n    is\n\n      bound.\n\n  due: '2030'\n",
    "a quoted key": 'keep_staff:\n  title: A\n  "rights_check": Nobody\n',
    "in braces": "keep_staff: {title: A, rights_check: 'Nobody, here', due: '2030'}\n",
    "windows": "keep_staff:\r\n  title: A\r\n  rights_check: |\r\n    Nobody\r\n    is bound\r\n  due: '2030'\r\n",
    "a mark of the order of bytes": "\ufeffkeep_staff:\n  title: A\n  rights_check: Nobody\n",
    "no last line break": "keep_staff:\n  title: A\n  rights_check: Nobody",
    "a number": "keep_staff:\n  title: A\n  rights_check: 12\n",
    "empty": "keep_staff:\n  title: A\n  rights_check: ''\n",
    "a view of a table": "keep_staff:\n  title: A\n  positions:\n    - table: t\n      says:\n        rights_check: >\n          Nobody\n",
    "a view in braces": 'keep_staff:\n  title: A\n  positions:\n    - {table: t, says: {rights_check: "Nobody"}}\n',
}
UNTOUCHED = """\
# ours
x_ours: {rights_check: a text}
keep_staff:
  title: A
  x_rights_check: our own
  rights_check:
  gender_check: {finding: Nobody}   # done
  child_check:
    result: passed
"""


def without_blocks(text):
    """Return the lines of a text without the keys that the upgrade writes and without what begins a line."""
    return [line.strip(" \r") for line in BRACES.sub(r"\1", NEST.sub("", text)).split("\n")]


def upgraded(folder, run):
    done = run("upgrade", "--write", "--format", "json", "-p", folder)
    assert done.code == 0, done.err
    return done.json


def text_at(entry):
    views = entry.get("positions")
    return (views[0]["says"] if views else entry)["rights_check"]


@pytest.mark.parametrize("text", STYLES.values(), ids=STYLES)
@pytest.mark.parametrize("place", ["", "private/"])
def test_a_text_moves_byte_for_byte(place, text, project, run):
    """In every style of YAML, public or private, the text is the finding, and all but its indentation stays."""
    path = project / place / OBJECTIVES
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    before = parse(text).data["keep_staff"]
    shown = upgraded(project, run)
    assert shown["checks"] == {"moved": {f"{place}{OBJECTIVES}": 1}, "without_result": 1}
    after = path.read_bytes().decode()
    assert text_at(parse(after).data["keep_staff"]) == {"finding": text_at(before)}
    assert without_blocks(after) == without_blocks(text)
    assert run("upgrade", "-p", project, "--format", "json").json["pending"] is False
    assert path.read_bytes().decode() == after


def test_what_is_no_text_of_a_check_stays(project, run):
    """Own keys, bare keys and blocks are not touched, and the upgrade has nothing to do."""
    path = project / OBJECTIVES
    path.write_text(UNTOUCHED, "utf-8")
    assert run("upgrade", "--format", "json").json["pending"] is False
    run("upgrade", "--write")
    assert path.read_text("utf-8") == UNTOUCHED


def test_nothing_is_written_without_being_asked(project, run):
    """Without --write the texts are counted and the files stay; people are told what is left for them to say."""
    path = project / OBJECTIVES
    path.write_text(STYLES["plain"], "utf-8")
    shown = run("upgrade").out
    assert "registers/objectives.yaml: 1 check that is a text becomes a block" in shown
    assert "1 objective: say the result of each check: mainstream fill objectives --only checks" in shown
    assert path.read_text("utf-8") == STYLES["plain"]


def test_seals_of_the_first_edition_hold(tmp_path, run, catalogue):
    """Texts that became findings break no signature; every finding is the text that was there."""
    folder = Path(shutil.copytree(Path(__file__).parent / "signed_2026_1", tmp_path / "sandoria"))
    before = Workspace.open(folder)
    texts = {(id_, name): check.finding for id_, each in of(before).items() for name, check in each.checks.items()}
    assert upgraded(folder, run)["checks"]["moved"] == {OBJECTIVES: 21}
    after = Workspace.open(folder)
    data = parse((folder / OBJECTIVES).read_text("utf-8")).data
    assert {(id_, name): data[id_][name] for id_, name in texts} == {
        at: {"finding": text} for at, text in texts.items()
    }
    assert after.case.valid == before.case.valid == set(before.case.sign_offs)


def of(workspace):
    return workspace.project.entries("objectives")


def test_a_copy_made_before_is_no_news(project, run, tmp_path):
    """A table that works in the old form and says the same, or left it as it was, says nothing else."""
    (project / OBJECTIVES).write_text(STYLES["plain"] + "  gender_check: Women gain.\n", "utf-8")
    copy = Path(shutil.copytree(project, tmp_path / "table_1"))
    upgraded(project, run)
    run("set", "objectives/keep_staff", "rights_check.result=passed", "gender_check=Women and men gain.")
    before = (project / OBJECTIVES).read_bytes()
    assert run("gather", copy).code == 0
    assert (project / OBJECTIVES).read_bytes() == before


def test_a_table_that_adds_a_result_is_understood(project, run, tmp_path):
    """A block from a table with the same finding fills what the text here does not say; another finding differs."""
    (project / OBJECTIVES).write_text(STYLES["plain"] + "  gender_check: Women gain.\n", "utf-8")
    copy = Path(shutil.copytree(project, tmp_path / "table_1"))
    run("set", "objectives/keep_staff", "rights_check.result=passed", "gender_check=Nobody gains.", "-p", copy)
    assert run("gather", copy).code == 0
    entry = parse((project / OBJECTIVES).read_text("utf-8")).data["keep_staff"]
    assert entry["rights_check"]["finding"] == "Nobody is bound."
    assert entry["rights_check"]["result"] == "passed"
    assert entry["gender_check"] == "Women gain."
    assert entry["positions"] == [{"table": "table_1", "says": {"gender_check": {"finding": "Nobody gains."}}}]


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=30)
LINES = st.lists(WORDS, min_size=1, max_size=4)
HEADERS = st.sampled_from(["|", "|-", "|+", ">", ">-", ">+", "|4", ">4-", "| # why", "> # why"])
INDENTS = st.integers(1, 5)


@st.composite
def values(draw):
    """Draw the text of a value, from behind the colon, in any style."""
    lines, comment = draw(LINES), draw(st.sampled_from(["", "  # a note", " #"]))
    match draw(st.sampled_from(["plain", "single", "double", "block", "below"])):
        case "single":
            return " '" + "\n     ".join(line.replace("'", "''") for line in lines) + "'" + comment
        case "double":
            escaped = (line.replace("\\", "\\\\").replace('"', '\\"') for line in lines)
            return ' "' + draw(st.sampled_from(["\n    ", "\\\n   "])).join(escaped) + '"' + comment
        case "block":
            return " " + draw(HEADERS) + "".join("\n" + " " * 6 + line for line in lines)
        case "below":
            return f"{comment}\n    # between\n     " + ("\n" + " " * draw(INDENTS) + "  ").join(lines)
    return " " + ("\n" + " " * draw(INDENTS) + "  ").join(lines) + comment


@given(texts=st.lists(values(), min_size=3, max_size=3), ends=st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
def test_whatever_a_text_looks_like_it_is_the_finding(texts, ends):
    """Any value that reads as a text can be moved down: it reads as before, and every other byte is where it was."""
    pairs = zip(CHECKS, texts, strict=True)
    text = (
        "a:\n  title: A # t\n" + "".join(f"  {name}:{value}\n  # above\n" for name, value in pairs) + "  due: '2030'\n"
    )
    text = text.replace("\n", ends)
    try:
        page = parse(text)
    except YamlProblem:
        return
    entry = page.data["a"]
    paths = [("a", name) for name in CHECKS if isinstance(entry.get(name), str)]
    after = nested(page, paths, "finding")
    expected = {name: {"finding": value} if ("a", name) in paths else value for name, value in entry.items()}
    assert parse(after).data == {"a": expected}
    assert without_blocks(after) == without_blocks(text)


def test_text_and_block_are_one_check():
    """A text is read as a finding and nothing else."""
    text = Objective.model_validate({"title": "A", "rights_check": "Nobody is bound."})
    assert text == Objective.model_validate({"title": "A", "rights_check": {"finding": "Nobody is bound."}})
