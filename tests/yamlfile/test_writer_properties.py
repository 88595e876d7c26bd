"""Promises that hold for any text and any value."""

import io
from decimal import Decimal
from typing import Any

import yaml
from hypothesis import assume, given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from mainstream_cli.yamlfile import clean, dump, parse, remove_block, replace_block, replace_blocks
from mainstream_cli.yamlfile.emit import dumped, emit
from mainstream_cli.yamlfile.scalars import plain_value

# What people and other programs type: plain words, traps of YAML, signs, breaks, control characters, other scripts.
TRAPS = [
    *(
        "y",
        "N",
        "yes",
        "No",
        "ON",
        "off",
        "true",
        "FALSE",
        "null",
        "Null",
        "~",
        "",
        " ",
        "=",
        "<<",
        "-",
        "--",
        "---",
        "...",
    ),
    *("012", "0x1F", "0o17", "1_000", "1.10", "-0", "+1", "1e3", ".inf", "-.INF", "NaN", ".nan", "190:20:30", "12:30"),
    *(
        "2024-01-01",
        "2024-01-01 10:00:00",
        "a: b",
        "a:",
        ":a",
        "a #b",
        "#a",
        "- a",
        "? a",
        "a\tb",
        "[a",
        "{a}",
        "a]",
        "a,b",
    ),
    *(
        "*a",
        "&a",
        "!a",
        "|",
        ">",
        "@a",
        "`a`",
        "%a",
        "'a'",
        '"a"',
        "it's",
        "\\",
        "a\\b",
        " a",
        "a ",
        "a\nb",
        "a\nb\n",
        "\na",
    ),
    *(
        "a\n\n",
        "a\n b\n",
        " a\nb",
        "a\n# b\n",
        "a\r\nb",
        "a\x0bb",
        "a\x0cb",
        "\x00",
        "a\u2028b",
        "\x85",
        "\ud800",
        "\ufffe",
    ),
    *(
        "\ufeffa",
        "a\u00a0",
        "é",
        "ÿ: ø",
        "السلام",
        "中文：是",
        "😀\n😀",
        "<<<<<<< a",
        "a\n<<<<<<< b\n>>>>>>> c",
        "=======\n",
    ),
]
texts = st.one_of(
    st.sampled_from(TRAPS), st.text(max_size=30), st.lists(st.sampled_from(TRAPS), max_size=4).map("\n".join)
)
keys = st.one_of(st.from_regex(r"\A[a-z][a-z0-9_]{0,8}\Z"), st.sampled_from(TRAPS), st.text(max_size=8)).map(clean)
scalars = st.one_of(st.none(), st.booleans(), st.integers(-(10**21), 10**21), texts, texts)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4), max_leaves=12
)
ids = st.from_regex(r"\A[a-z]{1,3}\Z")
projects = st.dictionaries(ids, values, min_size=1, max_size=5)


def as_read(value: Any) -> Any:
    """Return what reading must give back for *value*, said in another way than the writer does."""
    if isinstance(value, dict):
        return {key: as_read(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_read(item) for item in value]
    if isinstance(value, str):
        return clean(value)
    return str(value) if isinstance(value, int) and len(str(abs(value))) > 19 else value


@given(data=st.dictionaries(keys, values, max_size=5), newline=st.sampled_from(["\n", "\r\n"]))
def test_what_is_written_is_read_back(data: dict[str, Any], newline: str) -> None:
    """Whatever the writer can write, the reader reads back, with either kind of line break."""
    assert parse(dump(data).replace("\n", newline)).data == (as_read(data) or None)


@given(text=texts)
def test_other_programs_read_the_same_text(text: str) -> None:
    """PyYAML (YAML 1.1) and ruamel.yaml (1.2) read every string as the same string, wherever it stands."""
    data = {"field": text, "list": [text, {"a": text}], "brackets": []}
    written = replace_block(dump({**data, "brackets": 0}).replace("brackets: 0", "brackets: [x]"), "brackets", [text])
    expected = {**as_read(data), "brackets": [clean(text)]}
    assert yaml.safe_load(written) == expected
    assert YAML(typ="safe", pure=True).load(io.StringIO(written)) == expected


@given(text=texts)
def test_cleaning_is_done_once(text: str) -> None:
    """A clean text stays as it is when it is cleaned again."""
    assert clean(clean(text)) == clean(text)


@given(number=st.decimals(allow_nan=False, places=3) | st.decimals(), whole=st.integers(-(10**18), 10**18))
def test_decimals_keep_their_digits(number: Decimal, whole: int) -> None:
    """A decimal is read back with the same digits; a whole one is a number in the file."""
    assume(abs(number.adjusted()) < 50 if number.is_finite() else True)
    data = parse(dump({"a": number, "b": Decimal(whole)})).data
    assert str(data["a"]) == (format(number, "f") if number.is_finite() else str(number)) or data["a"] == 0 == number
    assert data["b"] == whole


def with_comments(data: dict[str, Any], newline: str, gap: str, end: bool) -> str:
    """Return a file in which each key has a comment above it."""
    blocks = [f"# About {key}.\n" + dump({key: value}) for key, value in data.items()]
    text = "# Header\n\n" + gap.join(blocks)
    return (text if end else text.rstrip("\n")).replace("\n", newline)


files = st.builds(
    with_comments,
    projects,
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["", "\n", "\n# Section\n\n"]),
    st.booleans(),
)


