"""Single values written anew in their place: what is meant comes back, and no other byte moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mainstream_cli.errors import MainstreamError
from mainstream_cli.yamlfile import YamlProblem, clean, indented, mended, parse, respelled, right_line, spelled

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=15).map(clean)
VALUES = TEXTS.filter(lambda text: "\n" not in text) | st.integers(-(10**12), 10**12) | st.lists(TEXTS, max_size=3)
FRAME = "# a\none:\n  x: old   # kept # too\n  y: [p, {{q: old}}, r]\n\ntwo: {}  # b\n"
PATHS = st.sampled_from([("one", "x"), ("one", "y", 0), ("one", "y", 1, "q"), ("two",)])


@given(VALUES, PATHS, st.sampled_from(["\n", "\r\n"]))
def test_a_value_comes_back_and_every_other_byte_stays(value, path, ending):
    """Any text, number or list at any place of one line: it reads back, the rest is the same, twice is as once."""
    before = FRAME.format("old").replace("\n", ending)
    document = parse(before)
    after = respelled(document, {path: value})
    node = document.node(path)
    assert after == before[: node.start] + spelled(value) + before[node.end :]
    here = parse(after).data
    for step in path:
        here = here[step]
    assert here == value
    assert right_line(document, path, value) in [line.strip() for line in after.replace("\r\n", "\n").split("\n")]
    assert respelled(parse(after), {path: value}) == after


def test_what_does_not_stand_on_one_line_is_left_alone():
    """A text block, a missing value and a place that is not there are refused; no line is offered."""
    document = parse("a: |\n  b\nc:\nd: [e,\n  f]\n")
    for path in (("a",), ("c",), ("d",), ("x",), ("d", 5)):
        assert right_line(document, path, "z") == ""
        with pytest.raises(MainstreamError, match="one line"):
            respelled(document, {path: "z"})


@given(st.text("abc:\"'“”[]{}-#*&!|>@%\\ ", max_size=14), st.sampled_from(["  note: {}\n", "  - {}\n", "  note:{}\n"]))
def test_a_mended_line_reads_and_the_others_stay(text, frame):
    """Where a broken line is put right, the file reads on, and only that line is another one."""
    whole = "a:\n" + frame.format(text) + "b: c\n"
    problem = trouble(whole)
    found = mended(whole, problem, ()) if problem else None
    if found is None:
        return
    (number,) = found.lines
    lines = whole.split("\n")
    lines[number - 1] = found.lines[number]
    assert found.text == "\n".join(lines)
    later = trouble(found.text)
    assert later.line > problem.line if later else parse(found.text).data["b"] == "c"


def trouble(text):
    try:
        parse(text)
    except YamlProblem as problem:
        return problem
    return None


LEVELS = {
    "a:\nvalue: x\nnote: y\n": "a:\n  value: x\n  note: y\n",
    "a:\n    value: x\nnote: y\n": "a:\n    value: x\n    note: y\n",
    "a:\nsources:\n  - x\nb:\n": "a:\n  sources:\n    - x\nb:\n",
    "a:\n  value: x\nvalue: y\n": None,
    "a:\n\nvalue: x\n": None,
    "a:\n# b\nvalue: x\n": None,
    "a: x\nvalue: y\n": None,
    "a:\n  value: x\nnote:\n  title: An entry called note\n": None,
    "value: x\n": None,
}


@pytest.mark.parametrize("text", LEVELS)
def test_fields_at_the_level_of_ids_move_below_the_id_that_they_follow(text):
    """Fields right below an id move in; after an empty line, a comment or a field of that name nobody can tell."""
    found = indented(text, {"value", "note", "sources"})
    assert (found.text if found else None) == LEVELS[text]
    if found:
        assert indented(found.text, {"value", "note", "sources"}) is None
