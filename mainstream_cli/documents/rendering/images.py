"""Pictures inside a Word file: each is of a kind we know, and refers to nothing outside itself."""

import struct
from collections.abc import Iterator

from mainstream_cli.documents.rendering.package import parse
from mainstream_cli.documents.rendering.refusal import Refusal
from mainstream_cli.documents.rendering.svg import refers_to_nothing
from mainstream_cli.language import say

DOTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM", b"II*\0", b"MM\0*", b"II\xbc\x01")
"""How pictures begin that hold dots and nothing else."""
_PLACEABLE, _WMF = b"\xd7\xcd\xc6\x9a", (b"\1\0\x09\0", b"\2\0\x09\0")
_PACKED = (b"\x1f\x8b", b"PK")
BEGINNING = 4096  # bytes, in which LibreOffice looks for what a picture is
_OTHER_LANGUAGES = (b"%!PS", b"EPSF", b"\xc5\xd0\xd3\xc6", b"WMFC", b"<svg", b"<SVG")
_EMF_REACHES = {99, 105, 106, 110, 112, 113, 121, 122}
"""Records that name the file of a colour profile, or talk to the driver of a printer."""
_WMF_ESCAPE, _COMMENT = 0x0626, 15


def refuse_image(name: str, content: bytes) -> None:
    """Look into a picture; what it holds decides what it is, as it does for LibreOffice, and not what it is called.

    Raises:
        Refusal: it refers to something outside itself, or is of an unknown kind (T06).
    """
    if not content or (content.startswith(DOTS) and _speaks_one_language(content[:BEGINNING])):
        return
    if content.startswith(b"\1\0\0\0") and content[40:44] == b" EMF":
        sound = _speaks_one_language(content) and _EMF_REACHES.isdisjoint(_emf_records(content))
    elif content.startswith((_PLACEABLE, *_WMF)):
        start = 22 if content.startswith(_PLACEABLE) else 0
        sound = _speaks_one_language(content) and all(_wmf_draws(content, start + 18))
    else:
        sound = content.lstrip(b"\xef\xbb\xbf\xfe\xff\0 \t\r\n").startswith(b"<") and refers_to_nothing(
            parse(name, content), DOTS
        )
    if not sound:
        raise _refusal(name)


def refuse_disguise(name: str, content: bytes) -> None:
    """Look into a font or the settings of a printer: LibreOffice would draw it where a picture points there.

    Raises:
        Refusal: it could be read as a drawing (T06).
    """
    if (
        content.startswith((_PLACEABLE, *_WMF, *_PACKED))
        or content[40:44] == b" EMF"
        or not _speaks_one_language(content)
    ):
        raise _refusal(name)


def _refusal(name: str) -> Refusal:
    message = say("It holds a picture that refers to something outside itself, or is of an unknown kind.")
    return Refusal("T06", message, say("Save the picture as PNG or JPEG, and insert that."), name)


def _speaks_one_language(content: bytes) -> bool:
    plain = content.replace(b"\0", b"")  # in two bytes for a letter
    return not any(each in content or each in plain for each in _OTHER_LANGUAGES)


def _emf_records(content: bytes) -> Iterator[int]:
    place = 0
    while place + 8 <= len(content):
        kind, size = struct.unpack_from("<II", content, place)
        yield kind
        place += max(size, 8)


def _wmf_draws(content: bytes, place: int) -> Iterator[bool]:
    """Tell of each record whether it only draws; a comment does nothing."""
    while place + 6 <= len(content):
        words, function = struct.unpack_from("<IH", content, place)
        yield function != _WMF_ESCAPE or content[place + 6 : place + 8] == bytes([_COMMENT, 0])
        place += max(words, 3) * 2
