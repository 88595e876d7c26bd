"""Writes a zip so that the same parts always give the same bytes."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FIRST = "[Content_Types].xml"
FIXED_DATE = (1980, 1, 1, 0, 0, 0)


def repack(archive: BytesIO) -> bytes:
    """Return *archive* with its parts in a fixed order and with fixed dates."""
    packed = BytesIO()
    with ZipFile(archive) as read, ZipFile(packed, "w", ZIP_DEFLATED) as write:
        for name in sorted(read.namelist(), key=lambda each: (each != FIRST, each)):
            part = ZipInfo(name, FIXED_DATE)
            part.compress_type = ZIP_DEFLATED
            part.create_system = 0  # as Windows and Linux would otherwise differ
            write.writestr(part, read.read(name))
    return packed.getvalue()
