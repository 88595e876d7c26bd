"""Get the text out of a file, or say in plain words why there is none (F01) or too much (F05)."""

from __future__ import annotations

from pathlib import Path

from mainstream_cli.language import say
from mainstream_cli.reading import Unreadable, read_bytes, refuse_size
from mainstream_cli.yamlfile.problem import YamlProblem
from mainstream_cli.yamlfile.scalars import CONTROL

MAX_BYTES = 2_000_000
_MOSTLY = 4  # one NUL in four bytes or more: text in a wide encoding, not a stray character
_SAVE_AS = say("Open it in a text editor and save it again with the encoding UTF-8.")
_WIDE_MARKS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
_OTHER_KINDS = {
    b"PK\x03\x04": say("This is a Word, Excel or zip file, not a text file."),
    b"\xd0\xcf\x11\xe0": say("This is an old Word or Excel file, not a text file."),
    b"{\\rtf": say("This is a rich text (RTF) file, not a text file."),
    b"%PDF": say("This is a PDF file, not a text file."),
}


def read_text(path: Path, folder: Path | None = None) -> str:
    """Return the text of the file at *path* without a byte order mark; raise YamlProblem F01 or F05."""
    return decode(content_of(path, folder))


def content_of(path: Path, folder: Path | None = None) -> bytes:
    """Return what the file at *path* holds; raise YamlProblem F01 or F05."""
    try:
        return read_bytes(path, MAX_BYTES, folder)
    except Unreadable as problem:
        raise YamlProblem(problem.code, problem.message, action=problem.action) from None


def check_size(size: int) -> None:
    """Refuse a text of more than 2 MB; raise YamlProblem F05."""
    try:
        refuse_size(size, MAX_BYTES)
    except Unreadable as problem:
        raise YamlProblem(problem.code, problem.message, action=problem.action) from None


def decode(content: bytes) -> str:
    """Return *content* as text; raise YamlProblem F01 for another kind of file or another encoding than UTF-8."""
    for start, message in _OTHER_KINDS.items():
        if content.startswith(start):
            raise YamlProblem(
                "F01", message, action=say("Save its content as plain text, or restore the file from git.")
            )
    if content and not content.strip(b"\0"):
        message = say("The file is damaged: it holds nothing but zeros, as may happen when the power fails.")
        raise YamlProblem("F01", message, action=say("Restore it from git, or from another copy of the project."))
    wide = _wide_encoding(content)
    if wide:
        raise YamlProblem("F01", say("The file is saved as {encoding}, not as UTF-8.", encoding=wide), action=_SAVE_AS)
    content = content.removeprefix(b"\xef\xbb\xbf")  # not by the codec: it would shift the place of an error
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(content, error.start) from None


def guessed(content: bytes) -> str | None:
    """Return what *content* says in the encoding that it probably has, None when it is no text in any."""
    wide = _wide_encoding(content)
    unmarked = {"UTF-16": "utf-16-le"}.get(wide, "") if not content.startswith(tuple(_WIDE_MARKS)) else wide
    try:
        text = content.decode(unmarked) if wide else content.decode("cp1252", errors="replace")
    except UnicodeDecodeError:
        return None
    return None if CONTROL.search(text) else text


def _wide_encoding(content: bytes) -> str:
    for mark, name in _WIDE_MARKS.items():
        if content.startswith(mark):
            return name
    head = content[:400]
    return "UTF-16" if head and head.count(0) * _MOSTLY >= len(head) else ""


def _not_utf8(content: bytes, start: int) -> YamlProblem:
    before = content[:start].decode("utf-8", errors="replace")
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    likely = content[start : start + 1].decode("cp1252", errors="replace")
    byte = f"{content[start]:02X}"
    message = say("The file is not saved as UTF-8: here is the byte {byte}.", byte=byte)
    if likely.isprintable() and likely != "\ufffd":
        message = say(
            'The file is not saved as UTF-8: here is the byte {byte} (in an old Windows encoding "{likely}").',
            byte=byte,
            likely=likely,
        )
    return YamlProblem("F01", message, len(lines), len(lines[-1]) + 1, action=_SAVE_AS)
