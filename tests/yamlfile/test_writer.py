"""Changing one block of a file: examples of what a planner sees in the diff."""

import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from mainstream_cli.errors import MainstreamError
from mainstream_cli.yamlfile import dump, insert_bare, parse, remove_block, replace_block

ROOT = Path(__file__).parents[2]
PAGE = """\
# Core team

# 2.1.1 Is there a mandate?
mandate:  # asked in May
  # from the order
  value: partly  # to be confirmed
  # what is open
  note: |
    Order signed.

    # Terms of reference open.
  # where it says so
  sources:
    - order_12  # page 3
    - minute_4
  # who says so
  by: commission

# 2.1.2 Which institution leads?
lead:

# 2.1.3 Last
last: 1
"""
MANDATE = parse(PAGE).data["mandate"]


def changed(text: str, key: str, value: Any) -> str:
    """Return the lines that a diff would show: '-' gone, '+' new."""
    old, new = text.splitlines(), replace_block(text, key, value).splitlines()
    return "\n".join([f"-{line}" for line in old if line not in new] + [f"+{line}" for line in new if line not in old])


def test_filling_a_bare_key_adds_only_its_lines() -> None:
    """An answer fills its prepared key: the lines below it are new, and no other line changes."""
    answer = {"value": "in_place", "note": "One.\nTwo.\n", "sources": ["order_12"], "date": "2026-06-07", "year": 2026}
    added = "\n".join(
        [
            *("lead:", "  value: in_place", "  note: |", "    One.", "    Two.", "  sources:", "    - order_12"),
            *('  date: "2026-06-07"', "  year: 2026", ""),
        ]
    )
    assert replace_block(PAGE, "lead", answer) == PAGE.replace("lead:\n", added)


def test_one_changed_field_is_one_changed_line() -> None:
    """A changed field changes its line and keeps the comment on it."""
    assert changed(PAGE, "mandate", {**MANDATE, "value": "in_place"}) == (
        "-  value: partly  # to be confirmed\n+  value: in_place  # to be confirmed"
    )


def test_nothing_changed_changes_nothing() -> None:
    """Writing what is there already leaves every byte, whatever the layout."""
    odd = "a:   {x: 1,   y: [ \"2\" ]}\nb: 'q'\nc: ~\nd:\n- 1\n-   x:  2\n"
    for key, value in parse(odd).data.items():
        assert replace_block(odd, key, value) == odd


def test_a_vanished_field_takes_its_own_comment_along() -> None:
    """A field that goes takes the comment above it; comments of the fields around it stay."""
    rest = {name: value for name, value in MANDATE.items() if name != "note"}
    new = replace_block(PAGE, "mandate", rest)
    assert "# what is open" not in new
    assert "  value: partly  # to be confirmed\n  # where it says so\n  sources:\n" in new


def test_a_list_keeps_the_items_that_stay() -> None:
    """An item added to a list is one new line, and one removed takes its own comment along."""
    assert changed(PAGE, "mandate", {**MANDATE, "sources": ["order_12", "act_7", "minute_4"]}) == "+    - act_7"
    assert changed(PAGE, "mandate", {**MANDATE, "sources": ["minute_4"]}) == "-    - order_12  # page 3"
    assert "# who says so\n  by" in replace_block(PAGE, "mandate", {**MANDATE, "sources": []})


def test_none_gives_the_bare_key_back() -> None:
    """An answer taken back leaves the key, the comment on its line and the questions around it."""
    new = replace_block(PAGE, "mandate", None)
    start, end = PAGE.index("  # from the order"), PAGE.index("\n# 2.1.2")
    assert new == PAGE[:start] + PAGE[end:]


