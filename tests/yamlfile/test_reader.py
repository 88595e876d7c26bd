"""What the reader makes of a good file."""

from pathlib import Path

import pytest

from mainstream_cli.yamlfile import parse, read

pytestmark = pytest.mark.usefixtures("each_parser")

PAGE = """\
# 2.1.1
mandate:
  value: partly
  note: |
    Order signed.
  sources: [order_12, "no"]
lead:
"""


def test_a_file_becomes_plain_data() -> None:
    """Keys, text blocks, lists in brackets and bare keys are read as a planner means them."""
    mandate = {"value": "partly", "note": "Order signed.\n", "sources": ["order_12", "no"]}
    assert parse(PAGE).data == {"mandate": mandate, "lead": None}


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        *(("12", 12), ("-3", -3), ("0", 0), ("9999999999999999999", 9999999999999999999)),
        *(("true", True), ("false", False), ("null", None), ("~", None), ("", None)),
        *((text, text) for text in ("1.10", "012", "+1", "1_000", "0x1F", "0o7", "1e3", "12:30", "2024-01-01", ".inf")),
        *((text, text) for text in ("yes", "No", "on", "OFF", "y", "True", "NULL", "=", "99999999999999999999", "-")),
        *(
            ("'12'", "12"),
            ('"true"', "true"),
            ("''", ""),
            ('"a\\nb"', "a\nb"),
            ("[1, x, '2']", [1, "x", "2"]),
            ("{a: 1}", {"a": 1}),
        ),
    ],
)
def test_a_value_is_what_was_typed(typed: str, read_as: object) -> None:
    """Only whole numbers, true, false and null are more than text; 1.10, 012, dates, times and NO stay as typed."""
    if typed == "-":
        typed = '"-"'
    data = parse(f"key: {typed}\n").data
    assert data == {"key": read_as}
    assert type(data["key"]) is type(read_as)


def test_keys_are_always_text() -> None:
    """A number, a date or the country code of Norway as a key is text."""
    assert parse("1: a\nno: b\n2024-01-01: c\ntrue: d\n").data == {"1": "a", "no": "b", "2024-01-01": "c", "true": "d"}


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "---\n", "\ufeff"])
def test_an_empty_file_is_no_problem(text: str) -> None:
    """A file without content reads as None."""
    assert parse(text).data is None


@pytest.mark.parametrize(
    ("text", "data"), [("- a\n- b: 1\n", ["a", {"b": 1}]), ("word\n", "word"), ("{}\n", {}), ("7", 7)]
)
def test_other_top_levels_are_read_too(text: str, data: object) -> None:
    """The layers above decide whether a list or a single value makes sense."""
    assert parse(text).data == data


def test_files_of_other_systems_are_read(tmp_path: Path) -> None:
    """Windows line breaks and a byte order mark change neither the data nor the places."""
    path = tmp_path / "answers.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + PAGE.replace("\n", "\r\n").encode())
    document = read(path)
    assert document.data == parse(PAGE).data
    assert document.marks == parse(PAGE).marks
    assert document.text == PAGE.replace("\n", "\r\n")
    assert document.name == str(path)


def test_a_missing_last_line_break_changes_nothing() -> None:
    """The last line may lack its line break, even in a text block."""
    assert parse("a: |\n  x").data == parse("a: |\n  x\n").data == {"a": "x\n"}


def test_line_breaks_that_no_editor_shows_are_spaces() -> None:
    """U+0085, U+2028 and U+2029 neither end a line nor shift the places below."""
    document = parse("a: x\u2028y\u0085z\nb: 1\n")
    assert document.data == {"a": "x y z", "b": 1}
    assert document.marks[("b",)] == (2, 4)


def test_every_value_and_key_has_a_place() -> None:
    """Marks give line and column of values, and apart from them of keys, counted from 1."""
    document = parse(PAGE)
    assert document.marks == {
        (): (2, 1),
        ("mandate",): (3, 3),
        ("mandate", "value"): (3, 10),
        ("mandate", "note"): (4, 9),
        ("mandate", "sources"): (6, 12),
        ("mandate", "sources", 0): (6, 13),
        ("mandate", "sources", 1): (6, 23),
        ("lead",): (7, 6),
    }
    assert document.key_marks[("mandate", "sources")] == (6, 3)
    assert document.key_marks[("lead",)] == (7, 1)
    assert set(document.key_marks) == {path for path in document.marks if path and isinstance(path[-1], str)}


def test_columns_count_characters() -> None:
    """Text in any script before a value counts one column per character."""
    assert parse('{"é中😀": x}\n').marks[("é中😀",)] == (1, 9)


def test_unquoted_words_that_others_read_as_booleans_are_marked() -> None:
    """Words like no, ON and y are marked with place and path; quoted ones, keys and longer texts are not."""
    document = parse("no: NO\nlist:\n  - Yes\n  - 'on'\n  - no way\n  - {flag: true, off: 1}\nkey: y\n")
    assert [tuple(word) for word in document.words] == [
        (1, 5, "NO", ("no",)),
        (3, 5, "Yes", ("list", 0)),
        (6, 12, "true", ("list", 3, "flag")),
        (7, 6, "y", ("key",)),
    ]
    assert parse("a: b\n").words == ()


def test_ordinary_size_and_depth_are_fine() -> None:
    """Twenty levels and a hundred thousand values are read."""
    assert parse("[" * 20 + "]" * 20).data
    assert len(parse("- a\n" * 10_000).data) == 10_000
