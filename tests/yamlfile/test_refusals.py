"""What the reader refuses: every hostile or broken file gives one problem in plain words, and never a crash."""

import errno
import os
import re
import time
from pathlib import Path

import pytest

from mainstream_cli.yamlfile import YamlProblem, parse, read
from mainstream_cli.yamlfile.decode import check_size

JARGON = re.compile(r"\b(scalar|token|mapping|sequence|parser|stream|block end|flow|directive|exception|None)\b")
MERGE_BOMB = "a0: &a0 {k0: v}\n" + "".join(
    f"a{n}: &a{n}\n  <<: [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)
)
ALIAS_BOMB = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))


def problem_of(text: str) -> YamlProblem:
    """Return the problem of a text, having checked that it helps a planner."""
    with pytest.raises(YamlProblem) as caught:
        parse(text)
    return helpful(caught.value)


def helpful(problem: YamlProblem) -> YamlProblem:
    """Check that a problem says in plain words what is wrong and what to do."""
    assert problem.message.endswith(".")
    assert problem.action.endswith(".")
    assert not JARGON.search(problem.message + problem.action)
    assert str(problem) == problem.message
    return problem


HOSTILE = {
    "no such sign": ("a: x\x00y\n", "F01", 1, 5),
    "escape sign": ("a: 1\nb: \x1b[31m\n", "F01", 2, 4),
    "vertical tab": ("a: x\x0by\n", "F01", 1, 5),
    "c1 sign": ("a: x\x9by\n", "F01", 1, 5),
    "half a character": ("a: x\ud800\n", "F01", 1, 5),
    "no character": ("a: x\uffff\n", "F01", 1, 5),
    "mark in the middle": ("a: 1\nb: x\ufeff\n", "F01", 2, 5),
    "duplicate key": ("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n", "F03", 5, 3),
    "duplicate top key": ("a: 1\nb: 2\na: 3\n", "F03", 3, 1),
    "duplicate in braces": ("{a: 1, a: 2}", "F03", 1, 8),
    "duplicate in two spellings": ("a: 1\n'a': 2\n", "F03", 2, 1),
    "alias": ("a: &x 1\nb: *x\n", "F04", 1, 4),
    "alias without anchor": ("a: *x\n", "F04", 1, 4),
    "anchor on a list": ("a: &x [1]\n", "F04", 1, 4),
    "anchor on a key": ("&x a: 1\n", "F04", 1, 1),
    "alias as a key": ("a: &x 1\n*x : 2\n", "F04", 1, 4),
    "bold text": ("a: **bold**\n", "F04", 1, 4),
    "tag": ("a: !!python/object/apply:os.system ['true']\n", "F04", 1, 4),
    "empty tag": ("a: ! x\n", "F04", 1, 4),
    "tag on a key": ("!x a: 1\n", "F04", 1, 1),
    "undefined tag": ("a: !x!y z\n", "F04", 1, 4),
    "merge key": ("a:\n  <<: b\n", "F04", 2, 3),
    "merge bomb": (MERGE_BOMB, "F04", 1, 5),
    "alias bomb": (ALIAS_BOMB, "F04", 1, 5),
    "conflict": ("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> other\n", "F06", 2, 1),
    "conflict in a text": ("a: |\n  x\n<<<<<<< HEAD\n  y\n=======\n  z\n>>>>>>> other\n", "F06", 3, 1),
    "conflict on windows": ("<<<<<<< HEAD\r\nb: 1\r\n=======\r\nb: 2\r\n>>>>>>> other\r\n", "F06", 1, 1),
    "conflict in quotes": ('a: "x\n<<<<<<< HEAD\ny\n=======\nz\n>>>>>>> other\n"\n', "F06", 2, 1),
    "two documents": ("a: 1\n---\nb: 2\n", "F07", 2, 1),
    "21 levels": ("[" * 21 + "]" * 21, "F05", 1, 21),
    "100000 brackets": ("[" * 100_000, "F05", 1, 21),
    "100000 braces": ("{a: " * 100_000, "F05", 1, 81),
    "100000 dashes": ("- " * 100_000, "F05", 1, 41),
    "1200 indents": ("".join(" " * n + "a:\n" for n in range(1200)), "F05", 21, 21),
    "100000 questions": ("? " * 100_000, "F02", 1, 3),
    "too many values": ("- a\n" * 200_001, "F05", None, None),
    "3 MB": ("a: " + "x" * 3_000_000, "F05", None, None),
}