@pytest.mark.parametrize(
    ("old", "value", "new"),
    [
        ("a: 1  # c\n", 2, "a: 2  # c\n"),
        ("a: 1  # c\n", None, "a:  # c\n"),
        ("a:  # c\n", "x", "a: x  # c\n"),
        ("a: 1  # c\n", {"b": 1}, "a:  # c\n  b: 1\n"),
        ("a: 1  # c\n", "x\ny\n", "a: |  # c\n  x\n  y\n"),
        ("a: |  # c\n  x\n  y\n\n# z\nb: 1\n", "x", "a: x  # c\n\n# z\nb: 1\n"),
        ("a: |+\n  x\n\n\n# z\nb: 1\n", "x\n", "a: |\n  x\n# z\nb: 1\n"),
        ("a: >-\n  x\n  y\nb: 1\n", "x\ny", "a: |-\n  x\n  y\nb: 1\n"),
        ("a:\n  later\n", "x", "a: x\n"),
        ("a: 'x\n\n  y'  # c\n", "z", "a: z  # c\n"),
        ("a: plain\n  more\n", "z", "a: z\n"),
        ('"a": 1\n', 2, "a: 2\n"),
        ("'a' : 1\n", 2, "a: 2\n"),
        ("a: [x, y]  # c\n", ["x", "z, w"], 'a: [x, "z, w"]  # c\n'),
        ("a: [x]\n", ["x" * 70, "y" * 70], f"a:\n  - {'x' * 70}\n  - {'y' * 70}\n"),
        ("a: {b: 1, c: 2}\n", {"b": 1, "d": None}, "a: {b: 1, d: null}\n"),
        ("a: {}\n", {"b": 1}, "a:\n  b: 1\n"),
        ("a: []\n", ["x"], "a:\n  - x\n"),
        ("a:\n- x\n- y\n", ["x", "z", "y"], "a:\n- x\n- z\n- y\n"),
        ("a:\n- x\n- y\n", ["y"], "a:\n- y\n"),
        ("a:\n    b: 1\n    c: 2\n", {"b": 1, "c": 2, "d": 3}, "a:\n    b: 1\n    c: 2\n    d: 3\n"),
        ("a:\n  - b: 1\n    # c\n    d: 2\n", [{"d": 2}], "a:\n  - # c\n    d: 2\n"),
        ("a:\n  - b: 1\n    d: 2  # c\n", [{"d": 3}], "a:\n  - d: 3  # c\n"),
        ("a:\n  - b: 1  # c\n    d: 2\n", [{"b": 9, "d": 2, "e": 3}], "a:\n  - b: 9  # c\n    d: 2\n    e: 3\n"),
        ("a:\n  b: {c: 1}\n", {"b": {"c": 2}, "d": 1}, "a:\n  b: {c: 2}\n  d: 1\n"),
        (
            "a:\n  # m\n  m: 1\n  # z\n  z: 2\n",
            {"b": 0, "m": 1, "p": 3, "z": 2},
            "a:\n  b: 0\n  # m\n  m: 1\n  p: 3\n  # z\n  z: 2\n",
        ),
        ("a:\n  - m: 1\n    z: 2\n", [{"b": 0, "z": 2, "zz": 3}], "a:\n  - b: 0\n    z: 2\n    zz: 3\n"),
        ("a:\n  b:\n    c: 1\n    e: 1\n", {"b": {"c": 1}, "d": 1}, "a:\n  b:\n    c: 1\n  d: 1\n"),
        ("a:\n  b:\n    c: 1\n", {"b": {"c": 1, "e": 2}, "d": 1}, "a:\n  b:\n    c: 1\n    e: 2\n  d: 1\n"),
        ("a: 1", 2, "a: 2\n"),
        ("a: 1\r\nb: 2", {"c": "x\ny\n"}, "a:\r\n  c: |\r\n    x\r\n    y\r\nb: 2"),
        ("a:\n  # hint\n", "x\ny\n", 'a: "x\\ny\\n"\n  # hint\n'),
        ("\ufeffa: 1\n", 2, "a: 2\n"),
        ("---\na: 1\n", 2, "---\na: 2\n"),
        ("a: 1\n...\n", 2, "a: 2\n...\n"),
        ("  a: 1\n  b: 2\n", {"c": 1}, "  a:\n    c: 1\n  b: 2\n"),
        ("? a\n: 1\n", 2, "a: 2\n"),
        ("[a, b]\n", 2, None),
        ("{a: 1, b: 2}\n", 2, None),
        ("only text\n", 2, None),
        ("a: 1\na: 2\n", 2, None),
    ],
)
def test_every_layout_is_edited_in_place_or_refused(old: str, value: object, new: str | None) -> None:
    """Whatever the layout of a value, its place and comment stay; what cannot be edited is refused with advice."""
    if new is None:
        with pytest.raises(MainstreamError) as caught:
            replace_block(old, "a", value)
        assert caught.value.action
        assert caught.value.where
    else:
        assert replace_block(old, "a", value) == new


