"""What stands of a broken file: its sound blocks with their values and places, and every problem with its line."""

import pytest

from mainstream_cli import yamlfile
from mainstream_cli.yamlfile import UNNAMED
from mainstream_cli.yamlfile.salvage import MOST

CASES = {
    "several faults": (
        'a: 1\nb:\n\tc: 2\nd: "x\ne: {value: [1, 2}\nf: ok\nbar\ng: ok\n',
        {"a": 1, "f": "ok", "g": "ok"},
        {"b", "d", "e", UNNAMED},
        [("F02", 3), ("F02", 4), ("F02", 5), ("F02", 7)],
    ),
    "a mark closed by that of a sound block": (
        'a:\n  note: "open\nb:\n  note: "fine"\nc: 1\n',
        {"b": {"note": "fine"}, "c": 1},
        {"a"},
        [("F02", 2)],
    ),
    "a quoted text at the margin is one value": (
        'a: "text\nnote: here"\nb: [x\nc: 1\n',
        {"a": "text note: here", "c": 1},
        {"b"},
        [("F02", 3)],
    ),
    "keys that stand twice": (
        "a: 1\na: 2\nb: 3\nc: 4\nb: 5\n",
        {"c": 4},
        {"a", "b"},
        [("F03", 2), ("F03", 5)],
    ),
    "a merge between blocks and one inside": (
        "a: 1\n<<<<<<< H\nb: 1\n=======\nb: 2\n>>>>>>> x\nc:\n<<<<<<< H\n  n: 1\n=======\n  n: 2\n>>>>>>> x\n  z: 1\nd: 5\n",
        {"a": 1, "d": 5},
        {"b", "c"},
        [("F06", 2), ("F06", 8)],
    ),
    "a second document": ("a: 1\n---\nb: 2\nc: x: y\n", {"a": 1}, {"b", "c"}, [("F07", 2), ("F02", 4)]),
    "indented throughout": ("  a: 1\n  b: [\n  c: 3\n", {"a": 1, "c": 3}, {"b"}, [("F02", 2)]),
    "a first line too far in": ("  x: 1\na: 1\n", {"a": 1}, {"x"}, [("F02", 2)]),
    "lines of Windows": ("a: 1\r\nb: [\r\nc: 2\r\n", {"a": 1, "c": 2}, {"b"}, [("F02", 2)]),
    "a list under its key": ("a:\n- x\n- y: [\nb: 1\n", {"b": 1}, {"a"}, [("F02", 3)]),
    "more after the end": ("a: 1\n...\nb: 2\n", None, {UNNAMED}, [("F02", 3)]),
    "one pair of braces": ('{"a": 1,\n "b": [}\n', None, {UNNAMED}, [("F02", 2)]),
}


@pytest.mark.parametrize("name", CASES)
def test_sound_blocks_stand_and_all_problems_are_told(tmp_path, name):
    """Every block that can be read alone keeps its value, and each problem has its own line."""
    text, data, lost, told = CASES[name]
    path = tmp_path / "file.yaml"
    path.write_bytes(text.encode())
    reading = yamlfile.salvage(path)
    assert (reading.document.data if reading.document else None) == data
    assert [(each.code, each.line) for each in reading.problems] == told
    assert reading.lost == lost
    assert all(each.message and each.action for each in reading.problems)


def test_places_stay_as_they_are(tmp_path):
    """A value below a broken block is found in the line in which it stands."""
    path = tmp_path / "file.yaml"
    path.write_text("a:\n\tb: 1\nc:\n  d: x\n")
    assert yamlfile.salvage(path).document.marks["c", "d"] == (4, 6)


@pytest.mark.parametrize("line", ['k{}: "x\n', "k{}: [\n", "k: 1\n", "<<<<<<<\na\n>>>>>>>\n"])
def test_a_file_of_faults_ends(tmp_path, line):
    """Of fifty thousand faults the first hundred are told, and what follows is not looked at."""
    path = tmp_path / "file.yaml"
    path.write_text("".join(line.format(number) for number in range(50_000)))
    reading = yamlfile.salvage(path)
    assert 1 <= len(reading.problems) <= MOST
    assert UNNAMED in reading.lost or "k" in reading.lost