@pytest.mark.usefixtures("each_parser")
@pytest.mark.parametrize("name", [name for name in HOSTILE if name not in ("too many values", "3 MB")])
def test_hostile_text_is_refused_at_its_place(name: str) -> None:
    """Each kind of hostile text is refused with its code, line and column, whichever parser is at work."""
    text, code, line, column = HOSTILE[name]
    started = time.monotonic()
    problem = problem_of(text)
    assert (problem.code, problem.line, problem.column) == (code, line, column)
    assert time.monotonic() - started < 5


@pytest.mark.parametrize("name", ["too many values", "3 MB"])
def test_too_much_is_refused(name: str) -> None:
    """A text with more than 200,000 values or 2 MB is refused as a whole."""
    text, code, line, _ = HOSTILE[name]
    problem = problem_of(text)
    assert (problem.code, problem.line) == (code, line)


MISTAKES = {
    "tab": ("a:\n\tb: 1\n", 2, 1, "tab"),
    "tab after spaces": ("a:\n  b: 1\n  \tc: 2\n", 3, 3, "tab"),
    "tab in a text block": ("a: |\n\tx\n", 2, 1, "tab"),
    "second colon": ("note: Costs: 40\n", 1, 12, "second colon"),
    "too far right": ("a: 1\n  b: 2\n", 2, 4, "indented"),
    "too far left": ("a:\n    b: 1\n  c: 2\n", 3, 3, "indentation"),
    "no space": ("a:1\nb: 2\n", 1, 3, "space is missing"),
    "no colon": ("a: 1\nb\nc: 2\n", 2, 1, "no colon"),
    "no key": (": x\n", 1, 1, "no key"),
    "at sign": ("a: @x\n", 1, 4, "cannot begin"),
    "percent sign": ("a: %x\n", 1, 4, "cannot begin"),
    "percent line": ("%YAML 3.0\n---\na: 1\n", 1, 1, "%"),
    "text after quotes": ('a: "He" said\nb: 1\n', 1, 9, "closing quotation mark"),
    "apostrophe": ("a: 'It's here'\nb: 1\n", 1, 8, "closing quotation mark"),
    "open quotes": ('x: 1\na: "He said\nb: 1\n', 2, 4, "never closed"),
    "open quotes before a line of dashes": ('a: "x\n---\ny"\n', 1, 4, "never closed"),
    "backslash": ('a: "C:\\docs"\n', 1, None, "backslash"),
    "open bracket": ("a: [x, y\nb: 1\n", 1, 4, "]"),
    "open brace": ("a: {x: y\nb: 1\n", 1, 4, "}"),
    "bracket too many": ("a: [x]]\n", 1, 7, "closes nothing"),
    "braces": ("a: {{ x }}\n", 1, 5, "name of a key"),
    "list on the line of its key": ("a: - b\n", 1, 4, "next line"),
    "list among keys": ("a: 1\n- b\n", 2, 1, "list item"),
    "key among a list": ("- a\nb: 1\n", 2, 1, "dash"),
    "text after a bar": ("a: | text\n", 1, 6, "must be empty"),
    "content after braces": ("{}\na: 1\n", 2, 1, "ended above"),
    "half a conflict": ("a: |\n  x\n=======\n", 3, 1, "no colon"),
}


@pytest.mark.usefixtures("each_parser")
@pytest.mark.parametrize("name", MISTAKES)
def test_a_slip_of_the_hand_is_explained(name: str) -> None:
    """A mistake made by hand is F02, at the line that is wrong, in words that name what is seen there."""
    text, line, column, words = MISTAKES[name]
    problem = problem_of(text)
    assert (problem.code, problem.line) == ("F02", line)
    assert column is None or problem.column == column
    assert words in problem.message + problem.action