def test_a_missing_key_is_inserted_by_replacing() -> None:
    """Replacing a key that is not there inserts it."""
    assert replace_block("a: 1\nc: 3\n", "b", 2) == "a: 1\nb: 2\nc: 3\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", "m: 1\n"),
        ("# head\n", "# head\n\nm: 1\n"),
        ("# head", "# head\n\nm: 1\n"),
        ("# head\n\n", "# head\n\nm: 1\n"),
        ("{}\n", "m: 1\n"),
        ("# head\n{}\n", "# head\n\nm: 1\n"),
        ("{}  # none yet\n", "# none yet\n\nm: 1\n"),
        ("---\n", "---\nm: 1\n"),
        ("a: 1", "a: 1\nm: 1\n"),
        ("z: 1", "m: 1\nz: 1"),
        ("# head\n\n# of z\nz: 1\n", "# head\n\nm: 1\n# of z\nz: 1\n"),
        ("a: 1\n\n# of z\nz: 1\n", "a: 1\n\nm: 1\n\n# of z\nz: 1\n"),
        ("a: 1\n\nb: 2\n\n# end\n", "a: 1\n\nb: 2\n\nm: 1\n\n# end\n"),
        ("a: |\n  # no comment\n\nz: 1\n", "a: |\n  # no comment\n\nm: 1\n\nz: 1\n"),
        ("a:\n  b: 1\n  # of a\nz: 1\n", "a:\n  b: 1\n  # of a\nm: 1\nz: 1\n"),
        ("a: 1\r\nz: 2\r\n", "a: 1\r\nm: 1\r\nz: 2\r\n"),
    ],
)
def test_a_new_entry_goes_to_its_sorted_place(old: str, new: str) -> None:
    """A new key stands before the first greater one, whose comment stays with it; what heads a file stays on top."""
    assert replace_block(old, "m", 1) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("m: 1\n", ""),
        ("# head\n\nm: 1\n", "# head\n\n"),
        ("a: 1\n# of m\nm: 1\n# of z\nz: 1\n", "a: 1\n# of z\nz: 1\n"),
        ("a: 1\n\nm:\n  b: 1\n  # of m\n\nz: 1\n", "a: 1\n\nz: 1\n"),
        ("a: |\n  x\nm: 1\n\n    # of m too\nz: 1\n", "a: |\n  x\nz: 1\n"),
        ("a: 1\nm: 1", "a: 1\n"),
        ("m: 1\na: 1", "a: 1"),
    ],
)
def test_removing_takes_only_the_entry_and_its_comments(old: str, new: str) -> None:
    """A removed entry takes the comment above it along, and no second blank line stays."""
    assert remove_block(old, "m") == new


def test_removing_what_is_missing_is_refused() -> None:
    """Removing a key that is not there is refused."""
    with pytest.raises(MainstreamError, match="no entry"):
        remove_block("a: 1\n", "m")


def test_a_new_file_has_header_and_comments() -> None:
    """A new file has its header on top and a comment line above each key that has one; None is a bare key."""
    text = dump({"a": None, "b": {"c": [1, {"d": "x"}]}}, {"a": "2.1.1 Is it?\nReally?"}, header="Core team\n\n# Edit")
    assert text == "# Core team\n#\n# Edit\n\n# 2.1.1 Is it?\n# Really?\na:\nb:\n  c:\n    - 1\n    - d: x\n"
    assert dump({}, header="Nothing yet") == "# Nothing yet\n\n"
    assert dump({}) == ""


@pytest.mark.parametrize(
    ("value", "written"),
    [
        *((Decimal("40"), "40"), (Decimal("1.10"), '"1.10"'), (Decimal("1E+3"), "1000"), (Decimal("NaN"), '"NaN"')),
        *((10**19, '"10000000000000000000"'), (True, "true"), ([], "[]"), ({}, "{}"), ("no", '"no"'), ("NO", '"NO"')),
        *(("plain text, (50%) & more", "plain text, (50%) & more"), ("Côte d'Ivoire", "Côte d'Ivoire")),
        *(
            ("a: b", '"a: b"'),
            ("a #b", '"a #b"'),
            ("12 ministries", '"12 ministries"'),
            ("", '""'),
            ("x" * 500, "x" * 500),
        ),
        *(
            ('say "x"', 'say "x"'),
            ('"x"', '"\\"x\\""'),
            ("a\tb", '"a\\tb"'),
            ("a\x0bb", "|-\n  a\n  b"),
            ("\x00", '""'),
        ),
    ],
)
def test_a_value_is_written_so_that_nobody_misreads_it(value: object, written: str) -> None:
    """Ordinary text stays plain; whatever some reader could take for something else is in quotation marks."""
    assert dump({"a": value}) == f"a: {written}\n"


AMBIGUOUS = """
    y Y yes Yes YES n N no No NO true True TRUE false False FALSE on On ON off Off OFF null Null NULL ~ << =
    .inf -.Inf +.INF .nan .NaN nan inf Infinity 1_000 0x1F 0b11 017 0o17 1:30 1e3 1.5 2026-06-07
"""