@given(text=files, value=values, place=st.integers(0, 4))
def test_bytes_outside_the_block_stay(text: str, value: Any, place: int) -> None:
    """Replacing one block changes no byte above its key and none from the comment of the next key on."""
    data = parse(text).data
    key = list(data)[place % len(data)]
    new = replace_block(text, key, value)
    assert parse(new).data == {**data, key: as_read(value)}
    newline = "\r\n" if "\r\n" in text else "\n"
    above, _, below = text.partition(f"# About {key}.{newline}")
    assert new.startswith(above + f"# About {key}.{newline}")
    following = below.find(newline + "# About ")
    if following >= 0:
        assert new.endswith(below[following:])
    assert new.count("\n") == new.count(newline)


@given(text=files, value=values, key=ids)
def test_removing_undoes_inserting(text: str, value: Any, key: str) -> None:
    """An inserted block is at its place, everything else is untouched, and removing it gives the old file back."""
    data = parse(text).data
    assume(key not in data)
    new = replace_block(text, key, value)
    assert parse(new).data == {**data, key: as_read(value)}
    assert remove_block(new, key).rstrip("\r\n") == text.rstrip("\r\n")


answers = st.fixed_dictionaries(
    {"value": scalars},
    optional={
        **dict.fromkeys(("note", "by", "date"), scalars),
        "sources": st.lists(texts, max_size=4),
        "positions": st.lists(st.dictionaries(ids, scalars, min_size=1, max_size=3), max_size=3),
        "detail": st.dictionaries(ids, values, max_size=3),
    },
)


def annotated(answer: dict[str, Any]) -> str:
    """Return a file with a comment above every field of one answer, and beside it where there is room."""
    lines = ["key:  # at key"]
    for name, value in answer.items():
        first, *rest = dump({name: value}).splitlines()
        room = not first.endswith('"') and (not rest or first.endswith((":", "|", "|-")))
        lines += [
            f"  # above {name}",
            f"  {first}" + (f"  # at {name}" if room else ""),
            *(f"  {line}" for line in rest),
        ]
    return "\n".join([*lines, "", "# above next", "next: 1", ""])


@given(old=answers, new=answers)
def test_comments_on_fields_that_remain_are_kept(old: dict[str, Any], new: dict[str, Any]) -> None:
    """Whatever changes in a block, the comments above and beside the fields that remain are still there."""
    text = annotated(old)
    assume(parse(text).data["key"] == as_read(old))
    written = replace_block(text, "key", new)
    kept = ["# at key", "# above next", *(f"# above {name}" for name in old if name in new)]
    kept += [f"# at {name}" for name in old if name in new and f"# at {name}" in text]
    assert [comment for comment in kept if comment not in written] == []
    assert [name for name in old if name not in new and f"# above {name}\n" in written] == []
    assert parse(written).data == {"key": as_read(new), "next": 1}


@given(
    data=st.dictionaries(ids, values, min_size=1, max_size=5),
    changed=st.dictionaries(ids, values, max_size=6),
    gone=st.sets(ids, max_size=3),
)
def test_many_changes_at_once_are_the_same_as_one_by_one(
    data: dict[str, Any], changed: dict[str, Any], gone: set[str]
) -> None:
    """Many keys changed in one save read back like the same changes made one after the other."""
    removed = (gone & data.keys()) - changed.keys()
    written = replace_blocks(dump(data), changed, removed)
    expected = {key: value for key, value in {**data, **changed}.items() if key not in removed}
    assert parse(written).data == (as_read(expected) or None)


common = st.recursive(
    texts | st.integers(-(10**6), 10**6),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ids, inner, max_size=4),
    max_leaves=14,
)


@given(value=st.dictionaries(ids, common, min_size=1, max_size=3).map(plain_value), blocks=st.booleans())
def test_what_is_put_together_is_what_ruamel_writes(value: dict[str, Any], blocks: bool) -> None:
    """The fast way of laying a value out gives, line by line, what ruamel.yaml alone would give."""
    assert emit(value, blocks=blocks) == dumped(value, blocks=blocks)