def test_both_lines_of_a_duplicate_are_named() -> None:
    """The problem of a duplicate key names the first line too."""
    assert "in line 3 and in line 5" in problem_of("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n").message


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n  =======\n  x\n",
        "a: |\n  <<<<<<< x\n  >>>>>>> y\n",
        "a: |\n  x\n\n# =======\nb: 1\n",
        '"<<": text\n',
        "a: '*x'\nb: '&x'\nc: '!x'\n",
        "a: x *y &z !w\n",
        "a: 50% @home {x} [y]\n",
    ],
)
def test_harmless_lookalikes_are_read(text: str) -> None:
    """Rules of equals signs in a text, quoted signs and signs within a text are no problem."""
    assert parse(text).data


BYTES = {
    "utf-16 with a mark": ("a: 1\n".encode("utf-16"), "UTF-16"),
    "utf-16 big-endian with a mark": (b"\xfe\xff" + "a: 1\n".encode("utf-16-be"), "UTF-16"),
    "utf-16 without a mark": ("a: é\n".encode("utf-16-le"), "UTF-16"),
    "utf-32": ("a: 1\n".encode("utf-32"), "UTF-32"),
    "windows-1252": ("a: 1\nb: é\n".encode("cp1252"), '"é"'),
    "cut in half": ("a: é".encode()[:-1], "UTF-8"),
    "zeros": (bytes(500), "damaged"),
    "zero": (b"a: 1\nb: x\0\n", "U+0000"),
    "word": (b"PK\x03\x04....", "Word"),
    "old word": (b"\xd0\xcf\x11\xe0....", "Word"),
    "rtf": (b"{\\rtf1 x}", "RTF"),
    "pdf": (b"%PDF-1.7\n", "PDF"),
}


@pytest.mark.parametrize("name", BYTES)
def test_other_encodings_and_formats_are_named(name: str, tmp_path: Path) -> None:
    """A file that is not UTF-8 text is F01, and the problem names what it seems to be."""
    content, words = BYTES[name]
    path = tmp_path / "file.yaml"
    path.write_bytes(content)
    with pytest.raises(YamlProblem) as caught:
        read(path)
    assert helpful(caught.value).code == "F01"
    assert words in caught.value.message


def test_a_wrong_byte_has_a_place(tmp_path: Path) -> None:
    """A byte that is not UTF-8 is reported at its line and column."""
    path = tmp_path / "file.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: \xc3\xa9\xe9\r\n")
    with pytest.raises(YamlProblem) as caught:
        read(path)
    assert (caught.value.line, caught.value.column) == (2, 5)


def refused(path: Path) -> YamlProblem:
    """Return the problem of reading a path."""
    with pytest.raises(YamlProblem) as caught:
        read(path)
    return helpful(caught.value)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A missing file, a folder, a link to itself, a file below a file and a pipe are F01; a pipe is not waited for."""
    (tmp_path / "file").write_text("a: 1\n", encoding="utf-8")
    assert "does not exist" in refused(tmp_path / "missing.yaml").message
    assert "folder" in refused(tmp_path).message
    assert refused(tmp_path / "file" / "x.yaml").code == "F01"
    if hasattr(os, "mkfifo"):
        (tmp_path / "loop").symlink_to("loop")
        assert refused(tmp_path / "loop").code == "F01"
        os.mkfifo(tmp_path / "pipe")
        assert "pipe" in refused(tmp_path / "pipe").message


@pytest.mark.parametrize(("number", "words"), [(errno.EACCES, "permission"), (errno.EIO, "output error")])
def test_what_the_system_refuses_is_refused(
    number: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file without permission, or on a broken disk, is F01."""
    path = tmp_path / "file.yaml"
    path.touch()

    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", fail)
    problem = refused(path)
    assert problem.code == "F01"
    assert words in problem.message


def test_a_huge_file_is_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of 3 MB is F05 by its size alone."""
    path = tmp_path / "file.yaml"
    path.write_bytes(b"a" * 3_000_000)
    monkeypatch.delattr(os, "open")
    assert refused(path).code == "F05"


def test_a_file_may_have_two_megabytes_and_not_a_byte_more() -> None:
    """The limit is the one that the message names."""
    check_size(2_000_000)
    with pytest.raises(YamlProblem, match="over 2 MB"):
        check_size(2_000_001)