def test_a_word_that_yaml_takes_for_something_else_is_quoted_wherever_it_stands() -> None:
    """Truth values, nothing, numbers and days of YAML 1.1 and 1.2 are in quotation marks: as a value, an item, a key."""
    bare = [
        word
        for word in AMBIGUOUS.split()
        if dump({"a": word, "b": [word], word: "c"}) != f'a: "{word}"\nb:\n  - "{word}"\n"{word}": c\n'
    ]
    assert bare == []


def test_what_a_file_cannot_hold_is_a_mistake_of_the_program() -> None:
    """Floating-point numbers and other objects are refused before anything is changed."""
    with pytest.raises(TypeError, match="float"):
        dump({"a": 1.5})


def test_a_change_that_would_not_read_back_is_not_made() -> None:
    """A value nested too deep for the reader is refused, and the message says that nothing was written."""
    deep: Any = "x"
    for _ in range(25):
        deep = [deep]
    with pytest.raises(MainstreamError, match="nothing was written"):
        replace_block("a: 1\n", "a", deep)


def test_a_text_that_cannot_be_read_is_not_edited() -> None:
    """The writer stops with the reader's message, code and line."""
    with pytest.raises(MainstreamError) as caught:
        replace_block("a: 1\nb: *x\n", "a", 2)
    assert (caught.value.code, caught.value.where) == ("F04", "line 2")


@pytest.mark.parametrize(
    ("call", "loaded"),
    [
        ("parse('a: 1')", False),
        ("replace_block('a: 1', 'a', '1.1')", False),
        ("replace_block('a: 1', 'a', 'b\\nc')", True),
    ],
)
def test_ruamel_is_loaded_only_for_what_needs_it(call: str, loaded: bool) -> None:
    """Reading, and writing what has one line, costs one YAML library, not two."""
    code = f"import sys; from mainstream_cli.yamlfile import *; {call}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert ("ruamel.yaml" in done.stdout.split()) is loaded


def test_fields_stand_in_the_order_in_which_they_are_given() -> None:
    """Fields move to their new order with their comments, and a document that was read already serves as the text."""
    text = "a:\n  # of c\n  c: 1  # one\n  # of b\n  b: 2\n\nz: 1\n"
    assert (
        replace_block(parse(text), "a", {"b": 2, "new": None, "c": 1})
        == "a:\n  # of b\n  b: 2\n  new:\n  # of c\n  c: 1  # one\n\nz: 1\n"
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: |+\n  x\n\n\nz: 1\n", ["x"]),
        ("a:\n  b: |+\n    x\n\n\nz: 1\n", {"b": "x\n\n\n", "c": 1}),
        ("a:\n  ? b\n  : c: 1\n    d: 2\nz: 1\n", {"b": {"c": 2}}),
        ("a:\n  - - 1\n    - 2\n  -\n    # c\n    - 3\nz: 1\n", [[1], [3, 4]]),
        ('a:\n  b: "x\n# y"\n  c: 1\nz: 1\n', {"c": 2, "d": "x\ny"}),
        ("a:\n  b: x\n        \n     # deep\nz: 1\n", {"b": "x\ny\n"}),
    ],
)
def test_a_block_that_cannot_be_kept_is_written_anew(text: str, value: object) -> None:
    """No layout within a block makes a change fail, and none makes it touch the next block."""
    new = replace_block(text, "a", value)
    assert parse(new).data == {"a": value, "z": 1}
    assert new.endswith("\nz: 1\n")


@pytest.mark.parametrize(
    ("text", "after", "result"),
    [
        ("a:\nc:\n", "a", "a:\n# Why b?\nb:\nc:\n"),
        ("a:\n  value: |\n    One.\n\n    Two.\nc:\n", "a", "a:\n  value: |\n    One.\n\n    Two.\n# Why b?\nb:\nc:\n"),
        ("# A?\na:\n# C?\nc:\n", "a", "# A?\na:\n# Why b?\nb:\n# C?\nc:\n"),
        ("a:\r\nc:\r\n", "c", "a:\r\nc:\r\n# Why b?\r\nb:\r\n"),
        ("", "a", "# Why b?\nb:\n"),
    ],
)
def test_a_bare_key_comes_with_its_comment_below_another(text, after, result):
    """A question that is newer than its file is written at its place; every other byte stays."""
    assert insert_bare(text, "b", "Why b?", after) == result
    with pytest.raises(MainstreamError, match="already"):
        insert_bare(result, "b", "Why b?", after)
